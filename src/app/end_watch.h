#pragma once

#include "app/interrupt.h"

#include <atomic>
#include <functional>
#include <thread>

namespace osteon::app {

/// Hears that the system asks the program to end, as at the end of a desktop's session or by
/// Ctrl+C, while its loop sleeps. Begin it before other threads do.
class EndWatch {
public:
    /// `wake` is called from another thread, once.
    explicit EndWatch(std::function<void()> wake);
    EndWatch(const EndWatch&) = delete;
    EndWatch& operator=(const EndWatch&) = delete;
    ~EndWatch();

    bool asked() const { return asked_; }

private:
    Interrupt interrupt_;
    int stop_ = -1; ///< an eventfd that ends the thread
    std::atomic<bool> asked_ = false;
    std::function<void()> wake_;
    std::jthread thread_; // last, so that it ends before what it uses
};

} // namespace osteon::app
