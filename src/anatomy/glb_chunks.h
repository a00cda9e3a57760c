#pragma once

#include <string>
#include <string_view>

namespace osteon::anatomy {

/// What the container GLB (binary glTF) holds.
struct GlbChunks {
    std::string_view json;
    std::string_view binary; ///< empty: none
};

/// Splits a GLB file, version 2. Throws BrokenGltf.
GlbChunks split_glb(std::string_view bytes);

/// A GLB file of these chunks.
std::string join_glb(std::string json, std::string_view binary);

} // namespace osteon::anatomy
