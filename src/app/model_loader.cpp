#include "app/model_loader.h"

#include "base/paths.h"

namespace osteon::app {

ModelLoader::ModelLoader(const anatomy::Registry& registry, Folders folders,
                         std::function<void()> wake)
    : registry_(registry)
    , folders_(std::move(folders))
    , wake_(std::move(wake)) {}

ModelLoader::~ModelLoader() = default;

void ModelLoader::start(const anatomy::ModelSource& source) {
    thread_ = {}; // stops and joins a load that is under way
    {
        const std::scoped_lock lock(mutex_);
        progress_ = {source.builtin() ? knowledge::translatable("Opening the skeleton")
                                      : "Opening " + source.path.filename().string(),
                     0, 0};
        finished_.reset();
    }
    busy_ = true;
    thread_ = std::jthread([this, source](const std::stop_token& stop) { load(source, stop); });
}

void ModelLoader::load(const anatomy::ModelSource& source, const std::stop_token& stop) {
    const Progress progress = [&](std::string_view what, int done, int total) {
        {
            const std::scoped_lock lock(mutex_);
            progress_ = {std::string(what), done, total};
        }
        wake_();
        return !stop.stop_requested();
    };
    Result<StagedModel> model =
        anatomy::load_model(source, registry_, folders_.builtin_model(), cache_folder(), progress)
            .map([this](anatomy::SkeletonModel&& loaded) {
                return stage_model(std::move(loaded), registry_);
            });
    {
        const std::scoped_lock lock(mutex_);
        if (!stop.stop_requested()) {
            finished_ = LoadedModel{source, std::move(model)};
        }
    }
    busy_ = false;
    wake_();
}

bool ModelLoader::busy() const {
    return busy_;
}

LoadProgress ModelLoader::progress() const {
    const std::scoped_lock lock(mutex_);
    return progress_;
}

std::optional<LoadedModel> ModelLoader::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(finished_, std::nullopt);
}

} // namespace osteon::app
