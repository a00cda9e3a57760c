#include "ui/rail.h"

#include "ui/commands.h"
#include "ui/widgets.h"

#include <fmt/core.h>

#include <array>

namespace osteon::ui {

namespace {

using session::Drawer;

struct RailItem {
    Drawer drawer;
    Icon icon;
    const char* word;
    const char* tip;
};

constexpr std::array<RailItem, 7> upper_items{{
    {Drawer::search, Icon::search, translatable("Search"),
     translatable("Search bones, places, cancers and articles")},
    {Drawer::skeleton, Icon::tree, translatable("Skeleton"),
     translatable("All bones, region by region")},
    {Drawer::sites, Icon::site, translatable("Sites"),
     translatable("Where cancer spreads in bone")},
    {Drawer::primaries, Icon::origin, translatable("Primaries"),
     translatable("Cancers, and where each spreads")},
    {Drawer::library, Icon::book, translatable("Library"), translatable("All articles")},
    {Drawer::tours, Icon::tour, translatable("Tours"),
     translatable("Lectures in stops, and those of your own")},
    {Drawer::notes, Icon::note, translatable("Notes"),
     translatable("Pins, marks, drawings, measurements and files")},
}};
constexpr std::array<RailItem, 2> lower_items{{
    {Drawer::settings, Icon::sliders, translatable("Settings"),
     translatable("Theme, size, reading level, model")},
    {Drawer::help, Icon::question, translatable("Help"),
     translatable("Keys, mouse and about Osteon")},
}};

// px at 100 %
constexpr float c_top = 64.0F; ///< of the first item, below the mark
constexpr float c_foot = 4.0F;
constexpr float c_least_item = 30.0F; ///< lower, the mark gives way

struct RailMeasure {
    float width;  ///< of the rail, pixels
    float item_w; ///< pixels
    float item_h;
    float space; ///< between items
    bool words;
    bool mark; ///< the product's mark stands above the items
};

RailMeasure measure_of(const PanelContext& context) {
    const view::Layout& layout = context.input.layout;
    const float width = layout.rail.width;
    const float margin = context.px(layout.rail_words ? 4.0F : 8.0F);
    const float widest = context.px(64.0F);
    const float item_w = std::min(width - 2.0F * margin, layout.rail_words ? widest : width);
    const float space = context.px(layout.rail_words ? 4.0F : 2.0F);
    // Where the window is low, the items move together, and then to where the mark is, rather than
    // over each other.
    const auto count = static_cast<float>(upper_items.size() + lower_items.size());
    const auto height_below = [&](float top) {
        return std::floor((layout.rail.height - top - context.px(c_foot)) / count - space);
    };
    const bool mark = height_below(context.px(c_top)) >= context.px(c_least_item);
    const float wanted = context.px(layout.rail_words ? 60.0F : 40.0F);
    const float room = height_below(context.px(mark ? c_top : c_foot));
    return {width, item_w, std::min(wanted, room), space, layout.rail_words, mark};
}

std::string tip_of(const PanelContext& context, const RailItem& item) {
    if (item.drawer == Drawer::search) {
        return context.tr(item.tip) + keys_after(context, Command::search);
    }
    if (item.drawer == Drawer::help) {
        return context.tr(item.tip) + keys_after(context, Command::help);
    }
    return context.tr(item.tip);
}

/// What names bones waits while questions have the stage; settings and help do not.
bool is_enabled(const PanelContext& context, const RailItem& item) {
    return !context.input.session.stage.question || item.drawer == Drawer::settings ||
           item.drawer == Drawer::help;
}

void draw_item(PanelContext& context, const RailItem& item, const RailMeasure& measure) {
    constexpr float disabled_opacity = 0.38F;
    const bool enabled = is_enabled(context, item);
    const Theme& theme = context.theme;
    const Drawer open = context.input.session.settings.drawer;
    const bool chosen = enabled && (open == item.drawer ||
                                    (open == Drawer::matrix && item.drawer == Drawer::primaries));
    const float rounding = context.px(10.0F);
    ImGui::SetCursorPosX(std::floor(0.5F * (measure.width - measure.item_w)));
    const Touch state =
        touch(context, item.word, {measure.item_w, measure.item_h}, rounding, enabled);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const ImU32 ground = chosen ? theme.accent_ground : faded(theme.hover, state.hover_fade);
    list->AddRectFilled(state.min, state.max, ground, rounding);
    if (chosen && theme.contrast) {
        list->AddRect(state.min, state.max, theme.accent, rounding, 0, context.px(2.0F));
    }
    const ImU32 ink =
        faded(chosen ? theme.accent : mixed(theme.text2, theme.text1, state.hover_fade),
              enabled ? 1.0F : disabled_opacity);
    const float x = 0.5F * (state.min.x + state.max.x);
    const float middle = 0.5F * (state.min.y + state.max.y);
    draw_icon(list, item.icon, {x, middle - (measure.words ? context.px(9.0F) : 0.0F)},
              context.px(22.0F), ink);
    if (measure.words) {
        const char* const word = context.tr(item.word);
        const float width = measure_text(context, TextRole::rail_label, word).x;
        draw_text(context, list, TextRole::rail_label,
                  {std::floor(x - 0.5F * width), std::floor(middle + context.px(9.0F))}, ink, word);
    }
    if (!enabled) {
        tooltip(context, context.tr("Waits until the questions are over"));
    } else if (!chosen) { // it would cover the open drawer
        tooltip(context, measure.words ? std::string(context.tr(item.tip)) : tip_of(context, item));
    }
    if (state.clicked) {
        context.emit(session::OpenDrawer{chosen ? Drawer::none : item.drawer});
    }
}

} // namespace

void draw_rail(PanelContext& context) {
    const Rect& area = context.input.layout.rail;
    const FixedWindow window("rail", area, {.ground = context.theme.panel});
    const RailMeasure measure = measure_of(context);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    if (measure.mark) {
        draw_product_mark(list, {area.x + 0.5F * area.width, area.y + context.px(32.0F)},
                          context.px(30.0F), context.theme.accent);
    }
    ImGui::SetCursorPosY(context.px(measure.mark ? c_top : c_foot));
    for (const RailItem& item : upper_items) {
        draw_item(context, item, measure);
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + measure.space);
    }
    const auto lower_count = static_cast<float>(lower_items.size());
    ImGui::SetCursorPosY(area.height - lower_count * (measure.item_h + measure.space) -
                         context.px(c_foot));
    for (const RailItem& item : lower_items) {
        draw_item(context, item, measure);
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + measure.space);
    }
    list->AddRectFilled({area.right() - context.px(1.0F), area.y}, {area.right(), area.bottom()},
                        context.theme.line);
}

} // namespace osteon::ui
