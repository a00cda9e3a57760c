#include "base/text.h"
#include "knowledge/readability.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace osteon::knowledge {
namespace {

using Count = std::pair<std::string_view, int>;

/// Words that the rules would miscount.
constexpr std::array exceptions = std::to_array<Count>({
    {"area", 3},     {"areas", 3},     {"being", 2},     {"create", 2},     {"created", 3},
    {"creates", 2},  {"diet", 2},      {"every", 2},     {"everything", 3}, {"everybody", 4},
    {"everyone", 3}, {"fluid", 2},     {"fluids", 2},    {"idea", 3},       {"ideas", 3},
    {"nausea", 3},   {"quiet", 2},     {"ruin", 2},      {"science", 2},    {"society", 4},
    {"someone", 2},  {"something", 2}, {"sometimes", 2}, {"somebody", 3},   {"therefore", 2},
    {"whereas", 2},  {"anyone", 3},    {"business", 2},  {"element", 3},    {"elements", 3},
    {"react", 2},    {"reacts", 2},    {"real", 1},      {"really", 2},     {"variety", 4},
    {"anxiety", 4},  {"client", 2},    {"dying", 2},     {"lying", 2},      {"trial", 2},
    {"trials", 2},   {"forearm", 2},   {"homepage", 2},  {"people", 2},     {"somewhere", 2},
    {"sideways", 2}, {"whole", 1},     {"wholesome", 2}, {"vertebrae", 3},  {"hospice", 2},
});

constexpr bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// Groups of vowels. A y before a vowel at the head is none.
int vowel_groups(std::string_view word) {
    int groups = 0;
    bool inside = false;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const bool consonant_y = word[at] == 'y' && at == 0;
        const bool silent_u = word[at] == 'u' && at > 0 && word[at - 1] == 'q';
        const bool vowel = is_vowel(word[at]) && !consonant_y && !silent_u;
        groups += vowel && !inside ? 1 : 0;
        inside = vowel;
    }
    return groups;
}

/// Vowels side by side that are two syllables: "ra-di-o", "us-u-al", "oste-o", "go-ing".
int separate_vowels(std::string_view word) {
    int count = 0;
    for (std::size_t at = 1; at + 1 < word.size(); ++at) {
        const std::string_view pair = word.substr(at, 2);
        const char before = word[at - 1];
        const bool soft = before == 'c' || before == 't' || before == 's' || before == 'g' ||
                          before == 'x';                    // "spe-cial", "ac-tion", "re-gion"
        const bool melted = before == 'l' || before == 'n'; // "mil-lion", "un-ion"
        const char after = at + 2 < word.size() ? word[at + 2] : '.';
        count += pair == "ia" && !soft && word.substr(at) != "iage" ? 1 : 0;
        count += pair == "io" && !soft && !(melted && after == 'n') ? 1 : 0;
        count += pair == "iu" ? 1 : 0;
        count += pair == "eo" && !(before == 'p' && after == 'p') && before != 'g' ? 1 : 0;
        count += pair == "ua" && before != 'q' && before != 'g' ? 1 : 0;
        count +=
            (pair == "oi" || pair == "yi" || pair == "ei") && word.substr(at + 1) == "ing" ? 1 : 0;
    }
    return count;
}

/// "bone", "bones", "healed"; but "ta-ble", "caus-es", "need-ed".
bool has_silent_ending(std::string_view word) {
    const std::size_t size = word.size();
    const auto consonant_before = [&](std::size_t at) { return at > 0 && !is_vowel(word[at - 1]); };
    const auto one_of = [](char c, std::string_view letters) {
        return letters.find(c) != std::string_view::npos;
    };
    const auto syllabic_l = [&](std::size_t e) {
        return e > 1 && word[e - 1] == 'l' && !is_vowel(word[e - 2]);
    };
    if (word.ends_with('e')) {
        return consonant_before(size - 1) && !syllabic_l(size - 1);
    }
    if (word.ends_with("es")) {
        return consonant_before(size - 2) && !syllabic_l(size - 2) &&
               !one_of(word[size - 3], "sxzcg") && !word.ends_with("shes") &&
               !word.ends_with("ches");
    }
    return word.ends_with("ed") && consonant_before(size - 2) && !one_of(word[size - 3], "td");
}

/// A silent e before an ending: "move-ment", "care-ful", "safe-ly".
bool has_silent_e_inside(std::string_view word) {
    for (const std::string_view ending : {"ment", "ments", "ful", "fully", "less", "ly", "ness"}) {
        if (word.ends_with(ending) && word.size() > ending.size() + 2) {
            const std::size_t e = word.size() - ending.size() - 1;
            return word[e] == 'e' && !is_vowel(word[e - 1]) && vowel_groups(word.substr(0, e)) > 0;
        }
    }
    return false;
}

int syllables_of_part(std::string_view part) {
    const auto exception = std::find_if(exceptions.begin(), exceptions.end(),
                                        [&](const Count& entry) { return entry.first == part; });
    if (exception != exceptions.end()) {
        return exception->second;
    }
    int count = vowel_groups(part) + separate_vowels(part);
    count -= part.size() > 2 && has_silent_ending(part) ? 1 : 0;
    count -= has_silent_e_inside(part) ? 1 : 0;
    count += part.ends_with("ism") || part.ends_with("isms") ? 1 : 0;
    return std::max(count, 1);
}

} // namespace

int english_syllables(std::string_view word) {
    if (const int letters = spelled_letters(word)) {
        const auto w = std::count(word.begin(), word.end(), 'W');
        return letters + 2 * static_cast<int>(w); // "double u"
    }
    const std::string folded = fold(word);
    int count = 0;
    std::string part;
    const auto finish = [&] {
        count += part.empty() ? 0 : syllables_of_part(part);
        part.clear();
    };
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if (folded[at] >= 'a' && folded[at] <= 'z') {
            part += folded[at];
        } else {
            // "does-n't", "did-n't": a syllable of its own after d and s.
            const bool negation =
                folded.substr(at).ends_with("t") && part.ends_with('n') && part.size() > 2;
            count += negation && (part[part.size() - 2] == 'd' || part[part.size() - 2] == 's');
            finish();
            if (folded[at] != '-') {
                break; // what follows an apostrophe adds none
            }
        }
    }
    finish();
    return count;
}

} // namespace osteon::knowledge
