#pragma once

#include "ui/palette_items.h"
#include "ui/widgets.h"

namespace osteon::ui {

inline constexpr float palette_row_height = 56.0F; ///< px at 100 %

/// A row of the palette: icon, name, what it is, and at the right the key that does the same.
Touch palette_row(PanelContext& context, const PaletteItem& item, bool chosen);

} // namespace osteon::ui
