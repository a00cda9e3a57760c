#pragma once

#include "output/page_flow.h"
#include "render/renderer.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

typedef struct _PangoContext PangoContext;

namespace osteon::output {

/// What a text is on its page; size and weight follow.
enum class PageText { title, subtitle, heading, subheading, lead, body, small };

// Colours on paper, 0xRRGGBB: dark enough to stay apart from their grounds in grey print.
inline constexpr unsigned c_ink = 0x1B2127;
inline constexpr unsigned c_quiet_ink = 0x4A545D;
inline constexpr unsigned c_accent_ink = 0x0B6B64;
inline constexpr unsigned c_warning_ink = 0x8A5200;

/// Sets texts one below the other in a column, as strips that can be flowed onto pages. Lines of a
/// paragraph stay together by two at either end, and a heading stays with what follows it.
class Galley {
public:
    /// A column of a width and a size of body text, in points; breaks lines as `language` does.
    Galley(double width, double body_size, const std::string& language);

    double width() const { return width_; }
    double body_size() const { return body_size_; }

    /// A paragraph of Pango markup; `space` above it, of the body size.
    void text(PageText role, const std::string& markup, double space);
    /// An item of a list: its mark ("•", "1.") hangs left of the text.
    void item(const std::string& mark, const std::string& markup, PageText role = PageText::body,
              int level = 0);
    /// Rules to write on by hand.
    void rules(int count);
    /// Words, and a rule behind them to the end of the column.
    void field(const std::string& markup, double space);
    /// A picture in a width, in the middle of the column.
    void picture(const render::Image& image, double width, double space);
    /// A picture at the left, and a column beside it that is not parted from it.
    void picture_beside(const render::Image& image, double picture_width, double gap, Galley column,
                        double space);
    /// What another galley of the same width has set.
    void append(Galley other);
    /// What follows up to close_box() stands on a ground, with a bar at its left, and stays
    /// together.
    void open_box(Ground ground, double space);
    void close_box();
    /// What comes next begins a new page.
    void break_page() { page_break_ = true; }
    /// What comes next stays on the page of what was before.
    void keep_next() { keep_ = true; }

    /// The height of all strips, one below the other.
    double height() const;
    const std::vector<Strip>& strips() const { return strips_; }

private:
    void add(Strip strip);
    double indent() const;

    double width_;
    double body_size_;
    std::shared_ptr<PangoContext> context_;
    std::vector<Strip> strips_;
    bool keep_ = false;
    bool page_break_ = false;
    Ground ground_ = Ground::paper;
    int box_ = 0;
};

/// Draws a line of Pango markup on a page; `x` is its left end, or its right one where
/// `from_right`.
void draw_line(cairo_t* page, const std::string& markup, double size, double x, double baseline,
               bool from_right = false);

/// Draws the strips of a page, and the grounds below them, with the text's left top corner at
/// `left`, `top`.
void draw_page(cairo_t* page, const FlowedPage& strips, double left, double top, double width);

} // namespace osteon::output
