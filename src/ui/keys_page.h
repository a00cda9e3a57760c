#pragma once

#include "ui/panel_context.h"

#include <optional>

namespace osteon::ui {

/// What the page of keys remembers between frames.
struct KeysPageState {
    bool open = false;
    std::optional<Command> waiting;  ///< the command whose new key is about to be pressed
    std::optional<KeyPress> pressed; ///< for it, and belongs to another command or to none
    int frame = -1; ///< the last in which keys were taken for this page: they are no commands
};

/// All commands with their keys, to be changed: a part of the settings drawer.
void draw_keys_page(PanelContext& context, KeysPageState& state);

/// Whether this frame's keys belong to the page.
bool takes_keys(const KeysPageState& state);

} // namespace osteon::ui
