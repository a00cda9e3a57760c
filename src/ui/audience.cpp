#include "ui/audience.h"

#include "knowledge/tour.h"
#include "session/tour_stage.h"
#include "ui/widgets.h"
#include "view/layout_lecture.h"

#include <glm/gtc/constants.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace osteon::ui {
namespace {

// Lengths in px where the window is 1080 high.
constexpr float c_after_tour = 10.0F;
constexpr float c_after_title = 28.0F;
constexpr float c_before_source = 36.0F;
constexpr float c_dot = 14.0F;
constexpr float c_pill = 52.0F;
constexpr float c_dot_step = 28.0F;
constexpr float c_ink_width = 6.0F;
constexpr float c_highlighter_width = 30.0F;
constexpr float c_spot = 170.0F;     ///< radius of the light
constexpr float c_spot_edge = 60.0F; ///< over which it fades
constexpr float c_dimmed = 0.72F;
constexpr float c_blank_icon = 40.0F;
constexpr float c_blank_sign = 0.55F;   ///< opacity
constexpr float c_above_middle = 0.38F; ///< of the room that is left, above the words

/// The words of a stop, and the roles in which they fit into their room.
struct StopWords {
    std::string tour;
    std::string title;
    std::string text;
    std::string source; ///< empty: there are no figures
    TextRole title_role = TextRole::title;
    TextRole text_role = TextRole::lead;
};

std::string source_line(const PanelContext& context, const knowledge::TourStop& stop) {
    std::string line;
    for (const std::string& key : knowledge::sources_of(stop)) {
        if (const auto* const reference = context.input.world.knowledge.reference(key)) {
            line += (line.empty() ? "" : " \u00B7 ") + reference->short_text;
        }
    }
    return line;
}

/// The colours of the words: films are alike in every theme, a radiograph dark, a bone scan paper.
const Theme& inks_of(const PanelContext& context) {
    const session::Stage& stage = context.input.session.stage;
    if (session::is_scan(stage)) {
        return theme_of(session::ThemeChoice::light);
    }
    return session::film_of(stage) ? theme_of(session::ThemeChoice::dark) : context.theme;
}

float height_of(const PanelContext& context, const StopWords& words, float width, float unit) {
    const auto lines = [&](TextRole role, const std::string& text) {
        return text.empty() ? 0.0F : measure_text(context, role, text, width).y;
    };
    float height = lines(TextRole::label_title, words.tour) + c_after_tour * unit +
                   lines(words.title_role, words.title) + c_after_title * unit +
                   lines(words.text_role, words.text);
    if (!words.source.empty()) {
        height += c_before_source * unit + lines(TextRole::caption, words.source);
    }
    return height;
}

/// The largest faces in which the words fit; the least of them are still read from the last row.
StopWords fitted(const PanelContext& context, StopWords words, const Rect& room, float unit) {
    const auto longest_word_fits = [&] {
        std::size_t begin = 0;
        while (begin < words.title.size()) {
            const std::size_t end = std::min(words.title.find(' ', begin), words.title.size());
            const std::string word = words.title.substr(begin, end - begin);
            if (measure_text(context, words.title_role, word).x > room.width) {
                return false;
            }
            begin = end + 1;
        }
        return true;
    };
    const auto fits = [&] {
        return longest_word_fits() && height_of(context, words, room.width, unit) <= room.height;
    };
    if (!fits()) {
        words.title_role = TextRole::section;
    }
    if (!fits()) {
        words.text_role = TextRole::caption;
    }
    return words;
}

void draw_words(PanelContext& context, const knowledge::Tour& tour,
                const knowledge::TourStop& stop) {
    const view::Layout& layout = context.input.layout;
    const Rect& room = layout.words;
    const float unit = view::lecture_unit(layout.window.width, layout.window.height);
    const StopWords words = fitted(
        context, {tour.title, stop.title, knowledge::words_of(stop), source_line(context, stop)},
        room, unit);
    const FixedWindow window("audience", room, {.takes_input = false, .stays_behind = true});
    const float left = room.height - height_of(context, words, room.width, unit);
    ImGui::SetCursorPos({0.0F, std::floor(std::max(left, 0.0F) * c_above_middle)});
    const Theme& theme = inks_of(context);
    const auto space = [&](float length) {
        ImGui::SetCursorPos({0.0F, std::round(ImGui::GetCursorPosY() + length * unit)});
    };
    wrapped_text(context, TextRole::label_title, theme.accent, words.tour, room.width);
    space(c_after_tour);
    wrapped_text(context, words.title_role, theme.text1, words.title, room.width);
    space(c_after_title);
    wrapped_text(context, words.text_role, theme.text1, words.text, room.width);
    if (!words.source.empty()) {
        space(c_before_source);
        wrapped_text(context, TextRole::caption, theme.text2, words.source, room.width);
    }
}

/// The stops as a row of dots, the present one as a pill; as near as the row has room for.
void draw_dots(const PanelContext& context, std::size_t count, std::size_t now) {
    const view::Layout& layout = context.input.layout;
    const float unit = view::lecture_unit(layout.window.width, layout.window.height);
    const auto steps = static_cast<float>(count > 1 ? count - 1 : 1);
    const float step = std::min(c_dot_step * unit, (layout.dots.width - c_pill * unit) / steps);
    const float radius = std::min(0.5F * c_dot * unit, 0.4F * step);
    const Theme& theme = inks_of(context);
    ImDrawList* const list = ImGui::GetBackgroundDrawList();
    float x = layout.dots.x;
    const float y = layout.dots.centre().y;
    for (std::size_t i = 0; i < count; ++i) {
        const float width = i == now ? c_pill * unit : 2.0F * radius;
        list->AddRectFilled({x, y - radius}, {x + width, y + radius},
                            i == now ? theme.accent : theme.control_edge, radius);
        x += width + step - 2.0F * radius;
    }
}

ImU32 colour_of(session::InkPen pen, const Theme& theme) {
    switch (pen) {
    case session::InkPen::warning:
        return theme.error;
    case session::InkPen::highlighter:
        return faded(theme.warning, 0.4F);
    case session::InkPen::ink:
        break;
    }
    return theme.vein;
}

void draw_ink(const PanelContext& context, ImDrawList* list, const Rect& area, float unit) {
    const session::Lecture& lecture = context.input.session.lecture;
    const auto found = lecture.ink.find(lecture.stop);
    if (found == lecture.ink.end()) {
        return;
    }
    for (const session::InkStroke& stroke : found->second) {
        const bool broad = stroke.pen == session::InkPen::highlighter;
        const float width = unit * (broad ? c_highlighter_width : c_ink_width);
        const ImU32 colour = colour_of(stroke.pen, inks_of(context));
        std::vector<ImVec2> points;
        for (const glm::vec2& point : stroke.points) {
            points.push_back({area.x + point.x * area.width, area.y + point.y * area.height});
        }
        if (!broad || points.size() == 1) { // round ends would show twice through a pale line
            list->AddCircleFilled(points.front(), 0.5F * width, colour);
            list->AddCircleFilled(points.back(), 0.5F * width, colour);
        }
        list->AddPolyline(points.data(), static_cast<int>(points.size()), colour, 0, width);
    }
}

/// Nothing but a faint sign in the corner, which tells that screen from one without a signal, and
/// from a dark film.
void draw_blank(const PanelContext& context, ImDrawList* list, float unit) {
    const Rect& window = context.input.layout.window;
    const Rect& dots = context.input.layout.dots;
    list->AddRectFilled({window.x, window.y}, {window.right(), window.bottom()}, IM_COL32_BLACK);
    const ImU32 ink = faded(theme_of(session::ThemeChoice::dark).text3, c_blank_sign);
    const float size = c_blank_icon * unit;
    const float middle = dots.centre().y;
    draw_icon(list, Icon::blank, {dots.x + 0.5F * size, middle}, size, ink);
    const float line = context.fonts.face(TextRole::caption).line_height;
    draw_text(context, list, TextRole::caption,
              {std::floor(dots.x + 1.4F * size), std::floor(middle - 0.5F * line)}, ink,
              context.tr("Pause"));
}

/// Dims all but a circle whose edge is soft: rings of triangles about its centre.
void draw_spotlight(ImDrawList* list, const Rect& area, const glm::vec2& share, float unit) {
    constexpr int c_sides = 72;
    const glm::vec2 centre{area.x + share.x * area.width, area.y + share.y * area.height};
    const ImU32 dark = faded(theme_of(session::ThemeChoice::dark).window, c_dimmed);
    const ImU32 clear = faded(dark, 0.0F);
    const float far = area.width + area.height;
    const std::array<float, 3> radii{c_spot * unit, (c_spot + c_spot_edge) * unit, far};
    const std::array<ImU32, 3> colours{clear, dark, dark};
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list->PushClipRect({area.x, area.y}, {area.right(), area.bottom()});
    list->PrimReserve(c_sides * 12, (c_sides + 1) * 3);
    const auto first = list->_VtxCurrentIdx;
    for (int side = 0; side <= c_sides; ++side) {
        const float angle = glm::two_pi<float>() * static_cast<float>(side) / c_sides;
        for (std::size_t ring = 0; ring < radii.size(); ++ring) {
            list->PrimWriteVtx({centre.x + radii[ring] * std::cos(angle),
                                centre.y + radii[ring] * std::sin(angle)},
                               white, colours[ring]);
        }
    }
    for (unsigned side = 0; side < c_sides; ++side) {
        for (unsigned ring = 0; ring < 2; ++ring) {
            const unsigned a = first + 3 * side + ring;
            for (const unsigned corner : {a, a + 1, a + 4, a, a + 4, a + 3}) {
                list->PrimWriteIdx(static_cast<ImDrawIdx>(corner));
            }
        }
    }
    list->PopClipRect();
}

} // namespace

