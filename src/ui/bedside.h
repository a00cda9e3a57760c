#pragma once

#include "base/paper.h"
#include "ui/panel_context.h"
#include "ui/reading_panel.h"

#include <cstddef>

namespace osteon::ui {

/// What the words at the bedside are about just now.
enum class BedsidePage {
    words,     ///< of the place that is talked about
    questions, ///< to ask the team
    article,   ///< the reading history's, in plain words
    places,    ///< all that is marked
    sheet,     ///< to take home
    cancer,    ///< which one the sheet tells of
    outlook,   ///< opened because it was asked for, twice
    rooms,     ///< the ways out of the bedside
};

/// What the bedside remembers between frames; nothing of it outlives a cleared talk.
struct BedsideState {
    bool in_parts = false;  ///< the list shows the parts of the chosen site
    bool shows_list = true; ///< where list and words have one panel in turn
    BedsidePage page = BedsidePage::words;
    BedsidePage drawn = BedsidePage::words; ///< in the last frame
    bool asks_outlook = false;              ///< whether to open it is being asked
    bool asks_clear = false;                ///< whether to clear is being asked
    Paper paper = Paper::a4;                ///< of the sheet
    std::size_t article_from = 0;          ///< place in the reading history that "Read more" opened
    const knowledge::Site* told = nullptr; ///< whose words were shown in the last frame
    ReadingPanelState reading;
};

/// The places as large rows, questions and sheet. In a narrow window it shares one panel with the
/// words; nothing is drawn while those have their turn.
void draw_bedside_list(PanelContext& context, BedsideState& state);

/// What stands on the stage: tools, zoom, the whole body, clear and close.
void draw_bedside_stage(PanelContext& context, BedsideState& state);

/// The plain words, and the pages that are reached from them.
void draw_bedside_words(PanelContext& context, BedsideState& state);

/// Over everything, while it is asked whether to clear the talk. False: nothing is asked.
bool draw_bedside_question(PanelContext& context, BedsideState& state);
inline constexpr const char* c_bedside_question = "bedside question"; ///< its window

} // namespace osteon::ui
