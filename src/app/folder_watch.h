#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace osteon::app {

/// When each file was saved.
using Stamps = std::map<std::filesystem::path, std::filesystem::file_time_type>;

/// The files of a folder with one of these extensions (".frag").
Stamps stamps_of(const std::filesystem::path& folder, const std::vector<std::string>& extensions);

/// Watches the files of a folder on a thread of its own.
class FolderWatch {
public:
    /// `wake` is called from the watching thread when a file was saved, added or removed.
    FolderWatch(std::filesystem::path folder, std::vector<std::string> extensions,
                std::function<void()> wake);
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    /// Whether something changed since the last call, or since the watch began.
    bool take();

private:
    void watch(const std::stop_token& stop, Stamps seen);

    std::filesystem::path folder_;
    std::vector<std::string> extensions_;
    std::function<void()> wake_;
    std::mutex mutex_;
    std::condition_variable_any stopping_;
    bool changed_ = false;
    std::jthread thread_; // last, so that it ends before what it uses
};

} // namespace osteon::app
