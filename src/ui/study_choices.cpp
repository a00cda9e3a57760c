#include "study/view.h"
#include "ui/study_question.h"
#include "ui/widgets.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace osteon::ui {
namespace {

using study::Question;
using study::Run;

/// How a choice stands out.
enum class ChoiceState { open, struck, right, mistaken, past };

ChoiceState state_of(const Run& run, std::size_t choice) {
    const Question& question = *run.question();
    if (const study::Outcome* const outcome = run.outcome()) {
        const auto* const chosen = std::get_if<study::Chosen>(&outcome->given);
        if (choice == question.right) {
            return ChoiceState::right;
        }
        return chosen != nullptr && chosen->choice == choice ? ChoiceState::mistaken
                                                             : ChoiceState::past;
    }
    const auto& struck = question.struck;
    return run.hinted && std::ranges::find(struck, choice) != struck.end() ? ChoiceState::struck
                                                                           : ChoiceState::open;
}

/// The number of a choice on a key, or the mark of what it was.
void draw_choice_mark(PanelContext& context, ImVec2 centre, std::size_t choice, ChoiceState state) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const Theme& theme = context.theme;
    if (state == ChoiceState::right || state == ChoiceState::mistaken) {
        const bool right = state == ChoiceState::right;
        draw_icon(list, right ? Icon::check : Icon::close, centre, context.px(20.0F),
                  right ? theme.good : theme.warning);
        return;
    }
    const float half = context.px(13.0F);
    const std::string key = fmt::format("{}", choice + 1);
    const ImVec2 size = measure_text(context, TextRole::caption_strong, key);
    list->AddRect({centre.x - half, centre.y - half}, {centre.x + half, centre.y + half},
                  theme.control_edge, context.px(6.0F), 0, context.px(theme.edge));
    draw_text(context, list, TextRole::caption_strong,
              {std::floor(centre.x - 0.5F * size.x), std::floor(centre.y - 0.5F * size.y)},
              theme.text2, key);
}

/// The plate of a choice, with its edge.
void draw_choice_plate(const PanelContext& context, const Touch& touched, ChoiceState state) {
    const Theme& theme = context.theme;
    const float rounding = context.px(10.0F);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const ImU32 edge = state == ChoiceState::right      ? theme.good
                       : state == ChoiceState::mistaken ? theme.warning
                                                        : theme.line_strong;
    const bool marked = state == ChoiceState::right || state == ChoiceState::mistaken;
    list->AddRectFilled(touched.min, touched.max,
                        mixed(theme.panel, theme.hover, touched.hover_fade), rounding);
    list->AddRect(touched.min, touched.max, edge, rounding, 0,
                  context.px(marked ? 2.0F : theme.edge));
}

/// The words of a choice, in a smaller face where they have more lines than room.
void draw_choice_words(PanelContext& context, const Rect& area, const std::string& words,
                       ChoiceState state) {
    const Theme& theme = context.theme;
    const bool fits = measure_text(context, TextRole::button, words, area.width).y <= area.height;
    const TextRole role = fits ? TextRole::button : TextRole::caption;
    const bool faint = state == ChoiceState::struck || state == ChoiceState::past;
    const float height = measure_text(context, role, words, area.width).y;
    ImGui::SetCursorScreenPos({area.x, std::floor(area.centre().y - 0.5F * height)});
    wrapped_text(context, role, faded(theme.text1, faint ? 0.5F : 1.0F), words, area.width);
    if (state == ChoiceState::struck) {
        const float line = std::min(measure_text(context, role, words).x, area.width);
        ImGui::GetWindowDrawList()->AddLine({area.x, area.centre().y},
                                            {area.x + line, area.centre().y}, theme.text2,
                                            context.metrics.stroke(1.4F));
    }
}

void draw_choice(PanelContext& context, const Rect& area, std::size_t choice) {
    const Run& run = *context.input.study->run;
    const ChoiceState state = state_of(run, choice);
    const bool open = state == ChoiceState::open;
    const std::string& words = run.question()->choices[choice];
    ImGui::SetCursorScreenPos({area.x, area.y});
    ImGui::PushID(static_cast<int>(choice));
    const Touch touched =
        touch(context, "choice", {area.width, area.height}, context.px(10.0F), open);
    tell(context, touched, words);
    if (state == ChoiceState::struck) {
        tooltip(context, context.tr("The hint has ruled this out"));
    }
    draw_choice_plate(context, touched, state);
    const float side = context.px(14.0F);
    draw_choice_mark(context, {area.x + side + context.px(13.0F), area.centre().y}, choice, state);
    const float left = area.x + side + context.px(38.0F);
    draw_choice_words(context, {left, area.y, area.right() - side - left, area.height}, words,
                      state);
    ImGui::PopID();
    if (touched.clicked && open) {
        context.output.requests.emplace_back(AnswerQuestion{study::Chosen{choice}});
        context.motion.ask_for_frame();
    }
}

} // namespace

bool is_open_choice(const Run& run, std::size_t choice) {
    return state_of(run, choice) == ChoiceState::open;
}

void draw_study_choices(PanelContext& context, const Rect& area) {
    const std::size_t count = context.input.study->run->question()->choices.size();
    const std::size_t columns = is_tight(context) && !is_low(context) ? 2 : 1;
    const std::size_t rows = (count + columns - 1) / columns;
    const float space = context.px(is_tight(context) ? 6.0F : 10.0F);
    const float height = (area.height + space) / static_cast<float>(rows) - space;
    const float width = (area.width + space) / static_cast<float>(columns) - space;
    const FixedWindow window("choices", area, {.stays_behind = true});
    for (std::size_t choice = 0; choice < count; ++choice) {
        const auto column = static_cast<float>(choice % columns);
        const auto row = static_cast<float>(choice / columns);
        draw_choice(
            context,
            {area.x + column * (width + space), area.y + row * (height + space), width, height},
            choice);
    }
}

} // namespace osteon::ui
