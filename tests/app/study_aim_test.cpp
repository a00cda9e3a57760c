#include "app/study_aim.h"

#include <doctest/doctest.h>

#include <vector>

using namespace osteon;
using namespace osteon::app;

namespace {

using Bones = std::vector<anatomy::BoneIndex>;

} // namespace

TEST_CASE("Bones are walked as one reads a page") {
    CHECK(reading_order({{1, {300.0F, 50.0F}}, {2, {100.0F, 55.0F}}, {3, {200.0F, 20.0F}}},
                        24.0F) == Bones{3, 2, 1});
    CHECK(reading_order({}, 24.0F).empty());
}

TEST_CASE("The keyboard points at one bone after the other and begins anew after the last") {
    const Bones bones{7, 3, 9};
    const glm::vec2 pointer{10.0F, 10.0F};
    BoneAim aim;
    CHECK(aim.bone(pointer) == anatomy::no_bone);
    for (const anatomy::BoneIndex expected : Bones{7, 3, 9, 7}) {
        aim.step(1, bones, pointer);
        CHECK(aim.bone(pointer) == expected);
    }
    aim.step(-1, bones, pointer);
    CHECK(aim.bone(pointer) == 9);
    SUBCASE("back from none is the last") {
        aim.clear();
        aim.step(-1, bones, pointer);
        CHECK(aim.bone(pointer) == 9);
    }
    SUBCASE("a mouse that moves points itself, and the keys begin anew") {
        const glm::vec2 moved{11.0F, 10.0F};
        CHECK(aim.bone(moved) == anatomy::no_bone);
        aim.step(1, bones, moved);
        CHECK(aim.bone(moved) == 7);
    }
    SUBCASE("where the picture has turned and the bone is out of it, the keys begin anew") {
        aim.step(1, {4, 5}, pointer);
        CHECK(aim.bone(pointer) == 4);
    }
    SUBCASE("nothing to point at") {
        aim.step(1, {}, pointer);
        CHECK(aim.bone(pointer) == anatomy::no_bone);
    }
}
