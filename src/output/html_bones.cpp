#include "output/html_parts.h"
#include "output/html_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace osteon::output {
namespace {

using anatomy::Bone;
using anatomy::BoneIndex;

std::string bone_row(BoneIndex index, const HtmlSite& site) {
    const Bone& bone = site.registry.bones[index];
    const knowledge::Site* const place = site.known.site(bone.site);
    const auto [first, last] = site.registry.landmarks_of(index);
    return fmt::format(
        "<tr><th scope=\"row\" id=\"{}\"{}>{}</th><td lang=\"la\">{}</td><td>{}</td><td>{}</td>"
        "<td>{}</td></tr>\n",
        escape_html(bone.id), foreign_attribute(bone.english.empty(), site), escape_html(bone.name),
        escape_html(bone.latin),
        place != nullptr ? link_html(site_file(place->id), escape_html(place->name)) : "–",
        bone.fma > 0 ? std::to_string(bone.fma) : "–",
        first < last ? link_html("landmarks.html#" + landmark_anchor(first, site.registry),
                                 std::to_string(last - first))
                     : "–");
}

/// The entries that belong to a region itself, not to one within it.
std::string region_table(const anatomy::Region& region, const HtmlSite& site) {
    std::string rows;
    for (std::size_t i = 0; i < site.registry.bones.size(); ++i) {
        const Bone& bone = site.registry.bones[i];
        if (bone.region == region.id && bone.kind != anatomy::PieceKind::organ) {
            rows += bone_row(static_cast<BoneIndex>(i), site);
        }
    }
    if (rows.empty()) {
        return {};
    }
    const knowledge::Language& words = site.words;
    return fmt::format("<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
                       "aria-labelledby=\"region-{}\">\n<table class=\"bones\">\n<thead>\n<tr>"
                       "<th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th>"
                       "<th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr>\n</thead>\n"
                       "<tbody>\n{}</tbody>\n</table>\n</div>\n",
                       escape_html(region.id), escape_html(words.tr("Name")),
                       escape_html(words.tr("Latin")), escape_html(words.tr("Site")),
                       escape_html(words.tr("FMA id")), escape_html(words.tr("Landmarks")), rows);
}

/// Whether a landmark's definition is in the page's language.
bool is_defined(anatomy::LandmarkIndex landmark, const HtmlSite& site) {
    const knowledge::Catalogue& definitions = site.known.names.definitions;
    return definitions.contains(site.registry.landmarks[landmark].id) ||
           definitions.contains(site.registry.link_to(landmark));
}

/// How deep a region lies in the tree, 0 for its roots.
int depth_of(const anatomy::Region& region, const anatomy::Registry& registry) {
    int depth = 0;
    for (const anatomy::Region* up = registry.find_region(region.parent); up != nullptr;
         up = registry.find_region(up->parent)) {
        ++depth;
    }
    return depth;
}

/// Whether anything of a region or of those within it is a part of the skeleton.
bool has_bones(const anatomy::Region& region, const anatomy::Registry& registry) {
    for (const BoneIndex bone : registry.bones_in_region(region.id)) {
        if (registry.bones[bone].kind != anatomy::PieceKind::organ) {
            return true;
        }
    }
    return false;
}

} // namespace

HtmlPage bones_page(const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    std::string body;
    for (const anatomy::Region& region : site.registry.regions) {
        if (has_bones(region, site.registry)) {
            body += fmt::format("<h{0} id=\"region-{1}\"{4}>{2}</h{0}>\n{3}",
                                std::min(2 + depth_of(region, site.registry), 6),
                                escape_html(region.id), escape_html(region.name),
                                region_table(region, site),
                                foreign_attribute(region.english.empty(), site));
        }
    }
    return {"bones.html", words.tr("Bones"), "",
            words.tr("Bones, discs, cartilages and teeth of the adult, by region, with their Latin "
                     "names by the Terminologia Anatomica and their numbers in the Foundational "
                     "Model of Anatomy."),
            std::move(body)};
}

HtmlPage landmarks_page(const HtmlSite& site) {
    const anatomy::Registry& registry = site.registry;
    std::string body;
    for (std::size_t i = 0; i < registry.bones.size(); ++i) {
        const auto bone = static_cast<BoneIndex>(i);
        const auto [first, last] = registry.landmarks_of(bone);
        if (first == last) {
            continue;
        }
        body +=
            fmt::format("<h2>{}</h2>\n<dl>\n", link_html(bone_target(bone, registry),
                                                         escape_html(registry.bones[bone].name)));
        for (anatomy::LandmarkIndex landmark = first; landmark < last; ++landmark) {
            const anatomy::Landmark& place = registry.landmarks[landmark];
            body += fmt::format("<dt id=\"{}\"><span{}>{}</span> <i lang=\"la\">{}</i></dt>\n"
                                "<dd{}>{}</dd>\n",
                                escape_html(landmark_anchor(landmark, registry)),
                                foreign_attribute(place.english.empty(), site),
                                escape_html(place.name), escape_html(place.latin),
                                foreign_attribute(!is_defined(landmark, site), site),
                                escape_html(place.definition));
        }
        body += "</dl>\n";
    }
    return {"landmarks.html", site.words.tr("Landmarks"), "",
            site.words.tr("Named places of the bones, with what they are."), std::move(body)};
}

} // namespace osteon::output
