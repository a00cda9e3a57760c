#include "anatomy/gltf_reduce.h"

#include <algorithm>
#include <utility>

namespace osteon::anatomy {
namespace {

/// The part of a primitive that is geometry, checked.
GltfJson reduced_primitive(const GltfJson& primitive, const GltfJson& accessors,
                           const std::string& place) {
    GltfJson kept = {{"mode", gltf_number(primitive, "mode", 4, place)}};
    const GltfJson attributes = primitive.value("attributes", GltfJson::object());
    const GltfJson& position = gltf_referred(attributes, "POSITION", accessors, place);
    const bool compressed = primitive.contains("extensions") &&
                            primitive["extensions"].contains(std::string(draco_extension));
    const auto require = [&](const GltfJson& accessor, bool good, const char* what) {
        if (!good || (!compressed && !accessor.contains("bufferView"))) {
            throw BrokenGltf{place, std::string("its ") + what + " cannot be used"};
        }
    };
    const auto is_vectors = [](const GltfJson& accessor) {
        return accessor["type"] == "VEC3" && accessor["componentType"] == 5126;
    };
    require(position, is_vectors(position), "positions");
    kept["attributes"]["POSITION"] = attributes["POSITION"];
    if (attributes.contains("NORMAL")) {
        const GltfJson& normal = gltf_referred(attributes, "NORMAL", accessors, place);
        require(normal, is_vectors(normal) && normal["count"] == position["count"], "normals");
        kept["attributes"]["NORMAL"] = attributes["NORMAL"];
    }
    if (primitive.contains("indices")) {
        const GltfJson& indices = gltf_referred(primitive, "indices", accessors, place);
        const GltfJson& type = indices["componentType"];
        require(indices,
                indices["type"] == "SCALAR" && type != 5126 && type != 5120 && type != 5122,
                "indices");
        kept["indices"] = primitive["indices"];
    }
    if (compressed) {
        kept["extensions"][std::string(draco_extension)] =
            primitive["extensions"][std::string(draco_extension)];
    }
    return kept;
}

GltfJson reduced_meshes(const GltfJson& document) {
    GltfJson kept = GltfJson::array();
    const GltfJson& meshes = gltf_list(document, "meshes");
    for (std::size_t i = 0; i < meshes.size(); ++i) {
        GltfJson mesh = {{"primitives", GltfJson::array()}};
        if (meshes[i].contains("name")) {
            mesh["name"] = meshes[i]["name"].get<std::string>();
        }
        for (const GltfJson& primitive : gltf_list(meshes[i], "primitives")) {
            mesh["primitives"].push_back(reduced_primitive(
                primitive, gltf_list(document, "accessors"), gltf_place("mesh", i)));
        }
        if (mesh["primitives"].empty()) {
            throw BrokenGltf{gltf_place("mesh", i), "it holds no triangles"};
        }
        kept.push_back(std::move(mesh));
    }
    return kept;
}

/// A node's list of numbers, such as its matrix, which must have this length.
void keep_numbers(GltfJson& kept, const GltfJson& node, const char* key, std::size_t length,
                  const std::string& place) {
    if (!node.contains(key)) {
        return;
    }
    const GltfJson& values = node[key];
    if (!values.is_array() || values.size() != length ||
        !std::ranges::all_of(values, [](const GltfJson& value) { return value.is_number(); })) {
        throw BrokenGltf{place, std::string("\"") + key + "\" must be " + std::to_string(length) +
                                    " numbers"};
    }
    kept[key] = values;
}

GltfJson reduced_nodes(const GltfJson& document) {
    const GltfJson& nodes = gltf_list(document, "nodes");
    GltfJson kept = GltfJson::array();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::string place = gltf_place("node", i);
        GltfJson node = GltfJson::object();
        if (nodes[i].contains("name")) {
            node["name"] = nodes[i]["name"].get<std::string>();
        }
        if (nodes[i].contains("children")) {
            node["children"] = nodes[i]["children"];
        }
        if (nodes[i].contains("mesh")) {
            gltf_referred(nodes[i], "mesh", gltf_list(document, "meshes"), place);
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

} // namespace

GltfJson geometry_only(const GltfJson& document) {
    GltfJson kept = {{"asset", {{"version", "2.0"}}}};
    if (const auto asset = document.find("asset");
        asset != document.end() && asset->contains("copyright")) {
        kept["asset"]["copyright"] = (*asset)["copyright"].get<std::string>();
    }
    kept["nodes"] = reduced_nodes(document);
    kept["meshes"] = reduced_meshes(document);
    kept["scenes"] = gltf_list(document, "scenes");
    const std::size_t scene = gltf_number(document, "scene", 0, "scene");
    if (scene >= kept["scenes"].size()) {
        throw BrokenGltf{"scene", "there is no such scene"};
    }
    kept["scene"] = scene;
    for (const char* key : {"accessors", "bufferViews", "buffers"}) {
        kept[key] = gltf_list(document, key);
    }
    const GltfJson used = document.value("extensionsUsed", GltfJson::array());
    if (std::ranges::find(used, GltfJson(draco_extension)) != used.end()) {
        kept["extensionsUsed"] = {draco_extension};
    }
    return kept;
}

} // namespace osteon::anatomy
