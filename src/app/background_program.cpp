#include "app/background_program.h"

#include <charconv>
#include <filesystem>
#include <utility>

namespace osteon::app {

BackgroundProgram::BackgroundProgram(std::function<void()> wake)
    : wake_(std::move(wake)) {}

BackgroundProgram::~BackgroundProgram() = default;

void BackgroundProgram::start(std::vector<std::string> arguments) {
    thread_ = {}; // ends and joins what runs
    {
        const std::scoped_lock lock(mutex_);
        progress_ = {};
        ended_.reset();
    }
    busy_ = true;
    thread_ = std::jthread([this, words = std::move(arguments)](const std::stop_token& stop) {
        std::error_code error;
        const std::filesystem::path program =
            std::filesystem::read_symlink("/proc/self/exe", error);
        auto ended =
            run_child(program, words, {[this](std::string_view line) { hear(line); }, stop});
        {
            const std::scoped_lock lock(mutex_);
            ended_ = std::move(ended);
        }
        busy_ = false;
        wake_();
    });
}

/// A line "12 240 Making the video"; others say nothing.
void BackgroundProgram::hear(std::string_view line) {
    LoadProgress told;
    const char* const end = line.data() + line.size();
    const auto done = std::from_chars(line.data(), end, told.done);
    if (done.ec != std::errc{} || done.ptr == end || *done.ptr != ' ') {
        return;
    }
    const auto total = std::from_chars(done.ptr + 1, end, told.total);
    if (total.ec != std::errc{} || total.ptr == end || *total.ptr != ' ') {
        return;
    }
    told.what.assign(total.ptr + 1, end);
    {
        const std::scoped_lock lock(mutex_);
        progress_ = std::move(told);
    }
    wake_();
}

LoadProgress BackgroundProgram::progress() const {
    const std::scoped_lock lock(mutex_);
    return progress_;
}

void BackgroundProgram::cancel() {
    thread_.request_stop();
}

std::optional<Result<ChildOutput>> BackgroundProgram::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(ended_, std::nullopt);
}

} // namespace osteon::app
