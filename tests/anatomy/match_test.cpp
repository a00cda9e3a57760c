#include "anatomy/match.h"
#include "support/shipped_registry.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace osteon;
using namespace osteon::anatomy;
namespace fs = std::filesystem;

namespace {

const Registry& registry() {
    return testing::shipped_registry();
}

PieceName named(std::string name) {
    return {.name = std::move(name), .file = {}, .fma = 0, .table_name = {}};
}

Match match(const PieceName& piece) {
    return match_pieces(registry(), std::vector{piece}).front();
}

/// The id of the bone that a piece with this name is, or "nothing".
std::string bone_of(const std::string& name) {
    const Match found = match(named(name));
    return found.bone == no_bone ? "nothing" : registry().bones[found.bone].id;
}

void check_all(const std::vector<std::pair<const char*, const char*>>& names) {
    for (const auto& [name, id] : names) {
        CAPTURE(name);
        CHECK(bone_of(name) == id);
    }
}

} // namespace

TEST_CASE("every bone is matched by its English name, its Latin name and its id") {
    for (const Bone& bone : registry().bones) {
        CAPTURE(bone.id);
        CHECK(bone_of(bone.name) == bone.id);
        CHECK(bone_of(bone.latin) == bone.id);
        CHECK(bone_of(bone.id) == bone.id);
    }
}

TEST_CASE("every further name fits one bone, or a pair once the side is added") {
    for (const Bone& bone : registry().bones) {
        for (const std::string& alias : bone.aliases) {
            const std::string side =
                bone.side == Side::midline ? "" : std::string(to_string(bone.side));
            CAPTURE(alias);
            CHECK(bone_of(side + " " + alias) == bone.id);
        }
    }
}

TEST_CASE("the side is read in every common style") {
    check_all({{"right femur", "femur_right"},
               {"Femur right", "femur_right"},
               {"Femur.L", "femur_left"},
               {"Femur.L.001", "femur_left"},
               {"femur_r", "femur_right"},
               {"R_Femur", "femur_right"},
               {"RightFemur", "femur_right"},
               {"femurL", "femur_left"},
               {"Femur (left)", "femur_left"},
               {"Left_Femur_mesh", "femur_left"},
               {"LEFT FEMUR", "femur_left"},
               {"Os femoris dextrum", "femur_right"},
               {"Scapula dextra", "scapula_right"},
               {"Clavicula sin.", "clavicle_left"},
               {"Radius dext.", "radius_right"},
               {"lt tibia", "tibia_left"}});
}

TEST_CASE("numbers are read as words, digits and Roman numerals") {
    check_all({{"Costa VI dextra", "rib_6_right"},
               {"Costa sexta dextra", "rib_6_right"},
               {"right 6th rib", "rib_6_right"},
               {"Rib 6 R", "rib_6_right"},
               {"rib06_right", "rib_6_right"},
               {"Rib_L3", "rib_3_left"},
               {"rib12.L", "rib_12_left"},
               {"Os metacarpale tertium sinistrum", "metacarpal_3_left"},
               {"3rd metacarpal, left", "metacarpal_3_left"},
               {"Right metatarsal V", "metatarsal_5_right"},
               {"Metacarpal bone 2 of left hand", "metacarpal_2_left"},
               {"Left costal cartilage 7", "costal_cartilage_7_left"}});
}

TEST_CASE("vertebrae are read by letter and number, and in words") {
    check_all({{"L3", "vertebra_l3"},
               {"third lumbar vertebra", "vertebra_l3"},
               {"Lumbar vertebra 3", "vertebra_l3"},
               {"lumbar_3", "vertebra_l3"},
               {"vertebra_L_3", "vertebra_l3"},
               {"Vertebra L3.002", "vertebra_l3"},
               {"T6", "vertebra_t6"},
               {"Th6", "vertebra_t6"},
               {"D6", "vertebra_t6"},
               {"Vertebra thoracalis VI", "vertebra_t6"},
               {"T12 vertebra", "vertebra_t12"},
               {"Atlas", "vertebra_c1"},
               {"C1 (atlas)", "vertebra_c1"},
               {"axis", "vertebra_c2"},
               {"Second cervical vertebra", "vertebra_c2"},
               {"C8", "nothing"},
               {"L6", "nothing"}});
}

TEST_CASE("discs are read by their neighbours or by the vertebra above") {
    check_all({{"Intervertebral disk of third lumbar vertebra", "disc_l3_l4"},
               {"Intervertebral disc L3/L4", "disc_l3_l4"},
               {"disc_L3-L4", "disc_l3_l4"},
               {"L5-S1 disc", "disc_l5_s1"},
               {"Intervertebral disk of axis", "disc_c2_c3"},
               {"IVD T12 L1", "disc_t12_l1"},
               {"Intervertebral disk of twelfth thoracic vertebra", "disc_t12_l1"}});
}

