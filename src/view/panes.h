#pragma once

#include "view/compose.h"

#include <span>
#include <vector>

namespace osteon::view {

/// A part of the stage with a picture of its own.
struct Pane {
    session::Session session; ///< as this part shows it, without its past
    Layout layout;            ///< stage and free area are those of the part
    Scene scene;
};

/// The window's layout for each pane of the stage: one, or two beside each other while primaries
/// are compared or a bone scan is shown and there is room for two.
std::vector<Layout> pane_layouts(const Layout& layout, const session::Stage& shown);

/// Where the camera stands in a pane: cameras are linked, but a bone scan is seen from the front in
/// its first pane and from behind in its second.
session::CameraPose pose_in_pane(const session::Stage& shown, std::size_t pane,
                                 const session::CameraPose& pose);

/// Everything that stands on the stage: one pane, or two from left to right.
std::vector<Pane> panes(const session::Session& session, const session::World& world,
                        const Layout& layout, const session::CameraPose& pose,
                        const Pointing& pointing, bool moving);

/// The scenes of the panes, for the renderer.
std::vector<Scene> scenes_of(std::span<const Pane> panes);

/// The pane under a pixel; beside all of them the nearest.
std::size_t pane_at(std::span<const Layout> layouts, glm::vec2 pixel);

} // namespace osteon::view
