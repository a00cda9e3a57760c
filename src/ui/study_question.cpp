#include "ui/study_question.h"

#include "study/view.h"
#include "ui/file_questions.h"
#include "ui/widgets.h"

#include <GLFW/glfw3.h>
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace osteon::ui {
namespace {

using study::Phase;
using study::Question;
using study::Run;

constexpr float c_padding = 20.0F; // px at 100 %
constexpr float c_tight_padding = 12.0F;

const Run& run_of(const PanelContext& context) {
    return *context.input.study->run;
}

void ask_for(PanelContext& context, Request request) {
    context.output.requests.emplace_back(std::move(request));
    context.motion.ask_for_frame();
}

/// "Question 7 of 20", how far that is, and its kind.
void draw_head(PanelContext& context, const Run& run, const Rect& inner) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const std::string count = context.tr("Question {} of {}", run.index + 1, run.questions.size());
    const char* const kind = words_of(context, run.question()->card.kind);
    const float left = measure_text(context, TextRole::caption, count).x + context.px(12.0F);
    const float right = measure_text(context, TextRole::caption, kind).x + context.px(12.0F);
    draw_text(context, list, TextRole::caption, {inner.x, inner.y}, context.theme.text2, count);
    draw_text(context, list, TextRole::caption,
              {std::floor(inner.right() - right + context.px(12.0F)), inner.y}, context.theme.text2,
              kind);
    const float room = inner.width - left - right;
    if (room > context.px(40.0F)) {
        const float done = static_cast<float>(run.outcomes.size());
        draw_progress(context, list, {inner.x + left, inner.y + context.px(6.0F)}, room,
                      done / static_cast<float>(run.questions.size()));
    }
}

/// What stands under the question: its remark, or the hint that was taken.
std::string line_below(const Run& run) {
    const Question& question = *run.question();
    return run.hinted && !question.hint.empty() ? question.hint : question.remark;
}

/// The largest face in which the question has room in a height; none is smaller than a caption.
TextRole role_for(const PanelContext& context, const std::string& words, float width,
                  float height) {
    for (const TextRole role : {TextRole::card_title, TextRole::secondary}) {
        if (measure_text(context, role, words, width).y <= height) {
            return role;
        }
    }
    return TextRole::caption;
}

void draw_question_words(PanelContext& context, const Run& run, TextRole role, float width,
                         const std::string& below) {
    const float left = ImGui::GetCursorScreenPos().x;
    wrapped_text(context, role, context.theme.text1, run.question()->text, width);
    if (!below.empty()) {
        const bool hint = below == run.question()->hint;
        ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y});
        wrapped_text(context, TextRole::secondary,
                     hint ? context.theme.accent : context.theme.text2, below, width);
    }
}

/// The question beside the skeleton of a low window: its plate stays within its place, and what has
/// no room there is scrolled.
void draw_low_card(PanelContext& context, const Rect& plate, const Run& run) {
    const float padding = context.px(c_tight_padding);
    const float head = context.px(22.0F);
    const FixedWindow window("question", plate, {.stays_behind = true});
    draw_plate(context, ImGui::GetWindowDrawList(), {plate.x, plate.y},
               {plate.right(), plate.bottom()}, context.px(12.0F), false);
    const Rect inner = plate.inset(padding);
    draw_head(context, run, inner);
    ImGui::SetCursorScreenPos({plate.x, inner.y + head});
    const float height = plate.bottom() - inner.y - head - context.px(4.0F);
    const ScrollArea words(context, "question words", {plate.width, height}, {padding, 0.0F});
    const std::string below = run.outcome() == nullptr ? line_below(run) : std::string();
    const float remark =
        below.empty() ? 0.0F : measure_text(context, TextRole::secondary, below, inner.width).y;
    draw_question_words(context, run,
                        role_for(context, run.question()->text, inner.width, height - remark),
                        inner.width, below);
}

