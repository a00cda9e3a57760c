#include "ui/study_plots.h"

#include "ui/figure_tooltip.h"
#include "ui/widgets.h"

#include <GLFW/glfw3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace osteon::ui {
namespace {

// px at 100 %
constexpr float plot_height = 112.0F;
constexpr float number_room = 20.0F; ///< above the bars
constexpr float label_room = 30.0F;  ///< below the base line
constexpr float widest_bar = 28.0F;
constexpr float scale_width = 44.0F; ///< of the numbers beside a plot of shares

/// The place of a plot on the screen.
struct Field {
    ImVec2 min; ///< the top left of what is drawn, above the base line
    ImVec2 max; ///< its bottom right, on the base line
    float column = 0.0F;

    float middle(std::size_t index) const {
        return min.x + (static_cast<float>(index) + 0.5F) * column;
    }
};

/// The column that the keyboard has come to, at first today's; Left and Right step while the plot
/// has the focus, which then stays.
std::size_t column_by_keys(ImGuiID plot, const Touch& touched,
                           std::span<const PlotColumn> columns) {
    const auto today =
        static_cast<int>(std::ranges::find(columns, true, &PlotColumn::lit) - columns.begin());
    const int last = static_cast<int>(columns.size()) - 1;
    int& kept = *ImGui::GetStateStorage()->GetIntRef(plot, today);
    if (touched.focused) {
        const int way = (ImGui::IsKeyPressed(GLFW_KEY_RIGHT) ? 1 : 0) -
                        (ImGui::IsKeyPressed(GLFW_KEY_LEFT) ? 1 : 0);
        kept += way;
        if (way != 0) {
            ImGui::NavMoveRequestCancel();
        }
    }
    kept = std::clamp(kept, 0, last);
    return static_cast<std::size_t>(kept);
}

/// Lights a column and tells its figure; that of the keyboard above the column.
void tell_column(PanelContext& context, const Field& field, const Touch& touched,
                 std::span<const PlotColumn> columns, std::size_t index, bool by_keys) {
    const float x = field.min.x + static_cast<float>(index) * field.column;
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->AddRectFilled({std::floor(x), field.min.y}, {std::floor(x + field.column), field.max.y},
                        faded(context.theme.hover, 0.6F));
    const PlotColumn& column = columns[index];
    if (by_keys) {
        list->AddRect({std::floor(x), field.min.y}, {std::floor(x + field.column), field.max.y},
                      context.theme.accent, context.px(2.0F), 0, context.px(2.0F));
        const float along = (field.middle(index) - field.min.x) / (field.max.x - field.min.x);
        figure_tooltip(context, column.title, column.note,
                       {field.middle(index), field.min.y - context.px(4.0F)}, along);
    } else {
        tooltip(context, column.title, column.note);
    }
    tell(context, touched, column.title, column.note);
}

/// Makes room for a plot, one part of the page, and tells of the column under the pointer, or of
/// that to which the keyboard has come.
Field begin_plot(PanelContext& context, const char* id, std::span<const PlotColumn> columns,
                 float left) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const ImVec2 size{content_width(), context.px(number_room + plot_height + label_room)};
    Field field;
    field.min = {start.x + left, start.y + context.px(number_room)};
    field.max = {start.x + size.x, field.min.y + context.px(plot_height)};
    const float count = static_cast<float>(std::max<std::size_t>(columns.size(), 1));
    field.column = (field.max.x - field.min.x) / count;
    const Touch touched = touch(context, id, size, context.px(6.0F));
    const std::size_t chosen = column_by_keys(ImGui::GetItemID(), touched, columns);
    const float along = (ImGui::GetIO().MousePos.x - field.min.x) / field.column;
    if (touched.focused && ImGui::GetCurrentContext()->NavDisableMouseHover) {
        tell_column(context, field, touched, columns, chosen, true);
    } else if (touched.hovered && along >= 0.0F && along < count) {
        tell_column(context, field, touched, columns, static_cast<std::size_t>(along), false);
    }
    return field;
}

void draw_centred(const PanelContext& context, TextRole role, float x, float y, ImU32 colour,
                  const std::string& words) {
    const ImVec2 size = measure_text(context, role, words);
    draw_text(context, ImGui::GetWindowDrawList(), role, {std::floor(x - 0.5F * size.x), y}, colour,
              words);
}

/// Whether the number of each bar has room above it; else only the highest is told.
bool all_numbers_fit(const PanelContext& context, std::span<const PlotColumn> columns, float room) {
    return std::ranges::all_of(columns, [&](const PlotColumn& column) {
        const std::string number = std::to_string(std::lround(column.value));
        return measure_text(context, TextRole::caption, number).x < room;
    });
}

