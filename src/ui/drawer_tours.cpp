#include "ui/drawer_tours.h"

#include "knowledge/tour.h"
#include "session/tour_edit.h"
#include "session/tour_stage.h"
#include "ui/output_menu.h"
#include "ui/tours_page.h"
#include "ui/widgets.h"

#include <fmt/core.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <utility>

namespace osteon::ui {
namespace {

using knowledge::Tour;
using knowledge::TourStop;

constexpr float c_inset = 12.0F; // px at 100 %
constexpr int c_seconds_step = 5;
constexpr int c_least_seconds = 5;
constexpr int c_most_seconds = 900;
constexpr std::size_t c_most_title = 40; ///< letters that are read from the last row

bool is_taken(const PanelContext& context, const std::string& id) {
    return session::find_tour(context.input.session, context.input.world, id) != nullptr;
}

std::string new_id(const PanelContext& context, const std::string& wanted) {
    std::string id = wanted;
    for (int number = 2; is_taken(context, id); ++number) {
        id = fmt::format("{}_{}", wanted, number);
    }
    return id;
}

void put(PanelContext& context, Tour tour) {
    context.emit(session::PutTour{std::move(tour)});
}

void label(PanelContext& context, const char* words) {
    gap(context, 10.0F);
    text(context, TextRole::caption_strong, context.theme.text3, words);
    gap(context, 4.0F);
}

/// A field for a text of a tour. While it is typed in, the draft holds it; the new text comes once
/// the field is left.
std::optional<std::string> edit(PanelContext& context, ToursState& state, const std::string& id,
                                const std::string& value, float lines) {
    const bool typing = state.edited == id;
    std::string shown = typing ? state.draft : value;
    const float width = content_width() - context.px(c_inset);
    ImGui::PushFont(context.fonts.of(TextRole::button));
    const std::string name = "##" + id;
    if (lines > 1.0F) {
        const float height =
            lines * context.fonts.face(TextRole::button).line_height + context.px(20.0F);
        ImGui::InputTextMultiline(name.c_str(), &shown, {width, height});
    } else {
        ImGui::SetNextItemWidth(width);
        ImGui::InputText(name.c_str(), &shown);
    }
    ImGui::PopFont();
    if (ImGui::IsItemActive()) {
        state.edited = id;
        state.draft = shown;
        return std::nullopt;
    }
    if (!typing) {
        return std::nullopt;
    }
    state.edited.clear();
    return shown != value ? std::optional(shown) : std::nullopt;
}

/// The first letters of a UTF-8 text.
std::string cut_letters(const std::string& text, std::size_t most) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (begins && letters++ == most) {
            return text.substr(0, at);
        }
    }
    return text;
}

void draw_rows(PanelContext& context, ToursState& state, const std::vector<Tour>& tours) {
    for (const Tour& tour : tours) {
        const std::string length = length_of(context, tour);
        const ListRow row{.title = tour.title, .subtitle = length, .chevron = true};
        if (list_row(context, tour.id.c_str(), row).clicked) {
            state = {};
            state.open = tour.id;
        }
        if (!tour.summary.empty()) {
            tooltip(context, tour.summary);
        }
    }
}

