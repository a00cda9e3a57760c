#include "session/tour_stage.h"
#include "ui/presenter_parts.h"
#include "ui/widgets.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace osteon::ui {
namespace {

using knowledge::Tour;

constexpr float c_strip_most = 1000.0F; ///< width of the strip of stops, px at 100 %

std::string minutes(double seconds) {
    const auto whole = static_cast<int>(std::max(seconds, 0.0));
    return fmt::format("{:02}:{:02}", whole / 60, whole % 60);
}

/// Words in the vertical middle of a bar, ending at `right`; returns where they begin.
float draw_before(const PanelContext& context, TextRole role, ImU32 colour, float right,
                  float middle, const std::string& words) {
    const float x = std::floor(right - measure_text(context, role, words).x);
    const float y = std::floor(middle - 0.5F * context.fonts.face(role).line_height);
    draw_text(context, ImGui::GetWindowDrawList(), role, {x, y}, colour, words);
    return x;
}

/// A chip of words with an edge, ending at `right`; returns where it begins.
float draw_badge(const PanelContext& context, ImU32 colour, float right, float middle,
                 const std::string& words) {
    const float pad = context.px(12.0F);
    const float half = context.px(13.0F);
    const float x =
        std::floor(right - measure_text(context, TextRole::caption_strong, words).x - 2.0F * pad);
    ImGui::GetWindowDrawList()->AddRect({x, middle - half}, {right, middle + half}, colour, half, 0,
                                        context.px(1.0F));
    draw_before(context, TextRole::caption_strong, colour, right - pad, middle, words);
    return x;
}

/// The time that has passed, against the plan, and the time of day; returns where they begin.
float draw_clock(PanelContext& context, const Rect& area, const Tour& tour,
                 const PresenterView& view) {
    const Theme& theme = context.theme;
    const float middle = area.centre().y;
    float right = area.right() - context.px(c_presenter_padding);
    right = draw_before(context, TextRole::body, theme.text2, right, middle, view.clock) -
            context.px(24.0F);
    const int late = session::seconds_late(tour, context.input.session.lecture.stop, view.elapsed);
    right =
        draw_badge(context, late > 0 ? theme.warning : theme.good, right, middle,
                   late > 0 ? context.tr("{} s late", late) : std::string(context.tr("On time"))) -
        context.px(14.0F);
    right = draw_before(context, TextRole::body, theme.text3, right, middle,
                        context.tr("of {}", minutes(knowledge::seconds_of(tour)))) -
            context.px(10.0F);
    right =
        draw_before(context, TextRole::section, theme.text1, right, middle, minutes(view.elapsed)) -
        context.px(18.0F);
    draw_icon(ImGui::GetWindowDrawList(), Icon::clock, {right, middle}, context.px(18.0F),
              theme.text3);
    return right - context.px(24.0F);
}

/// The tour's name and which of its stops is shown, as far as `right`.
void draw_place(PanelContext& context, const Rect& area, const Tour& tour, float right) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float middle = area.centre().y;
    float left = area.x + context.px(c_presenter_padding);
    draw_product_mark(list, {left + context.px(13.0F), middle}, context.px(26.0F),
                      context.theme.accent);
    left += context.px(46.0F);
    const std::string place =
        context.tr("Stop {} of {}", context.input.session.lecture.stop + 1, tour.stops.size());
    const float badge =
        measure_text(context, TextRole::caption_strong, place).x + context.px(40.0F);
    const float title_y = middle - 0.5F * context.fonts.face(TextRole::section).line_height;
    const float room = std::max(right - left - badge, 1.0F);
    const float title = draw_text_cut(context, list, TextRole::section, {left, std::floor(title_y)},
                                      context.theme.text1, tour.title, room);
    draw_badge(context, context.theme.text2, left + title + badge, middle, place);
}

/// One bar a stop, filled as far as the tour has come; a click goes there.
void draw_strip(PanelContext& context, const Rect& area, const Tour& tour) {
    const std::size_t now = context.input.session.lecture.stop;
    const auto count = static_cast<float>(tour.stops.size());
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float space = context.px(12.0F);
    const float width = (area.width - space * (count - 1.0F)) / count;
    float x = area.x;
    for (std::size_t i = 0; i < tour.stops.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        ImGui::SetCursorScreenPos({x, area.y});
        const Touch place = touch(context, "stop", {width, area.height}, context.px(4.0F));
        tooltip(context, tour.stops[i].title);
        ImGui::PopID();
        const float y = area.y + context.px(12.0F);
        const float thick = context.px(6.0F);
        list->AddRectFilled({x, y}, {x + width, y + thick},
                            i <= now ? context.theme.accent : context.theme.track, 0.5F * thick);
        if (width >= context.px(56.0F)) {
            draw_text_cut(context, list, TextRole::rail_label, {x, y + context.px(16.0F)},
                          i == now || place.hovered ? context.theme.text1 : context.theme.text3,
                          tour.stops[i].title, width);
        }
        if (place.clicked) {
            context.emit(session::GoToStop{i});
        }
        x += width + space;
    }
}

/// Back, on, and the end; returns where they end.
float draw_steps(PanelContext& context, ImVec2 place, const Tour& tour) {
    const std::size_t stop = context.input.session.lecture.stop;
    ImGui::SetCursorScreenPos(place);
    if (button(context, context.tr("Back"),
               {.icon = Icon::back, .height = 48.0F, .enabled = stop > 0})) {
        context.emit(session::WalkTour{-1});
    }
    ImGui::SameLine(0.0F, context.px(12.0F));
    if (button(context, context.tr("Next stop"),
               {.style = ButtonStyle::primary,
                .icon = Icon::forward,
                .height = 48.0F,
                .enabled = stop + 1 < tour.stops.size()})) {
        context.emit(session::WalkTour{1});
    }
    ImGui::SameLine(0.0F, context.px(12.0F));
    if (button(context, context.tr("End"), {.style = ButtonStyle::quiet, .height = 48.0F})) {
        context.emit(session::EndTour{});
    }
    return ImGui::GetItemRectMax().x;
}

} // namespace

void draw_presenter_top(PanelContext& context, const Rect& area, const Tour& tour,
                        const PresenterView& view) {
    const FixedWindow window("presenter top", area, {.ground = context.theme.panel});
    draw_place(context, area, tour, draw_clock(context, area, tour, view));
    ImGui::GetWindowDrawList()->AddRectFilled({area.x, area.bottom() - context.px(1.0F)},
                                              {area.right(), area.bottom()}, context.theme.line);
}

void draw_presenter_bottom(PanelContext& context, const Rect& area, const Tour& tour) {
    const FixedWindow window("presenter bottom", area, {.ground = context.theme.panel});
    const float pad = context.px(c_presenter_padding);
    const float y = area.y + 0.5F * (area.height - context.px(48.0F));
    const float left = draw_steps(context, {area.x + pad, y}, tour) + context.px(32.0F);
    const float right = area.right() - pad;
    const float width = std::min(right - left, context.px(c_strip_most));
    if (width > context.px(120.0F)) {
        draw_strip(context, {right - width, area.y + context.px(18.0F), width, context.px(56.0F)},
                   tour);
    }
    ImGui::GetWindowDrawList()->AddRectFilled(
        {area.x, area.y}, {area.right(), area.y + context.px(1.0F)}, context.theme.line);
}

} // namespace osteon::ui
