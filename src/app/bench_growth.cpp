#include "app/bench_growth.h"

#include "app/bench_stage.h"
#include "app/process.h"
#include "view/geometry.h"

#include <cmath>
#include <memory>

namespace osteon::app {
namespace {

using nlohmann::ordered_json;

constexpr int c_frames = 11;
constexpr int c_warm_up_frames = 4;
constexpr float c_spacing = 1.15F; ///< from body to body, in the body's own size

/// What the spans of a wall of copies point into.
struct WallBuffers {
    std::vector<anatomy::PackedVertex> vertices;
    std::vector<std::uint32_t> indices;
};

/// Where a copy stands, relative to the first.
glm::vec3 step_of(const Box& bounds, int column, int row) {
    return c_spacing * glm::vec3(static_cast<float>(column) * bounds.size().x,
                                 static_cast<float>(row) * bounds.size().y, 0.0F);
}

void add_copy(view::Geometry& wall, WallBuffers& buffers, const anatomy::SkeletonModel& model,
              const view::Geometry& single, const glm::vec3& step) {
    const auto first_vertex = static_cast<std::uint32_t>(buffers.vertices.size());
    const auto first_index = static_cast<std::uint32_t>(buffers.indices.size());
    for (anatomy::PackedVertex vertex : model.vertices) {
        const glm::vec3 place =
            (model.position(vertex) + step - wall.position_offset) / wall.position_scale;
        for (int axis = 0; axis < 3; ++axis) {
            vertex.position[static_cast<std::size_t>(axis)] =
                static_cast<std::uint16_t>(std::lround(65535.0F * place[axis]));
        }
        buffers.vertices.push_back(vertex);
    }
    for (const std::uint32_t index : model.indices) {
        buffers.indices.push_back(first_vertex + index);
    }
    for (view::GeometryPart part : single.parts) {
        part.bounds.min += step;
        part.bounds.max += step;
        for (view::GeometryLevel& level : part.levels) {
            level.first_index += first_index;
        }
        wall.parts.push_back(part);
    }
}

/// `side` times `side` copies of a model.
view::Geometry wall_of(const anatomy::SkeletonModel& model, int side, std::uint64_t revision) {
    const view::Geometry single = view::geometry_of(model, revision);
    view::Geometry wall;
    wall.revision = revision;
    wall.bounds = model.bounds;
    wall.bounds.max += step_of(model.bounds, side - 1, side - 1);
    wall.position_offset = wall.bounds.min;
    wall.position_scale = wall.bounds.size();
    auto buffers = std::make_shared<WallBuffers>();
    const auto copies = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    buffers->vertices.reserve(copies * model.vertices.size());
    buffers->indices.reserve(copies * model.indices.size());
    for (int copy = 0; copy < side * side; ++copy) {
        add_copy(wall, *buffers, model, single, step_of(model.bounds, copy % side, copy / side));
    }
    wall.vertices = std::as_bytes(std::span(buffers->vertices));
    wall.indices = buffers->indices;
    wall.storage = std::move(buffers);
    return wall;
}

/// The scene of one body from so far that the whole wall fills the picture as the body did.
view::Scene step_back(view::Scene scene, const Box& bounds, int side) {
    const glm::vec3 to_eye = scene.camera.eye - scene.camera.target;
    scene.camera.target += 0.5F * step_of(bounds, side - 1, side - 1);
    scene.camera.eye = scene.camera.target + c_spacing * static_cast<float>(side) * to_eye;
    scene.camera.far_plane *= c_spacing * static_cast<float>(side);
    return scene;
}

ordered_json measure(BenchStage& stage, int side, std::uint64_t revision) {
    const anatomy::SkeletonModel& model = stage.studio.stage().model();
    stage.studio.renderer().upload(wall_of(model, side, revision));
    const auto time_frames = [&](bool moving) {
        std::vector<double> times;
        for (int frame = -c_warm_up_frames; frame < c_frames; ++frame) {
            const float yaw = 0.02F * static_cast<float>(frame);
            view::Scene scene = step_back(stage.scene(yaw, moving), model.bounds, side);
            scene.geometry_revision = revision;
            const auto start = BenchClock::now();
            stage.draw(scene);
            if (frame >= 0) {
                times.push_back(milliseconds(BenchClock::now() - start));
            }
        }
        return quantile(times, 0.5);
    };
    ordered_json json;
    json["copies"] = side * side;
    json["triangles"] = static_cast<std::size_t>(side * side) * model.triangle_count();
    json["moving_median_ms"] = time_frames(true);
    json["still_median_ms"] = time_frames(false);
    json["peak_rss_mb"] = peak_memory_mib();
    return json;
}

} // namespace

Result<ordered_json> bench_growth(const Atlas& atlas, const RunBench& command) {
    Result<BenchStage> stage = BenchStage::create(atlas, command);
    if (!stage) {
        return fail(stage.error());
    }
    ordered_json json;
    json["growth"] = ordered_json::array();
    constexpr std::uint64_t c_first_revision = 1000; // unlike that of the studio's own model
    for (const int side : {1, 2, 4, 8}) {
        json["growth"].push_back(
            measure(*stage, side, c_first_revision + static_cast<std::uint64_t>(side)));
    }
    const auto grew = [&](const char* what) {
        return json["growth"][2][what].get<double>() / json["growth"][0][what].get<double>();
    };
    json["moving_16_copies_to_1"] = grew("moving_median_ms");
    json["still_16_copies_to_1"] = grew("still_median_ms");
    add_circumstances(json, command, stage->studio.stage().triangles(),
                      stage->studio.renderer().driver());
    return json;
}

} // namespace osteon::app
