#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace osteon::anatomy {

/// What a glTF file says in JSON; its fields are read so that a wrong one ends the reading.
using GltfJson = nlohmann::json;

/// The one extension whose geometry can be read.
inline constexpr std::string_view draco_extension = "KHR_draco_mesh_compression";

/// Why a glTF file cannot be read: the place in it and the reason. Thrown by what reads and reduces
/// such files, and caught in check_gltf.
struct BrokenGltf {
    std::string place;
    std::string reason;
};

/// A list of objects; empty where the document has none.
const GltfJson& gltf_list(const GltfJson& document, const char* key);

/// A whole number of an object, or `otherwise` where it has none.
std::size_t gltf_number(const GltfJson& object, const char* key,
                        std::optional<std::size_t> otherwise, const std::string& place);

/// The entry that an object refers to by number.
const GltfJson& gltf_referred(const GltfJson& object, const char* key, const GltfJson& entries,
                              const std::string& place);

/// "mesh 3".
std::string gltf_place(const char* key, std::size_t index);

} // namespace osteon::anatomy
