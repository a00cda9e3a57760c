#include "app/atlas_window_parts.h"

#include <glm/trigonometric.hpp>

// The notes of the running window: what the pointer writes on.

namespace osteon::app {
namespace {

constexpr float c_note_reach = 10.0F; ///< px at 100 % around a note that count as on it

/// The size of a pixel at a place of a scene.
float metres_per_pixel(const view::Scene& scene, const glm::vec3& place) {
    const float distance = glm::distance(place, scene.camera.eye);
    return 2.0F * std::tan(0.5F * scene.camera.fov_y) * distance / scene.viewport.height;
}

} // namespace

NoteSurroundings AtlasWindow::note_surroundings(std::size_t pane) const {
    const view::Scene& scene = panes_[pane].scene;
    return {
        .tool = session_.desk.tool,
        .ink = session_.desk.ink,
        .open = session_.desk.open != session::no_note,
        .writes = session_.settings.mode != session::Mode::bedside, // which has no editor
        .resting =
            [&scene](const Hit& hit) { return view::resting_place(scene, hit.bone, hit.point); },
        .note =
            [this](glm::vec2 pixel) {
                return view::note_at(notes_, pixel, c_note_reach * scale());
            },
        .metres_per_pixel =
            [&scene](const glm::vec3& place) { return metres_per_pixel(scene, place); }};
}

} // namespace osteon::app
