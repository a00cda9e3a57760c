#include "anatomy/load.h"

#include "anatomy/batches.h"
#include "anatomy/builtin_format.h"
#include "anatomy/cache.h"
#include "anatomy/landmark_places.h"
#include "anatomy/orient.h"
#include "anatomy/prepare.h"
#include "anatomy/read_model.h"
#include "base/files.h"

#include <glm/matrix.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <new>
#include <utility>

namespace osteon::anatomy {
namespace {

/// A source that has been read, matched to bones, and measured.
struct Import {
    RawModel raw;
    std::vector<Match> matches; ///< one a piece
    Placement placement;
};

Error about(Error error, const std::filesystem::path& source) {
    if (error.subject.empty()) {
        error.subject = source.string();
    }
    return error;
}

Result<Import> import(const ModelSource& source, const Registry& registry,
                      const Progress& progress) {
    auto raw = read_model(source.path, progress);
    if (!raw) {
        return fail(about(raw.error(), source.path));
    }
    std::vector<PieceName> names;
    for (const Piece& piece : raw->pieces) {
        names.push_back(piece.name);
    }
    Import result{std::move(*raw), match_pieces(registry, names), {}};
    auto placement =
        place_model(registry, result.raw.pieces, result.matches, result.raw.hints, source.options);
    if (!placement) {
        return fail(about(placement.error(), source.path));
    }
    result.placement = std::move(*placement);
    return result;
}

/// Adds a piece to the surface of its bone, in the design's space.
void append(BoneSurface& surface, const Piece& piece, const Placement& placement) {
    const auto base = static_cast<std::uint32_t>(surface.positions.size());
    const bool mirrors = glm::determinant(placement.axes) < 0.0F;
    for (const glm::vec3& position : piece.positions) {
        surface.positions.push_back(placement.apply(position));
    }
    // A bone has normals only where all of its pieces do.
    if (!piece.normals.empty() && surface.normals.size() == base) {
        for (const glm::vec3& normal : piece.normals) {
            surface.normals.push_back(placement.axes * normal);
        }
    } else {
        surface.normals.clear();
    }
    for (std::size_t i = 0; i + 2 < piece.indices.size(); i += 3) {
        surface.indices.push_back(base + piece.indices[i]);
        surface.indices.push_back(base + piece.indices[i + (mirrors ? 2 : 1)]);
        surface.indices.push_back(base + piece.indices[i + (mirrors ? 1 : 2)]);
    }
}

std::vector<BoneSurface> surfaces_of(const Import& import) {
    std::map<BoneIndex, BoneSurface> surfaces;
    for (std::size_t i = 0; i < import.matches.size(); ++i) {
        const BoneIndex bone = import.matches[i].bone;
        if (bone != no_bone) {
            surfaces[bone].bone = bone;
            append(surfaces[bone], import.raw.pieces[i], import.placement);
        }
    }
    std::vector<BoneSurface> list;
    for (auto& [bone, surface] : surfaces) {
        list.push_back(std::move(surface));
    }
    return list;
}

Result<SkeletonModel> load_builtin(const Registry& registry, const std::filesystem::path& file) {
    const auto mapped = map_file(file);
    if (!mapped) {
        return fail(mapped.error());
    }
    auto model = decode_builtin(mapped->bytes, registry);
    if (!model) {
        Error error = model.error();
        error.subject = file.string();
        return fail(std::move(error));
    }
    return model;
}

Result<SkeletonModel> prepare(const ModelSource& source, const Registry& registry,
                              const Progress& progress) {
    auto imported = import(source, registry, progress);
    if (!imported) {
        return fail(imported.error());
    }
    auto surfaces = surfaces_of(*imported);
    if (surfaces.empty()) {
        return fail({Fault::input, source.path.string(), "",
                     "none of its " + std::to_string(imported->matches.size()) +
                         " pieces is known as a bone",
                     "Name the pieces after their bones (\"Left femur\"); `osteon model inspect` "
                     "lists them"});
    }
    for (const std::string& warning : imported->raw.warnings) {
        spdlog::warn("{}", warning);
    }
    auto model = prepare_model(source.path.stem().string(), imported->raw.hints.credit,
                               std::move(surfaces), progress);
    if (!model) {
        return fail(about(model.error(), source.path));
    }
    return model;
}

/// Brings the landmarks of the shipped skeleton, if one is given, over to another model. Where it
/// cannot be read, the model has none; it is usable all the same.
void add_landmarks(SkeletonModel& model, const Registry& registry,
                   const std::filesystem::path& builtin_file) {
    if (builtin_file.empty()) {
        return;
    }
    const auto mapped = map_file(builtin_file);
    const auto outline = mapped ? decode_builtin_outline(mapped->bytes, registry)
                                : Result<SkeletonModel>(fail(mapped.error()));
    if (!outline) {
        spdlog::warn("{}: without it, the landmarks are not known: {}", builtin_file.string(),
                     outline.error().reason);
        return;
    }
    model.landmarks = carry_landmarks(*outline, model, registry);
}

Error out_of_memory(const ModelSource& source) {
    return {Fault::machine, source.path.string(), "", "there is not enough memory to load it",
            "Close other programs, or use a smaller model"};
}

} // namespace

Result<SkeletonModel> load_model(const ModelSource& source, const Registry& registry,
                                 const std::filesystem::path& builtin_file,
                                 const CacheFolder& cache, const Progress& progress) {
    try {
        if (source.builtin()) {
            return load_builtin(registry, builtin_file);
        }
        const auto stamps = stamp_files(source.path);
        if (!stamps) {
            return fail(stamps.error());
        }
        const CacheKey key = cache_key(source, *stamps, registry, builtin_file);
        if (cache) {
            if (auto model = read_cache(*cache, key, registry)) {
                return std::move(*model);
            }
        }
        auto model = prepare(source, registry, progress);
        if (model) {
            add_landmarks(*model, registry, builtin_file);
        }
        if (model && cache) {
            write_cache(*cache, key, *model);
        }
        return model;
    } catch (const std::bad_alloc&) {
        return fail(out_of_memory(source));
    }
}

Result<Inspection> inspect_model(const ModelSource& source, const Registry& registry,
                                 const Progress& progress) {
    try {
        auto imported = import(source, registry, progress);
        if (!imported) {
            return fail(imported.error());
        }
        Inspection inspection;
        inspection.source = source.path.string();
        inspection.metres_per_unit = imported->placement.metres_per_unit;
        inspection.unit_reason = imported->placement.unit_reason;
        inspection.orientation = imported->placement.orientation;
        inspection.warnings = imported->raw.warnings;
        std::ranges::copy(imported->placement.warnings, std::back_inserter(inspection.warnings));
        for (const Piece& piece : imported->raw.pieces) {
            inspection.triangles += piece.indices.size() / 3;
        }
        for (Match& match : imported->matches) {
            auto& list = match.bone == no_bone ? inspection.unmatched : inspection.matched;
            list.push_back(std::move(match));
        }
        return inspection;
    } catch (const std::bad_alloc&) {
        return fail(out_of_memory(source));
    }
}

} // namespace osteon::anatomy
