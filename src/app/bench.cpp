#include "app/bench.h"

#include "app/atlas_window.h"
#include "app/bench_anatomy.h"
#include "app/process.h"
#include "app/studio.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>
#include <span>

namespace osteon::app {
namespace {

using nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

constexpr int c_frames = 60;
constexpr int c_warm_up_frames = 5;
constexpr int c_picks = 1000;
constexpr int c_losses = 20;

double milliseconds(Clock::duration duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// The value below which the given share of the samples lies.
double quantile(std::vector<double> samples, double share) {
    std::sort(samples.begin(), samples.end());
    const double place = share * static_cast<double>(samples.size() - 1);
    return samples[static_cast<std::size_t>(std::lround(place))];
}

/// What every bench says of its circumstances.
void add_circumstances(ordered_json& json, const RunBench& command, std::size_t triangles,
                       const render::DriverInfo& driver) {
    json["model"] = command.model.builtin() ? "builtin" : command.model.path.string();
    json["triangles"] = triangles;
    json["size"] = std::to_string(command.width) + "x" + std::to_string(command.height);
    json["driver"] = driver.renderer + ", OpenGL " + driver.version;
}

/// The whole skeleton on an off-screen canvas.
struct OffscreenStage {
    Studio studio;
    render::Canvas canvas;
    session::Session session;
    view::Layout layout;

    static Result<OffscreenStage> create(const Atlas& atlas, const RunBench& command) {
        Result<Studio> studio = Studio::create(atlas, command.model);
        if (!studio) {
            return fail(studio.error());
        }
        Result<render::Canvas> canvas = render::Canvas::create(command.width, command.height);
        if (!canvas) {
            return fail(canvas.error());
        }
        OffscreenStage stage{std::move(*studio),
                             std::move(*canvas),
                             {},
                             Studio::bare_layout({command.width, command.height, 1.0F})};
        session::apply(stage.session, session::Home{}, atlas.world());
        return stage;
    }

    void draw(std::span<const view::Scene> scenes) {
        const glm::vec2 size{layout.window.width, layout.window.height};
        studio.renderer().draw(scenes, static_cast<int>(size.x), static_cast<int>(size.y),
                               canvas.framebuffer());
        studio.renderer().finish();
    }
};

Result<ordered_json> bench_window(const AtlasSource& load, const RunBench& command) {
    WindowLimits limits;
    limits.width = command.width;
    limits.height = command.height;
    limits.remember = false;
    limits.stop_at_full_picture = command.what == BenchOf::start;
    limits.idle_seconds = command.what == BenchOf::idle ? command.seconds : 0.0;
    limits.losses = command.what == BenchOf::loss ? c_losses : 0;
    const Result<WindowReport> report =
        run_window(load, OpenWindow{command.model, session::ThemeChoice::dark, {}, {}}, limits);
    if (!report) {
        return fail(report.error());
    }
    ordered_json json;
    if (command.what == BenchOf::start) {
        json["first_picture_ms"] = report->first_picture_ms;
        json["full_picture_ms"] = report->full_picture_ms;
        json["peak_rss_mb"] = peak_memory_mib();
    } else if (command.what == BenchOf::loss) {
        json["losses"] = report->losses;
        json["same_picture"] = report->same_after_loss;
        json["peak_rss_mb"] = peak_memory_mib();
    } else {
        json["seconds"] = report->seconds;
        json["frames"] = report->frames;
        json["cpu_percent"] = 100.0 * report->cpu_seconds / report->seconds;
        json["peak_rss_mb"] = peak_memory_mib();
    }
    add_circumstances(json, command, report->triangles, report->driver);
    return json;
}

/// Orbits once about the body and times each frame by the wall clock, until its pixels are there:
/// software drivers under-report by their own timers.
Result<ordered_json> bench_frame(const Atlas& atlas, const RunBench& command) {
    Result<OffscreenStage> stage = OffscreenStage::create(atlas, command);
    if (!stage) {
        return fail(stage.error());
    }
    const auto time_frames = [&](bool moving) {
        std::vector<double> times;
        for (int frame = -c_warm_up_frames; frame < c_frames; ++frame) {
            const float yaw = 6.2831853F * static_cast<float>(frame) / c_frames;
            const std::vector<view::Scene> scenes =
                view::scenes_of(stage->studio.panes(stage->session, stage->layout, yaw, moving));
            const Clock::time_point start = Clock::now();
            stage->draw(scenes);
            if (frame >= 0) {
                times.push_back(milliseconds(Clock::now() - start));
            }
        }
        return times;
    };
    const std::vector<double> moving = time_frames(true);
    const std::vector<double> still = time_frames(false);
    ordered_json json;
    json["median_ms"] = quantile(moving, 0.5);
    json["p95_ms"] = quantile(moving, 0.95);
    json["still_median_ms"] = quantile(still, 0.5);
    json["still_p95_ms"] = quantile(still, 0.95);
    json["frames"] = c_frames;
    json["draw_calls_a_frame"] = stage->studio.renderer().draw_calls();
    add_circumstances(json, command, stage->studio.stage().triangles(),
                      stage->studio.renderer().driver());
    return json;
}

Result<ordered_json> bench_pick(const Atlas& atlas, const RunBench& command) {
    Result<OffscreenStage> stage = OffscreenStage::create(atlas, command);
    if (!stage) {
        return fail(stage.error());
    }
    stage->draw(view::scenes_of(stage->studio.panes(stage->session, stage->layout)));
    const render::Renderer& renderer = stage->studio.renderer();
    std::mt19937 random(1); // the same pixels in every run
    std::uniform_int_distribution<int> column(0, command.width - 1);
    std::uniform_int_distribution<int> row(0, command.height - 1);
    std::vector<double> times;
    int hits = 0;
    for (int i = 0; i < c_picks; ++i) {
        const int x = column(random);
        const int y = row(random);
        const Clock::time_point start = Clock::now();
        hits += renderer.pick(x, y).bone != anatomy::no_bone ? 1 : 0;
        times.push_back(milliseconds(Clock::now() - start));
    }
    ordered_json json;
    json["median_ms"] = quantile(times, 0.5);
    json["p95_ms"] = quantile(times, 0.95);
    json["picks"] = c_picks;
    json["hits"] = hits;
    add_circumstances(json, command, stage->studio.stage().triangles(),
                      stage->studio.renderer().driver());
    return json;
}

/// JSON, or lines of "name value".
std::string print(const ordered_json& json, bool as_json) {
    if (as_json) {
        return json.dump(2) + "\n";
    }
    std::string text;
    for (const auto& [name, value] : json.items()) {
        text += name + " " + (value.is_string() ? value.get<std::string>() : value.dump()) + "\n";
    }
    return text;
}

} // namespace

Result<std::string> run_bench(const AtlasSource& load, const RunBench& command) {
    if (command.what == BenchOf::start || command.what == BenchOf::idle ||
        command.what == BenchOf::loss) {
        return bench_window(load, command).map([&](const ordered_json& json) {
            return print(json, command.json);
        });
    }
    const auto atlas = load();
    if (!atlas) {
        return fail(atlas.error());
    }
    if (command.what == BenchOf::anatomy) {
        return run_anatomy_bench(**atlas, command);
    }
    const auto bench = command.what == BenchOf::frame ? bench_frame : bench_pick;
    return bench(**atlas, command).map([&](const ordered_json& json) {
        return print(json, command.json);
    });
}

} // namespace osteon::app
