#include "base/paths.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <string>

using namespace osteon;

namespace {

/// Sets an environment variable (or removes it) for as long as it lives.
class Environment {
public:
    Environment(const char* name, const char* value)
        : name_(name) {
        if (const char* before = std::getenv(name)) {
            before_ = before;
        }
        set(value);
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;
    ~Environment() { set(before_ ? before_->c_str() : nullptr); }

private:
    void set(const char* value) {
        if (value != nullptr) {
            ::setenv(name_, value, 1);
        } else {
            ::unsetenv(name_);
        }
    }

    const char* name_;
    std::optional<std::string> before_;
};

} // namespace

TEST_CASE("the XDG variables choose the user's folders") {
    const Environment cache("XDG_CACHE_HOME", "/somewhere/cache");
    const Environment config("XDG_CONFIG_HOME", "/somewhere/config");
    const Environment data("XDG_DATA_HOME", "/somewhere/data");
    CHECK(cache_folder() == "/somewhere/cache/osteon");
    CHECK(config_folder() == "/somewhere/config/osteon");
    CHECK(data_folder() == "/somewhere/data/osteon");
}

TEST_CASE("without XDG variables the folders lie below the home folder") {
    const Environment home("HOME", "/users/reader");
    const Environment cache("XDG_CACHE_HOME", nullptr);
    const Environment config("XDG_CONFIG_HOME", "");
    const Environment data("XDG_DATA_HOME", nullptr);
    CHECK(cache_folder() == "/users/reader/.cache/osteon");
    CHECK(config_folder() == "/users/reader/.config/osteon");
    CHECK(data_folder() == "/users/reader/.local/share/osteon");
}

TEST_CASE("a relative XDG path is ignored, as the specification asks") {
    const Environment home("HOME", "/users/reader");
    const Environment cache("XDG_CACHE_HOME", "cache");
    CHECK(cache_folder() == "/users/reader/.cache/osteon");
}

TEST_CASE("without a home folder there are no user's folders") {
    const Environment cache("XDG_CACHE_HOME", nullptr);
    for (const char* no_home : {static_cast<const char*>(nullptr), "", "relative"}) {
        const Environment home("HOME", no_home);
        CHECK_FALSE(cache_folder().has_value());
    }
}

TEST_CASE("a folder of the checkout is found from its build folder") {
    const auto assets = shipped_folder("assets");
    REQUIRE(assets.has_value());
    CHECK(std::filesystem::exists(*assets / "anatomy/bones.toml"));
}

TEST_CASE("a shipped folder that is nowhere is the machine's fault and is named") {
    const auto folder = shipped_folder("no-such-folder");
    REQUIRE_FALSE(folder.has_value());
    CHECK(folder.error().fault == Fault::machine);
    CHECK(describe(folder.error()).find("no-such-folder") == 0);
}
