#pragma once

#include "knowledge/knowledge.h"

#include <string>
#include <string_view>
#include <vector>

namespace osteon::output {

/// A heading and what stands below it.
struct HandoutSection {
    std::string title;
    std::vector<knowledge::Block> blocks;
};

/// The texts of a sheet to take home, chosen from the plain level of the articles.
struct HandoutText {
    std::string title;
    std::string subtitle;
    std::vector<knowledge::Block> lead;    ///< paragraphs
    std::vector<HandoutSection> key_facts; ///< of the place, or of the cancer where there is none
    std::vector<knowledge::Block> site_warning; ///< of the place: call-outs
    std::vector<knowledge::Block> warning;      ///< of spread to bone in general: call-outs
    std::vector<HandoutSection> about_site;
    std::vector<HandoutSection> about_primary;
    std::vector<knowledge::Block> treatment;
    std::vector<knowledge::Block> questions;         ///< list items
    std::vector<const knowledge::Article*> articles; ///< that it was taken from
};

/// Chooses them. Either may be null, not both.
HandoutText handout_text(const knowledge::Site* site, const knowledge::Primary* primary,
                         const knowledge::Knowledge& known);

} // namespace osteon::output
