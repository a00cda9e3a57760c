#pragma once

#include "sculpt/mesh_topology.h"
#include "sculpt/sculpt.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace osteon::sculpt {

/// How many handles a bone may have (Topology::genus).
struct GenusRange {
    int least = 0;
    int most = 0;
};
using ExpectedGenus = std::map<std::string, GenusRange, std::less<>>;

/// Reads the lines `id = genus` and `id = [least, most]` of a TOML file. A paired bone's right one
/// stands for both. Errors name the file and line.
Result<ExpectedGenus> load_expected_genus(const std::filesystem::path& file);

/// What the table says of a bone or its partner on the right; 0 where it does not name them.
GenusRange expected_genus(const ExpectedGenus& table, const std::string& id);

/// What is wrong with a bone, in words: "is open along 3 edges, at (-72, 428, 3)".
struct BoneCheck {
    std::string id;
    std::size_t triangles = 0;
    Topology topology;
    GenusRange expected;
    std::size_t self_intersections = 0;
    std::vector<std::string> faults;
};

/// Looks at a bone by itself: closed, manifold, one piece, with the handles that it should have,
/// not cutting itself, on its side of the body. The mesh of a mirrored bone is as its partner's and
/// is not searched for cuts again.
BoneCheck check_bone(const SculptedBone& bone, const GenusRange& expected);

/// "(-72, 428, 3)": a place in whole millimetres.
std::string place_in_words(const glm::vec3& place);

/// How two neighbours lie to each other, in millimetres.
struct Neighbours {
    std::string first;
    std::string second;
    float depth = 0.0F;    ///< how far `first` reaches into `second`, at its deepest; 0: not at all
    float gap = 0.0F;      ///< the smallest distance; 0 where they overlap
    glm::vec3 place{0.0F}; ///< of that depth or gap
};

/// The pairs of bones that overlap or are closer than `reach` mm, each pair once, in the bones'
/// order. Depths below 0.05 mm count as touching. Pairs of two mirrored bones are left out, since
/// the right ones lie alike. Works on all cores.
std::vector<Neighbours> find_neighbours(const std::vector<SculptedBone>& bones, float reach);

} // namespace osteon::sculpt
