#pragma once

namespace osteon::render::gl {

/// Writes what the driver calls an error to the log, where the context has GL_KHR_debug.
void log_driver_errors();

} // namespace osteon::render::gl
