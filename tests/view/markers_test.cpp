#include "support/tiny_world.h"
#include "view/flight.h"
#include "view/markers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace osteon;
using namespace osteon::view;

namespace {

struct Stand {
    anatomy::Registry registry = tiny::registry();
    knowledge::Knowledge knowledge = tiny::knowledge_of(registry);
    anatomy::SkeletonModel model = tiny::model(registry);
    Anchors anchors{find_anchors(model, knowledge), {}, {}};
    session::Session session;
    Layout layout = compute_layout(1920, 1080, 1.0F, session::Settings{});

    session::World world() const { return {registry, knowledge}; }
    CameraPose home() const { return resolve({{}, 0.17F, 0.02F, {}}, {}, model, layout); }
    Scene scene(const CameraPose& pose) const {
        return compose(session, world(), layout, pose, {}, false);
    }
    std::vector<Marker> markers(const CameraPose& pose,
                                const std::function<float(glm::vec2)>& depth = {}) const {
        return place_marks(
                   session, world(), layout, scene(pose), anchors, {}, depth,
                   [this](const std::string& title, const std::string& subtitle, LabelForm) {
                       const std::size_t longest = std::max(title.size(), subtitle.size());
                       return glm::vec2(26.0F + 6.5F * static_cast<float>(longest), 52.0F) *
                              layout.scale;
                   })
            .markers;
    }
    const Marker& marker(const std::vector<Marker>& all, const std::string& site) const {
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const Marker& each) { return each.site == site; });
        REQUIRE(found != all.end());
        return *found;
    }
};

bool segments_cross(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d) {
    const auto side = [](glm::vec2 p, glm::vec2 q, glm::vec2 r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    return side(a, b, c) * side(a, b, d) < 0.0F && side(c, d, a) * side(c, d, b) < 0.0F;
}

void check_tidy(const std::vector<Marker>& markers, const Layout& layout,
                const session::Stage& shown) {
    for (std::size_t i = 0; i < markers.size(); ++i) {
        const Marker& a = markers[i];
        CHECK(layout.stage.contains(a.at));
        if (!a.label.empty()) {
            CHECK(a.label.x >= layout.stage.x);
            CHECK(a.label.right() <= layout.stage.right());
            CHECK(a.label.y >= layout.stage.y);
            CHECK(a.label.bottom() <= layout.stage.bottom());
            const Furniture stands = furniture(layout, shown);
            for (const Rect& rect : {stands.breadcrumb, stands.looks, stands.compass}) {
                CHECK_FALSE(a.label.overlaps(rect));
            }
        }
        for (std::size_t j = 0; j < markers.size(); ++j) {
            const Marker& b = markers[j];
            if (i == j) {
                continue;
            }
            CHECK(glm::distance(a.at, b.at) >= a.radius + b.radius);
            if (a.label.empty()) {
                continue;
            }
            CHECK_FALSE(a.label.contains(b.at));
            if (!b.label.empty()) {
                CHECK_FALSE(a.label.overlaps(b.label));
                CHECK_FALSE(segments_cross(a.at, a.knee, b.at, b.knee));
                CHECK_FALSE(segments_cross(a.at, a.knee, b.knee, b.label_end));
            }
        }
    }
}

} // namespace

TEST_CASE("The start shows the five sites, each with its label") {
    const Stand s;
    const auto markers = s.markers(s.home());
    CHECK(markers.size() == 5);
    for (const Marker& marker : markers) {
        CHECK_FALSE(marker.label.empty());
        CHECK_FALSE(marker.behind);
    }
    CHECK(s.marker(markers, "spine").subtitle == "About the spine");
    check_tidy(markers, s.layout, s.session.stage);
}

TEST_CASE("With a primary chosen, labels tell its figures and rings grow with the heat") {
    Stand s;
    session::apply(s.session, session::ChoosePrimary{"prostate"}, s.world());
    const auto markers = s.markers(s.home());
    CHECK(s.marker(markers, "pelvis").subtitle == "62.2\u202F% of patients");
    CHECK(s.marker(markers, "spine").subtitle == "Lumbar spine: 81.2\u202F% of patients, derived");
    CHECK(s.marker(markers, "long_bones").subtitle == "Humerus: ≥ 28\u202F% of patients");
    CHECK(s.marker(markers, "skull").subtitle == "21.4\u202F% of patients, unchecked");
    CHECK(s.marker(markers, "ribs").subtitle == "No figure found, estimate: very common");
    CHECK(s.marker(markers, "pelvis").radius > s.marker(markers, "skull").radius);
    session::apply(s.session, session::ShowUncheckedFigures{false}, s.world());
    CHECK(s.marker(s.markers(s.home()), "skull").subtitle == "No figure found, estimate: common");
    session::apply(s.session, session::ChooseSite{"spine"}, s.world());
    CHECK(s.marker(s.markers(s.home()), "sacrum").subtitle == "8.7\u202F% of lesions");
}

TEST_CASE("Bone well in front of an anchor puts its marker behind, a rough surface does not") {
    const Stand s;
    const CameraPose pose = s.home();
    const Scene scene = s.scene(pose);
    const auto depth_before = [&](float metres) {
        const glm::vec3 anchor = s.anchors.sites.front().position;
        const glm::vec3 towards = glm::normalize(scene.camera.eye - anchor);
        return project(scene.camera, scene.viewport, anchor + metres * towards).z;
    };
    const float near = depth_before(0.05F);
    const float rough = depth_before(0.003F);
    CHECK(s.marker(s.markers(pose, [&](glm::vec2) { return near; }), "spine").behind);
    CHECK_FALSE(s.marker(s.markers(pose, [&](glm::vec2) { return rough; }), "spine").behind);
    CHECK_FALSE(s.marker(s.markers(pose, [](glm::vec2) { return 1.0F; }), "spine").behind);
}

TEST_CASE("A hidden bone carries no marker") {
    Stand s;
    session::apply(s.session, session::Hide{{s.registry.find("frontal_bone")}}, s.world());
    CHECK(s.markers(s.home()).size() == 4);
}

TEST_CASE("From every side and in every window, markers and labels stay apart") {
    Stand s;
    std::mt19937 random(3);
    std::uniform_real_distribution<float> unit(0.0F, 1.0F);
    for (const char* site : {"", "spine", "ribs", "long_bones"}) {
        session::apply(s.session, session::ChooseSite{site}, s.world());
        for (int i = 0; i < 150; ++i) {
            const float scale = 0.75F + 1.25F * unit(random);
            s.layout = compute_layout(640.0F + 2000.0F * unit(random),
                                      400.0F + 1200.0F * unit(random), scale, s.session.settings);
            const CameraPose pose{{0.3F * unit(random), 1.6F * unit(random), 0.0F},
                                  6.3F * unit(random),
                                  2.0F * unit(random) - 1.0F,
                                  1.0F + 9.0F * unit(random)};
            CAPTURE(site);
            CAPTURE(i);
            check_tidy(s.markers(pose), s.layout, s.session.stage);
        }
    }
}

TEST_CASE("No marker stands over the course of a lesion, nor in what a section cuts away") {
    Stand s;
    const CameraPose pose = s.home();
    REQUIRE_FALSE(s.markers(pose).empty());
    s.session.stage.look = session::Look::section;
    s.session.stage.section = {.direction = session::PlaneDirection::coronal, .offset = -5.0F};
    CHECK(s.markers(pose).empty());
    s.session.stage.look = session::Look::solid;
    s.session.stage.course = session::LesionCourse::femur;
    CHECK(s.markers(pose).empty());
}
