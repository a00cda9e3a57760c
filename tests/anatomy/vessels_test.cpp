#include "anatomy/vessels.h"
#include "base/files.h"
#include "support/shipped_surroundings.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <unistd.h>

using namespace osteon;
using namespace osteon::anatomy;

namespace {

constexpr std::string_view sound = R"([[vessel]]
id = "big_vein"
name = "Big vein"
latin = "Vena magna"
kind = "vein"
radius = 0.01
into = "heart"
lines = [ [[0.0, 1.0, 0.0], [0.0, 1.2, 0.0]] ]
)";

/// What loading a file with this text says.
std::string complaint_about(std::string_view text) {
    const std::filesystem::path file = std::filesystem::temp_directory_path() /
                                       ("osteon-vessels-" + std::to_string(::getpid()) + ".toml");
    REQUIRE(write_file_atomically(file, text));
    const auto result = load_vessels(file, testing::shipped_surroundings().organs);
    std::filesystem::remove(file);
    return result ? "no complaint" : describe(result.error());
}

/// What is said once `from` is replaced in the sound file.
std::string complaint_after(std::string_view from, std::string_view to) {
    std::string text(sound);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return complaint_about(text.replace(at, from.size(), to));
}

void check_says(const std::string& message, std::string_view place, std::string_view reason) {
    INFO(message);
    CHECK(message.find(place) != std::string::npos);
    CHECK(message.find(reason) != std::string::npos);
}

} // namespace

TEST_CASE("the shipped vessels are read with their kinds, and lie within the body") {
    const std::vector<Vessel>& vessels = testing::shipped_surroundings().vessels;
    const Vessel* const cava = find_vessel(vessels, "inferior_vena_cava");
    REQUIRE(cava != nullptr);
    CHECK(cava->name == "Inferior vena cava");
    CHECK(cava->kind == VesselKind::vein);
    CHECK(cava->into == "heart");
    CHECK(cava->lines.front().front().y < cava->lines.front().back().y); // blood rises to the heart
    REQUIRE(find_vessel(vessels, "portal_vein") != nullptr);
    CHECK(find_vessel(vessels, "portal_vein")->kind == VesselKind::portal);
    CHECK_FALSE(find_vessel(vessels, "vertebral_venous_plexus")->valves);
    CHECK(find_vessel(vessels, "no_such_vein") == nullptr);
    const Box skin = testing::shipped_surroundings().shapes.bounds;
    for (const Vessel& vessel : vessels) {
        for (const auto& line : vessel.lines) {
            const Box box = box_of(line);
            INFO(vessel.id);
            CHECK(glm::min(box.min, skin.min) == skin.min);
            CHECK(glm::max(box.max, skin.max) == skin.max);
        }
    }
}

TEST_CASE("a faulty vessel is told with its line, reason and cure") {
    CHECK(complaint_about(sound) == "no complaint");
    check_says(complaint_about("moon = 1\n"), "line 1", "there is no field \"moon\"");
    check_says(complaint_about(""), "", "no vessels");
    check_says(complaint_about("[[vessel]\n"), "line 1", "not TOML");
    check_says(complaint_after("id = \"big_vein\"\n", ""), "line 1", "no \"id\"");
    check_says(complaint_after("\"vein\"", "\"canal\""), "line 5", "\"canal\" is not known");
    check_says(complaint_after("0.01", "\"wide\""), "line 6", "not a number");
    check_says(complaint_after("0.01", "-1.0"), "line 6", "not that of a vessel");
    check_says(complaint_after("radius = 0.01\n", ""), "line 1", "no \"radius\"");
    check_says(complaint_after("\"heart\"", "\"moon\""), "line 7", "neither a vessel nor an organ");
    check_says(complaint_after("[0.0, 1.0, 0.0]", "[0.0, 1.0]"), "line 8", "three numbers");
    check_says(complaint_after("[0.0, 1.0, 0.0]", "7"), "line 8", "not a list");
    check_says(complaint_after("[0.0, 1.2, 0.0]", "[0.0, 1.0, 0.0]"), "line 8", "the same");
    check_says(complaint_after(", [0.0, 1.2, 0.0]", ""), "line 8", "two points or more");
    check_says(complaint_after("[[0.0, 1.0, 0.0], [0.0, 1.2, 0.0]]", ""), "line 1", "no lines");
    check_says(complaint_after("into", "valves = 1\ninto"), "line 7", "neither true nor false");
    check_says(complaint_about(std::string(sound) + std::string(sound)), "line 9", "listed twice");
}

TEST_CASE("a smooth line keeps its points, turns without corners and is never coarser than asked") {
    const std::vector<glm::vec3> points = {
        {0, 0, 0}, {0.1F, 0, 0}, {0.1F, 0.1F, 0}, {0.1F, 0.1F, 0.02F}};
    const std::vector<glm::vec3> line = smooth_line(points, 0.01F);
    for (const glm::vec3& point : points) {
        CHECK(std::ranges::find(line, point) != line.end());
    }
    for (std::size_t i = 1; i < line.size(); ++i) {
        CHECK(glm::distance(line[i - 1], line[i]) < 0.015F);
        CHECK(line[i - 1] != line[i]);
    }
    for (std::size_t i = 2; i < line.size(); ++i) {
        const glm::vec3 before = glm::normalize(line[i - 1] - line[i - 2]);
        const glm::vec3 after = glm::normalize(line[i] - line[i - 1]);
        CHECK(glm::dot(before, after) > 0.5F); // its points turn by a right angle
    }
    const std::vector<glm::vec3> straight = {{0, 0, 0}, {0, 1, 0}};
    for (const glm::vec3& point : smooth_line(straight, 0.1F)) {
        CHECK(point.x == doctest::Approx(0.0));
        CHECK(point.y <= 1.0F);
    }
}

TEST_CASE("organs and vessels follow the trunk of another model, and stay where it tells nothing") {
    const Surroundings& around = testing::shipped_surroundings();
    const Registry& registry = testing::shipped_registry();
    const BodyFit same = fit_body(around.outline, around.outline, registry);
    CHECK(glm::distance(same({0.1F, 1.0F, 0.1F}), {0.1F, 1.0F, 0.1F}) < 1e-5F);

    SkeletonModel taller = around.outline;
    for (BoneMesh& mesh : taller.meshes) {
        mesh.bounds.min = 1.2F * mesh.bounds.min + glm::vec3(0.0F, 0.5F, 0.0F);
        mesh.bounds.max = 1.2F * mesh.bounds.max + glm::vec3(0.0F, 0.5F, 0.0F);
    }
    const BodyFit fit = fit_body(around.outline, taller, registry);
    CHECK(glm::distance(fit({0.1F, 1.0F, 0.1F}), {0.12F, 1.7F, 0.12F}) < 1e-3F);

    CHECK(fit_body(around.outline, SkeletonModel{}, registry) == BodyFit{});
}
