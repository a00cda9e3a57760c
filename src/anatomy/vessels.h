#pragma once

#include "anatomy/registry.h"
#include "base/error.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::anatomy {

/// What a vessel carries, and so how it is drawn.
enum class VesselKind : std::uint8_t { vein, artery, portal, lymph };

/// One entry of assets/anatomy/vessels.toml, which describes itself.
struct Vessel {
    std::string id;    ///< "inferior_vena_cava"
    std::string name;  ///< English: "Inferior vena cava"
    std::string latin; ///< Terminologia Anatomica 2
    VesselKind kind = VesselKind::vein;
    float radius = 0.0F; ///< as drawn, metres
    std::string into;    ///< id of the vessel or organ that it flows into; may be empty
    bool valves = true;  ///< false: blood flows either way
    /// Points of smooth lines in the order in which the blood flows; metres, in the space of the
    /// built-in skeleton.
    std::vector<std::vector<glm::vec3>> lines;
};

/// Reads and checks vessels: unique ids, known kinds, lines of at least two points, and `into` a
/// vessel of the file or one of `organs`. Errors name the file, line and column.
Result<std::vector<Vessel>> load_vessels(const std::filesystem::path& file, const Registry& organs);

/// The vessel of an id, or nullptr.
const Vessel* find_vessel(std::span<const Vessel> vessels, std::string_view id);

/// The smooth line through points, which stay on it, with further points no more than `step` metres
/// apart: a centripetal Catmull-Rom spline (Yuksel et al. 2011, Computer-Aided Design 43:747).
std::vector<glm::vec3> smooth_line(std::span<const glm::vec3> points, float step);

} // namespace osteon::anatomy
