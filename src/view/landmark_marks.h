#pragma once

#include "anatomy/model.h"
#include "session/session.h"
#include "view/compose.h"
#include "view/stage_room.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace osteon::view {

/// A landmark of the selected bone on the screen, with its label. Pixels, y down.
struct LandmarkMark {
    anatomy::LandmarkIndex landmark = anatomy::no_landmark;
    glm::vec2 at{0.0F};
    bool behind = false; ///< bone lies in front: drawn faint, named only when pointed at or chosen
    bool chosen = false;
    bool hovered = false;
    std::string title;    ///< its English name
    std::string subtitle; ///< of the chosen one: its Latin name
    int rank = 0;         ///< where there is no room for all labels, lower ranks are kept
    Rect label;           ///< the plate; empty: no room, the point stands alone
    glm::vec2 knee{0.0F}; ///< the leader runs from `at` over `knee` to `label_end`
    glm::vec2 label_end{0.0F};
    bool operator==(const LandmarkMark&) const = default;
};

/// How a label is set: in one or two lines on a roomy plate, or in one small line.
enum class LabelForm { roomy, compact };

/// Size of a label's plate for its lines, in pixels; the interface knows its fonts.
using MeasureLabel =
    std::function<glm::vec2(const std::string& title, const std::string& subtitle, LabelForm form)>;

/// Which landmarks are shown: those of the one selected bone, as the settings have it; the chosen
/// one in any case. In the order of the registry.
std::vector<anatomy::LandmarkIndex> shown_landmarks(const session::Session& session,
                                                    const session::World& world);

/// The points of the shown landmarks, still without labels. Points off the stage, under furniture
/// or too near to another mark (`discs` are those of the sites) are left out; the first in the
/// registry stay. `depth_at` gives the drawn depth 0..1 at a pixel; empty: nothing is behind.
std::vector<LandmarkMark>
find_landmark_marks(const session::Session& session, const session::World& world,
                    const Layout& layout, const Scene& scene,
                    std::span<const anatomy::LandmarkPlace> places, const Pointing& pointing,
                    const std::function<float(glm::vec2)>& depth_at, std::span<const Disc> discs);

/// Does a mark want a label?
bool is_named(const LandmarkMark& mark);

/// What the label of a mark asks for.
LabelRequest request_label(const LandmarkMark& mark, const Layout& layout,
                           const MeasureLabel& measure);

} // namespace osteon::view
