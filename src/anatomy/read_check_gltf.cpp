// glTF 2.0: every reference must lead to something that is there. Then all but the geometry is left
// out, so that Assimp meets no image, skin or extension that it might stumble over.
#include "anatomy/read_check.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace osteon::anatomy {
namespace {

using Json = nlohmann::json;

constexpr std::string_view draco = "KHR_draco_mesh_compression";
constexpr std::uint32_t json_chunk = 0x4E4F534AU;
constexpr std::uint32_t binary_chunk = 0x004E4942U;
constexpr std::size_t deepest_node = 256;
constexpr std::size_t header_size = 12;

struct Chunks {
    std::string_view json;
    std::string_view binary;
};

/// Thrown and caught within this file: the place and the reason.
struct Broken {
    std::string place;
    std::string reason;
};

Chunks split_glb(std::string_view bytes) {
    if (bytes.size() < header_size + 8) {
        throw Broken{"its header", "the GLB file is cut off"};
    }
    if (read_u32(bytes, 4) != 2) {
        throw Broken{"byte 4", "only version 2 of GLB can be read, this is version " +
                                   std::to_string(read_u32(bytes, 4))};
    }
    if (read_u32(bytes, 8) > bytes.size()) {
        throw Broken{"byte 8", "the GLB file is cut off: it should have " +
                                   std::to_string(read_u32(bytes, 8)) + " bytes and has " +
                                   std::to_string(bytes.size())};
    }
    Chunks chunks;
    for (std::size_t at = header_size; at + 8 <= bytes.size();) {
        const std::size_t length = read_u32(bytes, at);
        const std::uint32_t type = read_u32(bytes, at + 4);
        if (length > bytes.size() - at - 8) {
            throw Broken{"byte " + std::to_string(at), "a chunk runs past the end of the file"};
        }
        if (type == json_chunk && chunks.json.empty()) {
            chunks.json = bytes.substr(at + 8, length);
        } else if (type == binary_chunk && chunks.binary.empty()) {
            chunks.binary = bytes.substr(at + 8, length);
        }
        at += 8 + length;
    }
    return chunks;
}

const Json& list(const Json& document, const char* key) {
    static const Json none = Json::array();
    const auto found = document.find(key);
    if (found == document.end()) {
        return none;
    }
    if (!found->is_array()) {
        throw Broken{key, "this must be a list"};
    }
    for (const Json& entry : *found) {
        if (!entry.is_object()) {
            throw Broken{key, "its entries must be objects"};
        }
    }
    return *found;
}

/// A whole number of an object, or `otherwise` where it has none.
std::size_t number(const Json& object, const char* key, std::optional<std::size_t> otherwise,
                   const std::string& place) {
    const auto found = object.find(key);
    if (found == object.end() && otherwise) {
        return *otherwise;
    }
    if (found == object.end() || !found->is_number_unsigned() ||
        found->get<std::uint64_t>() > 0xFFFFFFFFU) {
        throw Broken{place, std::string("\"") + key + "\" must be a whole number"};
    }
    return found->get<std::size_t>();
}

/// The entry that an object refers to by number.
const Json& referred(const Json& object, const char* key, const Json& entries,
                     const std::string& place) {
    const std::size_t index = number(object, key, std::nullopt, place);
    if (index >= entries.size()) {
        throw Broken{place, std::string("\"") + key + "\" leads to entry " + std::to_string(index) +
                                " of " + std::to_string(entries.size())};
    }
    return entries[index];
}

std::string place_of(const char* key, std::size_t index) {
    return std::string(key) + " " + std::to_string(index);
}

void check_extensions(const Json& document) {
    const auto required = document.find("extensionsRequired");
    if (required == document.end()) {
        return;
    }
    for (const Json& extension : *required) {
        const std::string name = extension.is_string() ? extension.get<std::string>() : "?";
        if (name != draco && !name.starts_with("KHR_materials_") &&
            name != "KHR_texture_transform" && name != "KHR_lights_punctual") {
            throw Broken{"extensionsRequired",
                         "it needs the extension " + name + ", which cannot be read here"};
        }
    }
}

std::size_t base64_size(const std::string& uri) {
    const std::size_t comma = uri.find(',');
    return comma == std::string::npos ? 0 : (uri.size() - comma - 1) / 4 * 3;
}

void check_buffers(const Json& document, CheckedFile& file, std::string_view binary,
                   const ReadBeside& read_beside) {
    const Json& buffers = list(document, "buffers");
    for (std::size_t i = 0; i < buffers.size(); ++i) {
        const std::string place = place_of("buffer", i);
        const std::size_t length = number(buffers[i], "byteLength", std::nullopt, place);
        std::size_t there = binary.size();
        if (buffers[i].contains("uri")) {
            const auto uri = buffers[i]["uri"].get<std::string>();
            if (uri.starts_with("data:")) {
                there = base64_size(uri);
            } else {
                auto content = read_beside(uri);
                if (!content) {
                    throw Broken{place,
                                 "the file " + uri + " beside it: " + content.error().reason};
                }
                there = content->size();
                file.beside.emplace(uri, std::move(*content));
            }
        } else if (i > 0) {
            there = 0;
        }
        if (length == 0 || length > there) {
            throw Broken{place, "it should hold " + std::to_string(length) + " bytes, but " +
                                    std::to_string(there) + " are there"};
        }
    }
}

void check_views(const Json& document) {
    const Json& buffers = list(document, "buffers");
    const Json& views = list(document, "bufferViews");
    for (std::size_t i = 0; i < views.size(); ++i) {
        const std::string place = place_of("bufferView", i);
        const Json& buffer = referred(views[i], "buffer", buffers, place);
        const std::size_t offset = number(views[i], "byteOffset", 0, place);
        const std::size_t length = number(views[i], "byteLength", std::nullopt, place);
        if (length == 0 || offset + length > number(buffer, "byteLength", 0, place)) {
            throw Broken{place, "it runs past the end of its buffer"};
        }
    }
}

struct Layout {
    std::size_t components = 0;
    std::size_t component_size = 0;
};

Layout layout_of(const Json& accessor, const std::string& place) {
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
    const std::size_t component = number(accessor, "componentType", std::nullopt, place);
    if (found == types.end() || component < 5120 || component > 5126 ||
        sizes[component - 5120] == 0) {
        throw Broken{place, "its type is not known"};
    }
    return {found->second, sizes[component - 5120]};
}

void check_accessors(const Json& document) {
    const Json& views = list(document, "bufferViews");
    const Json& accessors = list(document, "accessors");
    for (std::size_t i = 0; i < accessors.size(); ++i) {
        const std::string place = place_of("accessor", i);
        const Layout layout = layout_of(accessors[i], place);
        const std::size_t count = number(accessors[i], "count", std::nullopt, place);
        if (accessors[i].contains("sparse")) {
            throw Broken{place, "sparse accessors cannot be read here"};
        }
        if (count == 0) {
            throw Broken{place, "it holds nothing"};
        }
        if (!accessors[i].contains("bufferView")) {
            continue;
        }
        const Json& view = referred(accessors[i], "bufferView", views, place);
        const std::size_t size = layout.components * layout.component_size;
        const std::size_t stride = number(view, "byteStride", size, place);
        const std::size_t offset = number(accessors[i], "byteOffset", 0, place);
        if (stride < size || stride > 252 ||
            offset + stride * (count - 1) + size > number(view, "byteLength", 0, place)) {
            throw Broken{place, "it runs past the end of its buffer"};
        }
    }
}

/// The part of a primitive that is geometry, checked.
Json reduced_primitive(const Json& primitive, const Json& accessors, const std::string& place) {
    Json kept = {{"mode", number(primitive, "mode", 4, place)}};
    const Json attributes = primitive.value("attributes", Json::object());
    const Json& position = referred(attributes, "POSITION", accessors, place);
    const bool compressed =
        primitive.contains("extensions") && primitive["extensions"].contains(std::string(draco));
    const auto require = [&](const Json& accessor, bool good, const char* what) {
        if (!good || (!compressed && !accessor.contains("bufferView"))) {
            throw Broken{place, std::string("its ") + what + " cannot be used"};
        }
    };
    const auto is_vectors = [](const Json& accessor) {
        return accessor["type"] == "VEC3" && accessor["componentType"] == 5126;
    };
    require(position, is_vectors(position), "positions");
    kept["attributes"]["POSITION"] = attributes["POSITION"];
    if (attributes.contains("NORMAL")) {
        const Json& normal = referred(attributes, "NORMAL", accessors, place);
        require(normal, is_vectors(normal) && normal["count"] == position["count"], "normals");
        kept["attributes"]["NORMAL"] = attributes["NORMAL"];
    }
    if (primitive.contains("indices")) {
        const Json& indices = referred(primitive, "indices", accessors, place);
        const Json& type = indices["componentType"];
        require(indices,
                indices["type"] == "SCALAR" && type != 5126 && type != 5120 && type != 5122,
                "indices");
        kept["indices"] = primitive["indices"];
    }
    if (compressed) {
        kept["extensions"][std::string(draco)] = primitive["extensions"][std::string(draco)];
    }
    return kept;
}

Json reduced_meshes(const Json& document) {
    Json kept = Json::array();
    const Json& meshes = list(document, "meshes");
    for (std::size_t i = 0; i < meshes.size(); ++i) {
        Json mesh = {{"primitives", Json::array()}};
        if (meshes[i].contains("name")) {
            mesh["name"] = meshes[i]["name"].get<std::string>();
        }
        for (const Json& primitive : list(meshes[i], "primitives")) {
            mesh["primitives"].push_back(
                reduced_primitive(primitive, list(document, "accessors"), place_of("mesh", i)));
        }
        if (mesh["primitives"].empty()) {
            throw Broken{place_of("mesh", i), "it holds no triangles"};
        }
        kept.push_back(std::move(mesh));
    }
    return kept;
}

/// The largest of the numbers that an accessor reads from the file's binary chunk; 0 where it reads
/// them elsewhere.
std::size_t largest_index(const Json& document, const Json& accessor, std::string_view binary) {
    if (!accessor.contains("bufferView")) {
        return 0;
    }
    const Json& view = list(document, "bufferViews")[accessor["bufferView"].get<std::size_t>()];
    const auto buffer = view["buffer"].get<std::size_t>();
    if (buffer != 0 || list(document, "buffers")[buffer].contains("uri")) {
        return 0;
    }
    const std::size_t size = layout_of(accessor, "").component_size;
    const std::size_t stride = number(view, "byteStride", size, "");
    std::size_t at = number(view, "byteOffset", 0, "") + number(accessor, "byteOffset", 0, "");
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
void check_indices(const Json& document, std::string_view binary) {
    const Json& accessors = list(document, "accessors");
    const Json& meshes = list(document, "meshes");
    for (std::size_t i = 0; i < meshes.size(); ++i) {
        for (const Json& primitive : list(meshes[i], "primitives")) {
            if (!primitive.contains("indices")) {
                continue;
            }
            const Json& indices = accessors[primitive["indices"].get<std::size_t>()];
            const Json& places = accessors[primitive["attributes"]["POSITION"].get<std::size_t>()];
            const std::size_t largest = largest_index(document, indices, binary);
            if (largest >= places["count"].get<std::size_t>()) {
                throw Broken{place_of("mesh", i), "a triangle names vertex " +
                                                      std::to_string(largest) +
                                                      ", which is not there"};
            }
        }
    }
}

std::vector<std::size_t> numbers(const Json& object, const char* key, std::size_t limit,
                                 const std::string& place) {
    std::vector<std::size_t> values;
    for (const Json& entry : object.value(key, Json::array())) {
        if (!entry.is_number_unsigned() || entry.get<std::size_t>() >= limit) {
            throw Broken{place, std::string("\"") + key + "\" leads to a node that is not there"};
        }
        values.push_back(entry.get<std::size_t>());
    }
    return values;
}

/// Nodes must form a forest: Assimp follows children without looking back.
void check_forest(const Json& document) {
    const Json& nodes = list(document, "nodes");
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> parent(nodes.size(), none);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (const std::size_t child :
             numbers(nodes[i], "children", nodes.size(), place_of("node", i))) {
            if (parent[child] != none) {
                throw Broken{place_of("node", child), "it has two parents"};
            }
            parent[child] = i;
        }
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        std::size_t depth = 0;
        for (std::size_t up = parent[i]; up != none; up = parent[up]) {
            if (++depth > deepest_node) {
                throw Broken{place_of("node", i), "its parents go round in a circle"};
            }
        }
    }
    const Json& scenes = list(document, "scenes");
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        for (const std::size_t root :
             numbers(scenes[i], "nodes", nodes.size(), place_of("scene", i))) {
            if (parent[root] != none) {
                throw Broken{place_of("node", root), "it is a child and a root"};
            }
        }
    }
}

