#pragma once

#include "session/session.h"
#include "view/layout.h"
#include "view/scene.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace osteon::view {

/// A pin, or the mark of a lesion, on the screen. Pixels, y down.
struct NotePoint {
    session::NoteId id = session::no_note;
    glm::vec2 at{0.0F};
    bool behind = false; ///< bone lies in front: drawn faint
    bool open = false;   ///< its words are being written
    std::string words;   ///< their first line; of a mark without any, empty
    bool operator==(const NotePoint&) const = default;
};
struct NoteSpot {
    NotePoint point;
    session::LesionKind kind = session::LesionKind::unknown;
    bool operator==(const NoteSpot&) const = default;
};

/// What is to be seen of a stroke: a piece of it that nothing hides. One point alone is a dot.
struct NoteLine {
    session::NoteId id = session::no_note; ///< no_note: it is being drawn
    std::vector<glm::vec2> points;
    session::InkColour colour = session::InkColour::ink;
    float width = 2.0F; ///< pixels
    bool operator==(const NoteLine&) const = default;
};

/// A measurement: lines between its points, the arc of an angle, and its value.
struct NoteMeasure {
    session::NoteId id = session::no_note; ///< no_note: it still lacks points
    std::vector<glm::vec2> points;
    std::vector<glm::vec2> arc; ///< of an angle, about its corner; else empty
    glm::vec2 value_at{0.0F};   ///< the middle of the value's plate
    std::string value;          ///< "42.3 mm", "127°"; empty while points are lacking
    std::string name;
    bool behind = false; ///< bone hides all of its points
    bool operator==(const NoteMeasure&) const = default;
};

/// How long something round is at the depth of what is measured.
struct ScaleBar {
    glm::vec2 from{0.0F}; ///< its left end
    float length = 0.0F;  ///< pixels
    int millimetres = 0;  ///< 10, 50 or 100
    bool operator==(const ScaleBar&) const = default;
};

/// The notes of a pane as they are seen.
struct NotesPicture {
    std::vector<NotePoint> pins;
    std::vector<NoteSpot> spots;
    std::vector<NoteLine> lines;
    std::vector<NoteMeasure> measures;
    std::vector<ScaleBar> bars; ///< one a pane at most
    bool operator==(const NotesPicture&) const = default;
};

/// Where a place of the resting body lies in a scene: with its piece, and with the vertebra that
/// has given way.
glm::vec3 moved_place(const Scene& scene, const session::BonePoint& point);
/// The place of the resting body that lies at `place` of a scene.
session::BonePoint resting_place(const Scene& scene, anatomy::BoneIndex bone,
                                 const glm::vec3& place);

/// All places of the scene whose depth decides what is seen of the notes.
std::vector<glm::vec3> note_places(const session::Session& session, const Scene& scene);

/// The notes as they are seen. Those on hidden bones, and off the stage, are left out. `depth_at`
/// gives the drawn depth 0..1 at the pixel of any of note_places(); empty: nothing hides anything,
/// as on a film.
NotesPicture place_notes(const session::Session& session, const knowledge::Language& language,
                         const Layout& layout, const Scene& scene,
                         const std::function<float(glm::vec2)>& depth_at);

/// Adds the notes of another pane.
void append(const NotesPicture& more, NotesPicture& notes);

/// The note under a pixel, or no_note: points before lines, the nearest within `reach` pixels.
session::NoteId note_at(const NotesPicture& notes, glm::vec2 pixel, float reach);

/// What is shown of a text where there is room for one line.
std::string first_line(const std::string& text);

/// What a measurement says, in the language's way to write numbers: "42.3 mm", "127°".
std::string value_of(const session::Measurement& measurement, const knowledge::Language& language);

} // namespace osteon::view
