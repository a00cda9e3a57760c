#pragma once

#include "knowledge/search_words.h"
#include "ui/markdown_layout.h"
#include "ui/panel_context.h"

#include <string>
#include <vector>

namespace osteon::ui {

/// The place that a search hit opened, and the words to be lit there.
struct FoundPlace {
    std::string article;
    std::string section; ///< anchor; empty: the top
    knowledge::SoughtWords words;
};

/// The words lit on a page until they fade.
struct LitWords {
    FoundPlace place;
    double since = 0.0;         ///< seconds, by the interface's clock; from the first time drawn
    bool begun = false;         ///< drawn at least once
    bool scroll_wanted = false; ///< to the place, once the page is drawn
    float first_y = -1.0F; ///< of the first word lit in the section, below the page's top; -1: none
    bool in_section = false; ///< while drawing: the section has begun, and no other since
};

/// How bright the words are, 1 to 0: full for some seconds, then a fade. Where motion is reduced
/// they stay until Escape. Asks for frames while they are lit.
float brightness(PanelContext& context, LitWords& lit);

/// Lays light behind the words of a run, whose line box begins at `place` and is `height` high.
void draw_lit_words(const PanelContext& context, LitWords& lit, const TextRun& run, ImVec2 place,
                    float height, float brightness);

} // namespace osteon::ui
