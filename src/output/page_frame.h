#pragma once

#include "base/paper.h"
#include "knowledge/language.h"

#include <cairo.h>
#include <cstddef>
#include <string_view>

namespace osteon::output {

/// The part of a printed page that text may fill, between margins that every printer keeps.
/// Points, from the upper left corner of the paper.
struct PageFrame {
    double left = 0.0;
    double top = 0.0;
    double width = 0.0;
    double height = 0.0;
};
PageFrame page_frame(Paper paper);

/// The small line at the foot of a page: what is told, and which page of how many it is.
void draw_foot(cairo_t* page, Paper paper, std::string_view told, const knowledge::Language& words,
               std::size_t number, std::size_t count);

} // namespace osteon::output
