#pragma once

#include "view/panes.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <span>
#include <string>
#include <vector>

namespace osteon::view {

/// A word laid on a film, without which the sides of the body might be mistaken.
struct FilmMark {
    std::string word;
    glm::vec2 at{0.0F}; ///< its middle, pixels
    bool operator==(const FilmMark&) const = default;
};

/// The marks of all panes. On a bone scan: where it is seen from, and the body's sides. On a
/// radiograph: which side of the body lies to the left and to the right of the film. Empty for
/// what is not a film.
std::vector<FilmMark> film_marks(const session::Stage& shown, std::span<const Pane> panes);

/// Where the marks of a radiograph stand in a pane, whatever they say; labels keep out. Empty for
/// other looks.
std::vector<Rect> film_mark_places(const Layout& pane, const session::Stage& shown);

/// The side of the body that a direction in its space leads to: 'L' left, 'R' right, 'A' front,
/// 'P' back, 'S' head, 'I' feet; a second letter where the direction leads there too, by more than
/// about 20°. After the patient orientation of DICOM PS3.3 C.7.6.1.1.1, with S and I for head and
/// feet as on the orientation figure.
std::string side_letters(const glm::vec3& direction);

} // namespace osteon::view
