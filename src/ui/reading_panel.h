#pragma once

#include "ui/found_words.h"
#include "ui/panel_context.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace osteon::ui {

/// A heading as it was last drawn.
struct HeadingPlace {
    std::string anchor;
    float y = 0.0F; ///< pixels below the page's top
};

/// What the reading panel remembers between frames: where each page was left, and what was opened.
struct ReadingPanelState {
    struct Visit {
        session::ReadingPlace place;
        float scroll = 0.0F; ///< pixels
    };
    std::map<std::size_t, Visit> visits; ///< by position in the reading history
    std::size_t visit = 0;               ///< shown in the last frame
    std::set<std::string> open_folds;    ///< "page/title" of the folds that are open
    std::string page;                    ///< the article in view
    session::ReadingLevel level = session::ReadingLevel::clinical;
    std::string language;               ///< of the texts in the last frame
    float width = 0.0F;                 ///< of the page in the last frame, pixels
    std::vector<HeadingPlace> headings; ///< of the page, as drawn
    std::vector<std::string> wanted;    ///< anchors to scroll to; the first that there is
    LitWords lit;                       ///< words that a search found on the page
    double copied_at = -10.0;           ///< when an address was last copied, seconds
    std::string copied;
};

/// The panel at the right: head with history, reading level and text size; below it the page that
/// the session has open, with its own scrolling. Draws nothing while the panel is folded.
void draw_reading_panel(PanelContext& context, ReadingPanelState& state);

/// Scrolls to a place once its page is in view, and lights the words that were found there.
void show_found(ReadingPanelState& state, FoundPlace place);

} // namespace osteon::ui
