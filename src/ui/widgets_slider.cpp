#include "ui/widgets.h"

#include <GLFW/glfw3.h>
#include <fmt/core.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace osteon::ui {

namespace {

float snapped(float value, const SliderRange& range) {
    const float steps = std::round((value - range.min) / range.step);
    return std::clamp(range.min + steps * range.step, range.min, range.max);
}

std::string value_words(float value, const SliderRange& range) {
    return fmt::format("{:.0f}\u202F{}", value * 100.0F, range.unit);
}

/// A text field in place of the value; returns what was typed once Enter is pressed.
std::optional<float> typed_value(PanelContext& context, const SliderRange& range,
                                 SliderDraft& draft) {
    const float width = context.px(72.0F);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + content_width() - width);
    ImGui::SetNextItemWidth(width);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, context.metrics.px(8.0F, 2.0F));
    if (draft.focus_wanted) {
        ImGui::SetKeyboardFocusHere();
        draft.focus_wanted = false;
    }
    const bool entered =
        ImGui::InputText("##typed", &draft.typed,
                         ImGuiInputTextFlags_CharsDecimal | ImGuiInputTextFlags_EnterReturnsTrue |
                             ImGuiInputTextFlags_AutoSelectAll);
    ImGui::PopStyleVar();
    if (!entered && !ImGui::IsItemDeactivated()) {
        return std::nullopt;
    }
    draft.typing = false;
    int percent = 0;
    const char* const end = draft.typed.data() + draft.typed.size();
    if (!entered || std::from_chars(draft.typed.data(), end, percent).ec != std::errc{}) {
        return std::nullopt;
    }
    return std::clamp(static_cast<float>(percent) / 100.0F, range.min, range.max);
}

void draw_slider(const PanelContext& context, const Touch& state, float share) {
    const Theme& theme = context.theme;
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float middle = std::floor(0.5F * (state.min.y + state.max.y));
    const float half = context.px(2.0F);
    const float knob = context.px(9.0F);
    const ImVec2 centre{state.min.x + knob + share * (state.max.x - state.min.x - 2.0F * knob),
                        middle};
    list->AddRectFilled({state.min.x, middle - half}, {state.max.x, middle + half},
                        theme.contrast ? theme.control_edge : theme.line_strong, half);
    list->AddRectFilled({state.min.x, middle - half}, {centre.x, middle + half}, theme.accent,
                        half);
    list->AddCircleFilled(centre, knob + context.px(2.0F), theme.panel);
    list->AddCircleFilled(centre, knob + context.px(state.hovered || state.held ? 1.0F : 0.0F),
                          theme.accent);
}

/// Where the pointer holds the knob.
float value_at_pointer(const PanelContext& context, const Touch& state, const SliderRange& range) {
    const float knob = context.px(9.0F);
    const float along = (ImGui::GetIO().MousePos.x - state.min.x - knob) /
                        std::max(1.0F, state.max.x - state.min.x - 2.0F * knob);
    return snapped(range.min + std::clamp(along, 0.0F, 1.0F) * (range.max - range.min), range);
}

/// A step to the side by Left and Right while the slider has the keyboard's focus, which then
/// stays.
std::optional<float> keyed_value(const Touch& state, float value, const SliderRange& range) {
    if (!state.focused) {
        return std::nullopt;
    }
    const int way = (ImGui::IsKeyPressed(GLFW_KEY_RIGHT) ? 1 : 0) -
                    (ImGui::IsKeyPressed(GLFW_KEY_LEFT) ? 1 : 0);
    if (way == 0) {
        return std::nullopt;
    }
    ImGui::NavMoveRequestCancel();
    return snapped(value + static_cast<float>(way) * range.step, range);
}

} // namespace

std::optional<float> slider(PanelContext& context, const char* label, float value,
                            const SliderRange& range, SliderDraft& draft) {
    ImGui::PushID(label);
    const ImGuiID id = ImGui::GetID("track");
    const bool own_draft = draft.active == id;
    const float shown = own_draft && !draft.typing ? draft.value : value;
    std::optional<float> result;

    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_text(context, list, TextRole::button, start, context.theme.text1, label);
    if (own_draft && draft.typing) {
        result = typed_value(context, range, draft);
        ImGui::SetCursorScreenPos({start.x, start.y + context.px(24.0F)});
    } else {
        const std::string words = value_words(shown, range);
        const float width = measure_text(context, TextRole::secondary, words).x;
        draw_text(context, list, TextRole::secondary, {start.x + content_width() - width, start.y},
                  context.theme.text2, words);
        ImGui::Dummy({0.0F, context.px(24.0F)});
    }

    const Touch state =
        touch(context, "track", {content_width(), context.px(36.0F)}, context.px(9.0F));
    tell(context, state, label, value_words(shown, range));
    const bool types = (state.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) ||
                       (state.focused && state.clicked && !draft.typing); // Enter
    if (types) {
        draft = {.active = id,
                 .value = value,
                 .typing = true,
                 .focus_wanted = true,
                 .typed = fmt::format("{:.0f}", value * 100.0F)};
    } else if (state.held && ImGui::IsMouseDown(ImGuiMouseButton_Left) && !draft.typing) {
        draft.active = id;
        draft.value = value_at_pointer(context, state, range);
    } else if (own_draft && !draft.typing) {
        result = draft.value;
        draft = {};
    } else if (const auto keyed = keyed_value(state, value, range)) {
        result = keyed;
    }
    draw_slider(context, state, (shown - range.min) / (range.max - range.min));
    ImGui::PopID();
    return result == value ? std::nullopt : result;
}

std::optional<float> inline_slider(PanelContext& context, const char* id, float value,
                                   const SliderRange& range, float width, std::string_view tip) {
    const Touch state = touch(context, id, {width, context.px(36.0F)}, context.px(9.0F));
    tell(context, state, tip, value_words(value, range));
    float wanted = keyed_value(state, value, range).value_or(value);
    if (state.held && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        wanted = value_at_pointer(context, state, range);
    } else if (state.hovered && ImGui::GetIO().MouseWheel != 0.0F) {
        wanted = snapped(value + ImGui::GetIO().MouseWheel * range.step, range);
    }
    tooltip(context, tip);
    draw_slider(context, state,
                std::clamp((value - range.min) / (range.max - range.min), 0.0F, 1.0F));
    return wanted == value ? std::nullopt : std::optional(wanted);
}

} // namespace osteon::ui
