#include "app/atlas_window_parts.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace osteon::app {

void AtlasWindow::take_model() {
    if (outbox_.draws()) { // of the model as it is
        return;
    }
    std::optional<LoadedModel> loaded = loader_.take();
    if (!loaded) {
        return;
    }
    frames_due_ = c_frames_after_event;
    if (!loaded->model) {
        spdlog::error(describe(loaded->model.error()));
        say(describe(loaded->model.error()), true);
        const bool had_model = stage_.loaded();
        wanted_source_ = had_model ? loaded_source_ : anatomy::ModelSource{};
        session_.settings.model = wanted_source_;
        if (!had_model && !loaded->source.builtin()) {
            loader_.start(wanted_source_);
        }
        return;
    }
    loaded_source_ = loaded->source;
    stage_.show(std::move(*loaded->model), *atlas_, renderer_);
    pilot_.frame_again(session_);
}

/// Shows the recipe as it was saved last; a faulty one leaves the picture as it is and says why.
void AtlasWindow::take_recipe() {
    std::optional<Result<anatomy::SkeletonModel>> built =
        recipe_ && !outbox_.draws() ? recipe_->take() : std::nullopt;
    if (!built) {
        return;
    }
    toasts_.remove_errors();
    frames_due_ = c_frames_after_event;
    if (!*built) {
        say(describe(built->error()), true);
        return;
    }
    const bool first = !stage_.loaded();
    stage_.show(stage_model(std::move(**built), atlas_->registry), *atlas_, renderer_);
    if (first) {
        act({session::Home{}});
        show_overlay();
    }
}

/// Draws with the shaders as they were saved last; where one of them does not compile, with those
/// that did, and says why.
void AtlasWindow::take_shaders() {
    if (!shader_watch_ || outbox_.draws() || !shader_watch_->take()) {
        return;
    }
    toasts_.remove_errors();
    frames_due_ = c_frames_after_event;
    if (const auto reloaded = renderer_.reload_shaders(shaders_); !reloaded) {
        spdlog::error(describe(reloaded.error()));
        say(describe(reloaded.error()), true);
    }
}

/// Fades the reference, so that the recipe's bones are seen within it.
void AtlasWindow::show_overlay() {
    std::vector<anatomy::BoneIndex> sculpted;
    for (const std::string& id : live_.overlays) {
        sculpted.push_back(atlas_->registry.find(id));
    }
    if (!sculpted.empty()) {
        act({session::Select{sculpted}, session::FadeRest{true}});
    }
}

} // namespace osteon::app
