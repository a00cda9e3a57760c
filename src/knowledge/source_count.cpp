#include "knowledge/source_count.h"

#include "knowledge/figures_in_text.h"

#include <algorithm>
#include <functional>

namespace osteon::knowledge {
namespace {

using SpanUser = std::function<void(const std::vector<Span>&)>;

/// Every text of a block but those of the blocks in it.
void each_text(const Block& block, const SpanUser& use) {
    use(block.spans);
    for (const auto& row : block.rows) {
        for (const auto& cell : row) {
            use(cell);
        }
    }
}

void each_block(const std::vector<Block>& blocks, const std::function<void(const Block&)>& use) {
    for (const Block& block : blocks) {
        use(block);
        each_block(block.blocks, use);
    }
}

int figures_in(const Block& block) {
    int count = 0;
    each_text(block, [&](const std::vector<Span>& spans) {
        std::string text;
        for (const Span& span : spans) {
            text += span.link == LinkKind::reference ? std::string() : span.text;
        }
        count += static_cast<int>(find_figures(text).size());
    });
    return count;
}

bool cites_opened_source(const Block& block, const Knowledge& knowledge) {
    bool opened = false;
    each_text(block, [&](const std::vector<Span>& spans) {
        for (const Span& span : spans) {
            const Reference* const reference =
                span.link == LinkKind::reference ? knowledge.reference(span.target) : nullptr;
            opened = opened || (reference != nullptr && reference->retrieved);
        }
    });
    return opened;
}

void count(const std::vector<Block>& blocks, const Knowledge& knowledge, SourceCount& total) {
    bool opened_above = false; // a paragraph that introduces a list or a table
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        const Block& block = blocks[at];
        const bool item = block.kind == BlockKind::list_item || block.kind == BlockKind::table;
        const bool below = block.kind == BlockKind::table && at + 1 < blocks.size() &&
                           cites_opened_source(blocks[at + 1], knowledge);
        const bool opened =
            cites_opened_source(block, knowledge) || below || (item && opened_above);
        const int figures = figures_in(block);
        total.figures += figures;
        total.verified += opened ? figures : 0;
        opened_above = item ? opened_above : opened;
        count(block.blocks, knowledge, total);
    }
}

void count(const Statement& statement, SourceCount& total) {
    const bool figure = !find_figures(statement.value).empty();
    total.figures += figure ? 1 : 0;
    total.verified += figure && statement.confidence == Confidence::verified ? 1 : 0;
}

int mentions_in(const std::vector<Block>& blocks, std::string_view reference) {
    int mentions = 0;
    each_block(blocks, [&](const Block& block) {
        each_text(block, [&](const std::vector<Span>& spans) {
            mentions +=
                static_cast<int>(std::count_if(spans.begin(), spans.end(), [&](const Span& span) {
                    return span.link == LinkKind::reference && span.target == reference;
                }));
        });
    });
    return mentions;
}

/// Calls `use` with the sources of each entry of a pattern.
void each_sources(const Primary& primary,
                  const std::function<void(const std::vector<std::string>&)>& use) {
    for (const Statement* one : {&primary.rate, &primary.lesion, &primary.survival}) {
        use(one->sources);
    }
    for (const auto* many : {&primary.other_rates, &primary.events, &primary.imaging}) {
        std::for_each(many->begin(), many->end(),
                      [&](const Statement& statement) { use(statement.sources); });
    }
    const auto use_all = [&](const auto& entries) {
        std::for_each(entries.begin(), entries.end(),
                      [&](const auto& entry) { use(entry.sources); });
    };
    use_all(primary.figures);
    use_all(primary.groups);
    use_all(primary.routes);
}

} // namespace

SourceCount count_sources(const Article& article, const Knowledge& knowledge) {
    SourceCount total;
    count(article.plain.blocks, knowledge, total);
    count(article.clinical.blocks, knowledge, total);
    return total;
}

SourceCount count_sources(const Primary& primary) {
    SourceCount total;
    for (const Statement* one : {&primary.rate, &primary.lesion, &primary.survival}) {
        count(*one, total);
    }
    for (const auto* many : {&primary.other_rates, &primary.events, &primary.imaging}) {
        std::for_each(many->begin(), many->end(),
                      [&](const Statement& statement) { count(statement, total); });
    }
    const auto add_bars = [&](const auto& bars) {
        for (const auto& bar : bars) {
            ++total.figures;
            total.verified += bar.confidence == Confidence::verified ? 1 : 0;
        }
    };
    add_bars(primary.figures);
    add_bars(primary.groups);
    return total;
}

int count_citations(std::string_view reference, const Knowledge& knowledge) {
    int citations = 0;
    for (const Article& article : knowledge.articles) {
        citations += mentions_in(article.plain.blocks, reference) +
                     mentions_in(article.clinical.blocks, reference);
    }
    const auto add = [&](const Primary& primary) {
        citations += mentions_in(primary.notes.blocks, reference);
        each_sources(primary, [&](const std::vector<std::string>& sources) {
            citations += static_cast<int>(std::count(sources.begin(), sources.end(), reference));
        });
    };
    std::for_each(knowledge.primaries.begin(), knowledge.primaries.end(), add);
    add(knowledge.overview);
    return citations;
}

} // namespace osteon::knowledge
