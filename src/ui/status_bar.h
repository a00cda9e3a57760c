#pragma once

#include "ui/panel_context.h"

#include <string>

namespace osteon::ui {

/// The bar at the foot of the window: the name under the pointer, hints, credit, scale.
void draw_status_bar(PanelContext& context);

/// What the status bar names: what is under the pointer, else what is chosen.
struct StatusName {
    std::string name;
    std::string latin;
};
StatusName status_name(const session::Session& session, const session::World& world,
                       const view::Pointing& pointing);

} // namespace osteon::ui
