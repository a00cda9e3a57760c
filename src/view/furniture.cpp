#include "view/layout_parts.h"
#include "view/layout_study.h"

#include <algorithm>
#include <cmath>

namespace osteon::view {

namespace {

// Lengths in px at 100 %.
constexpr float c_looks_width = 540.0F;
constexpr float c_looks_least = 358.0F;  ///< for icons without words
constexpr float c_roomy_width = 640.0F;  ///< of a stage, for the whole legend
constexpr float c_roomy_height = 560.0F; ///< of a stage, for the zoom bar and the whole legend
constexpr float c_strip_least = 232.0F;  ///< of a legend in one row
constexpr float c_strip_most = 340.0F;
constexpr float c_note_width = 264.0F;
constexpr float c_note_gap = 8.0F;
constexpr float c_modes_width = 424.0F;
constexpr float c_modes_icons = 166.0F;  ///< without words
constexpr float c_modes_roomy = 1000.0F; ///< of a stage, for their words
constexpr float c_title_height = 52.0F;
constexpr float c_title_most = 260.0F;
constexpr float c_title_least = 96.0F;
constexpr float c_half_skull = 58.0F; ///< beside which the titles of panes stand

/// `room` is what legend and looks share, if they stand beside each other.
glm::vec2 legend_size(LegendForm form, float room) {
    switch (form) {
    case LegendForm::whole:
        return {268.0F, 207.0F};
    case LegendForm::compact:
        return {196.0F, 100.0F};
    case LegendForm::strip:
        break;
    }
    return {std::clamp(room - c_bar_gap - c_looks_least, c_strip_least, c_strip_most),
            c_bar_height};
}

/// At the left of each half, below the breadcrumb where there is one.
std::array<Rect, 2> titles_of(const Rect& stage, bool lecture) {
    const float half = 0.5F * stage.width;
    // The panes of a lecture leave room above the skull, those of the atlas beside it.
    const float room = lecture ? half - 2.0F * c_edge : 0.5F * half - c_edge - c_half_skull;
    const float width = std::clamp(room, c_title_least, c_title_most);
    const float top = lecture ? c_edge : 20.0F + c_bar_height + 8.0F;
    const Rect first{stage.x + c_edge, top, width, c_title_height};
    return {first, {first.x + half, first.y, first.width, first.height}};
}

/// Of the bar with the modes, at the top right; 0 where a stage that wide has no room for it.
float modes_width(float stage) {
    if (stage >= c_modes_roomy) {
        return c_modes_width;
    }
    return stage >= c_stage_minimum ? c_modes_icons : 0.0F;
}

} // namespace

Rect to_pixels(const Rect& rect, float scale) {
    const float left = std::round(rect.x * scale);
    const float top = std::round(rect.y * scale);
    return {left, top, std::round(rect.right() * scale) - left,
            std::round(rect.bottom() * scale) - top};
}

Rect to_units(const Rect& rect, float scale) {
    return {rect.x / scale, rect.y / scale, rect.width / scale, rect.height / scale};
}

Rect uncovered_stage(const Layout& layout, float least) {
    least *= layout.scale;
    float left = layout.furnished.x;
    float right = layout.furnished.right();
    if (layout.furnished.empty()) {
        return layout.stage;
    }
    if (layout.one_column) {
        return layout.furnished;
    }
    if (layout.drawer_floats && !layout.drawer.empty() && right - layout.drawer.right() >= least) {
        left = layout.drawer.right();
    }
    if (layout.panel_floats && !layout.panel.empty() && layout.panel.x - left >= least) {
        right = layout.panel.x;
    }
    return {left, layout.furnished.y, right - left, layout.furnished.height};
}

float options_width(const session::Stage& shown) {
    if (has_course(shown)) {
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
    case session::Look::bone_scan:
        return 540.0F;
    case session::Look::solid:
        break;
    }
    return 0.0F;
}

bool is_illustration(const session::Stage& shown) {
    return (shown.lesions && !shown.primary.empty()) || has_course(shown) ||
           session::is_scan(shown);
}

bool has_course(const session::Stage& shown) {
    return shown.course != session::LesionCourse::none && !session::is_scan(shown);
}

namespace {

/// Places the furniture of one stage, in px at 100 %, part after part: later ones have the room
/// that earlier ones leave.
struct Placing {
    const Layout& layout;
    const session::Stage& shown;
    Rect stage = to_units(uncovered_stage(layout), layout.scale);
    float left = stage.x + c_edge;
    float right = stage.right() - c_edge;
    float bottom = stage.bottom() - c_edge;
    bool tall = stage.height >= c_roomy_height;
    bool two = is_compared(shown) && has_room_for_two(layout);
    bool lecture = !layout.words.empty();
    float looks_left = left; ///< between here and there the bar of looks may stand
    float looks_right = 0.0F;
    Furniture taken{};

