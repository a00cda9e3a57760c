#include "sculpt/fit.h"
#include "sculpt/fit_least_squares.h"
#include "sculpt/mesher.h"

#include <doctest/doctest.h>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

const std::string written = "# a knob\n"
                            "bone femur_right\n"
                            "dimension radius   12.00  # of the head\n"
                            "landmark head 0 100 0   # its centre\n"
                            "dimension neck 5\n"
                            "ellipsoid @head radius radius radius k=2\n"
                            "tube k=2\n"
                            "0 40 0 | neck\n"
                            "@head  | neck\n";

RecipeBook read(const std::string& text) {
    auto book = RecipeBook::read({{"knob.recipe", text}});
    REQUIRE_MESSAGE(book.has_value(), (book ? "" : describe(book.error())));
    return *book;
}

/// The surface of the same knob with other numbers.
anatomy::TriangleMesh surface_with(const Overrides& overrides) {
    const auto bone = read(written).with("femur_right", overrides);
    REQUIRE(bone.has_value());
    Mesh mesh = mesh_solid(*bone->solid, 1.5F);
    return {std::move(mesh.positions), std::move(mesh.indices)};
}

std::string refusal(const std::string& text, const FitOptions& options) {
    const auto fit = fit_bone(read(text), "femur_right", surface_with({}), options);
    return fit ? "" : describe(fit.error());
}

} // namespace

TEST_CASE("a fit finds the numbers that a surface was made with") {
    const auto reference = surface_with({{"radius", 14.5F}, {"head.x", 3.0F}, {"neck", 6.5F}});
    const auto fit =
        fit_bone(read(written), "femur_right", reference, {.vary = {}, .fix = {}, .pull = 0.0});
    REQUIRE_MESSAGE(fit.has_value(), (fit ? "" : describe(fit.error())));
    REQUIRE(fit->numbers.size() == 5);
    CHECK(fit->numbers[0].after == doctest::Approx(14.5F).epsilon(0.01));
    CHECK(fit->numbers[1].after == doctest::Approx(3.0F).epsilon(0.05));
    CHECK(fit->numbers[2].after == doctest::Approx(100.0F).epsilon(0.005));
    CHECK(fit->numbers[4].after == doctest::Approx(6.5F).epsilon(0.02));
    CHECK(fit->mean_before > 1.5F);
    CHECK(fit->mean_after < 0.1F);
}

TEST_CASE("a fit varies only what it is told, and stays near the written values when pulled") {
    const auto reference = surface_with({{"radius", 14.0F}, {"neck", 7.0F}});
    const RecipeBook book = read(written);
    const auto one = fit_bone(book, "femur_right", reference, {.vary = {"radius"}, .fix = {}});
    REQUIRE(one.has_value());
    REQUIRE(one->numbers.size() == 1);
    CHECK(one->numbers[0].dimension.name == "radius");
    const auto places =
        fit_bone(book, "femur_right", reference, {.vary = {"head"}, .fix = {"head.z"}});
    REQUIRE(places.has_value());
    REQUIRE(places->numbers.size() == 2);
    CHECK(places->numbers[1].dimension.name == "head.y");
    const auto held =
        fit_bone(book, "femur_right", reference, {.vary = {"radius"}, .fix = {}, .pull = 1e5});
    REQUIRE(held.has_value());
    CHECK(held->numbers[0].after == doctest::Approx(12.0F).epsilon(0.01));
    CHECK(one->numbers[0].slack > 0.0F);
}

TEST_CASE("a fit of too many, unknown or no numbers is refused with the cure") {
    std::string many = written;
    for (int i = 0; i < 60; ++i) {
        many += "dimension d" + std::to_string(i) + " 1\n";
    }
    CHECK(refusal(many, {}).find("65 numbers are too many to fit, at most 60") !=
          std::string::npos);
    CHECK(refusal(many, {}).find("--vary") != std::string::npos);
    CHECK(refusal(written, {.vary = {"length"}, .fix = {}})
              .find("no dimension or landmark 'length'") != std::string::npos);
    CHECK(refusal(written, {.vary = {"neck"}, .fix = {"neck"}}).find("no number to fit") !=
          std::string::npos);
    const auto missing = fit_bone(read(written), "tibia_right", surface_with({}), {});
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().subject == "tibia_right");
}

TEST_CASE("fitted numbers are written into the recipe, and nothing else changes") {
    std::vector<FittedNumber> numbers;
    const RecipeBook book = read(written);
    for (const Dimension& dimension : book.bones().front().dimensions) {
        numbers.push_back({dimension, dimension.name == "head.y" ? 98.76F : 7.654F, 0.0F});
    }
    std::string expected = written;
    const auto replace = [&expected](const std::string& from, const std::string& to) {
        expected.replace(expected.find(from), from.size(), to);
    };
    replace("12.00", "7.65");
    replace("head 0 100 0", "head 7.65 98.8 7.65");
    replace("neck 5\n", "neck 7.65\n");
    CHECK(rewrite({"knob.recipe", written}, numbers) == expected);
    CHECK(rewrite({"other.recipe", written}, numbers) == written);
}

TEST_CASE("least squares find the minimum of a curved valley and leave impossible values alone") {
    LeastSquares problem;
    problem.start = {-1.2, 1.0};
    problem.scales = {3.0, 3.0};
    problem.step = 1e-4;
    problem.huber = 1e6;
    problem.most_steps = 200;
    problem.residuals = [](const std::vector<double>& v) -> std::optional<std::vector<float>> {
        if (v[0] > 3.0) {
            return std::nullopt;
        }
        // Rosenbrock's valley as residuals.
        return std::vector<float>{static_cast<float>(10.0 * (v[1] - v[0] * v[0])),
                                  static_cast<float>(1.0 - v[0])};
    };
    const LeastSquaresResult result = minimise(problem);
    CHECK(result.values[0] == doctest::Approx(1.0).epsilon(0.02));
    CHECK(result.values[1] == doctest::Approx(1.0).epsilon(0.04));
    problem.start = {4.0, 4.0};
    CHECK(minimise(problem).values == problem.start);
}
