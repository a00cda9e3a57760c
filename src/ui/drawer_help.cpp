#include "ui/drawer_help.h"

#include "ui/command_place.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace osteon::ui {

namespace {

struct Gesture {
    const char* how;
    const char* what;
};

constexpr std::array<Gesture, 9> gestures{{
    {translatable("Drag"), translatable("Turn")},
    {translatable("Right drag"), translatable("Move")},
    {translatable("Shift+drag"), translatable("Window, level")},
    {translatable("Wheel"), translatable("Nearer, farther")},
    {translatable("Click"), translatable("Choose")},
    {translatable("Ctrl+click"), translatable("Choose more")},
    {translatable("Double click"), translatable("Frame")},
    {translatable("Right click"), translatable("Menu of the bone")},
    {translatable("Drop a file"), translatable("Open a skeleton")},
}};

void heading(PanelContext& context, std::string_view words) {
    gap(context, 16.0F);
    text(context, TextRole::caption_strong, context.theme.text3, words);
    gap(context, 4.0F);
}

/// The words of a line, on as many lines as they need; takes the whole width, for a tooltip.
void line_words(PanelContext& context, ImU32 colour, std::string_view words, float room) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float height = measure_text(context, TextRole::secondary, words, room).y;
    ImGui::SetCursorScreenPos({start.x, start.y + context.px(6.0F)});
    wrapped_text(context, TextRole::secondary, colour, words, room);
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({content_width(), height + context.px(12.0F)});
}

void line(PanelContext& context, std::string_view what, std::string_view keys) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float room = content_width();
    const float width = std::max(
        measure_text(context, TextRole::caption, keys).x + context.px(16.0F), context.px(26.0F));
    draw_key(context, ImGui::GetWindowDrawList(),
             {start.x + room - width, start.y + context.px(4.0F)}, keys);
    line_words(context, context.theme.text1, what, room - width - context.px(8.0F));
}

/// A command with its key: a check where what it switches is on, faint where it cannot be had.
void command_line(PanelContext& context, const CommandRow& row, const CommandPlace& place) {
    const Theme& theme = context.theme;
    const CommandState state = state_of(row.command, place);
    const std::string keys = keys_of(context, row.command);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float room = content_width();
    float right = start.x + room;
    if (!keys.empty()) {
        right -= std::max(measure_text(context, TextRole::caption, keys).x + context.px(16.0F),
                          context.px(26.0F));
        draw_key(context, list, {right, start.y + context.px(4.0F)}, keys);
        right -= context.px(8.0F);
    }
    if (state.on.value_or(false)) {
        right -= context.px(16.0F);
        draw_icon(list, Icon::check, {right + context.px(8.0F), start.y + context.px(16.0F)},
                  context.px(16.0F), theme.accent);
        right -= context.px(4.0F);
    }
    line_words(context, state.missing == nullptr ? theme.text1 : theme.text3, context.tr(row.name),
               right - start.x);
    if (state.missing != nullptr) {
        tooltip(context, context.tr(row.name), context.tr(state.missing));
    } else if (state.on) {
        tooltip(context, context.tr(row.name), *state.on ? context.tr("on") : context.tr("off"));
    }
}

void draw_about(PanelContext& context) {
    heading(context, context.tr("About"));
    wrapped_text(
        context, TextRole::secondary, context.theme.text1,
        context.tr("Osteon shows where cancer spreads in bone, why there, and what it means."));
    gap(context, 8.0F);
    wrapped_text(context, TextRole::secondary, context.theme.text2,
                 context.tr("For teaching. Not a diagnosis. Ask a clinician about your own case."));
    if (!context.input.model_credit.empty()) {
        gap(context, 8.0F);
        wrapped_text(context, TextRole::caption, context.theme.text3, context.input.model_credit);
    }
}

} // namespace

void draw_help(PanelContext& context) {
    ImGui::Indent(context.px(12.0F));
    ImGui::PushTextWrapPos(ImGui::GetWindowWidth() - context.px(24.0F));
    heading(context, context.tr("Mouse on the skeleton"));
    for (const Gesture& gesture : gestures) {
        line(context, context.tr(gesture.what), context.tr(gesture.how));
    }
    const CommandPlace place = command_place(context);
    std::string_view group;
    for (const CommandRow& row : commands()) {
        if (group != row.group) {
            group = row.group;
            heading(context, context.tr(row.group));
        }
        command_line(context, row, place);
    }
    draw_about(context);
    ImGui::PopTextWrapPos();
    ImGui::Unindent(context.px(12.0F));
}

} // namespace osteon::ui
