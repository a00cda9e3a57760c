#include "app/bench.h"

#include "app/atlas_window.h"
#include "app/bench_anatomy.h"
#include "app/bench_growth.h"
#include "app/bench_modes.h"
#include "app/bench_output.h"
#include "app/bench_search.h"
#include "app/bench_stage.h"
#include "app/bench_study.h"
#include "app/pick_check.h"
#include "app/process.h"

#include <nlohmann/json.hpp>

namespace osteon::app {
namespace {

using nlohmann::ordered_json;

constexpr int c_frames = 60;
constexpr int c_warm_up_frames = 5;
constexpr int c_picks = 1000;
constexpr int c_losses = 20;

Result<ordered_json> bench_window(const AtlasSource& load, const RunBench& command) {
    WindowLimits limits;
    limits.width = command.width;
    limits.height = command.height;
    limits.remember = false;
    limits.stop_at_full_picture = command.what == BenchOf::start;
    limits.idle_seconds = command.what == BenchOf::idle ? command.seconds : 0.0;
    limits.losses = command.what == BenchOf::loss ? c_losses : 0;
    const Result<WindowReport> report =
        run_window(load,
                   OpenWindow{.model = command.model,
                              .mode = session::Mode::explore,
                              .theme = session::ThemeChoice::dark,
                              .recipe = {},
                              .language = std::string(knowledge::base_language),
                              .today = {},
                              .shaders = {}},
                   limits);
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
    Result<BenchStage> stage = BenchStage::create(atlas, command);
    if (!stage) {
        return fail(stage.error());
    }
    const auto time_frames = [&](bool moving, std::optional<render::Effort> effort = {}) {
        stage->studio.renderer().insist(effort);
        std::vector<double> times;
        for (int frame = -c_warm_up_frames; frame < c_frames; ++frame) {
            const float yaw = 6.2831853F * static_cast<float>(frame) / c_frames;
            const view::Scene scene = stage->scene(yaw, moving);
            const BenchClock::time_point start = BenchClock::now();
            stage->draw(scene);
            if (frame >= 0) {
                times.push_back(milliseconds(BenchClock::now() - start));
            }
        }
        return times;
    };
    const double before = cpu_seconds();
    const std::vector<double> moving = time_frames(true);
    const double between = cpu_seconds();
    const std::vector<double> still = time_frames(false);
    const double after = cpu_seconds();
    const std::vector<double> unsmoothed = time_frames(false, render::Effort{.samples = 1});
    const auto processor_ms = [](double seconds) {
        return 1000.0 * seconds / (c_frames + c_warm_up_frames);
    };
    ordered_json json;
    json["median_ms"] = quantile(moving, 0.5);
    json["p95_ms"] = quantile(moving, 0.95);
    json["still_median_ms"] = quantile(still, 0.5);
    json["still_p95_ms"] = quantile(still, 0.95);
    json["one_sample_median_ms"] = quantile(unsmoothed, 0.5);
    // Of all threads: on a machine with other work it tells more than the clock on the wall.
    json["processor_ms_a_frame"] = processor_ms(between - before);
    json["still_processor_ms_a_frame"] = processor_ms(after - between);
    json["frames"] = c_frames;
    json["draw_calls_a_frame"] = stage->studio.renderer().draw_calls();
    add_circumstances(json, command, stage->studio.stage().triangles(),
                      stage->studio.renderer().driver());
    return json;
}

Result<ordered_json> bench_pick(const Atlas& atlas, const RunBench& command) {
    Result<BenchStage> stage = BenchStage::create(atlas, command);
    if (!stage) {
        return fail(stage.error());
    }
    const view::Scene scene = stage->scene();
    stage->draw(scene);
    const PickCheck check =
        check_picks(stage->studio.stage().model(), scene, stage->studio.renderer(), c_picks);
    ordered_json json;
    json["median_ms"] = quantile(check.pick_ms, 0.5);
    json["p95_ms"] = quantile(check.pick_ms, 0.95);
    json["picks"] = check.picks;
    json["hits"] = check.on_bones;
    json["agree"] = check.agree;
    json["away_from_silhouettes"] = check.away;
    json["agree_away_from_silhouettes"] = check.agree_away;
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
    if (command.what == BenchOf::study) {
        return bench_study().map(
            [&](const ordered_json& json) { return print(json, command.json); });
    }
    const auto atlas = load(std::string(knowledge::base_language));
    if (!atlas) {
        return fail(atlas.error());
    }
    if (command.what == BenchOf::anatomy) {
        return run_anatomy_bench(**atlas, command);
    }
    if (command.what == BenchOf::search) {
        return print(bench_search(**atlas), command.json);
    }
    const auto bench = command.what == BenchOf::frame     ? bench_frame
                       : command.what == BenchOf::growth  ? bench_growth
                       : command.what == BenchOf::handout ? bench_handout
                       : command.what == BenchOf::modes   ? bench_modes
                       : command.what == BenchOf::video   ? bench_video
                                                          : bench_pick;
    return bench(**atlas, command).map([&](const ordered_json& json) {
        return print(json, command.json);
    });
}

} // namespace osteon::app
