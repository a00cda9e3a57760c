#include "support/tiny_world.h"
#include "view/course.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace osteon;
using namespace osteon::view;
using session::LesionCourse;

namespace {

struct Body {
    anatomy::Registry registry = tiny::registry();
    anatomy::SkeletonModel model = tiny::model(registry);
    Marrow marrow = {marrow_of("femur_right", {-0.1F, 0.8F, 0.025F}),
                     marrow_of("vertebra_l3", {0.0F, 1.035F, 0.005F})};
    CourseSites sites = find_course_sites(model, registry, marrow);

    MarrowBone marrow_of(const char* bone, glm::vec3 place) const {
        return {registry.find(bone), "x", 0.005F, 0.01F, {{place, {0.0F, 0.0F, 1.0F}}}};
    }
    Scene scene(LesionCourse course, float progress) const {
        Scene scene;
        scene.bones.resize(registry.bones.size());
        add_course(scene, course, progress, sites);
        return scene;
    }
    bool carries(const char* bone) const {
        return std::ranges::binary_search(sites.carried, registry.find(bone));
    }
};

/// How high the upper front edge of the third lumbar body lies.
float front_height(const Body& body, float progress) {
    const Scene scene = body.scene(LesionCourse::vertebra, progress);
    const Collapse rest = body.sites.collapse.value();
    const glm::vec3 edge{0.0F, rest.top, body.model.find(rest.bone)->bounds.max.z};
    return displaced(scene.collapse.value_or(rest), false, edge).y;
}

} // namespace

TEST_CASE("The lesion of a course grows from a small deposit, without a leap") {
    const Body body;
    for (const LesionCourse course : {LesionCourse::femur, LesionCourse::vertebra}) {
        float before = 0.0F;
        for (int step = 0; step <= 20; ++step) {
            const Scene scene = body.scene(course, static_cast<float>(step) / 20.0F);
            REQUIRE(scene.lesions.size() == 1);
            const float radius = scene.lesions.front().radius;
            CHECK(radius > before);
            CHECK(radius - before < 0.004F);
            before = radius;
        }
    }
}

TEST_CASE("The femur cracks only at the end") {
    const Body body;
    CHECK(body.scene(LesionCourse::femur, 0.6F).lesions.front().crack == 0.0F);
    CHECK(body.scene(LesionCourse::femur, 1.0F).lesions.front().crack > 0.02F);
    CHECK_FALSE(body.scene(LesionCourse::femur, 1.0F).collapse);
}

TEST_CASE("The front of the vertebral body loses height, its back and its base do not") {
    const Body body;
    CHECK(front_height(body, 0.3F) == doctest::Approx(front_height(body, 0.0F)));
    CHECK(front_height(body, 0.8F) < front_height(body, 0.5F));
    CHECK(front_height(body, 1.0F) < front_height(body, 0.8F) - 0.001F);
    const Collapse collapse = body.scene(LesionCourse::vertebra, 1.0F).collapse.value();
    for (const glm::vec3 place : {glm::vec3(0.0F, collapse.top, collapse.hinge_z - 0.01F),
                                  glm::vec3(0.0F, collapse.bottom, collapse.hinge_z + 0.03F)}) {
        CHECK(glm::distance(displaced(collapse, false, place), place) < 1e-6F);
    }
}

TEST_CASE("What stands on the vertebra goes with its upper face, what bears it stays") {
    const Body body;
    CHECK(body.carries("vertebra_l2"));
    CHECK(body.carries("rib_1_left"));
    CHECK(body.carries("humerus_left"));
    CHECK_FALSE(body.carries("vertebra_l3"));
    CHECK_FALSE(body.carries("vertebra_l4"));
    const Scene scene = body.scene(LesionCourse::vertebra, 1.0F);
    CHECK((scene.bones[body.registry.find("vertebra_l1")].flags & bone_carried) != 0);
    CHECK((scene.bones[body.registry.find("vertebra_l5")].flags & bone_carried) == 0);
    const Collapse collapse = scene.collapse.value();
    const glm::vec3 front{0.0F, collapse.top, collapse.hinge_z + 0.03F};
    CHECK(glm::distance(displaced(collapse, true, front), displaced(collapse, false, front)) <
          1e-4F);
}

TEST_CASE("A progress that is no number, or out of bounds, shows a picture all the same") {
    const Body body;
    const auto radius = [&](float progress) {
        return body.scene(LesionCourse::femur, progress).lesions.front().radius;
    };
    CHECK(radius(std::nanf("")) == radius(0.0F));
    CHECK(radius(-3.0F) == radius(0.0F));
    CHECK(radius(9.0F) == radius(1.0F));
    CHECK(radius(std::numeric_limits<float>::infinity()) == radius(0.0F));
}

TEST_CASE("Without a course, or without the bone, nothing is drawn") {
    const Body body;
    CHECK(body.scene(LesionCourse::none, 0.5F).lesions.empty());
    Scene scene;
    add_course(scene, LesionCourse::femur, 0.5F, {});
    CHECK(scene.lesions.empty());
}

TEST_CASE("Words go with the picture, and say what it may mean") {
    const auto words = [](LesionCourse course, float progress) {
        return std::string_view(course_words(course, progress));
    };
    CHECK(words(LesionCourse::none, 0.5F).empty());
    CHECK(words(LesionCourse::femur, 0.0F) != words(LesionCourse::femur, 1.0F));
    CHECK(words(LesionCourse::vertebra, 1.0F).starts_with("Collapse"));
}
