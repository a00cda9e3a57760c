#include "journeys/desktop.h"
#include "journeys/home.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

using namespace osteon;
using journey::Desktop;
using journey::Home;

namespace {

constexpr int c_width = 1280;
constexpr int c_height = 720;
/// The middle of the stage, clear of panels and of what stands at its edges.
constexpr Rect c_stage{420.0F, 160.0F, 300.0F, 360.0F};
constexpr double c_changed = 0.02; ///< share of pixels

const std::string c_usual = journey::known_settings("theme = \"light\"\n");

/// Mean brightness (0..255) of an area.
double brightness(const render::Image& image, const Rect& area) {
    double sum = 0.0;
    int count = 0;
    for (int y = static_cast<int>(area.y); y < static_cast<int>(area.bottom()); ++y) {
        for (int x = static_cast<int>(area.x); x < static_cast<int>(area.right()); ++x) {
            const auto at = static_cast<std::size_t>(4 * (y * image.width + x));
            sum += image.pixels[at] + image.pixels[at + 1] + image.pixels[at + 2];
            ++count;
        }
    }
    return sum / (3.0 * count);
}

/// The last picture once the skeleton stands in full detail.
render::Image settled(const Desktop& desktop) {
    render::Image last = journey::wait_until_still(desktop);
    for (int i = 0; i < 10; ++i) {
        render::Image now = journey::wait_until_still(desktop);
        if (now.pixels == last.pixels) {
            return now;
        }
        last = std::move(now);
    }
    return last;
}

/// Waits until an area differs from what it was.
bool changes(const Desktop& desktop, const render::Image& before, const Rect& area) {
    for (int i = 0; i < 30; ++i) {
        if (journey::difference(journey::wait_until_still(desktop), before, area) > c_changed) {
            return true;
        }
    }
    return false;
}

/// Waits until the settings file has some words.
bool comes_to_settings(const Home& user, const std::string& words, const Desktop& desktop) {
    for (int i = 0; i < 30 && user.settings().find(words) == std::string::npos; ++i) {
        journey::wait_until_still(desktop);
    }
    return user.settings().find(words) != std::string::npos;
}

} // namespace

TEST_CASE("Ctrl+K, \"radio\", Enter: the skeleton is a radiograph") {
    const Desktop desktop(c_width, c_height);
    REQUIRE_FALSE(desktop.display().empty());
    const Home user("palette", c_usual);
    const journey::Running program(desktop, OSTEON_PROGRAM, {}, user.path);
    REQUIRE(journey::wait_for_window(desktop));
    const render::Image before = settled(desktop);
    CHECK(brightness(before, c_stage) > 150.0);

    desktop.key("ctrl+k");
    desktop.type("radio");
    REQUIRE(changes(desktop, before, c_stage)); // the palette lies over it
    desktop.key("Return");
    render::Image film = settled(desktop);
    for (int i = 0; i < 20 && brightness(film, c_stage) > 90.0; ++i) {
        film = settled(desktop);
    }
    CHECK(brightness(film, c_stage) < 90.0); // a film is dark in the light theme, too
    CHECK(program.alive());
}

TEST_CASE("Escape closes the palette and changes nothing") {
    const Desktop desktop(c_width, c_height);
    REQUIRE_FALSE(desktop.display().empty());
    const Home user("palette-escape", c_usual);
    const journey::Running program(desktop, OSTEON_PROGRAM, {}, user.path);
    REQUIRE(journey::wait_for_window(desktop));
    const render::Image before = settled(desktop);
    desktop.key("ctrl+k");
    desktop.type("bone scan");
    REQUIRE(changes(desktop, before, c_stage));
    desktop.key("Escape");
    const render::Image after = settled(desktop);
    CHECK(journey::difference(after, before, c_stage) < c_changed);
}

TEST_CASE("a key of the user's own works, and still does after a restart") {
    const Desktop desktop(c_width, c_height);
    REQUIRE_FALSE(desktop.display().empty());
    const Home user("own-key", c_usual);
    {
        journey::Running program(desktop, OSTEON_PROGRAM, {}, user.path);
        REQUIRE(journey::wait_for_window(desktop));
        const render::Image before = settled(desktop);
        desktop.key("ctrl+k");
        desktop.type("change the keys");
        desktop.key("Return");
        const Rect drawer{80.0F, 80.0F, 200.0F, 400.0F};
        REQUIRE(changes(desktop, before, drawer));
        desktop.click(180, 212); // "Explore", the first row of the list
        journey::wait_until_still(desktop);
        desktop.key("F8");
        CHECK(comes_to_settings(user, "'room.explore' = 'F8'", desktop));
        CHECK(program.stop() == 0);
    }
    {
        journey::Running program(desktop, OSTEON_PROGRAM, {"--mode", "study"}, user.path);
        REQUIRE(journey::wait_for_window(desktop));
        settled(desktop);
        CHECK(comes_to_settings(user, "mode = 'study'", desktop));
        desktop.key("F8");
        CHECK(comes_to_settings(user, "mode = 'explore'", desktop));
        CHECK(program.stop() == 0);
    }
    CHECK(user.settings().find("'room.explore' = 'F8'") != std::string::npos);
}

TEST_CASE("the first start shows three steps, and the next start does not") {
    const Desktop desktop(c_width, c_height + 80); // as high as the window at its first start
    REQUIRE_FALSE(desktop.display().empty());
    const Home user("first-steps", "");
    const Rect card{110.0F, 520.0F, 290.0F, 150.0F};
    render::Image first;
    {
        journey::Running program(desktop, OSTEON_PROGRAM, {}, user.path);
        REQUIRE(journey::wait_for_window(desktop));
        first = settled(desktop);
        // By keyboard: F6 goes to rail, reading panel and card, where the next step has the focus.
        for (int i = 0; i < 3; ++i) {
            desktop.key("F6");
            settled(desktop);
        }
        for (int step = 0; step < 3; ++step) {
            CHECK(user.settings().find("first_steps_done = true") == std::string::npos);
            desktop.key("Return");
            settled(desktop);
        }
        CHECK(comes_to_settings(user, "first_steps_done = true", desktop));
        CHECK(program.stop() == 0);
    }
    const journey::Running again(desktop, OSTEON_PROGRAM, {}, user.path);
    REQUIRE(journey::wait_for_window(desktop));
    CHECK(journey::difference(settled(desktop), first, card) > c_changed);
}
