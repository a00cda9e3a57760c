#include "knowledge/check.h"

#include <algorithm>
#include <set>

namespace osteon::knowledge {
namespace {

/// Bones that texts lead to.
std::set<anatomy::BoneIndex> bones_spoken_of(const CheckedContent& content) {
    std::set<anatomy::BoneIndex> bones;
    for (const Mention& mention : content.findings.mentions) {
        if (mention.kind == LinkKind::bone) {
            bones.insert(content.registry.find(mention.target.substr(0, mention.target.find('#'))));
        }
    }
    for (const Site& site : content.knowledge.sites) {
        bones.insert(site.bones.begin(), site.bones.end());
    }
    return bones;
}

/// Sites that an article of another id leads to.
std::set<std::string> sites_spoken_of(const CheckedContent& content) {
    std::set<std::string> sites;
    for (const Passage& passage : content.findings.passages) {
        for (const PassageLink& link : passage.links) {
            const bool own = passage.file.filename().string().starts_with(link.target + ".");
            if (link.kind == LinkKind::site && !own) {
                sites.insert(link.target);
            }
        }
    }
    return sites;
}

} // namespace

void check_coverage(const CheckedContent& content, Faults& faults) {
    if (content.knowledge.language.id != base_language) {
        return; // the others have the sites of this one
    }
    const std::set<anatomy::BoneIndex> bones = bones_spoken_of(content);
    for (std::size_t index = 0; index < content.registry.bones.size(); ++index) {
        const anatomy::Bone& bone = content.registry.bones[index];
        // Spread reaches bone; discs, cartilages and teeth may stand without a text.
        if (bone.kind == anatomy::PieceKind::bone &&
            !bones.contains(static_cast<anatomy::BoneIndex>(index))) {
            faults.push_back({content.folder / "sites", 1, 1,
                              "nothing is known of the bone '" + bone.id +
                                  "'; expected it among the bones of a site, or a link (bone:" +
                                  bone.id + ") in an article"});
        }
    }
    const std::set<std::string> sites = sites_spoken_of(content);
    for (const Site& site : content.knowledge.sites) {
        if (!sites.contains(site.id)) {
            faults.push_back({content.folder / "sites" / (site.id + ".md"), 1, 1,
                              "no other article leads to the site '" + site.id +
                                  "'; expected a link (site:" + site.id + ") in one"});
        }
    }
}

} // namespace osteon::knowledge
