#pragma once

#include "anatomy/registry.h"
#include "session/bone_heat.h"
#include "session/camera.h"
#include "session/look.h"
#include "session/question_stage.h"

#include <optional>
#include <string>
#include <vector>

namespace osteon::session {

using anatomy::BoneIndex;
using anatomy::LandmarkIndex;

/// What is on the stage. A value: undo keeps whole copies of it.
struct Stage {
    std::vector<BoneIndex> selection; ///< sorted
    std::string selected_region;      ///< set while Escape has widened the selection to a region
    LandmarkIndex landmark = anatomy::no_landmark; ///< chosen on the one selected bone
    std::vector<BoneIndex> hidden;                 ///< sorted
    bool isolated = false;                         ///< hidden came from Isolate
    bool fade_rest = false;
    Look look = Look::solid;     ///< never see_through, which is solid with fade_rest
    float ghost_opacity = 0.2F;  ///< of faded bones, where they face the viewer
    WindowLevel film;            ///< of the radiograph
    float scan_intensity = 1.0F; ///< of the bone scan: 2 shows half the tracer as dark
    SectionPlane section;
    Explosion explosion;
    bool lesions = false; ///< drawn on the bones, for the chosen primary
    LesionCourse course = LesionCourse::none;
    float course_progress = 0.0F; ///< 0: first deposit; 1: risk of fracture
    bool route = false;           ///< of the chosen primary
    std::string route_id;         ///< empty: its first
    int route_step = -1;          ///< the step told just now, from 0; -1: the route as a whole
    bool bone_labels = false;
    std::string compared; ///< id of the primary shown beside the chosen one; empty: none
    std::string site;     ///< id of the chosen site or part; empty: none
    std::string primary;  ///< id of the chosen primary; empty: none
    std::optional<QuestionStage> question; ///< of study mode, while it has the stage
    std::vector<BoneHeat> heat;            ///< of study mode, each bone once
    CameraPose camera;
    bool operator==(const Stage&) const = default;
};

} // namespace osteon::session
