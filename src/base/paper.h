#pragma once

namespace osteon {

/// The paper that is printed on: ISO 216, or North American.
enum class Paper { a4, letter };

/// Of an upright sheet, in points (1/72 inch).
struct PaperSize {
    double width = 0.0;
    double height = 0.0;
};

constexpr PaperSize size_of(Paper paper) {
    constexpr PaperSize a4{595.276, 841.890}; // 210 x 297 mm
    constexpr PaperSize letter{612.0, 792.0}; // 8.5 x 11 inches
    return paper == Paper::letter ? letter : a4;
}

} // namespace osteon
