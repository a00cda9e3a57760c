#include "session/picture_stage.h"

#include "anatomy/bone_pattern.h"

#include <glm/trigonometric.hpp>

namespace osteon::session {
namespace {

using knowledge::LivePicture;

// Degrees; a little to the side, as the whole skeleton is seen at the start.
constexpr float c_usual_yaw = 10.0F;
constexpr float c_usual_pitch = 1.0F;

Look look_of(knowledge::PictureLook look) {
    switch (look) {
    case knowledge::PictureLook::radiograph:
        return Look::radiograph;
    case knowledge::PictureLook::bone_scan:
        return Look::bone_scan;
    case knowledge::PictureLook::section:
        return Look::section;
    case knowledge::PictureLook::exploded:
        return Look::exploded;
    case knowledge::PictureLook::solid:
    case knowledge::PictureLook::see_through:
        break;
    }
    return Look::solid;
}

PlaneDirection direction_of(knowledge::PictureSection section) {
    switch (section) {
    case knowledge::PictureSection::coronal:
        return PlaneDirection::coronal;
    case knowledge::PictureSection::transverse:
        return PlaneDirection::transverse;
    case knowledge::PictureSection::sagittal:
        break;
    }
    return PlaneDirection::sagittal;
}

LesionCourse course_of(knowledge::PictureCourse course) {
    switch (course) {
    case knowledge::PictureCourse::femur:
        return LesionCourse::femur;
    case knowledge::PictureCourse::vertebra:
        return LesionCourse::vertebra;
    case knowledge::PictureCourse::none:
        break;
    }
    return LesionCourse::none;
}

} // namespace

Stage stage_of(const LivePicture& picture, const Stage& now, const World& world) {
    Stage stage;
    stage.camera = now.camera;
    stage.film = now.film;
    stage.scan_intensity = now.scan_intensity;
    stage.ghost_opacity = now.ghost_opacity;
    stage.look = look_of(picture.look);
    stage.section.direction = direction_of(picture.section);
    stage.selection = anatomy::bones_like(world.registry, picture.bones);
    stage.fade_rest =
        picture.look == knowledge::PictureLook::see_through && !stage.selection.empty();
    if (world.knowledge.primary(picture.primary) != nullptr) {
        stage.primary = picture.primary;
        stage.lesions = picture.lesions;
    }
    stage.course = course_of(picture.course);
    stage.course_progress = picture.progress;
    return stage;
}

CameraWish wish_of(const LivePicture& picture, const World& world) {
    CameraWish wish;
    wish.bones = anatomy::bones_like(world.registry, picture.bones);
    wish.landmark = world.registry.find_landmark(picture.landmark);
    wish.yaw = glm::radians(picture.yaw.value_or(c_usual_yaw));
    wish.pitch = glm::radians(picture.pitch.value_or(c_usual_pitch));
    return wish;
}

} // namespace osteon::session
