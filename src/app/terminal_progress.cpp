#include "app/terminal_progress.h"

#include <fmt/core.h>

#include <cstdio>
#include <unistd.h>
#include <utility>

namespace osteon::app {
namespace {

constexpr std::chrono::milliseconds c_silence{500};
constexpr const char* c_clear_line = "\r\033[K"; // ECMA-48: to the line's start, erase it

} // namespace

TerminalProgress::TerminalProgress()
    : begun_(std::chrono::steady_clock::now())
    , watched_(isatty(STDERR_FILENO) == 1) {}

TerminalProgress::~TerminalProgress() {
    if (!line_.empty()) {
        fmt::print(stderr, "{}", c_clear_line);
        std::fflush(stderr);
    }
}

Progress TerminalProgress::teller() {
    return [this](std::string_view what, int done, int total) {
        tell(what, done, total);
        return true;
    };
}

void TerminalProgress::tell(std::string_view what, int done, int total) {
    if (!watched_ || std::chrono::steady_clock::now() - begun_ < c_silence) {
        return;
    }
    std::string words = progress_words(what, done, total);
    if (words != line_) {
        fmt::print(stderr, "{}{}", c_clear_line, words);
        std::fflush(stderr);
        line_ = std::move(words);
    }
}

std::string progress_words(std::string_view what, int done, int total) {
    return total > 0 ? fmt::format("{}, {} of {}", what, done, total) : std::string(what);
}

} // namespace osteon::app
