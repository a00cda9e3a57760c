#include "knowledge/check.h"
#include "knowledge/figures_in_text.h"

#include <algorithm>
#include <array>

namespace osteon::knowledge {
namespace {

/// Values in which no reference can stand. Those of a pattern of spread have their `sources`.
constexpr std::array<std::string_view, 6> unsourced_keys = {"title",   "name",  "subtitle",
                                                            "summary", "plain", "clinical"};

bool has_no_place_for_sources(const Passage& passage) {
    const bool article = passage.file.extension() == ".md";
    const bool glossary = passage.file.filename() == "glossary.toml";
    return passage.kind == PassageKind::value && (article || glossary) &&
           std::find(unsourced_keys.begin(), unsourced_keys.end(), passage.key) !=
               unsourced_keys.end();
}

} // namespace

void check_figures_without_place(const CheckedContent& content, Faults& faults) {
    for (const Passage& passage : content.findings.passages) {
        if (!has_no_place_for_sources(passage)) {
            continue;
        }
        if (const auto figure = find_figure(passage.text)) {
            add_fault(passage, *figure,
                      "a figure where no source can stand; expected it in an article, with its "
                      "reference [@key]",
                      faults);
        }
    }
}

} // namespace osteon::knowledge
