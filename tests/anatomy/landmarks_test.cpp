#include "anatomy/builtin_format.h"
#include "anatomy/landmark_places.h"
#include "anatomy/landmarks_file.h"
#include "anatomy/prepare.h"
#include "base/files.h"
#include "base/geometry.h"
#include "base/progress.h"
#include "support/shipped_registry.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <filesystem>
#include <set>
#include <unistd.h>

using namespace osteon;
using namespace osteon::anatomy;

namespace {

const Registry& registry() {
    return testing::shipped_registry();
}

/// What reading a file with this list of landmarks says.
std::string complaint_about(const std::string& rows) {
    const std::filesystem::path file = std::filesystem::temp_directory_path() /
                                       ("osteon-landmarks-" + std::to_string(::getpid()) + ".toml");
    REQUIRE(write_file_atomically(file, "landmarks = [\n" + rows + "\n]\n"));
    const auto result = load_landmarks(file, registry());
    std::filesystem::remove(file);
    return result ? "no complaint" : describe(result.error());
}

bool says(const std::string& message, std::string_view part) {
    return message.find(part) != std::string::npos;
}

std::string row(const std::string& bones, const std::string& more = {}) {
    return "{ id = \"tip\", bones = " + bones +
           ", name = \"Tip\", latin = \"Apex\", definition = \"The end.\"" + more + " },";
}

/// A box as the surface of a bone; metres.
BoneSurface box_surface(std::string_view id, const Box& box) {
    BoneSurface surface;
    surface.bone = registry().find(id);
    for (unsigned corner = 0; corner < 8; ++corner) {
        surface.positions.push_back({(corner & 1U) != 0 ? box.max.x : box.min.x,
                                     (corner & 2U) != 0 ? box.max.y : box.min.y,
                                     (corner & 4U) != 0 ? box.max.z : box.min.z});
    }
    surface.indices = {0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4,
                       2, 6, 7, 2, 7, 3, 0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7, 5};
    return surface;
}

SkeletonModel model_of(std::vector<BoneSurface> surfaces) {
    auto model = prepare_model("Boxes", "", std::move(surfaces), tell_nobody);
    REQUIRE(model.has_value());
    return *model;
}

const LandmarkPlace& place_of(const SkeletonModel& model, std::string_view link) {
    const LandmarkPlace* const place = model.find_landmark(registry().find_landmark(link));
    REQUIRE_MESSAGE(place != nullptr, link);
    return *place;
}

constexpr float tenth_of_mm = 1e-4F;

const Box right_femur{{-0.12F, 0.44F, -0.03F}, {-0.06F, 0.9F, 0.03F}};
const Box left_femur{{0.06F, 0.44F, -0.03F}, {0.12F, 0.9F, 0.03F}};

} // namespace

TEST_CASE("well over a hundred landmarks are named, with Latin names and definitions") {
    std::set<std::string> names;
    for (const Landmark& each : registry().landmarks) {
        names.insert(each.id + "/" + each.latin);
        CHECK_FALSE(each.latin.empty());
        CHECK(each.definition.ends_with("."));
    }
    CHECK(names.size() >= 120);
}

TEST_CASE("a landmark is found by its bone and id, on both sides of the body") {
    for (const char* link :
         {"femur_right#greater_trochanter", "femur_left#greater_trochanter", "vertebra_l3#pedicle",
          "temporal_bone_left#mastoid_process", "occipital_bone#foramen_magnum",
          "hip_bone_right#anterior_superior_iliac_spine"}) {
        const LandmarkIndex index = registry().find_landmark(link);
        REQUIRE_MESSAGE(index != no_landmark, link);
        CHECK(registry().link_to(index) == link);
    }
    CHECK(registry().find_landmark("femur_right#pedicle") == no_landmark);
    CHECK(registry().find_landmark("femur_right") == no_landmark);
    CHECK(registry().find_landmark("no_bone#pedicle") == no_landmark);
    const auto [first, end] = registry().landmarks_of(registry().find("stapes_left"));
    CHECK(first == end);
}

TEST_CASE("a faulty list of landmarks is refused with its line") {
    CHECK(complaint_about(row("\"femur_right\"")) == "no complaint");
    CHECK(complaint_about(row("[\"femur_right\", \"lumbar_vertebrae\"]")) == "no complaint");
    const std::string unknown = complaint_about(row("\"femur\""));
    CHECK(says(unknown, "line 2"));
    CHECK(says(unknown, "no bone or region \"femur\""));
    CHECK(says(complaint_about(row("\"femur_left\"")), "lies on the left"));
    CHECK(says(complaint_about(row("\"femur_right\"") + "\n" + row("\"femur_right\"")), "line 3"));
    CHECK(says(complaint_about(row("\"femur_right\"") + row("\"femur_right\"")), "twice"));
    CHECK(says(complaint_about("{ id = \"tip\", bones = \"femur_right\", name = \"Tip\" }"),
               "no \"latin\""));
    CHECK(says(complaint_about(row("\"femur_right\"", ", kind = \"hole\"")), "\"hole\""));
    CHECK(says(complaint_about(row("\"femur_right\"", ", kind = \"opening\"")), "seen_from"));
    CHECK(says(complaint_about(row("\"femur_right\"", ", seen_from = \"afar\"")), "\"afar\""));
    CHECK(says(complaint_about(row("\"femur_right\"", ", seen_from = \"left right\"")), "cancel"));
    CHECK(says(complaint_about(row("\"femur_right\"", ", colour = 1")), "\"colour\""));
    CHECK(says(complaint_about("{ id = \"tip\", name = \"Tip\", latin = \"A\", "
                               "definition = \"The end.\" }"),
               "no \"bones\""));
}

