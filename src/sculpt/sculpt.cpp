#include "sculpt/sculpt.h"

#include "base/files.h"
#include "sculpt/recipe.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <thread>

namespace osteon::sculpt {
namespace {

/// How far simplification may stray, in cells of the mesher and in mm.
constexpr float tolerance_in_cells = 0.12F;
constexpr float largest_tolerance = 0.1F;
constexpr float longest_edge_in_cells = 10.0F;
constexpr std::string_view right_suffix = "_right";

Mesh mirrored(const Mesh& mesh) {
    Mesh other = mesh;
    for (glm::vec3& point : other.positions) {
        point.x = -point.x;
    }
    for (glm::vec3& normal : other.normals) {
        normal.x = -normal.x;
    }
    for (std::size_t i = 0; i + 2 < other.indices.size(); i += 3) {
        std::swap(other.indices[i + 1], other.indices[i + 2]);
    }
    return other;
}

/// The left partner of a right bone or tooth (FDI quadrants 1 and 4 are right); empty: none.
std::string left_partner(const std::string& id) {
    if (id.ends_with(right_suffix)) {
        return id.substr(0, id.size() - right_suffix.size()) + "_left";
    }
    if (id.starts_with("tooth_1")) {
        return "tooth_2" + id.substr(7);
    }
    return id.starts_with("tooth_4") ? "tooth_3" + id.substr(7) : "";
}

std::vector<Mesh> mesh_recipes(const std::vector<BoneRecipe>& recipes) {
    std::vector<Mesh> meshes(recipes.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < recipes.size(); i = next++) {
            meshes[i] = mesh_solid(*recipes[i].solid, recipes[i].grid);
            simplify(
                meshes[i], *recipes[i].solid,
                {.tolerance = std::min(tolerance_in_cells * recipes[i].grid, largest_tolerance),
                 .longest_edge = longest_edge_in_cells * recipes[i].grid});
        }
    };
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
        workers.emplace_back(work);
    }
    workers.clear();
    return meshes;
}

} // namespace

Result<std::vector<SculptedBone>> sculpt_bones(const std::filesystem::path& folder,
                                               std::string_view only) {
    auto recipes = load_recipes(folder);
    if (!recipes) {
        return fail(recipes.error());
    }
    std::erase_if(*recipes, [only](const BoneRecipe& recipe) {
        return recipe.id.find(only) == std::string::npos;
    });
    std::vector<Mesh> meshes = mesh_recipes(*recipes);
    std::vector<SculptedBone> bones;
    for (std::size_t i = 0; i < meshes.size(); ++i) {
        const std::string& id = (*recipes)[i].id;
        if (meshes[i].indices.empty()) {
            return fail({.subject = id,
                         .place = "",
                         .reason = "the recipe leaves no surface",
                         .cure = "Look for a cut that removes everything, or use a finer grid"});
        }
        if (std::string left = left_partner(id); !left.empty()) {
            bones.push_back({std::move(left), mirrored(meshes[i])});
        }
        bones.push_back({id, std::move(meshes[i])});
    }
    return bones;
}

Result<void> write_obj(const std::vector<SculptedBone>& bones, const std::filesystem::path& file) {
    std::string text;
    std::array<char, 96> line{};
    std::size_t first = 1;
    for (const SculptedBone& bone : bones) {
        text += "o " + bone.id + "\n";
        for (const glm::vec3& p : bone.mesh.positions) {
            const int length =
                std::snprintf(line.data(), line.size(), "v %.3f %.3f %.3f\n", p.x, p.y, p.z);
            text.append(line.data(), static_cast<std::size_t>(length));
        }
        const auto& indices = bone.mesh.indices;
        for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
            text += "f " + std::to_string(first + indices[i]) + " " +
                    std::to_string(first + indices[i + 1]) + " " +
                    std::to_string(first + indices[i + 2]) + "\n";
        }
        first += bone.mesh.positions.size();
    }
    return write_file_atomically(file, text);
}

} // namespace osteon::sculpt
