#include "app/atlas_window_parts.h"

namespace osteon::app {

void AtlasWindow::answer(const ui::ProgressRequest& request) {
    const Result<std::string> told = study_.change(request, atlas_->knowledge.language);
    if (!told) {
        say(describe(told.error()), true);
    } else if (!told->empty()) {
        say(*told, false);
    }
    say_of_study();
    frames_due_ = c_frames_after_event;
}

/// A progress file that was dropped on the window.
void AtlasWindow::import_progress(const std::string& file) {
    study_.open(*atlas_);
    if (study_.is_open()) {
        answer(ui::ImportProgress{file});
    }
}

} // namespace osteon::app
