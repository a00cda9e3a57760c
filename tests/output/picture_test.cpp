#include "output/picture.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace osteon;

TEST_CASE("a picture comes back from its PNG as it was, clear pixels too") {
    const std::filesystem::path file = OSTEON_BINARY_DIR "/output_test/picture.png";
    const render::Image image{2, 1, {10, 20, 30, 255, 40, 50, 60, 0}};
    REQUIRE(output::write_png(image, file).has_value());
    const auto back = output::read_png(file);
    REQUIRE(back.has_value());
    CHECK(back->width == 2);
    CHECK(back->height == 1);
    CHECK(back->pixels == image.pixels);
}

TEST_CASE("what is no PNG, cut short or missing is refused by name") {
    const std::filesystem::path file = OSTEON_BINARY_DIR "/output_test/broken.png";
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << "\x89PNG not really";
    const auto broken = output::read_png(file);
    REQUIRE_FALSE(broken.has_value());
    CHECK(describe(broken.error()).find("broken.png") != std::string::npos);
    CHECK_FALSE(output::read_png(file.parent_path() / "missing.png").has_value());
}

TEST_CASE("a picture that cannot be written is an error, and leaves nothing behind") {
    const render::Image image{1, 1, {1, 2, 3, 255}};
    CHECK_FALSE(output::write_png({}, OSTEON_BINARY_DIR "/output_test/empty.png").has_value());
    CHECK_FALSE(std::filesystem::exists(OSTEON_BINARY_DIR "/output_test/empty.png"));
    if (std::filesystem::exists("/dev/full")) {
        const auto full = output::write_png(image, "/dev/full/picture.png");
        REQUIRE_FALSE(full.has_value());
        CHECK(full.error().fault == Fault::machine);
    }
}
