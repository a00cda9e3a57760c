#include "support/tiny_world.h"
#include "view/flight.h"
#include "view/scene.h"

#include <doctest/doctest.h>
#include <glm/gtc/constants.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace osteon;
using namespace osteon::view;

namespace {

struct Stand {
    anatomy::Registry registry = tiny::registry();
    anatomy::SkeletonModel model = tiny::model(registry);
    Layout layout = compute_layout(1920, 1080, 1.0F, session::Settings{});

    glm::vec2 on_screen(const CameraPose& pose, const glm::vec3& point) const {
        return glm::vec2(project(camera_of(pose, layout, model.bounds), layout.stage, point));
    }
    /// What the boxes of the bones cover on the screen.
    Rect cover(const CameraPose& pose, const std::vector<anatomy::BoneIndex>& bones) const {
        glm::vec2 least(1e9F);
        glm::vec2 most(-1e9F);
        for (const anatomy::PackedVertex& vertex : model.vertices) {
            if (bones.empty() ||
                std::find(bones.begin(), bones.end(), vertex.bone) != bones.end()) {
                const glm::vec2 at = on_screen(pose, model.position(vertex));
                least = glm::min(least, at);
                most = glm::max(most, at);
            }
        }
        return {least.x, least.y, most.x - least.x, most.y - least.y};
    }
};

bool is_near(const glm::vec2& a, const glm::vec2& b, float pixels = 0.1F) {
    return glm::distance(a, b) < pixels;
}

bool inside(const Box& box, const glm::vec3& point) {
    return glm::all(glm::lessThan(box.min, point)) && glm::all(glm::lessThan(point, box.max));
}

} // namespace

TEST_CASE(
    "The target lies in the middle of the free area, and pixels go back to where they came from") {
    const Stand s;
    const CameraPose pose{{0.1F, 1.2F, 0.0F}, 0.7F, 0.3F, 3.0F};
    CHECK(is_near(s.on_screen(pose, pose.target), s.layout.free.centre()));
    const Camera camera = camera_of(pose, s.layout, s.model.bounds);
    const glm::vec3 point{0.2F, 1.0F, 0.1F};
    const glm::vec3 pixel = project(camera, s.layout.stage, point);
    CHECK(pixel.z > 0.0F);
    CHECK(pixel.z < 1.0F);
    CHECK(glm::distance(unproject(camera, s.layout.stage, glm::vec2(pixel), pixel.z), point) <
          1e-3F);
    CHECK(project(camera, s.layout.stage, camera.eye + (camera.eye - camera.target)).z < 0.0F);
}

TEST_CASE("The whole skeleton takes 89 % of the free height, a site 55 to 65 % of the free area") {
    const Stand s;
    const CameraPose whole = resolve({{}, 0.17F, 0.02F, {}}, CameraPose{}, s.model, s.layout);
    const Rect all = s.cover(whole, {});
    CHECK(all.height == doctest::Approx(0.89F * s.layout.free.height).epsilon(0.01));
    CHECK(is_near(all.centre(), s.layout.free.centre(), 2.0F));

    const std::vector<anatomy::BoneIndex> pelvis{s.registry.find("hip_bone_left"),
                                                 s.registry.find("hip_bone_right")};
    const CameraPose pose = resolve({pelvis, 0.6F, 0.2F, {}}, CameraPose{}, s.model, s.layout);
    const Rect site = s.cover(pose, pelvis);
    const float share =
        std::max(site.width / s.layout.free.width, site.height / s.layout.free.height);
    CHECK(share > 0.55F);
    CHECK(share < 0.65F);
    CHECK(is_near(site.centre(), s.layout.free.centre(), 2.0F));
}

