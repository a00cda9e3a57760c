#include "app/folder_watch.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>
#include <unistd.h>

using namespace osteon::app;

namespace {

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() /
                                 ("osteon-folder-watch-" + std::to_string(::getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    void write(const std::string& name) const { std::ofstream(path / name) << "text"; }
};

/// Whether the watch tells of a change; it takes longer than a minute only where it is broken.
bool changes(FolderWatch& watch) {
    for (int i = 0; i < 600; ++i) {
        if (watch.take()) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
}

} // namespace

TEST_CASE("a watched folder tells of files saved, added and removed, once each") {
    const Folder folder;
    folder.write("solid.frag");
    std::atomic<int> woken = 0;
    FolderWatch watch(folder.path, {".frag", ".glsl"}, [&woken] { ++woken; });
    CHECK_FALSE(watch.take());
    folder.write("tone.glsl");
    CHECK(changes(watch));
    CHECK_FALSE(watch.take());
    const auto solid = folder.path / "solid.frag";
    std::filesystem::last_write_time(solid, std::filesystem::last_write_time(solid) +
                                                std::chrono::seconds(1));
    CHECK(changes(watch));
    std::filesystem::remove(solid);
    CHECK(changes(watch));
    CHECK(woken >= 3);
}

TEST_CASE("the stamps of a folder are those of its own kinds of files") {
    const Folder folder;
    folder.write("solid.frag");
    folder.write("solid.frag~");
    CHECK(stamps_of(folder.path, {".frag"}).size() == 1);
    CHECK(stamps_of(folder.path, {".vert"}).empty());
    CHECK(stamps_of(folder.path / "nowhere", {".frag"}).empty());
}
