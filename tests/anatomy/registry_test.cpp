#include "anatomy/registry.h"
#include "base/files.h"
#include "support/shipped_registry.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <unistd.h>

using namespace osteon;
using namespace osteon::anatomy;

namespace {

const Registry& registry() {
    return testing::shipped_registry();
}

const Bone& bone(std::string_view id) {
    const BoneIndex index = registry().find(id);
    REQUIRE_MESSAGE(index != no_bone, id);
    return registry().bones[index];
}

std::ptrdiff_t count(PieceKind kind) {
    return std::count_if(registry().bones.begin(), registry().bones.end(),
                         [&](const Bone& each) { return each.kind == kind; });
}

/// What loading a file with this text says.
std::string complaint_about(std::string_view text) {
    const std::filesystem::path file = std::filesystem::temp_directory_path() /
                                       ("osteon-bones-" + std::to_string(::getpid()) + ".toml");
    REQUIRE(write_file_atomically(file, text));
    const auto result = load_registry(file);
    std::filesystem::remove(file);
    return result ? "no complaint" : describe(result.error());
}

bool says(const std::string& message, std::string_view part) {
    return message.find(part) != std::string::npos;
}

constexpr std::string_view small_tree =
    "regions = [{ id = \"leg\", name = \"Leg\", latin = \"Crus\" }]\n";

std::string with_bones(std::string_view rows) {
    return std::string(small_tree) + "bones = [\n" + std::string(rows) + "\n]\n";
}

} // namespace

TEST_CASE("organs have a registry of their own, without bones and landmarks") {
    const auto organs = load_registry(OSTEON_SOURCE_DIR "/assets/anatomy/organs.toml");
    REQUIRE_MESSAGE(organs.has_value(), (organs ? "" : describe(organs.error())));
    CHECK(std::ranges::all_of(organs->bones,
                              [](const Bone& each) { return each.kind == PieceKind::organ; }));
    CHECK(organs->landmarks.empty());
    CHECK(organs->bones[organs->find("kidney_left")].mirror == organs->find("kidney_right"));
    CHECK(to_string(PieceKind::organ) == "organ");
}

TEST_CASE("the adult has 206 bones, and discs, cartilages and teeth beside them") {
    CHECK(count(PieceKind::bone) == 206);
    CHECK(count(PieceKind::disc) == 23);
    CHECK(count(PieceKind::cartilage) == 21);
    CHECK(count(PieceKind::tooth) == 32);
}

TEST_CASE("the bones divide into 80 axial and 126 appendicular ones") {
    const auto bones_of = [](std::string_view region) {
        const auto found = registry().bones_in_region(region);
        return std::count_if(found.begin(), found.end(), [](BoneIndex each) {
            return registry().bones[each].kind == PieceKind::bone;
        });
    };
    CHECK(bones_of("axial_skeleton") == 80);
    CHECK(bones_of("appendicular_skeleton") == 126);
    CHECK(bones_of("skull") == 28);
    CHECK(bones_of("vertebral_column") == 26);
    CHECK(bones_of("upper_limb_left") == 32);
    CHECK(bones_of("lower_limb_right") == 30);
    CHECK(registry().bones_in_region("no_such_region").empty());
}

TEST_CASE("ids and names are unique, and ids are found") {
    std::set<std::string> names;
    for (std::size_t i = 0; i < registry().bones.size(); ++i) {
        const Bone& each = registry().bones[i];
        CHECK(registry().find(each.id) == i);
        CHECK_MESSAGE(names.insert(each.name).second, each.name);
        CHECK_MESSAGE(names.insert(each.latin + " (Latin)").second, each.latin);
    }
    CHECK(registry().bone_by_id.size() == registry().bones.size());
    CHECK(registry().find("femur") == no_bone);
    CHECK(registry().find("") == no_bone);
}

TEST_CASE("every bone has an FMA id, which only the two sides of an ossicle share") {
    std::map<int, std::string> owner;
    for (const Bone& each : registry().bones) {
        CHECK_MESSAGE((each.fma > 0 || each.kind == PieceKind::cartilage), each.id);
        if (each.fma > 0 && each.region != "auditory_ossicles") {
            CHECK_MESSAGE(owner.emplace(each.fma, each.id).second, each.id);
        }
    }
    CHECK(bone("femur_right").fma == 24474);
    CHECK(bone("vertebra_l3").fma == 13074);
    CHECK(bone("hip_bone_left").fma == 16587);
}

TEST_CASE("every paired bone has a partner on the other side, and it is mutual") {
    for (std::size_t i = 0; i < registry().bones.size(); ++i) {
        const Bone& each = registry().bones[i];
        if (each.side == Side::midline) {
            CHECK(each.mirror == no_bone);
            continue;
        }
        REQUIRE_MESSAGE(each.mirror != no_bone, each.id);
        const Bone& partner = registry().bones[each.mirror];
        CHECK(partner.mirror == i);
        CHECK(partner.side != each.side);
        CHECK(partner.site == each.site);
        CHECK(partner.kind == each.kind);
        CHECK(partner.aliases.size() == each.aliases.size());
    }
    CHECK(registry().bones[bone("tooth_11").mirror].id == "tooth_21");
    CHECK(registry().bones[bone("tooth_38").mirror].id == "tooth_48");
}

