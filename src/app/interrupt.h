#pragma once

#include "base/progress.h"

namespace osteon::app {

/// Turns Ctrl+C and the end that a system asks for into a question that long work can ask, while it
/// lives, so that nothing is left half-written. Begin it before other threads do.
class Interrupt {
public:
    Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    ~Interrupt();

    /// Whether the program was asked to end.
    bool asked() const;
    /// Can be read from once it was asked; below 0: the system has none.
    int descriptor() const { return descriptor_; }
    /// The exit code of a program that ended so: 128 and the number of SIGINT.
    static constexpr int exit_code = 130;

private:
    int descriptor_ = -1;
    mutable bool asked_ = false;
};

} // namespace osteon::app
