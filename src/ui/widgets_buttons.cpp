#include "ui/widgets.h"

#include <GLFW/glfw3.h>
#include <imgui_internal.h>

#include <algorithm>

namespace osteon::ui {

namespace {

constexpr float disabled_opacity = 0.38F;

/// 6 % of white or black over a control while it is hovered, 12 % while it is held.
ImU32 veil(const Theme& theme, const Touch& state) {
    const float share = state.held ? 0.12F : 0.06F * state.hover_fade;
    return faded(theme.light ? IM_COL32_BLACK : IM_COL32_WHITE, share);
}

struct Ink {
    ImU32 ground;
    ImU32 edge;
    ImU32 words;
};

Ink ink_of(const Theme& theme, const ButtonLook& look) {
    switch (look.style) {
    case ButtonStyle::primary:
        return {theme.accent, theme.accent, theme.on_accent};
    case ButtonStyle::outlined:
        return {0, theme.line_strong, theme.text1};
    case ButtonStyle::quiet:
        break;
    }
    return {look.chosen ? theme.hover : 0U, 0, look.chosen ? theme.text1 : theme.text2};
}

ImVec2 middle(const Touch& state) {
    return {0.5F * (state.min.x + state.max.x), 0.5F * (state.min.y + state.max.y)};
}

/// An icon and a word, centred together in a rectangle.
void draw_icon_and_word(const PanelContext& context, const Touch& state, Icon icon,
                        std::string_view word, TextRole role, ImU32 colour) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float icon_room = icon == Icon::none ? 0.0F : context.px(word.empty() ? 18.0F : 26.0F);
    const ImVec2 size = measure_text(context, role, word);
    const ImVec2 centre = middle(state);
    float x = std::floor(centre.x - 0.5F * (size.x + icon_room));
    if (icon != Icon::none) {
        draw_icon(list, icon, {x + context.px(9.0F), centre.y}, context.px(18.0F), colour);
        x += icon_room;
    }
    draw_text(context, list, role, {x, std::floor(centre.y - 0.5F * size.y)}, colour, word);
}

float segment_width(const PanelContext& context, const Segment& segment) {
    const std::string_view label = segment.label;
    float width = context.px(28.0F);
    if (!label.empty()) {
        width += measure_text(context, TextRole::button, label).x;
    }
    if (segment.icon != Icon::none) {
        width += context.px(label.empty() ? 18.0F : 26.0F);
    }
    return width;
}

} // namespace

void tell(PanelContext& context, const Touch& touched, std::string_view words,
          std::string_view more) {
    if (touched.focused) {
        context.output.told = words;
        if (!words.empty() && !more.empty()) {
            context.output.told += ", ";
        }
        context.output.told += more;
    }
}

void draw_focus_ring(const PanelContext& context, ImDrawList* list, ImVec2 min, ImVec2 max,
                     float rounding) {
    const float out = context.px(2.0F);
    // Rings may lie outside a padded child; they are not cut by it.
    list->PushClipRectFullScreen();
    list->AddRect({min.x - out, min.y - out}, {max.x + out, max.y + out}, context.theme.accent,
                  rounding + out, 0, context.px(2.0F));
    list->PopClipRect();
}

Touch touch(PanelContext& context, const char* id, ImVec2 size, float rounding, bool enabled) {
    Touch state;
    state.min = ImGui::GetCursorScreenPos();
    state.max = {state.min.x + size.x, state.min.y + size.y};
    ImGui::BeginDisabled(!enabled);
    state.clicked = ImGui::InvisibleButton(id, {std::max(1.0F, size.x), std::max(1.0F, size.y)});
    ImGui::EndDisabled();
    state.hovered = enabled && ImGui::IsItemHovered();
    state.held = enabled && ImGui::IsItemActive();
    state.focused = enabled && ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
    state.hover_fade = context.motion.towards(ImGui::GetItemID(), state.hovered);
    if (state.focused) {
        // Dear ImGui presses with the space bar alone.
        state.clicked = state.clicked || ImGui::IsKeyPressed(GLFW_KEY_ENTER, false) ||
                        ImGui::IsKeyPressed(GLFW_KEY_KP_ENTER, false);
        if (ImGui::IsItemVisible()) { // not over what stands above a page that is scrolled
            draw_focus_ring(context, ImGui::GetWindowDrawList(), state.min, state.max, rounding);
        }
    }
    return state;
}

