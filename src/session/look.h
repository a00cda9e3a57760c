#pragma once

#include "session/limits.h"

namespace osteon::session {

/// How the skeleton is shown.
enum class Look {
    solid,
    see_through, ///< all but what is chosen becomes a ghost
    radiograph,  ///< as on an X-ray film
    bone_scan,   ///< the two planar views of nuclear medicine
    section,     ///< solid, cut by a plane
    exploded,    ///< solid, the pieces moved apart
};

/// Contrast and brightness of the radiograph, in shares of the rays that bone absorbs, 0..1: from
/// half a window below the level, black, to half a window above it, white.
struct WindowLevel {
    float window = 1.0F;
    float level = 0.5F;
    bool operator==(const WindowLevel&) const = default;
};

/// By how much the counts of a bone scan are multiplied before its film is developed.
inline constexpr Limits scan_intensity_limits{0.25F, 3.0F};

inline constexpr Limits film_window_limits{0.1F, 2.0F};
inline constexpr Limits film_level_limits{0.0F, 1.0F};

/// The directions of anatomical planes, and one of the user's own.
enum class PlaneDirection { sagittal, coronal, transverse, free };

/// A plane that cuts the skeleton. Its normal points to the body's left, to the front or upwards;
/// that of a free plane to where yaw and pitch point, as those of CameraPose do.
struct SectionPlane {
    PlaneDirection direction = PlaneDirection::sagittal;
    float offset = 0.0F;  ///< metres from the origin of the body's space, along the normal
    float yaw = 0.0F;     ///< radians, of a free plane
    float pitch = 0.0F;   ///< radians, of a free plane
    bool flipped = false; ///< false: what the normal points to is cut away
    bool operator==(const SectionPlane&) const = default;
};

inline constexpr Limits section_offset_limits{-1.5F, 2.5F};

/// How far the pieces are moved apart.
struct Explosion {
    float amount = 0.5F;  ///< 0: not at all; 1: farthest
    bool by_bone = false; ///< false: regions stay whole
    bool operator==(const Explosion&) const = default;
};

inline constexpr Limits share_limits{0.0F, 1.0F};
inline constexpr Limits ghost_limits{0.02F, 0.8F}; ///< opacity of a ghost that faces the viewer

/// One lesion whose course is shown, from its first deposit to the risk of fracture.
enum class LesionCourse { none, femur, vertebra };

} // namespace osteon::session
