#pragma once

#include "knowledge/knowledge.h"

#include <string>
#include <string_view>
#include <vector>

namespace osteon::output {

/// Text as Pango's markup shows it, on one line.
std::string escape_markup(std::string_view text);

/// Turns what an article says into Pango markup, and remembers what it cited and which terms of the
/// glossary it used, so that both can be listed at the end.
class PdfText {
public:
    explicit PdfText(const knowledge::Knowledge& known)
        : known_(&known) {}

    /// A run of text; references become raised numbers.
    std::string markup(const std::vector<knowledge::Span>& spans);
    /// The raised numbers of some references; nothing for those that are not known.
    std::string cite(const std::vector<std::string>& keys);

    /// In the order in which they were first cited: number 1 first.
    const std::vector<const knowledge::Reference*>& cited() const { return cited_; }
    /// In alphabetical order.
    std::vector<const knowledge::GlossaryTerm*> terms() const;

private:
    std::string number(std::string_view key);

    const knowledge::Knowledge* known_;
    std::vector<const knowledge::Reference*> cited_;
    std::vector<const knowledge::GlossaryTerm*> terms_;
};

/// Authors, title, journal, and where it is found, as a line of a list of sources.
std::string source_line(const knowledge::Reference& reference, const knowledge::Language& words);

} // namespace osteon::output
