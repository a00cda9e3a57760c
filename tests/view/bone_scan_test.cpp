#include "support/tiny_world.h"
#include "view/bone_scan.h"
#include "view/panes.h"

#include <doctest/doctest.h>

#include <array>
#include <numeric>

using namespace osteon;
using namespace osteon::view;

namespace {

struct Stand {
    anatomy::Registry registry = tiny::registry();
    anatomy::SkeletonModel model = tiny::model(registry);
    std::vector<anatomy::BoneIndex> hidden;
    std::vector<ScanSpot> spots;

    ScanFilm film(ScanSide side) const { return expose_scan(model, registry, hidden, spots, side); }
};

/// The mean darkness of 2 cm around a place of the body.
double darkness(const ScanFilm& film, ScanSide side, const glm::vec3& place) {
    const float x = side == ScanSide::anterior ? place.x : -place.x;
    const glm::ivec2 cell((glm::vec2(x, place.y) - film.corner) / film.cell);
    double sum = 0.0;
    int count = 0;
    for (int row = cell.y - 5; row <= cell.y + 5; ++row) {
        for (int column = cell.x - 5; column <= cell.x + 5; ++column) {
            sum += film.darkness[static_cast<std::size_t>(row * film.cells.x + column)];
            ++count;
        }
    }
    return sum / count;
}

constexpr glm::vec3 spine{0.0F, 1.035F, -0.03F};
constexpr glm::vec3 shaft_left{0.1F, 0.65F, 0.0F};
constexpr glm::vec3 sternum{0.0F, 1.28F, 0.1F};
constexpr glm::vec3 beside{0.35F, 0.3F, 0.0F};

} // namespace

TEST_CASE(
    "On the posterior view the spine is darker than the shaft of a femur, and than in front") {
    const Stand s;
    const ScanFilm posterior = s.film(ScanSide::posterior);
    const ScanFilm anterior = s.film(ScanSide::anterior);
    const double behind = darkness(posterior, ScanSide::posterior, spine);
    CHECK(behind > darkness(posterior, ScanSide::posterior, shaft_left) + 20.0);
    CHECK(behind > darkness(anterior, ScanSide::anterior, spine) + 20.0);
    CHECK(darkness(anterior, ScanSide::anterior, sternum) >
          darkness(posterior, ScanSide::posterior, sternum));
}

TEST_CASE("Beside the body the film is clear") {
    const Stand s;
    CHECK(darkness(s.film(ScanSide::anterior), ScanSide::anterior, beside) < 4.0);
}

TEST_CASE("A hot lesion darkens its own side of the film, and the other side of the other view") {
    Stand s;
    const ScanFilm before = s.film(ScanSide::anterior);
    s.spots = {{shaft_left, {0.012F, 0.012F}, 0.08F}};
    const glm::vec3 shaft_right = mirrored(shaft_left);
    for (const ScanSide side : {ScanSide::anterior, ScanSide::posterior}) {
        const ScanFilm film = s.film(side);
        CHECK(darkness(film, side, shaft_left) > darkness(film, side, shaft_right) + 40.0);
    }
    // The body's left lies at the viewer's right in front, and at the left from behind.
    const ScanFilm anterior = s.film(ScanSide::anterior);
    const auto half_sum = [](const ScanFilm& film, bool right) {
        double sum = 0.0;
        for (std::size_t i = 0; i < film.darkness.size(); ++i) {
            const int x = static_cast<int>(i % static_cast<std::size_t>(film.cells.x));
            sum += (2 * x >= film.cells.x) == right ? film.darkness[i] : 0;
        }
        return sum;
    };
    CHECK(half_sum(anterior, true) > half_sum(anterior, false));
    const ScanFilm posterior = s.film(ScanSide::posterior);
    CHECK(half_sum(posterior, false) > half_sum(posterior, true));
}

TEST_CASE(
    "On a scan a blastic lesion is hotter than a mixed one, and a lytic one is not hot at all") {
    Lesion lesion;
    const auto strength = [&](LesionKind kind) {
        lesion.kind = kind;
        return lesion_spots({&lesion, 1}).front().strength;
    };
    CHECK(strength(LesionKind::blastic) > strength(LesionKind::mixed));
    CHECK(strength(LesionKind::mixed) > 0.0F);
    CHECK(strength(LesionKind::lytic) <= 0.0F);
}

TEST_CASE("The same body gives the same film, grain and all") {
    const Stand s;
    CHECK(s.film(ScanSide::anterior).darkness == s.film(ScanSide::anterior).darkness);
    CHECK(s.film(ScanSide::anterior).darkness != s.film(ScanSide::posterior).darkness);
}

TEST_CASE("A hidden bone takes up nothing") {
    Stand s;
    const double before = darkness(s.film(ScanSide::anterior), ScanSide::anterior, sternum);
    s.hidden = {s.registry.find("sternum")};
    CHECK(darkness(s.film(ScanSide::anterior), ScanSide::anterior, sternum) < 0.6 * before);
}

TEST_CASE("Kidneys show better from behind, the bladder from the front") {
    Stand s;
    s.spots = usual_spots(s.model, s.registry);
    REQUIRE(s.spots.size() >= 3);
    // The sacrum lies in the bladder's way from behind.
    s.hidden = {s.registry.find("sacrum")};
    const ScanFilm anterior = s.film(ScanSide::anterior);
    const ScanFilm posterior = s.film(ScanSide::posterior);
    const glm::vec3 kidney = s.spots[0].centre;
    const glm::vec3 bladder = s.spots.back().centre;
    CHECK(darkness(posterior, ScanSide::posterior, kidney) >
          darkness(anterior, ScanSide::anterior, kidney));
    CHECK(darkness(anterior, ScanSide::anterior, bladder) >
          darkness(posterior, ScanSide::posterior, bladder));
}

TEST_CASE("No skeleton gives an empty film") {
    const ScanFilm film = expose_scan({}, {}, {}, {}, ScanSide::anterior);
    CHECK(film.darkness.empty());
    CHECK(film.cells == glm::ivec2(0));
}

TEST_CASE("A camera drawn back sees the target's plane as before, and depth without perspective") {
    Camera camera;
    const Camera far = drawn_back(camera, 16.0F);
    const Rect viewport{0.0F, 0.0F, 400.0F, 800.0F};
    const glm::vec3 edge{0.3F, 1.6F, 0.0F};
    CHECK(glm::distance(glm::vec2(project(camera, viewport, edge)),
                        glm::vec2(project(far, viewport, edge))) < 0.2F);
    const glm::vec3 nearer = edge + glm::vec3(0.0F, 0.0F, 0.15F);
    CHECK(glm::distance(glm::vec2(project(far, viewport, nearer)),
                        glm::vec2(project(far, viewport, edge))) < 1.0F);
    const glm::vec3 seen = project(far, viewport, edge);
    CHECK(glm::distance(unproject(far, viewport, glm::vec2(seen), seen.z), edge) < 0.002F);
}
