#include "anatomy/read_mesh.h"

#include "anatomy/read_check.h"

#include <assimp/IOSystem.hpp>
#include <assimp/Importer.hpp>
#include <assimp/MemoryIOWrapper.h>
#include <assimp/commonMetaData.h>
#include <assimp/config.h>
#include <assimp/scene.h>
#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <glm/matrix.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <exception>
#include <filesystem>
#include <memory>
#include <new>
#include <span>
#include <utility>

namespace osteon::anatomy {
namespace {

constexpr float fbx_unit = 0.01F; ///< metres: FBX measures its units in centimetres

/// Lets Assimp see the checked file and those beside it, and nothing else of the machine.
class CheckedFiles : public Assimp::IOSystem {
public:
    explicit CheckedFiles(const CheckedFile& file, std::string name)
        : file_(file)
        , name_(std::move(name)) {}

    bool Exists(const char* path) const override { return find(path) != nullptr; }
    char getOsSeparator() const override { return '/'; }
    Assimp::IOStream* Open(const char* path, const char* /*mode*/) override {
        const std::string* const bytes = find(path);
        if (bytes == nullptr) {
            return nullptr;
        }
        const auto* const start = reinterpret_cast<const std::uint8_t*>(bytes->data());
        return std::make_unique<Assimp::MemoryIOStream>(start, bytes->size()).release();
    }
    void Close(Assimp::IOStream* stream) override {
        const std::unique_ptr<Assimp::IOStream> owned(stream);
    }

private:
    const std::string* find(std::string_view path) const {
        if (path == name_) {
            return &file_.bytes;
        }
        while (path.starts_with("./")) {
            path.remove_prefix(2);
        }
        const auto beside = file_.beside.find(std::string(path));
        return beside == file_.beside.end() ? nullptr : &beside->second;
    }

