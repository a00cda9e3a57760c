#include "ui/drawer_tours.h"

#include "knowledge/tour.h"
#include "session/tour_stage.h"
#include "ui/output_menu.h"
#include "ui/tour_editor.h"
#include "ui/tours_page.h"
#include "ui/widgets.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace osteon::ui {
namespace {

using knowledge::Tour;
using knowledge::TourStop;

constexpr float c_inset = 12.0F; // px at 100 %

bool is_taken(const PanelContext& context, const std::string& id) {
    return session::find_tour(context.input.session, context.input.world, id) != nullptr;
}

/// An id that tells when it was given, so that no other window gives it to a tour of its own.
std::string new_id(const PanelContext& context, const std::string& wanted) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const std::string stamped = fmt::format("{}_{:%Y%m%d_%H%M%S}", wanted, now);
    std::string id = stamped;
    for (int number = 2; is_taken(context, id); ++number) {
        id = fmt::format("{}_{}", stamped, number);
    }
    return id;
}

void draw_rows(PanelContext& context, ToursState& state, const std::vector<Tour>& tours) {
    for (const Tour& tour : tours) {
        const std::string facts = facts_of(context, tour);
        const ListRow row{.title = tour.title, .subtitle = facts, .chevron = true};
        if (list_row(context, tour.id.c_str(), row).clicked) {
            state = {};
            state.open = tour.id;
        }
        if (!tour.summary.empty()) {
            tooltip(context, tour.summary);
        }
    }
}

/// What can be begun or taken back above the list.
void draw_list_tools(PanelContext& context, ToursState& state) {
    if (button(context, context.tr("New tour"),
               {.style = ButtonStyle::primary, .icon = Icon::plus})) {
        Tour tour;
        tour.id = new_id(context, "tour");
        tour.title = context.tr("New tour");
        state = {};
        state.open = tour.id;
        context.emit(session::PutTour{std::move(tour)});
    }
    if (!context.input.session.own_tours.undo.empty()) {
        ImGui::SameLine(0.0F, context.px(8.0F));
        if (icon_button(context, "undo", Icon::undo, context.tr("Undo the last change of a tour"),
                        {.size = 40.0F})) {
            context.emit(session::UndoTours{});
        }
    }
}

void draw_list(PanelContext& context, ToursState& state) {
    ImGui::Indent(context.px(c_inset));
    draw_list_tools(context, state);
    ImGui::Unindent(context.px(c_inset));
    gap(context, 12.0F);
    const std::vector<Tour>& own = context.input.session.own_tours.tours;
    const auto heading = [&](const char* words) {
        ImGui::Indent(context.px(c_inset));
        text(context, TextRole::caption_strong, context.theme.text3, words);
        ImGui::Unindent(context.px(c_inset));
        gap(context, 4.0F);
    };
    if (!own.empty()) {
        heading(context.tr("Your tours"));
        draw_rows(context, state, own);
        gap(context, 16.0F);
    }
    heading(context.tr("Tours that come with Osteon"));
    if (context.input.world.tours != nullptr) {
        draw_rows(context, state, *context.input.world.tours);
    }
    gap(context, 12.0F);
    ImGui::Indent(context.px(c_inset));
    wrapped_text(context, TextRole::caption, context.theme.text3,
                 context.tr("Drop the file of a tour on this window to add it to yours."),
                 content_width() - context.px(c_inset));
    ImGui::Unindent(context.px(c_inset));
}

void draw_stops(PanelContext& context, ToursState& state, const Tour& tour, bool own) {
    for (std::size_t i = 0; i < tour.stops.size(); ++i) {
        const TourStop& stop = tour.stops[i];
        const std::string name = fmt::format("{}. {}", i + 1, stop.title);
        const std::string seconds = context.tr("{} s", stop.seconds);
        const bool open = state.stop == i;
        ImGui::PushID(static_cast<int>(i));
        const ListRow row{.title = name, .value = seconds, .chosen = open};
        if (list_row(context, "stop", row).clicked) {
            if (own) {
                state.stop = open ? std::nullopt : std::optional(i);
                state.edited.clear();
            } else {
                context.emit(session::ShowTourStop{tour.id, i});
            }
        }
        ImGui::PopID();
        if (open && own) {
            ImGui::Indent(context.px(c_inset));
            gap(context, 6.0F);
            draw_stop_editor(context, state, tour);
            ImGui::Unindent(context.px(c_inset));
        }
    }
}

