#pragma once

#include "app/atlas.h"
#include "app/command_line.h"
#include "app/studio.h"
#include "render/offscreen.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <vector>

namespace osteon::app {

using BenchClock = std::chrono::steady_clock;
double milliseconds(BenchClock::duration duration);

/// The value below which the given share of the samples lies.
double quantile(std::vector<double> samples, double share);

/// What every bench says of its circumstances.
void add_circumstances(nlohmann::ordered_json& json, const RunBench& command, std::size_t triangles,
                       const render::DriverInfo& driver);

/// The whole skeleton on an off-screen canvas.
struct BenchStage {
    Studio studio;
    render::Canvas canvas;
    session::Session session;
    view::Layout layout;

    static Result<BenchStage> create(const Atlas& atlas, const RunBench& command);

    /// The scene of the session; `turn` adds to the yaw, radians.
    view::Scene scene(float turn = 0.0F, bool moving = false) const;
    /// Draws a scene, and returns when its pixels are there.
    void draw(const view::Scene& scene);
};

} // namespace osteon::app
