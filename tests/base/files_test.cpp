#include "base/files.h"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace osteon;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for a test, removed at its end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "osteon-files-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    fs::path operator/(const char* name) const { return path_ / name; }
    std::ptrdiff_t entry_count() const {
        return std::distance(fs::directory_iterator(path_), fs::directory_iterator());
    }

private:
    fs::path path_;
};

} // namespace

TEST_CASE("what is written is read back, byte by byte") {
    const TemporaryFolder folder;
    const std::string text("first line\n\0after a zero", 24);
    REQUIRE(write_file_atomically(folder / "note.txt", text));
    CHECK(read_file(folder / "note.txt") == text);
    CHECK(folder.entry_count() == 1);
}

TEST_CASE("writing creates missing folders and replaces what is there") {
    const TemporaryFolder folder;
    const fs::path file = folder / "a/b/settings.toml";
    REQUIRE(write_file_atomically(file, std::string_view("old and long")));
    REQUIRE(write_file_atomically(file, std::string_view("new")));
    CHECK(read_file(file) == "new");
}

TEST_CASE("a replaced file keeps its permissions") {
    const TemporaryFolder folder;
    const fs::path file = folder / "private.toml";
    REQUIRE(write_file_atomically(file, std::string_view("one")));
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    REQUIRE(write_file_atomically(file, std::string_view("two")));
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("writing through a symbolic link changes the file behind it") {
    const TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "real", std::string_view("one")));
    fs::create_symlink(folder / "real", folder / "link");
    REQUIRE(write_file_atomically(folder / "link", std::string_view("two")));
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(read_file(folder / "real") == "two");
}

TEST_CASE("a write that breaks off leaves the old file and nothing beside it") {
    const TemporaryFolder folder;
    const fs::path file = folder / "cache.bin";
    REQUIRE(write_file_atomically(file, std::string_view("whole")));

    // A limit on the size of files stands in for a disk that fills up in the midst of writing.
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{4096, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
    const Result<void> written = write_file_atomically(file, std::string(100'000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);

    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().fault == Fault::machine);
    CHECK_FALSE(written.error().cure.empty());
    CHECK(read_file(file) == "whole");
    CHECK(folder.entry_count() == 1);
}

TEST_CASE("a full disk is called full, and nothing is left on it") {
    // A user and mount namespace of one's own lets a tiny disk be mounted without rights.
    const TemporaryFolder folder;
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    constexpr int skipped = 77;
    if (child == 0) {
        const fs::path disk = folder / "disk";
        fs::create_directory(disk);
        const std::string user = "0 " + std::to_string(::getuid()) + " 1";
        const std::string group = "0 " + std::to_string(::getgid()) + " 1";
        const auto tell_kernel = [](const char* file, const std::string& text) {
            return static_cast<bool>((std::ofstream(file) << text).flush());
        };
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0 ||
            !tell_kernel("/proc/self/setgroups", "deny") ||
            !tell_kernel("/proc/self/uid_map", user) || !tell_kernel("/proc/self/gid_map", group) ||
            ::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=64k") != 0) {
            ::_exit(skipped);
        }
        const auto written = write_file_atomically(disk / "big", std::string(1'000'000, 'x'));
        const bool told = !written && written.error().reason == "the disk is full" &&
                          written.error().fault == Fault::machine;
        ::_exit(told && fs::is_empty(disk) ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    if (WEXITSTATUS(status) == skipped) {
        MESSAGE("skipped: no small disk can be mounted here");
    } else {
        CHECK(WEXITSTATUS(status) == 0);
    }
}

TEST_CASE("a path through a file is refused in words, and leaves nothing behind") {
    const TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "file", std::string_view("x")));
    const Result<void> written =
        write_file_atomically(folder / "file/below", std::string_view("y"));
    REQUIRE_FALSE(written.has_value());
    CHECK(describe(written.error()).find("is a file, not a folder") != std::string::npos);
    CHECK(folder.entry_count() == 1);
}

TEST_CASE("a folder is not overwritten by a file") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "name");
    const Result<void> written = write_file_atomically(folder / "name", std::string_view("x"));
    REQUIRE_FALSE(written.has_value());
    CHECK(fs::is_directory(folder / "name"));
    CHECK(folder.entry_count() == 1);
}

TEST_CASE("a missing file is named, with a cure") {
    const TemporaryFolder folder;
    const auto text = read_file(folder / "missing.toml");
    REQUIRE_FALSE(text.has_value());
    CHECK(text.error().fault == Fault::input);
    CHECK(describe(text.error())
              .ends_with("missing.toml: there is no such file. Check the spelling of the path."));
}

TEST_CASE("folders, pipes and files over the limit are refused") {
    const TemporaryFolder folder;
    CHECK_FALSE(read_file(fs::temp_directory_path()).has_value());
    CHECK_FALSE(map_file(fs::temp_directory_path()).has_value());

    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    const auto pipe = read_file(folder / "pipe");
    REQUIRE_FALSE(pipe.has_value());
    CHECK(pipe.error().reason == "this is not an ordinary file");

    REQUIRE(write_file_atomically(folder / "ten", std::string_view("0123456789")));
    CHECK(read_file(folder / "ten", 10).has_value());
    const auto too_large = read_file(folder / "ten", 9);
    REQUIRE_FALSE(too_large.has_value());
    CHECK(too_large.error().reason.find("10 bytes") != std::string::npos);
}

TEST_CASE("a mapped file outlives its name") {
    const TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "model", std::string_view("bytes")));
    const auto mapped = map_file(folder / "model");
    REQUIRE(mapped.has_value());
    fs::remove(folder / "model");
    REQUIRE(mapped->bytes.size() == 5);
    CHECK(static_cast<char>(mapped->bytes[0]) == 'b');
    release_pages(mapped->bytes);
    CHECK(static_cast<char>(mapped->bytes[0]) == 'b');
    release_pages({});
}

TEST_CASE("an empty file cannot be mapped, and that is said") {
    const TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "empty", std::string_view()));
    CHECK(read_file(folder / "empty") == "");
    const auto mapped = map_file(folder / "empty");
    REQUIRE_FALSE(mapped.has_value());
    CHECK(mapped.error().reason == "the file is empty");
}