void draw_list(PanelContext& context, ToursState& state) {
    ImGui::Indent(context.px(c_inset));
    if (button(context, context.tr("New tour"),
               {.style = ButtonStyle::primary, .icon = Icon::plus})) {
        Tour tour;
        tour.id = new_id(context, "tour");
        tour.title = context.tr("New tour");
        state = {};
        state.open = tour.id;
        put(context, std::move(tour));
    }
    if (!context.input.session.own_tours.undo.empty()) {
        ImGui::SameLine(0.0F, context.px(8.0F));
        if (icon_button(context, "undo", Icon::undo, context.tr("Undo the last change of a tour"),
                        {.size = 40.0F})) {
            context.emit(session::UndoTours{});
        }
    }
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

/// Brings the stage to a stop, without the room of lectures.
void look_at(PanelContext& context, const Tour& tour, std::size_t stop) {
    const session::Mode mode = context.input.session.settings.mode;
    context.emit(session::StartTour{tour.id, stop});
    context.emit(session::EndTour{});
    context.emit(session::SetMode{mode});
}

/// The buttons of a stop: what is shown, its place among the others, its copy and its end.
void draw_stop_tools(PanelContext& context, ToursState& state, const Tour& tour) {
    const std::size_t at = *state.stop;
    const auto tool = [&](const char* id, Icon icon, const char* tip, bool enabled) {
        const bool pressed = icon_button(context, id, icon, tip, {.enabled = enabled});
        ImGui::SameLine(0.0F, context.px(4.0F));
        return pressed;
    };
    if (tool("look", Icon::eye, context.tr("Show it on the stage"), true)) {
        look_at(context, tour, at);
    }
    if (tool("retake", Icon::camera, context.tr("Take the present view instead"), true)) {
        Tour changed = tour;
        TourStop taken = session::stop_from(context.input.session.stage, context.input.world);
        const TourStop& old = tour.stops[at];
        taken.title = old.title;
        taken.text = old.text;
        taken.notes = old.notes;
        taken.seconds = old.seconds;
        taken.article = old.article;
        changed.stops[at] = std::move(taken);
        put(context, std::move(changed));
    }
    const auto swap = [&](std::size_t with) {
        Tour changed = tour;
        std::swap(changed.stops[at], changed.stops[with]);
        put(context, std::move(changed));
        state.stop = with;
        state.edited.clear();
    };
    if (tool("up", Icon::up, context.tr("Earlier"), at > 0)) {
        swap(at - 1);
        return;
    }
    if (tool("down", Icon::down, context.tr("Later"), at + 1 < tour.stops.size())) {
        swap(at + 1);
        return;
    }
    const auto place = static_cast<std::ptrdiff_t>(at);
    if (tool("copy", Icon::copy, context.tr("Duplicate"), true)) {
        Tour changed = tour;
        changed.stops.insert(changed.stops.begin() + place, tour.stops[at]);
        put(context, std::move(changed));
    }
    if (icon_button(context, "delete", Icon::trash, context.tr("Delete this stop"))) {
        Tour changed = tour;
        changed.stops.erase(changed.stops.begin() + place);
        put(context, std::move(changed));
        state.stop.reset();
        state.edited.clear();
    }
}

void draw_seconds(PanelContext& context, const Tour& tour, std::size_t at) {
    const int now = tour.stops[at].seconds;
    const auto set = [&](int seconds) {
        Tour changed = tour;
        changed.stops[at].seconds = std::clamp(seconds, c_least_seconds, c_most_seconds);
        put(context, std::move(changed));
    };
    if (icon_button(context, "shorter", Icon::minus, context.tr("Shorter"),
                    {.enabled = now > c_least_seconds})) {
        set(now - c_seconds_step);
    }
    ImGui::SameLine(0.0F, context.px(6.0F));
    const ImVec2 place = ImGui::GetCursorScreenPos();
    const std::string words = context.tr("{} s", now);
    draw_text(context, ImGui::GetWindowDrawList(), TextRole::button,
              {place.x, place.y + context.px(8.0F)}, context.theme.text1, words);
    ImGui::Dummy({context.px(52.0F), context.px(36.0F)});
    ImGui::SameLine(0.0F, context.px(6.0F));
    if (icon_button(context, "longer", Icon::plus, context.tr("Longer"),
                    {.enabled = now < c_most_seconds})) {
        set(now + c_seconds_step);
    }
}

void draw_stop(PanelContext& context, ToursState& state, const Tour& tour) {
    const std::size_t at = *state.stop;
    const TourStop& stop = tour.stops[at];
    const std::string key = fmt::format("{}/{}/", tour.id, at);
    const auto field = [&](const char* name, const std::string& value, float lines,
                           std::string TourStop::*member, std::size_t most) {
        const bool needed = member == &TourStop::title; // a tour without it could not be read
        if (auto changed = edit(context, state, key + name, value, lines);
            changed && !(needed && changed->empty())) {
            Tour next = tour;
            next.stops[at].*member = cut_letters(*changed, most);
            put(context, std::move(next));
        }
    };
    draw_stop_tools(context, state, tour);
    label(context, context.tr("Title, at most 40 letters"));
    field("title", stop.title, 1.0F, &TourStop::title, c_most_title);
    label(context, context.tr("For the room"));
    field("text", stop.text, 3.0F, &TourStop::text, std::string::npos);
    label(context, context.tr("Notes for the speaker"));
    field("notes", stop.notes, 6.0F, &TourStop::notes, std::string::npos);
    label(context, context.tr("How long"));
    draw_seconds(context, tour, at);
    gap(context, 12.0F);
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
                look_at(context, tour, i);
            }
        }
        ImGui::PopID();
        if (open && own) {
            ImGui::Indent(context.px(c_inset));
            gap(context, 6.0F);
            draw_stop(context, state, tour);
            ImGui::Unindent(context.px(c_inset));
        }
    }
}

/// Start, export, copy and, for a tour of one's own, delete and undo.
void draw_tour_tools(PanelContext& context, ToursState& state, const Tour& tour, bool own) {
    if (button(context, context.tr("Start"),
               {.icon = Icon::play, .enabled = !tour.stops.empty()})) {
        context.emit(session::StartTour{tour.id});
    }
    ImGui::SameLine(0.0F, context.px(6.0F));
    draw_tour_export(context, tour, 40.0F);
    ImGui::SameLine(0.0F, context.px(2.0F));
    if (icon_button(context, "copy tour", Icon::copy,
                    own ? context.tr("Duplicate") : context.tr("Make a copy of your own"),
                    {.size = 40.0F})) {
        Tour copy = tour;
        copy.id = new_id(context, tour.id);
        copy.title = context.tr("{}, copy", tour.title);
        state = {};
        state.open = copy.id;
        put(context, std::move(copy));
    }
    if (!own) {
        return;
    }
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

void draw_tour(PanelContext& context, ToursState& state, const Tour& tour, bool own) {
    if (list_row(context, "back", {.title = context.tr("All tours"), .icon = Icon::back}).clicked) {
        state = {};
        return;
    }
    gap(context, 8.0F);
    ImGui::Indent(context.px(c_inset));
    if (own) {
        label(context, context.tr("Title"));
        if (const auto title = edit(context, state, tour.id + "/title", tour.title, 1.0F);
            title && !title->empty()) {
            Tour changed = tour;
            changed.title = *title;
            put(context, std::move(changed));
        }
        label(context, context.tr("What it is about"));
        if (const auto summary = edit(context, state, tour.id + "/summary", tour.summary, 2.0F)) {
            Tour changed = tour;
            changed.summary = *summary;
            put(context, std::move(changed));
        }
    } else {
        const float width = content_width() - context.px(c_inset);
        wrapped_text(context, TextRole::card_title, context.theme.text1, tour.title, width);
        gap(context, 4.0F);
        wrapped_text(context, TextRole::secondary, context.theme.text2, tour.summary, width);
    }
    gap(context, 12.0F);
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
