#include "render/gl/debug.h"

#include <glad/gl.h>
#include <spdlog/spdlog.h>

namespace osteon::render::gl {

namespace {

constexpr std::size_t most_complaints = 100;

void GLAD_API_PTR on_message(GLenum source, GLenum type, GLuint id, GLenum severity,
                             GLsizei /*length*/, const GLchar* message, const void* user) {
    const bool severe = type == GL_DEBUG_TYPE_ERROR || type == GL_DEBUG_TYPE_UNDEFINED_BEHAVIOR ||
                        severity == GL_DEBUG_SEVERITY_HIGH;
    if (!severe || source == GL_DEBUG_SOURCE_SHADER_COMPILER) {
        return;
    }
    auto& complaints = *static_cast<std::vector<std::string>*>(const_cast<void*>(user));
    if (complaints.size() < most_complaints) {
        spdlog::error("OpenGL {}: {}", id, message);
        complaints.emplace_back(message);
    }
}

} // namespace

DriverListener::DriverListener() {
    if (GLAD_GL_KHR_debug == 0) {
        return;
    }
    glEnable(GL_DEBUG_OUTPUT);
    GLint flags = 0;
    glGetIntegerv(GL_CONTEXT_FLAGS, &flags);
    if ((static_cast<GLuint>(flags) & GL_CONTEXT_FLAG_DEBUG_BIT) != 0) {
        // Each complaint comes before the call that caused it returns.
        glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    }
    glDebugMessageCallback(on_message, &complaints_);
}

DriverListener::~DriverListener() {
    if (GLAD_GL_KHR_debug != 0) {
        glDebugMessageCallback(nullptr, nullptr);
    }
}

} // namespace osteon::render::gl
