#include "view/layout_lecture.h"

#include "session/tour_stage.h"
#include "view/layout_parts.h"

#include <algorithm>
#include <cmath>

namespace osteon::view {

namespace {

constexpr float c_margin = 0.054F;     ///< of the window's width and height
constexpr float c_words_width = 0.40F; ///< of the window's width
// In px where the window is 1080 high.
constexpr float c_gap = 24.0F;           ///< between words and picture
constexpr float c_dots_height = 24.0F;   ///< of the row of stops
constexpr float c_label_column = 320.0F; ///< right of the skeleton
constexpr float c_legend = 176.0F;       ///< at the bottom, where there is one
constexpr float c_least_picture = 0.3F;  ///< of the window's width

} // namespace

float lecture_unit(float window_width, float window_height) {
    return std::max(std::min(window_height / 1080.0F, window_width / 1440.0F), 0.1F);
}

float lecture_scale(float window_width, float window_height) {
    return lecture_unit(window_width, window_height) * 32.0F / 13.0F;
}

Layout lecture_layout(float window_width, float window_height, const session::Stage& shown) {
    const float width = std::max(window_width, 1.0F);
    const float height = std::max(window_height, 1.0F);
    const float unit = lecture_unit(width, height);
    Layout layout;
    layout.mode = session::Mode::lecture;
    layout.scale = lecture_scale(width, height);
    layout.window = {0.0F, 0.0F, width, height};
    layout.stage = layout.window;
    const float left = c_margin * width;
    const float top = c_margin * height;
    layout.dots = {left, height - top - c_dots_height * unit, c_words_width * width,
                   c_dots_height * unit};
    layout.words = {left, top, c_words_width * width, layout.dots.y - c_gap * unit - top};
    const float picture = layout.words.right() + c_gap * unit;
    layout.furnished = {picture, 0.0F, width - picture, height};
    const float labels =
        std::min(c_label_column * unit, layout.furnished.width - c_least_picture * width);
    const bool legend =
        !shown.primary.empty() && !session::film_of(shown) && !session::is_scan(shown);
    const float bottom = legend ? c_legend * unit : top;
    const float note =
        is_illustration(shown) ? (c_bar_top + c_note_height + c_bar_gap) * layout.scale : 0.0F;
    const float upper = std::max(top, note); // no head behind what says that it is no patient's
    layout.free = {picture + c_gap * unit, upper, layout.furnished.width - labels - c_gap * unit,
                   height - upper - bottom};
    for (Rect* rect : {&layout.dots, &layout.words, &layout.furnished, &layout.free}) {
        *rect = to_pixels(*rect, 1.0F);
    }
    return layout;
}

Layout layout_of(const session::Session& session, float window_width, float window_height,
                 float scale) {
    return session::is_presenting(session)
               ? lecture_layout(window_width, window_height, session.stage)
               : compute_layout(window_width, window_height, scale, session.settings,
                                session.stage);
}

} // namespace osteon::view
