#pragma once

#include "anatomy/surroundings.h"
#include "session/session.h"
#include "view/landmark_marks.h"
#include "view/layout.h"
#include "view/scene.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace osteon::view {

/// A vessel of a route in the space of a model, in the direction of travel.
struct RoutePath {
    const anatomy::Vessel* vessel = nullptr;
    std::size_t step = 0;          ///< of the route
    std::vector<glm::vec3> points; ///< metres
};

/// The lines of a route, in order of travel; `fit` leads from the built-in skeleton to the model.
std::vector<RoutePath> route_paths(const knowledge::Route& route,
                                   const knowledge::Knowledge& knowledge,
                                   const anatomy::Surroundings& around,
                                   const anatomy::BodyFit& fit);

/// A line of a route on the screen, in the direction of travel. Pixels, y down.
struct RouteLine {
    std::string vessel; ///< id
    anatomy::VesselKind kind = anatomy::VesselKind::vein;
    std::size_t step = 0; ///< of the route
    float width = 3.0F;
    float distance = 0.0F;         ///< of its middle from the viewer, metres
    float travelled = 0.0F;        ///< on the lines that lead to its start
    std::vector<glm::vec2> points; ///< two or more
    std::vector<bool> behind;      ///< for each point: bone lies in front
    bool operator==(const RouteLine&) const = default;
};

/// The name of an organ, on a roomy plate, or of a vessel of a route, on a compact one.
struct RouteLabel {
    glm::vec2 at{0.0F};
    bool organ = false; ///< where the route starts
    bool behind = false;
    std::string title;
    std::string subtitle;
    Rect plate; ///< empty: no room, an organ's point stands alone
    glm::vec2 knee{0.0F};
    glm::vec2 end{0.0F};
    bool operator==(const RouteLabel&) const = default;
};

/// The route of one pane, but for what moves along it.
struct RoutePicture {
    std::string route; ///< primary and id of the route: another one starts to move anew
    Rect stage;        ///< it is cut off at its edges
    float scale = 1.0F;
    int step = -1; ///< the step that is told just now; below 0: the route as a whole
    std::vector<RouteLine> lines;
    std::vector<RouteLabel> labels;
    bool operator==(const RoutePicture&) const = default;
};

/// Where labels may stand, and what is taken by other marks.
struct RouteRoom {
    std::vector<Rect> taken;
    const MeasureLabel& measure;
};

/// Where a primary's route starts in the space of a model: in the middle of that of its organs at
/// which the first of the paths begins.
std::optional<glm::vec3> route_start(const knowledge::Primary& primary,
                                     const anatomy::Surroundings& around,
                                     const anatomy::BodyFit& fit, std::span<const RoutePath> paths);

/// The picture of paths on a drawn scene, and of the place where they start. `depth_at` gives the
/// drawn depth 0..1 at a pixel; empty: nothing is behind.
RoutePicture place_route(const session::Session& session, const session::World& world,
                         const Layout& layout, const Scene& scene, std::span<const RoutePath> paths,
                         const std::optional<glm::vec3>& start,
                         const std::function<float(glm::vec2)>& depth_at, const RouteRoom& room);

/// Something that travels along a route.
struct Traveller {
    glm::vec2 at{0.0F};
    glm::vec2 direction{1.0F, 0.0F}; ///< of unit length
    bool behind = false;
    std::size_t line = 0; ///< of the picture
    bool operator==(const Traveller&) const = default;
};

/// The cells that travel along a route `seconds` after it began to be shown: one each 90 px at
/// 60 px/s, going on from one vessel into the next. Where nothing is to move, arrows stand instead,
/// one each 45 px. A line shorter than 24 px has neither.
std::vector<Traveller> travellers(const RoutePicture& picture, float seconds);
std::vector<Traveller> arrows(const RoutePicture& picture);

/// The organs in which the route of a scene starts, as ghosts; none where no route is shown.
std::vector<OrganLook> route_organs(const session::Stage& stage, const session::World& world);

} // namespace osteon::view
