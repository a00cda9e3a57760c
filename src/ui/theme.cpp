#include "ui/theme.h"

#include <cmath>

namespace osteon::ui {

namespace {

constexpr ImU32 rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
    return IM_COL32((hex >> 16U) & 255U, (hex >> 8U) & 255U, hex & 255U, alpha);
}

constexpr Theme dark_theme{
    .light = false,
    .contrast = false,
    .window = rgb(0x0F1317),
    .stage_centre = rgb(0x1E262E),
    .stage_edge = rgb(0x0F1317),
    .panel = rgb(0x171C22),
    .raised = rgb(0x1F262D),
    .hover = rgb(0x28313A),
    .line = rgb(0x2B343D),
    .line_strong = rgb(0x3D4853),
    .control_edge = rgb(0x6B7782),
    .text1 = rgb(0xEEF1F3),
    .text2 = rgb(0xB4BEC7),
    .text3 = rgb(0x8E9AA5),
    .accent = rgb(0x5CC8C0),
    .accent_ground = rgb(0x1B3537),
    .on_accent = rgb(0x06201E),
    .warning = rgb(0xF2B65A),
    .warning_ground = rgb(0x2E2718),
    .error = rgb(0xFF8575),
    .good = rgb(0x7FD08A),
    .track = rgb(0x242C34),
    .bar = rgb(0xB9A98A),
    .vein = rgb(0x8FB0F5),
    .artery = rgb(0xF0857B),
    .portal = rgb(0xB79BE8),
    .lymph = rgb(0x9CCB8E),
    .vessel_edge = rgb(0x0F1317),
    .cell = rgb(0xFFF6E6),
    .organ = rgb(0xE9A6B0),
    .compared_first = rgb(0xE7B2D0),
    .compared_second = rgb(0x7FA7F0),
    .scrim = rgb(0x080B0E, 158),
    .ink = rgb(0x1D4FA8),
    .ink_warning = rgb(0xB3261E),
    .ink_highlight = rgb(0xFFE14A, 150),
    .ink_edge = rgb(0xF6F3EE),
    .mark_hole = rgb(0x3A2A26),
    .mark_dense = rgb(0xFFF8EA),
};

constexpr Theme light_theme{
    .light = true,
    .contrast = false,
    .window = rgb(0xF3F0EB),
    .stage_centre = rgb(0xF6F3EE),
    .stage_edge = rgb(0xDDD7CD),
    .panel = rgb(0xFFFFFF),
    .raised = rgb(0xF5F2ED),
    .hover = rgb(0xECE8E1),
    .line = rgb(0xE1DCD3),
    .line_strong = rgb(0xC9C2B6),
    .control_edge = rgb(0x8C857A),
    .text1 = rgb(0x1B2127),
    .text2 = rgb(0x4A545D),
    .text3 = rgb(0x5C666F),
    .accent = rgb(0x0B6B64),
    .accent_ground = rgb(0xE0F0EE),
    .on_accent = rgb(0xFFFFFF),
    .warning = rgb(0x8A5200),
    .warning_ground = rgb(0xFBF1DF),
    .error = rgb(0xB3261E),
    .good = rgb(0x226B35),
    .track = rgb(0xEDE9E2),
    .bar = rgb(0x8C7A58),
    .vein = rgb(0x3F62B5),
    .artery = rgb(0xB33A32),
    .portal = rgb(0x6A4BA8),
    .lymph = rgb(0x3B7A36),
    .vessel_edge = rgb(0xF6F3EE),
    .cell = rgb(0xFFF6E6),
    .organ = rgb(0xE9A6B0),
    .compared_first = rgb(0x8C3F6E),
    .compared_second = rgb(0x2F55A4),
    .scrim = rgb(0x28241E, 102),
    .ink = rgb(0x1D4FA8),
    .ink_warning = rgb(0xB3261E),
    .ink_highlight = rgb(0xFFE14A, 150),
    .ink_edge = rgb(0xF6F3EE),
    .mark_hole = rgb(0x3A2A26),
    .mark_dense = rgb(0xFFF8EA),
};

constexpr Theme contrast_theme{
    .light = false,
    .contrast = true,
    .window = rgb(0x000000),
    .stage_centre = rgb(0x000000),
    .stage_edge = rgb(0x000000),
    .panel = rgb(0x000000),
    .raised = rgb(0x000000),
    .hover = rgb(0x28313A),
    .line = rgb(0xEEF1F3),
    .line_strong = rgb(0xEEF1F3),
    .control_edge = rgb(0xEEF1F3),
    .text1 = rgb(0xEEF1F3),
    .text2 = rgb(0xEEF1F3),
    .text3 = rgb(0xEEF1F3),
    .accent = rgb(0x7FE8E0),
    .accent_ground = rgb(0x1B3537),
    .on_accent = rgb(0x000000),
    .warning = rgb(0xF2B65A),
    .warning_ground = rgb(0x2E2718),
    .error = rgb(0xFF8575),
    .good = rgb(0x7FD08A),
    .track = rgb(0x3D4853),
    .bar = rgb(0xEEF1F3),
    .vein = rgb(0x8FB0F5),
    .artery = rgb(0xF0857B),
    .portal = rgb(0xB79BE8),
    .lymph = rgb(0x9CCB8E),
    .vessel_edge = rgb(0x0F1317),
    .cell = rgb(0xFFF6E6),
    .organ = rgb(0xE9A6B0),
    .compared_first = rgb(0xE7B2D0),
    .compared_second = rgb(0x7FA7F0),
    .scrim = rgb(0x000000, 200),
    .ink = rgb(0x1D4FA8),
    .ink_warning = rgb(0xB3261E),
    .ink_highlight = rgb(0xFFE14A, 150),
    .ink_edge = rgb(0xF6F3EE),
    .mark_hole = rgb(0x3A2A26),
    .mark_dense = rgb(0xFFF8EA),
    .edge = 2.0F,
};

ImU32 channel(ImU32 colour, int shift) {
    return (colour >> shift) & 255U;
}

/// Relative luminance by WCAG 2.1.
double luminance(ImU32 colour) {
    const auto linear = [colour](int shift) {
        const double value = channel(colour, shift) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(IM_COL32_R_SHIFT) + 0.7152 * linear(IM_COL32_G_SHIFT) +
           0.0722 * linear(IM_COL32_B_SHIFT);
}

void apply_colours(const Theme& theme, ImGuiStyle& style) {
    const auto set = [&style](ImGuiCol slot, ImU32 colour) {
        style.Colors[slot] = to_vec4(colour);
    };
    const ImU32 clear = 0;
    set(ImGuiCol_WindowBg, theme.panel);
    set(ImGuiCol_ChildBg, clear);
    set(ImGuiCol_PopupBg, theme.panel);
    set(ImGuiCol_Border, theme.line);
    set(ImGuiCol_FrameBg, theme.raised);
    set(ImGuiCol_FrameBgHovered, theme.hover);
    set(ImGuiCol_FrameBgActive, theme.raised);
    set(ImGuiCol_Text, theme.text1);
    set(ImGuiCol_TextDisabled, theme.text3);
    set(ImGuiCol_TextSelectedBg, faded(theme.accent, 0.35F));
    set(ImGuiCol_Button, clear);
    set(ImGuiCol_ButtonHovered, theme.hover);
    set(ImGuiCol_ButtonActive, theme.accent_ground);
    set(ImGuiCol_Header, theme.accent_ground);
    set(ImGuiCol_HeaderHovered, theme.hover);
    set(ImGuiCol_HeaderActive, theme.accent_ground);
    set(ImGuiCol_CheckMark, theme.accent);
    set(ImGuiCol_SliderGrab, theme.accent);
    set(ImGuiCol_SliderGrabActive, theme.accent);
    set(ImGuiCol_NavHighlight, clear); // widgets draw their own focus ring
    set(ImGuiCol_ModalWindowDimBg, theme.scrim);
    set(ImGuiCol_NavWindowingDimBg, theme.scrim);
    set(ImGuiCol_ScrollbarBg, clear);
    set(ImGuiCol_ScrollbarGrab, theme.line_strong);
    set(ImGuiCol_ScrollbarGrabHovered, theme.control_edge);
    set(ImGuiCol_ScrollbarGrabActive, theme.control_edge);
}

} // namespace

const Theme& theme_of(session::ThemeChoice choice) {
    switch (choice) {
    case session::ThemeChoice::light:
        return light_theme;
    case session::ThemeChoice::contrast:
        return contrast_theme;
    case session::ThemeChoice::dark:
        break;
    }
    return dark_theme;
}

void apply_style(const Theme& theme, const Metrics& metrics, ImGuiStyle& style) {
    style = ImGuiStyle{};
    style.WindowPadding = {0.0F, 0.0F};
    style.FramePadding = metrics.px(16.0F, 10.0F);
    style.ItemSpacing = {0.0F, 0.0F}; // panels place their parts on the grid themselves
    style.ItemInnerSpacing = metrics.px(8.0F, 8.0F);
    style.FrameRounding = metrics.px(9.0F);
    style.WindowRounding = 0.0F;
    style.ChildRounding = metrics.px(12.0F);
    style.PopupRounding = metrics.px(12.0F);
    style.GrabRounding = metrics.px(9.0F);
    style.ScrollbarSize = metrics.px(6.0F);
    style.ScrollbarRounding = metrics.px(3.0F);
    style.WindowBorderSize = 0.0F;
    style.ChildBorderSize = 0.0F;
    style.PopupBorderSize = metrics.px(theme.edge);
    style.FrameBorderSize = metrics.px(theme.edge);
    style.WindowMinSize = {1.0F, 1.0F};
    style.AntiAliasedLinesUseTex = true;
    style.CircleTessellationMaxError = 0.15F;
    style.CurveTessellationTol = 0.6F;
    apply_colours(theme, style);
}

ImU32 faded(ImU32 colour, float opacity) {
    const float alpha = static_cast<float>(channel(colour, IM_COL32_A_SHIFT)) * opacity;
    return (colour & ~IM_COL32_A_MASK) | (static_cast<ImU32>(alpha + 0.5F) << IM_COL32_A_SHIFT);
}

ImU32 mixed(ImU32 from, ImU32 to, float t) {
    const auto mix = [=](int shift) {
        const float a = static_cast<float>(channel(from, shift));
        const float b = static_cast<float>(channel(to, shift));
        return static_cast<ImU32>(a + (b - a) * t + 0.5F) << shift;
    };
    return mix(IM_COL32_R_SHIFT) | mix(IM_COL32_G_SHIFT) | mix(IM_COL32_B_SHIFT) |
           mix(IM_COL32_A_SHIFT);
}

ImVec4 to_vec4(ImU32 colour) {
    return ImGui::ColorConvertU32ToFloat4(colour);
}

double contrast_ratio(ImU32 text, ImU32 ground) {
    const double a = luminance(text) + 0.05;
    const double b = luminance(ground) + 0.05;
    return a > b ? a / b : b / a;
}

} // namespace osteon::ui
