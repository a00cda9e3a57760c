#include "session/session_json.h"

#include <algorithm>
#include <limits>
#include <set>

namespace osteon::session {

namespace {

constexpr Limits c_any_angle{-1000.0F, 1000.0F};
constexpr Limits c_ink_width{0.0002F, 0.05F}; ///< metres

Json place_json(const glm::vec3& place) {
    return {place.x, place.y, place.z};
}

Json point_json(const BonePoint& point, const anatomy::Registry& registry) {
    return {{"bone", registry.bones[point.bone].id}, {"place", place_json(point.place)}};
}

Json seen_json(const SeenFrom& seen) {
    return {{"yaw", seen.yaw}, {"pitch", seen.pitch}};
}

/// A stroke as lists of runs: one list for each time that the pen was set down, one run for each
/// bone that it passed.
Json lines_json(const InkLine& line, const anatomy::Registry& registry) {
    Json lines = Json::array();
    BoneIndex last = anatomy::no_bone;
    for (const BonePoint& point : line) {
        if (point.bone == anatomy::no_bone) {
            last = anatomy::no_bone;
            continue;
        }
        if (last == anatomy::no_bone) {
            lines.push_back(Json::array());
        }
        if (point.bone != last) {
            lines.back().push_back(
                {{"bone", registry.bones[point.bone].id}, {"places", Json::array()}});
        }
        lines.back().back()["places"].push_back(place_json(point.place));
        last = point.bone;
    }
    return lines;
}

void read_seen(Fields& fields, SeenFrom& seen) {
    if (const Json* const json = fields.take("seen")) {
        Fields values(*json, fields.place_of("seen"), fields.reading());
        values.read("yaw", seen.yaw, c_any_angle);
        values.read("pitch", seen.pitch, c_any_angle);
    }
}

BonePoint read_point(const Json& json, const std::string& place, SessionReading& reading) {
    BonePoint point;
    Fields fields(json, place, reading);
    fields.read_bone("bone", point.bone);
    fields.read("place", point.place);
    return point;
}

void read_at(Fields& fields, BonePoint& at) {
    if (const Json* const json = fields.take("at")) {
        at = read_point(*json, fields.place_of("at"), fields.reading());
    } else {
        fields.reading().complain(fields.place_of("at"), "the place of the note is missing",
                                  "Repair the value");
    }
}

std::string read_words(Fields& fields, std::string_view name) {
    std::string words;
    fields.read(name, words);
    if (words.size() > longest_note) {
        fields.reading().complain(fields.place_of(name), "the text is too long",
                                  "Shorten it to " + std::to_string(longest_note) + " bytes");
    }
    return words;
}

/// The places of one run: a place of three numbers each.
void read_run(const Json& json, const std::string& place, SessionReading& reading,
              std::vector<BonePoint>& points) {
    Fields run(json, place, reading);
    BoneIndex bone = anatomy::no_bone;
    run.read_bone("bone", bone);
    for_each_in(run, "places", most_ink_points, [&](const Json& each, const std::string& where) {
        points.push_back({bone, read_place(each, where, reading)});
    });
}

InkLine read_lines(Fields& fields) {
    SessionReading& reading = fields.reading();
    std::vector<BonePoint> points;
    for_each_in(fields, "lines", most_ink_points, [&](const Json& line, const std::string& place) {
        if (!points.empty()) {
            points.push_back({anatomy::no_bone, {}});
        }
        for_each_element(line, place, most_ink_points, reading,
                         [&](const Json& run, const std::string& where) {
                             read_run(run, where, reading, points);
                         });
    });
    if (points.empty() || points.size() > most_ink_points) {
        reading.complain(fields.place_of("lines"),
                         "a stroke of 1 to " + std::to_string(most_ink_points) +
                             " places was expected",
                         "Repair the value");
    }
    return InkLine(std::move(points));
}

Pin read_pin(Fields& fields) {
    Pin pin;
    read_at(fields, pin.at);
    pin.text = read_words(fields, "text");
    read_seen(fields, pin.seen);
    return pin;
}

BoneStroke read_stroke(Fields& fields) {
    BoneStroke stroke;
    stroke.line = read_lines(fields);
    fields.read("colour", stroke.colour, ink_words);
    fields.read("width", stroke.width, c_ink_width);
    read_seen(fields, stroke.seen);
    return stroke;
}

LesionMark read_mark(Fields& fields) {
    LesionMark mark;
    read_at(fields, mark.at);
    fields.read("kind", mark.kind, kind_words);
    mark.words = read_words(fields, "words");
    read_seen(fields, mark.seen);
    return mark;
}

Measurement read_measurement(Fields& fields) {
    Measurement measurement;
    SessionReading& reading = fields.reading();
    fields.read("kind", measurement.kind, measure_words);
    for_each_in(fields, "points", 3, [&](const Json& each, const std::string& place) {
        measurement.points.push_back(read_point(each, place, reading));
    });
    if (measurement.points.size() != points_needed(measurement.kind)) {
        reading.complain(fields.place_of("points"), "a distance has two points and an angle three",
                         "Repair the value");
    }
    measurement.name = read_words(fields, "name");
    read_seen(fields, measurement.seen);
    return measurement;
}

SavedView read_view(Fields& fields) {
    SavedView view;
    view.name = read_words(fields, "name");
    if (const Json* const json = fields.take("stage")) {
        view.stage = read_stage(*json, fields.place_of("stage"), fields.reading());
    }
    return view;
}

/// Reads a list of notes of one kind; their ids must differ from all others.
template <class Note, class Read>
void read_list(Fields& fields, std::string_view name, std::set<NoteId>& ids,
               std::vector<Note>& notes, Read read) {
    SessionReading& reading = fields.reading();
    for_each_in(fields, name, most_notes, [&](const Json& each, const std::string& place) {
        Fields note(each, place, reading);
        NoteId id = no_note;
        note.read("id", id);
        notes.push_back(read(note));
        notes.back().id = id;
        if (id == no_note || !ids.insert(id).second) {
            reading.complain(note.place_of("id"), "each note needs a number of its own, from 1",
                             "Give it another");
        }
    });
}

} // namespace

Json notes_json(const Notes& notes, const anatomy::Registry& registry) {
    Json pins = Json::array();
    for (const Pin& pin : notes.pins) {
        pins.push_back({{"id", pin.id},
                        {"at", point_json(pin.at, registry)},
                        {"text", pin.text},
                        {"seen", seen_json(pin.seen)}});
    }
    Json ink = Json::array();
    for (const BoneStroke& stroke : notes.ink) {
        ink.push_back({{"id", stroke.id},
                       {"colour", word_of(ink_words, stroke.colour)},
                       {"width", stroke.width},
                       {"lines", lines_json(stroke.line, registry)},
                       {"seen", seen_json(stroke.seen)}});
    }
    Json marks = Json::array();
    for (const LesionMark& mark : notes.marks) {
        marks.push_back({{"id", mark.id},
                         {"at", point_json(mark.at, registry)},
                         {"kind", word_of(kind_words, mark.kind)},
                         {"words", mark.words},
                         {"seen", seen_json(mark.seen)}});
    }
    Json measurements = Json::array();
    for (const Measurement& measurement : notes.measurements) {
        Json points = Json::array();
        for (const BonePoint& point : measurement.points) {
            points.push_back(point_json(point, registry));
        }
        measurements.push_back({{"id", measurement.id},
                                {"kind", word_of(measure_words, measurement.kind)},
                                {"points", std::move(points)},
                                {"name", measurement.name},
                                {"seen", seen_json(measurement.seen)}});
    }
    Json views = Json::array();
    for (const SavedView& view : notes.views) {
        views.push_back(
            {{"id", view.id}, {"name", view.name}, {"stage", stage_json(view.stage, registry)}});
    }
    return {{"last_id", notes.last_id},
            {"pins", std::move(pins)},
            {"ink", std::move(ink)},
            {"marks", std::move(marks)},
            {"measurements", std::move(measurements)},
            {"views", std::move(views)}};
}

Notes read_notes(const Json& json, const std::string& place, SessionReading& reading) {
    Notes notes;
    std::set<NoteId> ids;
    Fields fields(json, place, reading);
    fields.read("last_id", notes.last_id);
    read_list(fields, "pins", ids, notes.pins, read_pin);
    read_list(fields, "ink", ids, notes.ink, read_stroke);
    read_list(fields, "marks", ids, notes.marks, read_mark);
    read_list(fields, "measurements", ids, notes.measurements, read_measurement);
    read_list(fields, "views", ids, notes.views, read_view);
    if (!ids.empty()) {
        notes.last_id = std::max(notes.last_id, *ids.rbegin());
    }
    if (count(notes) > most_notes) {
        reading.complain(place, "there are more than " + std::to_string(most_notes) + " notes",
                         "Split the file");
    }
    return notes;
}

} // namespace osteon::session
