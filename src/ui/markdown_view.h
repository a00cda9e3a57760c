#pragma once

#include "knowledge/document.h"
#include "ui/markdown_layout.h"
#include "ui/panel_context.h"
#include "ui/reading_panel.h"

#include <span>
#include <string>
#include <vector>

namespace osteon::ui {

/// Draws a document at the cursor, as wide as the content, and notes where its headings stand.
/// `lead`: its first paragraph is set larger.
void draw_document(PanelContext& context, ReadingPanelState& state,
                   const knowledge::Document& document, bool lead);

/// Draws spans as one paragraph at the cursor, with their links; `width` 0: the content's.
void draw_spans(PanelContext& context, ReadingPanelState& state,
                std::span<const knowledge::Span> spans, const InlineStyle& style, ImU32 colour,
                float width = 0.0F);

/// The height in pixels that draw_sourced() takes at a width in pixels.
float sourced_height(const PanelContext& context, TextRole role, const std::string& sentence,
                     const std::vector<std::string>& sources, float width);

/// A sentence with its sources after it, small: the form of every note under a figure.
void draw_sourced(PanelContext& context, ReadingPanelState& state, TextRole role, ImU32 colour,
                  const std::string& sentence, const std::vector<std::string>& sources,
                  float width = 0.0F);

/// A part that opens only when the reader asks: its title as a row with a chevron. Returns whether
/// it is open.
bool draw_fold(PanelContext& context, ReadingPanelState& state, const std::string& title);

/// How a fold of a page is known in ReadingPanelState::open_folds.
std::string fold_key(const std::string& page, const std::string& title);

/// Spans as words without marks: the title of a fold or call-out.
std::string words_of(std::span<const knowledge::Span> spans);

/// How spans measure in the faces of the context.
TextMeasure measure_in(const PanelContext& context);

} // namespace osteon::ui