TEST_CASE("everyday and older names are known") {
    check_all({{"Left shoulder blade", "scapula_left"},
               {"right collar bone", "clavicle_right"},
               {"thigh bone left", "femur_left"},
               {"Right kneecap", "patella_right"},
               {"breastbone", "sternum"},
               {"Manubrium", "sternum"},
               {"Body of sternum", "sternum"},
               {"Xiphoid process", "sternum"},
               {"Os coxae dextrum", "hip_bone_right"},
               {"left innominate bone", "hip_bone_left"},
               {"Ilium_R", "hip_bone_right"},
               {"right calcaneum", "calcaneus_right"},
               {"left heel bone", "calcaneus_left"},
               {"Coccyx", "coccyx"},
               {"left malar bone", "zygomatic_bone_left"},
               {"Right inferior turbinate", "inferior_nasal_concha_right"},
               {"greater multangular right", "trapezium_right"},
               {"Left triquetral", "triquetrum_left"},
               {"Navicular bone of left hand", "scaphoid_left"},
               {"Navicular bone of left foot", "navicular_left"},
               {"Frontal", "frontal_bone"},
               {"temporal_l", "temporal_bone_left"}});
}

TEST_CASE("fingers and toes are told apart, by name and by number") {
    check_all({{"Proximal phalanx of right thumb", "proximal_phalanx_hand_1_right"},
               {"Middle phalanx of left middle finger", "middle_phalanx_hand_3_left"},
               {"Middle phalanx of left little finger", "middle_phalanx_hand_5_left"},
               {"distal phalanx of right index", "distal_phalanx_hand_2_right"},
               {"Distal phalanx of left great toe", "distal_phalanx_foot_1_left"},
               {"Proximal phalanx of right hallux", "proximal_phalanx_foot_1_right"},
               {"Distal phalanx of right third toe", "distal_phalanx_foot_3_right"},
               {"Distal phalanx of third digit of right foot", "distal_phalanx_foot_3_right"},
               {"Intermediate phalanx of 4th finger L", "middle_phalanx_hand_4_left"},
               {"Phalanx distalis pollicis dextri", "distal_phalanx_hand_1_right"}});
}

TEST_CASE("teeth are matched by the names of the FMA and by FDI number") {
    check_all({{"right upper first secondary premolar tooth", "tooth_14"},
               {"left lower second secondary molar tooth", "tooth_37"},
               {"right lower central secondary incisor tooth", "tooth_41"},
               {"left upper secondary canine tooth", "tooth_23"},
               {"Tooth 48", "tooth_48"},
               {"FDI 11", "tooth_11"},
               {"left mandibular third molar", "tooth_38"}});
}

TEST_CASE("a paired bone without its side is not guessed") {
    const Match found = match(named("Femur"));
    CHECK(found.bone == no_bone);
    CHECK(found.reason == "the name does not say which side; it may be Left femur or Right femur");
    CHECK(match(named("left and right femur")).bone == no_bone);
    CHECK(bone_of("left sacrum") == "sacrum");
}

TEST_CASE("organs, soft parts and nonsense are no bones") {
    for (const char* name : {"Left kidney",
                             "Skin",
                             "Urinary bladder",
                             "Liver",
                             "Prostate",
                             "Stomach",
                             "Thigh",
                             "Left stylohyoid ligament",
                             "Interosseous membrane of right leg",
                             "Segment of large intestine",
                             "Sesamoid bone of left foot",
                             "Left main bronchus",
                             "Bone",
                             "Left",
                             "Object_12",
                             "Cube.001",
                             "",
                             "...",
                             "12",
                             "L",
                             "\xFF\xFE",
                             "Skin of right thumb",
                             "Femoral artery left"}) {
        CAPTURE(name);
        const Match found = match(named(name));
        CHECK(found.bone == no_bone);
        CHECK_FALSE(found.reason.empty());
    }
}

TEST_CASE("a misspelt name is not matched, but the nearest one is named") {
    const Match found = match(named("Left clavical"));
    CHECK(found.bone == no_bone);
    CHECK(found.reason == "no bone has this name; nearest name: Left clavicle");
}

TEST_CASE("an FMA id in the name goes before the name") {
    const Match found = match(named("FJ365_BP7_FMA24474_Left_thing"));
    REQUIRE(found.bone != no_bone);
    CHECK(registry().bones[found.bone].id == "femur_right");
    CHECK(found.reason == "FMA id 24474");
    CHECK(bone_of("fma:13074") == "vertebra_l3");
    CHECK(bone_of("FMA7487") == "sternum");
    CHECK(bone_of("FMA52753_right_malleus") == "malleus_right");
    CHECK(bone_of("FMA7163_Skin") == "nothing");
    CHECK(bone_of("FMA99999999999999999999") == "nothing");
}

