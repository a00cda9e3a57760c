#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace osteon::ui {

/// A stretch of a text in bytes, from `begin` to before `end`.
struct FoundWords {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const FoundWords&) const = default;
};

/// Where words stand in a text, whatever their case, accents and kinds of space; `folded_words` as
/// osteon::fold() gives them, empty: nowhere. Places do not overlap.
std::vector<FoundWords> find_words(std::string_view text, std::string_view folded_words);

/// What find in page remembers between frames.
struct PageFind {
    bool open = false;
    bool focus_wanted = false;
    int frames_to_focus = 0;   ///< while the field is about to take the keyboard
    std::string words;         ///< as typed
    std::string folded;        ///< to be found; empty: nothing is
    std::size_t current = 0;   ///< of the found places
    bool jump_wanted = false;  ///< bring the current place into view
    std::size_t count = 0;     ///< of the places in the last frame
    std::vector<float> places; ///< heights of those drawn so far, pixels below the page's top

    /// Goes on to the next place (1) or back to the one before (-1), around the ends.
    void step(int by);
};

} // namespace osteon::ui
