#include "app/staged_model.h"

#include "view/geometry.h"

#include <utility>

namespace osteon::app {

StagedModel stage_model(anatomy::SkeletonModel model, const anatomy::Registry& registry) {
    StagedModel staged;
    staged.measures = render::measure_parts(view::geometry_of(model, 0));
    staged.marrow = view::find_marrow(model, registry);
    staged.course_sites = view::find_course_sites(model, registry, staged.marrow);
    staged.explosions = view::explosions_of(model, registry);
    staged.model = std::move(model);
    return staged;
}

} // namespace osteon::app