/// Of a tour of one's own: its last change taken back, and its end.
void draw_own_tools(PanelContext& context, ToursState& state, const Tour& tour) {
    ImGui::SameLine(0.0F, context.px(2.0F));
    if (icon_button(context, "undo", Icon::undo, context.tr("Undo the last change of a tour"),
                    {.size = 40.0F, .enabled = !context.input.session.own_tours.undo.empty()})) {
        context.emit(session::UndoTours{});
        state.edited.clear();
    }
    ImGui::SameLine(0.0F, context.px(2.0F));
    if (icon_button(context, "delete tour", Icon::trash, context.tr("Delete this tour"),
                    {.size = 40.0F})) {
        context.emit(session::RemoveTour{tour.id});
        state = {};
    }
}

/// Start, export, copy and, for a tour of one's own, delete and undo.
void draw_tour_tools(PanelContext& context, ToursState& state, const Tour& tour, bool own) {
    const float right = ImGui::GetCursorScreenPos().x + content_width();
    draw_tour_start(context, tour);
    const float icons = context.px(own ? 4.0F * 42.0F : 2.0F * 42.0F);
    if (ImGui::GetItemRectMax().x + context.px(6.0F) + icons <= right) {
        ImGui::SameLine(0.0F, context.px(6.0F));
    } else {
        gap(context, 4.0F);
    }
    draw_tour_export(context, tour, own, 40.0F);
    ImGui::SameLine(0.0F, context.px(2.0F));
    if (icon_button(context, "copy tour", Icon::copy,
                    own ? context.tr("Duplicate") : context.tr("Make a copy of your own"),
                    {.size = 40.0F})) {
        Tour copy = tour;
        copy.id = new_id(context, tour.id);
        copy.title = context.tr("{}, copy", tour.title);
        state = {};
        state.open = copy.id;
        context.emit(session::PutTour{std::move(copy)});
    }
    if (own) {
        draw_own_tools(context, state, tour);
    }
}

/// A tour whose last changes are not on the disk says so until they are.
void draw_unsaved(PanelContext& context, const Tour& tour) {
    if (!is_unsaved(context, tour)) {
        return;
    }
    const float width = content_width() - context.px(c_inset);
    wrapped_text(context, TextRole::secondary, context.theme.error,
                 context.tr("The last changes are not saved: the file cannot be written."), width);
    gap(context, 6.0F);
    if (button(context, context.tr("Try again"), {.icon = Icon::save})) {
        context.output.requests.emplace_back(SaveTours{});
    }
    gap(context, 12.0F);
}

void draw_tour(PanelContext& context, ToursState& state, const Tour& tour, bool own) {
    if (list_row(context, "back", {.title = context.tr("All tours"), .icon = Icon::back}).clicked) {
        state = {};
        return;
    }
    gap(context, 8.0F);
    ImGui::Indent(context.px(c_inset));
    if (own) {
        draw_tour_words(context, state, tour);
    } else {
        const float width = content_width() - context.px(c_inset);
        wrapped_text(context, TextRole::card_title, context.theme.text1, tour.title, width);
        gap(context, 4.0F);
        wrapped_text(context, TextRole::secondary, context.theme.text2, tour.summary, width);
    }
    gap(context, 12.0F);
    draw_unsaved(context, tour);
    draw_tour_tools(context, state, tour, own);
    gap(context, 12.0F);
    if (own && button(context, context.tr("Add this view as a stop"),
                      {.style = ButtonStyle::primary, .icon = Icon::camera})) {
        context.emit(session::RecordStop{tour.id, context.tr("Stop {}", tour.stops.size() + 1)});
        state.stop = tour.stops.size();
        state.edited.clear();
    }
    ImGui::Unindent(context.px(c_inset));
    gap(context, 12.0F);
    draw_stops(context, state, tour, own);
}

} // namespace

void draw_tours_drawer(PanelContext& context, ToursState& state) {
    const session::Session& session = context.input.session;
    const Tour* const tour = session::find_tour(session, context.input.world, state.open);
    if (tour == nullptr) {
        draw_list(context, state);
        return;
    }
    if (state.stop && *state.stop >= tour->stops.size()) {
        state.stop.reset(); // it was taken back
    }
    const auto& own = session.own_tours.tours;
    const bool is_own = std::ranges::find(own, tour->id, &Tour::id) != own.end();
    ImGui::PushID(tour->id.c_str());
    draw_tour(context, state, *tour, is_own);
    ImGui::PopID();
}

} // namespace osteon::ui
