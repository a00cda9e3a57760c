#include "anatomy/landmarks_file.h"
#include "anatomy/registry.h"
#include "anatomy/registry_toml.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <system_error>
#include <utility>

namespace osteon::anatomy {

namespace {

constexpr std::array<std::string_view, 15> known_sites = {
    "skull",    "mandible", "cervical_spine", "thoracic_spine", "lumbar_spine",
    "sacrum",   "pelvis",   "ribs",           "sternum",        "scapula",
    "clavicle", "humerus",  "forearm_hand",   "femur",          "lower_leg_foot"};

struct EntryList {
    const char* key;
    PieceKind kind;
};
constexpr std::array<EntryList, 5> entry_lists = {{{"bones", PieceKind::bone},
                                                   {"discs", PieceKind::disc},
                                                   {"cartilages", PieceKind::cartilage},
                                                   {"teeth", PieceKind::tooth},
                                                   {"organs", PieceKind::organ}}};

int fma_number(const toml::node& node) {
    const auto number = node.value_exact<std::int64_t>();
    if (!number || *number <= 0 || *number > std::numeric_limits<int>::max()) {
        refuse(node, "an FMA id is a whole number above zero", "Write it as in fma = 24474");
    }
    return static_cast<int>(*number);
}

Side read_side(const toml::table& entry) {
    const std::string side = text_field(entry, "side");
    if (side.empty()) {
        return Side::midline;
    }
    if (side != "left" && side != "right") {
        refuse(*entry.get("side"), "the side " + in_quotes(side) + " is not known",
               "Write left or right, or leave it out");
    }
    return side == "left" ? Side::left : Side::right;
}

Bone read_bone(const toml::table& entry, PieceKind kind) {
    constexpr std::array<std::string_view, 9> fields = {
        "id", "name", "latin", "fma", "region", "side", "site", "aliases", "part_fma"};
    refuse_unknown_keys(entry, fields);
    Bone bone;
    bone.id = required_text(entry, "id");
    bone.name = required_text(entry, "name");
    bone.latin = required_text(entry, "latin");
    bone.region = required_text(entry, "region");
    bone.site = text_field(entry, "site");
    bone.side = read_side(entry);
    bone.kind = kind;
    if (const toml::node* fma = entry.get("fma")) {
        bone.fma = fma_number(*fma);
    }
    bone.aliases = texts_field(entry, "aliases");
    if (const toml::array* parts = array_field(entry, "part_fma")) {
        for (const toml::node& part : *parts) {
            bone.part_fma.push_back(fma_number(part));
        }
    }
    return bone;
}

/// An entry together with its place in the file, for the checks that need all entries.
struct ReadBone {
    Bone bone;
    const toml::table* entry;
};

std::vector<Region> read_regions(const toml::table& file) {
    constexpr std::array<std::string_view, 4> fields = {"id", "name", "latin", "parent"};
    const toml::array* list = array_field(file, "regions");
    if (list == nullptr) {
        refuse(file, "there is no list of regions", "Add regions = [ … ]");
    }
    std::vector<Region> regions;
    for (const toml::node& node : *list) {
        const toml::table& entry = as_entry(node);
        refuse_unknown_keys(entry, fields);
        Region region{required_text(entry, "id"), required_text(entry, "name"),
                      required_text(entry, "latin"), text_field(entry, "parent")};
        const auto is = [&](const std::string& id) {
            return [&id](const Region& other) { return other.id == id; };
        };
        if (std::any_of(regions.begin(), regions.end(), is(region.id))) {
            refuse(entry, "the region " + in_quotes(region.id) + " is listed twice", "Rename one");
        }
        if (!region.parent.empty() &&
            std::none_of(regions.begin(), regions.end(), is(region.parent))) {
            refuse(entry, "the parent region " + in_quotes(region.parent) + " is not listed above",
                   "List a region after the one that holds it");
        }
        regions.push_back(std::move(region));
    }
    return regions;
}

std::vector<ReadBone> read_bones(const toml::table& file) {
    std::vector<ReadBone> bones;
    for (const auto& [key, kind] : entry_lists) {
        const toml::array* list = array_field(file, key);
        if (list == nullptr) {
            continue;
        }
        for (const toml::node& node : *list) {
            const toml::table& entry = as_entry(node);
            bones.push_back({read_bone(entry, kind), &entry});
        }
    }
    if (bones.empty()) {
        refuse(file, "there are no bones and no organs in it", "Add bones = [ … ]");
    }
    return bones;
}

/// Puts the entries in the order of the tree: depth first, regions and bones as listed.
void sort_by_tree(std::vector<ReadBone>& bones, std::vector<Region>& regions) {
    std::vector<Region> tree;
    const std::function<void(const std::string&)> append_below = [&](const std::string& parent) {
        for (const Region& region : regions) {
            if (region.parent == parent) {
                tree.push_back(region);
                append_below(region.id);
            }
        }
    };
    append_below("");
    regions = std::move(tree);
    std::unordered_map<std::string_view, std::size_t> rank;
    for (const Region& region : regions) {
        rank.emplace(region.id, rank.size());
    }
    for (const ReadBone& read : bones) {
        if (!rank.contains(read.bone.region)) {
            refuse(*read.entry->get("region"),
                   "the region " + in_quotes(read.bone.region) + " is not listed",
                   "Use the id of a region of this file");
        }
    }
    std::stable_sort(bones.begin(), bones.end(), [&](const ReadBone& a, const ReadBone& b) {
        return rank.at(a.bone.region) < rank.at(b.bone.region);
    });
}

/// The id of the same bone on the other side; empty where the id tells none.
std::string mirrored_id(const Bone& bone) {
    constexpr std::string_view left = "_left";
    constexpr std::string_view right = "_right";
    if (bone.id.ends_with(left)) {
        return bone.id.substr(0, bone.id.size() - left.size()) + std::string(right);
    }
    if (bone.id.ends_with(right)) {
        return bone.id.substr(0, bone.id.size() - right.size()) + std::string(left);
    }
    // FDI numbers: the first digit is the quadrant, upper right 1, upper left 2, lower left 3,
    // lower right 4.
    constexpr std::string_view quadrants = "1234";
    constexpr std::string_view across = "2143";
    const std::size_t digit = std::string_view("tooth_").size();
    if (bone.kind == PieceKind::tooth && bone.id.size() > digit) {
        const std::size_t quadrant = quadrants.find(bone.id[digit]);
        if (quadrant != std::string_view::npos) {
            std::string id = bone.id;
            id[digit] = across[quadrant];
            return id;
        }
    }
    return {};
}

void check_side(const ReadBone& read) {
    const Bone& bone = read.bone;
    const bool by_id_left = bone.id.ends_with("_left");
    const bool by_id_right = bone.id.ends_with("_right");
    if ((by_id_left && bone.side != Side::left) || (by_id_right && bone.side != Side::right)) {
        refuse(*read.entry, "the id " + in_quotes(bone.id) + " and the side do not agree",
               std::string("Write side = ") + (by_id_left ? "\"left\"" : "\"right\""));
    }
}

void find_mirror(Registry& registry, Bone& bone, const toml::table& entry) {
    if (bone.side == Side::midline) {
        return;
    }
    const auto found = registry.bone_by_id.find(mirrored_id(bone));
    if (found == registry.bone_by_id.end() || registry.bones[found->second].side == bone.side ||
        registry.bones[found->second].side == Side::midline) {
        refuse(entry, in_quotes(bone.id) + " has no partner on the other side",
               "Add the partner, or leave the side out");
    }
    bone.mirror = found->second;
}

void index_bones(Registry& registry, std::vector<ReadBone>& bones) {
    if (bones.size() >= no_bone) {
        refuse(*bones.back().entry, "there are too many entries", "Keep them under 65535");
    }
    for (ReadBone& read : bones) {
        check_side(read);
        const std::string& site = read.bone.site;
        if (!site.empty() &&
            std::find(known_sites.begin(), known_sites.end(), site) == known_sites.end()) {
            refuse(*read.entry->get("site"), "the site " + in_quotes(site) + " is not known",
                   "Use one of the sites that other bones have");
        }
        const auto index = static_cast<BoneIndex>(registry.bones.size());
        if (!registry.bone_by_id.emplace(read.bone.id, index).second) {
            refuse(*read.entry, "the id " + in_quotes(read.bone.id) + " is used twice",
                   "Rename one");
        }
        registry.bones.push_back(std::move(read.bone));
    }
    for (std::size_t i = 0; i < bones.size(); ++i) {
        find_mirror(registry, registry.bones[i], *bones[i].entry);
    }
}

void read_link_aliases(Registry& registry, const toml::table& file) {
    const toml::node* node = file.get("link_aliases");
    if (node == nullptr) {
        return;
    }
    for (const auto& [alias, target] : as_entry(*node)) {
        const auto id = target.value_exact<std::string>();
        const auto found = registry.bone_by_id.find(id.value_or(""));
        if (found == registry.bone_by_id.end()) {
            refuse(target, "the link alias " + in_quotes(alias.str()) + " leads to no bone",
                   "Give the id of a bone of this file");
        }
        if (registry.bone_by_id.contains(std::string(alias.str()))) {
            refuse(target,
                   "the link alias " + in_quotes(alias.str()) + " is the id of a bone itself",
                   "Remove the alias");
        }
        registry.link_aliases.emplace(alias.str(), found->second);
    }
}

Registry read_registry(const toml::table& file) {
    constexpr std::array<std::string_view, 7> keys = {
        "regions", "bones", "discs", "cartilages", "teeth", "organs", "link_aliases"};
    refuse_unknown_keys(file, keys);
    Registry registry;
    registry.regions = read_regions(file);
    std::vector<ReadBone> bones = read_bones(file);
    sort_by_tree(bones, registry.regions);
    index_bones(registry, bones);
    read_link_aliases(registry, file);
    return registry;
}

/// Landmarks are places on bones; a registry of organs alone has none.
bool holds_bones(const Registry& registry) {
    return std::ranges::any_of(registry.bones,
                               [](const Bone& bone) { return bone.kind == PieceKind::bone; });
}

} // namespace

Result<Registry> load_registry(const std::filesystem::path& file) {
    auto registry = read_toml<Registry>(file, read_registry);
    const std::filesystem::path landmarks = file.parent_path() / "landmarks.toml";
    std::error_code ignored;
    if (registry && holds_bones(*registry) && std::filesystem::exists(landmarks, ignored)) {
        auto read = load_landmarks(landmarks, *registry);
        if (!read) {
            return fail(read.error());
        }
        registry->landmarks = std::move(*read);
    }
    return registry;
}

} // namespace osteon::anatomy
