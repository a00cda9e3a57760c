#include "ui/matrix_cell.h"

#include "ui/charts_view.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace osteon::ui {
namespace {

using knowledge::Basis;
using session::MatrixFigures;

/// Does the figure of a cell belong to what the table shows just now?
bool is_told(const MatrixCell& cell, MatrixFigures shown) {
    return cell.figure != nullptr &&
           (shown == MatrixFigures::estimates ||
            (shown == MatrixFigures::patients) == (cell.figure->basis == Basis::patients));
}

/// Nothing is known: an empty frame with a dash.
void draw_no_data(const PanelContext& context, ImDrawList* list, ImVec2 min, ImVec2 max) {
    list->AddRect(min, max, context.theme.line, context.px(4.0F), 0, context.px(1.0F));
    draw_icon(list, Icon::mark_none, {0.5F * (min.x + max.x), 0.5F * (min.y + max.y)},
              context.px(12.0F), context.theme.text3);
}

/// The share as a number with its mark, on a ground that is the stronger the larger the share.
void draw_share(const PanelContext& context, ImDrawList* list,
                const knowledge::SpreadFigure& figure, ImVec2 min, ImVec2 max) {
    const Theme& theme = context.theme;
    const auto share = static_cast<float>(std::clamp(figure.percent / 100.0, 0.0, 1.0));
    const ImU32 ground = mixed(theme.raised, theme.bar, share);
    list->AddRectFilled(min, max, ground, context.px(4.0F));
    const ImU32 ink = ink_on(ground);
    const std::string number =
        context.language().number(figure_text(figure.percent, figure.method));
    const float icon = context.px(11.0F);
    const float between = context.px(3.0F);
    const ImVec2 size = measure_text(context, TextRole::caption_strong, number);
    const float left = std::floor(0.5F * (min.x + max.x - size.x - between - icon));
    const float middle = 0.5F * (min.y + max.y);
    draw_text(context, list, TextRole::caption_strong, {left, std::floor(middle - 0.5F * size.y)},
              ink, number);
    draw_icon(list, mark_of(figure.method, figure.confidence),
              {left + size.x + between + 0.5F * icon, middle}, icon, ink);
}

/// The block of an estimate; where a figure stands behind it, with the mark of that.
void draw_estimate(const PanelContext& context, ImDrawList* list, const MatrixCell& cell,
                   ImVec2 min, ImVec2 max) {
    const ImU32 colour = heat_ink(cell.heat);
    draw_heat_block(context, list, min, max, cell.heat, colour, context.px(4.0F));
    if (cell.figure != nullptr) {
        const ImVec2 centre{0.5F * (min.x + max.x), 0.5F * (min.y + max.y)};
        list->AddCircleFilled(centre, context.px(9.0F), colour, 24);
        draw_icon(list, mark_of(cell.figure->method, cell.figure->confidence), centre,
                  context.px(12.0F), ink_on(colour));
    }
}

} // namespace

std::string matrix_cell_note(const PanelContext& context, const MatrixCell& cell) {
    std::string note = heat_note(context, cell.heat) + '\n';
    note += cell.figure != nullptr ? figure_note(context, *cell.figure)
                                   : std::string(context.tr("No figure was found"));
    const bool unchecked = context.input.session.settings.show_unchecked;
    for (const knowledge::GroupFigure& group : cell.primary.groups) {
        const bool covers = std::ranges::find(group.regions, cell.region) != group.regions.end() &&
                            (unchecked || group.confidence == knowledge::Confidence::verified);
        if (covers) {
            note +=
                '\n' + context.tr("Counted together: {}, {}", group.name,
                                  share_words(context, group.percent, group.method, group.basis));
        }
    }
    return note + '\n' + context.tr("A click opens this cancer and this place");
}

void draw_matrix_cell(const PanelContext& context, ImDrawList* list, const MatrixCell& cell,
                      MatrixFigures shown, ImVec2 min, ImVec2 max) {
    if (shown == MatrixFigures::estimates && cell.heat >= 0) {
        draw_estimate(context, list, cell, min, max);
    } else if (shown != MatrixFigures::estimates && is_told(cell, shown)) {
        draw_share(context, list, *cell.figure, min, max);
    } else {
        draw_no_data(context, list, min, max);
    }
}

} // namespace osteon::ui
