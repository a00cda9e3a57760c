#include "anatomy/orient.h"

#include "anatomy/orient_usual_places.h"

#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace osteon::anatomy {
namespace {

struct Unit {
    std::string_view name;
    float metres;
};

constexpr std::array<Unit, 6> units = {{{"millimetres", 0.001F},
                                        {"centimetres", 0.01F},
                                        {"inches", 0.0254F},
                                        {"decimetres", 0.1F},
                                        {"feet", 0.3048F},
                                        {"metres", 1.0F}}};

// A body of 1.2 to 2.3 m beside that of 1.64 m which the usual places are taken from.
constexpr float least_growth = 0.73F;
constexpr float most_growth = 1.40F;
constexpr std::size_t enough_bones = 5; ///< to tell the axes from
constexpr float clear_lead = 0.02F;     ///< of the score, over the next best axes
constexpr float clear_mirror_lead = 0.05F;

/// A bone in the files beside the same bone of the standard body.
struct Sighting {
    BoneIndex bone = no_bone;
    Box box; ///< in the files' space
    UsualPlace usual;
};

std::vector<Sighting> sightings(const Registry& registry, std::span<const Piece> pieces,
                                std::span<const Match> matches) {
    std::map<BoneIndex, Box> boxes;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (matches[i].bone != no_bone) {
            for (const glm::vec3& position : pieces[i].positions) {
                boxes[matches[i].bone].add(position);
            }
        }
    }
    std::vector<Sighting> found;
    for (const auto& [bone, box] : boxes) {
        if (const auto usual = usual_place_of(registry.bones[bone])) {
            found.push_back({bone, box, *usual});
        }
    }
    return found;
}

/// The 48 ways to lay three axes onto three axes, with and without mirroring; the way of most files
/// (y up, facing +z) first, then that of z up, facing -y.
std::vector<glm::mat3> all_axes(UpAxis up) {
    std::vector<glm::mat3> all;
    constexpr std::array<std::array<int, 3>, 6> orders = {
        {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}};
    for (const auto& order : orders) {
        for (unsigned signs = 0; signs < 8; ++signs) {
            glm::mat3 axes(0.0F);
            for (int row = 0; row < 3; ++row) {
                // Row of the result, column of the file's axis that becomes it.
                axes[order[static_cast<std::size_t>(row)]][row] =
                    (signs >> static_cast<unsigned>(row) & 1U) != 0U ? -1.0F : 1.0F;
            }
            all.push_back(axes);
        }
    }
    std::ranges::stable_partition(
        all, [](const glm::mat3& axes) { return glm::determinant(axes) > 0.0F; });
    if (up != UpAxis::automatic) {
        const int axis = up == UpAxis::y ? 1 : 2;
        std::erase_if(all, [&](const glm::mat3& axes) { return axes[axis][1] != 1.0F; });
    }
    return all;
}

/// How well the bones lie where they should once turned so; 1 is perfect.
float fit(const glm::mat3& axes, std::span<const Sighting> bones) {
    glm::vec3 middle(0.0F);
    glm::vec3 standard(0.0F);
    for (const Sighting& bone : bones) {
        middle += bone.box.centre();
        standard += bone.usual.place;
    }
    middle /= static_cast<float>(bones.size());
    standard /= static_cast<float>(bones.size());
    // Each axis counts alike, or the height of the body would drown its depth.
    glm::vec3 together(0.0F);
    glm::vec3 found_spread(0.0F);
    glm::vec3 standard_spread(0.0F);
    for (const Sighting& bone : bones) {
        const glm::vec3 found = axes * (bone.box.centre() - middle);
        const glm::vec3 wanted = bone.usual.place - standard;
        together += found * wanted;
        found_spread += found * found;
        standard_spread += wanted * wanted;
    }
    float score = 0.0F;
    for (int axis = 0; axis < 3; ++axis) {
        const float spread = std::sqrt(found_spread[axis] * standard_spread[axis]);
        score += spread > 0.0F ? together[axis] / spread / 3.0F : 0.0F;
    }
    return score;
}

/// The axes that files of this kind use where the bones do not tell.
glm::mat3 usual_axes(UpAxis up) {
    const glm::mat3 z_up(1, 0, 0, 0, 0, -1, 0, 1, 0);
    return up == UpAxis::z ? z_up : glm::mat3(1.0F);
}

std::string axis_name(const glm::mat3& axes, int row) {
    constexpr std::string_view letters = "xyz";
    for (int column = 0; column < 3; ++column) {
        if (axes[column][row] != 0.0F) {
            return std::string(axes[column][row] < 0.0F ? "-" : "") +
                   letters[static_cast<std::size_t>(column)];
        }
    }
    return {};
}

void choose_axes(Placement& placement, std::span<const Sighting> bones, UpAxis up) {
    const auto steady = [](const Sighting& bone) { return bone.usual.steady; };
    std::vector<Sighting> telling;
    std::ranges::copy_if(bones, std::back_inserter(telling), steady);
    std::vector<std::pair<float, glm::mat3>> scored;
    if (telling.size() >= enough_bones) {
        for (const glm::mat3& axes : all_axes(up)) {
            scored.emplace_back(fit(axes, telling), axes);
        }
        std::ranges::stable_sort(scored, std::greater{},
                                 [](const auto& entry) { return entry.first; });
    }
    const bool mirrored = !scored.empty() && glm::determinant(scored[0].second) < 0.0F;
    const float lead = mirrored ? clear_mirror_lead : clear_lead;
    if (!scored.empty() && scored[0].first > scored[1].first + lead) {
        placement.axes = scored[0].second;
    } else {
        placement.axes = usual_axes(up);
        placement.warnings.emplace_back(
            "there are too few bones to find which way they face; the usual axes were taken");
    }
    placement.orientation = axis_name(placement.axes, 1) + " up, facing " +
                            (axis_name(placement.axes, 2).starts_with('-') ? "" : "+") +
                            axis_name(placement.axes, 2);
    if (glm::determinant(placement.axes) < 0.0F) {
        placement.orientation += ", mirrored";
        placement.warnings.emplace_back(
            "left and right are exchanged in the file; they were put right");
    }
}