std::optional<glm::vec2> share_in(const Rect& area, glm::vec2 pixel) {
    if (area.empty() || !area.contains(pixel)) {
        return std::nullopt;
    }
    return glm::vec2{(pixel.x - area.x) / area.width, (pixel.y - area.y) / area.height};
}

void take_pen(PanelContext& context, const Rect& area, bool free) {
    const session::Lecture& lecture = context.input.session.lecture;
    if (lecture.tool != session::LectureTool::pen || !ImGui::IsMousePosValid()) {
        return;
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const auto share = share_in(area, {mouse.x, mouse.y});
    // Whether the press that is held began as a line, and not on a button over the picture or
    // beside it.
    bool& draws = *ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID("pen draws"));
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        draws = free && share;
        if (draws) {
            context.emit(session::DrawOver{*share, true});
        }
    } else if (draws && share && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        context.emit(session::DrawOver{*share, false});
    }
}

void draw_audience(PanelContext& context) {
    const knowledge::Tour* const tour =
        session::running_tour(context.input.session, context.input.world);
    const knowledge::TourStop* const stop =
        session::running_stop(context.input.session, context.input.world);
    if (tour == nullptr || stop == nullptr) {
        return;
    }
    const session::Lecture& lecture = context.input.session.lecture;
    const Rect& window = context.input.layout.window;
    const float unit = view::lecture_unit(window.width, window.height);
    draw_words(context, *tour, *stop);
    draw_dots(context, tour->stops.size(), lecture.stop);
    take_pen(context, window, !ImGui::IsWindowHovered(ImGuiHoveredFlags_AnyWindow));

    ImDrawList* const list = ImGui::GetForegroundDrawList();
    draw_ink(context, list, window, unit);
    if (lecture.tool == session::LectureTool::spotlight) {
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        const auto own =
            ImGui::IsMousePosValid() ? share_in(window, {mouse.x, mouse.y}) : std::nullopt;
        const auto spot = context.input.pointer_in_room ? context.input.pointer_in_room : own;
        draw_spotlight(list, window, spot.value_or(glm::vec2(0.66F, 0.5F)), unit);
    }
    if (lecture.blank) {
        draw_blank(context, list, unit);
    }
}

} // namespace osteon::ui
