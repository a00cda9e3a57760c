#include "ui/file_questions.h"

#include "ui/drawer_notes.h"
#include "ui/panel_context.h"
#include "ui/panel_focus.h"
#include "ui/session_file_view.h"
#include "ui/widgets.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace osteon::ui {
namespace {

struct Answer {
    const char* words;
    ButtonStyle style = ButtonStyle::outlined;
};

constexpr float c_between_answers = 10.0F;

/// Where the answers stand: in a row at the right, the first outermost; below each other, each as
/// wide as the dialog, where they do not fit beside each other.
struct AnswerRoom {
    float width = 0.0F;
    bool stacked = false;
    float height = 0.0F;
};

AnswerRoom answer_room(const PanelContext& context, float width, std::span<const Answer> answers) {
    const float between = context.px(c_between_answers);
    float taken = -between;
    for (const Answer& answer : answers) {
        taken += button_width(context, answer.words, {.style = answer.style}) + between;
    }
    const bool stacked = taken > width;
    const auto rows = stacked ? static_cast<float>(answers.size()) : 1.0F;
    return {width, stacked, rows * context.px(40.0F) + (rows - 1.0F) * between};
}

std::optional<std::size_t> draw_answers(PanelContext& context, ImVec2 at, const AnswerRoom& room,
                                        std::span<const Answer> answers) {
    const float between = context.px(c_between_answers);
    std::optional<std::size_t> given;
    float right = at.x + room.width;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        ButtonLook look{.style = answers[i].style};
        look.width = room.stacked ? room.width : button_width(context, answers[i].words, look);
        ImGui::SetCursorScreenPos({right - look.width, at.y});
        if (button(context, answers[i].words, look)) {
            given = i;
        }
        if (room.stacked) {
            at.y += context.px(40.0F) + between;
        } else {
            right -= look.width + between;
        }
    }
    return given;
}

/// The answer that a key gives: Escape the last where that changes nothing, Enter the first where
/// no other is focused, which would be pressed by it.
std::optional<std::size_t> typed_answer(std::span<const Answer> answers) {
    if (answers.back().style == ButtonStyle::quiet && ImGui::IsKeyPressed(GLFW_KEY_ESCAPE)) {
        return answers.size() - 1;
    }
    const bool entered =
        ImGui::IsKeyPressed(GLFW_KEY_ENTER) || ImGui::IsKeyPressed(GLFW_KEY_KP_ENTER);
    return entered && !ImGui::GetIO().NavVisible ? std::optional<std::size_t>(0) : std::nullopt;
}

/// A dialog in the middle of the window; the index of the answer given.
std::optional<std::size_t> ask(PanelContext& context, const char* name, const std::string& title,
                               const std::string& text_line, std::span<const Answer> answers) {
    const Rect& window_area = context.input.layout.window;
    const FixedWindow veil(PanelFocus::question, window_area,
                           {.ground = context.theme.scrim, .on_top = true});
    const float width = std::min(context.px(520.0F), window_area.width - context.px(32.0F));
    const float padding = context.px(28.0F);
    const float inner = width - 2.0F * padding;
    const AnswerRoom room = answer_room(context, inner, answers);
    const float title_height = measure_text(context, TextRole::section, title, inner).y;
    const float text_height = measure_text(context, TextRole::body, text_line, inner).y;
    const float above = padding + title_height + context.px(12.0F) + text_height;
    const float height = above + context.px(28.0F) + room.height + padding;
    const ImVec2 min{std::round(window_area.centre().x - 0.5F * width),
                     std::round(window_area.centre().y - 0.5F * height)};
    const float left = min.x + padding;
    draw_plate(context, ImGui::GetWindowDrawList(), min, {min.x + width, min.y + height},
               context.px(16.0F), true);
    ImGui::PushID(name);
    ImGui::SetCursorScreenPos({left, min.y + padding});
    wrapped_text(context, TextRole::section, context.theme.text1, title, inner);
    ImGui::SetCursorScreenPos({left, min.y + padding + title_height + context.px(12.0F)});
    wrapped_text(context, TextRole::body, context.theme.text2, text_line, inner);
    const auto given =
        draw_answers(context, {left, min.y + above + context.px(28.0F)}, room, answers);
    ImGui::PopID();
    return given ? given : typed_answer(answers);
}