TEST_CASE("What is long and seen end on is not come too near to") {
    const Stand s;
    const std::vector<anatomy::BoneIndex> femur{s.registry.find("femur_left")};
    const CameraPose front = resolve({femur, 0.0F, 0.0F, {}}, CameraPose{}, s.model, s.layout);
    const CameraPose above =
        resolve({femur, 0.0F, glm::half_pi<float>(), {}}, CameraPose{}, s.model, s.layout);
    CHECK(above.distance > 0.25F * front.distance);
}

TEST_CASE("An exact wish is taken as it is; bones that the model lacks show the whole skeleton") {
    const Stand s;
    session::CameraWish wish;
    wish.exact = CameraPose{{0, 1, 0}, 1.0F, 0.5F, 2.0F};
    CHECK(resolve(wish, CameraPose{}, s.model, s.layout) == *wish.exact);
    const CameraPose lost = resolve({{900}, 0.0F, 0.0F, {}}, CameraPose{}, s.model, s.layout);
    CHECK(s.cover(lost, {}).height < s.layout.free.height);
    CHECK(resolve({}, CameraPose{}, anatomy::SkeletonModel{}, s.layout) == CameraPose{});
}

TEST_CASE("Orbit, pan and zoom keep what is under the pointer under the pointer") {
    const Stand s;
    std::mt19937 random(7);
    std::uniform_real_distribution<float> unit(-1.0F, 1.0F);
    for (int i = 0; i < 200; ++i) {
        const CameraPose pose{{0.2F * unit(random), 0.9F + 0.6F * unit(random), 0.0F},
                              3.0F * unit(random),
                              1.2F * unit(random),
                              3.0F + 2.0F * unit(random)};
        const glm::vec3 point{0.2F * unit(random), 0.9F + 0.6F * unit(random), 0.1F * unit(random)};
        const glm::vec2 drag{90.0F * unit(random), 90.0F * unit(random)};
        const glm::vec2 at = s.on_screen(pose, point);
        CHECK(is_near(s.on_screen(orbit(pose, point, drag, s.layout), point), at, 0.5F));
        CHECK(is_near(s.on_screen(pan(pose, point, drag, s.layout), point), at + drag, 0.5F));
        CHECK(is_near(s.on_screen(zoom(pose, point, 2.0F, s.model.bounds), point), at, 0.5F));
    }
    const CameraPose pose;
    CHECK(orbit(pose, pose.target, {50.0F, 0.0F}, s.layout).yaw <
          0.0F); // the front follows the hand
    CHECK(zoom(pose, pose.target, 1.0F, s.model.bounds).distance < pose.distance);
}

TEST_CASE("The camera stays near the body, however far it is pushed") {
    const Stand s;
    CameraPose pose;
    for (int i = 0; i < 200; ++i) {
        pose = clamp_pose(zoom(pose, {0, 1, 0}, 5.0F, s.model.bounds), s.model.bounds);
    }
    CHECK(pose.distance >= 0.14F);
    const CameraPose away = clamp_pose({{50, -50, 50}, 40.0F, 9.0F, 1e6F}, s.model.bounds);
    CHECK(away.target.x < 1.0F);
    CHECK(away.pitch <= glm::half_pi<float>());
    CHECK(std::abs(away.yaw) <= glm::pi<float>());
    CHECK(away.distance < 50.0F);
}

TEST_CASE("A flight starts and ends where it should, within 300 to 1,200 ms, without a jump") {
    const CameraPose from{{0, 0.85F, 0}, 3.0F, 0.0F, 7.0F};
    const CameraPose to{{0.1F, 1.0F, 0}, -3.0F, 0.4F, 1.0F};
    const Flight flight = plan_flight(from, to, {});
    CHECK(flight.seconds >= 0.3F);
    CHECK(flight.seconds <= 1.2F);
    CHECK(pose_at(flight, -1.0F) == from);
    CHECK(pose_at(flight, 9.0F) == to);
    glm::vec3 last = eye_of(from);
    for (float t = 0.0F; t <= flight.seconds; t += 0.005F) {
        const glm::vec3 eye = eye_of(pose_at(flight, t));
        CHECK(glm::distance(eye, last) < 0.4F);
        last = eye;
    }
    // The short way round: over the back, not through the front.
    CHECK(std::abs(pose_at(flight, 0.5F * flight.seconds).yaw) > 3.0F);
}