/// The question; its plate grows with its words.
void draw_card(PanelContext& context, const Rect& area) {
    const Run& run = run_of(context);
    if (is_low(context)) {
        draw_low_card(context, area, run);
        return;
    }
    const bool tight = is_tight(context);
    const float padding = context.px(tight ? c_tight_padding : c_padding);
    const TextRole role = tight ? TextRole::card_title : TextRole::section;
    const std::string below = line_below(run);
    const float width = area.width - 2.0F * padding;
    const float head = context.px(tight ? 22.0F : 30.0F);
    const float text = measure_text(context, role, run.question()->text, width).y;
    const float remark =
        below.empty() ? 0.0F : measure_text(context, TextRole::secondary, below, width).y;
    Rect plate = area;
    plate.height = std::max(area.height, head + text + remark + 2.0F * padding);
    const FixedWindow window("question", plate, {.stays_behind = true});
    draw_plate(context, ImGui::GetWindowDrawList(), {plate.x, plate.y},
               {plate.right(), plate.bottom()}, context.px(12.0F), false);
    const Rect inner = plate.inset(padding);
    draw_head(context, run, inner);
    ImGui::SetCursorScreenPos({inner.x, inner.y + head});
    draw_question_words(context, run, role, width, below);
}

/// A button with the panel behind it: the bare stage would show through.
bool stage_button(PanelContext& context, const char* label, Icon icon, const ImVec2& size,
                  bool enabled) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const auto [width, height] = size;
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height},
                                              context.theme.panel, context.px(9.0F));
    return button(context, label,
                  {.icon = icon,
                   .width = width,
                   .height = height / context.metrics.scale,
                   .enabled = enabled});
}

/// Give a hint, I don't know, End session.
void draw_actions(PanelContext& context, const Rect& area) {
    const Run& run = run_of(context);
    const char* const hint = context.tr("Give a hint");
    const char* const unknown = context.tr("I don\u2019t know");
    const char* const end = context.tr("End session");
    const float space = context.px(is_tight(context) ? 6.0F : 10.0F);
    const float icons = button_width(context, hint, {.icon = Icon::question}) +
                        button_width(context, unknown) +
                        button_width(context, end, {.icon = Icon::close}) + 2.0F * space;
    const auto if_room = [&](Icon icon) { return icons > area.width ? Icon::none : icon; };
    const float widths[] = {button_width(context, hint, {.icon = if_room(Icon::question)}),
                            button_width(context, unknown),
                            button_width(context, end, {.icon = if_room(Icon::close)})};
    const float whole = widths[0] + widths[1] + widths[2] + 2.0F * space;
    const float shrink = std::min(1.0F, (area.width - 2.0F * space) / (whole - 2.0F * space));
    const FixedWindow window("question actions", area, {.stays_behind = true});
    float x = std::floor(area.centre().x - 0.5F * std::min(whole, area.width));
    const auto place = [&](std::size_t index) {
        ImGui::SetCursorScreenPos({x, area.y});
        x += std::floor(widths[index] * shrink) + space;
        return ImVec2{std::floor(widths[index] * shrink), area.height};
    };
    const bool has_hint = run.question()->has_hint() && !run.hinted;
    if (stage_button(context, hint, if_room(Icon::question), place(0), has_hint)) {
        ask_for(context, GiveHint{});
    }
    if (!has_hint) {
        tooltip(context, run.hinted ? context.tr("The hint is shown already")
                                    : context.tr("There is no hint for this question"));
    }
    if (stage_button(context, unknown, Icon::none, place(1), true)) {
        ask_for(context, AnswerQuestion{study::Unknown{}});
    }
    if (stage_button(context, end, if_room(Icon::close), place(2), true)) {
        ask_for(context, EndStudy{});
    }
}

