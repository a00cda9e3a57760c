#pragma once

#include "anatomy/load.h"
#include "anatomy/read_source.h"

#include <array>
#include <filesystem>
#include <optional>
#include <span>

namespace osteon::anatomy {

/// What a cached model was made from and by: any change makes it stale.
struct CacheKey {
    std::uint64_t place = 0;              ///< source and options: names the file
    std::array<std::uint64_t, 2> state{}; ///< files, registry, format: whether it is fresh
    bool operator==(const CacheKey&) const = default;
};

/// The key of a source of these files whose landmarks come from `builtin_file`, if it is there.
CacheKey cache_key(const ModelSource& source, std::span<const FileStamp> files,
                   const Registry& registry, const std::filesystem::path& builtin_file);

/// The model of a key by mapping its file; nothing where it is missing, stale or damaged.
std::optional<SkeletonModel> read_cache(const std::filesystem::path& folder, const CacheKey& key,
                                        const Registry& registry);

/// Writes the model's file whole or not at all, and keeps only the newest few files. That it cannot
/// be written is logged and nothing more.
void write_cache(const std::filesystem::path& folder, const CacheKey& key,
                 const SkeletonModel& model);

} // namespace osteon::anatomy