TEST_CASE("Flights never pass through bone") {
    const Stand s;
    std::vector<Box> boxes;
    for (const anatomy::BoneMesh& mesh : s.model.meshes) {
        boxes.push_back(mesh.bounds);
    }
    std::mt19937 random(11);
    std::uniform_real_distribution<float> unit(-1.0F, 1.0F);
    const auto any_pose = [&] {
        return CameraPose{{0.2F * unit(random), 0.9F + 0.7F * unit(random), 0.05F * unit(random)},
                          3.1F * unit(random),
                          0.9F * unit(random),
                          0.85F + 0.55F * unit(random)};
    };
    for (int i = 0; i < 500; ++i) {
        const CameraPose from = any_pose();
        const CameraPose to = any_pose();
        const Flight flight = plan_flight(from, to, boxes);
        for (const Box& box : boxes) {
            if (inside(box, eye_of(from)) || inside(box, eye_of(to))) {
                continue;
            }
            for (int step = 0; step <= 200; ++step) {
                const float t = flight.seconds * static_cast<float>(step) / 200.0F;
                if (inside(box, eye_of(pose_at(flight, t)))) {
                    CAPTURE(i);
                    FAIL_CHECK("the eye passes through a bone");
                    break;
                }
            }
        }
    }
}

TEST_CASE("Where bone stands in the straight way, the flight swings around it") {
    const Stand s;
    const Box humerus = s.model.find(s.registry.find("humerus_left"))->bounds;
    const CameraPose before{{0, 1.2F, 0}, glm::radians(60.0F), 0.0F, 0.22F};
    const CameraPose behind{{0, 1.2F, 0}, glm::radians(120.0F), 0.0F, 0.22F};
    const Flight flight = plan_flight(before, behind, std::vector<Box>{humerus});
    CHECK(flight.detour > 0.0F);
    for (int step = 0; step <= 100; ++step) {
        const float t = flight.seconds * static_cast<float>(step) / 100.0F;
        CHECK_FALSE(inside(humerus, eye_of(pose_at(flight, t))));
    }
}

TEST_CASE("A landmark comes to the middle of the free area, seen from where it faces") {
    const Stand s;
    const auto landmark = s.registry.find_landmark("femur_left#linea_aspera");
    const session::CameraWish wish{{s.registry.find("femur_left")}, {}, {}, {}, landmark};
    const CameraPose pose = resolve(wish, {}, s.model, s.layout);
    const glm::vec3 place = s.model.find_landmark(landmark)->place;
    CHECK(is_near(s.on_screen(pose, place), s.layout.free.centre(), 1.0F));
    CHECK(std::abs(pose.yaw) == doctest::Approx(glm::pi<float>()).epsilon(0.01)); // from behind
    CHECK(pose.distance < 2.0F);
}

TEST_CASE("A landmark that faces the camera already is not turned to") {
    const Stand s;
    const auto landmark = s.registry.find_landmark("femur_left#greater_trochanter");
    CameraPose now;
    now.yaw = glm::radians(70.0F);
    const session::CameraWish wish{{s.registry.find("femur_left")}, {}, {}, {}, landmark};
    CHECK(resolve(wish, now, s.model, s.layout).yaw == doctest::Approx(now.yaw));
}

TEST_CASE("A landmark without a place frames its bone") {
    Stand s;
    const auto landmark = s.registry.find_landmark("femur_left#greater_trochanter");
    s.model.landmarks.clear();
    const std::vector<anatomy::BoneIndex> bones{s.registry.find("femur_left")};
    CHECK(resolve({bones, {}, {}, {}, landmark}, {}, s.model, s.layout) ==
          resolve({bones, {}, {}, {}}, {}, s.model, s.layout));
}