TEST_CASE("every region is in the tree, and every leaf of the tree holds bones") {
    for (const Bone& each : registry().bones) {
        CHECK_MESSAGE(registry().find_region(each.region) != nullptr, each.id);
    }
    for (const Region& region : registry().regions) {
        CHECK_MESSAGE(!registry().bones_in_region(region.id).empty(), region.id);
        CHECK((region.parent.empty() || registry().find_region(region.parent) != nullptr));
    }
}

TEST_CASE("every site holds the bones that its name says") {
    const std::map<std::string, std::size_t> sizes = {
        {"mandible", 1}, {"cervical_spine", 13}, {"thoracic_spine", 24}, {"lumbar_spine", 10},
        {"sacrum", 2},   {"pelvis", 2},          {"ribs", 44},           {"sternum", 1},
        {"scapula", 2},  {"clavicle", 2},        {"humerus", 2},         {"forearm_hand", 58},
        {"femur", 2},    {"skull", 27},          {"lower_leg_foot", 58}};
    for (const auto& [site, size] : sizes) {
        CHECK_MESSAGE(registry().bones_at_site(site).size() == size, site);
    }
    CHECK(registry().bones_at_site("").empty());
    CHECK(bone("hyoid_bone").site.empty());
    CHECK(bone("disc_l5_s1").site == "lumbar_spine");
}

TEST_CASE("Latin names agree in gender with their side and number") {
    CHECK(bone("rib_6_right").latin == "Costa VI dextra");
    CHECK(bone("femur_left").latin == "Os femoris sinistrum");
    CHECK(bone("humerus_left").latin == "Humerus sinister");
    CHECK(bone("vertebra_l3").latin == "Vertebra lumbalis III");
    CHECK(bone("proximal_phalanx_foot_1_left").latin == "Phalanx proximalis hallucis sinistri");
    CHECK(bone("middle_phalanx_hand_2_right").latin == "Phalanx media digiti II manus dextrae");
}

TEST_CASE("the order is head to foot, left before right") {
    const std::vector<const char*> ids = {
        "frontal_bone",  "mandible",    "tooth_21",
        "hyoid_bone",    "vertebra_c1", "vertebra_l5",
        "sacrum",        "disc_c2_c3",  "sternum",
        "rib_1_left",    "rib_1_right", "clavicle_left",
        "hip_bone_left", "femur_left",  "distal_phalanx_foot_5_right"};
    CHECK(std::is_sorted(ids.begin(), ids.end(), [](const char* a, const char* b) {
        return registry().find(a) < registry().find(b);
    }));
}

TEST_CASE("links may use the names of parts") {
    CHECK(registry().find("vertebra_s1") == registry().find("sacrum"));
    CHECK(registry().find("atlas") == registry().find("vertebra_c1"));
    CHECK(registry().find("ilium_left") == registry().find("hip_bone_left"));
}

TEST_CASE("a missing registry is named") {
    const auto result = load_registry("/nowhere/bones.toml");
    REQUIRE_FALSE(result.has_value());
    CHECK(says(describe(result.error()), "/nowhere/bones.toml: there is no such file"));
}

TEST_CASE("a fault of the file is told with line, column and what was expected") {
    CHECK(says(complaint_about("bones = [ { id = \n"), "line"));
    CHECK(says(complaint_about(""), "there is no list of regions"));
    CHECK(says(complaint_about("regions = 4\n"), "\"regions\" is not a list"));
    CHECK(says(complaint_about(small_tree), "there are no bones"));
    CHECK(says(complaint_about(with_bones("4")), "line 3, column 1: an entry in braces"));
    CHECK(says(complaint_about(with_bones("{ id = \"x\", name = \"X\" }")),
               "line 3, column 1: this entry has no \"latin\""));
    CHECK(says(complaint_about(with_bones("{ id = \"x\", nmae = \"X\" }")),
               "there is no field \"nmae\". The fields are id, name"));
    CHECK(says(complaint_about(with_bones("{ id = 7, name = \"X\" }")), "\"id\" is not a text"));
}

TEST_CASE("a bone at odds with the others is told with line and column") {
    const std::string x = "{ id = \"x\", name = \"X\", latin = \"X\", region = \"leg\" }";
    CHECK(complaint_about(with_bones(x)) == "no complaint");
    CHECK(says(complaint_about(with_bones(x + ",\n" + x)), "line 4, column 1: the id \"x\""));
    CHECK(says(complaint_about(
                   with_bones("{ id = \"x\", name = \"X\", latin = \"X\", region = \"arm\" }")),
               "the region \"arm\" is not listed"));
    const std::string left = "{ id = \"t_left\", name = \"T\", latin = \"T\", region = \"leg\"";
    CHECK(says(complaint_about(with_bones(left + ", side = \"left\" }")), "has no partner"));
    CHECK(says(complaint_about(with_bones(left + " }")), "the side do not agree"));
    CHECK(says(complaint_about(with_bones(left + ", side = \"port\" }")), "\"port\" is not known"));
    CHECK(says(complaint_about(with_bones(left + ", side = \"left\", site = \"tail\" }")),
               "the site \"tail\" is not known"));
    CHECK(says(complaint_about(with_bones(left + ", side = \"left\", fma = -3 }")), "FMA id"));
    CHECK(says(complaint_about(with_bones(x) + "[link_aliases]\ny = \"z\"\n"),
               "the link alias \"y\" leads to no bone"));
}
