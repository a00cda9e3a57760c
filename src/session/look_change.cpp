#include "session/hotspots.h"
#include "session/stage_change.h"
#include "session/wording.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace osteon::session {

void StageChange::operator()(const SetLook& action) {
    switch (action.look) {
    case Look::solid:
        stage().look = Look::solid;
        fade(false);
        name = tr("showing solid bones");
        break;
    case Look::see_through:
        fade(true);
        stage().look = stage().fade_rest ? Look::solid : stage().look;
        name = tr("fading the rest");
        break;
    case Look::radiograph:
        stage().look = Look::radiograph;
        name = tr("showing the radiograph");
        break;
    case Look::bone_scan:
        stage().look = Look::bone_scan;
        stage().compared.clear(); // its two views take the places of the two primaries
        ask(session, {});
        name = tr("showing the bone scan");
        break;
    case Look::section:
        stage().look = Look::section;
        name = tr("cutting the skeleton");
        break;
    case Look::exploded:
        stage().look = Look::exploded;
        name = tr("moving the bones apart");
        break;
    }
}

void StageChange::operator()(const SetGhostOpacity& action) {
    if (std::isfinite(action.opacity)) {
        stage().ghost_opacity = ghost_limits.clamped(action.opacity);
    }
    name = tr("changing the ghosts' opacity");
    continuous = true;
}

void StageChange::operator()(const SetScanIntensity& action) {
    if (std::isfinite(action.intensity)) {
        stage().scan_intensity = scan_intensity_limits.clamped(action.intensity);
    }
    name = tr("changing the bone scan's intensity");
    continuous = true;
}

void StageChange::operator()(const SetSection& action) {
    const SectionPlane& plane = action.plane;
    if (!std::isfinite(plane.offset) || !std::isfinite(plane.yaw) || !std::isfinite(plane.pitch)) {
        return;
    }
    const bool same_direction = plane.direction == stage().section.direction;
    stage().section = plane;
    stage().section.offset = section_offset_limits.clamped(plane.offset);
    name = same_direction ? tr("moving the section") : tr("turning the section");
    continuous = true;
}

void StageChange::operator()(const SetExplosion& action) {
    if (std::isfinite(action.explosion.amount)) {
        stage().explosion = action.explosion;
        stage().explosion.amount = share_limits.clamped(action.explosion.amount);
    }
    name = tr("moving the bones apart");
    continuous = true;
}

void StageChange::operator()(const ShowLesions& action) {
    stage().lesions = action.on;
    name = action.on ? tr("showing lesions") : tr("hiding lesions");
}

/// The camera comes to the bone when its lesion's course is begun.
void StageChange::operator()(const SetLesionCourse& action) {
    if (!std::isfinite(action.progress)) {
        return;
    }
    const bool begun = action.course != stage().course && action.course != LesionCourse::none;
    stage().course = action.course;
    stage().course_progress = share_limits.clamped(action.progress);
    name = action.course == LesionCourse::none ? tr("leaving the lesion's course")
                                               : tr("following a lesion");
    continuous = !begun && action.course != LesionCourse::none;
    const bool femur = action.course == LesionCourse::femur;
    const BoneIndex bone = world.registry.find(femur ? "femur_right" : "vertebra_l3");
    if (begun && bone != anatomy::no_bone) {
        reveal({bone});
        CameraWish wish = wish_for({bone});
        if (femur) { // of the long bone its upper end, from the front
            wish.landmark = world.registry.find_landmark("femur_right#intertrochanteric_line");
        }
        ask(session, std::move(wish));
    }
}

void StageChange::operator()(const ShowRoute& action) {
    stage().route = action.on;
    stage().route_id = action.id;
    stage().route_step = -1;
    name = action.on ? tr("showing the route") : tr("hiding the route");
}

/// The camera goes to the vessels of the step and to the bones that it reaches; for the route as a
/// whole, to all that the step was a part of.
void StageChange::show_step(int step) {
    stage().route_step = step;
    name = tr("following the route");
    continuous = true;
    CameraWish wish;
    if (const knowledge::RouteStep* const shown = route_step_of(stage(), world)) {
        wish.route_step = true;
        for (const std::string& id : shown->sites) {
            if (const knowledge::Site* const site = world.knowledge.site(id)) {
                wish.bones.insert(wish.bones.end(), site->bones.begin(), site->bones.end());
            }
        }
    } else {
        wish.bones = framed_bones(stage(), world);
    }
    ask(session, std::move(wish));
}

void StageChange::operator()(const ShowRouteStep& action) {
    const Stage before = stage();
    stage().route = true;
    stage().route_id = action.id;
    stage().route_step = action.step;
    if (action.step >= 0 && route_step_of(stage(), world) == nullptr) {
        stage() = before;
        return;
    }
    show_step(std::max(action.step, -1));
}

void StageChange::operator()(const WalkRoute& action) {
    const bool was_shown = std::exchange(stage().route, true);
    const knowledge::Route* const route = route_of(stage(), world);
    if (route == nullptr || route->steps.empty()) {
        stage().route = was_shown;
        return;
    }
    // The whole stands before the first step and after the last: a ring of one more than there are.
    const int ring = static_cast<int>(route->steps.size()) + 1;
    const int place = std::clamp(stage().route_step, -1, ring - 2) + 1;
    show_step(((place + action.by) % ring + ring) % ring - 1);
}

void StageChange::operator()(const ShowBoneLabels& action) {
    stage().bone_labels = action.on;
    name = action.on ? tr("showing bone names") : tr("hiding bone names");
}

/// Two primaries are compared on the whole skeleton, beside each other.
void StageChange::operator()(const ComparePrimary& action) {
    const knowledge::Primary* other = world.knowledge.primary(action.id);
    if (action.id.empty()) {
        stage().compared.clear();
        name = tr("ending the comparison");
    } else if (other != nullptr && !stage().primary.empty() && other->id != stage().primary) {
        stage().compared = other->id;
        stage().look = is_scan(stage()) ? Look::solid : stage().look;
        name = tr_name("comparing with {}", other->name);
    } else {
        return;
    }
    ask(session, {});
}

} // namespace osteon::session