/// A node's list of numbers, such as its matrix, which must have this length.
void keep_numbers(Json& kept, const Json& node, const char* key, std::size_t length,
                  const std::string& place) {
    if (!node.contains(key)) {
        return;
    }
    const Json& values = node[key];
    if (!values.is_array() || values.size() != length ||
        !std::ranges::all_of(values, [](const Json& value) { return value.is_number(); })) {
        throw Broken{place,
                     std::string("\"") + key + "\" must be " + std::to_string(length) + " numbers"};
    }
    kept[key] = values;
}

Json reduced_nodes(const Json& document) {
    const Json& nodes = list(document, "nodes");
    Json kept = Json::array();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::string place = place_of("node", i);
        Json node = Json::object();
        if (nodes[i].contains("name")) {
            node["name"] = nodes[i]["name"].get<std::string>();
        }
        if (nodes[i].contains("children")) {
            node["children"] = nodes[i]["children"];
        }
        if (nodes[i].contains("mesh")) {
            referred(nodes[i], "mesh", list(document, "meshes"), place);
            node["mesh"] = nodes[i]["mesh"];
        }
        keep_numbers(node, nodes[i], "matrix", 16, place);
        keep_numbers(node, nodes[i], "translation", 3, place);
        keep_numbers(node, nodes[i], "rotation", 4, place);
        keep_numbers(node, nodes[i], "scale", 3, place);
        kept.push_back(std::move(node));
    }
    return kept;
}

