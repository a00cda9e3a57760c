#pragma once

#include "anatomy/match.h"
#include "anatomy/model.h"
#include "base/error.h"
#include "base/progress.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace osteon::anatomy {

enum class UpAxis { automatic, y, z };

/// Overrides of what import finds by itself.
struct ImportOptions {
    std::optional<float> metres_per_unit; ///< else from the metadata or by measuring
    UpAxis up = UpAxis::automatic;
    bool operator==(const ImportOptions&) const = default;
};

/// Where a skeleton comes from.
struct ModelSource {
    std::filesystem::path path; ///< a file, folder or zip; empty: the built-in skeleton
    ImportOptions options;
    bool builtin() const { return path.empty(); }
    bool operator==(const ModelSource&) const = default;
};

/// What an import found, for `osteon model inspect` and for the list of unmatched pieces.
struct Inspection {
    std::string source;
    float metres_per_unit = 1.0F;
    std::string unit_reason; ///< "the file says millimetres", "measured: 1642 units tall"
    std::string orientation; ///< "y up, facing +z"
    std::size_t triangles = 0;
    std::vector<Match> matched;
    std::vector<Match> unmatched;
    std::vector<std::string> warnings; ///< open edges, stray fragments, skipped entries
};

/// Where prepared models are kept; empty: nowhere.
using CacheFolder = std::optional<std::filesystem::path>;

/// A skeleton ready to draw. Takes it from the cache where a fresh one lies there; otherwise reads,
/// matches, cleans and prepares it, and tries to write the cache (failing to is no error).
/// `builtin_file` is the shipped model, assets/anatomy/builtin.skeleton.
Result<SkeletonModel> load_model(const ModelSource& source, const Registry& registry,
                                 const std::filesystem::path& builtin_file,
                                 const CacheFolder& cache, const Progress& progress);

/// Reads and matches a model without preparing it.
Result<Inspection> inspect_model(const ModelSource& source, const Registry& registry,
                                 const Progress& progress);

} // namespace osteon::anatomy
