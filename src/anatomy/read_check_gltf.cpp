// glTF 2.0: every reference must lead to something that is there.
#include "anatomy/glb_chunks.h"
#include "anatomy/gltf_json.h"
#include "anatomy/gltf_reduce.h"
#include "anatomy/read_check.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace osteon::anatomy {
namespace {

constexpr std::size_t deepest_node = 256;

void check_extensions(const GltfJson& document) {
    const auto required = document.find("extensionsRequired");
    if (required == document.end()) {
        return;
    }
    for (const GltfJson& extension : *required) {
        const std::string name = extension.is_string() ? extension.get<std::string>() : "?";
        if (name != draco_extension && !name.starts_with("KHR_materials_") &&
            name != "KHR_texture_transform" && name != "KHR_lights_punctual") {
            throw BrokenGltf{"extensionsRequired",
                             "it needs the extension " + name + ", which cannot be read here"};
        }
    }
}

std::size_t base64_size(const std::string& uri) {
    const std::size_t comma = uri.find(',');
    return comma == std::string::npos ? 0 : (uri.size() - comma - 1) / 4 * 3;
}

void check_buffers(const GltfJson& document, CheckedFile& file, std::string_view binary,
                   const ReadBeside& read_beside) {
    const GltfJson& buffers = gltf_list(document, "buffers");
    for (std::size_t i = 0; i < buffers.size(); ++i) {
        const std::string place = gltf_place("buffer", i);
        const std::size_t length = gltf_number(buffers[i], "byteLength", std::nullopt, place);
        std::size_t there = binary.size();
        if (buffers[i].contains("uri")) {
            const auto uri = buffers[i]["uri"].get<std::string>();
            if (uri.starts_with("data:")) {
                there = base64_size(uri);
            } else {
                auto content = read_beside(uri);
                if (!content) {
                    throw BrokenGltf{place,
                                     "the file " + uri + " beside it: " + content.error().reason};
                }
                there = content->size();
                file.beside.emplace(uri, std::move(*content));
            }
        } else if (i > 0) {
            there = 0;
        }
        if (length == 0 || length > there) {
            throw BrokenGltf{place, "it should hold " + std::to_string(length) + " bytes, but " +
                                        std::to_string(there) + " are there"};
        }
    }
}

void check_views(const GltfJson& document) {
    const GltfJson& buffers = gltf_list(document, "buffers");
    const GltfJson& views = gltf_list(document, "bufferViews");
    for (std::size_t i = 0; i < views.size(); ++i) {
        const std::string place = gltf_place("bufferView", i);
        const GltfJson& buffer = gltf_referred(views[i], "buffer", buffers, place);
        const std::size_t offset = gltf_number(views[i], "byteOffset", 0, place);
        const std::size_t length = gltf_number(views[i], "byteLength", std::nullopt, place);
        if (length == 0 || offset + length > gltf_number(buffer, "byteLength", 0, place)) {
            throw BrokenGltf{place, "it runs past the end of its buffer"};
        }
    }
}

struct Layout {
    std::size_t components = 0;
    std::size_t component_size = 0;
};

Layout layout_of(const GltfJson& accessor, const std::string& place) {
    constexpr std::array<std::pair<std::string_view, std::size_t>, 7> types = {{{"SCALAR", 1},
                                                                                {"VEC2", 2},
                                                                                {"VEC3", 3},
                                                                                {"VEC4", 4},
                                                                                {"MAT2", 4},
                                                                                {"MAT3", 9},
                                                                                {"MAT4", 16}}};
    constexpr std::array<std::size_t, 7> sizes = {1, 1, 2, 2, 0, 4, 4}; // 5120 … 5126
    const std::string type = accessor.value("type", "");
    const auto found =
        std::ranges::find(types, type, [](const auto& entry) { return entry.first; });
    const std::size_t component = gltf_number(accessor, "componentType", std::nullopt, place);
    if (found == types.end() || component < 5120 || component > 5126 ||
        sizes[component - 5120] == 0) {
        throw BrokenGltf{place, "its type is not known"};
    }
    return {found->second, sizes[component - 5120]};
}

void check_accessors(const GltfJson& document) {
    const GltfJson& views = gltf_list(document, "bufferViews");
    const GltfJson& accessors = gltf_list(document, "accessors");
    for (std::size_t i = 0; i < accessors.size(); ++i) {
        const std::string place = gltf_place("accessor", i);
        const Layout layout = layout_of(accessors[i], place);
        const std::size_t count = gltf_number(accessors[i], "count", std::nullopt, place);
        if (accessors[i].contains("sparse")) {
            throw BrokenGltf{place, "sparse accessors cannot be read here"};
        }
        if (count == 0) {
            throw BrokenGltf{place, "it holds nothing"};
        }
        if (!accessors[i].contains("bufferView")) {
            continue;
        }
        const GltfJson& view = gltf_referred(accessors[i], "bufferView", views, place);
        const std::size_t size = layout.components * layout.component_size;
        const std::size_t stride = gltf_number(view, "byteStride", size, place);
        const std::size_t offset = gltf_number(accessors[i], "byteOffset", 0, place);
        if (stride < size || stride > 252 ||
            offset + stride * (count - 1) + size > gltf_number(view, "byteLength", 0, place)) {
            throw BrokenGltf{place, "it runs past the end of its buffer"};
        }
    }
}

/// The largest of the numbers that an accessor reads from the file's binary chunk; 0 where it reads
/// them elsewhere.
std::size_t largest_index(const GltfJson& document, const GltfJson& accessor,
                          std::string_view binary) {
    if (!accessor.contains("bufferView")) {
        return 0;
    }
    const GltfJson& view =
        gltf_list(document, "bufferViews")[accessor["bufferView"].get<std::size_t>()];
    const auto buffer = view["buffer"].get<std::size_t>();
    if (buffer != 0 || gltf_list(document, "buffers")[buffer].contains("uri")) {
        return 0;
    }
    const std::size_t size = layout_of(accessor, "").component_size;
    const std::size_t stride = gltf_number(view, "byteStride", size, "");
    std::size_t at =
        gltf_number(view, "byteOffset", 0, "") + gltf_number(accessor, "byteOffset", 0, "");
    std::size_t largest = 0;
    for (std::size_t i = 0; i < accessor["count"].get<std::size_t>(); ++i, at += stride) {
        std::size_t value = 0;
        for (std::size_t byte = size; byte-- > 0;) {
            value = value << 8U | static_cast<unsigned char>(binary[at + byte]);
        }
        largest = std::max(largest, value);
    }
    return largest;
}

/// Assimp leaves triangles with missing corners out without a word; here they are an error.
void check_indices(const GltfJson& document, std::string_view binary) {
    const GltfJson& accessors = gltf_list(document, "accessors");
    const GltfJson& meshes = gltf_list(document, "meshes");
    for (std::size_t i = 0; i < meshes.size(); ++i) {
        for (const GltfJson& primitive : gltf_list(meshes[i], "primitives")) {
            if (!primitive.contains("indices")) {
                continue;
            }
            const GltfJson& indices = accessors[primitive["indices"].get<std::size_t>()];
            const GltfJson& places =
                accessors[primitive["attributes"]["POSITION"].get<std::size_t>()];
            const std::size_t largest = largest_index(document, indices, binary);
            if (largest >= places["count"].get<std::size_t>()) {
                throw BrokenGltf{gltf_place("mesh", i), "a triangle names vertex " +
                                                            std::to_string(largest) +
                                                            ", which is not there"};
            }
        }
    }
}

std::vector<std::size_t> numbers(const GltfJson& object, const char* key, std::size_t limit,
                                 const std::string& place) {
    std::vector<std::size_t> values;
    for (const GltfJson& entry : object.value(key, GltfJson::array())) {
        if (!entry.is_number_unsigned() || entry.get<std::size_t>() >= limit) {
            throw BrokenGltf{place,
                             std::string("\"") + key + "\" leads to a node that is not there"};
        }
        values.push_back(entry.get<std::size_t>());
    }
    return values;
}

/// Nodes must form a forest: Assimp follows children without looking back.
void check_forest(const GltfJson& document) {
    const GltfJson& nodes = gltf_list(document, "nodes");
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> parent(nodes.size(), none);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (const std::size_t child :
             numbers(nodes[i], "children", nodes.size(), gltf_place("node", i))) {
            if (parent[child] != none) {
                throw BrokenGltf{gltf_place("node", child), "it has two parents"};
            }
            parent[child] = i;
        }
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        std::size_t depth = 0;
        for (std::size_t up = parent[i]; up != none; up = parent[up]) {
            if (++depth > deepest_node) {
                throw BrokenGltf{gltf_place("node", i), "its parents go round in a circle"};
            }
        }
    }
    const GltfJson& scenes = gltf_list(document, "scenes");
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        for (const std::size_t root :
             numbers(scenes[i], "nodes", nodes.size(), gltf_place("scene", i))) {
            if (parent[root] != none) {
                throw BrokenGltf{gltf_place("node", root), "it is a child and a root"};
            }
        }
    }
}

