#pragma once

#include "session/stage.h"

#include <glm/vec3.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace osteon::session {

/// Tells a note from all others of its session, whatever its kind. Ids are given in order and stay.
using NoteId = std::uint32_t;
inline constexpr NoteId no_note = 0;

/// A place on the surface of a bone, where the bone lies while nothing moves it: pieces are not
/// apart and no vertebra has given way.
struct BonePoint {
    BoneIndex bone = anatomy::no_bone;
    glm::vec3 place{0.0F}; ///< metres, in the body's space
    bool operator==(const BonePoint&) const = default;
};

/// From where a note was made: it is shown from there again. Radians, as in CameraPose.
struct SeenFrom {
    float yaw = 0.0F;
    float pitch = 0.0F;
    bool operator==(const SeenFrom&) const = default;
};

/// Words pinned to a place.
struct Pin {
    NoteId id = no_note;
    BonePoint at{};
    std::string text{}; ///< several lines, as they were typed
    SeenFrom seen{};
    bool operator==(const Pin&) const = default;
};

enum class InkColour { ink, warning, highlighter };

/// The points of a line on bone. Those without a bone are where the pen left it. They do not change
/// any more, so that copies, of which undo keeps many, share them.
class InkLine {
public:
    InkLine()
        : InkLine(std::vector<BonePoint>{}) {}
    InkLine(std::vector<BonePoint> points)
        : points_(std::make_shared<const std::vector<BonePoint>>(std::move(points))) {}
    InkLine(std::initializer_list<BonePoint> points)
        : InkLine(std::vector<BonePoint>(points)) {}

    auto begin() const { return points_->begin(); }
    auto end() const { return points_->end(); }
    std::size_t size() const { return points_->size(); }
    const BonePoint& operator[](std::size_t index) const { return (*points_)[index]; }
    bool operator==(const InkLine& other) const {
        return points_ == other.points_ || *points_ == *other.points_;
    }

private:
    std::shared_ptr<const std::vector<BonePoint>> points_; ///< never null
};

struct BoneStroke {
    NoteId id = no_note;
    InkLine line{};
    InkColour colour = InkColour::ink;
    float width = 0.002F; ///< metres on the bone
    SeenFrom seen{};
    bool operator==(const BoneStroke&) const = default;
};

/// What a lesion does to bone: it takes it away, adds dense bone, or both. `unknown` is "a spot".
enum class LesionKind { unknown, lytic, blastic, mixed };

/// A place where a lesion is said to be.
struct LesionMark {
    NoteId id = no_note;
    BonePoint at{};
    LesionKind kind = LesionKind::unknown;
    std::string words{}; ///< of the user's own; may be empty
    SeenFrom seen{};
    bool operator==(const LesionMark&) const = default;
};

enum class MeasureKind { distance, angle };

/// The straight distance between two points, or the angle at the second of three.
struct Measurement {
    NoteId id = no_note;
    MeasureKind kind = MeasureKind::distance;
    std::vector<BonePoint> points{}; ///< as many as points_needed()
    std::string name{};              ///< may be empty
    SeenFrom seen{};
    bool operator==(const Measurement&) const = default;
};

/// A stage to come back to, camera and all.
struct SavedView {
    NoteId id = no_note;
    std::string name{};
    Stage stage{};
    bool operator==(const SavedView&) const = default;
};

/// What the user wrote and drew on the skeleton. A value: undo keeps whole copies of it. Each kind
/// is in the order in which it was made.
struct Notes {
    std::vector<Pin> pins{};
    std::vector<BoneStroke> ink{};
    std::vector<LesionMark> marks{};
    std::vector<Measurement> measurements{};
    std::vector<SavedView> views{};
    NoteId last_id = no_note; ///< the newest that was given
    bool operator==(const Notes&) const = default;
};

/// How much a session takes; what is more is not added.
inline constexpr std::size_t most_notes = 5000;
inline constexpr std::size_t most_ink_points = 4000; ///< of one stroke
inline constexpr std::size_t longest_note = 8000;    ///< bytes of one text

/// Adds notes to others, each kind in the order of the ids. Those whose ids are taken get new ones.
/// The ids that the added ones have.
std::vector<NoteId> add_all(Notes& notes, Notes more);
/// Takes the notes with these ids out; what was taken.
Notes take_out(Notes& notes, std::span<const NoteId> ids);

std::size_t points_needed(MeasureKind kind);

/// A text of a note, cut between two letters where it is longer than longest_note.
std::string shortened_note(std::string text);

/// Of pins, strokes, marks, measurements and views together.
std::size_t count(const Notes& notes);
bool has_note(const Notes& notes, NoteId id);

/// Where a note lies: its points on bones; none for a view or an unknown id.
std::vector<BonePoint> points_of(const Notes& notes, NoteId id);
SeenFrom seen_from(const Notes& notes, NoteId id);

/// What a distance measures, metres.
float distance_of(const Measurement& measurement);
/// What an angle measures, radians 0..π; 0 where two of its points are one.
float angle_of(const Measurement& measurement);

/// What a click or drag on a bone does.
enum class NoteTool { none, pin, ink, mark, distance, angle, erase };

/// What the user is about to note. No part of undo, and in no file.
struct NoteDesk {
    NoteTool tool = NoteTool::none;
    InkColour ink = InkColour::ink;
    /// The stroke that is being drawn, or the points of a measurement that still lacks some.
    std::vector<BonePoint> begun{};
    float begun_width = 0.0F; ///< of that stroke, metres
    NoteId open = no_note;    ///< whose words are being written
    NoteId typed = no_note;   ///< the newest step made or changed this note: words go on with it
    bool keep = false;        ///< "keep on this computer" was chosen at the bedside
    bool operator==(const NoteDesk&) const = default;
};

} // namespace osteon::session
