#pragma once

#include "ui/panel_context.h"

#include <map>
#include <set>
#include <string>

namespace osteon::ui {

/// What the reading panel remembers between frames: nothing but where each page was left.
struct ReadingPanelState {
    std::map<std::string, float> scroll_of;        ///< by page, pixels from its top
    std::set<std::string> open_folds;              ///< "page/anchor" of the folds that were opened
    std::string page;                              ///< shown in the last frame
    std::string section;                           ///< asked for in the last frame
    session::ReadingLevel level = session::ReadingLevel::clinical;
    float width = 0.0F;                            ///< of the text in the last frame, pixels
    std::string heading_at_top;                    ///< anchor of the last heading above the view
    float heading_offset = 0.0F;                   ///< of the view's top below it, pixels
    std::string wanted_heading;                    ///< to be scrolled to; empty: none
    float wanted_offset = 0.0F;
    double copied_at = -10.0; ///< when an address was last copied, by the interface's clock
    std::string copied;
};

/// The panel at the right: head with history, reading level and text size; below it the page that
/// the session has open, with its own scrolling. Draws nothing while the panel is folded.
void draw_reading_panel(PanelContext& context, ReadingPanelState& state);

} // namespace osteon::ui
