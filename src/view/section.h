#pragma once

#include "anatomy/registry.h"
#include "base/geometry.h"
#include "session/look.h"
#include "view/scene.h"

#include <vector>

namespace osteon::view {

/// The plane of a section: what lies where dot(normal, point) > distance is cut away.
Plane plane_of(const session::SectionPlane& section);

/// The section with its offset such that the plane passes through `point`, metres.
session::SectionPlane through(session::SectionPlane section, const glm::vec3& point);

/// From where to where the plane can be moved to cut what lies in the box: offsets in metres.
session::Limits offsets_across(const session::SectionPlane& section, const Box& box);

/// The polygon in which the plane meets the box, its corners in order around; empty where it does
/// not.
std::vector<glm::vec3> outline_on(const Plane& plane, const Box& box);

/// What the cut faces of the registry's entries show, in their order: thick cortex around the
/// shafts of long bones, thin shells around vertebrae and ribs. Rounded figures of an illustration;
/// no measurements of a body.
std::vector<CutTissue> cut_tissues(const anatomy::Registry& registry);

} // namespace osteon::view
