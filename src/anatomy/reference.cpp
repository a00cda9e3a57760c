#include "anatomy/reference.h"

#include "anatomy/match.h"
#include "anatomy/read_model.h"
#include "anatomy/read_source.h"
#include "base/progress.h"

#include <algorithm>

namespace osteon::anatomy {
namespace {

/// The file's name without folder and ending.
std::string stem(const std::string& name) {
    return std::filesystem::path(name).stem().string();
}

} // namespace

Result<TriangleMesh> read_surface(const std::filesystem::path& file) {
    const auto raw = read_model(file, tell_nobody);
    if (!raw) {
        return fail(raw.error());
    }
    TriangleMesh mesh;
    for (const Piece& piece : raw->pieces) {
        mesh.append({piece.positions, piece.indices});
    }
    return mesh;
}

Result<Reference> load_reference(const std::filesystem::path& folder, const Registry& registry,
                                 const std::vector<std::string>& ids) {
    const auto files = open_file_set(folder);
    if (!files) {
        return fail(files.error());
    }
    std::vector<PieceName> names;
    for (const std::string& file : files->models) {
        names.push_back({.name = stem(file), .file = file, .fma = 0, .table_name = ""});
    }
    Reference reference;
    const std::vector<Match> matches = match_pieces(registry, names);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        if (matches[i].bone == no_bone) {
            continue;
        }
        const std::string& id = registry.bones[matches[i].bone].id;
        if (!ids.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) {
            continue;
        }
        auto mesh = read_surface(folder / names[i].file);
        if (!mesh) {
            return fail(mesh.error());
        }
        for (glm::vec3& point : mesh->positions) {
            point += bodyparts3d_shift;
        }
        reference[id].append(*mesh);
    }
    if (reference.empty()) {
        return fail({.subject = folder.string(),
                     .place = "",
                     .reason = "there is no mesh of such a bone",
                     .cure = "Name a folder with one mesh a bone, named after the bone"});
    }
    return reference;
}

std::string overlay_id(std::string_view bone) {
    return "reference_of_" + std::string(bone);
}

void add_overlay_bones(Registry& registry, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        const BoneIndex found = registry.find(id);
        if (found == no_bone || registry.bone_by_id.contains(overlay_id(id))) {
            continue;
        }
        const Bone& original = registry.bones[found];
        Bone overlay;
        overlay.id = overlay_id(id);
        overlay.name = original.name + ", reference";
        overlay.latin = original.latin;
        overlay.region = original.region;
        overlay.kind = PieceKind::cartilage; // drawn in another colour than bone
        registry.bone_by_id[overlay.id] = static_cast<BoneIndex>(registry.bones.size());
        registry.bones.push_back(std::move(overlay));
    }
}

} // namespace osteon::anatomy
