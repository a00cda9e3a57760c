#include "view/notes_marks.h"

#include "view/stage_room.h"

#include <fmt/core.h>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace osteon::view {

namespace {

using session::BonePoint;
using session::MeasureKind;
using session::Measurement;
using session::NoteId;

// Lengths in px at 100 %.
constexpr float c_thinnest = 1.5F;
constexpr float c_widest = 48.0F;
constexpr float c_arc_radius = 34.0F;
constexpr float c_value_off = 18.0F; ///< of a value from the line that it is of
constexpr float c_bar_room = 220.0F; ///< that a scale bar may take
constexpr float c_bar_rise = 104.0F; ///< of it above the stage's lower edge
/// Metres of bone before a drawn point that count as hiding it. A stroke runs along the surface,
/// and bulges between its points lie before it.
constexpr float c_ink_hidden_by = 0.008F;

/// What is common to all notes of a pane.
struct Shown {
    const session::Session& session;
    const Layout& layout;
    const Scene& scene;
    const std::function<float(glm::vec2)>& depth_at;

    bool on_bone(const BonePoint& point) const {
        return point.bone != anatomy::no_bone && !session::is_hidden(session.stage, point.bone);
    }
    /// On the screen, with the depth; negative behind the eye.
    glm::vec3 on_screen(const BonePoint& point) const {
        return project(scene.camera, scene.viewport, moved_place(scene, point));
    }
    bool is_inside(const glm::vec3& projected) const {
        return projected.z >= 0.0F && layout.stage.contains(glm::vec2(projected));
    }
    bool hidden(const BonePoint& point, const glm::vec3& projected, float by) const {
        const glm::vec3 place = moved_place(scene, point);
        return is_cut_away(scene, place) ||
               (!scene.film && is_behind(scene, place, projected, depth_at, by));
    }
};

/// The point of a pin or mark; none where its bone is hidden or it is off the stage.
std::optional<NotePoint> point_of(const Shown& shown, NoteId id, const BonePoint& at,
                                  const std::string& words) {
    if (!shown.on_bone(at)) {
        return std::nullopt;
    }
    const glm::vec3 projected = shown.on_screen(at);
    if (!shown.is_inside(projected)) {
        return std::nullopt;
    }
    return NotePoint{id, glm::vec2(projected), shown.hidden(at, projected, c_hidden_by),
                     id == shown.session.desk.open, first_line(words)};
}

/// How many pixels a metre takes at a distance from the eye.
float pixels_per_metre(const Scene& scene, float distance) {
    return 0.5F * scene.viewport.height /
           (std::tan(0.5F * scene.camera.fov_y) * std::max(distance, 1e-3F));
}

/// The pieces of a stroke that are seen.
void add_lines(const Shown& shown, NoteId id, std::span<const BonePoint> points,
               session::InkColour colour, float width, std::vector<NoteLine>& lines) {
    NoteLine piece{.id = id, .points = {}, .colour = colour, .width = 0.0F};
    const auto end_piece = [&] {
        if (!piece.points.empty()) {
            lines.push_back(piece);
            piece.points.clear();
        }
    };
    for (const BonePoint& point : points) {
        const glm::vec3 projected =
            shown.on_bone(point) ? shown.on_screen(point) : glm::vec3(0, 0, -1);
        if (projected.z < 0.0F || shown.hidden(point, projected, c_ink_hidden_by)) {
            end_piece();
            continue;
        }
        const float distance =
            glm::distance(moved_place(shown.scene, point), shown.scene.camera.eye);
        piece.width = std::clamp(width * pixels_per_metre(shown.scene, distance),
                                 c_thinnest * shown.layout.scale, c_widest * shown.layout.scale);
        piece.points.push_back(glm::vec2(projected));
    }
    end_piece();
}

/// A circle's arc about the corner of an angle, from one arm to the other, in space, so that it
/// lies in their plane.
std::vector<glm::vec2> arc_of(const Shown& shown, std::span<const BonePoint> points, float radius) {
    constexpr int c_steps = 24;
    const glm::vec3 corner = moved_place(shown.scene, points[1]);
    const glm::vec3 from = unit_or(moved_place(shown.scene, points[0]) - corner, {1, 0, 0});
    const glm::vec3 to = unit_or(moved_place(shown.scene, points[2]) - corner, {1, 0, 0});
    const glm::vec3 across = unit_or(to - from * glm::dot(from, to), {0, 1, 0});
    const float whole = std::acos(std::clamp(glm::dot(from, to), -1.0F, 1.0F));
    std::vector<glm::vec2> arc;
    for (int step = 0; step <= c_steps; ++step) {
        const float angle = whole * static_cast<float>(step) / static_cast<float>(c_steps);
        const glm::vec3 place =
            corner + radius * (std::cos(angle) * from + std::sin(angle) * across);
        arc.push_back(glm::vec2(project(shown.scene.camera, shown.scene.viewport, place)));
    }
    return arc;
}

/// Beside the middle of a line, on the side that is farther up.
glm::vec2 beside(glm::vec2 from, glm::vec2 to, float by) {
    const glm::vec2 along = to - from;
    const float length = glm::length(along);
    glm::vec2 up = length > 1.0F ? glm::vec2(along.y, -along.x) / length : glm::vec2(0, -1);
    if (up.y > 0.0F) {
        up = -up;
    }
    return 0.5F * (from + to) + by * up;
}

/// The lines of a measurement, finished or not; none where a point of it is not on the stage.
std::optional<NoteMeasure> measure_of(const Shown& shown, NoteId id,
                                      std::span<const BonePoint> points) {
    NoteMeasure measure{.id = id,
                        .points = {},
                        .arc = {},
                        .value_at = {},
                        .value = {},
                        .name = {},
                        .behind = !points.empty()};
    for (const BonePoint& point : points) {
        if (!shown.on_bone(point)) {
            return std::nullopt;
        }
        const glm::vec3 projected = shown.on_screen(point);
        if (projected.z < 0.0F) {
            return std::nullopt;
        }
        measure.behind = measure.behind && shown.hidden(point, projected, c_hidden_by);
        measure.points.push_back(glm::vec2(projected));
    }
    return measure;
}

NoteMeasure with_value(const Shown& shown, NoteMeasure measure, const Measurement& of,
                       const knowledge::Language& language) {
    measure.value = value_of(of, language);
    measure.name = of.name;
    const float off = c_value_off * shown.layout.scale;
    if (of.kind == MeasureKind::distance) {
        measure.value_at = beside(measure.points[0], measure.points[1], off);
        return measure;
    }
    const glm::vec3 corner = moved_place(shown.scene, of.points[1]);
    const float scale =
        pixels_per_metre(shown.scene, glm::distance(corner, shown.scene.camera.eye));
    const float shorter = std::min(glm::distance(of.points[0].place, of.points[1].place),
                                   glm::distance(of.points[2].place, of.points[1].place));
    measure.arc = arc_of(shown, of.points,
                         std::min(c_arc_radius * shown.layout.scale / scale, 0.6F * shorter));
    const glm::vec2 middle = measure.arc[measure.arc.size() / 2];
    const glm::vec2 out = middle - measure.points[1];
    const float length = glm::length(out);
    measure.value_at = middle + (length > 1.0F ? out / length : glm::vec2(0, -1)) * (1.6F * off);
    return measure;
}

/// A bar as long as the largest of its lengths that there is room for, at the depth of the points.
std::optional<ScaleBar> bar_for(const Shown& shown, std::span<const BonePoint> points) {
    float distance = 0.0F;
    for (const BonePoint& point : points) {
        distance += glm::distance(moved_place(shown.scene, point), shown.scene.camera.eye) /
                    static_cast<float>(points.size());
    }
    const float per_millimetre = metres_per_millimetre * pixels_per_metre(shown.scene, distance);
    const float scale = shown.layout.scale;
    const Rect open = open_part(shown.layout);
    for (const int millimetres : {100, 50, 10}) {
        const float length = static_cast<float>(millimetres) * per_millimetre;
        if (length <= c_bar_room * scale || millimetres == 10) {
            return ScaleBar{{std::round(open.centre().x - 0.5F * length),
                             std::round(open.bottom() - c_bar_rise * scale)},
                            length,
                            millimetres};
        }
    }
    return std::nullopt;
}

void add_measures(const Shown& shown, const knowledge::Language& language, NotesPicture& picture) {
    std::optional<ScaleBar> bar;
    for (const Measurement& measurement : shown.session.notes.measurements) {
        if (auto measure = measure_of(shown, measurement.id, measurement.points)) {
            picture.measures.push_back(
                with_value(shown, std::move(*measure), measurement, language));
            bar = bar_for(shown, measurement.points);
        }
    }
    const session::NoteDesk& desk = shown.session.desk;
    const bool measures =
        desk.tool == session::NoteTool::distance || desk.tool == session::NoteTool::angle;
    if (measures && !desk.begun.empty()) {
        if (auto begun = measure_of(shown, session::no_note, desk.begun)) {
            picture.measures.push_back(std::move(*begun));
            bar = bar_for(shown, desk.begun);
        }
    }
    if (bar) {
        picture.bars.push_back(*bar);
    }
}

float distance_to(const NoteLine& line, glm::vec2 pixel) {
    float least = glm::distance(line.points.front(), pixel);
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
        const glm::vec2 along = line.points[i + 1] - line.points[i];
        const float square = glm::dot(along, along);
        const float share =
            square > 0.0F ? std::clamp(glm::dot(pixel - line.points[i], along) / square, 0.0F, 1.0F)
                          : 0.0F;
        least = std::min(least, glm::distance(line.points[i] + share * along, pixel));
    }
    return std::max(least - 0.5F * line.width, 0.0F);
}

