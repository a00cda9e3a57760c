#include "ui/charts.h"
#include "ui/markdown_view.h"
#include "ui/reading_panel_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace osteon::ui {
namespace {

using knowledge::Basis;
using knowledge::Site;
using knowledge::SpreadFigure;

constexpr std::string_view first_article = "overview";

/// "56\u202F%": whole numbers, as the plain level wants them.
std::string rounded_percent(const SpreadFigure& figure) {
    const std::string_view bound = figure.method == knowledge::Method::lower_bound   ? "≥\u202F"
                                   : figure.method == knowledge::Method::upper_bound ? "≤\u202F"
                                                                                     : "";
    return std::string(bound) + std::to_string(std::lround(figure.percent)) + "\u202F%";
}

struct SiteFigure {
    const SpreadFigure* figure = nullptr;
    std::string where; ///< what the figure counts: the site or the part of it reached most often
};

/// The share of patients in whom a site is involved, all cancers together; for a site that is only
/// counted by its parts, that of the part with the most.
SiteFigure figure_of(const PanelContext& context, const Site& site) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    std::vector<std::string> regions{site.region.empty() ? site.id : site.region};
    for (const Site* const part : known.parts(site.id)) {
        regions.push_back(part->region);
    }
    SiteFigure best;
    for (const std::string& region : regions) {
        const SpreadFigure* const figure = known.overview.figure(region);
        const bool usable = figure != nullptr && figure->basis == Basis::patients &&
                            (figure->confidence == knowledge::Confidence::verified ||
                             context.input.session.settings.show_unchecked);
        if (usable && (best.figure == nullptr || figure->percent > best.figure->percent)) {
            best = {figure, region_name(region, known)};
        }
    }
    return best;
}

/// What a group figure says of where most of the spread lies.
void draw_share_card(PanelContext& context, ReadingPanelState& state) {
    const std::vector<knowledge::GroupFigure>& groups =
        context.input.world.knowledge.overview.groups;
    if (groups.empty()) {
        return;
    }
    const knowledge::GroupFigure& group = groups.front();
    const std::string_view bound = group.method == knowledge::Method::lower_bound ? "≥\u202F" : "";
    const std::string number =
        std::string(bound) + std::to_string(std::lround(group.percent)) + "\u202F%";
    const std::string counted = group.basis == Basis::lesions
                                    ? context.tr("of bone metastases lie here: {}", group.name)
                                    : context.tr("of patients have it in: {}", group.name);
    const Card card(context);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const ImVec2 size = measure_text(context, TextRole::big_number, number);
    const float left = size.x + context.px(20.0F);
    const bool beside = card.inner_width() - left > context.px(200.0F);
    draw_text(context, ImGui::GetWindowDrawList(), TextRole::big_number, start, context.theme.text1,
              number);
    ImGui::SetCursorScreenPos(beside ? ImVec2{start.x + left, start.y}
                                     : ImVec2{start.x, start.y + size.y});
    draw_sourced(context, state, TextRole::secondary, context.theme.text2, counted, group.sources,
                 card.inner_width() - (beside ? left : 0.0F));
}

void draw_sites(PanelContext& context, ReadingPanelState& state) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    std::vector<std::string> sources;
    for (const Site* const site : known.parts("")) {
        const SiteFigure found = figure_of(context, *site);
        ListRow row;
        row.title = site->name;
        row.subtitle = site->subtitle;
        row.icon = Icon::site;
        row.icon_tile = true;
        row.chevron = true;
        row.inset = 0.0F;
        const std::string value = found.figure != nullptr ? rounded_percent(*found.figure) : "–";
        const std::string note = found.figure == nullptr     ? context.tr("no figure found")
                                 : found.where == site->name ? context.tr("of patients")
                                                             : context.tr("in: {}", found.where);
        row.value = value;
        row.value_note = note;
        const Touch touched = list_row(context, site->id.c_str(), row);
        if (touched.hovered) {
            context.output.pointing.hovered_group = site->bones;
        }
        if (touched.clicked) {
            context.emit(session::ChooseSite{site->id});
        }
        if (found.figure != nullptr) {
            sources.insert(sources.end(), found.figure->sources.begin(),
                           found.figure->sources.end());
        }
    }
    if (!sources.empty()) {
        gap(context, 6.0F);
        source_line(
            context, state,
            context.tr(
                "Share of patients with bone metastases who have it there, all cancers together."),
            sources);
    }
}

/// Chips of the cancers, wrapped.
void draw_primary_chips(PanelContext& context) {
    const float room = content_width();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float step = context.px(8.0F);
    float x = 0.0F;
    float y = start.y;
    const std::string& chosen = context.input.session.stage.primary;
    for (const knowledge::Primary& primary : context.input.world.knowledge.primaries) {
        const char* const name = primary.short_name.c_str();
        const float width = chip_width(context, name);
        if (x > 0.0F && x + width > room) {
            x = 0.0F;
            y += context.px(44.0F);
        }
        ImGui::SetCursorScreenPos({start.x + x, y});
        if (chip(context, name, primary.id == chosen)) {
            context.emit(session::ChoosePrimary{primary.id});
        }
        x += width + step;
    }
    ImGui::SetCursorScreenPos({start.x, y + context.px(36.0F)});
}

} // namespace

void draw_start_page(PanelContext& context, ReadingPanelState& state) {
    const knowledge::Article* const article = context.input.world.knowledge.article(first_article);
    page_title(context, context.tr("Where cancer spreads in bone"));
    if (article != nullptr) {
        wrapped_text(context, TextRole::lead, context.theme.text2, article->summary);
        gap(context, 18.0F);
    }
    draw_share_card(context, state);
    page_section(context, state, context.tr("Five common sites"), "sites");
    draw_sites(context, state);
    page_section(context, state, context.tr("Or begin with a cancer"), "primaries");
    draw_primary_chips(context);
    gap(context, 20.0F);
    ListRow table;
    table.title = context.tr("All primaries by site");
    table.subtitle = context.tr("One table: how often, and how sure");
    table.icon = Icon::table;
    table.icon_tile = true;
    table.chevron = true;
    table.inset = 0.0F;
    if (list_row(context, "matrix", table).clicked) {
        context.emit(session::OpenDrawer{session::Drawer::matrix});
    }
    if (article != nullptr) {
        ListRow row;
        row.title = article->title;
        row.subtitle = context.tr("Read from the beginning");
        row.icon = Icon::book;
        row.icon_tile = true;
        row.chevron = true;
        row.inset = 0.0F;
        if (list_row(context, "first article", row).clicked) {
            context.emit(session::OpenArticle{article->id, {}});
        }
        gap(context, 12.0F);
    }
    teaching_note(context);
}

} // namespace osteon::ui
