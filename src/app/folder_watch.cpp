#include "app/folder_watch.h"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

namespace osteon::app {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds poll_interval(200);

} // namespace

Stamps stamps_of(const fs::path& folder, const std::vector<std::string>& extensions) {
    Stamps stamps;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(folder, code)) {
        if (std::ranges::find(extensions, entry.path().extension().string()) != extensions.end()) {
            stamps[entry.path()] = entry.last_write_time(code);
        }
    }
    return stamps;
}

FolderWatch::FolderWatch(fs::path folder, std::vector<std::string> extensions,
                         std::function<void()> wake)
    : folder_(std::move(folder))
    , extensions_(std::move(extensions))
    , wake_(std::move(wake))
    , thread_([this, seen = stamps_of(folder_, extensions_)](const std::stop_token& stop) {
        watch(stop, seen);
    }) {}

bool FolderWatch::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(changed_, false);
}

void FolderWatch::watch(const std::stop_token& stop, Stamps seen) {
    while (!stop.stop_requested()) {
        if (Stamps now = stamps_of(folder_, extensions_); now != seen) {
            seen = std::move(now);
            {
                const std::scoped_lock lock(mutex_);
                changed_ = true;
            }
            wake_();
        }
        std::unique_lock lock(mutex_);
        stopping_.wait_for(lock, stop, poll_interval, [] { return false; });
    }
}

} // namespace osteon::app
