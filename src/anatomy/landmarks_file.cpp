#include "anatomy/landmarks_file.h"

#include "anatomy/registry_toml.h"
#include "base/geometry.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace osteon::anatomy {

namespace {

struct Direction {
    std::string_view word;
    glm::vec3 from;
};
constexpr std::array<Direction, 6> directions = {{{"front", {0.0F, 0.0F, 1.0F}},
                                                  {"behind", {0.0F, 0.0F, -1.0F}},
                                                  {"left", {1.0F, 0.0F, 0.0F}},
                                                  {"right", {-1.0F, 0.0F, 0.0F}},
                                                  {"above", {0.0F, 1.0F, 0.0F}},
                                                  {"below", {0.0F, -1.0F, 0.0F}}}};

bool read_opening(const toml::table& entry) {
    const std::string kind = text_field(entry, "kind");
    if (!kind.empty() && kind != "opening") {
        refuse(*entry.get("kind"), "the kind " + in_quotes(kind) + " is not known",
               "Write opening, or leave it out");
    }
    return !kind.empty();
}

/// The sum of the directions named, of unit length.
glm::vec3 read_direction(const toml::table& entry) {
    const std::string text = text_field(entry, "seen_from");
    glm::vec3 sum(0.0F);
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = std::string_view(text).substr(at, end - at);
        const auto found = std::ranges::find(directions, word, &Direction::word);
        if (found == directions.end()) {
            refuse(*entry.get("seen_from"), "the direction " + in_quotes(word) + " is not known",
                   "Write front, behind, left, right, above, below, or two of them");
        }
        sum += found->from;
        at = end + 1;
    }
    if (!text.empty() && glm::length(sum) < 0.5F) {
        refuse(*entry.get("seen_from"), "these directions cancel each other", "Name one of them");
    }
    return text.empty() ? sum : glm::normalize(sum);
}

Landmark read_landmark(const toml::table& entry) {
    constexpr std::array<std::string_view, 8> fields = {
        "id", "bones", "name", "latin", "definition", "kind", "seen_from", "aliases"};
    refuse_unknown_keys(entry, fields);
    Landmark landmark;
    landmark.id = required_text(entry, "id");
    landmark.name = required_text(entry, "name");
    landmark.latin = required_text(entry, "latin");
    landmark.definition = required_text(entry, "definition");
    landmark.opening = read_opening(entry);
    landmark.seen_from = read_direction(entry);
    landmark.aliases = texts_field(entry, "aliases");
    if (landmark.opening && landmark.seen_from == glm::vec3(0.0F)) {
        refuse(entry, "an opening has no surface that tells where it is seen from",
               "Add seen_from = \"front\" or another direction");
    }
    return landmark;
}

/// The bones that an entry names, by their own ids or by that of a region; not their partners.
std::vector<BoneIndex> read_bones(const toml::table& entry, const Registry& registry) {
    const toml::node* node = entry.get("bones");
    if (node == nullptr) {
        refuse(entry, "this entry has no \"bones\"", "Add bones = \"…\"");
    }
    const std::vector<std::string> names =
        node->is_string() ? std::vector{text_field(entry, "bones")} : texts_field(entry, "bones");
    std::vector<BoneIndex> bones;
    for (const std::string& name : names) {
        const auto bone = registry.bone_by_id.find(name);
        const std::vector<BoneIndex> found = bone != registry.bone_by_id.end()
                                                 ? std::vector{bone->second}
                                                 : registry.bones_in_region(name);
        if (found.empty()) {
            refuse(*node, "there is no bone or region " + in_quotes(name),
                   "Use an id of bones.toml");
        }
        bones.insert(bones.end(), found.begin(), found.end());
    }
    for (const BoneIndex bone : bones) {
        if (registry.bones[bone].side == Side::left) {
            refuse(*node, in_quotes(registry.bones[bone].id) + " lies on the left",
                   "Name the right one; it stands for both");
        }
    }
    return bones;
}

std::vector<Landmark> read_landmarks(const toml::table& file, const Registry& registry) {
    constexpr std::array<std::string_view, 1> keys = {"landmarks"};
    refuse_unknown_keys(file, keys);
    const toml::array* list = array_field(file, "landmarks");
    if (list == nullptr) {
        refuse(file, "there is no list of landmarks", "Add landmarks = [ … ]");
    }
    std::vector<Landmark> landmarks;
    std::set<std::pair<BoneIndex, std::string>> known;
    for (const toml::node& node : *list) {
        const toml::table& entry = as_entry(node);
        const Landmark read = read_landmark(entry);
        for (const BoneIndex bone : read_bones(entry, registry)) {
            if (!known.emplace(bone, read.id).second) {
                refuse(entry,
                       in_quotes(registry.bones[bone].id) + " has the landmark " +
                           in_quotes(read.id) + " twice",
                       "Rename one");
            }
            landmarks.push_back(read);
            landmarks.back().bone = bone;
            if (const BoneIndex partner = registry.bones[bone].mirror; partner != no_bone) {
                landmarks.push_back(read);
                landmarks.back().bone = partner;
                landmarks.back().seen_from = mirrored(read.seen_from);
            }
        }
    }
    if (landmarks.size() >= no_landmark) {
        refuse(file, "there are too many landmarks", "Keep them under 65535");
    }
    std::ranges::stable_sort(landmarks, {}, &Landmark::bone);
    return landmarks;
}

} // namespace

Result<std::vector<Landmark>> load_landmarks(const std::filesystem::path& file,
                                             const Registry& registry) {
    return read_toml<std::vector<Landmark>>(
        file, [&](const toml::table& table) { return read_landmarks(table, registry); });
}

} // namespace osteon::anatomy
