#pragma once

#include "knowledge/document.h"

#include <string>
#include <vector>

namespace osteon::knowledge {

/// A heading and the text up to the next one.
struct Section {
    std::string anchor; ///< empty: what stands before the first heading
    std::string title;
    std::string text; ///< without marks and references, a line for each block
};

/// What folds hide until the reader asks.
enum class Folds { opened, closed };

/// The sections of a document that have any words, in its order. Of closed folds only the title
/// counts.
std::vector<Section> sections_of(const Document& document, Folds folds);

} // namespace osteon::knowledge
