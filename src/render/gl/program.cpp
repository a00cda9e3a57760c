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

Result<void> attach(GLuint program, GLenum stage, const std::filesystem::path& file,
                    const std::vector<std::string>& macros) {
    const auto source = read_shader(file, macros);
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

Program::Program(std::filesystem::path folder, std::string vertex_file, std::string fragment_file,
                 std::vector<std::string> macros)
    : folder_(std::move(folder))
    , vertex_file_(std::move(vertex_file))
    , fragment_file_(std::move(fragment_file))
    , macros_(std::move(macros)) {}

Result<void> Program::compile() const {
    if (handle_) {
        return {};
    }
    auto handle = Handle<ProgramKind>::make();
    const std::filesystem::path vertex = folder_ / vertex_file_;
    const std::filesystem::path fragment = folder_ / fragment_file_;
    if (const auto stage = attach(handle.id(), GL_VERTEX_SHADER, vertex, macros_); !stage) {
        return fail(stage.error());
    }
    if (const auto stage = attach(handle.id(), GL_FRAGMENT_SHADER, fragment, macros_); !stage) {
        return fail(stage.error());
    }
    glLinkProgram(handle.id());
    GLint good = GL_FALSE;
    glGetProgramiv(handle.id(), GL_LINK_STATUS, &good);
    if (good == GL_FALSE) {
        return fail(link_error(vertex, fragment, program_log(handle.id())));
    }
    handle_ = std::move(handle);
    return {};
}

Result<Program> Program::load(const std::filesystem::path& folder, const char* vertex_file,
                              const char* fragment_file) {
    Program program(folder, vertex_file, fragment_file);
    if (const auto compiled = program.compile(); !compiled) {
        return fail(compiled.error());
    }
    return program;
}

void Program::use() const {
    if (const auto compiled = compile(); !compiled) {
        throw ShaderError(compiled.error());
    }
    glUseProgram(handle_.id());
}

} // namespace osteon::render::gl
