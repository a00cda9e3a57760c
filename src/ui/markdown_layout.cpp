#include "ui/markdown_layout.h"

#include <algorithm>
#include <numeric>

namespace osteon::ui {
namespace {

using knowledge::LinkKind;
using knowledge::Span;

/// A part of a word: what stands between two spaces may change its face.
struct Fragment {
    std::string text;
    TextRole role = TextRole::body;
    int link = -1;
    float width = 0.0F;
};

/// Fragments that stay together on a line.
struct Word {
    std::vector<Fragment> fragments;
    float space_before = 0.0F;
    TextRole space_role = TextRole::body;
    int space_link = -1; ///< the link that the space before lies inside of
    float width() const {
        return std::accumulate(fragments.begin(), fragments.end(), 0.0F,
                               [](float sum, const Fragment& part) { return sum + part.width; });
    }
};

bool is_break(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\t';
}

TextRole role_of(const Span& span, const InlineStyle& style) {
    if (span.link == LinkKind::reference) {
        return style.reference;
    }
    if (span.strong) {
        return style.strong;
    }
    return span.emphasis ? style.italic : style.regular;
}

/// Bytes of the UTF-8 letter that begins at `at`.
std::size_t letter_bytes(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        ++end;
    }
    return end - at;
}

class WordSplitter {
public:
    WordSplitter(const InlineStyle& style, const TextMeasure& measure)
        : style_(style)
        , measure_(measure) {}

    void add(const Span& span, int link) {
        const TextRole role = role_of(span, style_);
        const std::string_view text = span.text;
        std::size_t at = 0;
        while (at < text.size()) {
            if (is_break(text[at])) {
                begin_word(role, at > 0 ? link : -1);
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < text.size() && !is_break(text[end])) {
                ++end;
            }
            add_fragment(std::string(text.substr(at, end - at)), role, link);
            at = end;
        }
    }

    std::vector<Word> take() {
        std::erase_if(words_, [](const Word& word) { return word.fragments.empty(); });
        return std::move(words_);
    }

private:
    void begin_word(TextRole role, int link) {
        if (!words_.empty() && words_.back().fragments.empty()) {
            return;
        }
        words_.push_back({{}, measure_(role, " "), role, link});
    }

    void add_fragment(std::string text, TextRole role, int link) {
        if (words_.empty()) {
            words_.emplace_back();
        }
        Word& word = words_.back();
        if (word.fragments.empty() && word.space_link != link) {
            word.space_link = -1;
        }
        const float width = measure_(role, text);
        word.fragments.push_back({std::move(text), role, link, width});
    }

    const InlineStyle& style_;
    const TextMeasure& measure_;
    std::vector<Word> words_;
};

/// Puts words onto lines and joins neighbours of one face and link into runs.
class LineBuilder {
public:
    LineBuilder(InlineLayout& layout, float width, float line_height, const TextMeasure& measure)
        : layout_(layout)
        , width_(width)
        , line_height_(line_height)
        , measure_(measure) {}

    void add(const Word& word) {
        const float wide = word.width();
        const bool first = x_ <= 0.0F;
        if (!first && x_ + word.space_before + wide > width_) {
            break_line();
        } else if (!first) {
            put(" ", word.space_role, word.space_link, word.space_before);
        }
        for (const Fragment& part : word.fragments) {
            if (wide > width_) {
                put_in_pieces(part);
            } else {
                put(part.text, part.role, part.link, part.width);
            }
        }
    }

    void finish() {
        layout_.lines = layout_.runs.empty() ? 0 : line_ + 1;
        layout_.height = static_cast<float>(layout_.lines) * line_height_;
        for (const TextRun& run : layout_.runs) {
            layout_.width = std::max(layout_.width, run.x + run.width);
            if (run.link < 0) {
                continue;
            }
            layout_.links[static_cast<std::size_t>(run.link)].boxes.push_back(
                {run.x, static_cast<float>(run.line) * line_height_, run.width, line_height_});
        }
    }

private:
    void break_line() {
        ++line_;
        x_ = 0.0F;
    }

    void put(std::string_view text, TextRole role, int link, float width) {
        if (!layout_.runs.empty()) {
            TextRun& last = layout_.runs.back();
            if (last.line == line_ && last.role == role && last.link == link) {
                last.text += text;
                last.width += width;
                x_ += width;
                return;
            }
        }
        layout_.runs.push_back({std::string(text), role, x_, width, line_, link});
        x_ += width;
    }

    void put_in_pieces(const Fragment& part) {
        std::size_t at = 0;
        while (at < part.text.size()) {
            const std::size_t bytes = letter_bytes(part.text, at);
            const std::string_view letter = std::string_view(part.text).substr(at, bytes);
            const float wide = measure_(part.role, letter);
            if (x_ > 0.0F && x_ + wide > width_) {
                break_line();
            }
            put(letter, part.role, part.link, wide);
            at += bytes;
        }
    }

    InlineLayout& layout_;
    float width_;
    float line_height_;
    const TextMeasure& measure_;
    float x_ = 0.0F;
    int line_ = 0;
};

} // namespace

InlineLayout lay_out_inline(std::span<const Span> spans, const InlineStyle& style, float width,
                            float line_height, const TextMeasure& measure) {
    InlineLayout layout;
    WordSplitter splitter(style, measure);
    for (const Span& span : spans) {
        int link = -1;
        if (span.link != LinkKind::none) {
            link = static_cast<int>(layout.links.size());
            layout.links.push_back({span.link, span.target, span.text, {}});
        }
        splitter.add(span, link);
    }
    LineBuilder lines(layout, width, line_height, measure);
    for (const Word& word : splitter.take()) {
        lines.add(word);
    }
    lines.finish();
    return layout;
}

std::vector<float> column_widths(std::span<const float> wants, std::span<const float> words,
                                 float padding, float width) {
    const auto padded = [padding](float content) { return content + 2.0F * padding; };
    std::vector<float> widths(wants.size());
    std::transform(wants.begin(), wants.end(), widths.begin(), padded);
    const float wanted = std::accumulate(widths.begin(), widths.end(), 0.0F);
    if (wants.empty()) {
        return widths;
    }
    if (wanted <= width) {
        const float spare = (width - wanted) / static_cast<float>(wants.size());
        for (float& column : widths) {
            column += spare;
        }
        return widths;
    }
    std::vector<float> least(words.size());
    std::transform(words.begin(), words.end(), least.begin(), padded);
    const float needed = std::accumulate(least.begin(), least.end(), 0.0F);
    if (needed >= width) {
        for (std::size_t column = 0; column < widths.size(); ++column) {
            widths[column] = least[column] * width / needed;
        }
        return widths;
    }
    const float share = (width - needed) / (wanted - needed);
    for (std::size_t column = 0; column < widths.size(); ++column) {
        widths[column] = least[column] + share * (widths[column] - least[column]);
    }
    return widths;
}

} // namespace osteon::ui
