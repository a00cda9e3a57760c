#include "ui/markdown_view.h"
#include "ui/reading_panel_parts.h"
#include "ui/widgets.h"

#include <algorithm>

namespace osteon::ui {
namespace {

using knowledge::Confidence;
using knowledge::Route;
using knowledge::RouteStep;

/// Is this the route that the user chose to see, whether or not the look shows it?
bool is_chosen(const PanelContext& context, const Route& route) {
    const session::Stage& stage = context.input.session.stage;
    const knowledge::Primary* const primary = context.input.world.knowledge.primary(stage.primary);
    if (!stage.route || primary == nullptr) {
        return false;
    }
    const Route* const wanted = primary->route(stage.route_id);
    return &route == (wanted != nullptr ? wanted : primary->route({}));
}

Icon icon_of(const Route& route) {
    const bool veins = route.id == "vertebral_venous_plexus" || route.id == "portal_to_vertebral";
    return veins ? Icon::ladder : Icon::origin;
}

/// The sites that a step reaches, as links.
void draw_reached(PanelContext& context, ReadingPanelState& state, const RouteStep& step,
                  float width) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    std::vector<knowledge::Span> spans;
    for (const std::string& id : step.sites) {
        if (const knowledge::Site* const site = known.site(id)) {
            knowledge::Span lead;
            lead.text = spans.empty() ? std::string(context.tr("To")) + ' ' : std::string(", ");
            spans.push_back(lead);
            knowledge::Span link;
            link.text = site->name;
            link.link = knowledge::LinkKind::site;
            link.target = id;
            spans.push_back(link);
        }
    }
    if (!spans.empty()) {
        draw_spans(context, state, spans, {.regular = TextRole::caption}, context.theme.text2,
                   width);
    }
}

/// The vessels and bones of a step light up on the stage.
void light_up(PanelContext& context, const RouteStep& step) {
    view::Pointing& pointing = context.output.pointing;
    pointing.hovered_vessels = step.vessels;
    for (const std::string& id : step.sites) {
        if (const knowledge::Site* const site = context.input.world.knowledge.site(id)) {
            pointing.hovered_group.insert(pointing.hovered_group.end(), site->bones.begin(),
                                          site->bones.end());
        }
    }
}

/// A step to choose: the stage shows it alone and the camera goes there. The one that is told has a
/// lit ground and a filled number.
void draw_step(PanelContext& context, ReadingPanelState& state, const Route& route,
               std::size_t index, float width) {
    const Theme& theme = context.theme;
    const RouteStep& step = route.steps[index];
    const session::Stage& stage = context.input.session.stage;
    const bool told = session::route_step_of(stage, context.input.world) == &step;
    const float indent = context.px(32.0F);
    const float padding = context.px(6.0F);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float words =
        measure_text(context, TextRole::secondary, step.text, width - indent - padding).y;
    const float rounding = context.px(9.0F);
    const Touch row = touch(context, "step", {width, words + 2.0F * padding}, rounding);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->AddRectFilled(row.min, row.max, told ? theme.panel : faded(theme.hover, row.hover_fade),
                        rounding);
    if (told) {
        list->AddRect(row.min, row.max, theme.accent, rounding, 0, context.px(theme.edge));
    }
    const ImVec2 after = ImGui::GetCursorScreenPos();
    const std::string number = std::to_string(index + 1);
    const ImVec2 disc{start.x + context.px(16.0F), start.y + padding + context.px(10.0F)};
    const ImVec2 size = measure_text(context, TextRole::caption_strong, number);
    list->AddCircleFilled(disc, context.px(10.0F), told ? theme.accent : theme.track, 24);
    draw_text(context, list, TextRole::caption_strong,
              {std::floor(disc.x - 0.5F * size.x), std::floor(disc.y - 0.5F * size.y)},
              told ? theme.on_accent : theme.text1, number);
    ImGui::SetCursorScreenPos({start.x + indent, start.y + padding});
    wrapped_text(context, TextRole::secondary, theme.text1, step.text, width - indent - padding);
    if (row.hovered || row.focused) {
        light_up(context, step);
    }
    if (row.clicked) {
        context.emit(session::ShowRouteStep{route.id, told ? -1 : static_cast<int>(index)});
    }
    ImGui::SetCursorScreenPos({start.x + indent, after.y});
    draw_reached(context, state, step, width - indent);
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    gap(context, 2.0F);
}

/// Which step is told, between the buttons to the one before and after it.
void draw_walk(PanelContext& context, const Route& route, float x, float width) {
    const ImVec2 start{x, ImGui::GetCursorScreenPos().y};
    const RouteStep* const told =
        session::route_step_of(context.input.session.stage, context.input.world);
    const std::string words =
        told == nullptr
            ? std::string(context.tr("The whole way"))
            : context.tr("Step {} of {}", told - route.steps.data() + 1, route.steps.size());
    const float size = context.px(36.0F);
    ImGui::SetCursorScreenPos(start);
    if (icon_button(context, "previous", Icon::back,
                    std::string(context.tr("Previous step")) +
                        keys_after(context, Command::previous_step))) {
        context.emit(session::WalkRoute{-1});
    }
    ImGui::SetCursorScreenPos({start.x + width - size, start.y});
    if (icon_button(context, "next", Icon::forward,
                    std::string(context.tr("Next step")) +
                        keys_after(context, Command::next_step))) {
        context.emit(session::WalkRoute{1});
    }
    const ImVec2 box = measure_text(context, TextRole::label_title, words);
    draw_text(
        context, ImGui::GetWindowDrawList(), TextRole::label_title,
        {std::floor(start.x + 0.5F * (width - box.x)), std::floor(start.y + 0.5F * (size - box.y))},
        context.theme.text1, words);
    ImGui::SetCursorScreenPos({x, start.y + size});
    gap(context, 4.0F);
}

/// What is told of a route while it is shown.
void draw_steps(PanelContext& context, ReadingPanelState& state, const Route& route, float x,
                float width) {
    const bool seen =
        session::route_of(context.input.session.stage, context.input.world) != nullptr;
    gap(context, 8.0F);
    if (seen) {
        draw_walk(context, route, x, width);
    }
    for (std::size_t i = 0; i < route.steps.size(); ++i) {
        ImGui::SetCursorScreenPos({x, ImGui::GetCursorScreenPos().y});
        ImGui::PushID(static_cast<int>(i));
        draw_step(context, state, route, i, width);
        ImGui::PopID();
    }
    gap(context, 6.0F);
    ImGui::SetCursorScreenPos({x, ImGui::GetCursorScreenPos().y});
    wrapped_text(
        context, TextRole::caption, context.theme.text3,
        seen ? context.tr("An illustration: vessels are drawn simpler and wider than they are, an "
                          "organ of a pair on one side")
             : context.tr("This look has no place for a route: choose the solid one"),
        width);
}

void draw_card(PanelContext& context, ReadingPanelState& state, const Route& route) {
    const bool chosen = is_chosen(context, route);
    const Card card(context, {.ground = chosen ? context.theme.accent_ground : 0,
                              .edge = chosen ? context.theme.accent : 0});
    const ImVec2 start = ImGui::GetCursorScreenPos();
    draw_icon(ImGui::GetWindowDrawList(), icon_of(route),
              {start.x + context.px(10.0F), start.y + context.px(12.0F)}, context.px(20.0F),
              chosen ? context.theme.accent : context.theme.text2);
    const float x = start.x + context.px(34.0F);
    float width = card.inner_width() - context.px(34.0F);
    const bool shows = !route.steps.empty();
    if (shows) {
        const float size = context.px(36.0F);
        ImGui::SetCursorScreenPos({x + width - size, start.y - context.px(6.0F)});
        if (icon_button(context, "show", chosen ? Icon::close : Icon::play,
                        chosen ? context.tr("Hide this way")
                               : context.tr("Show this way on the skeleton"),
                        {.colour = chosen ? context.theme.accent : 0})) {
            context.emit(session::ShowRoute{!chosen, route.id});
        }
    }
    const float title_width = shows ? width - context.px(40.0F) : width;
    ImGui::SetCursorScreenPos({x, start.y});
    wrapped_text(context, TextRole::card_title, context.theme.text1, route.name, title_width);
    ImGui::SetCursorScreenPos({x, ImGui::GetCursorScreenPos().y});
    draw_sourced(context, state, TextRole::secondary, context.theme.text2, route.why, route.sources,
                 width);
    if (route.confidence == Confidence::recalled) {
        ImGui::SetCursorScreenPos({x, ImGui::GetCursorScreenPos().y});
        wrapped_text(context, TextRole::caption, context.theme.text3,
                     context.tr("Not checked against its source"), width);
    }
    if (chosen) {
        draw_steps(context, state, route, start.x, card.inner_width());
    }
}

} // namespace

void draw_route_cards(PanelContext& context, ReadingPanelState& state,
                      const knowledge::Primary& primary) {
    if (primary.routes.empty()) {
        return;
    }
    page_section(context, state, context.tr("How it gets there"), "how-it-gets-there");
    for (const Route& route : primary.routes) {
        if (route.confidence == Confidence::recalled &&
            !context.input.session.settings.show_unchecked) {
            continue;
        }
        ImGui::PushID(route.id.c_str());
        draw_card(context, state, route);
        gap(context, 8.0F);
        ImGui::PopID();
    }
}

} // namespace osteon::ui
