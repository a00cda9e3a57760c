#include "ui/drawer_matrix.h"

#include "ui/charts_view.h"
#include "ui/matrix_cell.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace osteon::ui {
namespace {

using knowledge::Primary;
using session::MatrixFigures;

// px at 100 %
constexpr float padding = 24.0F;
constexpr float narrow_padding = 10.0F;
constexpr float narrow_below = 860.0F; ///< width of the drawer
constexpr float head_height = 30.0F;
constexpr float head_step = 14.0F; ///< between heads that stand by turns higher and lower
constexpr float row_height = 32.0F;
constexpr float least_column = 60.0F;
constexpr float widest_column = 84.0F;
constexpr float names_least = 84.0F;
constexpr float names_fair = 112.0F;
constexpr float names_most = 150.0F;
constexpr float key_height = 34.0F;
constexpr float key_needs = 460.0F; ///< height of the drawer in which there is room for the key
constexpr float space = 2.0F;       ///< between cells

/// Where the parts of the table stand, in pixels.
struct Grid {
    Rect cells; ///< the part that scrolls
    float names = 0.0F;
    float head = 0.0F;
    float column = 0.0F;
    float row = 0.0F;
    bool stepped = false; ///< some head is wider than its column: they stand by turns
};

/// Whether each head has room over its column.
bool heads_fit(const PanelContext& context, float column) {
    return std::ranges::all_of(context.input.world.knowledge.primaries, [&](const Primary& each) {
        return measure_text(context, TextRole::rail_label, each.short_name).x <= column;
    });
}

Grid grid_in(const PanelContext& context, const Rect& area) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    float names = 0.0F;
    for (const std::string_view region : knowledge::spread_regions) {
        names =
            std::max(names, measure_text(context, TextRole::caption, region_name(region, known)).x);
    }
    const auto columns = static_cast<float>(std::max<std::size_t>(known.primaries.size(), 1));
    const auto rows = static_cast<float>(knowledge::spread_regions.size());
    // Long names give way where the columns fit without scrolling then.
    const float left_over = area.width - columns * context.px(least_column);
    const float most = left_over >= context.px(names_fair)
                           ? std::min(context.px(names_most), left_over)
                           : std::min(context.px(names_most), 0.34F * area.width);
    Grid grid;
    grid.names =
        std::clamp(names + context.px(4.0F), std::min(context.px(names_least), most), most);
    grid.column = std::clamp(std::floor((area.width - grid.names) / columns),
                             context.px(least_column), context.px(widest_column));
    grid.stepped = !heads_fit(context, grid.column);
    grid.head = context.px(head_height + (grid.stepped ? head_step : 0.0F));
    grid.cells = {area.x + grid.names, area.y + grid.head, area.width - grid.names,
                  area.height - grid.head};
    grid.row = std::clamp(std::floor(grid.cells.height / rows), context.px(row_height - 4.0F),
                          context.px(row_height + 8.0F));
    return grid;
}

/// The cancer and the place of a cell come on the stage; a drawer that covers it goes.
void open_cell(PanelContext& context, const std::string& primary, std::string_view region) {
    if (!primary.empty()) {
        context.emit(session::ChoosePrimary{primary});
    }
    const knowledge::Site* const site =
        knowledge::region_site(region, context.input.world.knowledge);
    if (site != nullptr) {
        context.emit(session::ChooseSite{site->id});
    }
    if (context.input.layout.drawer_floats) {
        context.emit(session::OpenDrawer{session::Drawer::none});
    }
}

/// Row and column that the pointer or the keyboard is at; none: nullptr and empty.
struct Pointed {
    const Primary* primary = nullptr;
    std::string_view region;
};

class Matrix {
public:
    Matrix(PanelContext& context, const Rect& area)
        : context_(context)
        , known_(context.input.world.knowledge)
        , shown_(context.input.session.settings.matrix)
        , grid_(grid_in(context, area)) {}

