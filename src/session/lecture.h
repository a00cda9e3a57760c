#pragma once

#include "knowledge/tour.h"

#include <glm/vec2.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace osteon::session {

/// What the pointer does over the picture of a lecture.
enum class LectureTool {
    none,      ///< turns the skeleton, as ever
    spotlight, ///< lights a circle, the rest is dimmed
    pen        ///< draws over the picture
};

/// The pens that draw over the picture.
enum class InkPen { ink, warning, highlighter };

/// A line drawn over the picture: in shares of its width and height, from its top left.
struct InkStroke {
    InkPen pen = InkPen::ink;
    std::vector<glm::vec2> points;
    bool operator==(const InkStroke&) const = default;
};

/// A tour that is given to a room.
struct Lecture {
    std::string tour;     ///< id; empty: none runs
    std::size_t stop = 0; ///< where it is, from 0
    bool blank = false;   ///< the room sees nothing
    LectureTool tool = LectureTool::none;
    InkPen pen = InkPen::ink;
    std::map<std::size_t, std::vector<InkStroke>> ink; ///< by stop, until another tour begins
    std::string last_tour;     ///< given last, to be gone on with by one key; empty: none yet
    std::size_t last_stop = 0; ///< where that was left
    bool given_whole = false;  ///< and that was its last stop
    int begun = 0;             ///< grows with every tour that begins, and with none that goes on

    bool runs() const { return !tour.empty(); }
    bool operator==(const Lecture&) const = default;
};

/// The tours that the user has recorded, and those before each of the last changes, newest last.
struct OwnTours {
    std::vector<knowledge::Tour> tours; ///< sorted by id
    std::vector<std::vector<knowledge::Tour>> undo;
    std::string field; ///< that the last change was made in, as PutTour has it
};

} // namespace osteon::session
