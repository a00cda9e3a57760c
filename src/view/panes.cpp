#include "view/panes.h"

#include "session/tour_stage.h"

#include <glm/gtc/constants.hpp>

#include <utility>

namespace osteon::view {

namespace {

enum class Split { none, primaries, sides };

Split split_of(const Layout& layout, const session::Stage& shown) {
    if (session::is_scan(shown)) {
        return has_room_for_two(layout) ? Split::sides : Split::none;
    }
    return session::is_compared(shown) && has_room_for_two(layout) ? Split::primaries : Split::none;
}

/// The session as the pane shows it: in the second one the compared primary is the chosen one.
session::Session session_in_pane(const session::Session& session, Split split, std::size_t pane) {
    session::Session shown;
    shown.stage = session.stage;
    shown.settings = session.settings;
    shown.focused_hotspot = session.focused_hotspot;
    shown.notes = session.notes;
    shown.desk = session.desk;
    shown.lecture.tour = session.lecture.tour;
    shown.lecture.stop = session.lecture.stop;
    if (split == Split::primaries && pane == 1) {
        std::swap(shown.stage.primary, shown.stage.compared);
        shown.stage.route_step = -1; // its route has other steps
    }
    return shown;
}

} // namespace

std::vector<Layout> pane_layouts(const Layout& layout, const session::Stage& shown) {
    if (split_of(layout, shown) == Split::none) {
        return {layout};
    }
    const std::array<Layout, 2> halves = halves_of(layout);
    return {halves.begin(), halves.end()};
}

session::CameraPose pose_in_pane(const session::Stage& shown, std::size_t pane,
                                 const session::CameraPose& pose) {
    session::CameraPose seen = pose;
    if (session::is_scan(shown)) {
        seen.yaw = pane == 0 ? 0.0F : glm::pi<float>();
        seen.pitch = 0.0F;
    }
    return seen;
}

std::vector<Pane> panes(const session::Session& session, const session::World& world,
                        const Layout& layout, const session::CameraPose& pose,
                        const Pointing& pointing, bool moving) {
    const Split split = split_of(layout, session.stage);
    std::vector<Pane> result;
    for (const Layout& part : pane_layouts(layout, session.stage)) {
        const std::size_t index = result.size();
        Pane pane{session_in_pane(session, split, index), part, {}};
        pane.scene = compose(pane.session, world, part, pose_in_pane(session.stage, index, pose),
                             pointing, moving);
        if (session::is_presenting(session) &&
            look_of(session.stage) == session::Look::see_through) {
            // What is shown among ghosts needs no outline to be found from the last row.
            for (BoneLook& bone : pane.scene.bones) {
                bone.flags = static_cast<std::uint8_t>(bone.flags & ~bone_selected);
            }
        }
        result.push_back(std::move(pane));
    }
    return result;
}

std::vector<Scene> scenes_of(std::span<const Pane> panes) {
    std::vector<Scene> scenes;
    scenes.reserve(panes.size());
    for (const Pane& pane : panes) {
        scenes.push_back(pane.scene);
    }
    return scenes;
}

std::size_t pane_at(std::span<const Layout> layouts, glm::vec2 pixel) {
    std::size_t pane = 0;
    while (pane + 1 < layouts.size() && pixel.x >= layouts[pane + 1].stage.x) {
        ++pane;
    }
    return pane;
}

} // namespace osteon::view
