#include "support/tiny_world.h"
#include "view/bone_names.h"
#include "view/flight.h"
#include "view/labels.h"
#include "view/markers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace osteon;
using namespace osteon::view;

namespace {

bool properly_cross(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d) {
    const auto side = [](glm::vec2 p, glm::vec2 q, glm::vec2 r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    return side(a, b, c) * side(a, b, d) < 0.0F && side(c, d, a) * side(c, d, b) < 0.0F;
}

/// The tiny registry does not tell which bones are partners; their ids do.
anatomy::Registry with_mirrors(anatomy::Registry registry) {
    const std::string_view left = "_left";
    for (std::size_t i = 0; i < registry.bones.size(); ++i) {
        anatomy::Bone& bone = registry.bones[i];
        if (bone.id.ends_with(left)) {
            const std::string stem = bone.id.substr(0, bone.id.size() - left.size());
            bone.mirror = registry.find(stem + "_right");
            registry.bones[bone.mirror].mirror = static_cast<anatomy::BoneIndex>(i);
        }
    }
    return registry;
}

struct Stand {
    anatomy::Registry registry = with_mirrors(tiny::registry());
    knowledge::Knowledge knowledge = tiny::knowledge_of(registry);
    anatomy::SkeletonModel model = tiny::model(registry);
    Anchors anchors{find_anchors(model, knowledge), {}, find_bone_anchors(model)};
    session::Session session;
    Layout layout = compute_layout(1920, 1080, 1.0F, session::Settings{});

    Stand() { act(session::ShowBoneLabels{}); }
    session::World world() const { return {registry, knowledge}; }
    void act(const session::Action& action) { session::apply(session, action, world()); }
    StageMarks marks(const std::function<float(glm::vec2)>& depth = {}, float yaw = 0.1F,
                     const StageMarks& before = {}) const {
        const CameraPose pose = resolve({{}, yaw, 0.02F, {}}, {}, model, layout);
        const Scene scene = compose(session, world(), layout, pose, {}, false);
        return place_marks(
            session, world(), layout, scene, anchors, {}, depth,
            [this](const std::string& title, const std::string& subtitle, LabelForm form) {
                const std::size_t longest = std::max(title.size(), subtitle.size());
                const float height = form == LabelForm::compact ? 22.0F : 52.0F;
                return glm::vec2(20.0F + 6.5F * static_cast<float>(longest), height) * layout.scale;
            },
            before);
    }
};

const BoneMark* find(const StageMarks& marks, const std::string& title) {
    const auto found = std::ranges::find(marks.bones, title, &BoneMark::title);
    return found == marks.bones.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("Forty labels never overlap, never cross, and stay within their bounds") {
    std::mt19937 random(11);
    std::uniform_real_distribution<float> unit(0.0F, 1.0F);
    std::size_t placed = 0;
    for (int round = 0; round < 60; ++round) {
        LabelArea area;
        area.bounds = {80.0F, 10.0F, 900.0F, 620.0F};
        area.taken = {{84.0F, 20.0F, 120.0F, 40.0F}, {880.0F, 450.0F, 90.0F, 160.0F}};
        area.left = 330.0F;
        area.right = 730.0F;
        area.gap = 4.0F;
        area.knee = 12.0F;
        std::vector<LabelRequest> requests;
        for (int i = 0; i < 40; ++i) {
            requests.push_back({{340.0F + 380.0F * unit(random), 40.0F + 560.0F * unit(random)},
                                1.0F,
                                {40.0F + 120.0F * unit(random), i % 9 == 0 ? 34.0F : 22.0F},
                                i});
        }
        const auto places = place_labels(requests, area);
        REQUIRE(places.size() == requests.size());
        CHECK(places == place_labels(requests, area));
        for (std::size_t i = 0; i < places.size(); ++i) {
            const LabelPlace& a = places[i];
            if (a.plate.empty()) {
                continue;
            }
            ++placed;
            CHECK(a.plate.x >= area.bounds.x);
            CHECK(a.plate.right() <= area.bounds.right());
            CHECK(a.plate.y >= area.bounds.y);
            CHECK(a.plate.bottom() <= area.bounds.bottom());
            for (const Rect& taken : area.taken) {
                CHECK_FALSE(a.plate.overlaps(taken));
            }
            for (std::size_t j = 0; j < i; ++j) {
                const LabelPlace& b = places[j];
                if (b.plate.empty()) {
                    continue;
                }
                CHECK_FALSE(a.plate.overlaps(b.plate));
                CHECK_FALSE(properly_cross(requests[i].at, a.knee, requests[j].at, b.knee));
                CHECK_FALSE(properly_cross(requests[i].at, a.knee, b.knee, b.end));
                CHECK_FALSE(properly_cross(a.knee, a.end, requests[j].at, b.knee));
            }
        }
    }
    CHECK(placed > 60 * 36); // nearly all find room
}

TEST_CASE("Names are short, and tell the side only if asked to") {
    const anatomy::Registry registry;
    anatomy::Bone bone;
    const auto named = [&](const char* id, const char* name, anatomy::Side side, bool with_side) {
        bone.id = id;
        bone.name = name;
        bone.side = side;
        return short_name(registry, bone, with_side);
    };
    using anatomy::Side;
    CHECK(named("femur_left", "Left femur", Side::left, false) == "Femur");
    CHECK(named("femur_left", "Left femur", Side::left, true) == "Left femur");
    CHECK(named("rib_6_right", "Right sixth rib", Side::right, true) == "Right rib 6");
    CHECK(named("rib_12_right", "Right twelfth rib", Side::right, false) == "Rib 12");
    CHECK(named("metacarpal_1_left", "Left first metacarpal bone", Side::left, false) ==
          "Metacarpal 1");
    CHECK(named("middle_phalanx_hand_2_left", "Middle phalanx of left index finger", Side::left,
                false) == "Middle phalanx of index finger");
    CHECK(named("vertebra_l3", "Third lumbar vertebra", Side::midline, true) == "L3");
    CHECK(named("vertebra_c1", "Atlas", Side::midline, true) == "Atlas (C1)");
    bone.kind = anatomy::PieceKind::disc;
    CHECK(named("disc_l3_l4", "Intervertebral disc L3/L4", Side::midline, true) == "Disc L3/L4");
}

TEST_CASE("Names in another language lose their side as well") {
    anatomy::Registry registry;
    const auto add = [&](const char* id, const char* name, const char* english) {
        anatomy::Bone bone;
        bone.id = id;
        bone.name = name;
        bone.english = english;
        registry.bones.push_back(bone);
    };
    add("tibia_left", "Linkes Schienbein", "Left tibia");
    add("tibia_right", "Rechtes Schienbein", "Right tibia");
    registry.bones[0].mirror = 1;
    registry.bones[1].mirror = 0;
    add("vertebra_t3", "3. Brustwirbel (Th3)", "Third thoracic vertebra");
    add("vertebra_c1", "Atlas (C1)", "Atlas");
    registry.regions = {{"ribs_left", "Linke Rippen", "Costae sinistrae", "", "Left ribs"},
                        {"ribs_right", "Rechte Rippen", "Costae dextrae", "", "Right ribs"}};
    CHECK(short_name(registry, registry.bones[0], false) == "Schienbein");
    CHECK(short_name(registry, registry.bones[1], true) == "Rechtes Schienbein");
    CHECK(short_name(registry, registry.bones[2], true) == "Th3");
    CHECK(short_name(registry, registry.bones[3], true) == "Atlas (C1)");
    CHECK(short_name(registry, registry.regions[0], false) == "Rippen");
}

TEST_CASE("Bones have names only while they are asked for, each on a plate of its own") {
    Stand s;
    const StageMarks marks = s.marks();
    CHECK(marks.bones.size() > 8);
    CHECK(marks.bones.size() <= most_bone_labels);
    CHECK(marks == s.marks());
    for (const BoneMark& a : marks.bones) {
        CHECK_FALSE(a.label.empty());
        for (const BoneMark& b : marks.bones) {
            CHECK((&a == &b || !a.label.overlaps(b.label)));
        }
    }
    CHECK(find(marks, "Left femur") != nullptr);
    CHECK(find(marks, "Right femur") != nullptr);
    s.act(session::ShowBoneLabels{false});
    CHECK(s.marks().bones.empty());
}

TEST_CASE("Hidden bones have no names, and a bone alone in view is named without its side") {
    Stand s;
    s.act(session::Hide{{s.registry.find("femur_right")}});
    const StageMarks marks = s.marks();
    CHECK(find(marks, "Right femur") == nullptr);
    CHECK(find(marks, "Left femur") == nullptr);
    CHECK(find(marks, "Femur") != nullptr);
}

TEST_CASE("A bone behind others has no name, unless it is selected: then it steps back") {
    Stand s;
    const auto nearest = [](glm::vec2) { return 0.0F; };
    CHECK(s.marks(nearest).bones.empty());
    s.act(session::Select{{s.registry.find("femur_left")}});
    const StageMarks marks = s.marks(nearest);
    REQUIRE(marks.bones.size() == 1);
    CHECK(marks.bones.front().behind);
    CHECK(marks.bones.front().chosen);
}

TEST_CASE("Where bones of a region stand too close, the region is named and stands for them all") {
    Stand s;
    s.layout = compute_layout(1280, 480, 1.0F, session::Settings{});
    const StageMarks small = s.marks();
    const BoneMark* const crowd = find(small, "Lumbar vertebrae");
    REQUIRE(crowd != nullptr);
    CHECK(crowd->bones.size() == 5);
    CHECK(find(small, "L3") == nullptr);
}

TEST_CASE("While the body turns a little, names keep their sides") {
    const Stand s;
    StageMarks before = s.marks({}, 0.1F);
    for (int step = 1; step <= 20; ++step) {
        const StageMarks now = s.marks({}, 0.1F + 0.002F * static_cast<float>(step), before);
        std::size_t changed = 0;
        for (const BoneMark& mark : now.bones) {
            const auto last = std::ranges::find(before.bones, mark.bone, &BoneMark::bone);
            if (last != before.bones.end()) {
                const bool was_left = last->label.x < last->at.x;
                changed += was_left != (mark.label.x < mark.at.x) ? 1 : 0;
            }
        }
        CHECK(changed <= 1);
        before = now;
    }
}
