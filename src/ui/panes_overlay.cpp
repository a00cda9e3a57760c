#include "ui/stage_parts.h"
#include "ui/widgets.h"

#include <cmath>
#include <string>

namespace osteon::ui {
namespace {

using knowledge::Primary;

/// The sites whose figures count patients for one of the primaries and lesions for the other.
std::string other_bases(const PanelContext& context, const Primary& first, const Primary& second) {
    std::string names;
    for (const std::string_view region : knowledge::spread_regions) {
        const knowledge::SpreadFigure* const one = first.figure(region);
        const knowledge::SpreadFigure* const other = second.figure(region);
        const knowledge::Site* const site = context.input.world.knowledge.site(region);
        if (one != nullptr && other != nullptr && site != nullptr && one->basis != other->basis) {
            names += (names.empty() ? "" : ", ") + site->name;
        }
    }
    return names;
}

constexpr const char* colours_estimated = translatable(
    "Colours are estimates, for teaching. The series behind them differ in method: compare the "
    "order of the sites, not the figures.");

/// A plate over a pane: the primary's name, and that its colours are estimates; `differing` names
/// the sites where they go back to another basis than in the other pane. The one that `closes` has
/// the button that ends the comparison.
void draw_title(PanelContext& context, const Primary& primary, const std::string& differing,
                bool last, bool closes, const Rect& area) {
    const bool differs = !differing.empty();
    const FixedWindow window(last ? "second title" : "first title", area, {.stays_behind = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_plate(context, list, {area.x, area.y}, {area.right(), area.bottom()}, context.px(10.0F),
               false);
    const float close = closes ? context.px(30.0F) : 0.0F;
    const float left = area.x + context.px(12.0F);
    const float room = area.right() - context.px(8.0F) - close - left;
    draw_text_cut(context, list, TextRole::label_title, {left, area.y + context.px(5.0F)},
                  context.theme.text1, primary.short_name, room);
    const ImU32 ink = differs ? context.theme.warning : context.theme.text2;
    const float icon = context.px(12.0F);
    const float y = area.y + context.px(27.0F);
    draw_icon(list, differs ? Icon::warn : Icon::mark_estimate,
              {left + 0.5F * icon, y + context.px(9.0F)}, icon, ink);
    const float words = left + icon + context.px(5.0F);
    draw_text_cut(context, list, TextRole::caption, {words, y}, ink,
                  differs ? context.tr("Bases differ") : context.tr("Estimate"),
                  area.right() - context.px(6.0F) - words);
    ImGui::SetCursorScreenPos({area.x, area.y});
    ImGui::Dummy({area.width - close, area.height});
    tooltip(context, primary.name,
            (differs
                 ? context.tr("One counts patients, the other lesions, here: {}. Such shares are "
                              "not to be compared.",
                              differing) +
                       ' '
                 : std::string()) +
                context.tr(colours_estimated));
    if (closes) {
        ImGui::SetCursorScreenPos({area.right() - context.px(34.0F), area.y + context.px(4.0F)});
        if (icon_button(context, "end", Icon::close, context.tr("End the comparison (Esc)"),
                        {.size = 30.0F, .icon = 16.0F})) {
            context.emit(session::ComparePrimary{});
        }
    }
}

} // namespace

void draw_pane_titles(PanelContext& context, const std::array<Rect, 2>& titles, bool controls) {
    const session::Stage& stage = context.input.session.stage;
    const knowledge::Knowledge& known = context.input.world.knowledge;
    const Primary* const first = known.primary(stage.primary);
    const Primary* const second = known.primary(stage.compared);
    if (first == nullptr || second == nullptr) {
        return;
    }
    const std::string differing = other_bases(context, *first, *second);
    draw_title(context, *first, differing, false, false, titles[0]);
    draw_title(context, *second, differing, true, controls, titles[1]);
}

void draw_divider(PanelContext& context, bool controls) {
    if (context.input.panes.size() < 2) {
        return;
    }
    const Theme& theme = context.theme;
    const Rect& part = context.input.panes[1].layout.stage;
    ImDrawList* const list = ImGui::GetBackgroundDrawList();
    const float half = 0.5F * context.px(1.0F);
    list->AddRectFilled({part.x - half, part.y}, {part.x + half, part.bottom()}, theme.line_strong);
    if (!controls) {
        return;
    }
    const ImVec2 centre{part.x, std::round(part.centre().y)};
    const float radius = context.px(16.0F);
    const Rect area{centre.x - radius, centre.y - radius, 2.0F * radius, 2.0F * radius};
    const FixedWindow window("link", area, {.stays_behind = true});
    ImDrawList* const over = ImGui::GetWindowDrawList();
    over->AddCircleFilled(centre, radius, theme.panel);
    over->AddCircle(centre, radius - half, theme.line_strong, 0, context.px(theme.edge));
    draw_icon(over, Icon::link, centre, context.px(16.0F), theme.accent);
    ImGui::Dummy({area.width, area.height});
    tooltip(context, context.tr("The cameras are linked: what you do on one side shows on both"));
}

} // namespace osteon::ui
