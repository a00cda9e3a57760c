#include "app/atlas_window_parts.h"

namespace osteon::app {

void AtlasWindow::answer(const ui::FillScreen&) {
    window_.fill_screen(!window_.fills_screen());
    frames_due_ = c_frames_after_event;
}

} // namespace osteon::app
