#pragma once

#include <cstdint>

namespace osteon::study {

/// How well a card was remembered; the numbers are those of the scheduler's formulas.
enum class Grade : std::uint8_t { again = 1, hard = 2, good = 3, easy = 4 };

} // namespace osteon::study