TEST_CASE("a told place is moved onto the surface, and mirrored for the left bone") {
    const SkeletonModel bare =
        model_of({box_surface("femur_right", right_femur), box_surface("femur_left", left_femur)});
    SkeletonModel model = bare;
    model.landmarks = place_landmarks(
        bare, registry(), {{"femur_right", "greater_trochanter", {-0.125F, 0.8F, 0.01F}}});
    REQUIRE(model.landmarks.size() == 2);
    const LandmarkPlace& right = place_of(model, "femur_right#greater_trochanter");
    CHECK(glm::distance(right.place, {-0.12F, 0.8F, 0.01F}) < tenth_of_mm);
    CHECK(right.outward.x < -0.5F);
    const LandmarkPlace& left = place_of(model, "femur_left#greater_trochanter");
    CHECK(glm::distance(left.place, {0.12F, 0.8F, 0.01F}) < tenth_of_mm);
    CHECK(left.outward.x > 0.5F);
}

TEST_CASE("a place far from its bone and an opening stay where they are told") {
    const SkeletonModel bare = model_of(
        {box_surface("femur_right", right_femur),
         box_surface("hip_bone_right", {{-0.16F, 0.75F, -0.05F}, {-0.01F, 0.97F, 0.08F}})});
    SkeletonModel model = bare;
    model.landmarks =
        place_landmarks(bare, registry(),
                        {{"femur_right", "greater_trochanter", {-0.15F, 0.8F, 0.0F}},
                         {"hip_bone_right", "obturator_foramen", {-0.05F, 0.8F, 0.075F}},
                         {"hip_bone_right", "hip_centre", {0.0F, 0.8F, 0.0F}},
                         {"tibia_right", "medial_malleolus", {0.0F, 0.1F, 0.0F}}});
    REQUIRE(model.landmarks.size() == 2);
    CHECK(place_of(model, "femur_right#greater_trochanter").place.x == doctest::Approx(-0.15F));
    const LandmarkPlace& opening = place_of(model, "hip_bone_right#obturator_foramen");
    CHECK(opening.place.z == doctest::Approx(0.075F));
    CHECK(opening.outward.z == doctest::Approx(1.0F));
}

TEST_CASE("another model's landmarks lie where its bones' boxes put them") {
    SkeletonModel from = model_of({box_surface("femur_right", right_femur)});
    from.landmarks = place_landmarks(
        from, registry(), {{"femur_right", "greater_trochanter", {-0.12F, 0.808F, 0.0F}}});
    const Box larger{{-0.3F, 0.5F, -0.05F}, {-0.2F, 1.0F, 0.05F}};
    SkeletonModel to =
        model_of({box_surface("femur_right", larger),
                  box_surface("sacrum", {{-0.05F, 0.9F, 0.0F}, {0.05F, 1.0F, 0.1F}})});
    to.landmarks = carry_landmarks(from, to, registry());
    REQUIRE(to.landmarks.size() == 1);
    CHECK(glm::distance(place_of(to, "femur_right#greater_trochanter").place, {-0.3F, 0.9F, 0.0F}) <
          5.0F * tenth_of_mm);
}

TEST_CASE("the shipped format keeps landmarks, and tells them without the surfaces") {
    SkeletonModel model = model_of({box_surface("femur_right", right_femur)});
    model.landmarks = place_landmarks(
        model, registry(), {{"femur_right", "greater_trochanter", {-0.12F, 0.8F, 0.0F}}});
    const std::vector<std::byte> bytes = encode_builtin(model, registry());
    const auto whole = decode_builtin(bytes, registry());
    REQUIRE(whole.has_value());
    CHECK(whole->landmarks == model.landmarks);
    const auto outline = decode_builtin_outline(bytes, registry());
    REQUIRE(outline.has_value());
    CHECK(outline->landmarks == model.landmarks);
    CHECK(outline->vertices.empty());
    CHECK(outline->find(registry().find("femur_right"))->bounds == model.meshes.front().bounds);

    Registry smaller = registry();
    smaller.landmarks.clear();
    CHECK(decode_builtin(bytes, smaller)->landmarks.empty());
    auto cut = bytes;
    cut.resize(bytes.size() / 2);
    CHECK_FALSE(decode_builtin_outline(cut, registry()).has_value());
}
