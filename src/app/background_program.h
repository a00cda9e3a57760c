#pragma once

#include "app/child_process.h"
#include "app/model_loader.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace osteon::app {

/// Runs this program once more, with a command that takes long and tells how far it is ("12 240
/// Making the video" in a line of its output), so that neither its drawing nor a fault of it holds
/// the window up. One at a time.
class BackgroundProgram {
public:
    /// `wake` is called from another thread after each step and at the end.
    explicit BackgroundProgram(std::function<void()> wake);
    BackgroundProgram(const BackgroundProgram&) = delete;
    BackgroundProgram& operator=(const BackgroundProgram&) = delete;
    /// Ends what runs.
    ~BackgroundProgram();

    void start(std::vector<std::string> arguments);
    bool busy() const { return busy_; }
    LoadProgress progress() const;
    /// Asks the command to end; it leaves nothing half-written.
    void cancel();
    bool cancelled() const { return thread_.get_stop_token().stop_requested(); }
    /// How it ended, once.
    std::optional<Result<ChildOutput>> take();

private:
    void hear(std::string_view line);

    std::function<void()> wake_;
    mutable std::mutex mutex_;
    LoadProgress progress_;
    std::optional<Result<ChildOutput>> ended_;
    std::atomic<bool> busy_ = false;
    std::jthread thread_; // last, so that it ends before what it uses
};

} // namespace osteon::app
