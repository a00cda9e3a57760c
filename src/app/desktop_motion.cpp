#include "app/desktop_motion.h"

#include "app/child_process.h"
#include "base/files.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>
#include <utility>

namespace osteon::app {
namespace {

constexpr std::size_t c_largest_file = 1 << 20;

std::string environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

std::filesystem::path configuration() {
    const std::string folder = environment("XDG_CONFIG_HOME");
    return folder.empty() ? std::filesystem::path(environment("HOME")) / ".config"
                          : std::filesystem::path(folder);
}

std::string text_of(const std::filesystem::path& file) {
    return read_file(file, c_largest_file).value_or(std::string());
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

bool desktop_reduces_motion(const std::string& desktop) {
    if (desktop.find("KDE") != std::string::npos) {
        return kde_reduces_motion(text_of(configuration() / "kdeglobals"));
    }
    const std::filesystem::path tool = "/usr/bin/gsettings";
    if (::access(tool.c_str(), X_OK) == 0) {
        const auto answer =
            run_child(tool, {"get", "org.gnome.desktop.interface", "enable-animations"});
        if (answer && answer->status == 0) {
            return gnome_reduces_motion(answer->output);
        }
    }
    constexpr std::array versions = {"gtk-4.0", "gtk-3.0"};
    return std::ranges::any_of(versions, [](const char* version) {
        return gtk_reduces_motion(text_of(configuration() / version / "settings.ini"));
    });
}

} // namespace

void DesktopMotion::ask(void (*done)()) {
    const std::string desktop = environment("XDG_CURRENT_DESKTOP");
    if (desktop.empty()) {
        return;
    }
    std::promise<bool> answer;
    answer_ = answer.get_future();
    asking_ = std::jthread([desktop, done, answer = std::move(answer)]() mutable {
        answer.set_value(desktop_reduces_motion(desktop)); // before anyone is woken to take it
        done();
    });
}

std::optional<bool> DesktopMotion::take() {
    if (!answer_.valid() ||
        answer_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        return std::nullopt;
    }
    return answer_.get();
}

std::string_view ini_value(std::string_view text, std::string_view group, std::string_view key) {
    bool inside = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with('[')) {
            inside =
                line.size() > 2 && line.ends_with(']') && line.substr(1, line.size() - 2) == group;
        } else if (const std::size_t equals = line.find('=');
                   inside && equals != std::string_view::npos &&
                   trimmed(line.substr(0, equals)) == key) {
            return trimmed(line.substr(equals + 1));
        }
    }
    return {};
}

bool kde_reduces_motion(std::string_view kdeglobals) {
    const std::string factor(ini_value(kdeglobals, "KDE", "AnimationDurationFactor"));
    return !factor.empty() && std::strtod(factor.c_str(), nullptr) == 0.0;
}

bool gtk_reduces_motion(std::string_view settings_ini) {
    const std::string_view value = ini_value(settings_ini, "Settings", "gtk-enable-animations");
    return value == "0" || value == "false";
}

bool gnome_reduces_motion(std::string_view answer) {
    return trimmed(answer) == "false";
}

} // namespace osteon::app
