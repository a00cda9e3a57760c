#include "ui/tour_editor.h"

#include "session/tour_edit.h"
#include "ui/widgets.h"

#include <fmt/core.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <optional>
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

void put(PanelContext& context, Tour tour, std::string field = {}) {
    context.emit(session::PutTour{std::move(tour), std::move(field)});
}

void label(PanelContext& context, const char* words) {
    gap(context, 10.0F);
    text(context, TextRole::caption_strong, context.theme.text3, words);
    gap(context, 4.0F);
}

/// A field for a text of a tour; the new text with every letter, so that none is ever lost. While
/// it has the keyboard, the draft holds what stands in it, which may be more than the tour takes.
std::optional<std::string> edit(PanelContext& context, ToursState& state, const std::string& id,
                                const std::string& value, float lines) {
    const bool typing = state.edited == id;
    std::string shown = typing ? state.draft : value;
    const float width = content_width() - context.px(c_inset);
    ImGui::PushFont(context.fonts.of(TextRole::button));
    const std::string name = "##" + id;
    bool changed = false;
    if (lines > 1.0F) {
        const float height =
            lines * context.fonts.face(TextRole::button).line_height + context.px(20.0F);
        changed = ImGui::InputTextMultiline(name.c_str(), &shown, {width, height});
    } else {
        ImGui::SetNextItemWidth(width);
        changed = ImGui::InputText(name.c_str(), &shown);
    }
    ImGui::PopFont();
    if (ImGui::IsItemActive()) {
        if (!typing) { // what is typed until the field is left is one step of undo
            state.field = fmt::format("{} {}", id, context.now);
        }
        state.edited = id;
        state.draft = shown;
    } else if (typing) {
        state.edited.clear();
    }
    return changed && shown != value ? std::optional(shown) : std::nullopt;
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

void move_stop(PanelContext& context, ToursState& state, const Tour& tour, std::size_t to) {
    Tour changed = tour;
    std::swap(changed.stops[*state.stop], changed.stops[to]);
    put(context, std::move(changed));
    state.stop = to;
    state.edited.clear();
}

/// The present view in the place of that of a stop, whose words and time stay.
void retake_stop(PanelContext& context, const Tour& tour, std::size_t at) {
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

/// The buttons of a stop: what is shown, its place among the others, its copy and its end.
void draw_stop_tools(PanelContext& context, ToursState& state, const Tour& tour) {
    const std::size_t at = *state.stop;
    const auto tool = [&](const char* id, Icon icon, const char* tip, bool enabled) {
        const bool pressed = icon_button(context, id, icon, tip, {.enabled = enabled});
        ImGui::SameLine(0.0F, context.px(4.0F));
        return pressed;
    };
    if (tool("look", Icon::eye, context.tr("Show it on the stage"), true)) {
        context.emit(session::ShowTourStop{tour.id, at});
    }
    if (tool("retake", Icon::camera, context.tr("Take the present view instead"), true)) {
        retake_stop(context, tour, at);
    }
    if (tool("up", Icon::up, context.tr("Earlier"), at > 0)) {
        move_stop(context, state, tour, at - 1);
        return;
    }
    if (tool("down", Icon::down, context.tr("Later"), at + 1 < tour.stops.size())) {
        move_stop(context, state, tour, at + 1);
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

/// How long a stop takes; presses in a row are one step of undo.
void draw_seconds(PanelContext& context, const Tour& tour, std::size_t at) {
    const int now = tour.stops[at].seconds;
    const auto set = [&](int seconds) {
        Tour changed = tour;
        changed.stops[at].seconds = std::clamp(seconds, c_least_seconds, c_most_seconds);
        put(context, std::move(changed), fmt::format("{}/{}/seconds", tour.id, at));
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

} // namespace

void draw_tour_words(PanelContext& context, ToursState& state, const Tour& tour) {
    label(context, context.tr("Title"));
    if (const auto title = edit(context, state, tour.id + "/title", tour.title, 1.0F);
        title && !title->empty()) {
        Tour changed = tour;
        changed.title = *title;
        put(context, std::move(changed), state.field);
    }
    label(context, context.tr("What it is about"));
    if (const auto summary = edit(context, state, tour.id + "/summary", tour.summary, 2.0F)) {
        Tour changed = tour;
        changed.summary = *summary;
        put(context, std::move(changed), state.field);
    }
}

void draw_stop_editor(PanelContext& context, ToursState& state, const Tour& tour) {
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
            put(context, std::move(next), state.field);
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

} // namespace osteon::ui
