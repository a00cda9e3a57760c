#include "ui/charts_view.h"
#include "ui/study_home.h"
#include "ui/study_plots.h"
#include "ui/study_question.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

namespace osteon::ui {
namespace {

using study::Overview;
using study::Statistics;

constexpr std::size_t most_bones = 8; ///< in the list of the hardest
constexpr int heat_steps = 5;

/// "21/11": day and month.
std::string day_and_month(std::chrono::local_days day) {
    const std::chrono::year_month_day date(day);
    return std::to_string(static_cast<unsigned>(date.day())) + "/" +
           std::to_string(static_cast<unsigned>(date.month()));
}

std::string day_of_month(std::chrono::local_days day) {
    return std::to_string(static_cast<unsigned>(std::chrono::year_month_day(day).day()));
}

std::string percent(double share) {
    return std::to_string(std::lround(100.0 * share)) + "\u202F%";
}

std::string cards_words(const PanelContext& context, int count) {
    return context.language().tr_count("{} card", "{} cards", static_cast<std::size_t>(count));
}

void draw_forecast(PanelContext& context, const Overview& overview) {
    section_heading(context, context.tr("The coming two weeks"));
    std::vector<PlotColumn> columns;
    int total = 0;
    for (std::size_t i = 0; i < overview.forecast.size(); ++i) {
        const auto day = overview.day + std::chrono::days(i);
        const int count = overview.forecast[i];
        total += count;
        columns.push_back({.value = static_cast<float>(count),
                           .part = {},
                           .label = i == 0 ? context.tr("today") : day_of_month(day),
                           .title = day_and_month(day),
                           .note = cards_words(context, count),
                           .lit = i == 0});
    }
    if (total == 0) {
        wrapped_text(context, TextRole::secondary, context.theme.text2,
                     context.tr("Cards that you answer come back here on their days."));
        return;
    }
    draw_bar_plot(context, "forecast", columns);
    wrapped_text(context, TextRole::caption, context.theme.text3,
                 context.tr("Cards that come back on each day. New ones are not counted."));
}

void draw_recall(PanelContext& context, const Overview& overview) {
    const Statistics& statistics = overview.statistics;
    section_heading(context, context.tr("How much stays"));
    if (statistics.recall.asked == 0) {
        wrapped_text(context, TextRole::secondary, context.theme.text2,
                     context.tr("The plot begins when a card is asked on a later day again."));
        return;
    }
    std::vector<PlotColumn> columns;
    for (const study::StudyDay& day : statistics.days) {
        columns.push_back(
            {.value = static_cast<float>(day.recall.share()),
             .part = {},
             .label = day_of_month(day.day),
             .title = day_and_month(day.day),
             .note = day.recall.asked == 0
                         ? context.tr("nothing was asked again")
                         : context.tr("{} of {} remembered", day.recall.recalled, day.recall.asked),
             .absent = day.recall.asked == 0,
             .lit = day.day == overview.day});
    }
    draw_share_plot(context, "recall", columns,
                    static_cast<float>(overview.settings.desired_retention));
    wrapped_text(context, TextRole::caption, context.theme.text3,
                 context.tr("{} of {} remembered in 30 days: {}. The dashes show the {} aimed at.",
                            statistics.recall.recalled, statistics.recall.asked,
                            percent(statistics.recall.share()),
                            percent(overview.settings.desired_retention)));
}

/// The recall of each kind of question that was asked again.
void draw_kinds(PanelContext& context, const Statistics& statistics) {
    gap(context, 8.0F);
    ImGui::PushID("recall of kinds"); // whose names stand above as well
    for (std::size_t i = 0; i < study::c_kinds.size(); ++i) {
        const study::Recall& recall = statistics.by_kind[i];
        if (recall.asked == 0) {
            continue;
        }
        draw_bar_row(context,
                     {.name = words_of(context, study::c_kinds[i]),
                      .percent = 100.0 * recall.share(),
                      .min = {},
                      .max = {},
                      .number = percent(recall.share()),
                      .mark = Icon::none,
                      .note = context.tr("{} of {} remembered", recall.recalled, recall.asked),
                      .colour = context.theme.bar});
    }
    ImGui::PopID();
}

void draw_answers(PanelContext& context, const Overview& overview) {
    const Statistics& statistics = overview.statistics;
    section_heading(context, context.tr("Answers a day"));
    if (statistics.answers == 0) {
        wrapped_text(context, TextRole::secondary, context.theme.text2,
                     context.tr("Nothing was answered yet."));
        return;
    }
    std::vector<PlotColumn> columns;
    for (const study::StudyDay& day : statistics.days) {
        columns.push_back({.value = static_cast<float>(day.answers),
                           .part = static_cast<float>(day.right),
                           .label = day_of_month(day.day),
                           .title = day_and_month(day.day),
                           .note = day.answers == 0
                                       ? context.tr("no answers")
                                       : context.tr("{} of {} right", day.right, day.answers),
                           .lit = day.day == overview.day});
    }
    draw_bar_plot(context, "answers", columns);
    const std::string streak = context.language().tr_count(
        "{} day in a row", "{} days in a row", static_cast<std::size_t>(statistics.streak));
    wrapped_text(context, TextRole::caption, context.theme.text3,
                 context.tr("{}. In all {} of {} cards seen, {} answers; right ones in green.",
                            streak, overview.known, overview.all, statistics.answers));
}

int heat_of_share(double share) {
    return std::clamp(static_cast<int>(std::ceil(share * heat_steps)) - 1, 0, heat_steps - 1);
}

/// The steps of heat and what they stand for.
void draw_heat_key(PanelContext& context) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float width = std::min(content_width(), context.px(320.0F));
    const float block = std::floor(width / static_cast<float>(heat_steps));
    for (int step = 0; step < heat_steps; ++step) {
        const float x = start.x + static_cast<float>(step) * block;
        draw_heat_block(context, list, {x, start.y},
                        {x + block - context.px(2.0F), start.y + context.px(14.0F)}, step,
                        heat_ink(step), context.px(3.0F));
    }
    const float below = start.y + context.px(18.0F);
    draw_text(context, list, TextRole::caption, {start.x, below}, context.theme.text3,
              context.tr("seldom missed"));
    const char* const often = context.tr("often missed");
    const float words = measure_text(context, TextRole::caption, often).x;
    draw_text(context, list, TextRole::caption, {start.x + width - words, below},
              context.theme.text3, often);
    ImGui::Dummy({width, context.px(38.0F)});
}

void draw_hardest(PanelContext& context, const Statistics& statistics) {
    section_heading(context, context.tr("Hardest bones"));
    if (statistics.hardest.empty()) {
        wrapped_text(context, TextRole::secondary, context.theme.text2,
                     context.tr("No bone was missed yet."));
        return;
    }
    const bool shown = session::shows_bone_heat(context.input.session);
    if (const auto on = toggle(context, context.tr("Show on the skeleton"), shown,
                               context.tr("Colours say how often you miss a bone."))) {
        context.emit(session::ShowBoneHeat{*on ? bone_heat_of(statistics)
                                               : std::vector<session::BoneHeat>{}});
    }
    gap(context, 8.0F);
    if (shown) {
        draw_heat_key(context);
        gap(context, 6.0F);
    }
    const std::vector<anatomy::Bone>& bones = context.input.world.registry.bones;
    const std::size_t count = std::min(statistics.hardest.size(), most_bones);
    for (std::size_t i = 0; i < count; ++i) {
        const study::HardBone& hard = statistics.hardest[i];
        const Touch row = draw_word_row(
            context, {.name = bones[hard.bone].name,
                      .words = percent(hard.share()),
                      .mark = Icon::none,
                      .note = context.tr("Share of answers missed, drawn towards 0 while few."),
                      .heat = heat_of_share(hard.share())});
        if (row.hovered || row.focused) {
            context.output.pointing.hovered_group = {hard.bone};
        }
        if (row.clicked) {
            context.emit(session::Select{{hard.bone}});
            context.emit(session::FrameSelection{});
        }
    }
}

} // namespace

std::vector<session::BoneHeat> bone_heat_of(const Statistics& statistics) {
    std::vector<session::BoneHeat> heat;
    for (const study::HardBone& hard : statistics.hardest) {
        heat.push_back({hard.bone, static_cast<std::uint8_t>(heat_of_share(hard.share()))});
    }
    return heat;
}

void draw_study_statistics(PanelContext& context, const Overview& overview) {
    draw_forecast(context, overview);
    draw_recall(context, overview);
    draw_kinds(context, overview.statistics);
    draw_answers(context, overview);
    draw_hardest(context, overview.statistics);
}

} // namespace osteon::ui
