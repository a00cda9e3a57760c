#pragma once

#include "anatomy/registry.h"

#include <optional>
#include <string>
#include <string_view>

namespace osteon::anatomy {

// The words that names of bones are made of. All take folded text.

bool is_digit(char c);
bool all_digits(std::string_view text);

struct LetterAndNumber {
    std::string letters;
    int number;
};

/// "l3" as "l" and 3, for up to three digits; nothing for any other form.
std::optional<LetterAndNumber> letters_then_number(std::string_view word);

/// "t6" for the letter and number of a vertebra, in the styles T6, Th6 and D6; empty where the
/// spine has no such vertebra.
std::string vertebra_code(std::string_view letters, int number);

/// The number that an English ordinal, a Roman numeral or a Latin ordinal stands for, or 0.
int number_word(std::string_view word);

/// Left or right, where the word says so in English or Latin, in full or shortened.
std::optional<Side> side_word(std::string_view word);

/// One spelling for words that mean the same wherever they stand; empty for words to drop.
std::string_view common_word(std::string_view word);

} // namespace osteon::anatomy