/// Metres a unit by which the bones have the size of the standard body's: the middle of all.
float measured_scale(std::span<const Sighting> bones) {
    std::vector<float> scales;
    for (const Sighting& bone : bones) {
        if (bone.box.diagonal() > 0.0F) {
            scales.push_back(bone.usual.size / bone.box.diagonal());
        }
    }
    if (scales.empty()) {
        return 0.0F;
    }
    const auto middle = scales.begin() + static_cast<std::ptrdiff_t>(scales.size() / 2);
    std::ranges::nth_element(scales, middle);
    return *middle;
}

bool is_human(float metres_per_unit, float measured) {
    const float growth = metres_per_unit / measured;
    return growth > least_growth && growth < most_growth;
}

std::string unit_name(float metres) {
    const auto unit = std::ranges::find_if(units, [&](const Unit& candidate) {
        return std::abs(candidate.metres - metres) < 0.01F * candidate.metres;
    });
    return unit != units.end() ? std::string(unit->name) : fmt::format("units of {} m", metres);
}

float height_of(std::span<const Sighting> bones, const glm::mat3& axes) {
    Box box;
    for (const Sighting& bone : bones) {
        box.add(axes * bone.box.min);
        box.add(axes * bone.box.max);
    }
    return box.size().y;
}

/// Chooses the unit; false where none makes a human of it.
bool choose_unit(Placement& placement, std::span<const Sighting> bones, const FileHints& hints,
                 const ImportOptions& options) {
    if (options.metres_per_unit) {
        placement.metres_per_unit = *options.metres_per_unit;
        placement.unit_reason = "as told: " + unit_name(*options.metres_per_unit);
        return true;
    }
    const float measured = measured_scale(bones);
    if (measured == 0.0F) {
        placement.metres_per_unit = hints.metres_per_unit.value_or(0.001F);
        placement.unit_reason = "assumed: " + unit_name(placement.metres_per_unit);
        placement.warnings.emplace_back("no bone is there to measure the unit by");
        return true;
    }
    if (hints.metres_per_unit && is_human(*hints.metres_per_unit, measured)) {
        placement.metres_per_unit = *hints.metres_per_unit;
        placement.unit_reason = "the file says " + unit_name(*hints.metres_per_unit);
        return true;
    }
    const auto unit = std::ranges::find_if(
        units, [&](const Unit& candidate) { return is_human(candidate.metres, measured); });
    if (unit == units.end()) {
        return false;
    }
    placement.metres_per_unit = unit->metres;
    const float height = height_of(bones, placement.axes);
    placement.unit_reason = fmt::format("measured: {}, {:.4g} units tall", unit->name, height);
    return true;
}

/// Puts the feet on the ground, the midline at x = 0 and the spine at z = 0; what is not there is
/// placed by the standard body.
glm::vec3 choose_offset(const Placement& placement, const Registry& registry,
                        std::span<const Sighting> bones) {
    std::map<BoneIndex, glm::vec3> middles;
    glm::vec3 shift(0.0F);
    float lowest = std::numeric_limits<float>::max();
    bool has_feet = false;
    for (const Sighting& bone : bones) {
        const glm::vec3 middle = placement.apply(bone.box.centre());
        middles[bone.bone] = middle;
        shift += (bone.usual.place - middle) / static_cast<float>(bones.size());
        lowest =
            std::min({lowest, placement.apply(bone.box.min).y, placement.apply(bone.box.max).y});
        has_feet = has_feet || registry.bones[bone.bone].id.starts_with("calcaneus");
    }
    float midline = 0.0F;
    float spine = 0.0F;
    float pairs = 0.0F;
    float vertebrae = 0.0F;
    for (const auto& [index, middle] : middles) {
        const Bone& bone = registry.bones[index];
        const auto partner = middles.find(bone.mirror);
        if (bone.side == Side::left && partner != middles.end()) {
            midline += 0.5F * (middle.x + partner->second.x);
            pairs += 1.0F;
        }
        if (bone.id.starts_with("vertebra_t") || bone.id.starts_with("vertebra_l")) {
            midline += middle.x;
            pairs += 1.0F;
            spine += middle.z;
            vertebrae += 1.0F;
        }
    }
    return {pairs > 0.0F ? -midline / pairs : shift.x, has_feet ? -lowest : shift.y,
            vertebrae > 0.0F ? -spine / vertebrae : shift.z};
}

} // namespace

Result<Placement> place_model(const Registry& registry, std::span<const Piece> pieces,
                              std::span<const Match> matches, const FileHints& hints,
                              const ImportOptions& options) {
    const std::vector<Sighting> bones = sightings(registry, pieces, matches);
    Placement placement;
    const UpAxis told = options.up;
    choose_axes(placement, bones,
                told != UpAxis::automatic || bones.size() >= enough_bones ? told : hints.up);
    if (!choose_unit(placement, bones, hints, options)) {
        return fail({Fault::input, "", "",
                     fmt::format("the skeleton is {:.4g} units tall, which is no human size in "
                                 "millimetres, centimetres, decimetres, metres, inches or feet",
                                 height_of(bones, placement.axes)),
                     "Export it in millimetres or metres"});
    }
    if (!bones.empty()) {
        placement.offset = choose_offset(placement, registry, bones);
    }
    return placement;
}

} // namespace osteon::anatomy
