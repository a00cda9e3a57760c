#pragma once

#include "view/labels.h"
#include "view/layout.h"
#include "view/scene.h"

#include <functional>
#include <vector>

namespace osteon::view {

/// Room on the stage that a mark takes. Pixels, y down.
struct Disc {
    glm::vec2 at{0.0F};
    float radius = 0.0F;
};

/// Metres of bone before a place that count as hiding it: more than the roughness of a surface.
inline constexpr float c_hidden_by = 0.006F;

/// Does a place lie in what the scene cuts away?
bool is_cut_away(const Scene& scene, const glm::vec3& place);

/// Does more than `by` metres of bone lie in front of a place on the skeleton, or is it cut away?
/// `projected` is where it is on the screen, `depth_at` the drawn depth there; where that is empty,
/// nothing does.
bool is_behind(const Scene& scene, const glm::vec3& place, const glm::vec3& projected,
               const std::function<float(glm::vec2)>& depth_at, float by = c_hidden_by);

/// The stage, or its pane, between a floating drawer and panel.
Rect open_part(const Layout& layout);

/// The furniture, panels and film marks that lie on the stage.
std::vector<Rect> taken_places(const Layout& layout, const session::Stage& shown);

/// In pixels. On a narrow stage a wider label would hide the skeleton.
float widest_label(const Layout& layout);

/// Where labels stand: in columns beside the body, and in close-ups near the edges of the free
/// area.
LabelArea label_area(const Layout& layout, const Scene& scene, const std::vector<Rect>& taken);

} // namespace osteon::view
