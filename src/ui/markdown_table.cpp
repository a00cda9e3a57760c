#include "ui/markdown_table.h"

#include "ui/markdown_links.h"
#include "ui/markdown_view.h"
#include "ui/widgets.h"

#include <algorithm>
#include <numeric>

namespace osteon::ui {
namespace {

using knowledge::Span;
using Cell = std::vector<Span>;
using Row = std::vector<Cell>;

constexpr InlineStyle cell_style{TextRole::secondary, TextRole::secondary_strong, TextRole::latin,
                                 TextRole::caption};
constexpr InlineStyle head_style{TextRole::caption_strong, TextRole::caption_strong,
                                 TextRole::caption_italic, TextRole::caption};
constexpr float padding_x = 12.0F; // of a cell, px at 100 %
constexpr float padding_y = 9.0F;

struct CellWidths {
    float whole = 0.0F; ///< on one line
    float word = 0.0F;  ///< of its longest word
};

CellWidths measure_cell(const PanelContext& context, const Cell& cell, const InlineStyle& style) {
    const std::vector<Span> spans = readable_spans(cell, context.input.world.knowledge);
    const TextMeasure measure = measure_in(context);
    CellWidths widths;
    widths.whole = lay_out_inline(spans, style, 1.0e6F, 1.0F, measure).width;
    for (const Span& span : spans) {
        const TextRole role =
            span.link == knowledge::LinkKind::reference ? style.reference : style.strong;
        std::size_t at = 0;
        while (at < span.text.size()) {
            const std::size_t space = std::min(span.text.find(' ', at), span.text.size());
            widths.word = std::max(
                widths.word, measure(role, std::string_view(span.text).substr(at, space - at)));
            at = space + 1;
        }
    }
    widths.whole = std::max(widths.whole, widths.word);
    return widths;
}

class TableDrawer {
public:
    TableDrawer(PanelContext& context, ReadingPanelState& state, const std::vector<Row>& rows)
        : context_(context)
        , state_(state)
        , rows_(rows) {}

    void draw() {
        measure();
        Card::Options options;
        options.padding = 0.0F;
        options.ground = context_.theme.panel;
        const Card card(context_, options);
        const float room = card.inner_width();
        const float padding = context_.px(padding_x);
        const float needed = std::accumulate(words_.begin(), words_.end(), 0.0F) +
                             2.0F * padding * static_cast<float>(words_.size());
        widths_ = column_widths(wants_, words_, padding, room);
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            ImGui::PushID(static_cast<int>(row));
            if (needed <= room) {
                draw_row(rows_[row], row == 0);
            } else if (row > 0) {
                draw_stacked(rows_[row], room);
            }
            if (row + 1 < rows_.size() && (needed <= room || row > 0)) {
                rule(context_);
            }
            ImGui::PopID();
        }
    }

private:
    void measure() {
        wants_.assign(rows_.front().size(), 0.0F);
        words_.assign(rows_.front().size(), 0.0F);
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const std::size_t cells = std::min(rows_[row].size(), wants_.size());
            for (std::size_t column = 0; column < cells; ++column) {
                const CellWidths widths =
                    measure_cell(context_, rows_[row][column], row == 0 ? head_style : cell_style);
                wants_[column] = std::max(wants_[column], widths.whole + 1.0F);
                words_[column] = std::max(words_[column], widths.word + 1.0F);
            }
        }
    }

    void draw_row(const Row& row, bool head) {
        const ImVec2 start = ImGui::GetCursorScreenPos();
        const Theme& theme = context_.theme;
        float x = start.x;
        float bottom = start.y;
        const std::size_t cells = std::min(row.size(), widths_.size());
        for (std::size_t column = 0; column < cells; ++column) {
            ImGui::PushID(static_cast<int>(column));
            ImGui::SetCursorScreenPos(
                {x + context_.px(padding_x), start.y + context_.px(padding_y)});
            draw_spans(context_, state_, row[column], head ? head_style : cell_style,
                       head ? theme.text2 : theme.text1,
                       widths_[column] - 2.0F * context_.px(padding_x));
            bottom = std::max(bottom, ImGui::GetCursorScreenPos().y);
            x += widths_[column];
            ImGui::PopID();
        }
        ImGui::SetCursorScreenPos({start.x, bottom + context_.px(padding_y)});
    }

    /// One row as lines: the first cell as their title, then "heading: cell".
    void draw_stacked(const Row& row, float room) {
        const ImVec2 start = ImGui::GetCursorScreenPos();
        const float inner = room - 2.0F * context_.px(padding_x);
        float y = start.y + context_.px(padding_y);
        const std::size_t cells = std::min(row.size(), rows_.front().size());
        for (std::size_t column = 0; column < cells; ++column) {
            Cell spans;
            if (column == 0) {
                spans = row[column];
                for (Span& span : spans) {
                    span.strong = true;
                }
            } else {
                spans = rows_.front()[column];
                Span colon;
                colon.text = ": ";
                spans.push_back(colon);
                spans.insert(spans.end(), row[column].begin(), row[column].end());
            }
            ImGui::PushID(static_cast<int>(column));
            ImGui::SetCursorScreenPos({start.x + context_.px(padding_x), y});
            draw_spans(context_, state_, spans, cell_style,
                       column == 0 ? context_.theme.text1 : context_.theme.text2, inner);
            y = ImGui::GetCursorScreenPos().y;
            ImGui::PopID();
        }
        ImGui::SetCursorScreenPos({start.x, y + context_.px(padding_y)});
    }

    PanelContext& context_;
    ReadingPanelState& state_;
    const std::vector<Row>& rows_;
    std::vector<float> wants_;
    std::vector<float> words_;
    std::vector<float> widths_;
};

} // namespace

void draw_table(PanelContext& context, ReadingPanelState& state, const knowledge::Block& table) {
    if (table.rows.empty() || table.rows.front().empty()) {
        return;
    }
    TableDrawer(context, state, table.rows).draw();
}

} // namespace osteon::ui
