#pragma once

#include "knowledge/spread.h"
#include "ui/panel_context.h"

namespace osteon::ui {

/// A button at the cursor that opens the list of primaries to show beside `primary`, which is
/// chosen with the other; while two are compared, one that ends that. Without a primary it waits
/// for one.
void draw_compare_button(PanelContext& context, const knowledge::Primary* primary);

/// Why two primaries cannot be shown beside each other just now; empty: they can.
const char* why_not_compared(const PanelContext& context);

} // namespace osteon::ui
