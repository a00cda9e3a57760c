#include "app/interrupt.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace osteon::app {
namespace {

sigset_t watched_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

} // namespace

Interrupt::Interrupt() {
    const sigset_t signals = watched_signals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    descriptor_ = ::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

Interrupt::~Interrupt() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
    const sigset_t signals = watched_signals();
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

bool Interrupt::asked() const {
    signalfd_siginfo told{};
    asked_ =
        asked_ || (descriptor_ >= 0 && ::read(descriptor_, &told, sizeof(told)) == sizeof(told));
    return asked_;
}

} // namespace osteon::app