float button_width(const PanelContext& context, const char* label, const ButtonLook& look) {
    const float icon = look.icon == Icon::none ? 0.0F : context.px(26.0F);
    return measure_text(context, TextRole::button, label).x + icon + context.px(32.0F);
}

bool button(PanelContext& context, const char* label, const ButtonLook& look) {
    const float width = look.width > 0.0F ? look.width : button_width(context, label, look);
    const float rounding = context.px(9.0F);
    const Touch state = touch(context, look.id != nullptr ? look.id : label,
                              {width, context.px(look.height)}, rounding, look.enabled);
    tell(context, state, label);
    const float opacity = look.enabled ? 1.0F : disabled_opacity;
    const Ink ink = ink_of(context.theme, look);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    if (ink.ground != 0) {
        list->AddRectFilled(state.min, state.max, faded(ink.ground, opacity), rounding);
    }
    list->AddRectFilled(state.min, state.max, veil(context.theme, state), rounding);
    if (ink.edge != 0) {
        list->AddRect(state.min, state.max, faded(ink.edge, opacity), rounding, 0,
                      context.px(context.theme.edge));
    }
    draw_icon_and_word(context, state, look.icon, label, TextRole::button,
                       faded(ink.words, opacity));
    return state.clicked;
}

bool icon_button(PanelContext& context, const char* id, Icon icon, std::string_view tip,
                 const IconButtonLook& look) {
    const float size = context.px(look.size);
    const float rounding = context.px(9.0F);
    const Touch state = touch(context, id, {size, size}, rounding, look.enabled);
    tell(context, state, tip);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    if (look.chosen) {
        list->AddRectFilled(state.min, state.max, context.theme.hover, rounding);
    }
    list->AddRectFilled(state.min, state.max, veil(context.theme, state), rounding);
    const ImU32 rest = look.colour != 0 ? look.colour : context.theme.text2;
    const ImU32 colour = mixed(rest, context.theme.text1, state.hover_fade);
    draw_icon(list, icon, middle(state), context.px(look.icon),
              faded(colour, look.enabled ? 1.0F : disabled_opacity));
    tooltip(context, tip);
    return state.clicked;
}

float segmented_width(const PanelContext& context, std::span<const Segment> segments) {
    float width = context.px(6.0F);
    for (const Segment& segment : segments) {
        width += segment_width(context, segment);
    }
    return width;
}

std::optional<std::size_t> segmented(PanelContext& context, const char* id,
                                     std::span<const Segment> segments, std::size_t chosen,
                                     float width) {
    const Theme& theme = context.theme;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float inset = context.px(3.0F);
    const float natural = segmented_width(context, segments);
    const float total = width > 0.0F ? width : natural;
    const float stretch = std::floor((total - natural) /
                                     static_cast<float>(std::max<std::size_t>(1, segments.size())));
    const ImVec2 end{start.x + total, start.y + context.px(38.0F)};
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->AddRectFilled(start, end, theme.raised, context.px(10.0F));
    list->AddRect(start, end, theme.line, context.px(10.0F), 0, context.px(theme.edge));

    std::optional<std::size_t> picked;
    ImVec2 at{start.x + inset, start.y + inset};
    ImGui::PushID(id);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& segment = segments[i];
        const ImVec2 size{segment_width(context, segment) + stretch, context.px(32.0F)};
        ImGui::SetCursorScreenPos(at);
        ImGui::PushID(static_cast<int>(i));
        const Touch state = touch(context, "segment", size, context.px(7.0F));
        const std::string_view words = *segment.label != '\0' ? segment.label : segment.tip;
        tell(context, state, words, i == chosen ? context.tr("chosen") : "");
        if (i == chosen) {
            list->AddRectFilled(state.min, state.max, theme.hover, context.px(7.0F));
            if (theme.contrast) {
                list->AddRect(state.min, state.max, theme.accent, context.px(7.0F), 0,
                              context.px(2.0F));
            }
        } else {
            list->AddRectFilled(state.min, state.max, veil(theme, state), context.px(7.0F));
        }
        const ImU32 colour = i == chosen ? theme.text1 : theme.text2;
        draw_icon_and_word(context, state, segment.icon, segment.label, TextRole::button, colour);
        tooltip(context, segment.tip);
        if (state.clicked && i != chosen) {
            picked = i;
        }
        ImGui::PopID();
        at.x += size.x;
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({end.x - start.x, end.y - start.y});
    return picked;
}

