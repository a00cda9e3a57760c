#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace osteon {

/// The text as search and matching compare it: Unicode case folding, diacritics stripped, ligatures
/// and other compatibility forms opened ("Ósseo ﬁbula" becomes "osseo fibula"). Bytes
/// that are not UTF-8 are dropped.
std::string fold(std::string_view text);

/// How many single-character insertions, deletions, substitutions and swaps of neighbours turn `a`
/// into `b`, no stretch being edited twice (optimal string alignment). Counts bytes: fold first.
std::size_t edit_distance(std::string_view a, std::string_view b);

} // namespace osteon
