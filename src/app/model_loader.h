#pragma once

#include "anatomy/load.h"
#include "app/atlas.h"
#include "app/staged_model.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace osteon::app {

/// How far a load is; total 0: unknown.
struct LoadProgress {
    std::string what;
    int done = 0;
    int total = 0;
};

/// A model with where it came from.
struct LoadedModel {
    anatomy::ModelSource source;
    Result<StagedModel> model;
};

/// Loads one model at a time on a thread of its own. Starting another load stops the first.
class ModelLoader {
public:
    /// `wake` is called from the loading thread after each step and at the end.
    ModelLoader(const anatomy::Registry& registry, Folders folders, std::function<void()> wake);
    ~ModelLoader();
    ModelLoader(const ModelLoader&) = delete;
    ModelLoader& operator=(const ModelLoader&) = delete;

    void start(const anatomy::ModelSource& source);
    bool busy() const;
    LoadProgress progress() const;
    /// The finished load, once.
    std::optional<LoadedModel> take();

private:
    void load(const anatomy::ModelSource& source, const std::stop_token& stop);

    const anatomy::Registry& registry_;
    Folders folders_;
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    LoadProgress progress_;
    std::optional<LoadedModel> finished_;
    std::atomic<bool> busy_ = false;
    std::jthread thread_; // last, so that it ends before what it uses
};

} // namespace osteon::app
