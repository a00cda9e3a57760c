#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace osteon::journey {

/// Settings of someone who has used the program before: no first steps, no motion, and a window of
/// 1280 x 720 at 100 %. More can be put before, such as "theme = \"light\"\n".
inline std::string known_settings(const std::string& before = {}) {
    return before + "interface_scale = 1.0\nmotion = \"reduced\"\nfirst_steps_done = true\n"
                    "[window]\nwidth = 1280\nheight = 720\n";
}

inline std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The home folder of one user, made anew, with settings written beforehand; it stays for whoever
/// looks.
struct Home {
    std::filesystem::path path;

    /// Without settings the program starts for the first time.
    explicit Home(const char* name, const std::string& settings = known_settings())
        : path(std::filesystem::path(OSTEON_BINARY_DIR) / "journeys" / name) {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path / "config" / "osteon");
        if (!settings.empty()) {
            std::ofstream(settings_file()) << settings;
        }
    }
    std::filesystem::path settings_file() const { return path / "config/osteon/settings.toml"; }
    std::string settings() const { return text_of(settings_file()); }
};

} // namespace osteon::journey
