#include "ui/note_words.h"
#include "ui/stage_label.h"
#include "ui/stage_parts.h"
#include "ui/widgets.h"
#include "view/notes_marks.h"

#include <fmt/core.h>
#include <glm/gtc/constants.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

namespace osteon::ui {
namespace {

using session::InkColour;
using session::LesionKind;
using session::NoteId;
using session::NoteTool;
using view::NoteLine;
using view::NoteMeasure;
using view::NotePoint;
using view::NoteSpot;

// px at 100 %
constexpr float open_reach = 12.0F;  ///< around a pin, mark or value that count as on it
constexpr float head_height = 20.0F; ///< of a pin's head over its place
constexpr float head_radius = 9.0F;
constexpr float spot_radius = 10.0F;

ImU32 colour_of(const Theme& theme, InkColour colour) {
    switch (colour) {
    case InkColour::ink:
        return theme.ink;
    case InkColour::warning:
        return theme.ink_warning;
    case InkColour::highlighter:
        return theme.ink_highlight;
    }
    return theme.ink;
}

ImVec2 to_imvec(glm::vec2 place) {
    return {place.x, place.y};
}

std::vector<ImVec2> to_imvecs(const std::vector<glm::vec2>& places) {
    std::vector<ImVec2> points;
    points.reserve(places.size());
    std::ranges::transform(places, std::back_inserter(points), to_imvec);
    return points;
}

/// A line with round ends. A see-through one is drawn in one piece, so that it does not darken
/// where its joints overlap.
void draw_stroke(ImDrawList* list, const std::vector<ImVec2>& points, ImU32 colour, float width) {
    const float radius = 0.5F * width;
    if (points.size() == 1) {
        list->AddCircleFilled(points.front(), radius, colour);
        return;
    }
    list->AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_None,
                      width);
    const bool opaque = (colour >> IM_COL32_A_SHIFT) == 255U;
    if (opaque && radius > 1.0F) {
        for (const ImVec2& point : points) {
            list->AddCircleFilled(point, radius, colour);
        }
    }
}

void draw_line(const PanelContext& context, ImDrawList* list, const NoteLine& line) {
    const std::vector<ImVec2> points = to_imvecs(line.points);
    if (line.colour != InkColour::highlighter) {
        draw_stroke(list, points, faded(context.theme.ink_edge, 0.85F),
                    line.width + context.metrics.stroke(2.0F));
    }
    draw_stroke(list, points, colour_of(context.theme, line.colour), line.width);
}

glm::vec2 head_of(const PanelContext& context, const NotePoint& pin) {
    return pin.at - glm::vec2(0.0F, context.px(head_height));
}

/// A drop whose tip stands on the place.
void draw_pin(const PanelContext& context, ImDrawList* list, NoteWords& words, const NotePoint& pin,
              bool hovered) {
    const Theme& theme = context.theme;
    const auto px = [&](float length) { return context.metrics.stroke(length); };
    const float opacity = pin.behind && !pin.open ? behind_opacity : 1.0F;
    const glm::vec2 head = head_of(context, pin);
    const float radius = px(hovered || pin.open ? head_radius + 1.5F : head_radius);
    const ImU32 edge = faded(theme.ink_edge, opacity);
    const auto drop = [&](float grown, ImU32 colour) {
        list->AddTriangleFilled({head.x - radius - grown, head.y + px(2.0F)},
                                {head.x + radius + grown, head.y + px(2.0F)},
                                {pin.at.x, pin.at.y + 1.6F * grown}, colour);
        list->AddCircleFilled({head.x, head.y}, radius + grown, colour, 32);
    };
    if (opacity >= 1.0F) {
        drop(px(1.6F), edge);
    }
    drop(0.0F, faded(theme.ink, opacity));
    list->AddCircleFilled({head.x, head.y}, radius * 0.42F, edge, 24);
    if (opacity >= 1.0F) {
        words.draw_beside(context, list, head, radius + px(7.0F), pin.words, pin.open);
    }
}

/// Which half of a disc's ring a kind fills: its form tells it, also without colour.
void draw_kind(const PanelContext& context, ImDrawList* list, ImVec2 at, float radius,
               LesionKind kind, float opacity) {
    const Theme& theme = context.theme;
    const ImU32 hole = faded(theme.mark_hole, opacity);
    const ImU32 dense = faded(theme.mark_dense, opacity);
    const float inner = 0.62F * radius;
    switch (kind) {
    case LesionKind::lytic: // a hole
        list->AddCircleFilled(at, inner, hole, 32);
        break;
    case LesionKind::blastic: // a dense patch with a rim
        list->AddCircleFilled(at, inner, dense, 32);
        list->AddCircle(at, inner, hole, 32, context.metrics.stroke(1.6F));
        break;
    case LesionKind::mixed: // both
        list->AddCircleFilled(at, inner, dense, 32);
        list->PathArcTo(at, inner, glm::half_pi<float>(), 3.0F * glm::half_pi<float>(), 24);
        list->PathFillConvex(hole);
        list->AddCircle(at, inner, hole, 32, context.metrics.stroke(1.6F));
        break;
    case LesionKind::unknown: // a cross: nothing is said of what it is
        for (const float turn : {1.0F, -1.0F}) {
            const ImVec2 arm{0.6F * inner, turn * 0.6F * inner};
            list->AddLine({at.x - arm.x, at.y - arm.y}, {at.x + arm.x, at.y + arm.y}, hole,
                          context.metrics.stroke(2.4F));
        }
        break;
    }
}

void draw_spot(const PanelContext& context, ImDrawList* list, NoteWords& words,
               const NoteSpot& spot, bool hovered) {
    const Theme& theme = context.theme;
    const NotePoint& point = spot.point;
    const auto px = [&](float length) { return context.metrics.stroke(length); };
    const float opacity = point.behind && !point.open ? behind_opacity : 1.0F;
    const float radius = px(hovered || point.open ? spot_radius + 1.5F : spot_radius);
    const ImVec2 at = to_imvec(point.at);
    list->AddCircleFilled(at, radius + px(1.6F), faded(theme.ink_edge, opacity), 32);
    list->AddCircle(at, radius, faded(theme.ink_warning, opacity), 32, px(2.4F));
    draw_kind(context, list, at, radius, spot.kind, opacity);
    if (point.open) {
        list->AddCircle(at, radius + px(4.6F), theme.accent, 32, px(2.0F));
    }
    if (opacity >= 1.0F) {
        words.draw_beside(context, list, point.at, radius + px(8.0F), point.words, point.open);
    }
}

void draw_measure(const PanelContext& context, ImDrawList* list, NoteWords& words,
                  const NoteMeasure& measure) {
    const Theme& theme = context.theme;
    const auto px = [&](float length) { return context.metrics.stroke(length); };
    const float opacity = measure.behind ? behind_opacity : 1.0F;
    const ImU32 edge = faded(theme.ink_edge, opacity);
    const ImU32 ink = faded(theme.mark_hole, opacity);
    const std::vector<ImVec2> line = to_imvecs(measure.points);
    const std::vector<ImVec2> arc = to_imvecs(measure.arc);
    for (const auto& [colour, width] : {std::pair{edge, 4.5F}, std::pair{ink, 2.0F}}) {
        list->AddPolyline(line.data(), static_cast<int>(line.size()), colour, ImDrawFlags_None,
                          px(width));
        list->AddPolyline(arc.data(), static_cast<int>(arc.size()), colour, ImDrawFlags_None,
                          px(width));
    }
    for (const ImVec2& end : line) {
        list->AddCircleFilled(end, px(4.6F), edge, 24);
        list->AddCircleFilled(end, px(3.0F), ink, 24);
    }
    words.draw_around(context, list, measure.value_at,
                      measure.name.empty() || measure.value.empty()
                          ? measure.value
                          : measure.name + "  " + measure.value);
}

void draw_bar(const PanelContext& context, ImDrawList* list, NoteWords& words,
              const view::ScaleBar& bar) {
    const auto px = [&](float length) { return context.metrics.stroke(length); };
    const ImVec2 from = to_imvec(bar.from);
    const ImVec2 to{from.x + bar.length, from.y};
    const float tick = px(5.0F);
    for (const auto& [colour, width] :
         {std::pair{context.theme.window, 5.0F}, std::pair{context.theme.text1, 2.0F}}) {
        list->AddLine(from, to, colour, px(width));
        list->AddLine({from.x, from.y - tick}, {from.x, from.y + tick}, colour, px(width));
        list->AddLine({to.x, to.y - tick}, {to.x, to.y + tick}, colour, px(width));
    }
    words.draw_around(context, list, {0.5F * (from.x + to.x), from.y - px(20.0F)},
                      fmt::format("{}\u00a0mm", bar.millimetres));
}

/// No words cover the heads of pins and the discs of marks.
NoteWords words_beside(const PanelContext& context, const view::NotesPicture& notes) {
    NoteWords words;
    const auto keep_free = [&](glm::vec2 at, float radius) {
        words.keep_free({at.x - radius, at.y - radius, 2.0F * radius, 2.0F * radius});
    };
    for (const NotePoint& pin : notes.pins) {
        keep_free(head_of(context, pin), context.px(head_radius));
    }
    for (const NoteSpot& spot : notes.spots) {
        keep_free(spot.point.at, context.px(spot_radius));
    }
    return words;
}

/// The note that a click would open, or no_note.
NoteId openable_at(const PanelContext& context, glm::vec2 pointer) {
    const view::NotesPicture& notes = context.input.marks.notes;
    const float reach = context.px(open_reach);
    NoteId found = session::no_note;
    float least = reach;
    const auto offer = [&](NoteId id, glm::vec2 at) {
        if (const float distance = glm::distance(at, pointer); distance <= least) {
            least = distance;
            found = id;
        }
    };
    for (const NotePoint& pin : notes.pins) {
        offer(pin.id, head_of(context, pin));
        offer(pin.id, pin.at);
    }
    for (const NoteSpot& spot : notes.spots) {
        offer(spot.point.id, spot.point.at);
    }
    for (const NoteMeasure& measure : notes.measures) {
        if (!measure.value.empty()) {
            offer(measure.id, measure.value_at);
        }
    }
    return found;
}

/// A press and a release on the same note, without a drag between, opens it.
void press_notes(PanelContext& context, StageState& state, NoteId under) {
    if (under != session::no_note && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        state.pressed_note = under;
    }
    if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
        return;
    }
    if (under != session::no_note && under == state.pressed_note && !was_dragged(context)) {
        context.emit(session::OpenNote{under});
    }
    state.pressed_note = session::no_note;
}

