#include "knowledge/sections.h"

#include <algorithm>

namespace osteon::knowledge {
namespace {

void close_folds(Block& block) {
    if (block.kind == BlockKind::folded) {
        block.blocks.clear();
    }
    std::ranges::for_each(block.blocks, close_folds);
}

/// The words of one block on lines of their own.
std::string text_of(Block block, Folds folds) {
    if (folds == Folds::closed) {
        close_folds(block);
    }
    Document alone;
    alone.blocks.push_back(std::move(block));
    return plain_text(alone);
}

} // namespace

std::vector<Section> sections_of(const Document& document, Folds folds) {
    std::vector<Section> sections(1);
    for (const Block& block : document.blocks) {
        std::string text = text_of(block, folds);
        if (block.kind == BlockKind::heading) {
            text.resize(std::min(text.size(), text.find('\n')));
            sections.push_back({block.anchor, std::move(text), {}});
        } else {
            sections.back().text += text;
        }
    }
    if (sections.front().text.empty()) {
        sections.erase(sections.begin());
    }
    return sections;
}

} // namespace osteon::knowledge
