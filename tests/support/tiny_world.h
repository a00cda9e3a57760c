#pragma once

#include "anatomy/model.h"
#include "anatomy/registry.h"
#include "knowledge/knowledge.h"

#include <array>
#include <cmath>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// A skeleton of two dozen boxes and as much knowledge as the rooms above anatomy need for their
/// tests: made in code, so that no test of theirs waits for a file.
namespace osteon::tiny {

using anatomy::BoneIndex;
using anatomy::PieceKind;
using anatomy::Side;

/// An entry of the registry and the box that stands for its surface, in metres.
struct Piece {
    anatomy::Bone bone;
    Box box;
};

inline Box box(glm::vec3 centre, glm::vec3 size) {
    return {centre - 0.5F * size, centre + 0.5F * size};
}

inline Piece piece(std::string id, std::string name, std::string region, std::string site,
                   Box bounds, PieceKind kind = PieceKind::bone) {
    Piece result;
    result.bone.id = std::move(id);
    result.bone.name = std::move(name);
    result.bone.region = std::move(region);
    result.bone.site = std::move(site);
    result.bone.kind = kind;
    result.box = bounds;
    return result;
}

inline void add_pair(std::vector<Piece>& pieces, const std::string& id, const std::string& name,
                     const std::string& region, const std::string& site, Box left) {
    Box right{{-left.max.x, left.min.y, left.min.z}, {-left.min.x, left.max.y, left.max.z}};
    pieces.push_back(piece(id + "_left", "Left " + name, region + "_left", site, left));
    pieces.back().bone.side = Side::left;
    pieces.push_back(piece(id + "_right", "Right " + name, region + "_right", site, right));
    pieces.back().bone.side = Side::right;
}

inline std::vector<Piece> pieces() {
    std::vector<Piece> all;
    all.push_back(piece("frontal_bone", "Frontal bone", "skull", "skull",
                        box({0, 1.6F, 0.02F}, {.15F, .12F, .18F})));
    all.push_back(piece("mandible", "Mandible", "skull", "mandible",
                        box({0, 1.48F, 0.05F}, {.1F, .05F, .08F})));
    for (int i = 1; i <= 5; ++i) {
        const float y = 1.14F - 0.035F * static_cast<float>(i);
        all.push_back(piece("vertebra_l" + std::to_string(i), "L" + std::to_string(i),
                            "lumbar_vertebrae", "lumbar_spine",
                            box({0, y, -0.03F}, {.05F, .027F, .07F})));
    }
    all.push_back(piece("disc_l1_l2", "Intervertebral disc L1/L2", "intervertebral_discs",
                        "lumbar_spine", box({0, 1.088F, -0.02F}, {.05F, .008F, .04F}),
                        PieceKind::disc));
    all.push_back(piece("sacrum", "Sacrum", "sacral_region", "sacrum",
                        box({0, .92F, -0.05F}, {.1F, .1F, .06F})));
    all.push_back(piece("sternum", "Sternum", "sternal_region", "sternum",
                        box({0, 1.28F, .1F}, {.04F, .17F, .015F})));
    for (int i = 1; i <= 3; ++i) {
        const float y = 1.38F - 0.06F * static_cast<float>(i);
        add_pair(all, "rib_" + std::to_string(i), "rib " + std::to_string(i), "ribs", "ribs",
                 box({.09F, y, .04F}, {.1F, .02F, .12F}));
    }
    all.push_back(piece("costal_cartilage_1", "First costal cartilage", "costal_cartilages", "ribs",
                        box({.03F, 1.32F, .1F}, {.02F, .01F, .01F}), PieceKind::cartilage));
    add_pair(all, "hip_bone", "hip bone", "hip", "pelvis", box({.08F, .93F, 0}, {.12F, .2F, .14F}));
    add_pair(all, "femur", "femur", "thigh", "femur", box({.1F, .65F, 0}, {.05F, .44F, .05F}));
    add_pair(all, "tibia", "tibia", "leg", "lower_leg_foot",
             box({.1F, .22F, 0}, {.04F, .44F, .04F}));
    add_pair(all, "humerus", "humerus", "arm", "humerus", box({.2F, 1.2F, 0}, {.04F, .32F, .04F}));
    return all;
}

/// A landmark of a bone, and where it lies in its box (0..1).
struct LandmarkInBox {
    const char* bone;
    const char* id;
    const char* name;
    const char* latin;
    glm::vec3 share;
};
inline constexpr LandmarkInBox landmarks[] = {
    {"vertebra_l3", "pedicle", "Pedicle", "Pediculus arcus vertebrae", {0.5F, 0.5F, 1.0F}},
    {"femur_left", "greater_trochanter", "Greater trochanter", "Trochanter major", {1, 0.9F, 0.5F}},
    {"femur_left", "head_of_femur", "Head of femur", "Caput femoris", {0, 0.97F, 0.5F}},
    {"femur_left", "linea_aspera", "Linea aspera", "Linea aspera", {0.5F, 0.5F, 0}},
    {"femur_right", "greater_trochanter", "Greater trochanter", "Trochanter major", {0, 0.9F, .5F}},
};

inline anatomy::Registry registry() {
    anatomy::Registry result;
    result.regions = {{"axial", "Axial skeleton", "", ""},
                      {"skull", "Skull", "", "axial"},
                      {"lumbar_vertebrae", "Lumbar vertebrae", "", "axial"},
                      {"intervertebral_discs", "Intervertebral discs", "", "axial"},
                      {"sacral_region", "Sacrum", "", "axial"},
                      {"sternal_region", "Sternum", "", "axial"},
                      {"costal_cartilages", "Costal cartilages", "", "axial"},
                      {"ribs_left", "Left ribs", "", "axial"},
                      {"ribs_right", "Right ribs", "", "axial"},
                      {"limbs", "Appendicular skeleton", "", ""}};
    for (const auto& [id, name] :
         {std::pair{"hip", "hip"}, {"thigh", "thigh"}, {"leg", "leg"}, {"arm", "arm"}}) {
        for (const auto& side : {std::pair{"_left", "Left "}, {"_right", "Right "}}) {
            result.regions.push_back(
                {std::string(id) + side.first, std::string(side.second) + name, "", "limbs"});
        }
    }
    for (const Piece& each : pieces()) {
        result.bone_by_id[each.bone.id] = static_cast<BoneIndex>(result.bones.size());
        result.bones.push_back(each.bone);
    }
    for (const LandmarkInBox& each : landmarks) {
        anatomy::Landmark landmark;
        landmark.id = each.id;
        landmark.bone = result.bone_by_id.at(each.bone);
        landmark.name = each.name;
        landmark.latin = each.latin;
        result.landmarks.push_back(landmark);
    }
    return result;
}

/// A site of the bones whose ids begin with one of `prefixes`; its marker stands on the first.
inline knowledge::Site site(const anatomy::Registry& registry, std::string id, std::string name,
                            std::string parent, std::string region,
                            const std::vector<std::string>& prefixes) {
    knowledge::Site result;
    result.name = std::move(name);
    result.subtitle = "About the " + id;
    result.parent = std::move(parent);
    result.region = std::move(region);
    result.article = id;
    result.id = std::move(id);
    for (std::size_t i = 0; i < registry.bones.size(); ++i) {
        for (const std::string& prefix : prefixes) {
            if (registry.bones[i].id.starts_with(prefix) &&
                registry.bones[i].kind == PieceKind::bone) {
                result.bones.push_back(static_cast<BoneIndex>(i));
            }
        }
    }
    result.anchor_bone = result.bones.front();
    result.yaw = 20.0F;
    result.pitch = 5.0F;
    return result;
}

inline knowledge::SpreadFigure figure(std::string region, double percent, knowledge::Basis basis,
                                      knowledge::Method method, knowledge::Confidence confidence) {
    knowledge::SpreadFigure result;
    result.region = std::move(region);
    result.percent = percent;
    result.basis = basis;
    result.method = method;
    result.confidence = confidence;
    result.preferred = true;
    return result;
}

inline knowledge::Primary prostate() {
    using knowledge::Basis;
    using knowledge::Confidence;
    using knowledge::Method;
    knowledge::Primary result;
    result.id = "prostate";
    result.name = "Prostate cancer";
    result.article = "prostate";
    result.figures = {
        figure("pelvis", 62.2, Basis::patients, Method::reported, Confidence::verified),
        figure("lumbar_spine", 81.2, Basis::patients, Method::derived, Confidence::verified),
        figure("sacrum", 8.7, Basis::lesions, Method::reported, Confidence::verified),
        figure("humerus", 28.0, Basis::patients, Method::lower_bound, Confidence::verified),
        figure("skull", 21.4, Basis::patients, Method::reported, Confidence::recalled)};
    result.heat = {{"skull", 3},  {"lumbar_spine", 4}, {"sacrum", 3},
                   {"pelvis", 4}, {"ribs", 4},         {"sternum", 3},
                   {"femur", 3},  {"humerus", 2},      {"lower_leg_foot", 1}};
    return result;
}

inline knowledge::Knowledge knowledge_of(const anatomy::Registry& registry) {
    knowledge::Knowledge result;
    result.sites = {
        site(registry, "spine", "Spine", "", "", {"vertebra_", "sacrum"}),
        site(registry, "lumbar_spine", "Lumbar spine", "spine", "lumbar_spine", {"vertebra_l"}),
        site(registry, "sacrum", "Sacrum", "spine", "sacrum", {"sacrum"}),
        site(registry, "pelvis", "Pelvis", "", "pelvis", {"hip_bone"}),
        site(registry, "ilium", "Ilium", "pelvis", "pelvis", {"hip_bone"}),
        site(registry, "ribs", "Ribs and sternum", "", "", {"rib_", "sternum"}),
        site(registry, "rib_bones", "Ribs", "ribs", "ribs", {"rib_"}),
        site(registry, "sternum", "Sternum", "ribs", "sternum", {"sternum"}),
        site(registry, "skull", "Skull", "", "skull", {"frontal_bone", "mandible"}),
        site(registry, "long_bones", "Long bones", "", "", {"femur", "humerus", "tibia"}),
        site(registry, "femur", "Femur", "long_bones", "femur", {"femur"}),
        site(registry, "humerus", "Humerus", "long_bones", "humerus", {"humerus"})};
    result.primaries = {prostate()};
    result.primaries.push_back(prostate());
    result.primaries.back().id = result.primaries.back().article = "melanoma";
    result.primaries.back().name = "Melanoma";
    result.primaries.back().figures.clear();
    for (const knowledge::Site& each : result.sites) {
        result.articles.push_back({});
        result.articles.back().id = each.article;
        result.articles.back().kind = knowledge::ArticleKind::site;
    }
    for (const char* id : {"prostate", "melanoma", "symptoms"}) {
        result.articles.push_back({});
        result.articles.back().id = id;
    }
    return result;
}

/// The boxes as a model: four vertices a side, with their normals.
inline anatomy::SkeletonModel model(const anatomy::Registry& registry) {
    struct Storage {
        std::vector<anatomy::PackedVertex> vertices;
        std::vector<std::uint32_t> indices;
    };
    auto storage = std::make_shared<Storage>();
    anatomy::SkeletonModel result;
    result.name = "Boxes";
    result.position_offset = {-1.0F, -1.0F, -1.0F};
    result.position_scale = {4.0F, 4.0F, 4.0F};
    for (const Piece& each : pieces()) {
        anatomy::BoneMesh mesh;
        mesh.bone = registry.bone_by_id.at(each.bone.id);
        mesh.closed = true;
        mesh.bounds = each.box;
        mesh.centroid = each.box.centre();
        mesh.first_vertex = static_cast<std::uint32_t>(storage->vertices.size());
        const auto first_index = static_cast<std::uint32_t>(storage->indices.size());
        for (int side = 0; side < 6; ++side) {
            const int axis = side / 2;
            glm::vec3 normal(0.0F);
            normal[axis] = side % 2 == 0 ? -1.0F : 1.0F;
            const auto start = static_cast<std::uint32_t>(storage->vertices.size());
            for (int corner = 0; corner < 4; ++corner) {
                glm::vec3 unit(0.0F);
                unit[axis] = side % 2 == 0 ? 0.0F : 1.0F;
                unit[(axis + 1) % 3] = corner % 2 == 0 ? 0.0F : 1.0F;
                unit[(axis + 2) % 3] = corner < 2 ? 0.0F : 1.0F;
                const glm::vec3 place = each.box.min + unit * each.box.size();
                const glm::vec3 coded = (place - result.position_offset) / result.position_scale;
                anatomy::PackedVertex vertex{};
                for (int k = 0; k < 3; ++k) {
                    vertex.position[static_cast<std::size_t>(k)] =
                        static_cast<std::uint16_t>(std::lround(coded[k] * 65535.0F));
                }
                vertex.bone = mesh.bone;
                vertex.normal = anatomy::encode_normal(normal);
                storage->vertices.push_back(vertex);
            }
            // Anticlockwise from outside on both of an axis's sides.
            const auto order = side % 2 == 0 ? std::array{0U, 3U, 1U, 0U, 2U, 3U}
                                             : std::array{0U, 1U, 3U, 0U, 3U, 2U};
            for (const std::uint32_t i : order) {
                storage->indices.push_back(start + i);
            }
        }
        mesh.vertex_count = 24;
        mesh.levels.fill({first_index, 36, 0.0F});
        result.bounds.add(each.box);
        result.meshes.push_back(mesh);
    }
    for (std::size_t i = 0; i < std::size(landmarks); ++i) {
        const glm::vec3 share = landmarks[i].share;
        const Box& bounds = result.find(registry.bone_by_id.at(landmarks[i].bone))->bounds;
        result.landmarks.push_back({static_cast<anatomy::LandmarkIndex>(i),
                                    bounds.min + share * bounds.size(),
                                    glm::normalize(2.0F * share - 1.0F)});
    }
    result.vertices = storage->vertices;
    result.indices = storage->indices;
    result.storage = storage;
    return result;
}

} // namespace osteon::tiny