TEST_CASE("the table beside the archive speaks for nameless pieces") {
    const Match ethmoid = match({"FJ3199", "FJ3199.obj", 52740, "pneumatized bone"});
    REQUIRE(ethmoid.bone != no_bone);
    CHECK(registry().bones[ethmoid.bone].id == "ethmoid_bone");
    CHECK(ethmoid.reason == "FMA id 52740 in the table");
    const Match tooth =
        match({"FJ1279", "FJ1279.obj", 0, "right upper central secondary incisor tooth"});
    REQUIRE(tooth.bone != no_bone);
    CHECK(registry().bones[tooth.bone].id == "tooth_11");
}

TEST_CASE("a file's name speaks for its pieces only where they have no telling names") {
    const std::vector<PieceName> one = {{"default", "femur_left.stl", 0, ""}};
    CHECK(match_pieces(registry(), one)[0].reason == "English name in the file's name");

    const std::vector<PieceName> whole = {{"Sacrum", "atlas.glb", 0, ""},
                                          {"Object_7", "atlas.glb", 0, ""}};
    const auto found = match_pieces(registry(), whole);
    CHECK(found[0].bone == registry().find("sacrum"));
    CHECK(found[1].bone == no_bone);
}

TEST_CASE("several pieces may be one bone, and the answers keep the order of the pieces") {
    const auto found = match_pieces(
        registry(), std::vector{named("Manubrium"), named("Skin"), named("Body of sternum")});
    REQUIRE(found.size() == 3);
    CHECK(found[0].bone == found[2].bone);
    CHECK(found[1].piece == "Skin");
    CHECK(match_pieces(registry(), {}).empty());
}

TEST_CASE("a disc without its number is the one that no other piece is") {
    std::vector<PieceName> pieces = {named("intervertebral disk of cervical vertebra")};
    CHECK(match_pieces(registry(), pieces)[0].bone == no_bone);
    for (const char* number : {"third", "fourth", "fifth", "sixth", "seventh"}) {
        pieces.push_back(
            named(std::string("intervertebral disk of ") + number + " cervical vertebra"));
    }
    CHECK(match_pieces(registry(), pieces)[0].bone == registry().find("disc_c2_c3"));
}

TEST_CASE("every bone of the BodyParts3D files is matched by name alone, and by id alone") {
    const fs::path folder = OSTEON_SOURCE_DIR "/../shared/anatomy/bodyparts3d-glb";
    if (!fs::is_directory(folder)) {
        MESSAGE("skipped: no reference anatomy beside the checkout");
        return;
    }
    std::set<BoneIndex> bones;
    int unmatched = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string stem = entry.path().stem().string();
        const std::string name = stem.substr(stem.find('_', stem.find("_FMA") + 1) + 1);
        const std::string id =
            stem.substr(stem.find("FMA"), stem.find(name) - 1 - stem.find("FMA"));
        CAPTURE(stem);
        const BoneIndex by_name = match(named(name)).bone;
        CHECK(by_name == match(named(id)).bone);
        CHECK(by_name == match({"", entry.path().filename().string(), 0, ""}).bone);
        unmatched += by_name == no_bone ? 1 : 0;
        bones.insert(by_name);
    }
    CHECK(unmatched == 2); // the sesamoid bones of the feet
    CHECK(bones.size() == 199 + 23 + 14 + 1);
}

TEST_CASE("every bone of the BodyParts3D table is matched, and no organ is") {
    std::ifstream table(OSTEON_SOURCE_DIR
                        "/../shared/anatomy/bodyparts3d-v4/isa_element_parts.txt");
    if (!table) {
        MESSAGE("skipped: no reference anatomy beside the checkout");
        return;
    }
    std::set<std::string> unmatched;
    std::string line;
    std::getline(table, line);
    while (std::getline(table, line)) {
        std::istringstream fields(line);
        std::string concept_id;
        std::string name;
        std::string element;
        std::getline(fields, concept_id, '\t');
        std::getline(fields, name, '\t');
        std::getline(fields, element, '\t');
        const BoneIndex by_name = match(named(name)).bone;
        const BoneIndex by_id =
            match({element, element + ".obj", std::stoi(concept_id.substr(3)), ""}).bone;
        CAPTURE(name);
        CHECK((by_name == by_id || name == "pneumatized bone"));
        if (by_id == no_bone) {
            unmatched.insert(name);
        }
    }
    CHECK(unmatched == std::set<std::string>{"Esophagus", "Gallbladder", "Pancreas", "Prostate",
                                             "Skin", "Stomach", "Urinary bladder", "left kidney",
                                             "right kidney", "sesamoid bone of left foot",
                                             "sesamoid bone of right foot"});
}
