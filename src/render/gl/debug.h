#pragma once

#include <memory>
#include <string>
#include <vector>

namespace osteon::render::gl {

/// Listens to the driver where the context has GL_KHR_debug. Errors, undefined behaviour and
/// whatever the driver calls severe go to the log and are kept; what it says of shaders does not,
/// for Program::load() returns that. Must die while its context is current.
class DriverListener {
public:
    DriverListener();
    ~DriverListener();
    DriverListener(const DriverListener&) = delete;
    DriverListener& operator=(const DriverListener&) = delete;

    /// The first hundred complaints in the driver's words.
    const std::vector<std::string>& complaints() const { return complaints_; }

private:
    std::vector<std::string> complaints_;
};

} // namespace osteon::render::gl
