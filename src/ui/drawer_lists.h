#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// The five sites, the parts of the chosen one below it.
void draw_sites_list(PanelContext& context);
/// The primary cancers with how often each reaches bone.
void draw_primaries_list(PanelContext& context);
/// All articles by kind, the open one marked.
void draw_library_list(PanelContext& context);

} // namespace osteon::ui
