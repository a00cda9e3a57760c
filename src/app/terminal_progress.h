#pragma once

#include "base/progress.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace osteon::app {

/// Tells on standard error how far a command has come, in one line that is written over: from half
/// a second on, and only where a person looks on, at a terminal. The line is gone in the end.
class TerminalProgress {
public:
    TerminalProgress();
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;
    ~TerminalProgress();

    /// For tasks that take one; valid as long as this lives.
    Progress teller();

private:
    void tell(std::string_view what, int done, int total);

    std::chrono::steady_clock::time_point begun_;
    bool watched_ = false;
    std::string line_; ///< that stands there
};

/// "Drawing, 14 of 24"; without the numbers where the length is not known.
std::string progress_words(std::string_view what, int done, int total);

} // namespace osteon::app
