#include "ui/drawer_lists.h"
#include "ui/drawer_search.h"
#include "ui/drawer_settings.h"
#include "ui/skeleton_tree.h"
#include "ui/status_bar.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace osteon::ui {
namespace {

using knowledge::Hit;
using knowledge::HitKind;

anatomy::Bone bone(const char* id, const char* name, const char* region) {
    anatomy::Bone entry;
    entry.id = id;
    entry.name = name;
    entry.latin = std::string(name) + " latine";
    entry.region = region;
    return entry;
}

anatomy::Registry small_registry() {
    anatomy::Registry registry;
    registry.regions = {{"axial", "Axial skeleton", "", ""},
                        {"skull", "Skull", "Cranium", "axial"},
                        {"spine", "Spine", "", "axial"},
                        {"empty", "Empty", "", ""}};
    registry.bones = {bone("frontal", "Frontal bone", "skull"),
                      bone("mandible", "Mandible", "skull"), bone("atlas", "Atlas", "spine"),
                      bone("disc", "Disc", "spine")};
    registry.bones[3].kind = anatomy::PieceKind::disc;
    for (std::size_t i = 0; i < registry.bones.size(); ++i) {
        registry.bone_by_id[registry.bones[i].id] = static_cast<anatomy::BoneIndex>(i);
    }
    return registry;
}

TEST_CASE("the tree nests regions, counts bones only and leaves out what is empty") {
    const std::vector<RegionNode> tree = region_tree(small_registry());
    REQUIRE(tree.size() == 1);
    CHECK(tree[0].all.size() == 4);
    CHECK(tree[0].bone_count == 3);
    REQUIRE(tree[0].regions.size() == 2);
    CHECK(tree[0].regions[1].name == "Spine");
    CHECK(tree[0].regions[1].bones.size() == 2);
    CHECK(tree[0].regions[1].bone_count == 1);
}

TEST_CASE("an eye is open, half open or crossed by what is hidden") {
    session::Stage stage;
    CHECK(shown_share(stage, {0, 1}) == Shown::all);
    stage.hidden = {1};
    CHECK(shown_share(stage, {0, 1}) == Shown::some);
    stage.hidden = {0, 1};
    CHECK(shown_share(stage, {0, 1}) == Shown::none);
}

TEST_CASE("the way to a bone in the tree leads from its region outward") {
    CHECK(regions_around(small_registry(), 2) == std::vector<std::string>{"spine", "axial"});
}

TEST_CASE("hits stand together by kind, the kind of the best hit first") {
    const std::vector<Hit> hits = grouped({{HitKind::bone, "a", "", "", 3.0F},
                                           {HitKind::site, "b", "", "", 2.0F},
                                           {HitKind::bone, "c", "", "", 1.0F}});
    CHECK(hits[0].id == "a");
    CHECK(hits[1].id == "c");
    CHECK(hits[2].id == "b");
    CHECK(grouped({}).empty());
}

TEST_CASE("a few hits of each kind are shown until the reader asks for all of one") {
    std::vector<Hit> hits(9);
    hits.back().kind = HitKind::article;
    CHECK(shown_hits(hits, {}) == std::vector<std::size_t>{0, 1, 2, 3, 4, 8});
    CHECK(shown_hits(hits, {HitKind::bone}).size() == 9);
}

TEST_CASE("recent searches stand once each, the newest first, and are few") {
    std::vector<std::string> recent;
    for (const char* query : {"a", "b", "a", "c", "d", "e", "f", "g"}) {
        remember(recent, query);
    }
    CHECK(recent == std::vector<std::string>{"g", "f", "e", "d", "c", "a"});
}

TEST_CASE("a section opens at its anchor") {
    const anatomy::Registry registry = small_registry();
    const auto section = opening({HitKind::article, "symptoms#pain", "", "", 1.0F}, registry);
    CHECK(std::get<session::OpenArticle>(*section).id == "symptoms");
    CHECK(std::get<session::OpenArticle>(*section).section == "pain");
}

TEST_CASE("opening a hit goes where it says, and a term opens in place") {
    const anatomy::Registry registry = small_registry();
    const auto region = opening({HitKind::region, "skull", "", "", 1.0F}, registry);
    REQUIRE(region.has_value());
    CHECK(std::get<session::Select>(*region).bones == std::vector<anatomy::BoneIndex>{0, 1});
    CHECK(std::get<session::Select>(*region).frame);
    const auto article = opening({HitKind::article, "symptoms", "", "", 1.0F}, registry);
    CHECK(std::get<session::OpenArticle>(*article).id == "symptoms");
    CHECK_FALSE(opening({HitKind::term, "lytic", "", "", 1.0F}, registry).has_value());
}

knowledge::Statement rate(const char* what) {
    knowledge::Statement statement;
    statement.what = what;
    return statement;
}

TEST_CASE("rates of another denominator are told apart from those of advanced disease") {
    CHECK(counts_advanced_disease(rate("of patients with advanced disease")));
    CHECK(counts_advanced_disease(rate("of patients with metastatic disease")));
    CHECK_FALSE(counts_advanced_disease(rate("of all patients treated")));
    CHECK_FALSE(counts_advanced_disease(knowledge::Statement{}));
}

TEST_CASE("a typed path loses its quotes and blanks, and the tilde is the home folder") {
    CHECK(typed_path("  \"/data/my skeleton.glb\" ") == "/data/my skeleton.glb");
    CHECK(typed_path(" \t\n").empty());
    if (const char* home = std::getenv("HOME")) {
        CHECK(typed_path("~/a.glb") == std::filesystem::path(home) / "a.glb");
    }
}

TEST_CASE("the status bar names what is under the pointer before what is chosen") {
    const anatomy::Registry registry = small_registry();
    knowledge::Knowledge knowledge;
    knowledge.sites.emplace_back();
    knowledge.sites.back().id = "pelvis";
    knowledge.sites.back().name = "Pelvis";
    const session::World world{registry, knowledge};
    session::Session session;
    view::Pointing pointing;
    CHECK(status_name(session, world, pointing).name.empty());

    session.stage.site = "pelvis";
    CHECK(status_name(session, world, pointing).name == "Pelvis");
    session.stage.selection = {1};
    CHECK(status_name(session, world, pointing).name == "Mandible");
    session.stage.selection = {0, 1};
    CHECK(status_name(session, world, pointing).name == "2 bones chosen");
    pointing.hovered_bone = 2;
    CHECK(status_name(session, world, pointing).name == "Atlas");
    CHECK(status_name(session, world, pointing).latin == "Atlas latine");
    pointing.hovered_bone = 999;
    CHECK(status_name(session, world, pointing).name == "2 bones chosen");
}

} // namespace
} // namespace osteon::ui
