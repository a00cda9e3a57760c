#include "ui/keys_page.h"

#include "ui/widgets.h"

#include <GLFW/glfw3.h>

#include <string>
#include <string_view>

namespace osteon::ui {

namespace {

void forget(KeysPageState& state) {
    state.waiting.reset();
    state.pressed.reset();
}

void give(PanelContext& context, KeysPageState& state, const KeyPress& press) {
    for (session::Action& action : give_key(context.keys, *state.waiting, press)) {
        context.output.actions.push_back(std::move(action));
    }
    forget(state);
    context.motion.ask_for_frame();
}

/// Takes the key that was pressed for the command that waits for one.
void take_key(PanelContext& context, KeysPageState& state) {
    if (!state.waiting) {
        return;
    }
    state.frame = ImGui::GetFrameCount();
    for (const KeyPress& press : pressed_keys()) {
        if (press.key == GLFW_KEY_ESCAPE) {
            forget(state);
            return;
        }
        if (press.key == GLFW_KEY_ENTER && !press.ctrl && !press.alt) {
            continue; // it chose the row and may still be held down
        }
        if (text_of(press).empty()) {
            continue; // without a name it could not be kept
        }
        const KeyChange change = key_change(context.keys, *state.waiting, press);
        if (change.reserved || change.taken_by) {
            state.pressed = press;
        } else {
            give(context, state, press);
            return;
        }
    }
}

/// Why the key that was pressed cannot simply be had.
void draw_conflict(PanelContext& context, KeysPageState& state) {
    const KeyPress press = *state.pressed;
    const KeyChange change = key_change(context.keys, *state.waiting, press);
    const std::string name = keys_in(context.language(), text_of(press));
    const Card card(
        context,
        {.padding = 12.0F, .ground = context.theme.warning_ground, .bar = context.theme.warning});
    if (change.reserved) {
        wrapped_text(context, TextRole::caption, context.theme.text1,
                     context.tr("{} works alike everywhere and stays what it is. Press another "
                                "key.",
                                name));
        return;
    }
    if (change.taken_by) {
        wrapped_text(
            context, TextRole::caption, context.theme.text1,
            context.tr("{} is the key of “{}”.", name, context.tr(row_of(*change.taken_by).name)));
        gap(context, 8.0F);
        if (button(context, context.tr("Swap the keys"), {.height = 36.0F})) {
            give(context, state, press);
        }
    }
}

/// What can be done with the command that waits for a key.
void draw_choices(PanelContext& context, KeysPageState& state, const CommandRow& row) {
    ImGui::Indent(context.px(12.0F));
    gap(context, 4.0F);
    if (state.pressed) {
        draw_conflict(context, state);
        gap(context, 8.0F);
    }
    const auto choice = [&](const char* words) {
        const bool clicked = link(context, words, TextRole::caption, words);
        gap(context, 6.0F);
        if (clicked) {
            forget(state);
        }
        return clicked;
    };
    if (!context.keys.keys_of(row.command).empty() && choice(context.tr("No key"))) {
        context.emit(session::BindKey{row.id, ""});
    }
    if (context.input.session.settings.keys.contains(row.id) &&
        choice(context.tr("The usual key"))) {
        context.emit(session::ResetKeys{row.id});
    }
    choice(context.tr("Cancel"));
    gap(context, 6.0F);
    ImGui::Unindent(context.px(12.0F));
}

void draw_row(PanelContext& context, KeysPageState& state, const CommandRow& row) {
    const bool waits = state.waiting == row.command;
    const std::string keys = waits ? context.tr("Press a key") : keys_of(context, row.command);
    const bool own = context.keys.is_own(row.command);
    const ListRow look{.title = context.tr(row.name),
                       .subtitle = own ? context.tr("your own key") : "",
                       .value = keys,
                       .chosen = waits,
                       .height = own ? 48.0F : 36.0F};
    const bool clicked = list_row(context, row.id, look).clicked;
    if (row.has(fixed_keys)) {
        tooltip(context, context.tr("Esc, Tab, Enter, F6 and the arrows work alike everywhere, so "
                                    "that nobody is ever locked in."));
    } else if (clicked) {
        forget(state);
        if (!waits) {
            state.waiting = row.command;
        }
        context.motion.ask_for_frame();
    }
    if (waits && state.waiting) {
        draw_choices(context, state, row);
    }
}

} // namespace

void draw_keys_page(PanelContext& context, KeysPageState& state) {
    take_key(context, state);
    if (list_row(context, "back", {.title = context.tr("All settings"), .icon = Icon::back})
            .clicked) {
        state.open = false;
        forget(state);
    }
    ImGui::Indent(context.px(12.0F));
    gap(context, 8.0F);
    wrapped_text(context, TextRole::secondary, context.theme.text2,
                 context.tr("Choose a command, then press its new key. Esc leaves it as it is."),
                 content_width() - context.px(12.0F));
    if (!context.input.session.settings.keys.empty()) {
        gap(context, 8.0F);
        if (link(context, "reset all", TextRole::secondary,
                 context.tr("All commands back to their usual keys"))) {
            context.emit(session::ResetKeys{});
            forget(state);
        }
    }
    ImGui::Unindent(context.px(12.0F));
    std::string_view group;
    for (const CommandRow& row : commands()) {
        if (group != row.group) {
            group = row.group;
            gap(context, 20.0F);
            const ImVec2 start = ImGui::GetCursorScreenPos();
            ImGui::SetCursorScreenPos({start.x + context.px(12.0F), start.y});
            text(context, TextRole::caption_strong, context.theme.text3, context.tr(row.group));
            gap(context, 4.0F);
        }
        draw_row(context, state, row);
    }
}

bool takes_keys(const KeysPageState& state) {
    return state.frame == ImGui::GetFrameCount();
}

} // namespace osteon::ui
