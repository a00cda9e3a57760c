#pragma once

#include "anatomy/registry.h"
#include "knowledge/findings.h"
#include "knowledge/knowledge.h"

#include <string>
#include <string_view>
#include <vector>

/// The checks of the writing, one a file: what loading cannot find, since the content is usable
/// with it. Each adds its faults, which tell the place, what is wrong and the cure.
namespace osteon::knowledge {

/// A language as its files say it.
struct CheckedContent {
    std::filesystem::path folder; ///< content/<language>
    const Knowledge& knowledge;
    const Findings& findings;
    const anatomy::Registry& registry;
};

using Faults = std::vector<ContentFault>;

/// DOI, PubMed id and web address of each reference: made as such, and of the same work.
void check_addresses(const CheckedContent& content, Faults& faults);

/// American spelling in the English texts, which are British.
void check_spelling(const CheckedContent& content, Faults& faults);

/// Abbreviations that neither the glossary nor the text itself explains.
void check_abbreviations(const CheckedContent& content, Faults& faults);

/// Technical terms in plain texts whose first use leads to no explanation.
void check_terms(const CheckedContent& content, Faults& faults);

/// Plain texts over their reading age.
void check_reading_age(const CheckedContent& content, Faults& faults);

/// Figures where no source can stand: in summaries and in the glossary.
void check_figures_without_place(const CheckedContent& content, Faults& faults);

/// What nobody looked up, shown as if it were sure.
void check_confidence(const CheckedContent& content, Faults& faults);

/// Bones that no site covers and no article speaks of, and sites that none leads to.
void check_coverage(const CheckedContent& content, Faults& faults);

/// Sentences that share more than 12 words in a row with a text of the folder `against`. An error
/// where that cannot be read.
Result<void> check_copied(const CheckedContent& content, const std::filesystem::path& against,
                          Faults& faults);

/// Synonyms that lead to nothing.
void check_synonyms(const CheckedContent& content, Faults& faults);

/// Adds a fault at a place of a passage.
void add_fault(const Passage& passage, std::size_t offset, std::string expected, Faults& faults);

} // namespace osteon::knowledge
