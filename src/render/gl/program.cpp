#include "render/gl/program.h"

#include "base/files.h"

#include <array>
#include <regex>
#include <string>

namespace osteon::render::gl {

namespace {

/// The files hold only what OpenGL 3.3 and OpenGL ES 3.0 share; this makes them the former, and
/// keeps the driver's line numbers those of the file.
constexpr const char* preamble = "#version 330 core\n#line 1\n";

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

/// The first line of a driver's log without its full stop.
std::string first_line(std::string log) {
    log = log.substr(0, log.find('\n'));
    while (!log.empty() && (log.back() == '.' || log.back() == ' ')) {
        log.pop_back();
    }
    return log;
}

/// "line 12" from "0:12(5): error", "0(12) : error" or "ERROR: 0:12:", the three ways that drivers
/// write it; empty where there is none.
std::string place_in(const std::string& log) {
    static const std::regex pattern(R"(\d+[:(](\d+))");
    std::smatch found;
    return std::regex_search(log, found, pattern) ? "line " + found[1].str() : "";
}

Error shader_error(const std::filesystem::path& file, const std::string& log) {
    return {Fault::machine, file.string(), place_in(log),
            "the shader does not compile (" + first_line(log) + ")",
            "Install the program's files again, or update the graphics driver"};
}

Result<void> attach(GLuint program, GLenum stage, const std::filesystem::path& file) {
    const auto text = read_file(file, std::size_t{1} << 20);
    if (!text) {
        return fail(text.error());
    }
    const GLuint shader = glCreateShader(stage);
    const std::array<const char*, 2> parts{preamble, text->c_str()};
    glShaderSource(shader, 2, parts.data(), nullptr);
    glCompileShader(shader);
    // Marked now, deleted with the program that it is attached to.
    glAttachShader(program, shader);
    glDeleteShader(shader);
    GLint good = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &good);
    if (good == GL_FALSE) {
        return fail(shader_error(file, shader_log(shader)));
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
        return fail(shader_error(folder / fragment_file, program_log(handle.id())));
    }
    return Program(std::move(handle));
}

} // namespace osteon::render::gl
