#include "journeys/desktop.h"
#include "output/picture.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <thread>

using namespace osteon;
using journey::Desktop;

namespace {

// The room's window stands at the left of the screen, the speaker's beside it.
constexpr Rect c_room{0, 0, 1280, 720};
constexpr Rect c_speaker{1280, 0, 1280, 720};
/// What a still window may differ by: an edge, a focus ring.
constexpr double c_same = 0.01;
/// What another stop changes at the least: its words.
constexpr double c_other = 0.03;

/// A folder of the test's own, removed at its end.
struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "osteon-lecture-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
        std::filesystem::create_directories(path / "config" / "osteon");
        std::ofstream(path / "config" / "osteon" / "settings.toml")
            << "interface_scale = 1.0\nmotion = \"reduced\"\nfirst_steps_done = "
               "true\n[window]\nwidth = 1280\nheight = "
               "720\n";
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

/// The share of an area that is black.
double darkness(const render::Image& image, const Rect& area) {
    std::size_t black = 0;
    std::size_t all = 0;
    for (int y = static_cast<int>(area.y); y < static_cast<int>(area.bottom()); ++y) {
        for (int x = static_cast<int>(area.x); x < static_cast<int>(area.right()); ++x) {
            const auto at =
                4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                     static_cast<std::size_t>(x));
            ++all;
            black += image.pixels[at] + image.pixels[at + 1] + image.pixels[at + 2] == 0 ? 1 : 0;
        }
    }
    return static_cast<double>(black) / static_cast<double>(all);
}

/// Waits until something on the screen has changed: a busy machine draws late.
void wait_for_change(const Desktop& desktop, const render::Image& before) {
    constexpr std::chrono::seconds c_patience{6};
    const auto end = std::chrono::steady_clock::now() + c_patience;
    while (desktop.capture().pixels == before.pixels && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
}

/// Presses a key and waits for what comes of it; the picture is kept for whoever looks.
render::Image after(const Desktop& desktop, const std::string& key, const std::string& name) {
    const render::Image before = desktop.capture();
    desktop.key(key);
    wait_for_change(desktop, before);
    render::Image image = journey::wait_until_still(desktop);
    const std::filesystem::path folder = std::filesystem::path(OSTEON_BINARY_DIR) / "journeys";
    CHECK(output::write_png(image, folder / ("lecture-" + name + ".png")).has_value());
    return image;
}

} // namespace

TEST_CASE("A lecture is given by the keys of a clicker, with a window for the speaker") {
    const Folder home;
    const Desktop desktop(2560, 800);
    REQUIRE_FALSE(desktop.display().empty());
    journey::Running program(desktop, OSTEON_PROGRAM, {"--tour", "why_the_spine"}, home.path);
    REQUIRE(journey::wait_for_window(desktop));
    const render::Image first = journey::wait_until_still(desktop);

    const render::Image second = after(desktop, "Next", "second-stop");
    CHECK(journey::difference(first, second, c_room) > c_other);

    const render::Image two = after(desktop, "F7", "two-windows");
    CHECK(journey::difference(second, two, c_speaker) > 0.2);
    CHECK(journey::difference(second, two, c_room) < c_same);

    const render::Image third = after(desktop, "Next", "third-stop");
    CHECK(journey::difference(two, third, c_room) > c_other);
    CHECK(journey::difference(two, third, c_speaker) > c_other);

    const render::Image blank = after(desktop, "b", "blank");
    CHECK(darkness(blank, c_room) > 0.999);
    CHECK(darkness(blank, c_speaker) < 0.9);

    const render::Image shown = after(desktop, "period", "shown-again");
    CHECK(journey::difference(third, shown, c_room) < c_same);

    const render::Image back = after(desktop, "Prior", "back");
    CHECK(journey::difference(second, back, c_room) < c_same);

    const render::Image ended = after(desktop, "Escape", "ended");
    CHECK(journey::difference(back, ended, c_room) > c_other);

    const render::Image again = after(desktop, "F5", "gone-on");
    CHECK(journey::difference(back, again, c_room) < c_same);

    const render::Image alone = after(desktop, "F7", "alone");
    CHECK(darkness(alone, c_speaker) > 0.999);
    CHECK(program.alive());
}

TEST_CASE("A tour that was ended by mistake goes on at its stop, with what was drawn") {
    const Folder home;
    const Desktop desktop(1280, 720);
    REQUIRE_FALSE(desktop.display().empty());
    const journey::Running program(desktop, OSTEON_PROGRAM, {"--tour", "why_the_spine"}, home.path);
    REQUIRE(journey::wait_for_window(desktop));
    journey::wait_until_still(desktop);
    constexpr double c_line = 0.0008; // of the picture is under the line that is drawn
    desktop.move(40, 40);             // over no bone
    const render::Image second = after(desktop, "Next", "before-ink");
    desktop.key("p");
    journey::wait_until_still(desktop);
    desktop.drag(760, 200, 1000, 420);
    desktop.move(40, 40);
    wait_for_change(desktop, second);
    const render::Image drawn = journey::wait_until_still(desktop);
    CHECK(journey::difference(second, drawn, c_room) > c_line);
    // The first Escape puts the pen down, the second ends the tour.
    const render::Image penless = after(desktop, "Escape", "pen-put-down");
    CHECK(journey::difference(drawn, penless, c_room) < c_same);
    const render::Image ended = after(desktop, "Escape", "ended-by-mistake");
    CHECK(journey::difference(drawn, ended, c_room) > c_other);
    const render::Image again = after(desktop, "F5", "gone-on-with-ink");
    CHECK(journey::difference(drawn, again, c_room) < 0.5 * c_line);
    CHECK(program.alive());
}