void check_document(CheckedFile& file, const ReadBeside& read_beside) {
    const bool is_glb = file.format == ModelFormat::glb;
    if (is_glb && !file.bytes.starts_with("glTF")) {
        throw BrokenGltf{"byte 0", "this is not a GLB file"};
    }
    const GlbChunks chunks = is_glb ? split_glb(file.bytes) : GlbChunks{file.bytes, {}};
    const GltfJson document = GltfJson::parse(chunks.json, nullptr, false);
    if (!document.is_object()) {
        throw BrokenGltf{"its JSON", "this is not glTF, or it is cut off"};
    }
    const GltfJson asset = document.value("asset", GltfJson::object());
    if (!asset.value("version", "").starts_with("2")) {
        throw BrokenGltf{"asset", "only version 2 of glTF can be read"};
    }
    check_extensions(document);
    check_buffers(document, file, chunks.binary, read_beside);
    check_views(document);
    check_accessors(document);
    check_forest(document);
    const GltfJson kept = geometry_only(document);
    check_indices(kept, chunks.binary);
    std::string json = kept.dump(-1, ' ', false, GltfJson::error_handler_t::replace);
    file.bytes = is_glb ? join_glb(std::move(json), chunks.binary) : std::move(json);
}

} // namespace

Result<void> check_gltf(CheckedFile& file, const ReadBeside& read_beside) {
    try {
        check_document(file, read_beside);
    } catch (const BrokenGltf& broken) {
        return fail(broken_file(file.name, broken.place, broken.reason));
    } catch (const GltfJson::exception&) {
        return fail(broken_file(file.name, "its JSON", "a value has the wrong type"));
    }
    return {};
}

} // namespace osteon::anatomy
