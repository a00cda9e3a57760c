#include "ui/bedside_parts.h"
#include "view/bedside.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace osteon::ui {
namespace {

constexpr float c_zoom_step = 1.35F;
constexpr float c_nearest = 0.05F; ///< metres
constexpr float c_farthest = 12.0F;

void zoom(PanelContext& context, float factor) {
    session::CameraPose pose = context.input.pose;
    pose.distance = std::clamp(pose.distance * factor, c_nearest, c_farthest);
    context.emit(session::SetCamera{pose});
}

void draw_zoom(PanelContext& context, const Rect& area) {
    const FixedWindow window("bedside zoom", area, {.stays_behind = true});
    const bool upright = area.height > area.width;
    const float side = std::min(area.width, area.height);
    if (big_button(context, "nearer", {area.x, area.y, side, side}, {.icon = Icon::plus})) {
        zoom(context, 1.0F / c_zoom_step);
    }
    const Rect second = upright ? Rect{area.x, area.bottom() - side, side, side}
                                : Rect{area.right() - side, area.y, side, side};
    if (big_button(context, "farther", second, {.icon = Icon::minus})) {
        zoom(context, c_zoom_step);
    }
}

/// A tool in hand, or something that is done at once.
struct ToolCell {
    const char* word;
    Icon icon;
    bool chosen = false;
    bool enabled = true;
};

void draw_tools(PanelContext& context, const view::BedsideFurniture& room) {
    using session::NoteTool;
    const session::Session& session = context.input.session;
    const NoteTool tool = session.desk.tool;
    const bool noted = !session.notes.marks.empty() || !session.notes.ink.empty();
    const std::array<ToolCell, 5> cells{{
        {context.tr("Turn"), Icon::hand, tool == NoteTool::none},
        {context.tr("Mark"), Icon::site, tool == NoteTool::mark},
        {context.tr("Draw"), Icon::pen, tool == NoteTool::ink},
        {context.tr("Undo"), Icon::undo, false, !session.undo.empty()},
        {context.tr("Clear"), Icon::trash, false, noted},
    }};
    const std::array<session::Action, 5> actions{
        session::SetTool{NoteTool::none}, session::SetTool{NoteTool::mark},
        session::SetTool{NoteTool::ink}, session::Undo{}, session::ClearNotes{}};
    const Rect& area = room.tools;
    const FixedWindow window("bedside tools", area, {.stays_behind = true});
    draw_plate(context, ImGui::GetWindowDrawList(), {area.x, area.y}, {area.right(), area.bottom()},
               bedside_px(context, 20.0F), false);
    const float inset = context.px(8.0F);
    const auto columns = static_cast<std::size_t>(room.tool_columns);
    const auto rows = (cells.size() + columns - 1) / columns;
    const float width = (area.width - 2.0F * inset) / static_cast<float>(columns);
    const float height = (area.height - 2.0F * inset) / static_cast<float>(rows);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto column = static_cast<float>(i % columns);
        const auto row = static_cast<float>(i / columns);
        const Rect cell{std::round(area.x + inset + column * width),
                        std::round(area.y + inset + row * height), std::floor(width),
                        std::floor(height)};
        if (big_button(context, cells[i].word, cell,
                       {.words = cells[i].word,
                        .icon = cells[i].icon,
                        .icon_above = true,
                        .chosen = cells[i].chosen,
                        .plate = false,
                        .enabled = cells[i].enabled,
                        .role = TextRole::rail_label})) {
            context.output.actions.push_back(actions[i]);
        }
    }
}

void draw_actions(PanelContext& context, BedsideState& state, const view::BedsideFurniture& room) {
    const Rect& area = room.actions;
    const FixedWindow window("bedside actions", area, {.stays_behind = true});
    const float space = context.px(12.0F);
    const float height =
        room.actions_below ? std::floor(0.5F * (area.height - space)) : area.height;
    const float width = room.actions_below ? area.width : std::floor(0.5F * (area.width - space));
    if (big_button(context, "whole", {area.x, area.y, width, height},
                   {.words = context.tr("Whole body"), .icon = Icon::home})) {
        context.emit(session::OpenNote{});
        context.emit(session::ChooseSite{});
        context.emit(session::Select{});
        context.emit(session::Home{});
        state.in_parts = false;
    }
    if (big_button(context, "clear and close",
                   {area.right() - width, area.bottom() - height, width, height},
                   {.words = context.tr("Clear and close"), .icon = Icon::close})) {
        state.asks_clear = true;
    }
}

} // namespace

void draw_bedside_stage(PanelContext& context, BedsideState& state) {
    const view::BedsideFurniture room = view::bedside_furniture(context.input.layout);
    draw_mark_labels(context);
    draw_tools(context, room);
    draw_zoom(context, room.zoom);
    draw_actions(context, state, room);
}

bool draw_bedside_question(PanelContext& context, BedsideState& state) {
    if (!state.asks_clear) {
        return false;
    }
    const view::Layout& layout = context.input.layout;
    const FixedWindow window(c_bedside_question, layout.window,
                             {.ground = context.theme.scrim, .on_top = true});
    const float padding = bedside_px(context, 32.0F);
    const float width = std::min(bedside_px(context, 620.0F), layout.window.width - padding);
    const float room = width - 2.0F * padding;
    const char* const title = context.tr("Clear and close?");
    const char* const words =
        context.tr("Marks, drawings and all that was chosen are forgotten. Nothing brings them "
                   "back.");
    const float space = bedside_px(context, 16.0F);
    const float button = target_px(context, 68.0F);
    const float height = measure_text(context, TextRole::title, title, room).y + space +
                         measure_text(context, TextRole::body, words, room).y + 1.5F * space +
                         2.0F * button + space + 2.0F * padding;
    const Rect card{std::round(layout.window.centre().x - 0.5F * width),
                    std::round(std::max(layout.window.centre().y - 0.5F * height, 0.0F)), width,
                    height};
    draw_plate(context, ImGui::GetWindowDrawList(), {card.x, card.y}, {card.right(), card.bottom()},
               context.px(16.0F), true);
    ImGui::SetCursorScreenPos({card.x + padding, card.y + padding});
    wrapped_text(context, TextRole::title, context.theme.text1, title, room);
    ImGui::SetCursorScreenPos({card.x + padding, ImGui::GetCursorScreenPos().y + space});
    wrapped_text(context, TextRole::body, context.theme.text1, words, room);
    const float second = card.bottom() - padding - button;
    if (big_button(context, "clear", {card.x + padding, second - space - button, room, button},
                   {.words = context.tr("Clear and close"), .filled = true})) {
        clear_talk(context, state);
        return false;
    }
    if (big_button(context, "go on", {card.x + padding, second, room, button},
                   {.words = context.tr("Go on with the talk")}) ||
        ImGui::IsKeyPressed(GLFW_KEY_ESCAPE, false)) {
        state.asks_clear = false;
    }
    return true;
}

} // namespace osteon::ui