    void place_top();
    void place_compass();
    bool has_legend() const;
    void place_legend();
    void place_looks();
    void place_note();
};

/// The breadcrumb and the modes.
void Placing::place_top() {
    // Without a site the breadcrumb is short, and the skull often stands close by.
    const float breadcrumb = shown.site.empty() ? 212.0F : 380.0F;
    const float modes = layout.one_column ? 0.0F : modes_width(stage.width);
    taken.mode_words = modes == c_modes_width;
    if (modes > 0.0F) {
        taken.modes = {right - modes, c_bar_top, modes, c_bar_height};
    }
    const float most = right - left - (modes > 0.0F ? modes + c_bar_gap : 0.0F);
    taken.breadcrumb = {left, c_bar_top, std::min(breadcrumb, most), c_bar_height};
    if (two) {
        taken.titles = titles_of(stage, lecture);
        taken.breadcrumb.width = std::min(taken.breadcrumb.width, 0.5F * stage.width - c_edge);
    }
}

void Placing::place_compass() {
    const float height = tall ? 204.0F : 76.0F;
    taken.compass = {right - 76.0F, bottom - height, 76.0F, height};
    looks_right = taken.compass.x - c_bar_gap;
}

bool Placing::has_legend() const {
    const session::Look look = session::look_of(shown);
    const bool coloured = look != session::Look::radiograph && look != session::Look::bone_scan;
    const bool hardness = layout.mode == session::Mode::study && !shown.heat.empty();
    return !shown.primary.empty() && coloured && !hardness;
}

void Placing::place_legend() {
    const bool roomy = tall && stage.width >= c_roomy_width;
    taken.legend_form = two || lecture ? LegendForm::strip
                        : roomy        ? LegendForm::whole
                                       : LegendForm::compact;
    const float room = lecture ? right - left + c_looks_least : looks_right - looks_left;
    const glm::vec2 size = legend_size(taken.legend_form, room);
    taken.legend = {left, bottom - size.y, size.x, size.y};
    looks_left = taken.legend.right() + c_bar_gap;
    if (looks_right - looks_left < c_looks_least && !lecture) { // then above the bar
        taken.legend.y -= c_bar_height + c_bar_gap;
        looks_left = left;
    }
    if (taken.legend.right() > (lecture ? right : looks_right)) { // on a sliver nowhere
        taken.legend = {};
    }
}

/// The bar of looks, and above it what belongs to the look.
void Placing::place_looks() {
    const float looks = std::clamp(looks_right - looks_left, 0.0F, c_looks_width);
    const float furthest = std::max(looks_left, looks_right - looks);
    taken.looks = {std::clamp(stage.centre().x - 0.5F * looks, looks_left, furthest),
                   bottom - c_bar_height, looks, c_bar_height};
    if (const float wanted = options_width(shown); wanted > 0.0F) {
        const float width = std::min(wanted, looks_right - looks_left);
        const float start = taken.looks.centre().x - 0.5F * width;
        taken.options = {std::clamp(start, looks_left, looks_right - width),
                         taken.looks.y - c_options_gap - c_bar_height, width, c_bar_height};
    }
}

/// The note that what is shown is an illustration. A picture has nothing but what explains it.
void Placing::place_note() {
    const bool picture = layout.rail.empty();
    if (is_illustration(shown) && (picture || !session::is_scan(shown))) {
        const float top = two       ? taken.titles[0].bottom() + c_note_gap
                          : picture ? taken.breadcrumb.y
                                    : taken.breadcrumb.bottom() + c_note_gap;
        taken.note = {left, top, std::min(c_note_width, right - left), c_note_height};
    }
    if (picture) {
        taken.breadcrumb = taken.modes = taken.looks = taken.compass = taken.options = {};
    }
}

} // namespace

Furniture furniture(const Layout& layout, const session::Stage& shown) {
    if (layout.furnished.empty() || layout.mode == session::Mode::bedside) {
        return {};
    }
    if (shown.question) {
        return question_furniture(layout, *shown.question);
    }
    Placing placing{layout, shown};
    placing.place_top();
    placing.place_compass();
    if (placing.has_legend()) {
        placing.place_legend();
    }
    placing.place_looks();
    placing.place_note();
    Furniture& taken = placing.taken;
    for (Rect* rect : {&taken.note, &taken.breadcrumb, &taken.modes, &taken.looks, &taken.compass,
                       &taken.legend, &taken.options, &taken.titles[0], &taken.titles[1]}) {
        *rect = to_pixels(*rect, layout.scale);
    }
    return taken;
}

} // namespace osteon::view
