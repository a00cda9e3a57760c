#include "render/gl/debug.h"

#include <glad/gl.h>
#include <spdlog/spdlog.h>

namespace osteon::render::gl {

namespace {

void GLAD_API_PTR on_message(GLenum /*source*/, GLenum type, GLuint id, GLenum /*severity*/,
                             GLsizei /*length*/, const GLchar* message, const void* /*user*/) {
    if (type == GL_DEBUG_TYPE_ERROR) {
        spdlog::error("OpenGL error {}: {}", id, message);
    }
}

} // namespace

void log_driver_errors() {
    if (GLAD_GL_KHR_debug != 0) {
        glEnable(GL_DEBUG_OUTPUT);
        glDebugMessageCallback(on_message, nullptr);
    }
}

} // namespace osteon::render::gl
