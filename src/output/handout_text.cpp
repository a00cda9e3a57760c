#include "output/handout_text.h"

#include <algorithm>
#include <array>
#include <functional>

namespace osteon::output {
namespace {

using knowledge::Block;
using knowledge::BlockKind;

/// The sections of an article that a sheet takes or leaves, by their anchors.
using Wanted = std::function<bool(std::string_view anchor)>;

/// What a sheet never tells unasked: how long, and the way through the atlas.
bool stays_out(std::string_view anchor) {
    constexpr std::array left_out = {std::string_view("outlook"), std::string_view("survival"),
                                     std::string_view("parts")};
    return std::ranges::find(left_out, anchor) != left_out.end();
}

bool is_callout(const Block& block, std::string_view style) {
    return block.kind == BlockKind::callout && block.style == style;
}

/// Whether a block is read in its place: folds open only when asked, pictures would need room, and
/// call-outs have places of their own.
bool is_running_text(const Block& block) {
    return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
}

std::string title_of(const Block& block) {
    std::string title;
    for (const knowledge::Span& span : block.spans) {
        title += span.text;
    }
    return title;
}

std::vector<HandoutSection> sections_of(const knowledge::Document& document, const Wanted& wanted) {
    std::vector<HandoutSection> sections;
    bool taken = false;
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::heading && block.level == 2) {
            taken = wanted(block.anchor) && !stays_out(block.anchor);
            if (taken) {
                sections.push_back({title_of(block), {}});
            }
        } else if (taken && is_running_text(block)) {
            sections.back().blocks.push_back(block);
        }
    }
    std::erase_if(sections, [](const HandoutSection& section) { return section.blocks.empty(); });
    return sections;
}

void add_section(const knowledge::Document& document, std::string_view anchor,
                 std::vector<Block>& blocks) {
    for (HandoutSection& section :
         sections_of(document, [&](std::string_view each) { return each == anchor; })) {
        std::ranges::move(section.blocks, std::back_inserter(blocks));
    }
}

/// The paragraphs before the first heading.
std::vector<Block> opening(const knowledge::Document& document) {
    std::vector<Block> paragraphs;
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::heading) {
            break;
        }
        if (block.kind == BlockKind::paragraph) {
            paragraphs.push_back(block);
        }
    }
    return paragraphs;
}

std::vector<Block> callouts_of(const knowledge::Article* article, std::string_view style) {
    std::vector<Block> callouts;
    if (article != nullptr) {
        std::ranges::copy_if(article->plain.blocks, std::back_inserter(callouts),
                             [&](const Block& block) { return is_callout(block, style); });
    }
    return callouts;
}

void add_questions(const knowledge::Article& article, std::vector<Block>& questions) {
    for (const Block& callout : callouts_of(&article, "help")) {
        for (const Block& item : callout.blocks) {
            if (item.kind == BlockKind::list_item &&
                std::ranges::find(questions, item.spans, &Block::spans) == questions.end()) {
                questions.push_back(item);
            }
        }
    }
}

std::vector<HandoutSection> key_facts_of(const knowledge::Article& article) {
    std::vector<HandoutSection> facts;
    for (const Block& callout : callouts_of(&article, "note")) {
        facts.push_back({title_of(callout), callout.blocks});
    }
    return facts;
}

void add_site(const knowledge::Article& article, bool primary_known, HandoutText& text) {
    text.articles.push_back(&article);
    text.site_warning = callouts_of(&article, "warning");
    // Which cancers reach the place matters to those whose own is not known.
    text.about_site = sections_of(article.plain, [&](std::string_view anchor) {
        return anchor != "treatment" && (anchor != "primaries" || !primary_known);
    });
    text.lead = opening(article.plain);
    text.key_facts = key_facts_of(article);
    add_section(article.plain, "treatment", text.treatment);
    add_questions(article, text.questions);
}

void add_primary(const knowledge::Article& article, bool site_known, HandoutText& text) {
    text.articles.push_back(&article);
    constexpr std::array in_short = {std::string_view("where"), std::string_view("lesions"),
                                     std::string_view("tell-apart")};
    text.about_primary = sections_of(article.plain, [&](std::string_view anchor) {
        return site_known ? std::ranges::find(in_short, anchor) != in_short.end()
                          : anchor != "treatment";
    });
    std::ranges::copy(opening(article.plain), std::back_inserter(text.lead));
    std::vector<HandoutSection> facts = key_facts_of(article);
    std::vector<HandoutSection>& place = site_known ? text.about_primary : text.key_facts;
    place.insert(place.begin(), facts.begin(), facts.end());
    add_section(article.plain, "treatment", text.treatment);
    add_questions(article, text.questions);
}

/// What holds for spread to bone anywhere.
void add_general(const knowledge::Knowledge& known, HandoutText& text) {
    text.warning = callouts_of(known.article("symptoms"), "warning");
    if (const knowledge::Article* const treatment = known.article("treatment")) {
        const std::vector<Block> first = opening(treatment->plain);
        text.treatment.insert(text.treatment.begin(), first.begin(), first.end());
    }
}

std::string subtitle_of(const knowledge::Site* site, const knowledge::Primary* primary,
                        const knowledge::Language& words) {
    if (primary == nullptr) {
        return words.tr("Cancer that has spread to bone");
    }
    if (site == nullptr) {
        return words.tr("In bone");
    }
    return primary->is_metastasis ? words.tr("{} that has spread to bone", primary->name)
                                  : words.tr("{} in bone", primary->name);
}

} // namespace

HandoutText handout_text(const knowledge::Site* site, const knowledge::Primary* primary,
                         const knowledge::Knowledge& known) {
    HandoutText text;
    text.title = site != nullptr ? site->name : primary->name;
    text.subtitle = subtitle_of(site, primary, known.language);
    const auto* const site_article = site != nullptr ? known.article(site->article) : nullptr;
    const auto* const primary_article =
        primary != nullptr ? known.article(primary->article) : nullptr;
    if (site_article != nullptr) {
        add_site(*site_article, primary_article != nullptr, text);
    }
    if (primary_article != nullptr) {
        add_primary(*primary_article, site_article != nullptr, text);
    }
    add_general(known, text);
    return text;
}

} // namespace osteon::output
