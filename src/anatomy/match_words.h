#pragma once

#include "anatomy/registry.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::anatomy {

/// What a name says, freed of language, spelling, order of words and habits of modelling programs.
struct NameWords {
    /// Sorted, each once, in the words that the comparison has in common: "Costa VI dextra" and
    /// "right sixth rib" are both {6, rib}; "L3" and "vertebra lumbalis III" are both {l3}.
    std::vector<std::string> words;
    std::optional<Side> side; ///< left or right where the name says so
    bool both_sides = false;  ///< the name says left and right
};

/// How to read a letter before a number: "L3" is the third lumbar vertebra, but in "rib L3" the
/// left third rib.
enum class LetterReading { vertebra, side };

/// Reads a name in English or Latin, or as modelling programs and archives write it
/// ("FJ2_BP1_FMA24474_Right_femur", "Femur.L.001", "RightFemur"; an id of the FMA is dropped).
NameWords read_name(std::string_view name, LetterReading reading);

/// The words without those that names leave out at will: "bone", "tooth", and, where no phalanx is
/// meant, "finger" (also "hand") and "toe" (also "foot").
std::vector<std::string> without_optional_words(const std::vector<std::string>& words);

/// The FMA id in a name ("FJ1_FMA24474_Right_femur", "fma:24474"), or 0.
int fma_in_name(std::string_view name);

} // namespace osteon::anatomy
