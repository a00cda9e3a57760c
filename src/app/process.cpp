#include "app/process.h"

#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace osteon::app {
namespace {

/// Seconds from boot to the start of this process: field 22 of /proc/self/stat, see proc(5).
double start_since_boot() {
    std::ifstream file("/proc/self/stat");
    std::string text;
    std::getline(file, text);
    const std::size_t name_end = text.rfind(')'); // the name in field 2 may hold blanks
    if (name_end == std::string::npos) {
        return 0.0;
    }
    std::istringstream fields(text.substr(name_end + 1));
    std::string field;
    for (int number = 3; number <= 22; ++number) {
        fields >> field;
    }
    return std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

rusage usage() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used;
}

} // namespace

double milliseconds_since_start() {
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double since_boot =
        static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
    return 1000.0 * (since_boot - start_since_boot());
}

double peak_memory_mib() {
    return static_cast<double>(usage().ru_maxrss) / 1024.0; // Linux counts KiB
}

double cpu_seconds() {
    const rusage used = usage();
    return seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
}

} // namespace osteon::app
