#include "ui/page_find.h"

#include "base/text.h"

#include <algorithm>

namespace osteon::ui {
namespace {

/// How many bytes the character of UTF-8 at the head of a text takes.
std::size_t character_size(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
        ++size;
    }
    return size;
}

/// A text folded character by character, and where each byte of it comes from.
struct FoldedText {
    std::string text;
    std::vector<std::size_t> origin; ///< one more than bytes: the end

    explicit FoldedText(std::string_view source) {
        for (std::size_t at = 0; at < source.size();) {
            const std::size_t size = character_size(source.substr(at));
            std::string folded = fold(source.substr(at, size));
            if (folded == "\n") {
                folded = " ";
            }
            text += folded;
            origin.insert(origin.end(), folded.size(), at);
            at += size;
        }
        origin.push_back(source.size());
    }
};

} // namespace

std::vector<FoundWords> find_words(std::string_view text, std::string_view folded_words) {
    std::vector<FoundWords> found;
    if (folded_words.empty()) {
        return found;
    }
    const FoldedText folded(text);
    for (std::size_t at = folded.text.find(folded_words); at != std::string::npos;
         at = folded.text.find(folded_words, at + folded_words.size())) {
        // The last byte's character belongs to the place as a whole.
        const std::size_t last = folded.origin[at + folded_words.size() - 1];
        found.push_back({folded.origin[at], last + character_size(text.substr(last))});
    }
    return found;
}

void PageFind::step(int by) {
    if (count > 0) {
        const auto all = static_cast<int>(count);
        current = static_cast<std::size_t>((static_cast<int>(current) + by % all + all) % all);
        jump_wanted = true;
    }
}

} // namespace osteon::ui
