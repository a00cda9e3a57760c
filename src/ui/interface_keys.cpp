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
    if (!shows_reading_panel(context) || context.input.layout.mode == session::Mode::lecture) {
        return command == Command::find_in_page || command == Command::find_next ||
               command == Command::find_previous;
    }
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

/// Whether a key press writes something where words are typed.
bool writes(const KeyPress& press) {
    const bool printable = press.key >= GLFW_KEY_SPACE && press.key < GLFW_KEY_ESCAPE;
    return press.character != 0 || (printable && !press.ctrl && !press.alt);
}

/// Whether a key press is a command just now, and not the panel's or the question's.
bool counts(const PanelContext& context, Command command, const KeyPress& press, bool typing,
            const PanelFocus& focus) {
    const CommandRow& row = row_of(command);
    if (typing && (writes(press) || !row.has(while_typing))) {
        return false;
    }
    if (context.input.layout.mode == session::Mode::bedside && !row.has(at_bedside)) {
        return false;
    }
    return !(focus.in_panels() && belongs_to_panel(press)) && !belongs_to_question(context, press);
}

/// What a command does to the parts of the interface itself; false: it is none of these.
bool carry_out_here(PanelContext& context, Command command, const Surroundings& around) {
    switch (command) {
    case Command::palette:
        ImGui::ClosePopupsOverWindow(nullptr, false);
        open_palette(around.palette);
        break;
    case Command::save_session:
        ask_to_save(context, around.drawers.notes);
        break;
    case Command::open_session:
        ask_to_open(context, around.drawers.notes);
        break;
    case Command::next_panel:
        around.focus.next();
        break;
    case Command::change_keys:
        around.drawers.settings.keys.open = true;
        context.emit(session::OpenDrawer{session::Drawer::settings});
        break;
    default:
        return false;
    }
    context.motion.ask_for_frame();
    return true;
}

/// Escape leaves what was opened last before it leaves what is chosen on the stage. False: nothing
/// of that was open.
bool step_out_here(PanelContext& context, const Surroundings& around) {
    if (!around.reading.lit.place.words.empty()) {
        around.reading.lit = {};
        return true;
    }
    if (around.focus.in_panels()) {
        around.focus.leave();
        return true;
    }
    const session::Drawer drawer = context.input.session.settings.drawer;
    if (drawer == session::Drawer::search || drawer == session::Drawer::matrix) {
        // Both were opened for a moment.
        context.emit(session::OpenDrawer{session::Drawer::none});
        return true;
    }
    return false;
}

} // namespace

void carry_out(PanelContext& context, Command command, const Surroundings& around) {
    if (carry_out_find(context, command, around.reading.find) ||
        carry_out_here(context, command, around) ||
        (command == Command::escape && step_out_here(context, around))) {
        return;
    }
    const bool searches = context.input.session.settings.drawer == session::Drawer::search &&
                          !context.input.layout.drawer.empty();
    if (command == Command::search && searches) { // a drawer that opens asks for itself
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
        if (command && row_of(*command).has(for_speaker)) {
            emit_command(context, *command);
        }
    }
}

void take_keys(PanelContext& context, const Surroundings& around) {
    PanelFocus& focus = around.focus;
    const PageFind& find = around.reading.find;
    const bool popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
    if ((popup || focus.had_menu()) && ImGui::IsKeyPressed(GLFW_KEY_ESCAPE)) {
        if (popup) { // else Dear ImGui has closed it when this frame began
            ImGui::ClosePopupToLevel(0, false);
        }
        return;
    }
    const bool finds = shows_reading_panel(context) && find.open &&
                       (find.focus_wanted || find.frames_to_focus > 0);
    const bool searches =
        !context.input.layout.drawer.empty() && around.drawers.search.focus.coming();
    const bool typing = ImGui::GetIO().WantTextInput || searches || finds;
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
