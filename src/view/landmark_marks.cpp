#include "view/landmark_marks.h"

#include <algorithm>
#include <cmath>

namespace osteon::view {

namespace {

using anatomy::LandmarkIndex;

// Lengths in px at 100 %.
constexpr float c_point_reach = 6.0F; ///< of a point with its ring
constexpr float c_between_points = 14.0F;

/// The chosen one first, then the one pointed at, then those in front; markers of sites, whose
/// ranks lie below these, come before all but the chosen one.
int rank_of(const LandmarkMark& mark, std::size_t order) {
    constexpr int c_last_site = 1000;
    if (mark.chosen) {
        return -1;
    }
    return (mark.hovered  ? c_last_site
            : mark.behind ? c_last_site + 2000
                          : c_last_site + 1000) +
           static_cast<int>(order);
}

LandmarkMark describe(LandmarkIndex index, const session::Session& session,
                      const session::World& world, const Pointing& pointing) {
    const anatomy::Landmark& landmark = world.registry.landmarks[index];
    LandmarkMark mark;
    mark.landmark = index;
    mark.chosen = index == session.stage.landmark;
    mark.hovered = index == pointing.hovered_landmark;
    mark.title = landmark.name;
    if (mark.chosen) {
        mark.subtitle = landmark.latin;
    }
    return mark;
}

/// A landmark at the outline of its bone counts as seen although the bone bulges before it; one
/// that faces away does not, however thin the bone is.
bool is_hidden_from(const Scene& scene, const anatomy::LandmarkPlace& place, bool opening,
                    const glm::vec3& projected, const std::function<float(glm::vec2)>& depth_at) {
    constexpr float c_turned_away = -0.5F;
    constexpr float c_at_outline = 0.35F;
    constexpr float c_hidden_at_outline = 0.015F; // metres
    const float facing = glm::dot(place.outward, glm::normalize(scene.camera.eye - place.place));
    if (!opening && facing < c_turned_away) {
        return true;
    }
    const bool at_outline = !opening && std::abs(facing) < c_at_outline;
    return is_behind(scene, place.place, projected, depth_at,
                     at_outline ? c_hidden_at_outline : c_hidden_by);
}

bool has_room(const LandmarkMark& mark, const Layout& layout, const std::vector<Rect>& taken,
              std::span<const Disc> discs, const std::vector<LandmarkMark>& kept) {
    const float reach = c_point_reach * layout.scale;
    const Rect around{mark.at.x - reach, mark.at.y - reach, 2.0F * reach, 2.0F * reach};
    return layout.stage.inset(reach).contains(mark.at) &&
           std::ranges::none_of(taken, [&](const Rect& rect) { return rect.overlaps(around); }) &&
           (mark.chosen || // what was asked for stays, also where a site is marked
            std::ranges::none_of(discs,
                                 [&](const Disc& disc) {
                                     return glm::distance(disc.at, mark.at) < disc.radius + reach;
                                 })) &&
           std::ranges::none_of(kept, [&](const LandmarkMark& other) {
               return glm::distance(other.at, mark.at) < c_between_points * layout.scale;
           });
}

} // namespace

std::vector<LandmarkIndex> shown_landmarks(const session::Session& session,
                                           const session::World& world) {
    const session::Stage& stage = session.stage;
    std::vector<LandmarkIndex> shown;
    if (stage.selection.size() != 1 || session::is_hidden(stage, stage.selection.front())) {
        return shown;
    }
    const auto [first, end] = world.registry.landmarks_of(stage.selection.front());
    for (LandmarkIndex index = first; index < end; ++index) {
        if (session.settings.show_landmarks || index == stage.landmark) {
            shown.push_back(index);
        }
    }
    return shown;
}

std::vector<LandmarkMark>
find_landmark_marks(const session::Session& session, const session::World& world,
                    const Layout& layout, const Scene& scene,
                    std::span<const anatomy::LandmarkPlace> places, const Pointing& pointing,
                    const std::function<float(glm::vec2)>& depth_at, std::span<const Disc> discs) {
    std::vector<LandmarkMark> marks;
    for (const LandmarkIndex index : shown_landmarks(session, world)) {
        const auto place =
            std::ranges::lower_bound(places, index, {}, &anatomy::LandmarkPlace::landmark);
        if (place == places.end() || place->landmark != index) {
            continue;
        }
        const glm::vec3 at = project(scene.camera, scene.viewport, place->place);
        if (at.z < 0.0F) {
            continue;
        }
        LandmarkMark mark = describe(index, session, world, pointing);
        mark.at = glm::vec2(at);
        mark.behind =
            is_hidden_from(scene, *place, world.registry.landmarks[index].opening, at, depth_at);
        mark.rank = rank_of(mark, marks.size());
        marks.push_back(std::move(mark));
    }
    std::ranges::stable_sort(marks, {}, &LandmarkMark::rank);
    const std::vector<Rect> taken = taken_places(layout, session.stage);
    std::vector<LandmarkMark> kept;
    for (LandmarkMark& mark : marks) {
        if (has_room(mark, layout, taken, discs, kept)) {
            kept.push_back(std::move(mark));
        }
    }
    return kept;
}

bool is_named(const LandmarkMark& mark) {
    return !mark.behind || mark.chosen || mark.hovered;
}

LabelRequest request_label(const LandmarkMark& mark, const Layout& layout,
                           const MeasureLabel& measure) {
    const glm::vec2 size = measure(mark.title, mark.subtitle, LabelForm::roomy);
    return {mark.at, c_point_reach * layout.scale, size, mark.rank};
}

} // namespace osteon::view
