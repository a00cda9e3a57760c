#include "knowledge/readability.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string>

namespace osteon::knowledge {
namespace {

/// Pairs of vowels that are one syllable; all others are two.
constexpr std::array<std::u32string_view, 13> diphthongs = {
    U"aa", U"ai", U"au", U"ay", U"ee", U"ei", U"eu", U"ey", U"ie", U"oi", U"oo", U"ou", U"äu"};

/// Words from Latin whose "ie" is two syllables at the end, alone or before an n.
constexpr std::array<std::u32string_view, 12> parted_ie = {
    U"arterie", U"bakterie", U"familie", U"ferie", U"folie",  U"hernie",
    U"linie",   U"materie",  U"prämie",  U"serie", U"studie", U"medie"};

/// Small letters as single characters; what is no UTF-8 is left out.
std::u32string small_letters(std::string_view word) {
    std::u32string letters;
    std::size_t at = 0;
    while (at < word.size()) {
        utf8proc_int32_t code = 0;
        const auto size =
            utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(word.data() + at),
                             static_cast<utf8proc_ssize_t>(word.size() - at), &code);
        if (size > 0) {
            letters += static_cast<char32_t>(utf8proc_tolower(code));
        }
        at += size > 0 ? static_cast<std::size_t>(size) : 1;
    }
    return letters;
}

bool is_vowel(char32_t c) {
    return std::u32string_view(U"aeiouyäöüáàéèêëíóúï").find(c) != std::u32string_view::npos;
}

/// Whether "ie" at a place is two syllables: "Pati-ent", "Seri-e", "Seri-en".
bool is_parted_ie(std::u32string_view word, std::size_t at) {
    if (word.substr(at).starts_with(U"ient")) {
        return at > 0 && word[at - 1] == U't'; // "Patient", but "verdient"
    }
    const std::u32string_view rest = word.substr(at + 2);
    return (rest.empty() || rest == U"n") &&
           std::any_of(parted_ie.begin(), parted_ie.end(), [&](std::u32string_view ending) {
               return word.substr(0, at + 2).ends_with(ending);
           });
}

/// Whether two vowels at a place are one syllable.
bool is_one_syllable(std::u32string_view word, std::size_t at) {
    const std::u32string_view pair = word.substr(at, 2);
    if (std::find(diphthongs.begin(), diphthongs.end(), pair) == diphthongs.end()) {
        return false;
    }
    // "ge-eignet", "be-enden": a prefix ends between two e; "Muse-um": Latin.
    const bool prefix = at == 1 && (word[0] == U'g' || word[0] == U'b');
    const bool parted =
        (pair == U"ee" && prefix) ||
        (pair == U"ei" && prefix && word.size() > 3 && word.substr(at).starts_with(U"einh")) ||
        (pair == U"eu" && word.substr(at) == U"eum") || (pair == U"ie" && is_parted_ie(word, at));
    return !parted;
}

} // namespace

int german_syllables(std::string_view word) {
    if (const int letters = spelled_letters(word)) {
        return letters;
    }
    const std::u32string letters = small_letters(word);
    const bool any_letter = std::any_of(letters.begin(), letters.end(), [](char32_t c) {
        return (c >= U'a' && c <= U'z') || c > 0x7F;
    });
    int count = 0;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        const bool silent_u = letters[at] == U'u' && at > 0 && letters[at - 1] == U'q';
        const bool consonant_y = letters[at] == U'y' && at == 0;
        if (!is_vowel(letters[at]) || silent_u || consonant_y) {
            continue;
        }
        ++count;
        at += at + 1 < letters.size() && is_one_syllable(letters, at) ? 1 : 0;
    }
    return any_letter ? std::max(count, 1) : 0;
}

} // namespace osteon::knowledge
