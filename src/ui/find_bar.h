#pragma once

#include "ui/markdown_layout.h"
#include "ui/panel_context.h"
#include "ui/reading_panel.h"

namespace osteon::ui {

inline constexpr float find_bar_height = 60.0F; ///< px at 100 %

/// The bar of find in page, in `area`: field, count, ways to the next and the previous place. Enter
/// and F3 go on, with Shift back; Escape closes it.
void draw_find_bar(PanelContext& context, PageFind& find, const Rect& area);

/// Lights what is found in a paragraph, before its words are drawn over it, and notes where.
void mark_found(const PanelContext& context, PageFind& find, const InlineLayout& layout,
                const InlineStyle& style, ImVec2 origin);

/// After the page is drawn: keeps the count, and brings the current place into view.
void finish_find(PanelContext& context, PageFind& find);

} // namespace osteon::ui
