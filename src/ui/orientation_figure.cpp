#include "ui/commands.h"
#include "ui/stage_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace osteon::ui {
namespace {

using session::StandardView;

constexpr float disc = 76.0F;          // px at 100 %
constexpr float turn_per_px = 0.012F;  // radians
constexpr float quarter = 0.78539816F; // half of a right angle, radians
constexpr float steepest = 1.5F;

struct SideView {
    char letter;
    const char* name;
    float angle; ///< yaw from which the side is seen
    StandardView view;
};
constexpr std::array<SideView, 4> sides = {{
    {'A', "front (anterior)", 0.0F, StandardView::anterior},
    {'L', "body’s left", 2.0F * quarter, StandardView::left},
    {'P', "back (posterior)", 4.0F * quarter, StandardView::posterior},
    {'R', "body’s right", -2.0F * quarter, StandardView::right},
}};

/// Where a direction of the body stands on the floor ellipse, seen from a yaw.
ImVec2 on_floor(ImVec2 centre, ImVec2 radius, float angle, float yaw) {
    return {centre.x + radius.x * std::sin(angle - yaw),
            centre.y + radius.y * std::cos(angle - yaw)};
}

/// A standing person, narrower from the side.
void draw_person(const PanelContext& context, ImDrawList* list, ImVec2 centre, float yaw) {
    const float width = 0.62F + 0.38F * std::abs(std::cos(yaw));
    const ImU32 colour = context.theme.text2;
    const auto x = [&](float px) { return centre.x + context.metrics.stroke(px) * width; };
    const auto y = [&](float px) { return centre.y + context.metrics.stroke(px); };
    list->AddCircleFilled({centre.x, y(-20.0F)}, context.metrics.stroke(5.0F), colour);
    list->AddRectFilled({x(-8.0F), y(-13.0F)}, {x(8.0F), y(4.0F)}, colour,
                        context.metrics.stroke(4.0F));
    list->AddRectFilled({x(-5.5F), y(0.0F)}, {x(-0.7F), y(20.0F)}, colour,
                        context.metrics.stroke(1.5F));
    list->AddRectFilled({x(0.7F), y(0.0F)}, {x(5.5F), y(20.0F)}, colour,
                        context.metrics.stroke(1.5F));
}

void draw_badge(const PanelContext& context, ImDrawList* list, ImVec2 place, char letter) {
    const std::string word(1, letter);
    const ImVec2 size = measure_text(context, TextRole::rail_label, word);
    list->AddCircleFilled(place, context.metrics.stroke(8.5F), context.theme.accent);
    draw_text(context, list, TextRole::rail_label,
              {std::round(place.x - 0.5F * size.x), std::round(place.y - 0.5F * size.y)},
              context.theme.on_accent, word);
}

/// The view that a click at a place of the disc means: the side nearest to it; above the shoulders
/// the view from above.
StandardView view_at(ImVec2 place, ImVec2 centre, ImVec2 radius, float top, float yaw) {
    if (place.y < top) {
        return StandardView::superior;
    }
    const auto distance = [&](const SideView& side) {
        const ImVec2 at = on_floor(centre, radius, side.angle, yaw);
        return std::hypot(place.x - at.x, place.y - at.y);
    };
    const auto nearest = std::min_element(sides.begin(), sides.end(),
                                          [&](const SideView& left, const SideView& right) {
                                              return distance(left) < distance(right);
                                          });
    return nearest->view;
}

void draw_floor(const PanelContext& context, ImDrawList* list, ImVec2 floor, ImVec2 radius,
                float yaw) {
    constexpr int steps = 40;
    for (int i = 0; i < steps; ++i) {
        const float angle = 8.0F * quarter * static_cast<float>(i) / steps;
        list->PathLineTo(on_floor(floor, radius, angle, 0.0F));
    }
    list->PathStroke(context.theme.text3, ImDrawFlags_Closed, context.metrics.stroke(1.2F));
    for (const SideView& side : sides) {
        list->AddCircleFilled(on_floor(floor, radius, side.angle, yaw),
                              context.metrics.stroke(2.2F), context.theme.text3);
    }
}

void turn(PanelContext& context, const Touch& touched) {
    const ImVec2 by = ImGui::GetIO().MouseDelta;
    const bool moved =
        ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, context.px(4.0F)).x != 0.0F ||
        ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, context.px(4.0F)).y != 0.0F;
    if (!touched.held || !moved || (by.x == 0.0F && by.y == 0.0F)) {
        return;
    }
    session::CameraPose pose = context.input.pose;
    const float step = turn_per_px / context.metrics.scale;
    pose.yaw -= step * by.x;
    pose.pitch = std::clamp(pose.pitch + step * by.y, -steepest, steepest);
    context.emit(session::SetCamera{pose});
}

