#pragma once

#include "session/session.h"
#include "view/bone_anchors.h"
#include "view/compose.h"
#include "view/landmark_marks.h"
#include "view/stage_room.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace osteon::view {

inline constexpr std::size_t most_bone_labels = 40;

/// The name of a bone on the screen; where the bones of a region stand too close for names of their
/// own ("Left ribs" on the whole body), that of the region. Pixels, y down.
struct BoneMark {
    std::vector<anatomy::BoneIndex> bones;      ///< that the name stands for
    anatomy::BoneIndex bone = anatomy::no_bone; ///< that the leader ends on
    std::size_t point = 0;                      ///< of its anchor's points
    glm::vec2 at{0.0F};
    bool behind = false; ///< no part of a chosen bone is seen: drawn faint
    bool chosen = false;
    bool hovered = false;
    std::string title;
    std::string subtitle; ///< of the answer to a question alone; empty: one line
    int rank = 0;         ///< where there is no room for all labels, lower ranks are kept
    Rect label;           ///< the plate; empty: no room, nothing is drawn
    glm::vec2 knee{0.0F}; ///< the leader runs from `at` over `knee` to `label_end`
    glm::vec2 label_end{0.0F};
    bool operator==(const BoneMark&) const = default;
};

/// Whether the stage shows names of bones: all of them, or those of the answer to a question.
bool shows_names(const session::Stage& stage);

/// The places of the bones' surfaces whose drawn depth decides what is seen; none while the session
/// shows no names.
std::vector<glm::vec3> bone_mark_places(const session::Session& session, const Scene& scene,
                                        std::span<const BoneAnchor> anchors);

/// The names to be shown, still without plates: what is chosen first, then what takes most room
/// on the screen, at most most_bone_labels. Hidden bones, ghosts and bones behind others have
/// none. `depth_at` gives the drawn depth 0..1 at a pixel; empty: nothing is behind. `before` are
/// the marks of the picture before this one while the camera moves: what is still right stays.
std::vector<BoneMark> find_bone_marks(const session::Session& session, const session::World& world,
                                      const Layout& layout, const Scene& scene,
                                      std::span<const BoneAnchor> anchors, const Pointing& pointing,
                                      const std::function<float(glm::vec2)>& depth_at,
                                      std::span<const BoneMark> before);

/// What the label of a name asks for.
LabelRequest request_label(const BoneMark& mark, const Layout& layout, const MeasureLabel& measure,
                           std::span<const BoneMark> before);

} // namespace osteon::view
