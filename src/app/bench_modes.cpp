#include "app/bench_modes.h"

#include "app/bench_stage.h"
#include "knowledge/tour.h"
#include "ui/interface.h"
#include "view/layout_lecture.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace osteon::app {
namespace {

constexpr int c_rounds = 10;
constexpr float c_frame_seconds = 1.0F / 60.0F;

struct Switch {
    std::string name;
    session::Action action;
};

/// Draws the session's window, as a running program does, until its pixels are there.
void draw_window(BenchStage& bench, ui::Interface& interface, const Atlas& atlas,
                 const RunBench& command) {
    const session::Session& session = bench.session;
    const view::Layout layout = view::layout_of(session, static_cast<float>(command.width),
                                                static_cast<float>(command.height), 1.0F);
    const std::vector<view::Pane> panes = bench.studio.panes(session, layout);
    const session::World world = atlas.world();
    const view::StageMarks no_marks;
    interface.begin_frame_offscreen(layout.scale, session.settings, command.width, command.height,
                                    c_frame_seconds, ui::faces_of(layout));
    bench.studio.renderer().draw(view::scenes_of(panes), command.width, command.height,
                                 bench.canvas.framebuffer());
    interface.draw({.session = session,
                    .world = world,
                    .search = atlas.search,
                    .layout = layout,
                    .panes = panes,
                    .marks = no_marks,
                    .pointing = {},
                    .pose = session.stage.camera,
                    .task = {},
                    .model_name = {},
                    .model_credit = {},
                    .model_loaded = true,
                    .framed_bounds = {},
                    .unmatched = {},
                    .toasts = {}});
    interface.end_frame(command.width, command.height);
    bench.studio.renderer().finish();
}

} // namespace

Result<nlohmann::ordered_json> bench_modes(const Atlas& atlas, const RunBench& command) {
    Result<BenchStage> bench = BenchStage::create(atlas, command);
    if (!bench) {
        return fail(bench.error());
    }
    Result<ui::Interface> interface = ui::Interface::create(nullptr);
    if (!interface) {
        return fail(interface.error());
    }
    knowledge::Tours tours =
        knowledge::load_tours(atlas.folders.content, atlas.knowledge, atlas.registry);
    const std::string tour = tours.tours.empty() ? "" : tours.tours.front().id;
    bench->session.own_tours.tours = std::move(tours.tours);
    const std::array<Switch, 6> switches{{{"lecture", session::SetMode{session::Mode::lecture}},
                                          {"tour", session::StartTour{tour}},
                                          {"tour_end", session::EndTour{}},
                                          {"bedside", session::SetMode{session::Mode::bedside}},
                                          {"study", session::SetMode{session::Mode::study}},
                                          {"explore", session::SetMode{session::Mode::explore}}}};
    std::array<std::vector<double>, switches.size()> times;
    draw_window(*bench, *interface, atlas, command);
    for (int round = 0; round <= c_rounds; ++round) {
        for (std::size_t i = 0; i < switches.size(); ++i) {
            const BenchClock::time_point start = BenchClock::now();
            session::apply(bench->session, switches[i].action, atlas.world());
            draw_window(*bench, *interface, atlas, command);
            times[i].push_back(milliseconds(BenchClock::now() - start));
        }
    }
    nlohmann::ordered_json json;
    for (std::size_t i = 0; i < switches.size(); ++i) {
        json[switches[i].name + "_first_ms"] = times[i].front();
        times[i].erase(times[i].begin());
        json[switches[i].name + "_median_ms"] = quantile(times[i], 0.5);
    }
    add_circumstances(json, command, bench->studio.stage().triangles(),
                      bench->studio.renderer().driver());
    return json;
}

} // namespace osteon::app
