#pragma once

#include "ui/drawer_help.h"
#include "ui/drawer_notes.h"
#include "ui/drawer_search.h"
#include "ui/drawer_settings.h"
#include "ui/drawer_skeleton.h"
#include "ui/drawer_tours.h"
#include "ui/panel_context.h"

namespace osteon::ui {

/// What the drawers remember between frames.
struct DrawerState {
    SearchState search;
    SkeletonTreeState skeleton;
    SettingsState settings;
    NotesDrawerState notes;
    ToursState tours;
    session::Drawer shown = session::Drawer::none; ///< in the last frame
};

/// The open drawer, beside the rail. Draws nothing while none is open.
void draw_drawer(PanelContext& context, DrawerState& state);

} // namespace osteon::ui
