#include "anatomy/bone_pattern.h"
#include "knowledge/load.h"

#include <algorithm>
#include <set>

namespace osteon::knowledge {
namespace {

bool has_section(const Document& document, std::string_view anchor) {
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::heading && block.anchor == anchor) {
            return true;
        }
        if (has_section({block.blocks}, anchor)) {
            return true;
        }
    }
    return false;
}

/// What is wrong with a link to an article, or nothing.
std::string article_fault(const Knowledge& knowledge, std::string_view target) {
    const std::size_t mark = std::min(target.find('#'), target.size());
    const std::string id(target.substr(0, mark));
    const Article* article = knowledge.article(id);
    if (article == nullptr) {
        return "there is no article '" + id + "'";
    }
    if (mark == target.size()) {
        return {};
    }
    const std::string_view section = target.substr(mark + 1);
    // A link is followed at either reading level, so the section may stand in one of them only.
    if (!has_section(article->clinical, section) && !has_section(article->plain, section)) {
        return "the article '" + id + "' has no section '" + std::string(section) + "'";
    }
    return {};
}

/// What is wrong with a link to a bone or to one of its landmarks, or nothing.
std::string bone_fault(const anatomy::Registry& registry, std::string_view target) {
    const std::size_t mark = target.find('#');
    const std::string bone(target.substr(0, mark));
    if (registry.find(bone) == anatomy::no_bone) {
        return "there is no bone '" + bone + "'";
    }
    if (mark != std::string_view::npos && registry.find_landmark(target) == anatomy::no_landmark) {
        return "the bone '" + bone + "' has no landmark '" + std::string(target.substr(mark + 1)) +
               "'";
    }
    return {};
}

std::string mention_fault(const Knowledge& knowledge, const anatomy::Registry& registry,
                          const Mention& mention) {
    const std::string& target = mention.target;
    switch (mention.kind) {
    case LinkKind::bone:
        if (mention.pattern) {
            return anatomy::bones_like(registry, target).empty()
                       ? "no bone is named '" + target + "'"
                       : "";
        }
        return bone_fault(registry, target);
    case LinkKind::site:
        return knowledge.site(target) == nullptr ? "there is no site '" + target + "'" : "";
    case LinkKind::primary:
        return knowledge.primary(target) == nullptr ? "there is no primary '" + target + "'" : "";
    case LinkKind::article:
        return article_fault(knowledge, target);
    case LinkKind::term:
        return knowledge.term(target) == nullptr ? "there is no glossary term '" + target + "'"
                                                 : "";
    case LinkKind::reference:
        return knowledge.reference(target) == nullptr ? "there is no reference '" + target + "'"
                                                      : "";
    default:
        return {};
    }
}

std::string_view where_defined(LinkKind kind) {
    switch (kind) {
    case LinkKind::bone:
        return "; expected an id of assets/anatomy/bones.toml, and after # one of landmarks.toml";
    case LinkKind::site:
        return "; expected the name of a file in sites/";
    case LinkKind::primary:
        return "; expected the name of a file in primaries/";
    case LinkKind::term:
        return "; expected an id of glossary.toml";
    case LinkKind::reference:
        return "; expected a key of references.toml";
    default:
        return "; expected the id of an article, and a section of it after #";
    }
}

void check_unused(const std::set<std::string_view>& cited, Findings& findings) {
    for (const Mention& source : findings.sources) {
        if (!cited.contains(source.target)) {
            findings.faults.push_back({source.file, source.line, source.column,
                                       "the reference '" + source.target +
                                           "' is cited nowhere; expected [@" + source.target +
                                           "] in an article, or no entry"});
        }
    }
}

} // namespace

void check_mentions(const Knowledge& knowledge, const anatomy::Registry& registry,
                    Findings& findings) {
    std::set<std::string_view> cited;
    for (const Mention& mention : findings.mentions) {
        if (mention.kind == LinkKind::reference) {
            cited.insert(mention.target);
        }
        const std::string fault = mention_fault(knowledge, registry, mention);
        if (!fault.empty()) {
            findings.faults.push_back({mention.file, mention.line, mention.column,
                                       fault + std::string(where_defined(mention.kind))});
        }
    }
    check_unused(cited, findings);
}

} // namespace osteon::knowledge
