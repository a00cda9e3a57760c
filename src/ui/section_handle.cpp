#include "ui/stage_parts.h"
#include "ui/widgets.h"
#include "view/section.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace osteon::ui {
namespace {

/// The section's plane as it lies on the screen.
struct PlaneOnScreen {
    std::vector<ImVec2> outline;
    glm::vec2 handle{0.0F};
    glm::vec2 along{0.0F}; ///< pixels that the handle moves for each metre along the normal
};

std::optional<PlaneOnScreen> on_screen(const PanelContext& context, const view::Scene& scene) {
    const view::Plane& plane = scene.cut->plane;
    const std::vector<glm::vec3> corners = view::outline_on(plane, context.input.framed_bounds);
    if (corners.size() < 3) {
        return std::nullopt;
    }
    PlaneOnScreen result;
    glm::vec3 highest(0.0F);
    for (const glm::vec3& corner : corners) {
        const glm::vec3 at = view::project(scene.camera, scene.viewport, corner);
        if (at.z <= 0.0F) {
            return std::nullopt; // reaches behind the eye
        }
        result.outline.push_back({at.x, at.y});
        // The upper right corner, where the hand is not over the bones.
        if (result.outline.size() == 1 || at.x - at.y > result.handle.x - result.handle.y) {
            result.handle = at;
            highest = corner;
        }
    }
    constexpr float c_step = 0.01F;
    const glm::vec3 moved =
        view::project(scene.camera, scene.viewport, highest + c_step * plane.normal);
    result.along = (glm::vec2(moved) - result.handle) / c_step;
    return result;
}

/// Metres along the normal for a drag. A plane that faces the viewer hardly moves on the screen:
/// then a drag upwards brings it nearer.
float metres_of(const PlaneOnScreen& plane, const view::Scene& scene, ImVec2 drag) {
    const float pixels_per_metre =
        scene.viewport.height / (2.0F * std::tan(0.5F * scene.camera.fov_y) *
                                 glm::distance(scene.camera.eye, scene.camera.target));
    const float length = glm::length(plane.along);
    if (length < 0.25F * pixels_per_metre) {
        const bool faces =
            glm::dot(scene.cut->plane.normal, scene.camera.eye - scene.camera.target) > 0.0F;
        return (faces ? -drag.y : drag.y) / pixels_per_metre;
    }
    return glm::dot({drag.x, drag.y}, plane.along) / (length * length);
}

void draw_plane(const PanelContext& context, const PlaneOnScreen& plane, bool lit) {
    ImDrawList* const list = ImGui::GetBackgroundDrawList();
    const Rect& stage = context.input.layout.stage;
    const Theme& theme = context.theme;
    list->PushClipRect({stage.x, stage.y}, {stage.right(), stage.bottom()}, true);
    list->AddPolyline(plane.outline.data(), static_cast<int>(plane.outline.size()),
                      faded(theme.accent, lit ? 0.9F : 0.45F), ImDrawFlags_Closed,
                      context.metrics.stroke(lit ? 2.0F : 1.0F));
    const ImVec2 at{plane.handle.x, plane.handle.y};
    const float radius = context.px(lit ? 13.0F : 12.0F);
    list->AddCircleFilled(at, radius + context.px(1.5F), faded(theme.window, 0.8F), 32);
    list->AddCircleFilled(at, radius, lit ? theme.accent : theme.panel, 32);
    list->AddCircle(at, radius, theme.accent, 32, context.px(2.0F));
    draw_icon(list, Icon::section, at, context.px(16.0F), lit ? theme.on_accent : theme.accent);
    list->PopClipRect();
}

/// Within the stage, with room for the whole handle.
void keep_on_stage(const PanelContext& context, glm::vec2& handle) {
    const Rect room = context.input.layout.stage.inset(context.px(28.0F));
    handle = glm::clamp(handle, {room.x, room.y}, {room.right(), room.bottom()});
}

} // namespace

bool draw_section_handle(PanelContext& context, StageState& state, bool pointer_free) {
    const view::Scene& scene = context.input.panes.front().scene;
    std::optional<PlaneOnScreen> plane =
        scene.cut && context.input.model_loaded ? on_screen(context, scene) : std::nullopt;
    if (!plane) {
        state.section_grab.reset();
        return false;
    }
    keep_on_stage(context, plane->handle);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool over = pointer_free && glm::distance(glm::vec2(mouse.x, mouse.y), plane->handle) <=
                                          context.px(18.0F);
    const session::SectionPlane& section = context.input.session.stage.section;
    if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        state.section_grab = SectionGrab{mouse, section.offset};
    }
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        state.section_grab.reset();
    }
    if (state.section_grab) {
        const ImVec2 drag{mouse.x - state.section_grab->start.x,
                          mouse.y - state.section_grab->start.y};
        session::SectionPlane wanted = section;
        // A flipped section's normal points the other way than its offset is counted.
        const float sign = section.flipped ? -1.0F : 1.0F;
        wanted.offset = state.section_grab->offset + sign * metres_of(*plane, scene, drag);
        if (wanted != section) {
            context.emit(session::SetSection{wanted});
        }
    }
    const bool lit = over || state.section_grab.has_value();
    if (lit) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    draw_plane(context, *plane, lit);
    return lit;
}

} // namespace osteon::ui
