#include "app/end_watch.h"

#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace osteon::app {

EndWatch::EndWatch(std::function<void()> wake)
    : stop_(::eventfd(0, EFD_CLOEXEC))
    , wake_(std::move(wake))
    , thread_([this] {
        std::array<pollfd, 2> waiting{{{interrupt_.descriptor(), POLLIN, 0}, {stop_, POLLIN, 0}}};
        constexpr int no_limit = -1;
        while (::poll(waiting.data(), waiting.size(), no_limit) < 0 && errno == EINTR) {
        }
        if (interrupt_.asked()) { // which takes the signal, so that it does not end the program
            asked_ = true;
            wake_();
        }
    }) {}

EndWatch::~EndWatch() {
    ::eventfd_write(stop_, 1);
    thread_.join();
    ::close(stop_);
}

} // namespace osteon::app
