#pragma once

#include "anatomy/model.h"
#include "session/session.h"
#include "view/bone_labels.h"
#include "view/compose.h"
#include "view/landmark_marks.h"
#include "view/layout.h"
#include "view/notes_marks.h"
#include "view/routes.h"
#include "view/scene.h"

#include <functional>
#include <string>
#include <vector>

namespace osteon::view {

/// A place on the skeleton that carries a marker: found once per model and site.
struct Anchor {
    std::string site;
    glm::vec3 position{0.0F}; ///< metres, on the bone's surface
    anatomy::BoneIndex bone = anatomy::no_bone;
};
/// The anchors of all sites whose bones the model has.
std::vector<Anchor> find_anchors(const anatomy::SkeletonModel& model,
                                 const knowledge::Knowledge& knowledge);

/// A hotspot on the screen with its label. Pixels, y down.
struct Marker {
    std::string site;
    glm::vec2 at{0.0F};
    float radius = 9.0F; ///< 7 to 14 px at 100 %, by frequency while a primary is chosen
    bool behind = false; ///< bone lies in front: drawn faint, core only
    bool chosen = false;
    bool hovered = false;
    bool focused = false; ///< has the keyboard's focus
    bool part = false;    ///< a part of the entered site
    std::string title;
    std::string subtitle; ///< "62.2 % of patients", "no figure found, estimate: common"
    Rect label;           ///< the plate; empty: no room, the marker stands alone
    glm::vec2 knee{0.0F}; ///< the leader runs from `at` over `knee` to `label_end`
    glm::vec2 label_end{0.0F};
    bool operator==(const Marker&) const = default;
};

/// All places of a model that marks may stand on.
struct Anchors {
    std::vector<Anchor> sites;
    std::vector<anatomy::LandmarkPlace> landmarks;
    std::vector<BoneAnchor> bones;
};

/// All marks of one moment.
struct StageMarks {
    std::vector<Marker> markers;
    std::vector<LandmarkMark> landmarks;
    std::vector<BoneMark> bones; ///< each with its plate
    std::vector<RoutePicture> routes;
    NotesPicture notes;
    bool operator==(const StageMarks&) const = default;
};

/// The room that marks take on the stage, for what is placed after them.
std::vector<Rect> taken_by(const StageMarks& marks);

/// The markers of the five sites, or of the parts of the entered site, the landmarks of the
/// selected bone, and the names of the bones, placed so that no two marks or labels overlap and no
/// leaders cross. While names are shown, markers without a figure to tell stand without labels.
/// `depth_at` gives the drawn depth 0..1 at a pixel of the stage; empty: nothing is behind.
/// `before` are the marks of the last picture while the camera moves, so that names do not jump.
StageMarks place_marks(const session::Session& session, const session::World& world,
                       const Layout& layout, const Scene& scene, const Anchors& anchors,
                       const Pointing& pointing, const std::function<float(glm::vec2)>& depth_at,
                       const MeasureLabel& measure, const StageMarks& before = {});

} // namespace osteon::view
