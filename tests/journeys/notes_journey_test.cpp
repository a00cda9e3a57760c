#include "journeys/desktop.h"
#include "journeys/home.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>

using namespace osteon;
using journey::Desktop;
using journey::Home;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr int c_width = 1280;
constexpr int c_height = 720;

/// Waits until a file holds some words.
bool wait_for_words(const fs::path& file, const std::string& words) {
    for (int tries = 0; tries < 60; ++tries) {
        if (journey::text_of(file).find(words) != std::string::npos) {
            return true;
        }
        std::this_thread::sleep_for(200ms);
    }
    return false;
}

} // namespace

TEST_CASE("a note that was typed survives a killed program, comes back when asked for, is saved, "
          "and a clean end leaves nothing to restore") {
    const Desktop desktop(c_width, c_height);
    REQUIRE_FALSE(desktop.display().empty());
    const Home home("notes-home");
    const fs::path kept = home.path / ".local/state/osteon/recovery-1.osteon";
    {
        journey::Running program(desktop, OSTEON_PROGRAM, {}, home.path);
        REQUIRE(journey::wait_for_window(desktop));
        journey::wait_until_still(desktop);
        desktop.key("p");
        desktop.click(c_width / 3 + 60, c_height / 3); // the chest
        journey::wait_until_still(desktop);
        desktop.type("see the scan of May");
        REQUIRE(wait_for_words(kept, "see the scan of May"));
        CHECK(program.alive());
        program.kill_at_once();
    }
    CHECK(fs::exists(kept));
    journey::Running program(desktop, OSTEON_PROGRAM, {}, home.path);
    REQUIRE(journey::wait_for_window(desktop));
    const render::Image asked = journey::wait_until_still(desktop);
    desktop.key("Return"); // the safe answer has the keyboard
    const render::Image restored = journey::wait_until_still(desktop);
    CHECK(journey::difference(asked, restored, {400, 200, 480, 320}) > 0.05);
    desktop.key("ctrl+s");
    journey::wait_until_still(desktop);
    desktop.type("ward round");
    desktop.key("Return");
    const fs::path saved = home.path / "data/osteon/documents/ward round.osteon";
    CHECK(wait_for_words(saved, "see the scan of May"));
    desktop.key("Escape");
    desktop.key("ctrl+q");
    for (int tries = 0; tries < 50 && program.alive(); ++tries) {
        std::this_thread::sleep_for(200ms);
    }
    CHECK_FALSE(program.alive());
    CHECK_FALSE(fs::exists(kept));
}