/// Remembers the nearest of what is offered.
struct Nearest {
    float least;
    NoteId id = session::no_note;
    void offer(NoteId candidate, float distance) {
        if (candidate != session::no_note && distance <= least) {
            least = distance;
            id = candidate;
        }
    }
};

} // namespace

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

glm::vec3 moved_place(const Scene& scene, const BonePoint& point) {
    const glm::vec3 place = point.place + offset_of(scene.offsets, point.bone);
    if (!scene.collapse) {
        return place;
    }
    const bool carried =
        point.bone < scene.bones.size() && (scene.bones[point.bone].flags & bone_carried) != 0;
    return carried || point.bone == scene.collapse->bone
               ? displaced(*scene.collapse, carried, place)
               : place;
}

BonePoint resting_place(const Scene& scene, anatomy::BoneIndex bone, const glm::vec3& place) {
    // Undone by turns: what the collapse moves it by changes little from place to place.
    constexpr int c_turns = 32;
    BonePoint point{bone, place - offset_of(scene.offsets, bone)};
    for (int turn = 0; scene.collapse && turn < c_turns; ++turn) {
        point.place += place - moved_place(scene, point);
    }
    return point;
}

std::vector<glm::vec3> note_places(const session::Session& session, const Scene& scene) {
    std::vector<glm::vec3> places;
    const auto add = [&](const BonePoint& point) {
        if (point.bone != anatomy::no_bone && !session::is_hidden(session.stage, point.bone)) {
            places.push_back(moved_place(scene, point));
        }
    };
    for (const session::Pin& pin : session.notes.pins) {
        add(pin.at);
    }
    for (const session::LesionMark& mark : session.notes.marks) {
        add(mark.at);
    }
    for (const session::BoneStroke& stroke : session.notes.ink) {
        std::ranges::for_each(stroke.line, add);
    }
    for (const Measurement& measurement : session.notes.measurements) {
        std::ranges::for_each(measurement.points, add);
    }
    std::ranges::for_each(session.desk.begun, add);
    return places;
}