Json reduced(const Json& document) {
    Json kept = {{"asset", {{"version", "2.0"}}}};
    if (const auto asset = document.find("asset");
        asset != document.end() && asset->contains("copyright")) {
        kept["asset"]["copyright"] = (*asset)["copyright"].get<std::string>();
    }
    kept["nodes"] = reduced_nodes(document);
    kept["meshes"] = reduced_meshes(document);
    kept["scenes"] = list(document, "scenes");
    const std::size_t scene = number(document, "scene", 0, "scene");
    if (scene >= kept["scenes"].size()) {
        throw Broken{"scene", "there is no such scene"};
    }
    kept["scene"] = scene;
    for (const char* key : {"accessors", "bufferViews", "buffers"}) {
        kept[key] = list(document, key);
    }
    const Json used = document.value("extensionsUsed", Json::array());
    if (std::ranges::find(used, Json(draco)) != used.end()) {
        kept["extensionsUsed"] = {draco};
    }
    return kept;
}

void append_u32(std::string& bytes, std::size_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        bytes.push_back(static_cast<char>(value >> shift & 0xFFU));
    }
}

std::string join_glb(std::string json, std::string_view binary) {
    json.append((4 - json.size() % 4) % 4, ' ');
    std::string bytes = "glTF";
    append_u32(bytes, 2);
    append_u32(bytes, header_size + 8 + json.size() + (binary.empty() ? 0 : 8 + binary.size()));
    append_u32(bytes, json.size());
    append_u32(bytes, json_chunk);
    bytes += json;
    if (!binary.empty()) {
        append_u32(bytes, binary.size());
        append_u32(bytes, binary_chunk);
        bytes += binary;
    }
    return bytes;
}

