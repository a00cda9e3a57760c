#include "sculpt/check.h"

#include "base/files.h"
#include "base/geometry.h"
#include "sculpt/self_intersection.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <cmath>

namespace osteon::sculpt {
namespace {

constexpr std::string_view right = "_right";
constexpr std::string_view left = "_left";
constexpr float highest_cliff = 0.5F; ///< mm

Error refused(const std::filesystem::path& file, const toml::source_region& source,
              std::string reason) {
    return {.subject = file.string(),
            .place = fmt::format("line {}", source.begin.line),
            .reason = std::move(reason),
            .cure = "Write a bone's id = its genus, or = [least, most]"};
}

std::optional<GenusRange> read_range(const toml::node& node) {
    if (const auto value = node.value<int>()) {
        return GenusRange{*value, *value};
    }
    const toml::array* pair = node.as_array();
    if (pair == nullptr || pair->size() != 2) {
        return std::nullopt;
    }
    const auto least = pair->get(0)->value<int>(), most = pair->get(1)->value<int>();
    if (!least || !most || *least > *most) {
        return std::nullopt;
    }
    return GenusRange{*least, *most};
}

std::string expectation(const GenusRange& range) {
    return range.least == range.most ? std::to_string(range.least)
                                     : fmt::format("{} to {}", range.least, range.most);
}

void check_topology(BoneCheck& check) {
    const Topology& found = check.topology;
    const std::string place = ", at " + place_in_words(found.fault_place);
    if (found.open_edges > 0) {
        check.faults.push_back(fmt::format("is open along {} edges", found.open_edges) + place);
    }
    if (found.crowded_edges > 0) {
        check.faults.push_back(
            fmt::format("has {} edges with more than two triangles", found.crowded_edges) + place);
    }
    if (found.pinched_vertices > 0) {
        check.faults.push_back(
            fmt::format("is pinched to a point {} times", found.pinched_vertices) + place);
    }
    if (found.pieces != 1) {
        check.faults.push_back(fmt::format("falls into {} pieces", found.pieces));
    } else if (found.genus < check.expected.least || found.genus > check.expected.most) {
        check.faults.push_back(fmt::format("has {} holes through it where {} belong", found.genus,
                                           expectation(check.expected)));
    }
}

/// A bone whose recipe has its x the wrong way round.
bool on_wrong_side(const SculptedBone& bone) {
    const float middle = box_of(bone.mesh.positions).centre().x;
    return (bone.id.ends_with(right) && middle > 0.0F) ||
           (bone.id.ends_with(left) && middle < 0.0F);
}

} // namespace

std::string place_in_words(const glm::vec3& place) {
    return fmt::format("({}, {}, {})", std::lround(place.x), std::lround(place.y),
                       std::lround(place.z));
}

Result<ExpectedGenus> load_expected_genus(const std::filesystem::path& file) {
    const auto text = read_file(file);
    if (!text) {
        return fail(text.error());
    }
    ExpectedGenus table;
    try {
        const toml::table document = toml::parse(*text);
        for (const auto& [id, node] : document) {
            const auto range = read_range(node);
            if (!range) {
                return fail(refused(file, node.source(),
                                    "expected a genus or a pair of them after '" +
                                        std::string(id.str()) + "'"));
            }
            table[std::string(id.str())] = *range;
        }
    } catch (const toml::parse_error& error) {
        return fail(refused(file, error.source(), std::string(error.description())));
    }
    return table;
}

GenusRange expected_genus(const ExpectedGenus& table, const std::string& id) {
    auto found = table.find(id);
    if (found == table.end() && id.ends_with(left)) {
        found = table.find(id.substr(0, id.size() - left.size()).append(right));
    }
    return found == table.end() ? GenusRange{} : found->second;
}

BoneCheck check_bone(const SculptedBone& bone, const GenusRange& expected) {
    BoneCheck check{.id = bone.id,
                    .triangles = bone.mesh.indices.size() / 3,
                    .topology = topology_of(bone.mesh),
                    .expected = expected,
                    .self_intersections = 0,
                    .faults = {}};
    check_topology(check);
    if (!bone.mesh.strays.empty()) {
        const StrayPiece& largest = bone.mesh.strays.front();
        check.faults.push_back(
            fmt::format("leaves {} pieces that hang on nothing, the largest {:.1f} "
                        "mm across, at {}",
                        bone.mesh.strays.size(), largest.extent, place_in_words(largest.place)));
    }
    if (const Cliff& cliff = bone.mesh.cliff; cliff.height > highest_cliff) {
        check.faults.push_back(fmt::format("has cliffs where its shapes' distance jumps, up to "
                                           "{:.1f} mm high, at {}: a tube bends too tightly?",
                                           cliff.height, place_in_words(cliff.place)));
    }
    if (on_wrong_side(bone)) {
        check.faults.emplace_back("lies on the wrong side of the body");
    }
    if (!bone.mirrored) {
        const TriangleTree tree(bone.mesh);
        const std::vector<SelfIntersection> cuts = self_intersections(tree);
        check.self_intersections = cuts.size();
        if (!cuts.empty()) {
            check.faults.push_back(fmt::format("cuts itself {} times, at {}", cuts.size(),
                                               place_in_words(cuts.front().place)));
        }
    }
    return check;
}

} // namespace osteon::sculpt
