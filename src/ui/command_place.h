#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// What a command would be carried out on just now.
CommandPlace command_place(const PanelContext& context);

/// Emits what a command does to the session, and asks the program for the rest.
void emit_command(PanelContext& context, Command command);

} // namespace osteon::ui
