#include "sculpt/check.h"
#include "sculpt/commands.h"
#include "sculpt/landmark_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <memory>
#include <tbb/parallel_for.h>

namespace osteon::sculpt {
namespace {

constexpr float gap_reach = 8.0F; ///< mm

struct CheckOptions {
    MeshingOptions meshing;
    std::filesystem::path genus = "assets/anatomy/genus.toml";
    std::filesystem::path registry = default_registry;
    std::string only;
    bool json = false;
    bool gaps = false;
};

struct Findings {
    std::vector<BoneCheck> bones;
    std::vector<Neighbours> neighbours;

    std::size_t faults() const {
        std::size_t count = 0;
        for (const BoneCheck& bone : bones) {
            count += bone.faults.size();
        }
        for (const Neighbours& pair : neighbours) {
            count += pair.depth > 0.0F ? 1 : 0;
        }
        return count;
    }
    std::size_t triangles() const {
        std::size_t count = 0;
        for (const BoneCheck& bone : bones) {
            count += bone.triangles;
        }
        return count;
    }
};

std::string in_words(const Neighbours& pair) {
    return pair.depth > 0.0F ? fmt::format("{} enters {} by {:.1f} mm at {}", pair.first,
                                           pair.second, pair.depth, place_in_words(pair.place))
                             : fmt::format("{} and {} are {:.1f} mm apart at {}", pair.first,
                                           pair.second, pair.gap, place_in_words(pair.place));
}

/// Organs lie within each other, in the skin all of them: they have no neighbours to spare.
std::vector<SculptedBone> without_organs(const std::vector<SculptedBone>& bones,
                                         const anatomy::Registry& registry) {
    std::vector<SculptedBone> others;
    std::ranges::copy_if(bones, std::back_inserter(others), [&](const SculptedBone& bone) {
        const anatomy::BoneIndex index = registry.find(bone.id);
        return index == anatomy::no_bone || registry.bones[index].kind != anatomy::PieceKind::organ;
    });
    return others;
}

Findings look(const std::vector<SculptedBone>& bones, const ExpectedGenus& genus,
              const anatomy::Registry& registry, bool gaps) {
    Findings findings;
    findings.bones.resize(bones.size());
    tbb::parallel_for(std::size_t{0}, bones.size(), [&](std::size_t i) {
        findings.bones[i] = check_bone(bones[i], expected_genus(genus, bones[i].id));
    });
    findings.neighbours = find_neighbours(without_organs(bones, registry), gaps ? gap_reach : 0.0F);
    return findings;
}

void print_table(const Findings& findings) {
    for (const BoneCheck& bone : findings.bones) {
        std::printf("%-34s %7zu triangles  genus %2d  %s\n", bone.id.c_str(), bone.triangles,
                    bone.topology.genus, bone.faults.empty() ? "" : "FAULT");
    }
    for (const bool overlap : {false, true}) {
        for (const Neighbours& pair : findings.neighbours) {
            if ((pair.depth > 0.0F) == overlap) {
                std::printf("%s\n", in_words(pair).c_str());
            }
        }
    }
    for (const BoneCheck& bone : findings.bones) {
        for (const std::string& fault : bone.faults) {
            std::printf("%s %s\n", bone.id.c_str(), fault.c_str());
        }
    }
    std::printf("%zu bones, %zu triangles, %zu faults\n", findings.bones.size(),
                findings.triangles(), findings.faults());
}

void print_json(const Findings& findings) {
    nlohmann::json bones = nlohmann::json::array(), neighbours = nlohmann::json::array();
    for (const BoneCheck& bone : findings.bones) {
        bones.push_back({{"id", bone.id},
                         {"triangles", bone.triangles},
                         {"open_edges", bone.topology.open_edges},
                         {"crowded_edges", bone.topology.crowded_edges},
                         {"pinched_vertices", bone.topology.pinched_vertices},
                         {"pieces", bone.topology.pieces},
                         {"genus", bone.topology.genus},
                         {"expected_genus", {bone.expected.least, bone.expected.most}},
                         {"self_intersections", bone.self_intersections},
                         {"faults", bone.faults}});
    }
    for (const Neighbours& pair : findings.neighbours) {
        neighbours.push_back({{"first", pair.first},
                              {"second", pair.second},
                              {"depth_mm", pair.depth},
                              {"gap_mm", pair.gap},
                              {"place_mm", {pair.place.x, pair.place.y, pair.place.z}}});
    }
    const nlohmann::json document{{"bones", std::move(bones)},
                                  {"neighbours", std::move(neighbours)},
                                  {"triangles", findings.triangles()},
                                  {"faults", findings.faults()}};
    std::printf("%s\n", document.dump(1).c_str());
}

/// Says on the standard error output which landmarks have no place or lie off their bones; those
/// are no faults of a surface.
Result<void> tell_landmarks(const CheckOptions& options, const anatomy::Registry& registry) {
    if (!options.only.empty()) {
        return {}; // of single bones, `osteon-sculpt landmarks --only` tells them
    }
    const auto recipes = load_recipes(options.meshing.recipes);
    if (!recipes) {
        return fail(recipes.error());
    }
    warn_of_landmarks(*recipes, registry);
    return {};
}

int run_check(const CheckOptions& options) {
    const auto genus = load_expected_genus(options.genus);
    if (!genus) {
        return report(genus.error());
    }
    const auto registry = anatomy::load_registry(options.registry);
    if (!registry) {
        return report(registry.error());
    }
    const auto bones =
        sculpt_bones(options.meshing.recipes, options.only, options.meshing.meshing());
    if (!bones) {
        return report(bones.error());
    }
    const Findings findings = look(*bones, *genus, *registry, options.gaps);
    options.json ? print_json(findings) : print_table(findings);
    if (const auto told = tell_landmarks(options, *registry); !told) {
        return report(told.error());
    }
    return findings.faults() == 0 ? 0 : 1;
}

} // namespace

Command add_check_command(CLI::App& app) {
    const auto options = std::make_shared<CheckOptions>();
    CLI::App* parser = app.add_subcommand(
        "check", "mesh, and say which bones are not whole or enter their neighbours");
    add_meshing_options(*parser, options->meshing);
    parser->add_option("--genus", options->genus, "how many holes each bone has")
        ->capture_default_str();
    add_registry_option(*parser, options->registry);
    parser->add_option("--only", options->only, "only bones whose id contains one of these: a,b");
    parser->add_flag("--gaps", options->gaps, "tell the gaps between neighbours below 8 mm, too");
    parser->add_flag("--json", options->json, "print JSON");
    return {parser, [options] { return run_check(*options); }};
}

} // namespace osteon::sculpt
