#include "base/text.h"
#include "knowledge/check.h"
#include "knowledge/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace osteon::knowledge {
namespace {

/// What needs no explanation anywhere.
constexpr std::array<std::string_view, 4> known_to_all = {"OK", "UK", "US", "USA"};

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_roman_number(std::string_view word) {
    return word.find_first_not_of("IVX") == std::string_view::npos;
}

/// The abbreviation in a word, without a plural s: two capitals at least, as in CT, PTHrP, SREs.
std::string_view abbreviation_in(std::string_view word) {
    word = word.substr(0, std::min(word.find('\''), word.find("\u2019")));
    const auto capitals = std::count_if(word.begin(), word.end(), is_upper);
    const bool name = capitals == 2 && word.size() > 4 && is_upper(word[0]) && // "McKay"
                      (word.starts_with("Mc") || word.starts_with("De"));
    if (capitals < 2 || name || is_roman_number(word) ||
        std::find(known_to_all.begin(), known_to_all.end(), word) != known_to_all.end()) {
        return {};
    }
    return word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

/// The abbreviations of the glossary's terms.
std::set<std::string, std::less<>> explained_in_glossary(const Knowledge& knowledge) {
    std::set<std::string, std::less<>> explained;
    const auto add = [&](const std::string& text) {
        for (const Stretch& word : words_of(text)) {
            explained.emplace(abbreviation_in(word.text));
        }
    };
    for (const GlossaryTerm& term : knowledge.glossary) {
        add(term.term);
        std::for_each(term.also.begin(), term.also.end(), add);
    }
    return explained;
}

/// Whether the letters stand in the words in their order, the first at the head of a word.
bool stands_for(std::string_view abbreviation, std::string_view words) {
    const std::string letters = fold(abbreviation); // two at least
    const std::string text = ' ' + fold(words);
    std::size_t at = text.find(std::string(" ") + letters.front());
    for (const char letter : letters) {
        at = at == std::string::npos ? at : text.find(letter, at);
        at = at == std::string::npos ? at : at + 1;
    }
    return at != std::string::npos;
}

/// Whether the words beside an abbreviation spell it out: "computed tomography (CT)", "CT (computed
/// tomography)".
bool is_spelled_out(std::string_view text, const Stretch& word) {
    constexpr std::size_t reach = 80; // bytes of the words before
    const std::string_view before = text.substr(0, word.offset);
    const std::string_view after = text.substr(word.offset + word.text.size());
    if (before.ends_with('(')) {
        return stands_for(abbreviation_in(word.text),
                          before.substr(before.size() - std::min(before.size(), reach)));
    }
    return after.starts_with(" (") &&
           stands_for(abbreviation_in(word.text), after.substr(2, after.find(')') - 2));
}

} // namespace

void check_abbreviations(const CheckedContent& content, Faults& faults) {
    const auto in_glossary = explained_in_glossary(content.knowledge);
    std::map<std::filesystem::path, std::set<std::string, std::less<>>> in_file;
    for (const Passage& passage : content.findings.passages) {
        for (const Stretch& word : words_of(passage.text)) {
            if (!abbreviation_in(word.text).empty() && is_spelled_out(passage.text, word)) {
                in_file[passage.file].emplace(abbreviation_in(word.text));
            }
        }
    }
    for (const Passage& passage : content.findings.passages) {
        auto& explained = in_file[passage.file];
        for (const Stretch& word : words_of(passage.text)) {
            const std::string_view abbreviation = abbreviation_in(word.text);
            if (!abbreviation.empty() && !in_glossary.contains(abbreviation) &&
                explained.emplace(abbreviation).second) { // once a file
                add_fault(passage, word.offset,
                          "the abbreviation '" + std::string(abbreviation) +
                              "' is explained nowhere; expected a glossary term that names it, or "
                              "its words beside it in brackets",
                          faults);
            }
        }
    }
}

} // namespace osteon::knowledge
