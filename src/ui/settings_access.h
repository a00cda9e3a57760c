#pragma once

#include "ui/keys_page.h"

namespace osteon::ui {

/// The part of the settings for eyes, ears and hands: motion, patterns, speech and keys.
void draw_access_settings(PanelContext& context, KeysPageState& keys);

} // namespace osteon::ui