NotesPicture place_notes(const session::Session& session, const knowledge::Language& language,
                         const Layout& layout, const Scene& scene,
                         const std::function<float(glm::vec2)>& depth_at) {
    const Shown shown{session, layout, scene, depth_at};
    NotesPicture picture;
    if (session.stage.question) {
        return picture; // words could give an answer away
    }
    for (const session::Pin& pin : session.notes.pins) {
        if (auto point = point_of(shown, pin.id, pin.at, pin.text)) {
            picture.pins.push_back(std::move(*point));
        }
    }
    for (const session::LesionMark& mark : session.notes.marks) {
        if (auto point = point_of(shown, mark.id, mark.at, mark.words)) {
            picture.spots.push_back({std::move(*point), mark.kind});
        }
    }
    for (const session::BoneStroke& stroke : session.notes.ink) {
        add_lines(shown, stroke.id, {stroke.line.begin(), stroke.line.end()}, stroke.colour,
                  stroke.width, picture.lines);
    }
    if (session.desk.tool == session::NoteTool::ink) {
        add_lines(shown, session::no_note, session.desk.begun, session.desk.ink,
                  session.desk.begun_width, picture.lines);
    }
    add_measures(shown, language, picture);
    return picture;
}

void append(const NotesPicture& more, NotesPicture& notes) {
    std::ranges::copy(more.pins, std::back_inserter(notes.pins));
    std::ranges::copy(more.spots, std::back_inserter(notes.spots));
    std::ranges::copy(more.lines, std::back_inserter(notes.lines));
    std::ranges::copy(more.measures, std::back_inserter(notes.measures));
    std::ranges::copy(more.bars, std::back_inserter(notes.bars));
}

NoteId note_at(const NotesPicture& notes, glm::vec2 pixel, float reach) {
    Nearest points{reach};
    for (const NotePoint& pin : notes.pins) {
        points.offer(pin.id, glm::distance(pin.at, pixel));
    }
    for (const NoteSpot& spot : notes.spots) {
        points.offer(spot.point.id, glm::distance(spot.point.at, pixel));
    }
    if (points.id != session::no_note) {
        return points.id;
    }
    Nearest lines{reach};
    for (const NoteLine& line : notes.lines) {
        lines.offer(line.id, distance_to(line, pixel));
    }
    for (const NoteMeasure& measure : notes.measures) {
        lines.offer(
            measure.id,
            distance_to({measure.id, measure.points, session::InkColour::ink, 0.0F}, pixel));
        lines.offer(measure.id, glm::distance(measure.value_at, pixel) - reach);
    }
    return lines.id;
}

std::string value_of(const Measurement& measurement, const knowledge::Language& language) {
    if (measurement.kind == MeasureKind::angle) {
        return fmt::format("{:.0f}°", glm::degrees(session::angle_of(measurement)));
    }
    std::string number =
        fmt::format("{:.1f}", millimetres_per_metre * session::distance_of(measurement));
    if (const std::size_t point = number.find('.'); point != std::string::npos) {
        number.replace(point, 1, language.decimal_sign);
    }
    return number + "\u00a0mm";
}

} // namespace osteon::view
