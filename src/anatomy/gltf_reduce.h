#pragma once

#include "anatomy/gltf_json.h"

namespace osteon::anatomy {

/// A checked glTF document with its geometry only, so that Assimp meets no image, skin or extension
/// that it might stumble over. Throws BrokenGltf where primitives or nodes cannot be used.
GltfJson geometry_only(const GltfJson& document);

} // namespace osteon::anatomy
