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

void draw_step(PanelContext& context, ReadingPanelState& state, const RouteStep& step,
               std::size_t number, float width) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float indent = context.px(22.0F);
    draw_text(context, ImGui::GetWindowDrawList(), TextRole::secondary, start, context.theme.text3,
              std::to_string(number));
    ImGui::SetCursorScreenPos({start.x + indent, start.y});
    wrapped_text(context, TextRole::secondary, context.theme.text1, step.text, width - indent);
    ImGui::SetCursorScreenPos({start.x + indent, ImGui::GetCursorScreenPos().y});
    draw_reached(context, state, step, width - indent);
    const ImVec2 end{start.x + width, ImGui::GetCursorScreenPos().y};
    if (ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(start, end)) {
        light_up(context, step);
    }
    ImGui::SetCursorScreenPos({start.x, end.y});
    gap(context, 6.0F);
}

/// What is told of a route while it is shown.
void draw_steps(PanelContext& context, ReadingPanelState& state, const Route& route, float x,
                float width) {
    gap(context, 8.0F);
    for (std::size_t i = 0; i < route.steps.size(); ++i) {
        ImGui::SetCursorScreenPos({x, ImGui::GetCursorScreenPos().y});
        ImGui::PushID(static_cast<int>(i));
        draw_step(context, state, route.steps[i], i + 1, width);
        ImGui::PopID();
    }
    const bool seen =
        session::route_of(context.input.session.stage, context.input.world) != nullptr;
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
        draw_steps(context, state, route, x, width);
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
