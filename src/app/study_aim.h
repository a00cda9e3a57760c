#pragma once

#include "anatomy/registry.h"

#include <glm/vec2.hpp>

#include <vector>

namespace osteon::app {

/// A bone where it stands in the picture, in pixels.
struct PlacedBone {
    anatomy::BoneIndex bone = anatomy::no_bone;
    glm::vec2 at{0.0F};
};

/// The bones as one reads a page: from the top down, in rows of a height from left to right. The
/// order tells no more of their names than the picture does.
std::vector<anatomy::BoneIndex> reading_order(std::vector<PlacedBone> bones, float row);

/// The bone that the keyboard points at while a bone is to be found, until the pointer moves.
class BoneAim {
public:
    /// Goes on by one of `bones`, or back; from none to the first, or the last. `pointer` is where
    /// the mouse lies.
    void step(int way, const std::vector<anatomy::BoneIndex>& bones, glm::vec2 pointer);
    void clear() { bone_ = anatomy::no_bone; }
    /// The bone that is pointed at, or no_bone: there is none, or the mouse has moved since.
    anatomy::BoneIndex bone(glm::vec2 pointer) const {
        return pointer == pointer_ ? bone_ : anatomy::no_bone;
    }

private:
    anatomy::BoneIndex bone_ = anatomy::no_bone;
    glm::vec2 pointer_{0.0F};
};

} // namespace osteon::app
