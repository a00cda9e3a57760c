#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>

namespace osteon::ui {

namespace {

float line_width(const ImFont& font, const char* begin, const char* end) {
    return font.CalcTextSizeA(font.FontSize, FLT_MAX, 0.0F, begin, end).x;
}

/// Calls `visit(begin, end)` for each line of a text wrapped at `width` (0: not wrapped).
template <class Visit>
void each_line(const ImFont& font, std::string_view text, float width, Visit visit) {
    const char* at = text.data();
    const char* const end = at + text.size();
    do {
        const char* const newline = std::find(at, end, '\n');
        const char* stop = newline;
        if (width > 0.0F) {
            stop = font.CalcWordWrapPositionA(1.0F, at, newline, width);
            if (stop == at && at != newline) { // not even one letter fits
                stop = at + 1;
            }
        }
        visit(at, stop);
        at = stop;
        while (at < newline && *at == ' ') {
            ++at;
        }
        if (at == newline && at != end) {
            ++at;
        }
    } while (at < end);
}

ImVec2 text_origin(const Face& face, ImVec2 place) {
    return {place.x, place.y + std::floor(0.5F * (face.line_height - face.font->FontSize))};
}

} // namespace

ImVec2 measure_text(const PanelContext& context, TextRole role, std::string_view text,
                    float wrap_width) {
    const Face& face = context.fonts.face(role);
    if (text.empty()) { // Dear ImGui would look for the end of nothing
        return {0.0F, face.line_height};
    }
    ImVec2 size{0.0F, 0.0F};
    each_line(*face.font, text, wrap_width, [&](const char* begin, const char* end) {
        size.x = std::max(size.x, line_width(*face.font, begin, end));
        size.y += face.line_height;
    });
    return {std::ceil(size.x), size.y};
}

void draw_text(const PanelContext& context, ImDrawList* list, TextRole role, ImVec2 place,
               ImU32 colour, std::string_view text) {
    if (text.empty()) {
        return;
    }
    const Face& face = context.fonts.face(role);
    list->AddText(face.font, face.font->FontSize, text_origin(face, place), colour, text.data(),
                  text.data() + text.size());
}

float draw_text_cut(const PanelContext& context, ImDrawList* list, TextRole role, ImVec2 place,
                    ImU32 colour, std::string_view text, float width) {
    const Face& face = context.fonts.face(role);
    const ImFont& font = *face.font;
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const float whole = line_width(font, begin, end);
    if (whole <= width) {
        draw_text(context, list, role, place, colour, text);
        return whole;
    }
    constexpr std::string_view ellipsis = "…";
    const float dots = line_width(font, ellipsis.data(), ellipsis.data() + ellipsis.size());
    if (width < dots) {
        return 0.0F;
    }
    const char* cut = begin;
    const float kept = font.CalcTextSizeA(font.FontSize, width - dots, 0.0F, begin, end, &cut).x;
    draw_text(context, list, role, place, colour, {begin, static_cast<std::size_t>(cut - begin)});
    draw_text(context, list, role, {place.x + kept, place.y}, colour, ellipsis);
    return kept + dots;
}

void text(PanelContext& context, TextRole role, ImU32 colour, std::string_view text) {
    draw_text(context, ImGui::GetWindowDrawList(), role, ImGui::GetCursorScreenPos(), colour, text);
    ImGui::Dummy(measure_text(context, role, text));
}

void wrapped_text(PanelContext& context, TextRole role, ImU32 colour, std::string_view text,
                  float width) {
    const Face& face = context.fonts.face(role);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float room = std::max(1.0F, width > 0.0F ? width : content_width());
    ImDrawList* const list = ImGui::GetWindowDrawList();
    ImVec2 place = start;
    each_line(*face.font, text, room, [&](const char* begin, const char* end) {
        list->AddText(face.font, face.font->FontSize, text_origin(face, place), colour, begin, end);
        place.y += face.line_height;
    });
    ImGui::Dummy({room, place.y - start.y});
}

float content_width() {
    const ImGuiWindow* const window = ImGui::GetCurrentWindow();
    if (window->DC.TextWrapPos > 0.0F) {
        return window->DC.TextWrapPos - ImGui::GetCursorPosX();
    }
    return ImGui::GetContentRegionAvail().x;
}

void section_heading(PanelContext& context, std::string_view words) {
    gap(context, 24.0F);
    wrapped_text(context, TextRole::section, context.theme.text1, words);
    gap(context, 8.0F);
}

void gap(PanelContext& context, float length) {
    ImGui::Dummy({0.0F, context.px(length)});
}

void rule(PanelContext& context) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = content_width();
    const float thickness = std::max(1.0F, context.px(1.0F));
    ImGui::GetWindowDrawList()->AddRectFilled(start, {start.x + width, start.y + thickness},
                                              context.theme.line);
    ImGui::Dummy({width, thickness});
}

} // namespace osteon::ui
