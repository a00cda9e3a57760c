#include "support/shipped_surroundings.h"
#include "support/tiny_world.h"
#include "view/compose.h"
#include "view/flight.h"
#include "view/markers.h"
#include "view/routes.h"
#include "view/stage_room.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace osteon;
using namespace osteon::view;

namespace {

anatomy::Vessel vessel(std::string id, std::string name, std::vector<glm::vec3> line) {
    anatomy::Vessel result;
    result.id = std::move(id);
    result.name = std::move(name);
    result.radius = 0.005F;
    result.lines = {std::move(line)};
    return result;
}

/// A tiny skeleton with an organ below its spine, and two veins that lead up from there.
struct Stand {
    anatomy::Registry registry = tiny::registry();
    knowledge::Knowledge knowledge = tiny::knowledge_of(registry);
    anatomy::SkeletonModel model = tiny::model(registry);
    anatomy::Surroundings around;
    session::Session session;
    Layout layout = compute_layout(1920, 1080, 1.0F, session::Settings{});

    Stand() {
        around.organs = testing::shipped_surroundings().organs;
        around.outline = model;
        anatomy::BoneMesh organ;
        organ.bone = around.organs.find("prostate");
        organ.centroid = {0.0F, 0.82F, 0.02F};
        around.shapes.meshes = {organ};
        around.vessels = {
            vessel("low", "Left low vein", {{0.0F, 0.83F, 0.05F}, {0.0F, 0.95F, 0.05F}}),
            vessel("high", "High vein", {{0.0F, 0.955F, 0.05F}, {0.0F, 1.4F, 0.05F}})};
        knowledge::Primary& primary = knowledge.primaries.front();
        primary.origin = "Prostate";
        primary.organs = {"prostate"};
        knowledge::Route route;
        route.id = "caval";
        route.steps.resize(2);
        route.steps[0].vessels = {"low"};
        route.steps[1].vessels = {"high"};
        route.steps[1].organs = {"heart"};
        primary.routes = {route};
        session.stage.primary = primary.id;
        session.stage.route = true;
    }

    session::World world() const { return {registry, knowledge, &around}; }
    const knowledge::Primary& primary() const { return knowledge.primaries.front(); }
    std::vector<RoutePath> paths() const {
        return route_paths(primary().routes.front(), knowledge, around, {});
    }
    Scene scene() const {
        const CameraPose pose = resolve({{}, 0.0F, 0.0F, {}}, {}, model, layout);
        return compose(session, world(), layout, pose, {}, false);
    }
    RoutePicture picture(const std::function<float(glm::vec2)>& depth = {},
                         std::vector<Rect> taken = {}) const {
        const std::vector<RoutePath> lines = paths();
        const MeasureLabel measure = [](const std::string& title, const std::string& subtitle,
                                        LabelForm) {
            return glm::vec2(
                26.0F + 7.0F * static_cast<float>(std::max(title.size(), subtitle.size())), 52.0F);
        };
        return place_route(session, world(), layout, scene(), lines,
                           route_start(primary(), around, {}, lines), depth,
                           {std::move(taken), measure});
    }
};

} // namespace

TEST_CASE("a route is shown as a line for each vessel, from the organ upwards") {
    const Stand stand;
    const RoutePicture picture = stand.picture();
    REQUIRE(picture.lines.size() == 2);
    CHECK(picture.lines[0].vessel == "low");
    CHECK(picture.lines[1].step == 1);
    for (const RouteLine& line : picture.lines) {
        CHECK(line.points.front().y > line.points.back().y); // pixels: y down
        CHECK(line.width >= 3.0F);
        CHECK(std::ranges::none_of(line.behind, [](bool behind) { return behind; }));
    }
    // Cells go on from one vessel into the next.
    CHECK(picture.lines[0].travelled == 0.0F);
    CHECK(picture.lines[1].travelled > 0.0F);
}

TEST_CASE("the organ where it starts has a label, and so have the vessels") {
    const Stand stand;
    const RoutePicture picture = stand.picture();
    REQUIRE(picture.labels.size() == 3);
    CHECK(picture.labels[0].organ);
    CHECK(picture.labels[0].title == "Prostate");
    CHECK(picture.labels[0].subtitle == "Where it starts");
    CHECK(picture.labels[1].title == "High vein"); // the longest first
    CHECK(picture.labels[2].title == "Low vein");  // without its side
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK_FALSE(picture.labels[i].plate.empty());
        for (std::size_t j = 0; j < i; ++j) {
            CHECK_FALSE(picture.labels[i].plate.overlaps(picture.labels[j].plate));
        }
    }
}

TEST_CASE("beside a route all bones step back, so that it is the clearest thing") {
    Stand stand;
    const std::size_t bone = stand.registry.find("femur_left");
    const auto quiet = stand.scene().bones[bone].colour;
    stand.session.stage.route = false;
    const auto plain = stand.scene().bones[bone].colour;
    CHECK(quiet == quietened(plain, backdrop(stand.session.settings.theme)));
}

