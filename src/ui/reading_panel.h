#pragma once

#include "knowledge/document.h"
#include "ui/found_words.h"
#include "ui/page_find.h"
#include "ui/panel_context.h"
#include "ui/reading_position.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace osteon::ui {

/// The sources of a page, and the way to their list and back.
struct PageSources {
    std::vector<std::string> cited; ///< keys, as drawn so far, each once
    std::string reached;            ///< whose mark was clicked; empty: none
    bool wanted = false;            ///< bring it into view
    float came_from = 0.0F;         ///< scroll of the place where it is cited, pixels
};

/// The texts that speak of a bone, as found when its page came into view.
struct BoneTexts {
    anatomy::BoneIndex bone = anatomy::no_bone;
    const knowledge::Knowledge* knowledge = nullptr; ///< that they are of; another in each language
    std::vector<const knowledge::Article*> articles;
};

/// What the reading panel remembers between frames: where each page was left, and what was opened.
struct ReadingPanelState {
    struct Visit {
        session::ReadingPlace place;
        float scroll = 0.0F; ///< pixels
    };
    std::map<std::size_t, Visit> visits;   ///< by position in the reading history
    std::size_t visit = 0;                 ///< shown in the last frame
    std::set<std::string> open_folds;      ///< "page/title" of the folds that are open
    std::set<std::string> folded_sections; ///< "page#anchor" of the sections that are folded
    std::string page;                      ///< the article in view
    session::ReadingLevel level = session::ReadingLevel::clinical;
    std::string language;                ///< of the texts in the last frame
    float width = 0.0F;                  ///< of the page in the last frame, pixels
    float height = 0.0F;                 ///< of the page as drawn, pixels
    std::vector<HeadingPlace> headings;  ///< of the page, as drawn
    LitWords lit;                        ///< words that a search found on the page
    std::string wanted;                  ///< anchor to scroll to; empty: none
    std::optional<ReadingPosition> kept; ///< to scroll to, after the page changed its form
    BoneTexts bone_texts;
    PageFind find;
    PageSources sources;
    std::optional<knowledge::Block> menu_block; ///< that the page's menu speaks of
    double copied_at = -10.0;                   ///< when an address was last copied, seconds
    std::string copied;
};

/// Whether the room that is open has a reading panel, folded or not, and none of its own pages in
/// its place.
bool shows_reading_panel(const PanelContext& context);

/// The panel at the right: head with history, reading level and text size; below it the page that
/// the session has open, with its own scrolling. Draws nothing while the panel is folded.
void draw_reading_panel(PanelContext& context, ReadingPanelState& state);

/// Scrolls to a place once its page is in view, and lights the words that were found there.
void show_found(ReadingPanelState& state, FoundPlace place);

} // namespace osteon::ui
