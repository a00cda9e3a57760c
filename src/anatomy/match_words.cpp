#include "anatomy/match_words.h"

#include "anatomy/match_vocabulary.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace osteon::anatomy {

namespace {

using Words = std::vector<std::string>;

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

/// Letters, digits and every byte of a letter beyond ASCII.
bool is_word_character(char c) {
    return is_digit(c) || is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool contains(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void remove(Words& words, std::string_view word) {
    words.erase(std::remove(words.begin(), words.end(), word), words.end());
}

/// Drops what Blender adds to make names unique: ".001".
std::string_view without_copy_number(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot != std::string_view::npos && name.size() - dot == 4 &&
        all_digits(name.substr(dot + 1))) {
        return name.substr(0, dot);
    }
    return name;
}

/// Cuts at everything that is no letter or digit, and where a capital follows a small letter:
/// "RightFemur", "femurL".
Words split(std::string_view name) {
    Words words;
    char previous = ' ';
    for (const char c : without_copy_number(name)) {
        if (is_word_character(c)) {
            const bool cut = !is_word_character(previous) || (is_lower(previous) && is_upper(c));
            if (cut) {
                words.emplace_back();
            }
            words.back() += c;
        }
        previous = c;
    }
    for (std::string& word : words) {
        word = fold(word);
    }
    remove(words, "");
    return words;
}

/// Names that archives and programs add: file, representation and concept numbers.
bool is_archive_number(std::string_view word) {
    for (const std::string_view prefix : {"fj", "bp", "fma"}) {
        if (word.starts_with(prefix) && word.size() > prefix.size() &&
            is_digit(word[prefix.size()])) {
            return true;
        }
    }
    return false;
}

/// Cuts between letters and digits ("rib6" is "rib 6"), but leaves vertebrae whole, and takes the
/// ending from "3rd".
Words split_numbers(const Words& words, LetterReading reading) {
    Words result;
    for (const std::string& word : words) {
        if (is_archive_number(word)) {
            continue;
        }
        const auto lettered = letters_then_number(word);
        if (reading == LetterReading::vertebra && lettered) {
            const std::string code = vertebra_code(lettered->letters, lettered->number);
            if (!code.empty()) {
                result.push_back(code);
                continue;
            }
        }
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (i == 0 || is_digit(word[i]) != is_digit(word[i - 1])) {
                result.emplace_back();
            }
            result.back() += word[i];
        }
        const std::string_view ending = result.back();
        if (is_digit(word[0]) &&
            (ending == "st" || ending == "nd" || ending == "rd" || ending == "th")) {
            result.pop_back();
        }
    }
    for (std::string& word : result) {
        if (all_digits(word)) {
            word.erase(0, std::min(word.find_first_not_of('0'), word.size() - 1));
        }
    }
    return result;
}

/// Names of fingers and toes, as a number and the word "finger" or "toe". A pair comes before its
/// second word alone, so that "middle finger" is not taken for a middle phalanx.
void number_digits(Words& words) {
    struct DigitName {
        std::string_view adjective;
        std::string_view noun;
        std::string_view number;
        std::string_view kind;
    };
    constexpr std::array<DigitName, 13> names = {{{"index", "finger", "2", "finger"},
                                                  {"middle", "finger", "3", "finger"},
                                                  {"long", "finger", "3", "finger"},
                                                  {"ring", "finger", "4", "finger"},
                                                  {"little", "finger", "5", "finger"},
                                                  {"small", "finger", "5", "finger"},
                                                  {"big", "toe", "1", "toe"},
                                                  {"great", "toe", "1", "toe"},
                                                  {"little", "toe", "5", "toe"},
                                                  {"small", "toe", "5", "toe"},
                                                  {"", "thumb", "1", "finger"},
                                                  {"", "hallux", "1", "toe"},
                                                  {"", "index", "2", "finger"}}};
    for (const DigitName& name : names) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] != name.noun ||
                (!name.adjective.empty() && (i == 0 || words[i - 1] != name.adjective))) {
                continue;
            }
            words[i] = name.kind;
            if (name.adjective.empty()) {
                words.insert(words.begin() + static_cast<std::ptrdiff_t>(i),
                             std::string(name.number));
                ++i;
            } else {
                words[i - 1] = name.number;
            }
        }
    }
}

