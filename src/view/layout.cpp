#include "view/layout_parts.h"

#include <algorithm>
#include <cmath>

namespace osteon::view {

namespace {

// Lengths in px at 100 %.
constexpr float c_status_height = 36.0F;
constexpr float c_label_column = 190.0F; ///< beside the skeleton, on each side
constexpr float c_pane_column = 110.0F;  ///< the same in a pane
constexpr float c_pane_least = 150.0F;   ///< width of a pane
constexpr float c_tab_width = 36.0F;
constexpr float c_tab_height = 96.0F;

// Widths of the window at which its arrangement changes.
constexpr float c_one_column_below = 760.0F;
constexpr float c_sheet_below = 1180.0F; ///< the panel becomes a sheet over the stage
constexpr float c_drawer_floats_below = 1600.0F;
constexpr float c_words_need_height = 660.0F; ///< for all items of the rail with their words

float rail_width(float width, bool words) {
    if (!words) {
        return 56.0F;
    }
    return width < c_drawer_floats_below ? 72.0F : 80.0F;
}

/// Between the two drawn windows, 1280 and 1600 wide, the panel's bounds grow evenly from
/// 360–400 to 520–604.
float panel_width(float width, const session::Settings& settings) {
    if (width < c_sheet_below) {
        return 400.0F;
    }
    const float growth =
        std::clamp((width - 1280.0F) / (c_drawer_floats_below - 1280.0F), 0.0F, 1.0F);
    return std::clamp(settings.panel_width, std::lerp(360.0F, 520.0F, growth),
                      std::lerp(400.0F, 604.0F, growth));
}

constexpr float c_drawer_least = 268.0F;
constexpr float c_drawer_most = 296.0F;
constexpr float c_matrix_most = 900.0F;

/// A list is as wide as was chosen; the matrix of primaries takes all of `room`, what the panel and
/// the least stage leave.
float drawer_width(const session::Settings& settings, float room) {
    return settings.drawer == session::Drawer::matrix
               ? std::clamp(room, c_drawer_least, c_matrix_most)
               : std::clamp(settings.drawer_width, c_drawer_least, c_drawer_most);
}

/// Rail, drawer, stage, panel and status of a window `width` by `height`, in px at 100 %.
Layout arrange(float width, float height, const session::Settings& settings) {
    Layout layout;
    const float body = std::max(height - c_status_height, 0.0F);
    layout.window = {0.0F, 0.0F, width, height};
    layout.status = {0.0F, body, width, height - body};
    layout.one_column = width < c_one_column_below;
    layout.panel_floats = width < c_sheet_below;
    layout.drawer_floats = width < c_drawer_floats_below;
    layout.rail_words = !layout.panel_floats && height >= c_words_need_height;
    layout.rail = {0.0F, 0.0F, rail_width(width, layout.rail_words), body};

    float left = layout.rail.width;
    float right = width;
    if (settings.drawer != session::Drawer::none) {
        const float panel =
            settings.panel_folded || layout.one_column ? 0.0F : panel_width(width, settings);
        const float stage = layout.drawer_floats ? 0.0F : c_stage_minimum;
        const float drawer =
            std::min(drawer_width(settings, width - left - panel - stage), width - left);
        layout.drawer = {left, 0.0F, drawer, body};
        left += layout.drawer_floats ? 0.0F : drawer;
    }
    if (!settings.panel_folded) {
        const float room = layout.one_column     ? width - left
                           : layout.panel_floats ? width - left - c_edge
                                                 : width - left - c_stage_minimum;
        const float panel = layout.one_column ? room : std::min(panel_width(width, settings), room);
        layout.panel = {width - panel, 0.0F, panel, body};
        right -= layout.panel_floats ? 0.0F : panel;
    }
    layout.stage = {left, 0.0F, std::max(right - left, 0.0F), body};
    if (settings.panel_folded) {
        layout.panel_tab = {right - c_tab_width, std::max(0.5F * (body - c_tab_height), 0.0F),
                            c_tab_width, std::min(c_tab_height, body)};
    }
    return layout;
}

/// Room above the skeleton: the top bars stand beside the skull; where that is too narrow, it stays
/// below them.
float top_room(float width) {
    return c_edge + (width < c_stage_minimum ? c_bar_height + c_bar_gap : 0.0F);
}

/// Room beside the skeleton for a column of labels, of a stage or pane of that width.
float side_room(float width, float column) {
    const float room = std::clamp(0.5F * (width - 2.0F * c_edge - 280.0F), 0.0F, column);
    return std::min(c_edge + room, 0.4F * width);
}

/// The middle of the stage: between the bars at the bottom and the top edge, and between the
/// columns of labels.
Rect free_area(const Rect& stage, const session::Stage& shown) {
    const float top = top_room(stage.width);
    const float options = options_width(shown) > 0.0F ? c_options_gap + c_bar_height : 0.0F;
    const float bottom = c_edge + c_bar_height + c_bar_gap + options;
    const float side = side_room(stage.width, c_label_column);
    const float height = std::max(stage.height - top - bottom, 0.5F * stage.height);
    return {stage.x + side, stage.y + std::min(top, 0.25F * stage.height),
            stage.width - 2.0F * side, height};
}

} // namespace

Layout compute_layout(float window_width, float window_height, float scale,
                      const session::Settings& settings, const session::Stage& shown) {
    const float width = std::max(window_width, 1.0F) / scale;
    const float height = std::max(window_height, 1.0F) / scale;
    Layout layout;
    if (settings.mode == session::Mode::bedside) {
        layout = arrange_bedside(width, height);
    } else {
        layout = arrange(width, height, settings);
        layout.furnished = layout.stage;
        layout.free = free_area(uncovered_stage(layout, c_stage_seen), shown);
    }
    layout.mode = settings.mode;
    layout.scale = scale;
    for (Rect* rect : {&layout.window, &layout.rail, &layout.drawer, &layout.stage, &layout.panel,
                       &layout.panel_tab, &layout.status, &layout.free, &layout.furnished}) {
        *rect = to_pixels(*rect, scale);
    }
    return layout;
}

bool has_room_for_two(const Layout& layout) {
    return layout.furnished.empty() || // a picture has what was asked for
           uncovered_stage(layout).width >= 2.0F * c_pane_least * layout.scale;
}

std::array<Layout, 2> halves_of(const Layout& layout) {
    const Rect open = uncovered_stage(layout);
    const float middle = std::round(open.centre().x);
    const float least = layout.furnished.empty() ? layout.free.x - open.x : open.width;
    const float width = 0.5F * open.width;
    const float side =
        std::min(std::round(side_room(width / layout.scale, c_pane_column) * layout.scale), least);
    // Titles and breadcrumb stand beside the skull, or above it.
    const float lower =
        layout.furnished.empty()
            ? 0.0F
            : std::min(top_room(width / layout.scale) * layout.scale, 0.25F * layout.stage.height) -
                  std::min(top_room(open.width / layout.scale) * layout.scale,
                           0.25F * layout.stage.height);
    std::array<Layout, 2> halves{layout, layout};
    halves[0].stage.width = middle - layout.stage.x;
    halves[1].stage.x = middle;
    halves[1].stage.width = layout.stage.right() - middle;
    for (std::size_t i = 0; i < 2; ++i) {
        Rect& free = halves[i].free;
        const float left = i == 0 ? open.x : middle;
        const float right = i == 0 ? middle : open.right();
        free.x = left + side;
        free.width = right - left - 2.0F * side;
        free.y = std::round(free.y + lower);
        free.height = std::round(free.height - lower);
    }
    return halves;
}

} // namespace osteon::view
