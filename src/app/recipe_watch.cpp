#include "app/recipe_watch.h"

#include "anatomy/builtin_format.h"
#include "app/child_process.h"
#include "app/folder_watch.h"
#include "base/files.h"
#include "base/paths.h"

#include <chrono>
#include <sstream>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace osteon::app {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds poll_interval(200);

fs::path sculptor() {
    return program_folder() / "osteon-sculpt";
}

/// The words that the sculptor printed, as an error; its own "osteon-sculpt: " is left out.
Error spoken_error(const RecipeSource& source, const ChildOutput& child) {
    std::string words = child.errors;
    constexpr std::string_view speaker = "osteon-sculpt: ";
    if (const std::size_t at = words.rfind(speaker); at != std::string::npos) {
        words.erase(0, at + speaker.size());
    }
    while (!words.empty() && (words.back() == '\n' || words.back() == '.')) {
        words.pop_back();
    }
    if (words.empty()) {
        words = source.file.string() + ": the sculptor ended with status " +
                std::to_string(child.status);
    }
    return {Fault::input, "", "", words, ""};
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ",") + word;
    }
    return text;
}

} // namespace

Result<std::vector<std::string>> recipe_bones(const RecipeSource& source) {
    const auto child =
        run_child(sculptor(), {"live", fs::absolute(source.file).string(), "--list"});
    if (!child) {
        return fail(child.error());
    }
    if (child->status != 0) {
        return fail(spoken_error(source, *child));
    }
    std::istringstream lines(child->output);
    std::vector<std::string> ids;
    for (std::string id; std::getline(lines, id);) {
        ids.push_back(id);
    }
    return ids;
}

RecipeWatch::RecipeWatch(RecipeSource source, const anatomy::Registry& registry,
                         std::function<void()> wake)
    : source_(std::move(source))
    , registry_(registry)
    , wake_(std::move(wake))
    , folder_(fs::temp_directory_path() / ("osteon-recipe-" + std::to_string(::getpid())))
    , thread_([this](const std::stop_token& stop) { watch(stop); }) {}

RecipeWatch::~RecipeWatch() {
    thread_ = {}; // stops and joins
    std::error_code code;
    fs::remove_all(folder_, code);
}

std::optional<Result<anatomy::SkeletonModel>> RecipeWatch::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(finished_, std::nullopt);
}

void RecipeWatch::watch(const std::stop_token& stop) {
    Stamps built;
    while (!stop.stop_requested()) {
        Stamps now = stamps_of(fs::absolute(source_.file).parent_path(), {".recipe"});
        if (now != built) {
            built = std::move(now);
            Result<anatomy::SkeletonModel> model = build();
            {
                const std::scoped_lock lock(mutex_);
                finished_ = std::move(model);
            }
            wake_();
        }
        std::unique_lock lock(mutex_);
        stopping_.wait_for(lock, stop, poll_interval, [] { return false; });
    }
}

Result<anatomy::SkeletonModel> RecipeWatch::build() const {
    const fs::path output = folder_ / "live.skeleton";
    std::vector<std::string> words{"live", fs::absolute(source_.file).string(), "--out",
                                   output.string()};
    const auto assets = shipped_folder("assets");
    if (!assets) {
        return fail(assets.error());
    }
    words.insert(words.end(), {"--registry", (*assets / "anatomy" / "bones.toml").string()});
    if (!source_.reference.empty() && !source_.overlays.empty()) {
        words.insert(words.end(), {"--reference", fs::absolute(source_.reference).string(),
                                   "--overlay", joined(source_.overlays)});
    }
    const auto child = run_child(sculptor(), words);
    if (!child) {
        return fail(child.error());
    }
    if (child->status != 0) {
        return fail(spoken_error(source_, *child));
    }
    const auto file = map_file(output);
    if (!file) {
        return fail(file.error());
    }
    return anatomy::decode_builtin(file->bytes, registry_);
}

} // namespace osteon::app