TEST_CASE("without room the organ keeps its point, and names of vessels are left out") {
    const Stand stand;
    const RoutePicture picture = stand.picture({}, {stand.layout.stage});
    REQUIRE(picture.labels.size() == 1);
    CHECK(picture.labels[0].organ);
    CHECK(picture.labels[0].plate.empty());
}

TEST_CASE("what bone hides of a vessel is told, and what travels there too") {
    const Stand stand;
    const Scene scene = stand.scene();
    const float before =
        project(scene.camera, scene.viewport, glm::vec3(0.0F, 1.0F, 0.3F)).z; // of something nearer
    const RoutePicture picture = stand.picture([&](glm::vec2) { return before; });
    for (const RouteLine& line : picture.lines) {
        CHECK(std::ranges::all_of(line.behind, [](bool behind) { return behind; }));
    }
    const std::vector<Traveller> cells = travellers(picture, 0.7F);
    REQUIRE_FALSE(cells.empty());
    CHECK(std::ranges::all_of(cells, &Traveller::behind));
}

TEST_CASE("cells keep 90 px apart, move by 60 px a second, and the same moment gives the same") {
    const Stand stand;
    const RoutePicture picture = stand.picture();
    const std::vector<Traveller> now = travellers(picture, 2.0F);
    CHECK(now == travellers(picture, 2.0F));
    std::vector<Traveller> high;
    std::ranges::copy_if(now, std::back_inserter(high),
                         [](const Traveller& cell) { return cell.line == 1; });
    REQUIRE(high.size() >= 2);
    CHECK(glm::distance(high[0].at, high[1].at) == doctest::Approx(90.0).epsilon(0.01));
    const std::vector<Traveller> later = travellers(picture, 2.5F);
    const auto moved = std::ranges::any_of(later, [&](const Traveller& cell) {
        return std::abs(high[0].at.y - cell.at.y - 30.0F) < 0.5F;
    });
    CHECK(moved);
    // Arrows need no clock.
    CHECK_FALSE(arrows(picture).empty());
    CHECK(arrows(picture) == arrows(picture));
}

TEST_CASE("a step goes upstream and keeps to the height of its sites where it says so") {
    Stand stand;
    knowledge::RouteStep& step = stand.knowledge.primaries.front().routes.front().steps[1];
    step.upstream = true;
    std::vector<RoutePath> paths = stand.paths();
    CHECK(paths[1].points.front().y > paths[1].points.back().y);
    const knowledge::Site* const site = stand.knowledge.site("lumbar_spine");
    REQUIRE(site != nullptr);
    step.beside = {site->id};
    paths = stand.paths();
    REQUIRE(paths.size() == 2);
    Box bones;
    for (const anatomy::BoneIndex bone : site->bones) {
        bones.add(stand.model.find(bone)->bounds);
    }
    for (const glm::vec3& point : paths[1].points) {
        CHECK(point.y >= bones.min.y);
        CHECK(point.y <= bones.max.y);
    }
}

TEST_CASE("organs are shown with a route only, the place where it starts before those it passes") {
    Stand stand;
    const Scene scene = stand.scene();
    REQUIRE(scene.organs.size() == 2);
    CHECK(scene.organs[0].organ == stand.around.organs.find("prostate"));
    CHECK(scene.organs[0].opacity > scene.organs[1].opacity);
    stand.session.stage.route = false;
    CHECK(stand.scene().organs.empty());
    CHECK(stand.picture().lines.empty());
    stand.session.stage.route = true;
    for (const session::Look look :
         {session::Look::radiograph, session::Look::bone_scan, session::Look::exploded}) {
        stand.session.stage.look = look;
        CHECK(stand.scene().organs.empty());
        CHECK(stand.picture().lines.empty());
    }
}

TEST_CASE("of a step that is told, its own vessels are named and the bones it reaches outlined") {
    Stand stand;
    stand.knowledge.primaries.front().routes.front().steps[1].sites = {"pelvis"};
    stand.session.stage.route_step = 1;
    const RoutePicture picture = stand.picture();
    CHECK(picture.step == 1);
    REQUIRE(picture.labels.size() == 2);
    CHECK(picture.labels[1].title == "High vein");
    const Scene scene = stand.scene();
    CHECK((scene.bones[stand.registry.find("hip_bone_left")].flags & bone_hovered) != 0);
    CHECK((scene.bones[stand.registry.find("femur_left")].flags & bone_hovered) == 0);
}

TEST_CASE("what is framed beside bones comes into the picture with them") {
    const Stand stand;
    session::CameraWish wish;
    wish.bones = {stand.registry.find("sacrum")};
    const CameraPose alone = resolve(wish, {}, stand.model, stand.layout);
    const std::vector<glm::vec3> far_off{{0.0F, 1.6F, 0.0F}};
    const CameraPose both = resolve(wish, {}, stand.model, stand.layout, {}, far_off);
    CHECK(both.distance > alone.distance);
    CHECK(both.target.y > alone.target.y);
    wish.bones.clear();
    const std::vector<glm::vec3> vessel{{0.0F, 0.9F, 0.0F}, {0.0F, 1.0F, 0.0F}};
    CHECK(resolve(wish, {}, stand.model, stand.layout, {}, vessel).distance <
          resolve(wish, {}, stand.model, stand.layout).distance);
}