    /// Where the last row ends, or the part that scrolls.
    float bottom() const {
        const auto rows = static_cast<float>(knowledge::spread_regions.size());
        return std::min(grid_.cells.bottom(), grid_.cells.y + rows * grid_.row);
    }

    void draw() {
        draw_cells();
        draw_column_heads();
        draw_row_heads();
    }

private:
    void draw_cells() {
        const Rect& part = grid_.cells;
        ImGui::SetCursorScreenPos({part.x, part.y});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
        ImGui::BeginChild("cells", {part.width, part.height}, false,
                          ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NavFlattened);
        ImGui::PopStyleVar();
        const ImVec2 start = ImGui::GetCursorScreenPos();
        for (std::size_t row = 0; row < knowledge::spread_regions.size(); ++row) {
            for (std::size_t column = 0; column < known_.primaries.size(); ++column) {
                ImGui::SetCursorScreenPos({start.x + grid_.column * static_cast<float>(column),
                                           start.y + grid_.row * static_cast<float>(row)});
                ImGui::PushID(static_cast<int>(row * known_.primaries.size() + column));
                draw_cell(known_.primaries[column], knowledge::spread_regions[row]);
                ImGui::PopID();
            }
        }
        scroll_ = {ImGui::GetScrollX(), ImGui::GetScrollY()};
        ImGui::EndChild();
    }

    void draw_cell(const Primary& primary, std::string_view region) {
        const bool unchecked = context_.input.session.settings.show_unchecked;
        const MatrixCell cell{primary, region, shown_figure(primary, region, unchecked),
                              primary.heat_step(region)};
        const float between = context_.px(space);
        const float rounding = context_.px(4.0F);
        const Touch state =
            touch(context_, "cell", {grid_.column - between, grid_.row - between}, rounding);
        tooltip(context_, primary.short_name + " – " + region_name(region, known_),
                matrix_cell_note(context_, cell));
        ImDrawList* const list = ImGui::GetWindowDrawList();
        draw_matrix_cell(context_, list, cell, shown_, state.min, state.max);
        const bool pointed = state.hovered || state.focused;
        if (pointed || is_chosen(cell)) {
            list->AddRect(state.min, state.max, context_.theme.panel, rounding, 0,
                          context_.px(4.0F));
            list->AddRect(state.min, state.max,
                          pointed ? context_.theme.text1 : context_.theme.accent, rounding, 0,
                          context_.px(2.0F));
        }
        if (pointed) {
            pointed_ = {&primary, region};
            context_.output.pointing.hovered_group = region_bones(region, known_);
        }
        if (state.clicked) {
            open_cell(context_, primary.id, region);
        }
    }

    bool is_chosen(const MatrixCell& cell) const {
        const session::Stage& stage = context_.input.session.stage;
        const knowledge::Site* const site = knowledge::region_site(cell.region, known_);
        return cell.primary.id == stage.primary && site != nullptr && site->id == stage.site;
    }

    void draw_column_heads() {
        const Rect& part = grid_.cells;
        const ImVec2 min{part.x, part.y - grid_.head};
        ImGui::PushClipRect(min, {part.right(), part.y}, true);
        ImGui::PushID("columns");
        const std::string& chosen = context_.input.session.stage.primary;
        for (std::size_t column = 0; column < known_.primaries.size(); ++column) {
            const Primary& primary = known_.primaries[column];
            ImGui::SetCursorScreenPos(
                {min.x + grid_.column * static_cast<float>(column) - scroll_.x, min.y});
            const Touch head =
                touch(context_, primary.id.c_str(), {grid_.column, grid_.head}, context_.px(4.0F));
            tooltip(context_, primary.name,
                    primary.is_metastasis ? "" : context_.tr("Not a metastasis: the great mimic"));
            const bool lit = head.hovered || head.focused || pointed_.primary == &primary;
            draw_column_head(head, primary.short_name, column % 2 == 0, lit, primary.id == chosen);
            if (head.clicked) {
                context_.emit(session::ChoosePrimary{primary.id});
            }
        }
        ImGui::PopID();
        ImGui::PopClipRect();
    }

