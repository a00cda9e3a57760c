#pragma once

#include "anatomy/model.h"
#include "session/look.h"
#include "view/lesions.h"
#include "view/scene.h"

#include <optional>
#include <string_view>

namespace osteon::view {

/// Where on a model the courses of single lesions play. Found once for each model.
struct CourseSites {
    std::optional<Lesion> femur;    ///< below the trochanters of the right femur; size not yet set
    std::optional<Lesion> vertebra; ///< at the front of the third lumbar body
    std::optional<Collapse> collapse;
    std::vector<anatomy::BoneIndex> carried; ///< sorted: what stands on the third lumbar vertebra
};
CourseSites find_course_sites(const anatomy::SkeletonModel& model,
                              const anatomy::Registry& registry, const Marrow& marrow);

/// Puts the lesion of a course into a scene, as it is at `progress` (0: first deposit; 1: about to
/// break; what is not finite counts as 0): it grows, and at last the femur cracks and the vertebra
/// gives way. An illustration of what may happen, in no known time.
void add_course(Scene& scene, session::LesionCourse course, float progress,
                const CourseSites& sites);

/// What the picture shows at `progress`, in words for everyone; empty without a course.
const char* course_words(session::LesionCourse course, float progress);

} // namespace osteon::view
