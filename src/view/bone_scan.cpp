#include "view/bone_scan.h"

#include "view/scan_cells.h"
#include "view/tracer.h"

#include <algorithm>
#include <cmath>

namespace osteon::view {

namespace {

// Chosen by eye where no source is named: the film is an illustration.
constexpr float c_margin = 0.1F;        ///< metres of film around the skeleton
constexpr float c_half_body = 0.12F;    ///< metres from the middle of the trunk to the skin
constexpr float c_resolution = 0.0042F; ///< sigma in metres; full width at half maximum 10 mm
constexpr float c_skin = 0.02F;         ///< sigma in metres that bones are widened by to a body
constexpr float c_tissue = 0.0011F;     ///< activity of all soft tissue along a ray
constexpr float c_middle = 0.018F;      ///< activity along a ray that darkens the film by 63 %
constexpr float c_counts = 90.0F;       ///< in a cell of that activity
constexpr float c_shell = 0.0015F; ///< metres of bone that a surface of an open mesh stands for

/// What one metre of tissue lets through falls by this factor of e. Water takes 15 /m of the 140
/// keV of Tc-99m; a camera also counts what was scattered, so that less seems to be lost.
constexpr float c_attenuation = 12.0F;

/// Depth of the body seen from one side.
struct Body {
    float front = 0.0F; ///< metres along the direction towards the camera

    /// The share of activity at that place that reaches the camera.
    float seen(float along) const {
        return std::exp(-c_attenuation * std::max(front - along, 0.0F));
    }
    /// Its integral from far behind up to that place.
    float seen_up_to(float along) const {
        return along <= front ? seen(along) / c_attenuation : 1.0F / c_attenuation + along - front;
    }
};

/// The middle of the trunk from front to back.
float trunk_middle(const anatomy::SkeletonModel& model, const anatomy::Registry& registry) {
    for (const char* id : {"hip_bone_left", "hip_bone_right", "sacrum"}) {
        if (const anatomy::BoneMesh* mesh = model.find(registry.find(id))) {
            return mesh->bounds.centre().z;
        }
    }
    return model.bounds.centre().z;
}

/// A mesh seen from one side: places on the film, and how near they are.
std::vector<FilmVertex> vertices_of(const anatomy::SkeletonModel& model,
                                    const anatomy::BoneMesh& mesh, float facing,
                                    const ScanFilm& film) {
    std::vector<FilmVertex> vertices;
    vertices.reserve(mesh.vertex_count);
    for (std::uint32_t i = 0; i < mesh.vertex_count; ++i) {
        const glm::vec3 at = model.position(model.vertices[mesh.first_vertex + i]);
        const glm::vec2 on_film{facing * at.x, at.y};
        vertices.push_back({(on_film - film.corner) / film.cell, facing * at.z});
    }
    return vertices;
}

/// The coarsest level that strays less than the cells would show.
const anatomy::LevelOfDetail& level_of(const anatomy::BoneMesh& mesh, float cell) {
    const anatomy::LevelOfDetail* level = &mesh.levels.front();
    for (const anatomy::LevelOfDetail& each : mesh.levels) {
        if (each.index_count > 0 && each.error < 0.4F * cell) {
            level = &each;
        }
    }
    return *level;
}

/// What both the tracer and the outline of the body are found from.
struct Exposure {
    Cells activity;
    Cells bone; ///< metres of bone along each ray
};

/// Adds what lies between the surfaces of a closed mesh: every ray leaves it as often as it enters.
void add_bone(const anatomy::SkeletonModel& model, const anatomy::BoneMesh& mesh,
              const Uptake& uptake, const Body& body, float facing, const ScanFilm& film,
              Exposure& exposure) {
    const std::vector<FilmVertex> vertices = vertices_of(model, mesh, facing, film);
    const anatomy::LevelOfDetail& level = level_of(mesh, film.cell);
    const auto indices = model.indices.subspan(level.first_index, level.index_count);
    const glm::vec2 ends{mesh.bounds.min.y, mesh.bounds.max.y};
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const FilmTriangle triangle{vertices[indices[i] - mesh.first_vertex],
                                    vertices[indices[i + 1] - mesh.first_vertex],
                                    vertices[indices[i + 2] - mesh.first_vertex]};
        for_each_cell(triangle, film.cells, [&](std::size_t cell, int row, float near, bool front) {
            const float height = film.corner.y + film.cell * (static_cast<float>(row) + 0.5F);
            const float taken = uptake.at(height, ends);
            if (mesh.closed) {
                const float sign = front ? 1.0F : -1.0F;
                exposure.activity[cell] += sign * taken * body.seen_up_to(near);
                exposure.bone[cell] += sign * near;
            } else {
                exposure.activity[cell] += taken * c_shell * body.seen(near);
                exposure.bone[cell] += c_shell;
            }
        });
    }
}

void add_spot(const ScanSpot& spot, const Body& body, float facing, const ScanFilm& film,
              Cells& activity) {
    constexpr float c_reach = 3.2F; // standard deviations
    const glm::vec2 centre =
        (glm::vec2(facing * spot.centre.x, spot.centre.y) - film.corner) / film.cell;
    const glm::vec2 sigma = spot.radius / film.cell;
    const glm::ivec2 from = glm::max(glm::ivec2(centre - c_reach * sigma), glm::ivec2(0));
    const glm::ivec2 to = glm::min(glm::ivec2(centre + c_reach * sigma) + 1, film.cells);
    const float strength = spot.strength * body.seen(facing * spot.centre.z);
    for (int y = from.y; y < to.y; ++y) {
        for (int x = from.x; x < to.x; ++x) {
            const glm::vec2 off = (glm::vec2(x, y) + 0.5F - centre) / sigma;
            activity[static_cast<std::size_t>(y) * static_cast<std::size_t>(film.cells.x) +
                     static_cast<std::size_t>(x)] +=
                strength * std::exp(-0.5F * glm::dot(off, off));
        }
    }
}

/// From activity to a film: counting has its grain, and the film its shoulder.
void develop(const Cells& activity, std::uint32_t seed, ScanFilm& film) {
    film.darkness.resize(activity.size());
    for (std::size_t i = 0; i < activity.size(); ++i) {
        const float share = std::max(activity[i], 0.0F) / c_middle;
        const float noise =
            std::sqrt(share / c_counts) * grain_at(static_cast<std::uint32_t>(i), seed);
        const float dark = 1.0F - std::exp(-std::max(share + noise, 0.0F));
        film.darkness[i] = static_cast<std::uint8_t>(std::lround(255.0F * dark));
    }
}

} // namespace

