#pragma once

#include "knowledge/knowledge.h"
#include "ui/panel_context.h"
#include "ui/reading_panel.h"

namespace osteon::ui {

/// Opens the page's menu.
void open_page_menu();

/// The page's menu where it is open: find, fold and unfold all sections, copy as text. `article`
/// is that of the page; nullptr: it has none.
void draw_page_menu(PanelContext& context, ReadingPanelState& state,
                    const knowledge::Article* article);

/// How a section of a page is known in ReadingPanelState::folded_sections.
std::string section_key(const std::string& page, const std::string& anchor);

} // namespace osteon::ui
