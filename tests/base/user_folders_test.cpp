#include "base/user_folders.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>

using namespace osteon;

namespace {

namespace fs = std::filesystem;

/// Sets a variable of the environment, and puts back what it was.
class Variable {
public:
    Variable(const char* name, const std::optional<std::string>& value)
        : name_(name) {
        if (const char* const now = std::getenv(name)) {
            before_ = now;
        }
        set(value);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() { set(before_); }

private:
    void set(const std::optional<std::string>& value) const {
        value ? ::setenv(name_, value->c_str(), 1) : ::unsetenv(name_);
    }

    const char* name_;
    std::optional<std::string> before_;
};

} // namespace

TEST_CASE("Pictures go where the desktop keeps them, else home") {
    const fs::path home = OSTEON_BINARY_DIR "/user_folders_test";
    fs::remove_all(home);
    fs::create_directories(home / ".config");
    const Variable at_home("HOME", home.string());
    const Variable no_config("XDG_CONFIG_HOME", std::nullopt);
    const Variable none("XDG_PICTURES_DIR", std::nullopt);
    CHECK(user_folder(UserFolder::pictures) == home);
    std::ofstream(home / ".config" / "user-dirs.dirs")
        << "# a comment\nXDG_PICTURES_DIR=\"$HOME/Bilder\"\nXDG_VIDEOS_DIR=\"/mnt/videos\"\n";
    CHECK(user_folder(UserFolder::pictures) == home / "Bilder");
    CHECK(user_folder(UserFolder::videos) == "/mnt/videos");
    CHECK(user_folder(UserFolder::documents) == home);
    const Variable chosen("XDG_PICTURES_DIR", "/srv/pictures");
    CHECK(user_folder(UserFolder::pictures) == "/srv/pictures");
}

TEST_CASE("A file that is there is never written over") {
    const fs::path folder = OSTEON_BINARY_DIR "/free_file_test";
    fs::remove_all(folder);
    fs::create_directories(folder);
    CHECK(free_file(folder, "Spine", ".png") == folder / "Spine.png");
    std::ofstream(folder / "Spine.png") << "x";
    CHECK(free_file(folder, "Spine", ".png") == folder / "Spine 2.png");
    std::ofstream(folder / "Spine 2.png") << "x";
    CHECK(free_file(folder, "Spine", ".png") == folder / "Spine 3.png");
    CHECK(free_file(folder, "a/b: c", ".png") == folder / "a-b- c.png");
}
