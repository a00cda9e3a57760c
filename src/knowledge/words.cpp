#include "knowledge/words.h"

#include <algorithm>
#include <array>

namespace osteon::knowledge {
namespace {

/// Signs beyond ASCII that part words; the other characters there are letters.
constexpr std::array<std::string_view, 14> signs = {
    "\u00A0", "\u2009", "\u202F", "–", "—", "…", "“", "”", "„", "«", "»", "±", "×", "·"};
constexpr std::array<std::string_view, 3> apostrophes = {"'", "’", "‘"};
constexpr std::array<std::string_view, 3> hyphens = {"-", "\u2010", "\u2011"};

template <std::size_t Count>
std::size_t match_any(std::string_view text, const std::array<std::string_view, Count>& choices) {
    const auto found = std::find_if(choices.begin(), choices.end(), [&](std::string_view choice) {
        return text.starts_with(choice);
    });
    return found == choices.end() ? 0 : found->size();
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Bytes of the letter or digit that begins a text; 0 where none does.
std::size_t letter_length(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte < 0x80) {
        const bool letter = is_lower(text.front()) || (byte >= 'A' && byte <= 'Z');
        return letter || is_digit(text.front()) ? 1 : 0;
    }
    const bool sign =
        match_any(text, signs) + match_any(text, apostrophes) + match_any(text, hyphens) > 0;
    return sign ? 0 : 1;
}

/// Bytes of a sign that holds a word together, where a letter follows it.
std::size_t joint_length(std::string_view text, bool joined) {
    const std::size_t joint =
        match_any(text, apostrophes) + (joined ? match_any(text, hyphens) : 0);
    return joint > 0 && letter_length(text.substr(joint)) > 0 ? joint : 0;
}

} // namespace

std::vector<Stretch> words_of(std::string_view text, bool joined) {
    std::vector<Stretch> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = at;
        while (const std::size_t letter = letter_length(text.substr(at))) {
            at += letter;
            at += joint_length(text.substr(at), joined);
        }
        if (at > begin) {
            words.push_back({text.substr(begin, at - begin), begin});
        } else {
            // A sign beyond ASCII is passed over whole, lest its last bytes seem letters.
            const std::size_t sign = match_any(text.substr(at), signs) +
                                     match_any(text.substr(at), apostrophes) +
                                     match_any(text.substr(at), hyphens);
            at += std::max<std::size_t>(sign, 1);
        }
    }
    return words;
}

std::vector<Stretch> sentences_of(std::string_view text) {
    std::vector<Stretch> sentences;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool last = at + 1 == text.size();
        const bool mark = text[at] == '.' || text[at] == '?' || text[at] == '!';
        const bool goes_on =
            at + 2 < text.size() && (is_lower(text[at + 2]) || is_digit(text[at + 2]));
        if (last || (mark && text[at + 1] == ' ' && !goes_on)) {
            sentences.push_back({text.substr(begin, at + 1 - begin), begin});
            begin = std::min(text.find_first_not_of(' ', at + 1), text.size());
        }
    }
    return sentences;
}

} // namespace osteon::knowledge
