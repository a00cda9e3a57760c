#include "knowledge/check.h"
#include "knowledge/figures_in_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace osteon::knowledge {
namespace {

/// Words by which a text says that a figure was not looked up, English and German.
constexpr std::array<std::string_view, 5> marks = {"recalled", "from memory", "not looked up",
                                                   "aus dem Gedächtnis", "nicht nachgeschlagen"};

bool says_that_it_is_recalled(const Passage& passage) {
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
        return passage.text.find(mark) != std::string::npos;
    });
}

bool was_opened(const Knowledge& knowledge, std::string_view key) {
    const Reference* const reference = knowledge.reference(key);
    return reference == nullptr || reference->retrieved; // one that is missing is told elsewhere
}

std::set<std::string_view> references_of(const Passage& passage) {
    std::set<std::string_view> keys;
    for (const PassageLink& link : passage.links) {
        if (link.kind == LinkKind::reference) {
            keys.insert(link.target);
        }
    }
    return keys;
}

/// Entries of a pattern that call themselves verified, though none of their sources was opened.
void check_claims(const CheckedContent& content, Faults& faults) {
    for (const Claim& claim : content.findings.claims) {
        const bool opened =
            std::any_of(claim.sources.begin(), claim.sources.end(),
                        [&](const std::string& key) { return was_opened(content.knowledge, key); });
        if (claim.confidence == Confidence::verified && !opened && !claim.sources.empty()) {
            faults.push_back({claim.file, claim.line, claim.column,
                              "shown as verified, though nobody opened its source '" +
                                  claim.sources.front() +
                                  "' (retrieved = false); expected confidence = \"recalled\""});
        }
    }
}

/// What a text may not say as sure: figures of unopened sources alone, and what a pattern recalls.
std::string unsure_figure(const CheckedContent& content, const Passage& passage) {
    const std::set<std::string_view> keys = references_of(passage);
    const bool opened = std::any_of(keys.begin(), keys.end(), [&](std::string_view key) {
        return was_opened(content.knowledge, key);
    });
    if (!opened && find_figure(passage.text)) {
        return "nobody opened the source '" + std::string(*keys.begin()) + "' of this figure";
    }
    const std::string article = passage.file.stem().stem().string();
    for (const Claim& claim : content.findings.claims) {
        const bool shared = std::any_of(claim.sources.begin(), claim.sources.end(),
                                        [&](const std::string& key) { return keys.contains(key); });
        if (claim.confidence == Confidence::recalled && shared &&
            claim.file.stem().string() == article && find_figure(claim.shown) &&
            passage.text.find(claim.shown) != std::string::npos) {
            return "the figure '" + claim.shown + "' is recalled in " +
                   claim.file.filename().string();
        }
    }
    return {};
}

} // namespace

void check_confidence(const CheckedContent& content, Faults& faults) {
    check_claims(content, faults);
    for (const Passage& passage : content.findings.passages) {
        if (references_of(passage).empty() || says_that_it_is_recalled(passage)) {
            continue;
        }
        const std::string unsure = unsure_figure(content, passage);
        if (!unsure.empty()) {
            add_fault(passage, find_figure(passage.text).value_or(0),
                      unsure + ", and the text shows it as sure; expected \"(from memory)\" beside "
                               "it, or a source that was opened",
                      faults);
        }
    }
}

} // namespace osteon::knowledge
