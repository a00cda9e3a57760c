#pragma once

#include "knowledge/knowledge.h"
#include "ui/panel_context.h"
#include "ui/reading_panel.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::ui {

/// The pages of the reading panel. Each draws at the cursor, as wide as the content.
void draw_start_page(PanelContext& context, ReadingPanelState& state);
void draw_article_page(PanelContext& context, ReadingPanelState& state,
                       const knowledge::Article& article);
void draw_site_page(PanelContext& context, ReadingPanelState& state, const knowledge::Site& site);
void draw_primary_page(PanelContext& context, ReadingPanelState& state,
                       const knowledge::Primary& primary);

/// All that is known of a bone: names, group, landmarks, site, who spreads there, articles.
void draw_bone_page(PanelContext& context, ReadingPanelState& state, anatomy::BoneIndex bone);

/// "Who spreads here": each primary's figures for the region of a site.
void draw_who_spreads_here(PanelContext& context, ReadingPanelState& state,
                           const knowledge::Site& site);

/// The two primaries that are compared: cards, whether they may be, and their bars side by side.
void draw_compare_page(PanelContext& context, ReadingPanelState& state,
                       const knowledge::Primary& first, const knowledge::Primary& second);
/// "Where it goes": the pattern of a primary as bars, a chart for each basis, and the places
/// without a figure.
void draw_spread_section(PanelContext& context, ReadingPanelState& state,
                         const knowledge::Primary& primary);
/// "How it gets there": a card for each route of a primary, with its steps while it is shown.
void draw_route_cards(PanelContext& context, ReadingPanelState& state,
                      const knowledge::Primary& primary);

// What the pages share.

/// A page's title, its Latin name below in italics where it has one.
void page_title(PanelContext& context, std::string_view title, std::string_view latin = {});
/// A section title that links and the change of level can scroll to.
void page_section(PanelContext& context, ReadingPanelState& state, std::string_view title,
                  const char* anchor);
/// A link of a chain of crumbs; the last one is where the reader is.
struct Crumb {
    std::string name;
    std::string site; ///< id; empty: not a link
};
void draw_crumbs(PanelContext& context, std::string_view kind, std::span<const Crumb> crumbs);
/// The text of an article at a level, or at the other one where that is not written.
const knowledge::Document& document_of(const knowledge::Article& article,
                                       session::ReadingLevel level);
/// The text of an article at the reading level. Where that level is not written, the other one
/// with a line that says so. `lead`: its first paragraph is set larger.
void article_text(PanelContext& context, ReadingPanelState& state,
                  const knowledge::Article& article, bool lead);
/// When the text was last reviewed, and whether a clinician has done so.
void review_line(PanelContext& context, const knowledge::Article& article);
/// Small print that closes every page.
void teaching_note(PanelContext& context);
/// A statement as a card: what, the value large, its sources; the page tells its note. `size` in
/// pixels; the height is the least, so that cards side by side may end together.
void statement_card(PanelContext& context, ReadingPanelState& state, std::string_view label,
                    const std::string& value, const knowledge::Statement& statement, ImVec2 size);
/// The height in pixels that a statement's card needs at a width in pixels.
float statement_card_height(const PanelContext& context, const std::string& value,
                            const knowledge::Statement& statement, float width);
/// A statement as a line: "what: value, note", its sources, and the mark of an unchecked one.
void statement_line(PanelContext& context, ReadingPanelState& state,
                    const knowledge::Statement& statement);
/// The sources of several figures, each once, after a label.
void source_line(PanelContext& context, ReadingPanelState& state, const std::string& label,
                 const std::vector<std::string>& keys);
/// May a statement be shown under the settings?
bool is_shown(const PanelContext& context, const knowledge::Statement& statement);

} // namespace osteon::ui