    void draw_row_heads() {
        const Rect& part = grid_.cells;
        const ImVec2 min{part.x - grid_.names, part.y};
        ImGui::PushClipRect(min, {part.x, part.bottom()}, true);
        ImGui::PushID("rows");
        for (std::size_t row = 0; row < knowledge::spread_regions.size(); ++row) {
            const std::string_view region = knowledge::spread_regions[row];
            const std::string name = region_name(region, known_);
            ImGui::SetCursorScreenPos(
                {min.x, min.y + grid_.row * static_cast<float>(row) - scroll_.y});
            const Touch head =
                touch(context_, name.c_str(),
                      {grid_.names - context_.px(4.0F), grid_.row - context_.px(space)},
                      context_.px(4.0F));
            const bool lit = head.hovered || head.focused || pointed_.region == region;
            draw_row_head(head, name, lit);
            if (head.hovered || head.focused) {
                context_.output.pointing.hovered_group = region_bones(region, known_);
            }
            if (head.clicked) {
                open_cell(context_, {}, region);
            }
        }
        ImGui::PopID();
        ImGui::PopClipRect();
    }

    /// In the middle over the column; stepped heads reach over those beside them.
    void draw_column_head(const Touch& head, const std::string& name, bool upper, bool lit,
                          bool chosen) const {
        ImDrawList* const list = ImGui::GetWindowDrawList();
        light(head, lit);
        const float reach = grid_.stepped ? 0.5F * grid_.column : 0.0F;
        const float room = grid_.column + 2.0F * reach;
        const ImVec2 size = measure_text(context_, TextRole::rail_label, name);
        const float middle = 0.5F * (head.min.y + head.max.y);
        const float step = grid_.stepped ? context_.px(0.5F * head_step) : 0.0F;
        const float left = std::max(0.0F, std::floor(0.5F * (room - size.x)));
        draw_text_cut(context_, list, TextRole::rail_label,
                      {head.min.x - reach + left,
                       std::floor(middle - 0.5F * size.y + (upper ? -step : step))},
                      chosen ? context_.theme.accent
                             : (lit ? context_.theme.text1 : context_.theme.text2),
                      name, room);
    }

    /// In one line, or in two smaller ones.
    void draw_row_head(const Touch& head, const std::string& name, bool lit) const {
        ImDrawList* const list = ImGui::GetWindowDrawList();
        light(head, lit);
        const ImU32 ink = lit ? context_.theme.text1 : context_.theme.text2;
        const float room = head.max.x - head.min.x;
        const float middle = 0.5F * (head.min.y + head.max.y);
        const ImVec2 line = measure_text(context_, TextRole::caption, name);
        const std::size_t gap_at = name.rfind(' ');
        const float height = measure_text(context_, TextRole::rail_label, name).y;
        if (line.x <= room || gap_at == std::string::npos) {
            const bool fits = line.x <= room;
            draw_text_cut(context_, list, fits ? TextRole::caption : TextRole::rail_label,
                          {head.min.x, std::floor(middle - 0.5F * (fits ? line.y : height))}, ink,
                          name, room);
            return;
        }
        draw_text_cut(context_, list, TextRole::rail_label,
                      {head.min.x, std::floor(middle - height)}, ink, name.substr(0, gap_at), room);
        draw_text_cut(context_, list, TextRole::rail_label, {head.min.x, std::floor(middle)}, ink,
                      name.substr(gap_at + 1), room);
    }

    void light(const Touch& head, bool lit) const {
        if (lit) {
            ImGui::GetWindowDrawList()->AddRectFilled(head.min, head.max, context_.theme.hover,
                                                      context_.px(4.0F));
        }
    }

