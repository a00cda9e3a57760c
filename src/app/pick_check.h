#pragma once

#include "anatomy/model.h"
#include "render/renderer.h"
#include "view/scene.h"

#include <vector>

namespace osteon::app {

/// Picks of a drawn scene beside exact ray casts at the same pixels.
struct PickCheck {
    int picks = 0;
    int on_bones = 0;            ///< of the ray casts
    int away = 0;                ///< away from silhouettes: see check_picks()
    int agree = 0;               ///< of all
    int agree_away = 0;          ///< of those away from silhouettes
    std::vector<double> pick_ms; ///< how long each pick took
};

/// Picks pixels at random, the same in every run, where the model's box is in the picture that
/// `renderer` drew of `scene` last, and casts rays at the finest level of the model through them. A
/// pixel lies away from silhouettes where the rays through it and its eight neighbours all meet the
/// same bone, or all none.
PickCheck check_picks(const anatomy::SkeletonModel& model, const view::Scene& scene,
                      const render::Renderer& renderer, int count);

} // namespace osteon::app
