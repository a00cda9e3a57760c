#include "knowledge/bone_mentions.h"

#include <algorithm>
#include <string_view>

namespace osteon::knowledge {
namespace {

/// Looks for links to a bone.
struct BoneSearch {
    anatomy::BoneIndex bone;
    anatomy::BoneIndex partner;
    const anatomy::Registry& registry;

    bool in(const std::vector<Span>& spans) const {
        return std::ranges::any_of(spans, [&](const Span& span) {
            if (span.link != LinkKind::bone) {
                return false;
            }
            const std::string_view target = span.target;
            const anatomy::BoneIndex found = registry.find(target.substr(0, target.find('#')));
            return found != anatomy::no_bone && (found == bone || found == partner);
        });
    }

    bool in(const std::vector<Block>& blocks) const {
        return std::ranges::any_of(blocks, [&](const Block& block) {
            const auto in_row = [&](const auto& row) {
                return std::ranges::any_of(row, [&](const auto& cell) { return in(cell); });
            };
            return in(block.spans) || std::ranges::any_of(block.rows, in_row) || in(block.blocks);
        });
    }
};

} // namespace

std::vector<const Article*> articles_about(anatomy::BoneIndex bone, const Knowledge& knowledge,
                                           const anatomy::Registry& registry) {
    const BoneSearch search{bone, registry.bones[bone].mirror, registry};
    std::vector<const Article*> found;
    for (const Article& article : knowledge.articles) {
        if (search.in(article.plain.blocks) || search.in(article.clinical.blocks)) {
            found.push_back(&article);
        }
    }
    return found;
}

} // namespace osteon::knowledge