    PanelContext& context_;
    const knowledge::Knowledge& known_;
    MatrixFigures shown_;
    Grid grid_;
    ImVec2 scroll_{0.0F, 0.0F};
    Pointed pointed_;
};

void draw_switch(PanelContext& context) {
    const std::array<Segment, 3> kinds{
        Segment{context.tr("Estimates"), Icon::none, context.tr("How often, in five steps")},
        Segment{context.tr("Patients, %"), Icon::none, context.tr("Figures that count patients")},
        Segment{context.tr("Lesions, %"), Icon::none, context.tr("Figures that count lesions")}};
    const auto chosen = static_cast<std::size_t>(context.input.session.settings.matrix);
    if (const auto picked = segmented(context, "figures", kinds, chosen)) {
        context.emit(session::ShowInMatrix{static_cast<MatrixFigures>(*picked)});
    }
}

const char* explanation(const PanelContext& context) {
    switch (context.input.session.settings.matrix) {
    case MatrixFigures::estimates:
        return context.tr("How often each cancer reaches each place: an estimate, for teaching. A "
                          "sign in a cell: there is a figure too");
    case MatrixFigures::patients:
        return context.tr("Of patients with bone metastases of each cancer, those who have it "
                          "there, in\u00A0%. Series differ in method: compare the order, not the "
                          "decimals");
    case MatrixFigures::lesions:
        break;
    }
    return context.tr("Of all lesions counted in each cancer, those found there, in\u00A0%. Not to "
                      "be compared with shares of patients");
}

/// The steps of the heat with their words, or the marks of the figures.
void draw_key(PanelContext& context) {
    if (context.input.session.settings.matrix != MatrixFigures::estimates) {
        constexpr std::array marks{Icon::mark_reported, Icon::mark_derived, Icon::mark_at_least,
                                   Icon::mark_at_most,  Icon::mark_proxy,   Icon::mark_unchecked,
                                   Icon::mark_none};
        draw_mark_key(context, marks);
        return;
    }
    ImDrawList* const list = ImGui::GetWindowDrawList();
    ImVec2 at = ImGui::GetCursorScreenPos();
    const float middle = at.y + context.px(12.0F);
    const float half = context.px(7.0F);
    for (std::size_t step = 0; step < knowledge::heat_words.size(); ++step) {
        const char* const word = context.tr(knowledge::heat_words.at(step));
        draw_heat_block(context, list, {at.x, middle - half},
                        {at.x + context.px(26.0F), middle + half}, static_cast<int>(step),
                        heat_ink(static_cast<int>(step)), context.px(3.0F));
        at.x += context.px(32.0F);
        draw_text(context, list, TextRole::caption, {at.x, std::floor(middle - context.px(9.0F))},
                  context.theme.text2, word);
        at.x += measure_text(context, TextRole::caption, word).x + context.px(18.0F);
    }
}

} // namespace

void draw_matrix(PanelContext& context, const Rect& area) {
    const bool narrow = area.width < context.px(narrow_below);
    const float side = context.px(narrow ? narrow_padding : padding);
    const float room = area.width - 2.0F * side;
    const bool with_key = area.height >= context.px(key_needs);
    ImGui::SetCursorScreenPos({area.x + side, area.y});
    draw_switch(context);
    gap(context, 8.0F);
    float y = ImGui::GetCursorScreenPos().y;
    if (with_key) {
        ImGui::SetCursorScreenPos({area.x + side, y});
        wrapped_text(context, TextRole::caption, context.theme.text2, explanation(context), room);
        gap(context, 8.0F);
        y = ImGui::GetCursorScreenPos().y;
    }
    const float key = with_key ? context.px(key_height) : 0.0F;
    const float end = area.bottom() - context.px(8.0F) - key;
    Matrix matrix(context, {area.x + side, y, room, end - y});
    matrix.draw();
    if (with_key) {
        ImGui::SetCursorScreenPos({area.x + side, matrix.bottom() + context.px(8.0F)});
        draw_key(context);
    }
}

} // namespace osteon::ui
