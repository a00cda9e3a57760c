#include "ui/drawer_matrix.h"

#include "ui/charts_view.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace osteon::ui {
namespace {

using knowledge::Basis;
using knowledge::Primary;
using session::MatrixFigures;

// px at 100 %
constexpr float padding = 24.0F;
constexpr float narrow_padding = 10.0F;
constexpr float narrow_below = 860.0F; ///< width of the drawer
constexpr float head_height = 30.0F;
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
};

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
    grid.head = context.px(head_height);
    grid.cells = {area.x + grid.names, area.y + grid.head, area.width - grid.names,
                  area.height - grid.head};
    grid.column = std::clamp(std::floor(grid.cells.width / columns), context.px(least_column),
                             context.px(widest_column));
    grid.row = std::clamp(std::floor(grid.cells.height / rows), context.px(row_height - 4.0F),
                          context.px(row_height + 8.0F));
    return grid;
}

/// A cell of the table.
struct Cell {
    const Primary& primary;
    std::string_view region;
    const knowledge::SpreadFigure* figure; ///< of either basis; nullptr: none is shown
    int heat;
};

/// Does the figure of a cell belong to what the table shows just now?
bool is_told(const Cell& cell, MatrixFigures shown) {
    return cell.figure != nullptr &&
           (shown == MatrixFigures::estimates ||
            (shown == MatrixFigures::patients) == (cell.figure->basis == Basis::patients));
}

/// All that is known of a cell: estimate, figure with its basis and sources, and what sources only
/// count together with other places.
std::string cell_note(const PanelContext& context, const Cell& cell) {
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
void draw_estimate(const PanelContext& context, ImDrawList* list, const Cell& cell, ImVec2 min,
                   ImVec2 max) {
    const ImU32 colour = heat_ink(cell.heat);
    draw_heat_block(context, list, min, max, cell.heat, colour, context.px(4.0F));
    if (cell.figure != nullptr) {
        const ImVec2 centre{0.5F * (min.x + max.x), 0.5F * (min.y + max.y)};
        list->AddCircleFilled(centre, context.px(9.0F), colour, 24);
        draw_icon(list, mark_of(cell.figure->method, cell.figure->confidence), centre,
                  context.px(12.0F), ink_on(colour));
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
        const Cell cell{primary, region, shown_figure(primary, region, unchecked),
                        primary.heat_step(region)};
        const float between = context_.px(space);
        const float rounding = context_.px(4.0F);
        const Touch state =
            touch(context_, "cell", {grid_.column - between, grid_.row - between}, rounding);
        tooltip(context_, primary.short_name + " – " + region_name(region, known_),
                cell_note(context_, cell));
        ImDrawList* const list = ImGui::GetWindowDrawList();
        if (shown_ == MatrixFigures::estimates && cell.heat >= 0) {
            draw_estimate(context_, list, cell, state.min, state.max);
        } else if (shown_ != MatrixFigures::estimates && is_told(cell, shown_)) {
            draw_share(context_, list, *cell.figure, state.min, state.max);
        } else {
            draw_no_data(context_, list, state.min, state.max);
        }
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

    bool is_chosen(const Cell& cell) const {
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
            draw_head(head, primary.short_name, true, lit, primary.id == chosen);
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
            draw_head(head, name, false, lit, false);
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

    /// The name of a row or of a column, the latter in the middle.
    void draw_head(const Touch& head, const std::string& name, bool centred, bool lit,
                   bool chosen) const {
        const TextRole role = centred ? TextRole::rail_label : TextRole::caption;
        ImDrawList* const list = ImGui::GetWindowDrawList();
        if (lit) {
            list->AddRectFilled(head.min, head.max, context_.theme.hover, context_.px(4.0F));
        }
        const float room = head.max.x - head.min.x;
        const ImVec2 size = measure_text(context_, role, name);
        const float left = centred ? std::max(0.0F, std::floor(0.5F * (room - size.x))) : 0.0F;
        draw_text_cut(context_, list, role,
                      {head.min.x + left, std::floor(0.5F * (head.min.y + head.max.y - size.y))},
                      chosen ? context_.theme.accent
                      : lit  ? context_.theme.text1
                             : context_.theme.text2,
                      name, room);
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
