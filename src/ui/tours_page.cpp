#include "ui/tours_page.h"

#include "knowledge/tour.h"
#include "ui/output_menu.h"
#include "ui/widgets.h"

namespace osteon::ui {
namespace {

using knowledge::Tour;

void draw_tour(PanelContext& context, const Tour& tour) {
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
             length_of(context, tour) + " \u00B7 " + level);
        gap(context, 12.0F);
        if (button(context, context.tr("Start"),
                   {.icon = Icon::play, .enabled = !tour.stops.empty()})) {
            context.emit(session::StartTour{tour.id});
        }
        ImGui::SameLine(0.0F, context.px(6.0F));
        draw_tour_export(context, tour, 40.0F);
    }
    gap(context, 12.0F);
    ImGui::PopID();
}

} // namespace

std::string length_of(const PanelContext& context, const Tour& tour) {
    const int minutes = (knowledge::seconds_of(tour) + 59) / 60;
    return tour.stops.size() == 1 ? context.tr("1 stop, {} min", minutes)
                                  : context.tr("{} stops, {} min", tour.stops.size(), minutes);
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
                     context.tr("A tour fills this window for the room. F7 opens a second one for "
                                "the speaker, with notes and clock."));
        gap(context, 20.0F);
        const std::vector<Tour>& own = context.input.session.own_tours.tours;
        if (!own.empty()) {
            section_heading(context, context.tr("Your tours"));
            for (const Tour& tour : own) {
                draw_tour(context, tour);
            }
            section_heading(context, context.tr("Tours that come with Osteon"));
        }
        if (context.input.world.tours != nullptr) {
            for (const Tour& tour : *context.input.world.tours) {
                draw_tour(context, tour);
            }
        }
    }
    ImGui::GetWindowDrawList()->AddRectFilled(
        {area.x, area.y}, {area.x + context.px(1.0F), area.bottom()}, context.theme.line);
}

} // namespace osteon::ui