/// The base line, and the labels that have room beside each other.
void draw_labels(const PanelContext& context, const Field& field,
                 std::span<const PlotColumn> columns) {
    const float line = std::max(1.0F, context.px(1.0F));
    ImGui::GetWindowDrawList()->AddRectFilled(
        {field.min.x, field.max.y}, {field.max.x, field.max.y + line}, context.theme.line_strong);
    float widest = 0.0F;
    for (const PlotColumn& column : columns) {
        widest = std::max(widest, measure_text(context, TextRole::caption, column.label).x);
    }
    const float wanted = widest + context.px(6.0F);
    const auto step =
        static_cast<std::size_t>(std::max(1.0F, std::ceil(wanted / std::max(field.column, 1.0F))));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::size_t from_today = columns[0].lit ? i : columns.size() - 1 - i;
        if (from_today % step == 0) {
            draw_centred(context, columns[i].lit ? TextRole::caption_strong : TextRole::caption,
                         field.middle(i), field.max.y + context.px(4.0F),
                         columns[i].lit ? context.theme.text1 : context.theme.text3,
                         columns[i].label);
        }
    }
}

void draw_dashes(const PanelContext& context, ImVec2 from, float to_x, ImU32 colour) {
    const float dash = context.px(5.0F);
    for (float x = from.x; x < to_x; x += 2.0F * dash) {
        ImGui::GetWindowDrawList()->AddLine({x, from.y}, {std::min(x + dash, to_x), from.y}, colour,
                                            context.metrics.stroke(1.5F));
    }
}

} // namespace

void draw_bar_plot(PanelContext& context, const char* id, std::span<const PlotColumn> columns) {
    const Theme& theme = context.theme;
    const Field field = begin_plot(context, id, columns, 0.0F);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    float most = 1.0F;
    for (const PlotColumn& column : columns) {
        most = std::max(most, column.value);
    }
    const float half = 0.5F * std::min(0.72F * field.column, context.px(widest_bar));
    const float rounding = std::min(context.px(3.0F), half);
    const auto top_of = [&](float value) {
        return field.max.y - std::ceil(value / most * (field.max.y - field.min.y));
    };
    const bool all_numbers = all_numbers_fit(context, columns, field.column);
    bool highest_told = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const PlotColumn& column = columns[i];
        const float x = field.middle(i);
        if (column.value > 0.0F) {
            const ImU32 colour = column.part || !column.lit ? theme.bar : theme.accent;
            list->AddRectFilled({x - half, top_of(column.value)}, {x + half, field.max.y}, colour,
                                rounding, ImDrawFlags_RoundCornersTop);
        }
        if (column.part && *column.part > 0.0F) {
            list->AddRectFilled({x - half, top_of(*column.part)}, {x + half, field.max.y},
                                theme.good, *column.part == column.value ? rounding : 0.0F,
                                ImDrawFlags_RoundCornersTop);
        }
        const bool highest = column.value >= most && !highest_told;
        if (column.value > 0.0F && (all_numbers || highest)) {
            highest_told = highest_told || highest;
            draw_centred(context, TextRole::caption, x, top_of(column.value) - context.px(19.0F),
                         theme.text2, std::to_string(std::lround(column.value)));
        }
    }
    draw_labels(context, field, columns);
}

void draw_share_plot(PanelContext& context, const char* id, std::span<const PlotColumn> columns,
                     float aim) {
    const Theme& theme = context.theme;
    const Field field = begin_plot(context, id, columns, context.px(scale_width));
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const auto height_of = [&](float share) {
        return field.max.y - share * (field.max.y - field.min.y);
    };
    for (const int percent : {0, 50, 100}) {
        const float y = height_of(0.01F * static_cast<float>(percent));
        const float line = std::max(1.0F, context.px(1.0F));
        list->AddRectFilled({field.min.x, y}, {field.max.x, y + line}, theme.line);
        const std::string words = std::to_string(percent) + "\u202F%";
        draw_text(context, list, TextRole::caption,
                  {field.min.x - context.px(scale_width), y - context.px(9.0F)}, theme.text3,
                  words);
    }
    draw_dashes(context, {field.min.x, height_of(aim)}, field.max.x, theme.text2);
    std::optional<ImVec2> before;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].absent) {
            continue;
        }
        const ImVec2 here{field.middle(i), height_of(columns[i].value)};
        if (before) {
            list->AddLine(*before, here, theme.accent, context.metrics.stroke(2.0F));
        }
        before = here;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].absent) {
            list->AddCircleFilled({field.middle(i), height_of(columns[i].value)},
                                  context.metrics.stroke(3.5F), theme.accent);
        }
    }
    draw_labels(context, field, columns);
}

} // namespace osteon::ui
