#include "app/desktop_motion.h"
#include "app/speech.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

namespace osteon::app {
namespace {

struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "osteon-speech-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    /// A stand-in for the system's speech.
    void put_program(const std::string& script) const {
        const std::filesystem::path file = path / "spd-say";
        std::ofstream(file) << "#!/bin/sh\n" << script << '\n';
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    }
    std::string read(const char* name) const {
        std::ifstream file(path / name);
        return {std::istreambuf_iterator<char>(file), {}};
    }
};

/// Waits until a condition holds, at most 5 s.
template <class Condition>
bool comes(Condition condition) {
    for (int i = 0; i < 500; ++i) {
        if (condition()) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

TEST_CASE("Plasma's factor of nought means less motion") {
    CHECK(kde_reduces_motion("[General]\nx=1\n[KDE]\nAnimationDurationFactor=0\n"));
    CHECK_FALSE(kde_reduces_motion("[KDE]\nAnimationDurationFactor=0.5\n"));
    CHECK_FALSE(kde_reduces_motion("[Other]\nAnimationDurationFactor=0\n"));
    CHECK_FALSE(kde_reduces_motion(""));
}

TEST_CASE("GNOME and GTK say whether they animate") {
    CHECK(gnome_reduces_motion("false\n"));
    CHECK_FALSE(gnome_reduces_motion("true\n"));
    CHECK_FALSE(gnome_reduces_motion("No such key"));
    CHECK(gtk_reduces_motion("[Settings]\ngtk-enable-animations = false\n"));
    CHECK(gtk_reduces_motion("[Settings]\r\ngtk-enable-animations=0\r\n"));
    CHECK_FALSE(gtk_reduces_motion("[Settings]\ngtk-enable-animations=1"));
}

TEST_CASE("without speech the reason and the cure are told, and nothing is said") {
    const Folder empty;
    for (const std::string& path : {empty.path.string(), std::string(), std::string("::")}) {
        Speech speech(path);
        CHECK(std::string(speech.missing()).find("speech-dispatcher") != std::string::npos);
        CHECK_FALSE(speech.say("Femur", "en").has_value());
    }
}

TEST_CASE("words reach the system's speech as they are, with their language and through no shell") {
    const Folder folder;
    folder.put_program("for word; do printf '%s\\n' \"$word\"; done > " +
                       (folder.path / "said").string() + ".new && mv " +
                       (folder.path / "said").string() + ".new " + (folder.path / "said").string());
    Speech speech("/nowhere:" + folder.path.string());
    CHECK(std::string(speech.missing()).empty());
    REQUIRE(speech.say("-x $(touch pwned) \"Oberschenkel\"", "de").has_value());
    CHECK(comes([&] { return !folder.read("said").empty(); }));
    CHECK(folder.read("said") == "--language\nde\n--\n-x $(touch pwned) \"Oberschenkel\"\n");
}

TEST_CASE("speech that has ended leaves no process behind, though nothing more is said") {
    const Folder folder;
    folder.put_program("echo $$ > " + (folder.path / "pid.new").string() + " && mv " +
                       (folder.path / "pid.new").string() + " " + (folder.path / "pid").string());
    Speech speech(folder.path.string());
    REQUIRE(speech.say("Femur", "en").has_value());
    REQUIRE(comes([&] { return !folder.read("pid").empty(); }));
    const int child = std::stoi(folder.read("pid"));
    // A zombie would still answer.
    CHECK(comes([&] { return ::kill(child, 0) != 0 && errno == ESRCH; }));
}

TEST_CASE("long words are cut between letters") {
    CHECK(beginning_of("Schlüsselbein", 40) == "Schlüsselbein");
    CHECK(beginning_of("Schlüsselbein", 5) == "Schl");
    CHECK(beginning_of("Schlüsselbein", 6) == "Schlü");
    CHECK(beginning_of("ü", 1).empty());
}

TEST_CASE("speech that failed is told the next time") {
    const Folder folder;
    folder.put_program("exit 1");
    Speech speech(folder.path.string());
    REQUIRE(speech.say("Femur", "en").has_value());
    CHECK(comes([&] { return !speech.say("Tibia", "en").has_value(); }));
}

} // namespace
} // namespace osteon::app