void draw_disc(PanelContext& context, const Rect& area) {
    const Theme& theme = context.theme;
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float size = context.px(disc);
    const ImVec2 centre{area.x + 0.5F * area.width, area.y + 0.5F * size};
    ImGui::SetCursorScreenPos({centre.x - 0.5F * size, area.y});
    const Touch touched = touch(context, "figure", {size, size}, 0.5F * size);
    tooltip(
        context,
        context.tr("Click a side to look from there, drag to turn. The letter names the side that "
                   "faces you: A front, P back, L and R the body’s left and right, S above"));
    list->AddCircleFilled(centre, 0.5F * size, theme.panel, 48);
    list->AddCircle(centre, 0.5F * size - 0.5F,
                    mixed(theme.line_strong, theme.accent, touched.hover_fade), 48,
                    context.px(theme.edge));

    const float yaw = context.input.pose.yaw;
    const ImVec2 floor{centre.x, centre.y + context.metrics.stroke(8.0F)};
    const ImVec2 radius{context.metrics.stroke(25.0F), context.metrics.stroke(10.0F)};
    draw_floor(context, list, floor, radius, yaw);
    draw_person(context, list, centre, yaw);
    const char letter = facing_side(yaw, context.input.pose.pitch);
    const auto side = std::find_if(sides.begin(), sides.end(),
                                   [&](const SideView& each) { return each.letter == letter; });
    const ImVec2 above{centre.x, centre.y - context.metrics.stroke(20.0F)};
    const ImVec2 below{centre.x, centre.y + context.metrics.stroke(22.0F)};
    draw_badge(context, list,
               side != sides.end() ? on_floor(floor, radius, side->angle, yaw)
               : letter == 'S'     ? above
                                   : below,
               letter);
    turn(context, touched);
    const float guard = context.px(4.0F);
    if (touched.clicked &&
        ImGui::GetIO().MouseDragMaxDistanceSqr[ImGuiMouseButton_Left] < guard * guard) {
        const float shoulders = centre.y - context.metrics.stroke(14.0F);
        context.emit(
            session::LookFrom{view_at(ImGui::GetIO().MousePos, floor, radius, shoulders, yaw)});
    }
}

void draw_zoom_bar(PanelContext& context, const Rect& bar) {
    struct Step {
        Command command;
        Icon icon;
        const char* words;
    };
    constexpr std::array<Step, 3> steps = {
        {{Command::zoom_in, Icon::plus, translatable("Nearer")},
         {Command::zoom_out, Icon::minus, translatable("Farther")},
         {Command::home, Icon::home, translatable("Whole skeleton")}}};
    draw_plate(context, ImGui::GetWindowDrawList(), {bar.x, bar.y}, {bar.right(), bar.bottom()},
               context.px(10.0F), false);
    const float step = bar.height / static_cast<float>(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const float spare = 0.5F * (bar.width - context.px(36.0F));
        ImGui::SetCursorScreenPos(
            {bar.x + std::floor(spare),
             bar.y + std::floor(step * static_cast<float>(i) + 0.5F * (step - context.px(36.0F)))});
        const std::string tip = context.tr(steps[i].words) + keys_after(context, steps[i].command);
        if (icon_button(context, steps[i].words, steps[i].icon, tip)) {
            for (session::Action& action :
                 actions_of(steps[i].command, {context.input.session, context.input.pose})) {
                context.output.actions.push_back(std::move(action));
            }
        }
    }
}

} // namespace

char facing_side(float yaw, float pitch) {
    if (std::abs(pitch) > quarter) {
        return pitch > 0.0F ? 'S' : 'I';
    }
    const auto facing = [yaw](const SideView& side) { return std::cos(side.angle - yaw); };
    return std::max_element(sides.begin(), sides.end(),
                            [&](const SideView& left, const SideView& right) {
                                return facing(left) < facing(right);
                            })
        ->letter;
}

void draw_orientation_figure(PanelContext& context, StageState&, const Rect& area) {
    const FixedWindow window("orientation", area, {.stays_behind = true});
    if (!session::is_scan(context.input.session.stage)) { // which does not turn
        draw_disc(context, area);
    }
    const float below = area.y + context.px(disc + 10.0F);
    if (area.bottom() - below < context.px(108.0F)) {
        return;
    }
    const float width = context.px(42.0F);
    draw_zoom_bar(
        context, {std::round(area.centre().x - 0.5F * width), below, width, area.bottom() - below});
}

} // namespace osteon::ui
