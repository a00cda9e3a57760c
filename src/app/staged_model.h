#pragma once

#include "anatomy/model.h"
#include "render/part_measure.h"
#include "view/course.h"
#include "view/explosion.h"
#include "view/lesions.h"

#include <vector>

namespace osteon::app {

/// A model with what the stage wants to know about its bones.
struct StagedModel {
    anatomy::SkeletonModel model;
    std::vector<render::PartMeasure> measures;
    view::Marrow marrow;
    view::CourseSites course_sites;
    view::Explosions explosions;
};

/// Works that out; on any thread.
StagedModel stage_model(anatomy::SkeletonModel model, const anatomy::Registry& registry);

} // namespace osteon::app
