#include "view/explosion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <string_view>

namespace osteon::view {

namespace {

using anatomy::BoneIndex;
using anatomy::Side;

/// What moves as a whole by region; of the paired ones there is one on either side.
enum class Group { skull, spine, thorax, pelvis, girdle, arm, hand, leg, foot };
constexpr std::size_t c_groups = 9;

constexpr float c_gap = 0.03F; ///< metres between the boxes of neighbouring groups

/// The regions of the registry that make up the groups.
struct GroupOfRegion {
    std::string_view region; ///< how its id begins
    Group group;
};
constexpr std::array<GroupOfRegion, 17> c_regions{{
    {"sacrum_and_coccyx", Group::pelvis},
    {"vertebral_column", Group::spine},
    {"skull", Group::skull},
    {"neck", Group::skull},
    {"thoracic_cage", Group::thorax},
    {"shoulder_girdle", Group::girdle},
    {"arm", Group::arm},
    {"forearm", Group::arm},
    {"carpus", Group::hand},
    {"metacarpus", Group::hand},
    {"fingers", Group::hand},
    {"pelvic_girdle", Group::pelvis},
    {"thigh", Group::leg},
    {"knee", Group::leg},
    {"leg", Group::leg},
    {"lower_limb", Group::foot},
    {"upper_limb", Group::hand},
}};

/// How far the pieces of a group draw away from its middle, as shares of their distance from it;
/// those of the spine along it, ribs outwards, and the skull as in Beauchêne's preparations.
glm::vec3 stretch_of(Group group) {
    switch (group) {
    case Group::skull:
        return {1.1F, 1.1F, 1.1F};
    case Group::spine:
        return {0.0F, 0.9F, 0.0F};
    case Group::thorax:
        return {0.55F, 0.75F, 0.35F};
    case Group::pelvis:
        return {0.6F, 0.5F, 0.5F};
    case Group::girdle:
        return {0.5F, 0.5F, 0.9F};
    case Group::arm:
        return {0.7F, 0.18F, 0.0F};
    case Group::hand:
        return {1.2F, 0.9F, 0.6F};
    case Group::leg:
        return {0.7F, 0.22F, 0.6F};
    case Group::foot:
        break;
    }
    return {0.9F, 0.9F, 0.8F};
}

Group group_of(const anatomy::Registry& registry, const anatomy::Bone& bone) {
    for (const anatomy::Region* region = registry.find_region(bone.region); region != nullptr;
         region = registry.find_region(region->parent)) {
        const auto* found = std::ranges::find_if(c_regions, [&](const GroupOfRegion& each) {
            return region->id.starts_with(each.region);
        });
        if (found != c_regions.end()) {
            return found->group;
        }
    }
    return Group::spine;
}

bool is_paired(Group group) {
    return group >= Group::girdle;
}

/// A piece on its way: its group, which side it moves to, and where it lies so far.
struct Piece {
    BoneIndex bone = anatomy::no_bone;
    Group group = Group::skull;
    float side = 0.0F; ///< 1: left, -1: right, 0: midline
    Box box;
    glm::vec3 centre{0.0F};
    glm::vec3 offset{0.0F};
};

std::vector<Piece> pieces_of(const anatomy::SkeletonModel& model,
                             const anatomy::Registry& registry) {
    std::vector<Piece> pieces;
    for (const anatomy::BoneMesh& mesh : model.meshes) {
        if (mesh.bone >= registry.bones.size() ||
            registry.bones[mesh.bone].kind == anatomy::PieceKind::organ) {
            continue;
        }
        const anatomy::Bone& bone = registry.bones[mesh.bone];
        const float side = bone.side == Side::midline ? 0.0F
                           : bone.side == Side::left  ? 1.0F
                                                      : -1.0F;
        pieces.push_back(
            {mesh.bone, group_of(registry, bone), side, mesh.bounds, mesh.bounds.centre(), {}});
    }
    return pieces;
}

/// Boxes of the groups as they lie so far, those of both sides as one on the left.
std::array<Box, c_groups> boxes_of(const std::vector<Piece>& pieces) {
    std::array<Box, c_groups> boxes;
    for (const Piece& piece : pieces) {
        glm::vec3 low = piece.box.min + piece.offset;
        glm::vec3 high = piece.box.max + piece.offset;
        if (is_paired(piece.group) && piece.side < 0.0F) {
            const float inner = -high.x;
            high.x = -low.x;
            low.x = inner;
        }
        boxes[static_cast<std::size_t>(piece.group)].add(low);
        boxes[static_cast<std::size_t>(piece.group)].add(high);
    }
    return boxes;
}

/// What a piece needs besides, so as not to brush its neighbours, in metres: on the body's left.
struct Detour {
    std::string_view id; ///< how the id of the bone begins
    glm::vec3 by;
};
constexpr std::array<Detour, 7> c_detours{{
    {"mandible", {0.0F, -0.06F, 0.0F}}, // room for two rows of teeth
    {"hyoid", {0.0F, -0.08F, 0.0F}},
    {"lacrimal", {0.010F, 0.03F, -0.03F}}, // out of its groove in the maxilla
    {"sternum", {0.0F, 0.0F, 0.14F}},
    // Hidden within the temporal bone, the ossicles come out of it sideways.
    {"malleus", {0.11F, 0.0F, 0.0F}},
    {"incus", {0.11F, 0.0F, 0.0F}},
    {"stapes", {0.11F, 0.0F, 0.0F}},
}};

void make_detours(std::vector<Piece>& pieces, const anatomy::Registry& registry) {
    for (Piece& piece : pieces) {
        const std::string_view id = registry.bones[piece.bone].id;
        const auto* found = std::ranges::find_if(
            c_detours, [&](const Detour& detour) { return id.starts_with(detour.id); });
        if (found != c_detours.end()) {
            piece.offset += glm::vec3(piece.side, 1.0F, 1.0F) * found->by;
        }
    }
}

/// The direction of a tooth from its lower to its upper end, of unit length.
glm::vec3 upright_axis(const anatomy::SkeletonModel& model, const anatomy::BoneMesh& mesh) {
    constexpr float c_end = 0.25F; // of the height, that an end takes
    const float height = mesh.bounds.size().y;
    std::array<glm::vec3, 2> sums{};
    std::array<float, 2> counts{};
    const std::size_t end =
        std::min<std::size_t>(mesh.first_vertex + mesh.vertex_count, model.vertices.size());
    for (std::size_t i = mesh.first_vertex; i < end; ++i) {
        const glm::vec3 place = model.position(model.vertices[i]);
        const bool low = place.y < mesh.bounds.min.y + c_end * height;
        if (low || place.y > mesh.bounds.max.y - c_end * height) {
            sums[low ? 0 : 1] += place;
            counts[low ? 0 : 1] += 1.0F;
        }
    }
    const glm::vec3 up{0.0F, 1.0F, 0.0F};
    return counts[0] * counts[1] > 0.0F ? unit_or(sums[1] / counts[1] - sums[0] / counts[0], up)
                                        : up;
}

/// Teeth go with their jaw, and out of it along their roots.
void draw_teeth(std::vector<Piece>& pieces, const anatomy::SkeletonModel& model,
                const anatomy::Registry& registry) {
    constexpr float c_out = 0.03F;   // metres; longer than any root
    constexpr float c_apart = 0.12F; // of the distance from the middle of the jaw
    const auto offset_of_bone = [&](std::string_view id) {
        const BoneIndex bone = registry.find(id);
        const auto found = std::ranges::find(pieces, bone, &Piece::bone);
        return found != pieces.end() ? found->offset : glm::vec3(0.0F);
    };
    const glm::vec3 lower = offset_of_bone("mandible");
    const glm::vec3 left = offset_of_bone("maxilla_left");
    const glm::vec3 right = offset_of_bone("maxilla_right");
    const auto mandible = std::ranges::find(pieces, registry.find("mandible"), &Piece::bone);
    glm::vec3 jaw = mandible != pieces.end() ? mandible->centre : glm::vec3(0.0F);
    jaw.x = 0.0F;
    for (Piece& piece : pieces) {
        const std::string_view region = registry.bones[piece.bone].region;
        const bool is_lower = region == "lower_teeth";
        if (!is_lower && region != "upper_teeth") {
            continue;
        }
        const glm::vec3 out = c_out * upright_axis(model, *model.find(piece.bone));
        const glm::vec3 upper = piece.side < 0.0F ? right : left;
        piece.offset = is_lower ? lower + out : upper - out;
        piece.offset += c_apart * (piece.centre - jaw) * glm::vec3(1.0F, 0.0F, 1.0F);
    }
}

/// Draws the pieces of each group away from its middle.
void spread_within(std::vector<Piece>& pieces, const anatomy::SkeletonModel& model,
                   const anatomy::Registry& registry) {
    const std::array<Box, c_groups> boxes = boxes_of(pieces);
    for (Piece& piece : pieces) {
        glm::vec3 hub = boxes[static_cast<std::size_t>(piece.group)].centre();
        hub.x = is_paired(piece.group) ? piece.side * hub.x : 0.0F;
        piece.offset = stretch_of(piece.group) * (piece.centre - hub);
    }
    make_detours(pieces, registry);
    draw_teeth(pieces, model, registry);
}

/// Carries the groups out of each other's way: the thorax forwards, off the spine; skull up,
/// pelvis, legs and feet down, girdles and arms to their sides.
std::array<glm::vec3, c_groups> places_of(const std::vector<Piece>& pieces) {
    float assembled_top = std::numeric_limits<float>::lowest();
    for (const Piece& piece : pieces) {
        if (piece.group == Group::thorax) {
            assembled_top = std::max(assembled_top, piece.box.max.y);
        }
    }
    std::array<Box, c_groups> boxes = boxes_of(pieces);
    std::array<glm::vec3, c_groups> places{};
    const auto at = [](Group group) { return static_cast<std::size_t>(group); };
    const auto move = [&](Group group, const glm::vec3& by) {
        Box& box = boxes[at(group)];
        if (box.empty()) {
            return;
        }
        box.min += by;
        box.max += by;
        places[at(group)] += by;
    };
    /// How far the upper end of one group lies above the lower end of another, with a gap.
    const auto overlap = [&](Group lower, Group upper, int axis) {
        const Box& below = boxes[at(lower)];
        const Box& above = boxes[at(upper)];
        return below.empty() || above.empty()
                   ? 0.0F
                   : std::max(below.max[axis] - above.min[axis] + c_gap, 0.0F);
    };
    constexpr int c_x = 0;
    constexpr int c_y = 1;
    constexpr int c_z = 2;
    move(Group::thorax, {0.0F, 0.0F, overlap(Group::spine, Group::thorax, c_z)});
    move(Group::skull, {0.0F,
                        std::max(overlap(Group::spine, Group::skull, c_y),
                                 overlap(Group::thorax, Group::skull, c_y)),
                        0.0F});
    move(Group::pelvis, {0.0F, -overlap(Group::pelvis, Group::spine, c_y), 0.0F});
    // The girdles go forwards with the thorax and stay above its first ribs, which would cross the
    // clavicles otherwise.
    const float forward = places[at(Group::thorax)].z;
    const float risen = boxes[at(Group::thorax)].max.y - assembled_top;
    move(Group::girdle,
         {overlap(Group::thorax, Group::girdle, c_x), 0.04F + std::max(risen, 0.0F), forward});
    move(Group::arm, {overlap(Group::girdle, Group::arm, c_x), 0.0F, forward});
    const float arm = places[at(Group::arm)].x;
    move(Group::hand, {arm, -overlap(Group::hand, Group::arm, c_y), forward});
    move(Group::leg, {0.10F, -overlap(Group::leg, Group::pelvis, c_y), 0.0F});
    move(Group::foot, {0.10F, -overlap(Group::foot, Group::leg, c_y), 0.0F});
    // By bone, both legs need room beside each other as well.
    const float inner =
        std::max(c_gap - std::min(boxes[at(Group::leg)].min.x, boxes[at(Group::foot)].min.x), 0.0F);
    if (!boxes[at(Group::leg)].empty() && !boxes[at(Group::foot)].empty()) {
        move(Group::leg, {inner, 0.0F, 0.0F});
        move(Group::foot, {inner, 0.0F, 0.0F});
    }
    return places;
}

} // namespace

std::vector<glm::vec3> exploded_offsets(const anatomy::SkeletonModel& model,
                                        const anatomy::Registry& registry, bool by_bone) {
    std::vector<Piece> pieces = pieces_of(model, registry);
    if (by_bone) {
        spread_within(pieces, model, registry);
    }
    const std::array<glm::vec3, c_groups> places = places_of(pieces);
    std::vector<glm::vec3> offsets(registry.bones.size(), glm::vec3(0.0F));
    for (const Piece& piece : pieces) {
        glm::vec3 place = places[static_cast<std::size_t>(piece.group)];
        place.x *= is_paired(piece.group) ? piece.side : 0.0F;
        offsets[piece.bone] = piece.offset + place;
    }
    return offsets;
}

Explosions explosions_of(const anatomy::SkeletonModel& model, const anatomy::Registry& registry) {
    return {exploded_offsets(model, registry, false), exploded_offsets(model, registry, true)};
}

Spread spread_of(const session::Stage& stage) {
    if (stage.look != session::Look::exploded) {
        return {};
    }
    const float amount = stage.explosion.amount;
    return stage.explosion.by_bone ? Spread{0.0F, amount} : Spread{amount, 0.0F};
}

std::vector<glm::vec3> offsets_at(const Explosions& explosions, const Spread& spread) {
    std::vector<glm::vec3> offsets;
    if (spread == Spread{}) {
        return offsets;
    }
    offsets.reserve(explosions.by_region.size());
    std::ranges::transform(explosions.by_region, explosions.by_bone, std::back_inserter(offsets),
                           [&](const glm::vec3& by_region, const glm::vec3& by_bone) {
                               return spread.by_region * by_region + spread.by_bone * by_bone;
                           });
    return offsets;
}

Box moved_bounds(const anatomy::SkeletonModel& model, std::span<const glm::vec3> offsets) {
    if (offsets.empty()) {
        return model.bounds;
    }
    Box bounds;
    for (const anatomy::BoneMesh& mesh : model.meshes) {
        const glm::vec3 offset = offset_of(offsets, mesh.bone);
        bounds.add({mesh.bounds.min + offset, mesh.bounds.max + offset});
    }
    return bounds;
}

Anchors moved_anchors(const Anchors& anchors, const anatomy::Registry& registry,
                      std::span<const glm::vec3> offsets) {
    Anchors moved = anchors;
    if (offsets.empty()) {
        return moved;
    }
    for (Anchor& anchor : moved.sites) {
        anchor.position += offset_of(offsets, anchor.bone);
    }
    for (anatomy::LandmarkPlace& landmark : moved.landmarks) {
        if (landmark.landmark < registry.landmarks.size()) {
            landmark.place += offset_of(offsets, registry.landmarks[landmark.landmark].bone);
        }
    }
    for (BoneAnchor& anchor : moved.bones) {
        const glm::vec3 offset = offset_of(offsets, anchor.bone);
        anchor.centre += offset;
        for (SurfacePoint& point : anchor.points) {
            point.place += offset;
        }
    }
    return moved;
}

Spread spread_at(const SpreadMotion& motion, float seconds) {
    const float t = std::clamp(seconds / SpreadMotion::seconds, 0.0F, 1.0F);
    const float share = t * t * (3.0F - 2.0F * t);
    return {glm::mix(motion.from.by_region, motion.to.by_region, share),
            glm::mix(motion.from.by_bone, motion.to.by_bone, share)};
}

} // namespace osteon::view