void ask_recovery(PanelContext& context, std::size_t notes) {
    const Answer answers[] = {{context.tr("Restore"), ButtonStyle::primary},
                              {context.tr("Discard")}};
    const std::string question = notes == 1 ? std::string(context.tr("Restore 1 note?"))
                                            : context.tr("Restore {} notes?", notes);
    if (const auto answer =
            ask(context, "recovery", context.tr("Osteon ended unexpectedly"), question, answers)) {
        context.output.requests.emplace_back(AnswerRecovery{*answer == 0});
    }
}

void ask_close(PanelContext& context, NotesDrawerState& drawer) {
    const Answer answers[] = {{context.tr("Save"), ButtonStyle::primary},
                              {context.tr("Close without saving")},
                              {context.tr("Cancel"), ButtonStyle::quiet}};
    constexpr CloseAnswer meanings[] = {CloseAnswer::save, CloseAnswer::discard, CloseAnswer::stay};
    if (const auto answer =
            ask(context, "close", context.tr("Your notes are not saved"),
                context.tr("They are lost when Osteon closes without saving them."), answers)) {
        if (meanings[*answer] == CloseAnswer::save && context.input.file->current.empty()) {
            ask_to_save(context, drawer); // where to must be said first
            drawer.then_close = true;
            context.output.requests.emplace_back(AnswerClose{CloseAnswer::stay});
        } else {
            context.output.requests.emplace_back(AnswerClose{meanings[*answer]});
        }
    }
}

void ask_open(PanelContext& context, NotesDrawerState& drawer) {
    const Answer answers[] = {{context.tr("Save first"), ButtonStyle::primary},
                              {context.tr("Open without saving")},
                              {context.tr("Cancel"), ButtonStyle::quiet}};
    if (const auto answer = ask(context, "open", context.tr("Your notes are not saved"),
                                context.tr("The notes of the file take their place."), answers)) {
        if (*answer == 0) {
            ask_to_save(context, drawer);
            drawer.then_open = context.input.file->asks_to_open;
        }
        context.output.requests.emplace_back(AnswerOpen{*answer == 1});
    }
}

/// Goes on with what waited until the notes were saved, or drops it where they were not.
void go_on(PanelContext& context, NotesDrawerState& drawer, const SessionFileView& file) {
    if (drawer.files == NotesDrawerState::Files::save) {
        return; // where to is still being asked
    }
    const std::filesystem::path opened = std::exchange(drawer.then_open, {});
    const bool closes = std::exchange(drawer.then_close, false);
    if (file.unsaved) {
        return;
    }
    if (!opened.empty()) {
        context.output.requests.emplace_back(OpenSession{opened});
    }
    if (closes) {
        context.output.requests.emplace_back(AnswerClose{CloseAnswer::discard});
    }
}

void ask_tours(PanelContext& context) {
    const Answer answers[] = {{context.tr("Try again"), ButtonStyle::primary},
                              {context.tr("Close without saving")},
                              {context.tr("Cancel"), ButtonStyle::quiet}};
    constexpr CloseAnswer meanings[] = {CloseAnswer::save, CloseAnswer::discard, CloseAnswer::stay};
    if (const auto answer =
            ask(context, "close tours", context.tr("Your tours are not saved"),
                context.tr("Their last changes cannot be written, and are lost when Osteon closes. "
                           "Free some space, or see that its folder may be written."),
                answers)) {
        context.output.requests.emplace_back(AnswerTours{meanings[*answer]});
    }
}

} // namespace

bool asks_about_file(const PanelContext& context) {
    const SessionFileView* const file = context.input.file;
    return context.input.asks_about_tours ||
           (file != nullptr &&
            (file->asks_to_close || !file->asks_to_open.empty() || file->recoverable > 0));
}

bool draw_file_questions(PanelContext& context, NotesDrawerState& drawer) {
    if (context.input.asks_about_tours) {
        ask_tours(context);
        return true;
    }
    const SessionFileView* const file = context.input.file;
    if (file == nullptr) {
        return false;
    }
    go_on(context, drawer, *file);
    if (!asks_about_file(context)) {
        return false;
    }
    if (file->asks_to_close) {
        ask_close(context, drawer);
    } else if (!file->asks_to_open.empty()) {
        ask_open(context, drawer);
    } else {
        ask_recovery(context, file->recoverable);
    }
    return true;
}

} // namespace osteon::ui
