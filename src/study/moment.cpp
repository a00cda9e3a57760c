#include "study/moment.h"

#include <ctime>

namespace osteon::study {

Moment moment_here(std::chrono::sys_seconds time) {
    const std::time_t instant = std::chrono::system_clock::to_time_t(time);
    std::tm local{};
    const bool known = ::localtime_r(&instant, &local) != nullptr;
    return moment_at(time, std::chrono::seconds(known ? local.tm_gmtoff : 0));
}

} // namespace osteon::study
