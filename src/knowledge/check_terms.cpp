#include "base/text.h"
#include "knowledge/check.h"
#include "knowledge/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

namespace osteon::knowledge {
namespace {

/// Beginnings of medical words that somebody of twelve years does not know.
constexpr std::array<std::string_view, 30> english_stems = {
    "ablation",  "anaemi",    "asymptom",  "biops",   "bisphosph", "blastic",
    "cachexi",   "chemother", "denosumab", "embolis", "hypercalc", "immunother",
    "kyphopl",   "lesion",    "lytic",     "metasta", "opioid",    "osteobl",
    "osteocl",   "osteol",    "osteonecr", "palliat", "patholog",  "prognos",
    "radionucl", "radiother", "scintigr",  "sclero",  "stereotac", "vertebropl"};

constexpr std::array<std::string_view, 24> german_stems = {
    "anämie",    "biops",     "bisphosph", "chemother", "denosumab", "embolis",
    "hyperkalz", "immunther", "kyphopl",   "läsion",    "lytisch",   "metasta",
    "opioid",    "osteobl",   "osteokl",   "osteol",    "osteonekr", "palliat",
    "patholog",  "prognos",   "radionukl", "szintigr",  "sklero",    "vertebropl"};

std::span<const std::string_view> stems_of(std::string_view language) {
    return language == "de" ? std::span<const std::string_view>(german_stems) : english_stems;
}

bool is_explained(const Passage& passage, std::size_t offset) {
    return std::any_of(passage.links.begin(), passage.links.end(), [&](const PassageLink& link) {
        return (link.kind == LinkKind::term || link.kind == LinkKind::article) &&
               link.begin <= offset && offset < link.end;
    });
}

} // namespace

void check_terms(const CheckedContent& content, Faults& faults) {
    std::map<std::filesystem::path, std::set<std::string_view>> met;
    for (const Passage& passage : content.findings.passages) {
        if (!is_plain_level(passage) || passage.kind == PassageKind::heading ||
            passage.kind == PassageKind::title) {
            continue; // no link can stand in a heading
        }
        for (const Stretch& word : words_of(passage.text)) {
            const std::string folded = fold(word.text);
            for (const std::string_view stem : stems_of(content.knowledge.language.id)) {
                if (!folded.starts_with(fold(stem)) || !met[passage.file].insert(stem).second ||
                    is_explained(passage, word.offset)) {
                    continue;
                }
                add_fault(passage, word.offset,
                          "the technical term '" + std::string(word.text) +
                              "' stands in the plain text without an explanation; expected its "
                              "first use as a link to the glossary, [" +
                              std::string(word.text) + "](term:…), or an everyday word",
                          faults);
            }
        }
    }
}

} // namespace osteon::knowledge
