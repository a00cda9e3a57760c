#include "view/layout.h"

#include <algorithm>
#include <cmath>

namespace osteon::view {

namespace {

// Lengths in px at 100 %.
constexpr float c_status_height = 36.0F;
constexpr float c_stage_minimum = 480.0F;
constexpr float c_edge = 24.0F;          ///< between furniture and the stage's edge
constexpr float c_bar_height = 40.0F;    ///< breadcrumb and looks
constexpr float c_bar_gap = 12.0F;       ///< between a bar and the skeleton
constexpr float c_label_column = 190.0F; ///< beside the skeleton, on each side
constexpr float c_looks_width = 540.0F;
constexpr float c_options_gap = 8.0F;
constexpr float c_looks_least = 358.0F;  ///< for icons without words
constexpr float c_roomy_width = 640.0F;  ///< of a stage, for the whole legend
constexpr float c_roomy_height = 560.0F; ///< of a stage, for the zoom bar and the whole legend
constexpr float c_tab_width = 36.0F;
constexpr float c_tab_height = 96.0F;

// Widths of the window at which its arrangement changes.
constexpr float c_one_column_below = 760.0F;
constexpr float c_sheet_below = 1180.0F; ///< the panel becomes a sheet over the stage
constexpr float c_drawer_floats_below = 1600.0F;
constexpr float c_words_need_height = 660.0F; ///< for all items of the rail with their words

// All arithmetic is done in px at 100 %; whole pixels are taken at the end, edge by edge, so that
// neighbours stay neighbours.
Rect to_pixels(const Rect& rect, float scale) {
    const float left = std::round(rect.x * scale);
    const float top = std::round(rect.y * scale);
    return {left, top, std::round(rect.right() * scale) - left,
            std::round(rect.bottom() * scale) - top};
}

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

float drawer_width(const session::Settings& settings) {
    return std::clamp(settings.drawer_width, 268.0F, 296.0F);
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
        const float drawer = std::min(drawer_width(settings), width - left);
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

/// The layout's places that lie on or beside the stage, in px at 100 %.
Layout in_units(const Layout& layout) {
    Layout units = layout;
    for (Rect* rect : {&units.drawer, &units.stage, &units.panel}) {
        *rect = {rect->x / layout.scale, rect->y / layout.scale, rect->width / layout.scale,
                 rect->height / layout.scale};
    }
    return units;
}

/// The stage without what floats over it; the whole stage where nothing would be left.
Rect uncovered(const Layout& layout) {
    float left = layout.stage.x;
    float right = layout.stage.right();
    if (layout.one_column) {
        return layout.stage;
    }
    if (layout.drawer_floats && !layout.drawer.empty() &&
        right - layout.drawer.right() >= 0.5F * c_stage_minimum) {
        left = layout.drawer.right();
    }
    if (layout.panel_floats && !layout.panel.empty() &&
        layout.panel.x - left >= 0.5F * c_stage_minimum) {
        right = layout.panel.x;
    }
    return {left, layout.stage.y, right - left, layout.stage.height};
}

/// The middle of the stage: between the looks bar and the top edge (the top bars stand beside the
/// skull; on a narrow stage it stays below them), and between the columns of labels.
Rect free_area(const Layout& layout) {
    const Rect stage = uncovered(layout);
    const bool narrow = stage.width < c_stage_minimum;
    const float top = c_edge + (narrow ? c_bar_height + c_bar_gap : 0.0F);
    const float bottom = c_edge + c_bar_height + c_bar_gap;
    const float column =
        std::clamp(0.5F * (stage.width - 2.0F * c_edge - 280.0F), 0.0F, c_label_column);
    const float side = std::min(c_edge + column, 0.4F * stage.width);
    const float height = std::max(stage.height - top - bottom, 0.5F * stage.height);
    return {stage.x + side, stage.y + std::min(top, 0.25F * stage.height),
            stage.width - 2.0F * side, height};
}

/// In px at 100 %; 0 where there is nothing to set.
float options_width(const session::Stage& shown) {
    if (shown.course != session::LesionCourse::none) {
        return 420.0F;
    }
    switch (session::look_of(shown)) {
    case session::Look::see_through:
        return 272.0F;
    case session::Look::radiograph:
        return 272.0F;
    case session::Look::section:
        return 500.0F;
    case session::Look::exploded:
        return 400.0F;
    case session::Look::solid:
    case session::Look::bone_scan:
        break;
    }
    return 0.0F;
}

} // namespace

Layout compute_layout(float window_width, float window_height, float scale,
                      const session::Settings& settings) {
    Layout layout = arrange(std::max(window_width, 1.0F) / scale,
                            std::max(window_height, 1.0F) / scale, settings);
    layout.free = free_area(layout);
    layout.scale = scale;
    for (Rect* rect : {&layout.window, &layout.rail, &layout.drawer, &layout.stage, &layout.panel,
                       &layout.panel_tab, &layout.status, &layout.free}) {
        *rect = to_pixels(*rect, scale);
    }
    return layout;
}

Furniture furniture(const Layout& layout, const session::Stage& shown) {
    const float s = layout.scale;
    const Rect stage = uncovered(in_units(layout));
    const float left = stage.x + c_edge;
    const float right = stage.right() - c_edge;
    const float bottom = stage.bottom() - c_edge;
    const bool tall = stage.height >= c_roomy_height;
    const float compass = tall ? 204.0F : 76.0F;

    // Without a site the breadcrumb is short, and the skull often stands close by.
    const float breadcrumb = shown.site.empty() ? 212.0F : 380.0F;

    Furniture taken;
    taken.breadcrumb = {left, 20.0F, std::min(breadcrumb, right - left), c_bar_height};
    taken.compass = {right - 76.0F, bottom - compass, 76.0F, compass};
    float looks_left = left;
    const float looks_right = taken.compass.x - c_bar_gap;
    const session::Look look = session::look_of(shown);
    const bool coloured = look != session::Look::radiograph && look != session::Look::bone_scan;
    if (!shown.primary.empty() && coloured) {
        taken.compact_legend = !tall || stage.width < c_roomy_width;
        const float width = taken.compact_legend ? 196.0F : 268.0F;
        const float height = taken.compact_legend ? 100.0F : 184.0F;
        taken.legend = {left, bottom - height, width, height};
        looks_left = taken.legend.right() + c_bar_gap;
        if (looks_right - looks_left < c_looks_least) { // then the legend stands above the bar
            taken.legend.y -= c_bar_height + c_bar_gap;
            looks_left = left;
        }
        if (taken.legend.right() > looks_right) { // and on a sliver of a stage nowhere
            taken.legend = {};
        }
    }
    const float looks = std::clamp(looks_right - looks_left, 0.0F, c_looks_width);
    const float middle = 0.5F * (layout.free.x + layout.free.right()) / s;
    const float furthest = std::max(looks_left, looks_right - looks);
    taken.looks = {std::clamp(middle - 0.5F * looks, looks_left, furthest), bottom - c_bar_height,
                   looks, c_bar_height};
    if (const float wanted = options_width(shown); wanted > 0.0F) {
        const float width = std::min(wanted, looks_right - looks_left);
        const float start = taken.looks.centre().x - 0.5F * width;
        taken.options = {std::clamp(start, looks_left, looks_right - width),
                         taken.looks.y - c_options_gap - c_bar_height, width, c_bar_height};
    }
    for (Rect* rect :
         {&taken.breadcrumb, &taken.looks, &taken.compass, &taken.legend, &taken.options}) {
        *rect = to_pixels(*rect, s);
    }
    return taken;
}

} // namespace osteon::view
