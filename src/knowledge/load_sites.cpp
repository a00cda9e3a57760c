#include "knowledge/load_sites.h"

#include "anatomy/bone_pattern.h"

#include <algorithm>

namespace osteon::knowledge {
namespace {

std::vector<anatomy::BoneIndex> bones_of(std::string_view pattern,
                                         const anatomy::Registry& registry) {
    std::vector<anatomy::BoneIndex> found = anatomy::bones_like(registry, pattern);
    // A site is made of bones: its discs, cartilages and teeth are not what is counted.
    std::erase_if(found, [&](anatomy::BoneIndex bone) {
        return registry.bones[bone].kind != anatomy::PieceKind::bone;
    });
    return found;
}

void read_bones(TableReader& reader, const anatomy::Registry& registry, Site& site) {
    for (const TableReader::Item& item : reader.list("bones", true)) {
        const auto found = bones_of(item.text, registry);
        if (found.empty()) {
            reader.file().fault(item.line, item.column,
                                "no bone is named '" + item.text +
                                    "'; expected an id or pattern of assets/anatomy/bones.toml, "
                                    "or region:<id>");
        }
        site.bones.insert(site.bones.end(), found.begin(), found.end());
    }
    std::sort(site.bones.begin(), site.bones.end());
    site.bones.erase(std::unique(site.bones.begin(), site.bones.end()), site.bones.end());
}

void read_anchor(TableReader& reader, const anatomy::Registry& registry, Site& site) {
    const std::string bone = reader.text("anchor_bone");
    site.anchor_bone = registry.find(bone);
    if (!bone.empty() &&
        std::find(site.bones.begin(), site.bones.end(), site.anchor_bone) == site.bones.end()) {
        reader.fault_at("anchor_bone", "'" + bone +
                                           "' is none of the site's bones; expected one "
                                           "of them");
    }
    const std::vector<double> anchor = reader.fractions("anchor", 3);
    if (anchor.size() == 3) {
        site.anchor = {anchor[0], anchor[1], anchor[2]};
    }
}

} // namespace

SiteEntry read_site(TableReader& reader, const std::string& id, const anatomy::Registry& registry) {
    SiteEntry entry;
    Site& site = entry.site;
    site.id = id;
    site.name = reader.prose("name");
    site.latin = reader.text_or("latin", "");
    site.subtitle = reader.prose_or("subtitle", "");
    site.parent = reader.text_or("parent", "");
    if (site.parent == id) {
        reader.fault_at("parent", "a site cannot be a part of itself");
    }
    site.region = reader.text_or("region", "");
    if (!site.region.empty() && std::find(spread_regions.begin(), spread_regions.end(),
                                          site.region) == spread_regions.end()) {
        reader.fault_at("region", "'" + site.region +
                                      "' is no region of spread; expected one of "
                                      "the fifteen in docs/content.md");
    }
    read_bones(reader, registry, site);
    read_anchor(reader, registry, site);
    site.yaw = static_cast<float>(reader.number("yaw", -180.0, 180.0));
    site.pitch = static_cast<float>(reader.number("pitch", -90.0, 90.0));
    entry.order = reader.whole("order", 1, 100);
    return entry;
}

std::vector<Site> arrange_sites(std::vector<SiteEntry> entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const SiteEntry& a, const SiteEntry& b) { return a.order < b.order; });
    std::vector<Site> sites;
    for (const SiteEntry& top : entries) {
        if (!top.site.parent.empty()) {
            continue;
        }
        sites.push_back(top.site);
        for (const SiteEntry& part : entries) {
            if (part.site.parent == top.site.id) {
                sites.push_back(part.site);
            }
        }
    }
    return sites;
}

} // namespace osteon::knowledge
