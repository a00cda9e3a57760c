#pragma once

#include "ui/keys_page.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"

#include <string>

namespace osteon::ui {

/// What the settings drawer remembers between frames.
struct SettingsState {
    SliderDraft slider;
    std::string path;    ///< typed by the user
    std::string message; ///< what is wrong with it; empty: nothing
    bool unmatched_open = false;
    KeysPageState keys;
};

/// Theme, sizes, reading level, ease of use, figures and the model; or the page of keys.
void draw_settings(PanelContext& context, SettingsState& state);

/// A typed path as a file name: "~" is the home folder, quotes and blanks around it are dropped.
std::filesystem::path typed_path(std::string_view typed);

} // namespace osteon::ui
