#include "support/tiny_world.h"
#include "view/compose.h"
#include "view/geometry.h"

#include <doctest/doctest.h>

using namespace osteon;
using namespace osteon::view;

namespace {

struct Stand {
    anatomy::Registry registry = tiny::registry();
    knowledge::Knowledge knowledge = tiny::knowledge_of(registry);
    session::Session session;
    Pointing pointing;

    void act(const session::Action& action) {
        session::apply(session, action, {registry, knowledge});
    }
    BoneLook look(const char* bone) const {
        const Layout layout = compute_layout(1280, 720, 1.0F, session.settings);
        const Scene scene =
            compose(session, {registry, knowledge}, layout, session.stage.camera, pointing, false);
        REQUIRE(scene.bones.size() == registry.bones.size());
        return scene.bones[registry.find(bone)];
    }
};

bool has(const BoneLook& look, BoneFlag flag) {
    return (look.flags & flag) != 0;
}

} // namespace

TEST_CASE("Bone is bone-coloured, discs and cartilage are matt") {
    const Stand s;
    CHECK(s.look("femur_left") == BoneLook{});
    CHECK(has(s.look("disc_l1_l2"), bone_soft));
}

TEST_CASE("A chosen site is outlined with its discs before the ghost of the rest") {
    Stand s;
    s.act(session::ChooseSite{"spine"});
    CHECK(has(s.look("vertebra_l3"), bone_selected));
    CHECK_FALSE(has(s.look("disc_l1_l2"), bone_ghost));
    CHECK(has(s.look("femur_left"), bone_ghost));
    s.act(session::Select{{s.registry.find("vertebra_l2")}});
    CHECK(has(s.look("vertebra_l2"), bone_selected));
    CHECK_FALSE(has(s.look("vertebra_l3"), bone_selected));
    CHECK_FALSE(has(s.look("vertebra_l3"), bone_ghost));
}

TEST_CASE(
    "Beside a chosen site the rest of a solid skeleton steps back, unless heat is to be read") {
    Stand s;
    s.act(session::ChooseSite{"spine"});
    s.act(session::SetLook{session::Look::solid});
    const BoneLook rest = s.look("femur_left");
    CHECK_FALSE(has(rest, bone_ghost));
    CHECK(rest.colour == quietened(BoneLook{}.colour, backdrop(session::ThemeChoice::dark)));
    CHECK(s.look("vertebra_l3").colour[0] > 200);
    s.act(session::SetDimRest{false});
    CHECK(s.look("femur_left") == BoneLook{});
    s.act(session::SetDimRest{true});
    s.act(session::ChoosePrimary{"prostate"});
    CHECK(s.look("vertebra_l3").colour == heat_colour(4));
}

TEST_CASE("A radiograph is dark in every theme and fades nothing") {
    for (const auto theme : {session::ThemeChoice::dark, session::ThemeChoice::light,
                             session::ThemeChoice::contrast}) {
        Stand s;
        s.act(session::SetTheme{theme});
        s.act(session::ChooseSite{"spine"});
        s.act(session::SetLook{session::Look::radiograph});
        s.act(session::SetWindowLevel{{0.5F, 0.25F}});
        const Layout layout = compute_layout(1280, 720, 1.0F, s.session.settings);
        const Scene scene = compose(s.session, {s.registry, s.knowledge}, layout,
                                    s.session.stage.camera, s.pointing, false);
        CHECK(scene.film == Film{0.5F, 0.25F});
        CHECK(scene.backdrop.edge.y < 0.1F);
        CHECK(scene.backdrop.centre.y < 0.1F);
        CHECK_FALSE(has(s.look("femur_left"), bone_ghost));
    }
}

TEST_CASE("Study mode colours bones by how hard they are, and no other heat beside them") {
    Stand s;
    s.act(session::ChoosePrimary{"prostate"});
    s.act(session::SetMode{session::Mode::study});
    s.act(session::ShowBoneHeat{{{s.registry.find("tibia_right"), 4}}});
    CHECK(s.look("tibia_right").colour == heat_colour(4));
    CHECK(s.look("vertebra_l3").colour == BoneLook{}.colour);
    s.act(session::SetMode{session::Mode::explore});
    CHECK(s.look("tibia_right").colour == heat_colour(1));
    CHECK(s.look("vertebra_l3").colour == heat_colour(4));
    s.act(session::SetMode{session::Mode::study});
    s.act(session::ShowBoneHeat{});
    CHECK(s.look("vertebra_l3").colour == heat_colour(4));
}

TEST_CASE("A primary colours bones by heat and leaves cartilage alone") {
    Stand s;
    s.act(session::ChoosePrimary{"prostate"});
    CHECK(s.look("vertebra_l3").colour == heat_colour(4));
    CHECK(s.look("rib_1_left").colour == heat_colour(4));
    CHECK(s.look("tibia_right").colour == heat_colour(1));
    CHECK(has(s.look("vertebra_l3"), bone_flat));
    CHECK(s.look("mandible").colour == BoneLook{}.colour); // no heat is given for it
    CHECK_FALSE(has(s.look("costal_cartilage_1"), bone_flat));
}

TEST_CASE("What is hidden or pointed at is marked so") {
    Stand s;
    s.act(session::Hide{{s.registry.find("sternum")}});
    s.pointing.hovered_site = "pelvis";
    s.pointing.hovered_bone = s.registry.find("sacrum");
    CHECK(has(s.look("sternum"), bone_hidden));
    CHECK(has(s.look("hip_bone_left"), bone_hovered));
    CHECK(has(s.look("sacrum"), bone_hovered));
    s.pointing.hovered_site = "atlantis";
    s.pointing.hovered_bone = anatomy::no_bone;
    CHECK_FALSE(has(s.look("sacrum"), bone_hovered));
}

TEST_CASE("Pale colours on the light stage get a silhouette") {
    CHECK(backdrop(session::ThemeChoice::light).silhouette);
    CHECK_FALSE(backdrop(session::ThemeChoice::dark).silhouette);
    CHECK_FALSE(backdrop(session::ThemeChoice::contrast).gradient);
}

TEST_CASE("A model goes to the renderer with its bones, levels and revision") {
    const Stand s;
    const anatomy::SkeletonModel model = tiny::model(s.registry);
    const Geometry geometry = geometry_of(model, 3);
    CHECK(geometry.vertices.size() == model.vertices.size() * 16);
    CHECK(geometry.parts.size() == model.meshes.size());
    CHECK(geometry.parts[4].levels[3].index_count == 36);
    CHECK(geometry.revision == 3);
    CHECK(geometry.storage == model.storage);
}
