#pragma once

#include <functional>
#include <span>
#include <vector>

typedef struct _cairo cairo_t;

namespace osteon::output {

/// What a run of strips stands on.
enum class Ground { paper, warning, note };

/// A stretch of a text over its full width that no page break parts: a line, a picture, a rule.
/// Lengths are points.
struct Strip {
    double height = 0.0;
    double space = 0.0; ///< above it; none at the top of a page
    bool keep = false;  ///< with the strip before it: no page begins here
    Ground ground = Ground::paper;
    int box = 0;             ///< neighbours of one number share their ground
    bool page_break = false; ///< begins a new page
    std::function<void(cairo_t*, double x, double y)> draw{}; ///< from its left top corner
};

/// A strip on a page, from the top of the page's text.
struct PlacedStrip {
    const Strip* strip = nullptr;
    double y = 0.0;
};

using FlowedPage = std::vector<PlacedStrip>;

/// Lays strips onto pages of a height, as many on each as fit. What is kept together stays so
/// unless it is higher than a page.
std::vector<FlowedPage> flow(std::span<const Strip> strips, double height);

/// How far down a page is filled.
double filled(const FlowedPage& page);

} // namespace osteon::output
