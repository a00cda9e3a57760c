#pragma once

#include "anatomy/model.h"
#include "session/session.h"
#include "view/layout.h"
#include "view/scene.h"

#include <optional>
#include <string>
#include <vector>

namespace osteon::view {

/// What the pointer and the keyboard point at just now; not part of the session.
struct Pointing {
    anatomy::BoneIndex hovered_bone = anatomy::no_bone;
    std::vector<anatomy::BoneIndex> hovered_group; ///< bones lit by a hovered row or legend block
    int hovered_heat = -1; ///< step of the legend; lights the bones of that colour in every pane
    std::vector<std::string> hovered_vessels; ///< ids, of a hovered step of the route
    std::string hovered_site;
    anatomy::LandmarkIndex hovered_landmark = anatomy::no_landmark;
    bool operator==(const Pointing&) const = default;
};

/// From what the user sees and did to what is drawn. Pure.
Scene compose(const session::Session& session, const session::World& world, const Layout& layout,
              const session::CameraPose& pose, const Pointing& pointing, bool moving);

/// The colours of the stage of a radiograph: a film is dark in every theme.
Backdrop film_backdrop();

/// The colours of the stage of a bone scan: paper in every theme.
Backdrop scan_backdrop();

/// The colours of a theme's stage.
Backdrop backdrop(session::ThemeChoice theme);

/// A bone's colour, stepped back towards a stage so that what matters more stands out: the rest of
/// a solid skeleton beside a chosen site, and all bones beside a route.
std::array<std::uint8_t, 3> quietened(const std::array<std::uint8_t, 3>& colour,
                                      const Backdrop& stage);

/// sRGB of a heat step 0..4, both themes.
std::array<std::uint8_t, 3> heat_colour(int step);

} // namespace osteon::view
