#include "view/stage_room.h"

#include "view/bedside.h"
#include "view/film_marks.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace osteon::view {

namespace {

constexpr float c_label_margin = 12.0F; ///< px at 100 % from the edge of the stage
/// Half of a body with its arms, metres: the label columns of the whole skeleton stand beside it.
constexpr float c_half_body = 0.36F;

constexpr float c_on_the_cut = 0.002F; ///< metres that a place may stand off the cut face

} // namespace

Rect open_part(const Layout& layout) {
    const float centre = layout.free.centre().x;
    float left = std::max(layout.stage.x, layout.words.right());
    float right = layout.stage.right();
    if (layout.drawer_floats && !layout.drawer.empty() && layout.drawer.right() < centre) {
        left = std::max(left, layout.drawer.right());
    }
    if (layout.panel_floats && !layout.panel.empty() && layout.panel.x > centre) {
        right = std::min(right, layout.panel.x);
    }
    return {left, layout.stage.y, right - left, layout.stage.height};
}

bool is_cut_away(const Scene& scene, const glm::vec3& place) {
    return scene.cut &&
           glm::dot(scene.cut->plane.normal, place) > scene.cut->plane.distance + c_on_the_cut;
}

bool is_behind(const Scene& scene, const glm::vec3& place, const glm::vec3& projected,
               const std::function<float(glm::vec2)>& depth_at, float by) {
    if (is_cut_away(scene, place)) {
        return true;
    }
    if (!depth_at) {
        return false;
    }
    const float depth = depth_at(glm::vec2(projected));
    if (depth >= 1.0F) {
        return false;
    }
    const glm::vec3 drawn = unproject(scene.camera, scene.viewport, glm::vec2(projected), depth);
    return glm::distance(place, scene.camera.eye) - glm::distance(drawn, scene.camera.eye) > by;
}

std::vector<Rect> taken_places(const Layout& layout, const session::Stage& shown) {
    const Furniture stands = furniture(layout, shown);
    std::vector<Rect> taken;
    for (const Rect& rect :
         {stands.breadcrumb, stands.modes, stands.looks, stands.compass, stands.legend,
          stands.options, stands.note, stands.titles[0], stands.titles[1], stands.question,
          stands.answers, stands.verdict, stands.today, layout.panel_tab,
          layout.drawer_floats ? layout.drawer : Rect{},
          layout.panel_floats ? layout.panel : Rect{}}) {
        if (!rect.empty()) {
            taken.push_back(rect);
        }
    }
    if (layout.mode == session::Mode::bedside) {
        const BedsideFurniture bedside = bedside_furniture(layout);
        taken.insert(taken.end(), {bedside.tools, bedside.zoom, bedside.actions});
    }
    std::ranges::copy(film_mark_places(layout, shown), std::back_inserter(taken));
    return taken;
}

float widest_label(const Layout& layout) {
    return 0.37F * open_part(layout).width;
}

LabelArea label_area(const Layout& layout, const Scene& scene, const std::vector<Rect>& taken) {
    const float distance = glm::distance(scene.camera.eye, scene.camera.target);
    const float pixels_per_metre =
        0.5F * layout.stage.height / (std::tan(0.5F * scene.camera.fov_y) * distance);
    const float half =
        std::clamp(c_half_body * pixels_per_metre + 24.0F * layout.scale, 110.0F * layout.scale,
                   std::max(0.36F * layout.free.width, 110.0F * layout.scale));
    const float centre = layout.free.centre().x;
    return {open_part(layout).inset(c_label_margin * layout.scale), taken, centre - half,
            centre + half, layout.scale};
}

} // namespace osteon::view