void check_document(CheckedFile& file, const ReadBeside& read_beside) {
    const bool is_glb = file.format == ModelFormat::glb;
    if (is_glb && !file.bytes.starts_with("glTF")) {
        throw Broken{"byte 0", "this is not a GLB file"};
    }
    const Chunks chunks = is_glb ? split_glb(file.bytes) : Chunks{file.bytes, {}};
    const Json document = Json::parse(chunks.json, nullptr, false);
    if (!document.is_object()) {
        throw Broken{"its JSON", "this is not glTF, or it is cut off"};
    }
    const Json asset = document.value("asset", Json::object());
    if (!asset.value("version", "").starts_with("2")) {
        throw Broken{"asset", "only version 2 of glTF can be read"};
    }
    check_extensions(document);
    check_buffers(document, file, chunks.binary, read_beside);
    check_views(document);
    check_accessors(document);
    check_forest(document);
    const Json kept = reduced(document);
    check_indices(kept, chunks.binary);
    std::string json = kept.dump(-1, ' ', false, Json::error_handler_t::replace);
    file.bytes = is_glb ? join_glb(std::move(json), chunks.binary) : std::move(json);
}

} // namespace

Result<void> check_gltf(CheckedFile& file, const ReadBeside& read_beside) {
    try {
        check_document(file, read_beside);
    } catch (const Broken& broken) {
        return fail(broken_file(file.name, broken.place, broken.reason));
    } catch (const Json::exception&) {
        return fail(broken_file(file.name, "its JSON", "a value has the wrong type"));
    }
    return {};
}

} // namespace osteon::anatomy
