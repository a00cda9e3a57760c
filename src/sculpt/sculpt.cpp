#include "sculpt/sculpt.h"

#include "base/files.h"
#include "base/geometry.h"
#include "sculpt/recipe.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <map>
#include <mutex>
#include <numeric>
#include <set>
#include <tbb/parallel_for.h>
#include <utility>

namespace osteon::sculpt {
namespace {

namespace fs = std::filesystem;

/// How far simplification may stray, in cells of the mesher and in mm, where a recipe does not say.
constexpr float tolerance_in_cells = 0.06F;
constexpr float largest_tolerance = 0.06F;
constexpr float longest_edge_in_cells = 10.0F;
constexpr std::string_view right_suffix = "_right";

Mesh mirror_image(const Mesh& mesh) {
    Mesh other = mesh;
    for (glm::vec3& point : other.positions) {
        point = mirrored(point);
    }
    for (glm::vec3& normal : other.normals) {
        normal = mirrored(normal);
    }
    for (std::size_t i = 0; i + 2 < other.indices.size(); i += 3) {
        std::swap(other.indices[i + 1], other.indices[i + 2]);
    }
    for (StrayPiece& stray : other.strays) {
        stray.place = mirrored(stray.place);
    }
    other.cliff.place = mirrored(other.cliff.place);
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

Mesh mesh_recipe(const BoneRecipe& recipe) {
    Mesh mesh = mesh_solid(*recipe.solid, recipe.grid);
    const float tolerance = std::min(tolerance_in_cells * recipe.grid, largest_tolerance);
    simplify(mesh, *recipe.solid,
             {.tolerance = recipe.tolerance.value_or(tolerance),
              .longest_edge = longest_edge_in_cells * recipe.grid});
    return mesh;
}

/// Meshes recipes, or takes their meshes from the cache.
class Workshop {
public:
    Workshop(const std::vector<RecipeText>& files, const Meshing& meshing, std::size_t count)
        : meshing_(meshing)
        , count_(count) {
        if (meshing.cache) {
            keys_ = mesh_keys(files);
        }
    }

    SculptedBone make(const BoneRecipe& recipe) {
        SculptedBone bone{recipe.id, {}};
        if (stopped_) {
            return bone;
        }
        const auto key = keys_.find(recipe.id);
        if (key != keys_.end()) {
            if (auto cached = read_cached_mesh(*meshing_.cache, key->second)) {
                bone.mesh = std::move(*cached);
                bone.from_cache = true;
            }
        }
        if (!bone.from_cache) {
            bone.mesh = mesh_recipe(recipe);
            if (key != keys_.end()) {
                write_cached_mesh(*meshing_.cache, key->second, bone.mesh);
            }
        }
        tell(recipe.id);
        return bone;
    }

    bool stopped() const { return stopped_; }

private:
    void tell(const std::string& id) {
        const std::lock_guard lock(telling_);
        ++done_;
        if (meshing_.progress &&
            !meshing_.progress(id, static_cast<int>(done_), static_cast<int>(count_))) {
            stopped_ = true;
        }
    }

    const Meshing& meshing_;
    std::map<std::string, MeshKey> keys_;
    std::size_t count_;
    std::mutex telling_;
    std::size_t done_ = 0;
    std::atomic<bool> stopped_ = false;
};

/// The large ones first, so that no core waits for the last one alone.
std::vector<std::size_t> by_work(const std::vector<BoneRecipe>& recipes) {
    std::vector<float> work;
    for (const BoneRecipe& recipe : recipes) {
        const glm::vec3 cells = bounds(*recipe.solid).size() / recipe.grid;
        work.push_back(cells.x * cells.y + cells.y * cells.z + cells.z * cells.x);
    }
    std::vector<std::size_t> order(recipes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return work[i]; });
    return order;
}

/// The bones, each after the left partner that it stands for, too.
Result<std::vector<SculptedBone>> with_partners(std::vector<SculptedBone> made,
                                                const std::set<std::string>& described) {
    std::vector<SculptedBone> bones;
    for (SculptedBone& bone : made) {
        if (bone.mesh.indices.empty()) {
            return fail({.subject = bone.id,
                         .place = "",
                         .reason = "the recipe leaves no surface",
                         .cure = "Look for a cut that removes everything, or use a finer grid"});
        }
        if (std::string left = left_partner(bone.id); !left.empty() && !described.contains(left)) {
            bones.push_back({std::move(left), mirror_image(bone.mesh), true, bone.from_cache});
        }
        bones.push_back(std::move(bone));
    }
    return bones;
}

} // namespace

bool is_among(std::string_view id, std::string_view only) {
    for (std::size_t at = 0; at <= only.size();) {
        const std::size_t comma = std::min(only.find(',', at), only.size());
        const std::string_view part = only.substr(at, comma - at);
        if ((!part.empty() || only.empty()) && id.find(part) != std::string_view::npos) {
            return true;
        }
        at = comma + 1;
    }
    return false;
}

Result<std::vector<SculptedBone>> sculpt_bones(const fs::path& folder, std::string_view only,
                                               const Meshing& meshing) {
    const auto files = read_recipe_files(folder);
    if (!files) {
        return fail(files.error());
    }
    auto recipes = parse_recipes(*files);
    if (!recipes) {
        return fail(recipes.error());
    }
    std::set<std::string> described;
    for (const BoneRecipe& recipe : *recipes) {
        described.insert(recipe.id);
    }
    std::erase_if(*recipes, [only](const BoneRecipe& recipe) {
        return !is_among(recipe.id, only) && !is_among(left_partner(recipe.id), only);
    });
    std::vector<SculptedBone> made(recipes->size());
    Workshop workshop(*files, meshing, recipes->size());
    const std::vector<std::size_t> order = by_work(*recipes);
    std::atomic<std::size_t> next = 0;
    tbb::parallel_for(std::size_t{0}, order.size(), [&](std::size_t) {
        const std::size_t i = order[next++];
        made[i] = workshop.make((*recipes)[i]);
    });
    if (workshop.stopped()) {
        return fail({.subject = "", .place = "", .reason = "Sculpting was stopped", .cure = ""});
    }
    if (meshing.cache) {
        trim_mesh_cache(*meshing.cache);
    }
    return with_partners(std::move(made), described);
}

Result<void> write_obj(const std::vector<SculptedBone>& bones, const fs::path& file) {
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
