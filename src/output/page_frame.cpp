#include "output/page_frame.h"

#include "output/galley.h"
#include "output/pdf_text.h"

namespace osteon::output {

namespace {

// Points.
constexpr double c_side_margin = 56.0;
constexpr double c_top_margin = 46.0;
constexpr double c_bottom_margin = 62.0;
constexpr double c_foot = 34.0; ///< baseline above the foot of the paper
constexpr double c_foot_size = 9.0;

} // namespace

PageFrame page_frame(Paper paper) {
    const PaperSize size = size_of(paper);
    return {c_side_margin, c_top_margin, size.width - 2.0 * c_side_margin,
            size.height - c_top_margin - c_bottom_margin};
}

void draw_foot(cairo_t* page, Paper paper, std::string_view told, const knowledge::Language& words,
               std::size_t number, std::size_t count) {
    const PaperSize size = size_of(paper);
    const double baseline = size.height - c_foot;
    draw_line(page, escape_markup(told), c_foot_size, c_side_margin, baseline);
    draw_line(page, escape_markup(words.tr("Page {} of {}", number, count)), c_foot_size,
              size.width - c_side_margin, baseline, true);
}

} // namespace osteon::output
