#include "study/view.h"
#include "ui/study_question.h"
#include "ui/widgets.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace osteon::ui {
namespace {

using study::Outcome;
using study::Question;

constexpr std::size_t c_most_listed = 6;

/// What a card is called in a list: its bone, else its question.
std::string name_of(const PanelContext& context, const Question& question) {
    const auto& bones = context.input.world.registry.bones;
    return question.card.bones.size() == 1 && question.card.kind != study::Kind::bank
               ? bones[question.card.bones.front()].name
               : question.text;
}

/// The cards that were missed, those missed twice first.
std::vector<const Question*> hardest(const study::Run& run) {
    struct Missed {
        const Question* question;
        std::ptrdiff_t times;
    };
    std::vector<Missed> missed;
    for (const Outcome* const first : study::first_outcomes(run)) {
        const auto times = std::ranges::count_if(run.outcomes, [&](const Outcome& outcome) {
            return outcome.card == first->card && !outcome.right;
        });
        const auto question = std::ranges::find_if(
            run.questions, [&](const Question& each) { return each.card.id == first->card; });
        if (times > 0 && question != run.questions.end()) {
            missed.push_back({&*question, times});
        }
    }
    std::ranges::stable_sort(missed, std::greater{}, &Missed::times);
    std::vector<const Question*> sorted;
    for (const Missed& each : missed) {
        sorted.push_back(each.question);
    }
    return sorted;
}

void draw_number(PanelContext& context, std::size_t number, const char* words, ImU32 colour,
                 float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    text(context, TextRole::big_number, colour, fmt::format("{}", number));
    text(context, TextRole::secondary, context.theme.text2, words);
    ImGui::SetCursorScreenPos({at.x + width, at.y});
}

void draw_hardest(PanelContext& context, const study::Run& run, std::size_t most) {
    const std::vector<const Question*> missed = hardest(run);
    if (missed.empty()) {
        return;
    }
    gap(context, 12.0F);
    text(context, TextRole::card_title, context.theme.text1, context.tr("Hardest today"));
    gap(context, 4.0F);
    for (std::size_t i = 0; i < std::min(missed.size(), most); ++i) {
        wrapped_text(context, TextRole::secondary, context.theme.text2,
                     "\u2022 " + name_of(context, *missed[i]));
    }
    if (missed.size() > most) {
        text(context, TextRole::secondary, context.theme.text3,
             context.tr("and {} more", missed.size() - most));
    }
}

} // namespace

void draw_study_summary(PanelContext& context, const Rect& area) {
    const study::Run& run = *context.input.study->run;
    const study::Tally tally = study::tally(run);
    const bool tight = area.height < context.px(420.0F);
    const float padding = context.px(tight ? 16.0F : 32.0F);
    const FixedWindow window("summary", area, {.stays_behind = true});
    draw_plate(context, ImGui::GetWindowDrawList(), {area.x, area.y}, {area.right(), area.bottom()},
               context.px(16.0F), true);
    const float foot = context.px(48.0F) + padding;
    ImGui::SetCursorScreenPos({area.x, area.y});
    {
        const ScrollArea content(context, "summary words", {area.width, area.height - foot},
                                 {padding, padding});
        text(context, tight ? TextRole::section : TextRole::title, context.theme.text1,
             context.tr("Session finished"));
        gap(context, tight ? 4.0F : 16.0F);
        const ImVec2 numbers = ImGui::GetCursorScreenPos();
        const float column = context.px(150.0F);
        draw_number(context, tally.right, context.tr("right"), context.theme.good, column);
        draw_number(context, tally.missed, context.tr("to learn again"), context.theme.warning,
                    column);
        ImGui::SetCursorScreenPos({numbers.x, numbers.y + context.px(64.0F)});
        draw_hardest(context, run, c_most_listed);
        gap(context, 12.0F);
        const std::size_t tomorrow = context.input.study->due_tomorrow;
        wrapped_text(context, TextRole::body, context.theme.text1,
                     tomorrow == 0 ? std::string(context.tr("Nothing comes back tomorrow."))
                                   : context.language().tr_count("{} card comes back by tomorrow.",
                                                                 "{} cards come back by tomorrow.",
                                                                 tomorrow));
    }
    ImGui::SetCursorScreenPos(
        {area.x + padding, area.bottom() - padding - context.px(tight ? 40.0F : 48.0F)});
    if (button(context, context.tr("Done"),
               {.style = ButtonStyle::primary, .height = tight ? 40.0F : 48.0F})) {
        context.output.requests.emplace_back(std::in_place_type<EndStudy>);
    }
}

} // namespace osteon::ui
