#pragma once

#include "base/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace osteon::render::gl {

/// The text of a shader as the driver gets it, and where its lines come from.
struct ShaderSource {
    struct Piece {
        std::size_t first; ///< line of `text` where it starts, from 1
        std::filesystem::path file;
        std::size_t line; ///< of `file` that stands there, from 1
    };
    std::string text;
    std::vector<Piece> pieces; ///< in the order of the text
};

/// Reads a shader. A line `#include "name.glsl"` stands for that file of the same folder, which
/// includes nothing itself. A file that is missing or named otherwise is an error with the place of
/// the line that asks for it. The macros are defined before its first line.
Result<ShaderSource> read_shader(const std::filesystem::path& file,
                                 const std::vector<std::string>& macros = {});

/// What a driver says about a shader that does not compile, as an error of the file and line that
/// it points to; without a line where the driver names none.
Error compile_error(const ShaderSource& source, const std::string& log);

} // namespace osteon::render::gl
