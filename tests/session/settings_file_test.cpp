#include "session/settings_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace osteon::session;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for each test, gone after it.
struct Folder {
    fs::path path = fs::path(OSTEON_BINARY_DIR) / "settings_test";
    Folder() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    fs::path file() const { return path / "settings.toml"; }
    void write(const std::string& text) const { std::ofstream(file()) << text; }
    std::string read(const fs::path& from) const {
        std::ostringstream text;
        text << std::ifstream(from).rdbuf();
        return text.str();
    }
};

} // namespace

TEST_CASE("Settings come back as they were written") {
    const Folder folder;
    Settings settings;
    settings.theme = ThemeChoice::contrast;
    settings.scale = 1.25F;
    settings.text_size = 1.1F;
    settings.level = ReadingLevel::plain;
    settings.motion = MotionChoice::full;
    settings.patterns = true;
    settings.speech = true;
    settings.first_steps_done = true;
    settings.keys = {{"look.radiograph", "Ctrl+R"}, {"quit", ""}};
    settings.show_unchecked = false;
    settings.show_landmarks = false;
    settings.dim_rest = false;
    settings.region_order = RegionOrder::by_body;
    settings.matrix = MatrixFigures::lesions;
    settings.drawer = Drawer::matrix;
    settings.panel_folded = true;
    settings.panel_width = 524.0F;
    settings.drawer_width = 290.0F;
    settings.window_width = 1920;
    settings.window_height = 1080;
    settings.model.path = "models/my \"own\" skeleton.glb";
    settings.model.options.metres_per_unit = 0.001F;
    settings.model.options.up = osteon::anatomy::UpAxis::z;
    REQUIRE(save_settings(settings, folder.file()));
    const LoadedSettings loaded = load_settings(folder.file());
    CHECK(loaded.settings == settings);
    CHECK(loaded.warning.empty());
    CHECK(folder.read(folder.file()).find("text_size = 1.1") != std::string::npos);
}

TEST_CASE("A missing file gives the usual settings without a word") {
    const Folder folder;
    const LoadedSettings loaded = load_settings(folder.path / "nothing.toml");
    CHECK(loaded.settings == Settings{});
    CHECK(loaded.warning.empty());
}

TEST_CASE("A damaged file is told of, and kept when the settings are next written") {
    const Folder folder;
    const std::string garbage = "theme = \"light\"\nscale = = 3 \xff\x01";
    folder.write(garbage);
    const LoadedSettings loaded = load_settings(folder.file());
    CHECK(loaded.settings == Settings{});
    CHECK(loaded.warning.find("line 2") != std::string::npos);
    CHECK(loaded.warning.find("settings.toml.damaged") != std::string::npos);
    REQUIRE(save_settings(loaded.settings, folder.file()));
    CHECK(folder.read(folder.path / "settings.toml.damaged") == garbage);
    CHECK(load_settings(folder.file()).warning.empty());
}

TEST_CASE("Keys may be written with dots or as tables, and what is no key is named") {
    const Folder folder;
    folder.write("[keys]\n\"look.radiograph\" = \"Ctrl+R\"\nbones.hide = \"F8\"\n"
                 "undo = 7\n[keys.view]\nhome = \"\"\n");
    const LoadedSettings loaded = load_settings(folder.file());
    const KeyBindings expected{
        {"look.radiograph", "Ctrl+R"}, {"bones.hide", "F8"}, {"view.home", ""}};
    CHECK(loaded.settings.keys == expected);
    CHECK(loaded.warning.find("keys.undo") != std::string::npos);
    REQUIRE(save_settings(loaded.settings, folder.file()));
    CHECK(load_settings(folder.file()).settings.keys == expected);
}

TEST_CASE("Less motion, as earlier versions wrote it, is understood") {
    const Folder folder;
    folder.write("reduced_motion = true\n");
    CHECK(load_settings(folder.file()).settings.motion == MotionChoice::reduced);
    folder.write("reduced_motion = false\n");
    CHECK(load_settings(folder.file()).settings.motion == MotionChoice::system);
}

TEST_CASE("The first steps are shown to whoever starts without settings") {
    const Folder folder;
    CHECK_FALSE(load_settings(folder.file()).settings.first_steps_done);
    folder.write("theme = \"light\"\n");
    CHECK(load_settings(folder.file()).settings.first_steps_done);
    folder.write("first_steps_done = false\n");
    CHECK_FALSE(load_settings(folder.file()).settings.first_steps_done);
}

TEST_CASE("Values out of range are brought back, the others are kept, and each is named") {
    const Folder folder;
    folder.write("theme = \"pink\"\ntext_size = 99\ninterface_scale = nan\nmotion = 3\n"
                 "[panels]\nreading_width = 540\ndrawer = 4\n[window]\nwidth = -5\n"
                 "[model]\nmetres_per_unit = -1\npath = 7\n");
    const LoadedSettings loaded = load_settings(folder.file());
    CHECK(loaded.settings.theme == ThemeChoice::dark);
    CHECK(loaded.settings.text_size == 1.6F);
    CHECK(loaded.settings.scale == 0.0F);
    CHECK(loaded.settings.panel_width == 540.0F);
    CHECK(loaded.settings.window_width == 320);
    for (const std::string key :
         {"theme", "text_size", "interface_scale", "motion", "panels.drawer", "window.width",
          "metres_per_unit", "model.path"}) {
        INFO(key);
        CHECK(loaded.warning.find(key) != std::string::npos);
    }
    CHECK(loaded.warning.find("reading_width") == std::string::npos);
}

TEST_CASE("Tables where values should be, and folders where the file should be, do no harm") {
    const Folder folder;
    folder.write("panels = 3\nmodel = [1, 2]\n[theme]\nx = 1\n[window]\nwidth = \"wide\"\n");
    Settings usual;
    usual.first_steps_done = true; // there was a file
    CHECK(load_settings(folder.file()).settings == usual);
    const LoadedSettings from_folder = load_settings(folder.path);
    CHECK(from_folder.settings == Settings{});
    CHECK_FALSE(from_folder.warning.empty());
    CHECK_FALSE(save_settings(Settings{}, folder.file() / "below_a_file" / "settings.toml"));
}
