#include "session/talk.h"
#include "ui/bedside_parts.h"
#include "view/bedside.h"

#include <algorithm>
#include <array>

namespace osteon::ui {
namespace {

constexpr float c_short_panel =
    520.0F; ///< px at 100 %: below it the two buttons stand side by side

/// The common site that a site is or belongs to.
const knowledge::Site* top_of(const PanelContext& context, const knowledge::Site* site) {
    return site != nullptr && !site->parent.empty()
               ? context.input.world.knowledge.site(site->parent)
               : site;
}

void row_gap(PanelContext& context) {
    gap(context, view::bedside_length(context.input.layout, 14.0F));
}

void choose(PanelContext& context, BedsideState& state, const knowledge::Site& site) {
    context.emit(session::OpenNote{});
    context.emit(session::ChooseSite{site.id});
    const bool has_parts = !context.input.world.knowledge.parts(site.id).empty();
    state.in_parts = state.in_parts || has_parts;
    state.page = BedsidePage::words;
    state.asks_outlook = false;
    if (!has_parts) {
        state.shows_list = false;
    }
}

void draw_site(PanelContext& context, BedsideState& state, const knowledge::Site& site, bool chosen,
               bool opens) {
    BigRow row;
    row.title = plain_name(context, site);
    row.icon = Icon::site;
    row.chosen = chosen;
    row.end = opens ? Icon::right : chosen ? Icon::check : Icon::none;
    if (big_row(context, site.id.c_str(), row)) {
        choose(context, state, site);
    }
    row_gap(context);
}

void draw_sites(PanelContext& context, BedsideState& state) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    const knowledge::Site* const talk =
        session::site_of_talk(context.input.session, context.input.world);
    const knowledge::Site* const top = top_of(context, talk);
    if (!state.in_parts || top == nullptr) {
        for (const knowledge::Site* const site : known.parts("")) {
            draw_site(context, state, *site, site == top, !known.parts(site->id).empty());
        }
        return;
    }
    BigRow back;
    back.title = context.tr("All places");
    back.icon = Icon::back;
    back.quiet = true;
    back.height = 60.0F;
    if (big_row(context, "all places", back)) {
        state.in_parts = false;
    }
    row_gap(context);
    draw_site(context, state, *top, talk == top, false);
    for (const knowledge::Site* const part : known.parts(top->id)) {
        draw_site(context, state, *part, talk == part, false);
    }
}

/// What is always one touch away: the words' pages, and the way out.
struct Shortcut {
    const char* words;
    Icon icon;
    BedsidePage page;
};
constexpr std::array<Shortcut, 2> c_shortcuts{
    {{translatable("Questions to ask my team"), Icon::question, BedsidePage::questions},
     {translatable("Sheet to take home"), Icon::print, BedsidePage::sheet}}};

float shortcuts_height(const PanelContext& context, bool side_by_side) {
    const float row = target_px(context, 72.0F);
    const float space = bedside_px(context, 14.0F);
    const auto rows = static_cast<float>(side_by_side ? 1 : c_shortcuts.size());
    return rows * row + (rows - 1.0F) * space;
}

void draw_shortcuts(PanelContext& context, BedsideState& state, const Rect& area,
                    bool side_by_side) {
    const float space = bedside_px(context, 14.0F);
    const auto count = static_cast<float>(c_shortcuts.size());
    const float width =
        side_by_side ? std::floor((area.width - (count - 1.0F) * space) / count) : area.width;
    const float height = target_px(context, 72.0F);
    ImVec2 at{area.x, area.y};
    for (const Shortcut& shortcut : c_shortcuts) {
        if (big_button(context, shortcut.words, {at.x, at.y, width, height},
                       {.words = context.tr(shortcut.words),
                        .icon = shortcut.icon,
                        .chosen = state.page == shortcut.page && !state.shows_list})) {
            turn_to(state, shortcut.page);
        }
        at =
            side_by_side ? ImVec2{at.x + width + space, at.y} : ImVec2{at.x, at.y + height + space};
    }
}

/// The panel's name, or where list and words take turns both; at the right the way out.
void draw_head(PanelContext& context, BedsideState& state, const Rect& area) {
    const bool turns = view::takes_turns(context.input.layout);
    const BigButton leave_look{.words = context.tr("Leave"), .plate = false};
    const float inset = bedside_px(context, 16.0F);
    const float leave = measure_text(context, TextRole::button, leave_look.words).x + 3.0F * inset;
    if (turns) {
        const float width = std::floor(0.5F * (area.width - leave));
        if (big_button(
                context, "list", {area.x, area.y, width, area.height},
                {.words = context.tr("Place"), .chosen = state.shows_list, .plate = false})) {
            state.shows_list = true;
        }
        if (big_button(
                context, "words", {area.x + width, area.y, width, area.height},
                {.words = context.tr("Words"), .chosen = !state.shows_list, .plate = false})) {
            state.shows_list = false;
        }
    } else {
        const float icon = bedside_px(context, 30.0F);
        const float middle = area.y + 0.5F * area.height;
        ImDrawList* const list = ImGui::GetWindowDrawList();
        draw_product_mark(list, {area.x + 0.5F * icon, middle}, icon, context.theme.accent);
        const float line = context.fonts.face(TextRole::section).line_height;
        draw_text_cut(context, list, TextRole::section,
                      {area.x + icon + inset, std::floor(middle - 0.5F * line)},
                      context.theme.text1, context.tr("Where is it?"),
                      area.width - icon - inset - leave);
    }
    if (big_button(context, "leave", {area.right() - leave, area.y, leave, area.height},
                   leave_look)) {
        turn_to(state, BedsidePage::rooms);
    }
}

} // namespace

void draw_bedside_list(PanelContext& context, BedsideState& state) {
    const view::Layout& layout = context.input.layout;
    const bool turns = view::takes_turns(layout);
    const Rect& area = turns ? layout.panel : layout.drawer;
    const float side = bedside_px(context, turns ? 20.0F : 32.0F);
    const float edge = bedside_px(context, 16.0F);
    const float head = target_px(context, 64.0F);
    const FixedWindow window("bedside list", area, {.ground = context.theme.window});
    draw_head(context, state, {area.x + side, area.y + edge, area.width - 2.0F * side, head});
    if (turns && !state.shows_list) {
        return;
    }
    const bool side_by_side = area.height < context.px(c_short_panel);
    const float foot = shortcuts_height(context, side_by_side);
    const float top = area.y + edge + head + edge;
    const float bottom = area.bottom() - edge - foot;
    {
        const SwipeArea scroll(context, "sites", {area.x, top, area.width, bottom - top - edge},
                               side);
        draw_sites(context, state);
    }
    draw_shortcuts(context, state, {area.x + side, bottom, area.width - 2.0F * side, foot},
                   side_by_side);
}

} // namespace osteon::ui
