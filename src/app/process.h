#pragma once

#include <cstddef>

namespace osteon::app {

/// Milliseconds since the kernel started this process (in its clock ticks of usually 10 ms).
double milliseconds_since_start();

/// The most memory this process ever held, in MiB.
double peak_memory_mib();

/// Processor time that this process has used, user and system, in seconds.
double cpu_seconds();

/// Frames and processor time over a stretch of idling.
class IdleWatch {
public:
    IdleWatch(std::size_t frames, double now, double seconds)
        : frames_(frames)
        , start_(now)
        , end_(now + seconds)
        , cpu_(app::cpu_seconds()) {}

    std::size_t frames() const { return frames_; }
    double start_time() const { return start_; }
    double end_time() const { return end_; }
    double cpu_seconds() const { return app::cpu_seconds() - cpu_; }

private:
    std::size_t frames_;
    double start_;
    double end_;
    double cpu_;
};

} // namespace osteon::app
