#pragma once

#include "ui/commands.h"
#include "ui/drawer.h"
#include "ui/palette.h"
#include "ui/panel_focus.h"
#include "ui/reading_panel.h"

namespace osteon::ui {

struct PanelContext;

/// What a key or the palette acts on beside the session.
struct Surroundings {
    PanelFocus& focus;
    DrawerState& drawers;
    ReadingPanelState& reading;
    PaletteState& palette;
};

/// Carries out a command: what it does to the panels here, the rest as actions and requests.
void carry_out(PanelContext& context, Command command, const Surroundings& around);

/// Carries out the keys of this frame that no open question, palette or page of keys has taken.
void take_keys(PanelContext& context, const Surroundings& around);

/// Carries out the keys of the speaker's window: those of the lecture and of the whole program.
void take_presenter_keys(PanelContext& context);

} // namespace osteon::ui
