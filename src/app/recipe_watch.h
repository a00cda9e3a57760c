#pragma once

#include "anatomy/model.h"
#include "anatomy/registry.h"
#include "app/recipe_source.h"
#include "base/error.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace osteon::app {

/// The ids of the bones that a recipe file describes, as osteon-sculpt reads it. Errors: no
/// osteon-sculpt beside the program, and what it says of the file.
Result<std::vector<std::string>> recipe_bones(const RecipeSource& source);

/// Watches the folder of a recipe on a thread of its own and has osteon-sculpt mesh the recipe's
/// bones anew whenever a recipe there was saved.
class RecipeWatch {
public:
    /// `wake` is called from the watching thread whenever there is something to take.
    RecipeWatch(RecipeSource source, const anatomy::Registry& registry, std::function<void()> wake);
    ~RecipeWatch();
    RecipeWatch(const RecipeWatch&) = delete;
    RecipeWatch& operator=(const RecipeWatch&) = delete;

    /// The newest model, or why there is none, once.
    std::optional<Result<anatomy::SkeletonModel>> take();

private:
    void watch(const std::stop_token& stop);
    Result<anatomy::SkeletonModel> build() const;

    RecipeSource source_;
    const anatomy::Registry& registry_;
    std::function<void()> wake_;
    std::filesystem::path folder_; ///< of the built model, removed at the end
    std::mutex mutex_;
    std::condition_variable_any stopping_;
    std::optional<Result<anatomy::SkeletonModel>> finished_;
    std::jthread thread_; // last, so that it ends before what it uses
};

} // namespace osteon::app