/// How many cards were answered today, and how many of them missed.
void draw_today(PanelContext& context, const Rect& area) {
    const FixedWindow window("today", area, {.takes_input = false, .stays_behind = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const Theme& theme = context.theme;
    const study::Tally& today = context.input.study->today;
    draw_plate(context, list, {area.x, area.y}, {area.right(), area.bottom()}, context.px(10.0F),
               false);
    draw_text(context, list, TextRole::caption,
              {area.x + context.px(16.0F), area.y + context.px(13.0F)}, theme.text2,
              context.tr("Today"));
    float x = area.x + context.px(24.0F);
    const float middle = area.y + context.px(50.0F);
    const auto count = [&](Icon icon, std::size_t number, ImU32 colour) {
        const std::string words = fmt::format("{}", number);
        draw_icon(list, icon, {x, middle}, context.px(16.0F), colour);
        draw_text(context, list, TextRole::label_title,
                  {x + context.px(14.0F), middle - context.px(10.0F)}, colour, words);
        x += context.px(28.0F) + measure_text(context, TextRole::label_title, words).x;
    };
    count(Icon::check, today.right, theme.good);
    count(Icon::undo, today.missed, theme.warning);
}

/// Keys that the stage answers itself while no panel has the keyboard.
void take_study_keys(PanelContext& context) {
    const ImGuiIO& io = ImGui::GetIO();
    if (asks_about_file(context) || io.WantTextInput || io.NavVisible || io.KeyCtrl || io.KeyAlt ||
        ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) {
        return;
    }
    const Run& run = run_of(context);
    const bool goes_on = ImGui::IsKeyPressed(GLFW_KEY_SPACE, false) ||
                         ImGui::IsKeyPressed(GLFW_KEY_ENTER, false) ||
                         ImGui::IsKeyPressed(GLFW_KEY_KP_ENTER, false);
    if (goes_on && run.phase == Phase::answered) {
        ask_for(context, NextQuestion{});
    } else if (goes_on && run.phase == Phase::over) {
        ask_for(context, EndStudy{});
    }
    for (std::size_t choice = 0;
         digits_are_choices(context) && choice < run.question()->choices.size(); ++choice) {
        const int digit = static_cast<int>(choice);
        const bool pressed = ImGui::IsKeyPressed(GLFW_KEY_1 + digit, false) ||
                             ImGui::IsKeyPressed(GLFW_KEY_KP_1 + digit, false);
        if (pressed && is_open_choice(run, choice)) {
            ask_for(context, AnswerQuestion{study::Chosen{choice}});
            return;
        }
    }
}

} // namespace

bool is_tight(const PanelContext& context) {
    return view::furniture(context.input.layout, context.input.session.stage).today.empty();
}

bool is_low(const PanelContext& context) {
    const view::Layout& layout = context.input.layout;
    const Rect question = view::furniture(layout, context.input.session.stage).question;
    return is_tight(context) && layout.free.x >= question.right();
}

const char* words_of(const PanelContext& context, study::Kind kind) {
    switch (kind) {
    case study::Kind::find_bone:
        return context.tr("Find the bone");
    case study::Kind::name_bone:
        return context.tr("Name the bone");
    case study::Kind::which_region:
        return context.tr("Part of the skeleton");
    case study::Kind::which_side:
        return context.tr("Left or right");
    case study::Kind::favoured_site:
        return context.tr("Favoured place");
    case study::Kind::lesion_type:
        return context.tr("Kind of lesion");
    case study::Kind::bank:
        return context.tr("Question bank");
    }
    return "";
}

bool digits_are_choices(const PanelContext& context) {
    const study::View* const study = context.input.study;
    return study != nullptr && study->run != nullptr && study->run->phase == Phase::asking &&
           !study->run->question()->choices.empty();
}

void draw_study_questions(PanelContext& context, const view::Furniture& room) {
    const study::View* const study = context.input.study;
    const auto& stage = context.input.session.stage;
    if (study == nullptr || study->run == nullptr || !stage.question) {
        return;
    }
    if (study->run->phase == Phase::over || stage.question->over) {
        draw_study_summary(context, room.question);
        take_study_keys(context);
        return;
    }
    draw_card(context, room.question);
    if (!room.answers.empty()) {
        draw_study_choices(context, room.answers);
    }
    if (study->run->phase == Phase::answered) {
        draw_verdict(context, room.verdict);
    } else {
        draw_actions(context, room.verdict);
    }
    if (!room.today.empty()) {
        draw_today(context, room.today);
    }
    take_study_keys(context);
}

} // namespace osteon::ui
