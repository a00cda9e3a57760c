#pragma once

#include "base/error.h"
#include "render/gl/handle.h"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace osteon::render::gl {

/// A shader that is compiled when it is first used cannot be.
class ShaderError : public std::runtime_error {
public:
    explicit ShaderError(Error error)
        : std::runtime_error(describe(error))
        , error_(std::move(error)) {}
    const Error& error() const { return error_; }

private:
    Error error_;
};

/// A linked pair of shaders with its uniforms. Setting a uniform that the driver has removed as
/// unused does nothing.
class Program {
public:
    /// Two files of `folder`, compiled with what they include (read_shader()) when they are used;
    /// with these macros.
    Program(std::filesystem::path folder, std::string vertex_file, std::string fragment_file,
            std::vector<std::string> macros = {});

    /// Compiles and links at once, unless that is done. A missing file, or one that does not
    /// compile, is an error that names the file and, as far as the driver tells, the line.
    Result<void> compile() const;
    /// Both in one.
    static Result<Program> load(const std::filesystem::path& folder, const char* vertex_file,
                                const char* fragment_file);

    /// Throws a ShaderError where it has to be compiled first and cannot be.
    void use() const;

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
    GLint at(const char* name) const { return glGetUniformLocation(handle_.id(), name); }

    std::filesystem::path folder_;
    std::string vertex_file_;
    std::string fragment_file_;
    std::vector<std::string> macros_;
    mutable Handle<ProgramKind> handle_; ///< empty until compiled
};

} // namespace osteon::render::gl
