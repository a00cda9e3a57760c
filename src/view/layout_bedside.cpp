#include "view/bedside.h"
#include "view/layout_parts.h"

#include <algorithm>

namespace osteon::view {
namespace {

// Lengths in px at 100 %; those drawn for a window of 1920 are multiplied by the measure.
constexpr float c_list_width = 404.0F;
constexpr float c_words_width = 500.0F;
constexpr float c_roomy_from = 1500.0F; ///< width of a window, for all as drawn
constexpr float c_small_measure = 0.76F;
constexpr float c_stage_beside_both = 420.0F; ///< the least stage between list and words
constexpr float c_shared_least = 236.0F;      ///< of a panel that has list and words in turn
constexpr float c_shared_share = 0.52F;       ///< of a narrow window
constexpr float c_upright_share = 0.56F;      ///< of the height of an upright window
constexpr float c_short_stage = 440.0F;       ///< below this height furniture is flat

constexpr float c_tool_width = 116.0F;
constexpr float c_tool_least = 100.0F; ///< for its word in every language
constexpr float c_tool_height = 88.0F;
constexpr float c_tool_flat = 54.0F;
constexpr float c_tools_inset = 8.0F;
constexpr int c_tools = 5;
constexpr int c_tools_narrow = 3;
constexpr float c_target = 64.0F;
constexpr float c_gap = 12.0F;
constexpr float c_actions_width = 470.0F;
constexpr float c_side_by_side_from = 396.0F; ///< width for both actions in one row

float measure_of(float width) {
    return width < c_roomy_from ? c_small_measure : 1.0F;
}

float edge_of(const Rect& stage) {
    return stage.width < c_stage_beside_both ? 8.0F : 16.0F;
}

Rect tools_of(const Rect& stage, float measure, int columns) {
    const float cell = std::max(c_tool_width * measure, c_tool_least);
    const float row =
        stage.height < c_short_stage ? c_tool_flat : std::max(c_tool_height * measure, c_tool_flat);
    const auto across = static_cast<float>(columns);
    const auto rows = static_cast<float>((c_tools + columns - 1) / columns);
    const float most = stage.width - 2.0F * edge_of(stage);
    const float width = std::min(across * cell + 2.0F * c_tools_inset, most);
    return {stage.centre().x - 0.5F * width, stage.y + edge_of(stage), width,
            rows * row + 2.0F * c_tools_inset};
}

BedsideFurniture furnish(const Rect& stage, float measure) {
    const float edge = edge_of(stage);
    const float target = std::max(c_target * measure, c_touch_least);
    const float cell = std::max(c_tool_width * measure, c_tool_least);
    BedsideFurniture taken;
    const bool in_one_row = c_tools * cell + 2.0F * (c_tools_inset + edge) <= stage.width;
    taken.tool_columns = in_one_row ? c_tools : c_tools_narrow;
    taken.tools = tools_of(stage, measure, taken.tool_columns);

    const float most = stage.width - 2.0F * edge;
    const float row = std::min(std::max(c_actions_width * measure, c_side_by_side_from), most);
    taken.actions_below = most < c_side_by_side_from && stage.height >= c_short_stage;
    const float height = taken.actions_below ? 2.0F * target + c_gap : target;
    taken.actions = {stage.centre().x - 0.5F * row, stage.bottom() - edge - height, row, height};

    const float zoom = 2.0F * target + c_gap;
    const float between = taken.actions.y - taken.tools.bottom();
    const bool tall = between >= zoom + 2.0F * c_gap;
    taken.zoom =
        tall ? Rect{stage.right() - edge - target, taken.actions.y - c_gap - zoom, target, zoom}
             : Rect{stage.right() - edge - zoom, taken.actions.y - c_gap - target, zoom, target};
    return taken;
}

/// What is left between tools and actions, and beside the zoom at both sides alike, so that the
/// body stands in the middle.
Rect free_of(const Rect& stage, const BedsideFurniture& taken) {
    const float top = taken.tools.bottom() + c_gap;
    const float bottom = std::max(taken.actions.y - c_gap, top + 0.25F * stage.height);
    const bool beside = taken.zoom.height > taken.zoom.width;
    const float side = beside ? stage.right() - taken.zoom.x + c_gap : edge_of(stage);
    return {stage.x + side, top, std::max(stage.width - 2.0F * side, 0.5F * stage.width),
            bottom - top};
}

} // namespace

Layout arrange_bedside(float width, float height) {
    Layout layout;
    layout.measure = measure_of(width);
    layout.window = {0.0F, 0.0F, width, height};
    layout.rail_words = false;
    const float list = c_list_width * layout.measure;
    const float words = c_words_width * layout.measure;
    if (width - list - words >= c_stage_beside_both) {
        layout.drawer = {0.0F, 0.0F, list, height};
        layout.panel = {width - words, 0.0F, words, height};
        layout.stage = {list, 0.0F, width - list - words, height};
    } else if (height > width) {
        const float panel = c_upright_share * height;
        layout.stage = {0.0F, 0.0F, width, height - panel};
        layout.panel = {0.0F, height - panel, width, panel};
    } else {
        const float panel =
            std::clamp(c_shared_share * width, std::min(c_shared_least, width), words);
        layout.stage = {0.0F, 0.0F, width - panel, height};
        layout.panel = {width - panel, 0.0F, panel, height};
    }
    layout.furnished = layout.stage;
    layout.free = free_of(layout.stage, furnish(layout.stage, layout.measure));
    return layout;
}

float bedside_length(const Layout& layout, float length) {
    return length * layout.measure;
}

float bedside_target(const Layout& layout, float length) {
    return std::max(length * layout.measure, c_touch_least);
}

BedsideFurniture bedside_furniture(const Layout& layout) {
    BedsideFurniture taken = furnish(to_units(layout.stage, layout.scale), layout.measure);
    for (Rect* const rect : {&taken.tools, &taken.zoom, &taken.actions}) {
        *rect = to_pixels(*rect, layout.scale);
    }
    return taken;
}

bool takes_turns(const Layout& layout) {
    return layout.mode == session::Mode::bedside && layout.drawer.empty();
}

} // namespace osteon::view
