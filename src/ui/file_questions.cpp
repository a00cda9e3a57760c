#include "ui/file_questions.h"

#include "ui/drawer_notes.h"
#include "ui/panel_context.h"
#include "ui/session_file_view.h"
#include "ui/widgets.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <optional>
#include <span>

namespace osteon::ui {
namespace {

struct Answer {
    const char* words;
    ButtonStyle style = ButtonStyle::outlined;
};

/// A dialog in the middle of the window; the index of the answer given. The buttons stand at the
/// right, the first answer outermost; Enter gives it.
std::optional<std::size_t> ask(PanelContext& context, const char* name, const std::string& title,
                               const std::string& text_line, std::span<const Answer> answers) {
    const Rect& window_area = context.input.layout.window;
    const FixedWindow veil("veil", window_area, {.ground = context.theme.scrim, .on_top = true});
    const float width = std::min(context.px(520.0F), window_area.width - context.px(32.0F));
    const float padding = context.px(28.0F);
    const float inner = width - 2.0F * padding;
    const float title_height = measure_text(context, TextRole::section, title, inner).y;
    const float text_height = measure_text(context, TextRole::body, text_line, inner).y;
    const float height =
        2.0F * padding + title_height + context.px(12.0F) + text_height + context.px(68.0F);
    const ImVec2 min{std::round(window_area.centre().x - 0.5F * width),
                     std::round(window_area.centre().y - 0.5F * height)};
    draw_plate(context, ImGui::GetWindowDrawList(), min, {min.x + width, min.y + height},
               context.px(16.0F), true);
    ImGui::PushID(name);
    ImGui::SetCursorScreenPos({min.x + padding, min.y + padding});
    wrapped_text(context, TextRole::section, context.theme.text1, title, inner);
    ImGui::SetCursorScreenPos(
        {min.x + padding, min.y + padding + title_height + context.px(12.0F)});
    wrapped_text(context, TextRole::body, context.theme.text2, text_line, inner);
    std::optional<std::size_t> given;
    float right = min.x + width - padding;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const ButtonLook look{.style = answers[i].style};
        right -= button_width(context, answers[i].words, look);
        ImGui::SetCursorScreenPos({right, min.y + height - padding - context.px(40.0F)});
        if (button(context, answers[i].words, look)) {
            given = i;
        }
        right -= context.px(10.0F);
    }
    ImGui::PopID();
    if (ImGui::IsKeyPressed(GLFW_KEY_ENTER) || ImGui::IsKeyPressed(GLFW_KEY_KP_ENTER)) {
        given = 0;
    }
    return given;
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
        }
        context.output.requests.emplace_back(AnswerOpen{*answer == 1});
    }
}

} // namespace

bool draw_file_questions(PanelContext& context, NotesDrawerState& drawer) {
    const SessionFileView* const file = context.input.file;
    if (file == nullptr ||
        (!file->asks_to_close && !file->asks_to_open && file->recoverable == 0)) {
        return false;
    }
    if (file->asks_to_close) {
        ask_close(context, drawer);
    } else if (file->asks_to_open) {
        ask_open(context, drawer);
    } else {
        ask_recovery(context, file->recoverable);
    }
    return true;
}

} // namespace osteon::ui
