#include "session/notes.h"

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace osteon::session {

namespace {

template <class Note>
const Note* find(const std::vector<Note>& notes, NoteId id) {
    const auto found = std::ranges::find(notes, id, &Note::id);
    return found != notes.end() ? &*found : nullptr;
}

/// Calls with the lists of each kind of both.
template <class Act>
void for_each_kind(Notes& one, Notes& other, Act act) {
    act(one.pins, other.pins);
    act(one.ink, other.ink);
    act(one.marks, other.marks);
    act(one.measurements, other.measurements);
    act(one.views, other.views);
}

} // namespace

std::size_t points_needed(MeasureKind kind) {
    return kind == MeasureKind::angle ? 3 : 2;
}

std::size_t count(const Notes& notes) {
    return notes.pins.size() + notes.ink.size() + notes.marks.size() + notes.measurements.size() +
           notes.views.size();
}

bool has_note(const Notes& notes, NoteId id) {
    return find(notes.pins, id) != nullptr || find(notes.ink, id) != nullptr ||
           find(notes.marks, id) != nullptr || find(notes.measurements, id) != nullptr ||
           find(notes.views, id) != nullptr;
}

std::string shortened_note(std::string text) {
    if (text.size() > longest_note) {
        std::size_t end = longest_note;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        text.resize(end);
    }
    return text;
}

std::vector<NoteId> add_all(Notes& notes, Notes more) {
    std::vector<NoteId> ids;
    NoteId last = std::max(notes.last_id, more.last_id);
    for_each_kind(notes, more, [&](auto& to, auto& from) {
        for (auto& note : from) {
            note.id = has_note(notes, note.id) ? ++last : note.id;
            ids.push_back(note.id);
        }
        std::ranges::move(from, std::back_inserter(to));
        std::ranges::stable_sort(to, {}, [](const auto& note) { return note.id; });
    });
    notes.last_id = last;
    return ids;
}

Notes take_out(Notes& notes, std::span<const NoteId> ids) {
    Notes taken;
    taken.last_id = notes.last_id;
    for_each_kind(taken, notes, [&](auto& to, auto& from) {
        const auto gone = std::ranges::stable_partition(
            from, [&](const auto& note) { return std::ranges::find(ids, note.id) == ids.end(); });
        std::ranges::move(gone, std::back_inserter(to));
        from.erase(gone.begin(), gone.end());
    });
    return taken;
}

std::vector<BonePoint> points_of(const Notes& notes, NoteId id) {
    if (const Pin* pin = find(notes.pins, id)) {
        return {pin->at};
    }
    if (const LesionMark* mark = find(notes.marks, id)) {
        return {mark->at};
    }
    if (const Measurement* measurement = find(notes.measurements, id)) {
        return measurement->points;
    }
    std::vector<BonePoint> points;
    if (const BoneStroke* stroke = find(notes.ink, id)) {
        std::ranges::copy_if(stroke->line, std::back_inserter(points),
                             [](const BonePoint& point) { return point.bone != anatomy::no_bone; });
    }
    return points;
}

SeenFrom seen_from(const Notes& notes, NoteId id) {
    if (const Pin* pin = find(notes.pins, id)) {
        return pin->seen;
    }
    if (const LesionMark* mark = find(notes.marks, id)) {
        return mark->seen;
    }
    if (const Measurement* measurement = find(notes.measurements, id)) {
        return measurement->seen;
    }
    const BoneStroke* const stroke = find(notes.ink, id);
    return stroke != nullptr ? stroke->seen : SeenFrom{};
}

float distance_of(const Measurement& measurement) {
    const auto& points = measurement.points;
    return points.size() == 2 ? glm::distance(points[0].place, points[1].place) : 0.0F;
}

float angle_of(const Measurement& measurement) {
    const auto& points = measurement.points;
    if (points.size() != 3) {
        return 0.0F;
    }
    const glm::vec3 one = points[0].place - points[1].place;
    const glm::vec3 other = points[2].place - points[1].place;
    // By the arc tangent, since the arc cosine loses small angles (W. Kahan, "How futile are
    // mindless assessments of roundoff in floating-point computation?", 2006).
    return std::atan2(glm::length(glm::cross(one, other)), glm::dot(one, other));
}

} // namespace osteon::session
