#pragma once

#include "base/error.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace osteon::anatomy {

/// A bone's place in the registry. Every other room speaks of bones by this index or by their id.
using BoneIndex = std::uint16_t;
inline constexpr BoneIndex no_bone = 0xFFFF;

enum class Side : std::uint8_t { midline, left, right };
enum class PieceKind : std::uint8_t { bone, disc, cartilage, tooth, organ };

/// One entry of assets/anatomy/bones.toml: one of the 206 bones of the adult, or a disc, costal
/// cartilage or tooth; or one of assets/anatomy/organs.toml: an organ, or the skin.
struct Bone {
    std::string id;     ///< "femur_left", "vertebra_l3", "rib_6_right"
    std::string name;   ///< in the language of the texts: "Left femur"
    std::string latin;  ///< Terminologia Anatomica 2: "Os femoris sinistrum"
    int fma = 0;        ///< Foundational Model of Anatomy id; 0: not established
    std::string region; ///< id of the innermost region of the tree: "lumbar_vertebrae"
    std::string site;   ///< id of the metastasis site; empty: none is described
    Side side = Side::midline;
    PieceKind kind = PieceKind::bone;
    BoneIndex mirror = no_bone; ///< the partner on the other side
    /// Further names by which the bone is found and matched, without the side: "L3", "thigh bone".
    std::vector<std::string> aliases;
    std::string english{}; ///< the English name where `name` is in another language, else empty
    /// FMA ids of parts that some models bring as meshes of their own: the body of the sternum.
    std::vector<int> part_fma;
};

/// A landmark's place in the registry.
using LandmarkIndex = std::uint16_t;
inline constexpr LandmarkIndex no_landmark = 0xFFFF;

/// A named place of one bone, from assets/anatomy/landmarks.toml: the greater trochanter of the
/// right femur. Where it lies is told by the model (SkeletonModel::landmarks).
struct Landmark {
    std::string id; ///< "greater_trochanter"; unique on its bone
    BoneIndex bone = no_bone;
    std::string name;       ///< without the side: "Greater trochanter"
    std::string latin;      ///< Terminologia Anatomica 2: "Trochanter major"
    std::string definition; ///< one sentence
    bool opening = false;   ///< a hole or canal: its place lies within it, not on the surface
    /// The direction that it is best seen from, of unit length, in the design's space; zero: from
    /// where its surface faces.
    glm::vec3 seen_from{0.0F};
    std::vector<std::string> aliases; ///< further names, for search
    std::string english{}; ///< the English name where `name` is in another language, else empty
};

/// A node of the skeleton tree. Regions nest: axial skeleton, vertebral column, lumbar vertebrae.
struct Region {
    std::string id;
    std::string name;
    std::string latin;
    std::string parent;    ///< empty at the root
    std::string english{}; ///< the English name where `name` is in another language, else empty
};

/// The bones and regions, in the order of the tree (head to foot, left before right).
struct Registry {
    std::vector<Bone> bones;
    std::vector<Region> regions;
    std::unordered_map<std::string, BoneIndex> bone_by_id;
    /// Further ids that links may use, for a part or a common name: "vertebra_s1", "ilium_left".
    std::unordered_map<std::string, BoneIndex> link_aliases;
    std::vector<Landmark> landmarks; ///< by bone, on each in the order of their file

    /// The bone of an id or of a link alias, or no_bone.
    BoneIndex find(std::string_view id) const;
    /// The landmark of a link, "femur_right#greater_trochanter", or no_landmark.
    LandmarkIndex find_landmark(std::string_view link) const;
    /// The landmark of a bone by its id, or no_landmark.
    LandmarkIndex find_landmark(BoneIndex bone, std::string_view id) const;
    /// The first and one past the last landmark of a bone.
    std::pair<LandmarkIndex, LandmarkIndex> landmarks_of(BoneIndex bone) const;
    /// What find_landmark finds again: "femur_right#greater_trochanter".
    std::string link_to(LandmarkIndex landmark) const;
    const Region* find_region(std::string_view id) const;
    /// All entries of a region and of the regions within it, in order.
    std::vector<BoneIndex> bones_in_region(std::string_view region) const;
    /// All entries whose site is `site`, in order.
    std::vector<BoneIndex> bones_at_site(std::string_view site) const;
};

/// Reads and checks the registry: unique ids, known regions and sites, a mirror for each paired
/// bone. Where a landmarks.toml lies beside a file with bones, its landmarks are read, too. Errors
/// name the file, line and column.
Result<Registry> load_registry(const std::filesystem::path& file);

/// "bone", "disc", "cartilage", "tooth", "organ"; "midline", "left", "right".
std::string_view to_string(PieceKind kind);
std::string_view to_string(Side side);

} // namespace osteon::anatomy
