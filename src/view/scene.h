#pragma once

#include "base/geometry.h"
#include "view/lesion.h"
#include "view/scan_film.h"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace osteon::view {

/// How a bone is drawn; bits of BoneLook::flags.
enum BoneFlag : std::uint8_t {
    bone_hidden = 1,
    bone_ghost = 2,     ///< faded to a see-through shape
    bone_selected = 4,  ///< outlined in the accent colour, dotted where something hides it
    bone_hovered = 8,   ///< a thinner outline
    bone_flat = 16,     ///< heat: relief is kept, the noise of the bone's colour is not
    bone_soft = 32,     ///< disc or cartilage: matt
    bone_tooth = 64,    ///< denser than bone on a film
    bone_carried = 128, ///< stands on the vertebra that the scene's collapse deforms
};

/// The look of one registry entry.
struct BoneLook {
    std::array<std::uint8_t, 3> colour{232, 220, 196}; ///< sRGB
    std::uint8_t flags = 0;
    std::uint8_t pattern = 0; ///< of the heat's step, drawn over its colour; 0: none
    bool operator==(const BoneLook&) const = default;
};

/// An organ, drawn as a ghost that bones do not quite hide.
struct OrganLook {
    std::uint16_t organ = 0;                  ///< index in the registry of organs
    glm::vec3 colour{0.914F, 0.651F, 0.690F}; ///< sRGB
    float opacity = 0.35F;                    ///< where it faces the viewer
    bool operator==(const OrganLook&) const = default;
};

/// A perspective camera with a shifted lens, so that the picture's middle lies in the free area.
struct Camera {
    glm::vec3 eye{0.0F, 0.85F, 7.0F};
    glm::vec3 target{0.0F, 0.85F, 0.0F};
    glm::vec3 up{0.0F, 1.0F, 0.0F};
    float fov_y = 0.2443461F;   ///< radians; 14° over the height of the viewport
    glm::vec2 lens_shift{0.0F}; ///< of the target in the viewport, in its half sizes; x right, y up
    float near_plane = 0.05F;   ///< metres
    float far_plane = 50.0F;
    bool operator==(const Camera&) const = default;
};

glm::mat4 view_matrix(const Camera& camera);
glm::mat4 projection_matrix(const Camera& camera, float aspect);
/// The same picture from `times` as far away: nearly parallel rays, as a gamma camera takes.
Camera drawn_back(const Camera& camera, float times);
/// World to pixels in `viewport`, y down; z is the depth 0..1, negative behind the eye.
glm::vec3 project(const Camera& camera, const Rect& viewport, const glm::vec3& point);
/// A pixel of the viewport with its depth 0..1 to the world.
glm::vec3 unproject(const Camera& camera, const Rect& viewport, const glm::vec2& pixel,
                    float depth);

/// Colours and light of the stage, sRGB 0..1.
struct Backdrop {
    glm::vec3 centre{0.118F, 0.149F, 0.180F};
    glm::vec3 edge{0.059F, 0.075F, 0.090F};
    glm::vec3 ghost{0.725F, 0.792F, 0.839F};
    glm::vec3 outline{0.361F, 0.784F, 0.753F};
    float exposure = 1.0F;
    float rim = 0.35F;        ///< share of Fresnel light at the rim
    bool silhouette = false;  ///< 1 px darker edge; mandatory for pale colours on light stages
    bool gradient = true;     ///< false: `edge` all over (high contrast, white pages)
    bool transparent = false; ///< pictures with an alpha channel
    bool operator==(const Backdrop&) const = default;
};

/// An X-ray film: the share of the rays that bone absorbs, 0..1, becomes brightness. `level` shows
/// as middle grey; what lies half a `window` below it is black, half a window above it white.
struct Film {
    float window = 1.0F; ///< above 0
    float level = 0.5F;
    bool operator==(const Film&) const = default;
};

/// What lies where dot(normal, point) > distance is before the plane.
struct Plane {
    glm::vec3 normal{1.0F, 0.0F, 0.0F}; ///< of unit length
    float distance = 0.0F;              ///< metres from the origin, along the normal
    bool operator==(const Plane&) const = default;
};

/// What the cut face of a registry entry shows: a rim around something else.
struct CutTissue {
    enum class Kind : std::uint8_t { bone, disc, cartilage, upper_tooth, lower_tooth };
    Kind kind = Kind::bone;
    float rim = 0.0012F;       ///< metres: cortex, annulus, perichondrium; enamel at the root
    float shaft_rim = 0.0012F; ///< metres: cortex at the middle of a shaft; enamel at the crown
    bool cavity = false;       ///< marrow without spongy bone fills the shaft, which stands upright
    bool operator==(const CutTissue&) const = default;
};

/// A cut through the skeleton. What lies before the plane is not drawn; where the plane meets a
/// closed part, its cut face is.
struct Cut {
    Plane plane;
    std::vector<CutTissue> tissues; ///< by registry index; plain bone for those that it lacks
    bool operator==(const Cut&) const = default;
};

/// sRGB of the darkest places of a bone scan's film.
inline constexpr glm::vec3 scan_ink{0.075F, 0.085F, 0.1F};

/// A vertebral body that gives way at its front: it becomes a wedge, and what stands on it tilts
/// forward about the upper edge of its back.
struct Collapse {
    std::uint16_t bone = 0xFFFF; ///< registry index
    float bottom = 0.0F;         ///< y of the body's lower face, metres
    float top = 0.0F;            ///< y of its upper face
    float hinge_z = 0.0F;        ///< z of its back
    float tilt = 0.0F;           ///< radians
    bool operator==(const Collapse&) const = default;
};

/// A place of the bone that a collapse deforms, or of one that it carries, as that moves it.
glm::vec3 displaced(const Collapse& collapse, bool carried, const glm::vec3& place);

/// All that the renderer draws, as a value: equal scenes give equal pictures, and are drawn once.
struct Scene {
    Camera camera;
    Rect viewport;                ///< in framebuffer pixels, y down, whole numbers
    float pixels_per_unit = 1.0F; ///< interface scale: width of outlines
    std::vector<BoneLook> bones;  ///< by registry index
    std::optional<Collapse> collapse;
    std::vector<Lesion> lesions;   ///< sorted by bone
    std::vector<OrganLook> organs; ///< those that are shown
    /// How far bones are moved from their places, by registry index, metres; empty: none is.
    std::vector<glm::vec3> offsets;
    Backdrop backdrop;
    float ghost_opacity = 0.2F;           ///< of a ghost that faces the viewer
    std::optional<Film> film;             ///< a radiograph; no bone may be a ghost then
    std::optional<Cut> cut;               ///< not on a film
    std::shared_ptr<const ScanFilm> scan; ///< a bone scan, seen along the line that it was taken
    float scan_intensity = 1.0F;          ///< multiplies what was counted
    bool moving = false;                  ///< a drag or flight is on: speed before smoothness
    std::uint64_t geometry_revision = 0;
    bool operator==(const Scene&) const = default;
};

/// How far a bone is moved; not at all where there are no offsets.
glm::vec3 offset_of(std::span<const glm::vec3> offsets, std::size_t bone);

} // namespace osteon::view
