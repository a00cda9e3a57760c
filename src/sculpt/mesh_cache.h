#pragma once

#include "sculpt/mesh_key.h"
#include "sculpt/mesher.h"

#include <filesystem>
#include <optional>

namespace osteon::sculpt {

/// The folder for meshed bones among the user's caches; empty where the user has none.
std::optional<std::filesystem::path> default_mesh_cache();

/// The mesh of a key, or nothing where it is not there or its file is damaged.
std::optional<Mesh> read_cached_mesh(const std::filesystem::path& cache, const MeshKey& key);

/// Keeps a mesh, whole or not at all. That it cannot be written is logged and nothing more.
void write_cached_mesh(const std::filesystem::path& cache, const MeshKey& key, const Mesh& mesh);

/// Deletes the meshes that were not used for longest until the cache is small enough.
void trim_mesh_cache(const std::filesystem::path& cache);

} // namespace osteon::sculpt
