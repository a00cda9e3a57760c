#pragma once

#include "knowledge/document.h"
#include "knowledge/findings.h"
#include "knowledge/passage.h"
#include "knowledge/text_position.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace osteon::knowledge {

/// Text in one style as the Markdown parser hands it over, which remembers where it stood.
struct Run {
    Span span;
    /// Where stretches of the text come from: offset in `span.text`, offset in the source.
    std::vector<std::pair<std::size_t, std::size_t>> origin;

    std::size_t source_of(std::size_t offset) const;
    void append(std::string_view text, std::size_t source);
    /// The run from `offset` on; this one keeps what is before.
    Run split(std::size_t offset);
};

/// What a paragraph, an item or a cell says, once its marks are read.
struct Inline {
    std::vector<Span> spans;
    Passage passage; ///< the same with its places, for the checks
    bool has_reference = false;
    std::optional<std::size_t> figure; ///< source offset of the first figure that needs a source
};

/// The mark at the head of a quote: `[!warning] Title`.
struct QuoteMark {
    std::string style;
    std::vector<Run> title;
};

/// Turns runs into spans: reference marks become links, line breaks become spaces.
Inline read_inline(const std::vector<Run>& runs, const TextPosition& position,
                   const ContentFile& file);

/// Takes `{#anchor}` off the end of a heading. Without one the anchor is made of its words.
std::string take_anchor(std::vector<Run>& runs, const TextPosition& position,
                        const ContentFile& file);

/// Takes the mark and its title off the first paragraph of a quote; what is left is its text.
std::optional<QuoteMark> take_quote_mark(std::vector<Run>& runs);

/// Whether `id` is made as ids are: letters, digits, `_` and `-`.
bool is_id(std::string_view id);

} // namespace osteon::knowledge
