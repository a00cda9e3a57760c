#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <vector>

namespace osteon::knowledge {

/// How many characters a stretch of UTF-8 begins.
inline int count_characters(std::string_view text) {
    // Continuation bytes (10xxxxxx) begin no character.
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

/// Turns offsets in a text into lines and columns, both from 1. Columns count characters.
class TextPosition {
public:
    explicit TextPosition(std::string_view text)
        : text_(text) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '\n') {
                line_starts_.push_back(at + 1);
            }
        }
    }

    int line(std::size_t offset) const {
        return static_cast<int>(std::distance(line_starts_.begin(), next_line(offset)));
    }

    int column(std::size_t offset) const {
        const std::size_t start = *std::prev(next_line(offset));
        return 1 + count_characters(text_.substr(start, offset - start));
    }

private:
    std::vector<std::size_t>::const_iterator next_line(std::size_t offset) const {
        return std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    }

    std::string_view text_;
    std::vector<std::size_t> line_starts_{0};
};

} // namespace osteon::knowledge
