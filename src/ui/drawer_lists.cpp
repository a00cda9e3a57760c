#include "ui/drawer_lists.h"

#include "ui/compare_menu.h"
#include "ui/widgets.h"

#include <fmt/core.h>

namespace osteon::ui {

namespace {

using knowledge::ArticleKind;
using knowledge::Confidence;
using knowledge::Primary;
using knowledge::Site;

/// "62.2 %" where there is a figure that may be shown, else the heat in a word.
std::string frequency_words(const PanelContext& context, const Primary& primary, const Site& site) {
    const knowledge::SpreadFigure* const figure = primary.figure(site.region);
    const bool shown = figure != nullptr &&
                       (context.input.session.settings.show_unchecked ||
                        figure->confidence == Confidence::verified) &&
                       figure->basis == knowledge::Basis::patients;
    if (shown) {
        return context.language().number(fmt::format("{:.1f}\u202F%", figure->percent));
    }
    const int step = primary.heat_step(site.region);
    return step < 0 ? "–" : context.tr(knowledge::heat_words.at(static_cast<std::size_t>(step)));
}

void point_at(PanelContext& context, const Site& site) {
    context.output.pointing.hovered_site = site.id;
    context.output.pointing.hovered_group = site.bones;
}

void draw_site(PanelContext& context, const Site& site, bool part) {
    const session::Stage& stage = context.input.session.stage;
    const Primary* const primary = context.input.world.knowledge.primary(stage.primary);
    const std::string value =
        primary != nullptr ? frequency_words(context, *primary, site) : std::string();
    const ListRow row{.title = site.name,
                      .subtitle = part ? std::string_view() : std::string_view(site.subtitle),
                      .value = value,
                      .icon = part ? Icon::none : Icon::site,
                      .icon_tile = true,
                      .chosen = stage.site == site.id,
                      .inset = part ? 64.0F : 12.0F,
                      .height = part ? 36.0F : 0.0F};
    const Touch state = list_row(context, site.id.c_str(), row);
    if (state.hovered) {
        point_at(context, site);
    }
    if (state.clicked) {
        context.emit(session::ChooseSite{site.id});
    }
}

void draw_primary(PanelContext& context, const Primary& primary) {
    const bool recalled = primary.rate.confidence == Confidence::recalled;
    const bool hidden = recalled && !context.input.session.settings.show_unchecked;
    std::string value = hidden || primary.rate.value.empty() ? "–" : primary.rate.value;
    const bool mimic = !primary.is_metastasis;
    if (!mimic && value != "–" && !primary.rate_of_advanced) {
        value += "\u202F*";
    }
    const ListRow row{.title = primary.short_name,
                      .subtitle = mimic ? context.tr("Not a metastasis: the great mimic") : "",
                      .value = mimic ? std::string_view() : std::string_view(value),
                      .chosen = context.input.session.stage.primary == primary.id};
    const Touch state = list_row(context, primary.id.c_str(), row);
    if (!primary.rate.what.empty()) {
        tooltip(context, primary.name, primary.rate.what);
    }
    if (state.clicked) {
        context.emit(session::ChoosePrimary{primary.id});
    }
}

void draw_articles(PanelContext& context, ArticleKind kind, const char* heading) {
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + context.px(12.0F));
    text(context, TextRole::caption_strong, context.theme.text3, heading);
    gap(context, 4.0F);
    const std::string& open = context.input.session.reading.here().article;
    for (const knowledge::Article& article : context.input.world.knowledge.articles) {
        if (article.kind != kind) {
            continue;
        }
        const ListRow row{.title = article.title, .chosen = article.id == open, .height = 40.0F};
        const Touch state = list_row(context, article.id.c_str(), row);
        tooltip(context, article.summary);
        if (state.clicked) {
            context.emit(session::OpenArticle{article.id, {}});
        }
    }
    gap(context, 16.0F);
}

} // namespace

void draw_sites_list(PanelContext& context) {
    const knowledge::Knowledge& knowledge = context.input.world.knowledge;
    const Site* const chosen = knowledge.site(context.input.session.stage.site);
    const std::string opened =
        chosen == nullptr ? std::string() : (chosen->parent.empty() ? chosen->id : chosen->parent);
    for (const Site* site : knowledge.parts("")) {
        draw_site(context, *site, false);
        if (site->id != opened) {
            continue;
        }
        for (const Site* part : knowledge.parts(site->id)) {
            draw_site(context, *part, true);
        }
        gap(context, 8.0F);
    }
}

void draw_primaries_list(PanelContext& context) {
    const knowledge::Knowledge& knowledge = context.input.world.knowledge;
    const std::vector<Primary>& primaries = knowledge.primaries;
    ImGui::Indent(context.px(12.0F));
    draw_compare_button(context, knowledge.primary(context.input.session.stage.primary));
    ImGui::Unindent(context.px(12.0F));
    gap(context, 8.0F);
    const ListRow table{.title = context.tr("All primaries by site"),
                        .icon = Icon::table,
                        .chevron = true,
                        .height = 44.0F};
    if (list_row(context, "matrix", table).clicked) {
        context.emit(session::OpenDrawer{session::Drawer::matrix});
    }
    gap(context, 4.0F);
    bool asterisk = false;
    for (const Primary& primary : primaries) {
        if (primary.is_metastasis) {
            draw_primary(context, primary);
            asterisk = asterisk || !primary.rate_of_advanced;
        }
    }
    ImGui::Indent(context.px(12.0F));
    if (asterisk) {
        gap(context, 8.0F);
        wrapped_text(context, TextRole::caption, context.theme.text3,
                     context.tr("* Other basis: all patients or at diagnosis. Do not compare."),
                     content_width() - context.px(12.0F));
    }
    gap(context, 12.0F);
    ImGui::PushTextWrapPos(ImGui::GetWindowWidth() - context.px(24.0F));
    rule(context);
    ImGui::PopTextWrapPos();
    gap(context, 8.0F);
    ImGui::Unindent(context.px(12.0F));
    for (const Primary& primary : primaries) {
        if (!primary.is_metastasis) {
            draw_primary(context, primary);
        }
    }
}

void draw_library_list(PanelContext& context) {
    draw_articles(context, ArticleKind::general, context.tr("Spread in bone"));
    draw_articles(context, ArticleKind::site, context.tr("Sites"));
    draw_articles(context, ArticleKind::primary, context.tr("Cancers"));
}

} // namespace osteon::ui
