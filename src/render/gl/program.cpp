#include "render/gl/program.h"

#include "render/gl/shader_source.h"

#include <string>

namespace osteon::render::gl {

namespace {

std::string shader_log(GLuint id) {
    GLint length = 0;
    glGetShaderiv(id, GL_INFO_LOG_LENGTH, &length);
    std::string text(static_cast<std::size_t>(length), '\0');
    glGetShaderInfoLog(id, length, nullptr, text.data());
    return text.c_str();
}

std::string program_log(GLuint id) {
    GLint length = 0;
    glGetProgramiv(id, GL_INFO_LOG_LENGTH, &length);
    std::string text(static_cast<std::size_t>(length), '\0');
    glGetProgramInfoLog(id, length, nullptr, text.data());
    return text.c_str();
}

Error link_error(const std::filesystem::path& vertex, const std::filesystem::path& fragment,
                 const std::string& log) {
    return {Fault::machine, fragment.string(), "",
            "the shader does not fit " + vertex.filename().string() + " (" +
                log.substr(0, log.find('\n')) + ")",
            "Install the program's files again, or update the graphics driver"};
}

Result<void> attach(GLuint program, GLenum stage, const std::filesystem::path& file) {
    const auto source = read_shader(file);
    if (!source) {
        return fail(source.error());
    }
    const GLuint shader = glCreateShader(stage);
    const char* text = source->text.c_str();
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    // Marked now, deleted with the program that it is attached to.
    glAttachShader(program, shader);
    glDeleteShader(shader);
    GLint good = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &good);
    if (good == GL_FALSE) {
        return fail(compile_error(*source, shader_log(shader)));
    }
    return {};
}

} // namespace

Result<Program> Program::load(const std::filesystem::path& folder, const char* vertex_file,
                              const char* fragment_file) {
    auto handle = Handle<ProgramKind>::make();
    if (const auto stage = attach(handle.id(), GL_VERTEX_SHADER, folder / vertex_file); !stage) {
        return fail(stage.error());
    }
    if (const auto stage = attach(handle.id(), GL_FRAGMENT_SHADER, folder / fragment_file);
        !stage) {
        return fail(stage.error());
    }
    glLinkProgram(handle.id());
    GLint good = GL_FALSE;
    glGetProgramiv(handle.id(), GL_LINK_STATUS, &good);
    if (good == GL_FALSE) {
        return fail(
            link_error(folder / vertex_file, folder / fragment_file, program_log(handle.id())));
    }
    return Program(std::move(handle));
}

} // namespace osteon::render::gl
