#pragma once

#include "base/error.h"
#include "render/gl/handle.h"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include <filesystem>

namespace osteon::render::gl {

/// A linked pair of shaders with its uniforms. Setting a uniform that the driver has removed as
/// unused does nothing.
class Program {
public:
    /// Compiles and links two files of `folder` with what they include (read_shader()). A missing
    /// file, or one that does not compile, is an error that names the file and, as far as the
    /// driver tells, the line.
    static Result<Program> load(const std::filesystem::path& folder, const char* vertex_file,
                                const char* fragment_file);

    void use() const { glUseProgram(handle_.id()); }

    // The program must be in use.
    void set(const char* name, bool value) const { glUniform1i(at(name), value ? 1 : 0); }
    void set(const char* name, int value) const { glUniform1i(at(name), value); }
    void set(const char* name, float value) const { glUniform1f(at(name), value); }
    void set(const char* name, const glm::vec2& value) const {
        glUniform2f(at(name), value.x, value.y);
    }
    void set(const char* name, const glm::vec3& value) const {
        glUniform3f(at(name), value.x, value.y, value.z);
    }
    void set(const char* name, const glm::mat4& value) const {
        glUniformMatrix4fv(at(name), 1, GL_FALSE, &value[0][0]);
    }

private:
    explicit Program(Handle<ProgramKind> handle)
        : handle_(std::move(handle)) {}
    GLint at(const char* name) const { return glGetUniformLocation(handle_.id(), name); }

    Handle<ProgramKind> handle_;
};

} // namespace osteon::render::gl
