#include "ui/toasts.h"

#include "ui/widgets.h"

#include <fmt/core.h>

#include <algorithm>

namespace osteon::ui {

namespace {

constexpr float widest = 560.0F; // px at 100 %

/// The part of the stage that no floating panel covers.
Rect open_stage(const view::Layout& layout) {
    float left = layout.stage.x;
    float right = layout.stage.right();
    if (layout.drawer_floats && !layout.drawer.empty()) {
        left = std::max(left, layout.drawer.right());
    }
    if (layout.panel_floats && !layout.panel.empty()) {
        right = std::min(right, layout.panel.x);
    }
    // Where the panels leave nothing, messages lie over them.
    if (right - left < 240.0F * layout.scale) {
        return layout.stage.empty() ? layout.window : layout.stage;
    }
    return {left, layout.stage.y, right - left, layout.stage.height};
}

/// The least height of what is touched, px at 100 %: at the bedside fingers touch it.
float target_size(const PanelContext& context) {
    return context.input.layout.mode == session::Mode::bedside ? 44.0F : 36.0F;
}

/// Draws one message whose plate ends at `bottom`; returns the plate's top.
float draw_toast(PanelContext& context, const Toast& toast, std::size_t index, const Rect& stage,
                 float bottom) {
    const Theme& theme = context.theme;
    const float target = target_size(context);
    const float room = std::min(context.px(widest), stage.width - context.px(48.0F));
    const float side = context.px(target + 12.0F); // the icon at the left, the cross at the right
    const ButtonLook undo_look{.style = ButtonStyle::quiet, .icon = Icon::undo, .height = target};
    const float undo =
        toast.offers_undo ? button_width(context, context.tr("Undo"), undo_look) : 0.0F;
    const ImVec2 words =
        measure_text(context, TextRole::secondary, toast.text, room - 2.0F * side - undo);
    const ImVec2 size{words.x + 2.0F * side + undo,
                      std::max(context.px(48.0F), words.y + context.px(28.0F))};
    const Rect area{std::round(stage.centre().x - 0.5F * size.x), bottom - size.y, size.x, size.y};

    // The window leaves room for the shadow around the plate.
    const float shadow = context.px(16.0F);
    const FixedWindow window(fmt::format("toast {}", index).c_str(), area.inset(-shadow),
                             {.on_top = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_plate(context, list, {area.x, area.y}, {area.right(), area.bottom()}, context.px(10.0F),
               true);
    const float middle = area.y + 0.5F * area.height;
    const float half = 0.5F * context.px(target);
    draw_icon(list, toast.error ? Icon::warn : Icon::info, {area.x + context.px(24.0F), middle},
              context.px(20.0F), toast.error ? theme.error : theme.accent);
    ImGui::SetCursorScreenPos({area.x + side, std::round(middle - 0.5F * words.y)});
    wrapped_text(context, TextRole::secondary, theme.text1, toast.text, room - 2.0F * side - undo);
    if (toast.offers_undo) {
        ImGui::SetCursorScreenPos(
            {area.right() - context.px(target + 10.0F) - undo, std::round(middle - half)});
        if (button(context, context.tr("Undo"), undo_look)) {
            context.emit(session::Undo{});
            context.output.closed_toasts.push_back(index);
        }
    }
    ImGui::SetCursorScreenPos(
        {area.right() - context.px(target + 6.0F), std::round(middle - half)});
    if (icon_button(context, "close", Icon::close, context.tr("Close"),
                    {.size = target, .icon = 16.0F})) {
        context.output.closed_toasts.push_back(index);
    }
    return area.y;
}

std::string task_words(const PanelContext& context, const TaskView& task) {
    const char* const what = context.tr(task.what.c_str());
    return task.total > 0 ? context.tr("{}, {} of {}", what, task.done, task.total) : what;
}

float draw_task(PanelContext& context, const TaskView& task, const Rect& stage, float bottom) {
    const float width = std::min(context.px(340.0F), stage.width - context.px(48.0F));
    const ImVec2 size{width, context.px(64.0F)};
    const Rect area{std::round(stage.centre().x - 0.5F * size.x), bottom - size.y, size.x, size.y};
    const FixedWindow window("task", area.inset(-context.px(16.0F)),
                             {.takes_input = task.can_end, .on_top = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_plate(context, list, {area.x, area.y}, {area.right(), area.bottom()}, context.px(10.0F),
               true);
    const float side = context.px(20.0F);
    draw_text_cut(context, list, TextRole::secondary, {area.x + side, area.y + context.px(12.0F)},
                  context.theme.text1, task_words(context, task),
                  width - 2.0F * side - (task.can_end ? context.px(target_size(context)) : 0.0F));
    const float share =
        task.total > 0 ? static_cast<float>(task.done) / static_cast<float>(task.total) : -1.0F;
    draw_progress(context, list, {area.x + side, area.y + context.px(42.0F)}, width - 2.0F * side,
                  share);
    if (task.can_end) {
        const float target = target_size(context);
        const float cross = context.px(target);
        ImGui::SetCursorScreenPos(
            {area.right() - cross - context.px(8.0F), area.y + context.px(4.0F)});
        if (icon_button(context, "end task", Icon::close, context.tr("Cancel"), {.size = target})) {
            context.output.requests.emplace_back(CancelTask{});
        }
    }
    return area.y;
}

} // namespace

void draw_toasts(PanelContext& context) {
    const FrameInput& input = context.input;
    const Rect stage = open_stage(input.layout);
    // Above the looks bar: 24 to the edge, 48 of bar, 12 between.
    float bottom = stage.bottom() - context.px(84.0F);
    const float space = context.px(12.0F);
    if (input.task) {
        bottom = draw_task(context, *input.task, stage, bottom) - space;
    }
    for (std::size_t i = input.toasts.size(); i-- > 0;) {
        bottom = draw_toast(context, input.toasts[i], i, stage, bottom) - space;
    }
}

} // namespace osteon::ui
