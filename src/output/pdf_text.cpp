#include "output/pdf_text.h"

#include "base/text.h"
#include "output/html_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace osteon::output {

using knowledge::LinkKind;
using knowledge::Span;

std::string escape_markup(std::string_view text) {
    std::string escaped = escape_html(text); // which Pango understands
    std::ranges::replace(escaped, '\n', ' ');
    return escaped;
}

std::string PdfText::number(std::string_view key) {
    const knowledge::Reference* const reference = known_->reference(key);
    if (reference == nullptr) {
        return {};
    }
    auto found = std::ranges::find(cited_, reference);
    if (found == cited_.end()) {
        found = cited_.insert(cited_.end(), reference);
    }
    return std::to_string(found - cited_.begin() + 1);
}

std::string PdfText::cite(const std::vector<std::string>& keys) {
    std::string numbers;
    for (const std::string& key : keys) {
        const std::string one = number(key);
        numbers += (numbers.empty() || one.empty() ? "" : ", ") + one;
    }
    return numbers.empty() ? numbers : "<sup>" + numbers + "</sup>";
}

std::string PdfText::markup(const std::vector<Span>& spans) {
    std::string markup;
    bool after_reference = false;
    for (const Span& span : spans) {
        if (span.link == LinkKind::reference) {
            // The number stands right behind the word.
            markup.erase(markup.find_last_not_of(" \n") + 1);
            markup += (after_reference ? "<sup>, </sup>" : "") + cite({span.target});
            after_reference = true;
            continue;
        }
        after_reference = false;
        const knowledge::GlossaryTerm* const term =
            span.link == LinkKind::term ? known_->term(span.target) : nullptr;
        if (term != nullptr && std::ranges::find(terms_, term) == terms_.end()) {
            terms_.push_back(term);
        }
        std::string text = escape_markup(span.text);
        text = span.emphasis ? "<i>" + text + "</i>" : text;
        markup += span.strong ? "<b>" + text + "</b>" : text;
    }
    return markup;
}

std::vector<const knowledge::GlossaryTerm*> PdfText::terms() const {
    std::vector<const knowledge::GlossaryTerm*> sorted = terms_;
    std::ranges::sort(sorted, {}, [](const auto* term) { return fold(term->term); });
    return sorted;
}

std::string source_line(const knowledge::Reference& reference, const knowledge::Language& words) {
    std::string line = reference.text + (reference.text.ends_with('.') ? "" : ".");
    if (!reference.doi.empty()) {
        line += " doi:" + reference.doi + ".";
    }
    if (!reference.pmid.empty()) {
        line += " " + reference.pmid + ".";
    }
    if (reference.doi.empty() && reference.pmid.empty() && !reference.url.empty()) {
        line += " " + reference.url;
    }
    if (!reference.retrieved) {
        line += std::string(" ") + words.tr("Well known, but its text was not opened.");
    }
    return escape_markup(line);
}

} // namespace osteon::output
