#include "app/atlas_window_parts.h"
#include "ui/status_bar.h"

#include <spdlog/spdlog.h>

namespace osteon::app {

void AtlasWindow::answer(const ui::SayAloud& request) {
    if (const auto said = speech_.say(request.words, request.language); !said) {
        spdlog::error(describe(said.error()));
        say(describe(said.error()), true);
    }
}

/// Where names are spoken: that of what has been chosen since the last time.
void AtlasWindow::say_choice_aloud() {
    if (session::names_hidden(session_.stage)) {
        return; // it would answer the question
    }
    const std::string name = ui::status_name(session_, atlas_->world(), {}).name;
    if (session_.settings.speech && !name.empty() && name != spoken_ &&
        *speech_.missing() == '\0') {
        answer(ui::SayAloud{name, session_.settings.language});
    }
    spoken_ = name;
}

/// The desktop has said whether it wants motion.
void AtlasWindow::take_desktop() {
    if (const auto reduces = desktop_motion_.take()) {
        session_.system_reduces_motion = *reduces;
        frames_due_ = c_frames_after_event;
    }
}

} // namespace osteon::app
