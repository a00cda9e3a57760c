#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <vector>

namespace osteon::knowledge {

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
        const std::string_view before = text_.substr(start, offset - start);
        // Continuation bytes of UTF-8 (10xxxxxx) begin no character.
        return 1 + static_cast<int>(std::count_if(before.begin(), before.end(), [](char byte) {
                   return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
               }));
    }

private:
    std::vector<std::size_t>::const_iterator next_line(std::size_t offset) const {
        return std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    }

    std::string_view text_;
    std::vector<std::size_t> line_starts_{0};
};

} // namespace osteon::knowledge
