#include "app/child_process.h"
#include "journeys/desktop.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>

using namespace osteon;
using journey::Desktop;
namespace fs = std::filesystem;

namespace {

constexpr int c_width = 1280; // as large as the window at its first start
constexpr int c_height = 800;
/// Share of pixels that a message covers; a picture in full detail differs by less from one in
/// less.
constexpr double c_changed = 0.02;

/// A folder for the files of one journey, of a user who has seen the first steps.
fs::path fresh_folder(const char* name) {
    const fs::path folder = fs::path(OSTEON_BINARY_DIR) / "journeys" / name;
    fs::remove_all(folder);
    fs::create_directories(folder / "config" / "osteon");
    std::ofstream(folder / "config" / "osteon" / "settings.toml") << "first_steps_done = true\n";
    return folder;
}

/// Waits until the screen shows something else than `before` in an area, and is still; after long
/// enough, what it shows then.
render::Image wait_for_change(const Desktop& desktop, const render::Image& before,
                              const Rect& area) {
    render::Image now = before;
    for (int i = 0; i < 60 && journey::difference(now, before, area) < c_changed; ++i) {
        now = journey::wait_until_still(desktop);
    }
    return now;
}

/// What the screen shows once nothing more comes: on a slow machine the first picture stands a
/// while before the one in full detail.
render::Image wait_until_settled(const Desktop& desktop) {
    render::Image last = journey::wait_until_still(desktop);
    for (int i = 0; i < 10; ++i) {
        render::Image now = journey::wait_until_still(desktop);
        if (now.pixels == last.pixels) {
            break;
        }
        last = std::move(now);
    }
    return last;
}

} // namespace

TEST_CASE("twenty lost contexts: each time the window comes back with the same picture") {
    const Desktop desktop(c_width, c_height);
    REQUIRE_FALSE(desktop.display().empty());
    const auto bench = app::run_child(
        "/usr/bin/env", {"DISPLAY=" + desktop.display(), "LIBGL_ALWAYS_SOFTWARE=1", OSTEON_PROGRAM,
                         "bench", "loss", "--json", "--size", "800x500"});
    REQUIRE(bench.has_value());
    CAPTURE(bench->output);
    CAPTURE(bench->errors);
    CHECK(bench->status == 0);
    CHECK(bench->output.find("\"losses\": 20,") != std::string::npos);
    CHECK(bench->output.find("\"same_picture\": 20,") != std::string::npos);
}

TEST_CASE(
    "a shader saved with a fault is told, and the last good picture stays until it is mended") {
    const Desktop desktop(c_width, c_height);
    REQUIRE_FALSE(desktop.display().empty());
    const fs::path home = fresh_folder("shaders-home");
    const fs::path shaders = home / "shaders";
    fs::copy(OSTEON_SOURCE_DIR "/shaders", shaders);
    const journey::Running program(desktop, OSTEON_PROGRAM, {"--shaders", shaders.string()}, home);
    REQUIRE(journey::wait_for_window(desktop));
    desktop.move(c_width / 3, c_height - 6);
    const render::Image good = wait_until_settled(desktop);

    std::ofstream(shaders / "solid.frag", std::ios::app) << "this is no shader\n";
    const Rect message{140.0F, 580.0F, 580.0F, 110.0F}; // where it stands, at the stage's foot
    const Rect above{0.0F, 0.0F, c_width, 0.5F * c_height};
    wait_for_change(desktop, good, message);
    const render::Image told = wait_until_settled(desktop);
    CHECK(journey::difference(told, good, message) > c_changed);

    fs::copy_file(OSTEON_SOURCE_DIR "/shaders/solid.frag", shaders / "solid.frag",
                  fs::copy_options::overwrite_existing);
    wait_for_change(desktop, told, message);
    const render::Image mended = wait_until_settled(desktop);
    CHECK(journey::difference(mended, good, message) < c_changed);
    CHECK(journey::difference(told, mended, above) < 0.001); // the skeleton was there all the time
    CHECK(program.alive());
}