std::optional<bool> toggle(PanelContext& context, const char* label, bool on,
                           std::string_view explanation) {
    const Theme& theme = context.theme;
    const float width = content_width();
    const float words = width - context.px(56.0F);
    const float extra =
        explanation.empty() ? 0.0F : measure_text(context, TextRole::caption, explanation, words).y;
    const ImVec2 size{width, context.px(44.0F) + extra};
    const Touch state = touch(context, label, size, context.px(9.0F));
    tell(context, state, label, on ? context.tr("on") : context.tr("off"));
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_text(context, list, TextRole::button, {state.min.x, state.min.y + context.px(12.0F)},
              theme.text1, label);

    const float place = context.motion.towards(ImGui::GetItemID() ^ 1U, on);
    const ImVec2 max{state.max.x, state.min.y + context.px(33.0F)};
    const ImVec2 min{max.x - context.px(40.0F), max.y - context.px(22.0F)};
    const ImVec2 knob{min.x + context.px(11.0F) + place * context.px(18.0F),
                      0.5F * (min.y + max.y)};
    list->AddRectFilled(min, max, mixed(theme.raised, theme.accent, place), context.px(11.0F));
    list->AddRect(min, max, mixed(theme.control_edge, theme.accent, place), context.px(11.0F), 0,
                  context.px(theme.edge));
    list->AddCircleFilled(knob, context.px(8.0F), mixed(theme.text2, theme.on_accent, place));
    if (on) {
        draw_icon(list, Icon::check, knob, context.px(11.0F), faded(theme.accent, place));
    }
    if (!explanation.empty()) {
        const ImVec2 after = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({state.min.x, state.min.y + context.px(34.0F)});
        wrapped_text(context, TextRole::caption, theme.text3, explanation, words);
        ImGui::SetCursorScreenPos(after);
    }
    return state.clicked ? std::optional(!on) : std::nullopt;
}

float chip_width(const PanelContext& context, const char* label, Icon icon) {
    const float room = icon == Icon::none ? 0.0F : context.px(26.0F);
    return measure_text(context, TextRole::button, label).x + room + context.px(28.0F);
}

bool chip(PanelContext& context, const char* label, bool chosen, Icon icon) {
    const Theme& theme = context.theme;
    const ImVec2 size{chip_width(context, label, icon), context.px(36.0F)};
    const float rounding = 0.5F * size.y;
    const Touch state = touch(context, label, size, rounding);
    tell(context, state, label, chosen ? context.tr("chosen") : "");
    ImDrawList* const list = ImGui::GetWindowDrawList();
    if (chosen) {
        list->AddRectFilled(state.min, state.max, theme.accent_ground, rounding);
    }
    list->AddRectFilled(state.min, state.max, veil(theme, state), rounding);
    list->AddRect(state.min, state.max, chosen ? theme.accent : theme.line_strong, rounding, 0,
                  context.px(chosen ? 2.0F : theme.edge));
    draw_icon_and_word(context, state, icon, label, TextRole::button,
                       chosen ? theme.accent : theme.text1);
    return state.clicked;
}

bool link(PanelContext& context, const char* id, TextRole role, std::string_view words) {
    const ImVec2 size = measure_text(context, role, words);
    const Touch state = touch(context, id, size, context.px(2.0F));
    tell(context, state, words);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const ImU32 colour = context.theme.accent;
    draw_text(context, list, role, state.min, colour, words);
    const float y = state.max.y - context.px(1.0F);
    list->AddLine({state.min.x, y}, {state.max.x, y}, faded(colour, 0.4F + 0.6F * state.hover_fade),
                  context.px(1.0F));
    return state.clicked;
}

} // namespace osteon::ui
