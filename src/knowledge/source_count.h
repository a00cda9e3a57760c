#pragma once

#include "knowledge/knowledge.h"

/// How much of what is told stands on sources that were opened.
namespace osteon::knowledge {

struct SourceCount {
    int figures = 0;  ///< numbers that need a source, as figures_in_text.h has them
    int verified = 0; ///< those whose source was opened; of a pattern's, those marked verified
};

/// The figures of an article, at both levels.
SourceCount count_sources(const Article& article, const Knowledge& knowledge);

/// The figures of a pattern of spread: its bars, groups and statements.
SourceCount count_sources(const Primary& primary);

/// How often articles and patterns cite a reference.
int count_citations(std::string_view reference, const Knowledge& knowledge);

} // namespace osteon::knowledge
