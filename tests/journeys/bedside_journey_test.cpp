#include "journeys/desktop.h"
#include "journeys/home.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <thread>
#include <vector>

using namespace osteon;
using journey::Desktop;
using journey::Home;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr int c_width = 1280;
constexpr int c_height = 720;

/// What is touched, in a window of that size at 100 %.
struct Place {
    int x;
    int y;
};
constexpr Place c_pelvis{153, 171};
constexpr Place c_sheet{153, 681};
constexpr Place c_save{1082, 428};
constexpr Place c_mark{503, 57};
constexpr Place c_draw{603, 57};
constexpr Place c_sacrum{640, 330}; ///< once the pelvis is framed
constexpr Place c_denser{1002, 132};
constexpr Place c_questions{153, 615};
constexpr Place c_keep{1100, 632};
constexpr Place c_clear{706, 680};
constexpr Place c_clear_really{640, 383};
constexpr Rect c_stage{310.0F, 110.0F, 580.0F, 530.0F};

void touch(const Desktop& desktop, const Place& place) {
    desktop.click(place.x, place.y);
    journey::wait_until_still(desktop);
}

/// The files of a kind anywhere in a home folder.
std::vector<fs::path> files_ending(const fs::path& home, const std::string& ending) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(home)) {
        if (entry.is_regular_file() && entry.path().extension() == ending) {
            found.push_back(entry.path());
        }
    }
    return found;
}

/// All files of a home folder with what they hold, but for the cache of compiled shaders, which the
/// graphics driver keeps.
std::map<std::string, std::string> contents(const fs::path& home) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(home)) {
        const std::string name = fs::relative(entry.path(), home).string();
        if (entry.is_regular_file() && name.find("mesa_shader_cache") == std::string::npos) {
            files[name] = journey::text_of(entry.path());
        }
    }
    return files;
}

std::string names_of(const std::map<std::string, std::string>& files) {
    std::string names;
    for (const auto& [name, text] : files) {
        names += name + '\n';
    }
    return names;
}

/// Waits until the program has ended by itself.
bool ends(const journey::Running& program) {
    for (int tries = 0; tries < 50 && program.alive(); ++tries) {
        std::this_thread::sleep_for(200ms);
    }
    return !program.alive();
}

} // namespace

TEST_CASE("at the bedside three touches lead from the start to a sheet to take home") {
    const Desktop desktop(c_width, c_height);
    REQUIRE_FALSE(desktop.display().empty());
    const Home home("bedside-sheet");
    const journey::Running program(desktop, OSTEON_PROGRAM, {"--mode", "bedside"}, home.path);
    REQUIRE(journey::wait_for_window(desktop));
    journey::wait_until_still(desktop);
    touch(desktop, c_pelvis);
    touch(desktop, c_sheet);
    touch(desktop, c_save);
    std::vector<fs::path> sheets = files_ending(home.path, ".pdf");
    for (int tries = 0; tries < 50 && sheets.empty(); ++tries) {
        std::this_thread::sleep_for(200ms);
        sheets = files_ending(home.path, ".pdf");
    }
    REQUIRE(sheets.size() == 1);
    CHECK(sheets.front().filename() == "Pelvis.pdf");
    CHECK(journey::text_of(sheets.front()).starts_with("%PDF-"));
    CHECK(program.alive());
}

TEST_CASE("a talk that is cleared leaves every file as it was") {
    const Desktop desktop(c_width, c_height);
    REQUIRE_FALSE(desktop.display().empty());
    const Home home("bedside-trace");
    {
        // Caches and settings are there, as on any machine where the program was used before.
        journey::Running before(desktop, OSTEON_PROGRAM, {"--mode", "bedside"}, home.path);
        REQUIRE(journey::wait_for_window(desktop));
        journey::wait_until_still(desktop);
        CHECK(before.stop() == 0);
    }
    const auto before = contents(home.path);
    {
        const journey::Running talk(desktop, OSTEON_PROGRAM, {"--mode", "bedside"}, home.path);
        REQUIRE(journey::wait_for_window(desktop));
        const render::Image start = journey::wait_until_still(desktop);
        touch(desktop, c_pelvis);
        touch(desktop, c_mark);
        touch(desktop, c_sacrum);
        touch(desktop, c_denser);
        touch(desktop, c_draw);
        const render::Image marked = journey::wait_until_still(desktop);
        CHECK(journey::difference(start, marked, c_stage) > 0.05);
        desktop.drag(c_sacrum.x - 20, c_sacrum.y + 20, c_sacrum.x + 40, c_sacrum.y + 30);
        const render::Image drawn = journey::wait_until_still(desktop);
        const auto x = static_cast<float>(c_sacrum.x);
        const auto y = static_cast<float>(c_sacrum.y);
        CHECK(journey::difference(marked, drawn, {x - 30.0F, y + 10.0F, 80.0F, 30.0F}) > 0.02);
        touch(desktop, c_questions);
        std::this_thread::sleep_for(4s); // longer than notes of other rooms wait to be kept
        CHECK(contents(home.path) == before);
        touch(desktop, c_clear);
        touch(desktop, c_clear_really);
        const render::Image cleared = journey::wait_until_still(desktop);
        CHECK(journey::difference(start, cleared, c_stage) < 0.01);
        desktop.key("ctrl+q");
        CHECK(ends(talk)); // without a question: there is nothing left to save
    }
    const auto after = contents(home.path);
    CHECK(names_of(after) == names_of(before));
    CHECK((after == before)); // too long to be printed
}

TEST_CASE("a talk is kept where that is asked for, until it is cleared") {
    const Desktop desktop(c_width, c_height);
    REQUIRE_FALSE(desktop.display().empty());
    const Home home("bedside-kept");
    const journey::Running talk(desktop, OSTEON_PROGRAM, {"--mode", "bedside"}, home.path);
    REQUIRE(journey::wait_for_window(desktop));
    journey::wait_until_still(desktop);
    touch(desktop, c_pelvis);
    touch(desktop, c_keep);
    touch(desktop, c_mark);
    touch(desktop, c_sacrum);
    const auto kept = [&] { return files_ending(home.path, ".osteon"); };
    for (int tries = 0; tries < 50 && kept().empty(); ++tries) {
        std::this_thread::sleep_for(200ms);
    }
    REQUIRE(kept().size() == 1);
    CHECK(journey::text_of(kept().front()).find("sacrum") != std::string::npos);
    touch(desktop, c_clear);
    touch(desktop, c_clear_really);
    for (int tries = 0; tries < 50 && !kept().empty(); ++tries) {
        std::this_thread::sleep_for(200ms);
    }
    CHECK(kept().empty());
}
