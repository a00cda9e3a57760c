#include "ui/interface_keys.h"

#include "ui/command_place.h"
#include "ui/key_map.h"
#include "ui/lecture_keys.h"
#include "ui/panel_context.h"
#include "ui/study_question.h"

#include <GLFW/glfw3.h>
#include <imgui_internal.h>

namespace osteon::ui {

namespace {

/// Escape, Enter, Tab and arrows belong to the panel that has the keyboard.
bool belongs_to_panel(const KeyPress& press) {
    switch (press.key) {
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
    case GLFW_KEY_TAB:
    case GLFW_KEY_LEFT:
    case GLFW_KEY_RIGHT:
    case GLFW_KEY_UP:
    case GLFW_KEY_DOWN:
        return !press.alt;
    default:
        return false;
    }
}

/// What a command does to find in page; false: it is none of its own.
bool carry_out_find(PanelContext& context, Command command, PageFind& find) {
    switch (command) {
    case Command::find_in_page:
        find.open = true;
        find.focus_wanted = true;
        if (context.input.session.settings.panel_folded) {
            context.emit(session::FoldPanel{false});
        }
        break;
    case Command::find_next:
    case Command::find_previous:
        find.step(command == Command::find_next ? 1 : -1);
        break;
    case Command::escape:
        if (!find.open) {
            return false;
        }
        find = {};
        break;
    default:
        return false;
    }
    context.motion.ask_for_frame();
    return true;
}

/// Keys that choose an answer of study mode are no commands.
bool belongs_to_question(const PanelContext& context, const KeyPress& press) {
    return digits_are_choices(context) && press.key >= GLFW_KEY_1 && press.key <= GLFW_KEY_4 &&
           !press.ctrl && !press.alt;
}

/// Whether a command counts while words are typed.
bool counts_while_typing(Command command, const KeyPress& press) {
    const bool writes =
        press.key >= GLFW_KEY_SPACE && press.key < GLFW_KEY_ESCAPE && !press.ctrl && !press.alt;
    if (press.character != 0 || writes) {
        return false;
    }
    switch (command) {
    case Command::explore:
    case Command::lecture:
    case Command::bedside:
    case Command::study:
    case Command::full_screen:
    case Command::palette:
    case Command::search:
    case Command::save_session:
    case Command::open_session:
    case Command::save_picture:
    case Command::save_sheet:
    case Command::find_in_page:
    case Command::find_next:
    case Command::find_previous:
        return true;
    default:
        return false;
    }
}

/// Whether a command has a place at the bedside, which shows no drawers and no reading panel.
bool counts_at_bedside(Command command) {
    switch (command) {
    case Command::explore:
    case Command::lecture:
    case Command::bedside:
    case Command::study:
    case Command::full_screen:
    case Command::quit:
    case Command::next_panel:
    case Command::escape:
    case Command::undo:
    case Command::redo:
    case Command::home:
    case Command::frame:
    case Command::view_front:
    case Command::view_back:
    case Command::view_left:
    case Command::view_right:
    case Command::view_top:
    case Command::view_bottom:
    case Command::turn_left:
    case Command::turn_right:
    case Command::turn_up:
    case Command::turn_down:
    case Command::zoom_in:
    case Command::zoom_out:
    case Command::larger_interface:
    case Command::smaller_interface:
    case Command::speak:
        return true;
    default:
        return false;
    }
}

/// Whether a command counts in the speaker's window: those of the whole program, which the room's
/// window carries out.
bool counts_for_speaker(Command command) {
    switch (command) {
    case Command::explore:
    case Command::lecture:
    case Command::full_screen:
    case Command::quit:
        return true;
    default:
        return false;
    }
}

/// Whether a key press is a command just now, and not the panel's or the question's.
bool counts(const PanelContext& context, Command command, const KeyPress& press, bool typing,
            const PanelFocus& focus) {
    if (typing && !counts_while_typing(command, press)) {
        return false;
    }
    if (context.input.layout.mode == session::Mode::bedside && !counts_at_bedside(command)) {
        return false;
    }
    return !(focus.in_panels() && belongs_to_panel(press)) && !belongs_to_question(context, press);
}

} // namespace

void carry_out(PanelContext& context, Command command, const Surroundings& around) {
    if (carry_out_find(context, command, around.reading.find)) {
        return;
    }
    if (command == Command::palette) {
        ImGui::ClosePopupsOverWindow(nullptr, false);
        open_palette(around.palette);
        context.motion.ask_for_frame();
        return;
    }
    if (command == Command::save_session) {
        ask_to_save(context, around.drawers.notes);
        return;
    }
    if (command == Command::open_session) {
        ask_to_open(context, around.drawers.notes);
        return;
    }
    if (command == Command::next_panel) {
        around.focus.next();
        context.motion.ask_for_frame();
        return;
    }
    if (command == Command::escape && !around.reading.lit.place.words.empty()) {
        around.reading.lit = {};
        return;
    }
    if (command == Command::escape && around.focus.in_panels()) {
        around.focus.leave();
        return;
    }
    const session::Drawer drawer = context.input.session.settings.drawer;
    if (command == Command::escape &&
        (drawer == session::Drawer::search || drawer == session::Drawer::matrix)) {
        // Both were opened for a moment; the choices on the stage are not what one leaves first.
        context.emit(session::OpenDrawer{session::Drawer::none});
        return;
    }
    if (command == Command::change_keys) {
        around.drawers.settings.keys.open = true;
        context.emit(session::OpenDrawer{session::Drawer::settings});
        return;
    }
    if (command == Command::search) {
        around.drawers.search.focus.ask();
    }
    emit_command(context, command);
}

void take_presenter_keys(PanelContext& context) {
    if (ImGui::GetIO().WantTextInput) {
        return;
    }
    take_lecture_space(context);
    for (const KeyPress& press : pressed_keys()) {
        if (take_lecture_key(context, press)) {
            continue;
        }
        const auto command = context.keys.command_of(press);
        if (command && counts_for_speaker(*command)) {
            emit_command(context, *command);
        }
    }
}

void take_keys(PanelContext& context, const Surroundings& around) {
    PanelFocus& focus = around.focus;
    const PageFind& find = around.reading.find;
    const bool popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
    if (popup && ImGui::IsKeyPressed(GLFW_KEY_ESCAPE)) {
        ImGui::ClosePopupToLevel(0, false);
        return;
    }
    const bool typing = ImGui::GetIO().WantTextInput || around.drawers.search.focus.coming() ||
                        find.focus_wanted || find.frames_to_focus > 0;
    if (!typing) {
        take_lecture_space(context);
    }
    for (const KeyPress& press : pressed_keys()) {
        if (!typing && !focus.in_panels() && take_lecture_key(context, press)) {
            continue;
        }
        const auto command = context.keys.command_of(press);
        if (command && counts(context, *command, press, typing, focus)) {
            carry_out(context, *command, around);
        }
    }
    if (focus.in_panels() && context.output.pointer_on_stage &&
        ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        focus.leave();
    }
}

} // namespace osteon::ui