/// Within a phalanx, "media", "intermediate" and "terminal" have the meaning of the English names.
void settle_phalanx(Words& words) {
    if (!contains(words, "phalanx")) {
        return;
    }
    for (std::string& word : words) {
        if (word == "media" || word == "medial" || word == "intermediate") {
            word = "middle";
        } else if (word == "terminal") {
            word = "distal";
        }
    }
    remove(words, "digit");
}

/// "third lumbar vertebra", "L 3 vertebra" and "vertebra L3" all as "l3".
void settle_vertebra(Words& words) {
    struct Segment {
        std::string_view word;
        std::string_view code;
    };
    constexpr std::array<Segment, 4> segments = {
        {{"cervical", "c"}, {"thoracic", "t"}, {"lumbar", "l"}, {"sacral", "s"}}};
    for (const auto& [word, code] : segments) {
        const auto number = std::find_if(words.begin(), words.end(), all_digits);
        if (!contains(words, word) || number == words.end() || number->size() > 2) {
            continue;
        }
        const std::string vertebra = vertebra_code(code, std::stoi(*number));
        if (!vertebra.empty()) {
            *number = vertebra;
            remove(words, word);
        }
    }
    const auto is_code = [](const std::string& w) {
        const auto parts = letters_then_number(w);
        return parts && !vertebra_code(parts->letters, parts->number).empty();
    };
    if (std::any_of(words.begin(), words.end(), is_code)) {
        for (const std::string_view word :
             {"vertebra", "cervical", "thoracic", "lumbar", "sacral"}) {
            remove(words, word);
        }
    }
}

/// "vertebra l 3": a letter and a number apart, which elsewhere would be a side and a number.
void join_vertebra_letters(Words& words) {
    if (!contains(words, "vertebra") && !contains(words, "disc")) {
        return;
    }
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (!all_digits(words[i + 1]) || words[i + 1].size() > 2) {
            continue;
        }
        const std::string code = vertebra_code(words[i], std::stoi(words[i + 1]));
        if (!code.empty()) {
            words[i] = code;
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }
}

} // namespace

NameWords read_name(std::string_view name, LetterReading reading) {
    Words words = split_numbers(split(name), reading);
    for (std::string& word : words) {
        const int number = number_word(word);
        word = number > 0 ? std::to_string(number) : std::string(common_word(word));
    }
    remove(words, "");
    if (reading == LetterReading::vertebra) {
        join_vertebra_letters(words);
    }
    NameWords result;
    for (const std::string& word : words) {
        if (const auto side = side_word(word)) {
            result.both_sides = result.both_sides || (result.side && result.side != side);
            result.side = side;
        } else {
            result.words.push_back(word);
        }
    }
    number_digits(result.words);
    settle_phalanx(result.words);
    settle_vertebra(result.words);
    std::sort(result.words.begin(), result.words.end());
    result.words.erase(std::unique(result.words.begin(), result.words.end()), result.words.end());
    return result;
}

std::vector<std::string> without_optional_words(const std::vector<std::string>& words) {
    Words kept = words;
    remove(kept, "bone");
    remove(kept, "tooth");
    if (!contains(kept, "phalanx")) {
        remove(kept, "finger");
        remove(kept, "toe");
    }
    return kept;
}

int fma_in_name(std::string_view name) {
    const std::string folded = fold(name);
    for (std::size_t at = folded.find("fma"); at != std::string::npos;
         at = folded.find("fma", at + 1)) {
        std::size_t digits = at + 3;
        if (digits < folded.size() &&
            std::string_view(":_- ").find(folded[digits]) != std::string_view::npos) {
            ++digits;
        }
        int number = 0;
        const char* end = folded.data() + folded.size();
        if (std::from_chars(folded.data() + std::min(digits, folded.size()), end, number).ec ==
                std::errc{} &&
            number > 0) {
            return number;
        }
    }
    return 0;
}

} // namespace osteon::anatomy