Icon icon_of(NoteTool tool) {
    switch (tool) {
    case NoteTool::pin:
        return Icon::pin;
    case NoteTool::ink:
        return Icon::pen;
    case NoteTool::mark:
        return Icon::lesion;
    case NoteTool::distance:
        return Icon::ruler;
    case NoteTool::angle:
        return Icon::angle;
    case NoteTool::erase:
        return Icon::eraser;
    case NoteTool::none:
        break;
    }
    return Icon::none;
}

} // namespace

bool draw_notes(PanelContext& context, StageState& state, bool pointer_free) {
    const session::NoteDesk& desk = context.input.session.desk;
    const bool writes = desk.tool == NoteTool::ink || desk.tool == NoteTool::erase;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const NoteId under =
        pointer_free && !writes ? openable_at(context, {mouse.x, mouse.y}) : session::no_note;
    if (under != session::no_note) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    press_notes(context, state, under);

    const view::NotesPicture& notes = context.input.marks.notes;
    ImDrawList* const list = ImGui::GetBackgroundDrawList();
    const Rect& stage = context.input.layout.stage;
    list->PushClipRect({stage.x, stage.y}, {stage.right(), stage.bottom()}, true);
    for (const NoteLine& line : notes.lines) {
        draw_line(context, list, line);
    }
    NoteWords words = words_beside(context, notes);
    for (const NoteMeasure& measure : notes.measures) {
        draw_measure(context, list, words, measure);
    }
    for (const NoteSpot& spot : notes.spots) {
        draw_spot(context, list, words, spot, spot.point.id == under);
    }
    for (const NotePoint& pin : notes.pins) {
        draw_pin(context, list, words, pin, pin.id == under);
    }
    for (const view::ScaleBar& bar : notes.bars) {
        draw_bar(context, list, words, bar);
    }
    list->PopClipRect();
    return under != session::no_note;
}

void draw_note_pointer(const PanelContext& context) {
    const session::NoteDesk& desk = context.input.session.desk;
    if (desk.tool == NoteTool::none) {
        return;
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    ImDrawList* const list = ImGui::GetForegroundDrawList();
    const ImVec2 centre{mouse.x + context.px(20.0F), mouse.y + context.px(20.0F)};
    const float radius = context.px(13.0F);
    list->AddCircleFilled(centre, radius, context.theme.panel, 32);
    list->AddCircle(centre, radius,
                    desk.tool == NoteTool::ink
                        ? faded(colour_of(context.theme, desk.ink), 1.0F) | IM_COL32_A_MASK
                        : context.theme.line_strong,
                    32, context.metrics.stroke(2.0F));
    draw_icon(list, icon_of(desk.tool), centre, context.px(16.0F), context.theme.text1);
}

} // namespace osteon::ui
