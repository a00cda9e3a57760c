#include "ui/tours_page.h"

#include "knowledge/tour.h"
#include "session/tour_stage.h"
#include "ui/output_menu.h"
#include "ui/widgets.h"

#include <algorithm>
#include <string>

namespace osteon::ui {
namespace {

using knowledge::Tour;

void draw_tour(PanelContext& context, const Tour& tour, bool own) {
    ImGui::PushID(tour.id.c_str());
    {
        const Card card(context);
        wrapped_text(context, TextRole::card_title, context.theme.text1, tour.title,
                     card.inner_width());
        gap(context, 4.0F);
        if (!tour.summary.empty()) {
            wrapped_text(context, TextRole::secondary, context.theme.text2, tour.summary,
                         card.inner_width());
            gap(context, 4.0F);
        }
        const char* const level = tour.level == knowledge::ReadingLevel::plain
                                      ? context.tr("Plain")
                                      : context.tr("Clinical");
        text(context, TextRole::caption, context.theme.text3,
             facts_of(context, tour) + " \u00B7 " + level);
        gap(context, 12.0F);
        draw_tour_start(context, tour);
        ImGui::SameLine(0.0F, context.px(6.0F));
        draw_tour_export(context, tour, own, 40.0F);
    }
    gap(context, 12.0F);
    ImGui::PopID();
}

} // namespace

bool is_unsaved(const PanelContext& context, const Tour& tour) {
    const auto& unsaved = context.input.unsaved_tours;
    return std::ranges::find(unsaved, tour.id) != unsaved.end();
}

std::string facts_of(const PanelContext& context, const Tour& tour) {
    const int minutes = (knowledge::seconds_of(tour) + 59) / 60;
    std::string facts = tour.stops.size() == 1
                            ? context.tr("1 stop, {} min", minutes)
                            : context.tr("{} stops, {} min", tour.stops.size(), minutes);
    if (is_unsaved(context, tour)) {
        facts += std::string(" \u00B7 ") + context.tr("not saved");
    }
    return facts;
}

void draw_tour_start(PanelContext& context, const Tour& tour) {
    const session::Session& session = context.input.session;
    const auto left = session.lecture.last_tour == tour.id
                          ? session::stop_to_continue(session, context.input.world)
                          : std::nullopt;
    if (left) {
        if (button(context, context.tr("Continue at stop {}", *left + 1).c_str(),
                   {.style = ButtonStyle::primary, .icon = Icon::play})) {
            context.emit(session::ContinueTour{});
        }
        gap(context, 8.0F);
    }
    if (button(context, left ? context.tr("From the start") : context.tr("Start"),
               {.icon = left ? Icon::none : Icon::play, .enabled = !tour.stops.empty()})) {
        context.emit(session::StartTour{tour.id});
    }
}

void draw_tours_page(PanelContext& context) {
    const Rect& area = context.input.layout.panel;
    const FixedWindow window("reading panel", area, {.ground = context.theme.panel});
    {
        const ScrollArea content(context, "tours", {area.width, area.height},
                                 context.metrics.px(32.0F, 26.0F));
        text(context, TextRole::title, context.theme.text1, context.tr("Tours"));
        gap(context, 6.0F);
        wrapped_text(context, TextRole::secondary, context.theme.text2,
                     context.tr("A tour fills this window for the room. A second one is for the "
                                "speaker, with notes and clock."));
        gap(context, 12.0F);
        if (button(context, context.tr("Speaker's window"), {.icon = Icon::screen})) {
            context.output.requests.emplace_back(ShowPresenter{});
        }
        tooltip(context,
                context.tr("Speaker's window") + keys_after(context, Command::speaker_window));
        gap(context, 20.0F);
        const std::vector<Tour>& own = context.input.session.own_tours.tours;
        if (!own.empty()) {
            section_heading(context, context.tr("Your tours"));
            for (const Tour& tour : own) {
                draw_tour(context, tour, true);
            }
            section_heading(context, context.tr("Tours that come with Osteon"));
        }
        if (context.input.world.tours != nullptr) {
            for (const Tour& tour : *context.input.world.tours) {
                draw_tour(context, tour, false);
            }
        }
    }
    ImGui::GetWindowDrawList()->AddRectFilled(
        {area.x, area.y}, {area.x + context.px(1.0F), area.bottom()}, context.theme.line);
}

} // namespace osteon::ui
