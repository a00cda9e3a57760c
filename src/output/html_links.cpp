#include "output/html_document.h"

#include <fmt/format.h>

#include <algorithm>

namespace osteon::output {
namespace {

using knowledge::Block;

bool has_section(const std::vector<Block>& blocks, std::string_view anchor) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
        return (block.kind == knowledge::BlockKind::heading && block.anchor == anchor) ||
               has_section(block.blocks, anchor);
    });
}

/// A section may stand at one level only; then the link leads there.
std::string section_anchor(const knowledge::Article& article, std::string_view section,
                           std::string_view anchors) {
    const bool plain = has_section(article.plain.blocks, section);
    const bool clinical = has_section(article.clinical.blocks, section);
    if (!plain && !clinical) {
        return {};
    }
    const bool to_plain = plain && (anchors == "plain" || !clinical);
    return fmt::format("#{}-{}", to_plain ? "plain" : "clinical", section);
}

std::string article_target(std::string_view target, std::string_view anchors,
                           const knowledge::Knowledge& known) {
    const std::size_t mark = std::min(target.find('#'), target.size());
    const knowledge::Article* const article = known.article(target.substr(0, mark));
    if (article == nullptr) {
        return {};
    }
    const std::string_view section = mark < target.size() ? target.substr(mark + 1) : "";
    return article_file(*article) + section_anchor(*article, section, anchors);
}

std::string bone_or_landmark_target(std::string_view target, const anatomy::Registry& registry) {
    if (const anatomy::LandmarkIndex landmark = registry.find_landmark(target);
        landmark != anatomy::no_landmark) {
        return "landmarks.html#" + landmark_anchor(landmark, registry);
    }
    const anatomy::BoneIndex bone = registry.find(target.substr(0, target.find('#')));
    return bone == anatomy::no_bone ? std::string{} : bone_target(bone, registry);
}

} // namespace

std::string article_file(const knowledge::Article& article) {
    switch (article.kind) {
    case knowledge::ArticleKind::site:
        return site_file(article.id);
    case knowledge::ArticleKind::primary:
        return primary_file(article.id);
    case knowledge::ArticleKind::general:
        break;
    }
    return "article-" + article.id + ".html";
}

std::string site_file(std::string_view site) {
    return fmt::format("site-{}.html", site);
}

std::string primary_file(std::string_view primary) {
    return fmt::format("primary-{}.html", primary);
}

std::string bone_target(anatomy::BoneIndex bone, const anatomy::Registry& registry) {
    return "bones.html#" + registry.bones[bone].id;
}

std::string landmark_anchor(anatomy::LandmarkIndex landmark, const anatomy::Registry& registry) {
    const anatomy::Landmark& place = registry.landmarks[landmark];
    return registry.bones[place.bone].id + "-" + place.id;
}

std::string link_target(const knowledge::Span& span, std::string_view anchors,
                        const HtmlSite& site) {
    switch (span.link) {
    case knowledge::LinkKind::bone:
        return bone_or_landmark_target(span.target, site.registry);
    case knowledge::LinkKind::site:
        return site.known.site(span.target) != nullptr ? site_file(span.target) : "";
    case knowledge::LinkKind::primary:
        return site.known.primary(span.target) != nullptr ? primary_file(span.target) : "";
    case knowledge::LinkKind::article:
        return article_target(span.target, anchors, site.known);
    case knowledge::LinkKind::term:
        return site.known.term(span.target) != nullptr ? "glossary.html#" + span.target : "";
    case knowledge::LinkKind::web:
        return span.target;
    case knowledge::LinkKind::reference:
    case knowledge::LinkKind::none:
        break;
    }
    return {};
}

} // namespace osteon::output
