#pragma once

#include <optional>
#include <string>
#include <vector>

namespace osteon::knowledge {

/// How the skeleton of a picture in a text is shown: the looks of the stage.
enum class PictureLook { solid, see_through, radiograph, bone_scan, section, exploded };

/// Which way the plane of a section lies.
enum class PictureSection { sagittal, coronal, transverse };

/// The course of one lesion that a picture shows.
enum class PictureCourse { none, femur, vertebra };

/// A picture of the skeleton in a text, drawn when it is read: what a fence "view" describes.
/// Caption and words for those who do not see it stand in its block.
struct LivePicture {
    std::vector<std::string> bones; ///< ids or patterns, as a site has; empty: the whole skeleton
    std::string landmark; ///< to come near to: "femur_right#lesser_trochanter"; empty: none
    PictureLook look = PictureLook::solid;
    std::optional<float> yaw; ///< degrees, as those of a site; absent: the usual view of the whole
    std::optional<float> pitch;
    std::string primary;  ///< whose pattern colours the bones; empty: none
    bool lesions = false; ///< of that pattern, on the bones
    PictureSection section = PictureSection::sagittal;
    PictureCourse course = PictureCourse::none;
    float progress = 0.0F; ///< of the course, 0..1
    float aspect = 1.5F;   ///< width by height
    bool operator==(const LivePicture&) const = default;
};

} // namespace osteon::knowledge
