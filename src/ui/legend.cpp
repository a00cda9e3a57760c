#include "ui/charts_view.h"
#include "ui/stage_parts.h"
#include "ui/widgets.h"

#include <array>
#include <vector>

namespace osteon::ui {
namespace {

constexpr float padding = 18.0F; // px at 100 %

constexpr const char* explained = translatable(
    "An ordinal scale made for teaching: from figures where there are some, else from the route "
    "and the red marrow. The figures themselves stand in the reading panel.");

/// The steps of the heat as titles.
constexpr std::array<const char*, knowledge::heat_words.size()> heat_titles = {
    translatable("Very rare"), translatable("Rare"), translatable("Occasional"),
    translatable("Common"), translatable("Very common")};

void draw_title(PanelContext& context, const Rect& plate, bool compact) {
    const Theme& theme = context.theme;
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float middle = plate.y + context.px(26.0F);
    draw_text(context, list, TextRole::label_title,
              {plate.x + context.px(padding), middle - context.px(10.0F)}, theme.text1,
              context.tr("How often"));
    const char* const word = context.tr("Estimate");
    const ImVec2 size = measure_text(context, TextRole::caption_strong, word);
    const float right = plate.right() - context.px(padding);
    const float left = right - (compact ? context.px(32.0F) : size.x + context.px(36.0F));
    const float half = context.px(12.0F);
    ImGui::SetCursorScreenPos({left, middle - half});
    ImGui::Dummy({right - left, 2.0F * half});
    tooltip(context, context.tr("Estimate"), context.tr(explained));
    list->AddRect({left, middle - half}, {right, middle + half}, theme.line_strong, half, 0,
                  context.px(theme.edge));
    draw_icon(list, Icon::mark_estimate, {left + context.px(16.0F), middle}, context.px(14.0F),
              theme.text2);
    if (!compact) {
        draw_text(context, list, TextRole::caption_strong,
                  {left + context.px(28.0F), middle - context.px(9.0F)}, theme.text1, word);
    }
}

/// As the bones have it: beside a route they step back.
ImU32 ink_of(const PanelContext& context, int step) {
    const session::Session& session = context.input.session;
    if (session::route_of(session.stage, context.input.world) == nullptr) {
        return heat_ink(step);
    }
    const auto colour =
        view::quietened(view::heat_colour(step), view::backdrop(session.settings.theme));
    return IM_COL32(colour[0], colour[1], colour[2], 255);
}

/// Five blocks side by side from `left`, `room` pixels wide.
void draw_blocks(PanelContext& context, float left, float room, float y) {
    constexpr int steps = static_cast<int>(knowledge::heat_words.size());
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float space = context.px(2.0F);
    const float width = (room - space * (steps - 1)) / steps;
    for (int step = 0; step < steps; ++step) {
        const float x = std::round(left + static_cast<float>(step) * (width + space));
        ImGui::PushID(step);
        ImGui::SetCursorScreenPos({x, y - context.px(4.0F)});
        const Touch block = touch(context, "block", {width, context.px(22.0F)}, context.px(4.0F));
        ImGui::PopID();
        tooltip(context, context.tr(heat_titles[static_cast<std::size_t>(step)]));
        if (block.hovered) {
            context.output.pointing.hovered_heat = step;
        }
        const ImDrawFlags corners = step == 0           ? ImDrawFlags_RoundCornersLeft
                                    : step == steps - 1 ? ImDrawFlags_RoundCornersRight
                                                        : ImDrawFlags_RoundCornersNone;
        const float grown = block.hovered ? context.px(2.0F) : 0.0F;
        draw_heat_block(context, list, {x, y - grown}, {x + width, y + context.px(14.0F) + grown},
                        step, ink_of(context, step), context.px(4.0F), corners);
    }
}

void draw_words(PanelContext& context, const Rect& plate, float y, bool compact) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float left = plate.x + context.px(padding);
    const float right = plate.right() - context.px(padding);
    const std::vector<const char*> words =
        compact ? std::vector{context.tr("Very rare"), context.tr("Very common")}
                : std::vector{context.tr("Very rare"), context.tr("Occasional"),
                              context.tr("Very common")};
    float taken = 0.0F;
    for (const char* const word : words) {
        taken += measure_text(context, TextRole::caption, word).x;
    }
    const float space = (right - left - taken) / static_cast<float>(words.size() - 1);
    float x = left;
    for (const char* const word : words) {
        draw_text(context, list, TextRole::caption, {std::floor(x), y}, context.theme.text2, word);
        x += measure_text(context, TextRole::caption, word).x + space;
    }
}

void draw_marks(PanelContext& context, const Rect& plate, float y) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float column = 0.5F * (plate.width - 2.0F * context.px(padding));
    std::size_t place = 0;
    for (const MarkMeaning& each : mark_meanings()) {
        const float x = plate.x + context.px(padding) + (place % 2 == 0 ? 0.0F : column);
        const float top = y + context.px(23.0F) * static_cast<float>(place / 2);
        ++place;
        ImGui::SetCursorScreenPos({x, top});
        ImGui::Dummy({column, context.px(22.0F)});
        tooltip(context, context.tr(each.name), context.tr(each.meaning));
        draw_icon(list, each.mark, {x + context.px(7.0F), top + context.px(11.0F)},
                  context.px(13.0F), context.theme.text2);
        draw_text_cut(context, list, TextRole::caption,
                      {x + context.px(22.0F), top + context.px(2.0F)}, context.theme.text2,
                      context.tr(each.name), column - context.px(26.0F));
    }
}

/// All in one row: the ends in words, the blocks between them, and that they are an estimate.
void draw_strip(PanelContext& context, const Rect& plate) {
    const char* const least = context.tr("Very rare");
    const char* const most = context.tr("Very common");
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float space = context.px(8.0F);
    const float icon = context.px(14.0F);
    const float middle = plate.centre().y;
    const float line = context.fonts.face(TextRole::caption).line_height;
    const float y = std::floor(middle - 0.5F * line);
    const float end = plate.right() - context.px(14.0F);
    const float last = end - icon - space - measure_text(context, TextRole::caption, most).x;
    float x = plate.x + context.px(14.0F);
    draw_text(context, list, TextRole::caption, {x, y}, context.theme.text2, least);
    x += measure_text(context, TextRole::caption, least).x + space;
    draw_blocks(context, x, last - space - x, middle - context.px(7.0F));
    draw_text(context, list, TextRole::caption, {last, y}, context.theme.text2, most);
    ImGui::SetCursorScreenPos({end - icon, plate.y});
    ImGui::Dummy({icon, plate.height});
    tooltip(context, context.tr("Estimate"), context.tr(explained));
    draw_icon(list, Icon::mark_estimate, {end - 0.5F * icon, middle}, icon, context.theme.text2);
}

} // namespace

void draw_legend(PanelContext& context, const Rect& area, view::LegendForm form) {
    const FixedWindow window("legend", area, {.stays_behind = true});
    draw_plate(context, ImGui::GetWindowDrawList(), {area.x, area.y}, {area.right(), area.bottom()},
               context.px(12.0F), false);
    if (form == view::LegendForm::strip) {
        draw_strip(context, area);
        return;
    }
    const bool compact = form == view::LegendForm::compact;
    draw_title(context, area, compact);
    draw_blocks(context, area.x + context.px(padding), area.width - 2.0F * context.px(padding),
                area.y + context.px(48.0F));
    draw_words(context, area, area.y + context.px(68.0F), compact);
    if (!compact) {
        draw_marks(context, area, area.y + context.px(100.0F));
    }
}

} // namespace osteon::ui
