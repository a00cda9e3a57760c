#pragma once

#include "base/geometry.h"
#include "knowledge/document.h"
#include "ui/fonts.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::ui {

/// The faces that a paragraph mixes.
struct InlineStyle {
    TextRole regular = TextRole::body;
    TextRole strong = TextRole::body_strong;
    TextRole italic = TextRole::body_italic;
    TextRole reference = TextRole::caption;
};

/// Words of one face on one line. Pixels from the paragraph's top left.
struct TextRun {
    std::string text;
    TextRole role = TextRole::body;
    float x = 0.0F;
    float width = 0.0F;
    int line = 0;
    int link = -1; ///< index into InlineLayout::links; -1: plain text
};

/// A link of a paragraph: one box for each line that it touches.
struct InlineLink {
    knowledge::LinkKind kind = knowledge::LinkKind::none;
    std::string target;
    std::string words;
    std::vector<Rect> boxes;
};

/// A paragraph broken into lines.
struct InlineLayout {
    std::vector<TextRun> runs;
    std::vector<InlineLink> links;
    int lines = 0;
    float width = 0.0F;  ///< of the longest line
    float height = 0.0F; ///< lines times line height
};

/// The width of a text in a face, in pixels.
using TextMeasure = std::function<float(TextRole, std::string_view)>;

/// Breaks spans into lines no wider than `width` pixels. Breaks at spaces only (no-break spaces
/// hold), so that a link's full stop stays with it; a word wider than a line is broken where it
/// must be. Pure.
InlineLayout lay_out_inline(std::span<const knowledge::Span> spans, const InlineStyle& style,
                            float width, float line_height, const TextMeasure& measure);

/// Widths of a table's columns in `width` pixels: each as wide as its longest cell wants where all
/// fit; else no column falls under its longest word while there is room for it, and the rest is
/// shared by want. `wants` and `words` are pixels without the cells' padding.
std::vector<float> column_widths(std::span<const float> wants, std::span<const float> words,
                                 float padding, float width);

} // namespace osteon::ui