    const CheckedFile& file_;
    std::string name_;
};

bool is_finite(const aiVector3D& v) {
    return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z);
}

/// What is wrong with a mesh as Assimp gives it; empty: nothing.
std::string mesh_fault(const aiMesh& mesh) {
    if (!std::all_of(mesh.mVertices, mesh.mVertices + mesh.mNumVertices, is_finite)) {
        return "a coordinate is not a finite number";
    }
    for (const aiFace& face : std::span(mesh.mFaces, mesh.mNumFaces)) {
        for (const unsigned index : std::span(face.mIndices, face.mNumIndices)) {
            if (index >= mesh.mNumVertices) {
                return "a face names vertex " + std::to_string(index) + ", but there are only " +
                       std::to_string(mesh.mNumVertices);
            }
        }
    }
    return {};
}

glm::mat4 to_matrix(const aiMatrix4x4& m) {
    return {m.a1, m.b1, m.c1, m.d1, m.a2, m.b2, m.c2, m.d2,
            m.a3, m.b3, m.c3, m.d3, m.a4, m.b4, m.c4, m.d4};
}

glm::vec3 to_vector(const aiVector3D& v) {
    return {v.x, v.y, v.z};
}

/// Adds the triangles of a mesh to a piece.
void append(Piece& piece, const aiMesh& mesh, const glm::mat4& transform) {
    const auto base = static_cast<std::uint32_t>(piece.positions.size());
    const glm::mat3 linear(transform);
    const bool mirrors = glm::determinant(linear) < 0.0F;
    const glm::mat3 to_normal = glm::transpose(glm::inverse(linear));
    for (const aiVector3D& vertex : std::span(mesh.mVertices, mesh.mNumVertices)) {
        piece.positions.push_back(glm::vec3(transform * glm::vec4(to_vector(vertex), 1.0F)));
    }
    if (mesh.HasNormals()) {
        piece.normals.resize(base);
        for (const aiVector3D& normal : std::span(mesh.mNormals, mesh.mNumVertices)) {
            const glm::vec3 turned =
                to_normal * (is_finite(normal) ? to_vector(normal) : glm::vec3(0.0F));
            const float length = glm::length(turned);
            piece.normals.push_back(length > 0.0F ? turned / length : glm::vec3(0.0F));
        }
    } else if (!piece.normals.empty()) {
        piece.normals.resize(piece.positions.size(), glm::vec3(0.0F));
    }
    // Polygons become fans here, since Assimp's own splitting aborts on some broken meshes.
    for (const aiFace& face : std::span(mesh.mFaces, mesh.mNumFaces)) {
        for (unsigned corner = 2; corner < face.mNumIndices; ++corner) {
            piece.indices.push_back(base + face.mIndices[0]);
            piece.indices.push_back(base + face.mIndices[mirrors ? corner : corner - 1]);
            piece.indices.push_back(base + face.mIndices[mirrors ? corner - 1 : corner]);
        }
    }
}

/// The name of a node's piece; files without names of their own give theirs.
std::string piece_name(const aiNode& node, const aiMesh& mesh, const std::string& file) {
    std::string name = node.mName.C_Str();
    if (name.empty() || name == "defaultobject" || name.starts_with("<STL_") ||
        name.starts_with("nodes[")) {
        name = mesh.mName.C_Str();
    }
    const bool nameless = name.empty() || name == "defaultobject" || name.ends_with(".obj") ||
                          name.ends_with(".stl") || name.ends_with(".ply") || name == "ROOT";
    return nameless ? std::filesystem::path(file).stem().string() : name;
}

void gather(const aiScene& scene, const aiNode& node, const glm::mat4& above,
            const std::string& file, std::vector<Piece>& pieces) {
    const glm::mat4 transform = above * to_matrix(node.mTransformation);
    if (node.mNumMeshes > 0) {
        Piece piece;
        const aiMesh& first = *scene.mMeshes[node.mMeshes[0]];
        piece.name.name = piece_name(node, first, file);
        piece.name.file = std::filesystem::path(file).filename().string();
        for (const unsigned mesh : std::span(node.mMeshes, node.mNumMeshes)) {
            append(piece, *scene.mMeshes[mesh], transform);
        }
        if (!piece.indices.empty()) {
            pieces.push_back(std::move(piece));
        }
    }
    for (const aiNode* child : std::span(node.mChildren, node.mNumChildren)) {
        gather(scene, *child, transform, file, pieces);
    }
}

/// The line of an OBJ file's opening comments that names its owner.
std::string owner_in_comments(std::string_view text) {
    while (text.starts_with('#')) {
        std::string_view line = text.substr(0, text.find_first_of("\r\n"));
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
        if (line.find("(c)") != std::string_view::npos ||
            line.find("\u00A9") != std::string_view::npos) {
            return std::string(line.substr(std::min(line.find_first_not_of("# "), line.size())));
        }
    }
    return {};
}

FileHints read_hints(const aiScene& scene, const CheckedFile& file) {
    FileHints hints;
    if (file.format == ModelFormat::obj) {
        hints.credit = owner_in_comments(file.bytes);
    }
    if (file.format == ModelFormat::glb || file.format == ModelFormat::gltf) {
        hints.metres_per_unit = 1.0F;
        hints.up = UpAxis::y;
    }
    if (scene.mMetaData == nullptr) {
        return hints;
    }
    aiString copyright;
    if (scene.mMetaData->Get(AI_METADATA_SOURCE_COPYRIGHT, copyright)) {
        hints.credit = copyright.C_Str();
    }
    double unit = 0.0;
    int up = -1;
    if (file.format == ModelFormat::fbx && scene.mMetaData->Get("UnitScaleFactor", unit) &&
        unit > 0.0) {
        hints.metres_per_unit = fbx_unit * static_cast<float>(unit);
    }
    if (file.format == ModelFormat::fbx && scene.mMetaData->Get("UpAxis", up)) {
        hints.up = up == 1 ? UpAxis::y : up == 2 ? UpAxis::z : UpAxis::automatic;
    }
    return hints;
}

/// Assimp's words, made to end a sentence of ours.
std::string assimp_reason(const Assimp::Importer& importer) {
    std::string words = importer.GetErrorString();
    words = words.substr(0, words.find('\n'));
    while (words.ends_with('.')) {
        words.pop_back();
    }
    return words.empty() ? "it cannot be read" : "it cannot be read: " + words;
}

/// The ending that makes Assimp choose the right reader, whatever the file is called.
std::string ending_of(ModelFormat format) {
    std::string ending(to_string(format));
    std::ranges::transform(ending, ending.begin(),
                           [](char letter) { return static_cast<char>(std::tolower(letter)); });
    return "." + ending;
}

Result<MeshFile> import(const CheckedFile& file) {
    const std::string name = "model" + ending_of(file.format);
    Assimp::Importer importer;
    importer.SetIOHandler(std::make_unique<CheckedFiles>(file, name).release());
    importer.SetPropertyBool(AI_CONFIG_IMPORT_NO_SKELETON_MESHES, true);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_READ_MATERIALS, false);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_READ_TEXTURES, false);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_READ_ANIMATIONS, false);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_PRESERVE_PIVOTS, false);
    const aiScene* const scene = importer.ReadFile(name, 0);
    if (scene == nullptr || scene->mRootNode == nullptr) {
        return fail(broken_file(file.name, "", assimp_reason(importer)));
    }
    for (const aiMesh* mesh : std::span(scene->mMeshes, scene->mNumMeshes)) {
        if (auto fault = mesh_fault(*mesh); !fault.empty()) {
            return fail(broken_file(file.name, "mesh " + std::string(mesh->mName.C_Str()),
                                    std::move(fault)));
        }
    }
    MeshFile result;
    gather(*scene, *scene->mRootNode, glm::mat4(1.0F), file.name, result.pieces);
    result.hints = read_hints(*scene, file);
    if (result.pieces.empty()) {
        return fail(broken_file(file.name, "", "it holds no triangles"));
    }
    return result;
}

} // namespace

Result<MeshFile> read_mesh(CheckedFile file) {
    try {
        return import(file);
    } catch (const std::bad_alloc&) {
        return fail({Fault::machine, file.name, "", "there is not enough memory to read it",
                     "Close other programs"});
    } catch (const std::exception& problem) {
        return fail(
            broken_file(file.name, "", std::string("it cannot be read: ") + problem.what()));
    }
}

} // namespace osteon::anatomy
