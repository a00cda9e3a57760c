#pragma once

#include <unistd.h>
#include <utility>

namespace osteon {

/// Owns a POSIX file descriptor.
class Descriptor {
public:
    explicit Descriptor(int descriptor = -1)
        : descriptor_(descriptor) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept
        : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~Descriptor() { close(); }

    int get() const { return descriptor_; }
    bool is_open() const { return descriptor_ >= 0; }
    /// Closes ahead of the destructor. False with errno where a write failed that a network disk
    /// reports only now.
    bool close() {
        const int descriptor = std::exchange(descriptor_, -1);
        return descriptor < 0 || ::close(descriptor) == 0;
    }

private:
    int descriptor_;
};

} // namespace osteon