std::vector<ScanSpot> lesion_spots(std::span<const Lesion> lesions) {
    // By eye, as all strengths of the film.
    constexpr float c_blastic = 0.060F;
    constexpr float c_mixed = 0.040F;
    constexpr float c_lytic = -0.003F;
    constexpr float c_least_radius = 0.005F; // a smaller one is lost in the blur
    std::vector<ScanSpot> spots;
    spots.reserve(lesions.size());
    for (const Lesion& lesion : lesions) {
        const float strength = lesion.kind == LesionKind::blastic ? c_blastic
                               : lesion.kind == LesionKind::mixed ? c_mixed
                                                                  : c_lytic;
        spots.push_back({lesion.place - 0.5F * lesion.radius * lesion.outward,
                         glm::vec2(std::max(0.6F * lesion.radius, c_least_radius)), strength});
    }
    return spots;
}

ScanFilm expose_scan(const anatomy::SkeletonModel& model, const anatomy::Registry& registry,
                     std::span<const anatomy::BoneIndex> hidden, std::span<const ScanSpot> spots,
                     ScanSide side) {
    ScanFilm film;
    if (model.bounds.empty()) {
        return film;
    }
    const bool anterior = side == ScanSide::anterior;
    const float facing = anterior ? 1.0F : -1.0F;
    const Box& bounds = model.bounds;
    film.corner = {(anterior ? bounds.min.x : -bounds.max.x) - c_margin, bounds.min.y - c_margin};
    const glm::vec2 size = glm::vec2(bounds.size()) + 2.0F * c_margin;
    film.cells = glm::ivec2(glm::ceil(size / film.cell));
    const Body body{facing * trunk_middle(model, registry) + c_half_body};

    const auto count =
        static_cast<std::size_t>(film.cells.x) * static_cast<std::size_t>(film.cells.y);
    Exposure exposure{Cells(count, 0.0F), Cells(count, 0.0F)};
    for (const anatomy::BoneMesh& mesh : model.meshes) {
        const bool shown = !std::ranges::binary_search(hidden, mesh.bone);
        if (shown && mesh.vertex_count > 0) {
            add_bone(model, mesh, uptake_of(registry.bones[mesh.bone]), body, facing, film,
                     exposure);
        }
    }
    for (const ScanSpot& spot : spots) {
        add_spot(spot, body, facing, film, exposure.activity);
    }
    blur(exposure.activity, film.cells, c_resolution / film.cell);
    add_tissue(exposure.bone, film.cells, c_skin / film.cell, c_tissue, exposure.activity);
    develop(exposure.activity, anterior ? 1U : 2U, film);
    return film;
}

} // namespace osteon::view
