#include "app/bench_output.h"

#include "app/bench_stage.h"
#include "app/handout.h"
#include "app/process.h"
#include "app/scratch_folder.h"
#include "app/tour_export.h"
#include "session/tour_stage.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace osteon::app {
namespace {

namespace fs = std::filesystem;

struct HandoutTimes {
    std::vector<double> pictures;
    std::vector<double> files;
    std::vector<double> wholes;
    std::map<int, int> pages; ///< how many sheets have so many
};

std::vector<std::string> ids_and_none(const auto& things) {
    std::vector<std::string> ids = {""};
    for (const auto& thing : things) {
        ids.push_back(thing.id);
    }
    return ids;
}

Result<void> time_sheets(const Atlas& atlas, const std::string& site, Studio& studio,
                         const fs::path& file, HandoutTimes& times) {
    const BenchClock::time_point begin = BenchClock::now();
    Result<output::Handout> handout =
        draw_handout(handout_session(atlas, site), {}, studio.source());
    if (!handout) {
        return fail(handout.error());
    }
    const double picture_ms = milliseconds(BenchClock::now() - begin);
    times.pictures.push_back(picture_ms);
    for (const std::string& primary : ids_and_none(atlas.knowledge.primaries)) {
        if (site.empty() && primary.empty()) {
            continue;
        }
        handout->primary = primary;
        const BenchClock::time_point start = BenchClock::now();
        const auto report = output::write_handout(*handout, atlas.knowledge, file);
        if (!report) {
            return fail(report.error());
        }
        times.files.push_back(milliseconds(BenchClock::now() - start));
        times.wholes.push_back(picture_ms + times.files.back());
        ++times.pages[report->pages];
    }
    return {};
}

} // namespace

Result<nlohmann::ordered_json> bench_handout(const Atlas& atlas, const RunBench& command) {
    Result<Studio> studio = Studio::create(atlas, command.model);
    if (!studio) {
        return fail(studio.error());
    }
    const ScratchFolder folder;
    HandoutTimes times;
    for (const std::string& site : ids_and_none(atlas.knowledge.sites)) {
        if (auto timed = time_sheets(atlas, site, *studio, folder.path() / "handout.pdf", times);
            !timed) {
            return fail(timed.error());
        }
    }
    nlohmann::ordered_json json;
    json["median_ms"] = quantile(times.wholes, 0.5);
    json["p95_ms"] = quantile(times.wholes, 0.95);
    json["slowest_ms"] = *std::ranges::max_element(times.wholes);
    json["picture_median_ms"] = quantile(times.pictures, 0.5);
    json["file_median_ms"] = quantile(times.files, 0.5);
    json["sheets"] = times.wholes.size();
    for (const auto& [pages, sheets] : times.pages) {
        json["sheets_of_" + std::to_string(pages) + "_pages"] = sheets;
    }
    json["driver"] = studio->renderer().driver().renderer;
    return json;
}

Result<nlohmann::ordered_json> bench_video(const Atlas& atlas, const RunBench& command) {
    constexpr double wanted_seconds = 60.0;
    Result<Studio> studio = Studio::create(atlas, command.model);
    if (!studio) {
        return fail(studio.error());
    }
    const auto tours =
        knowledge::load_tours(atlas.folders.content, atlas.knowledge, atlas.registry).tours;
    if (tours.empty()) {
        return fail({Fault::input, atlas.folders.content.string(), "", "no tour ships with it",
                     "Use the content of the program"});
    }
    const ScratchFolder folder;
    WriteTour tour{.tour = tours.front().id,
                   .form = ui::TourForm::video,
                   .out = folder.path() / "tour.mp4",
                   .width = command.width,
                   .height = command.height,
                   .model = command.model};
    const auto stops = static_cast<double>(tours.front().stops.size());
    tour.rest = (wanted_seconds - (stops - 1.0) * session::c_tour_flight) / stops;
    const double processor = cpu_seconds();
    const BenchClock::time_point begin = BenchClock::now();
    const Result<TourReport> report = export_tour(tours.front(), tour, atlas, *studio, tell_nobody);
    if (!report) {
        return fail(report.error());
    }
    const double whole_ms = milliseconds(BenchClock::now() - begin);
    nlohmann::ordered_json json;
    json["seconds"] = 0.001 * whole_ms;
    json["processor_seconds"] = cpu_seconds() - processor;
    json["video_seconds"] = report->seconds;
    json["frames"] = report->frames;
    json["pictures_drawn"] = report->pictures;
    json["bytes"] = fs::file_size(tour.out);
    json["tour"] = tours.front().id;
    add_circumstances(json, command, studio->stage().triangles(), studio->renderer().driver());
    return json;
}

} // namespace osteon::app
