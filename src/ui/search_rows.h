#pragma once

#include "knowledge/search.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace osteon::ui {

/// The icon of a kind of hits, and the heading over them.
struct HitKindLook {
    Icon icon;
    const char* heading; ///< English; tr() it
};
HitKindLook look_of(knowledge::HitKind kind);

/// A hit as a row: its title, what it is, and the words found with those sought marked.
Touch hit_row(PanelContext& context, const knowledge::Hit& hit, bool chosen);

} // namespace osteon::ui
