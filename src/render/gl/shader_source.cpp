#include "render/gl/shader_source.h"

#include "base/files.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <sstream>
#include <utility>

namespace osteon::render::gl {

namespace {

/// The files hold only what OpenGL 3.3 and OpenGL ES 3.0 share; this makes them the former.
constexpr const char* version = "#version 330 core";

constexpr std::size_t largest_shader = std::size_t{1} << 20;

constexpr const char* cure = "Install the program's files again, or update the graphics driver";

/// The name in a line `#include "name"`; nullopt for any other line, empty if it is no such name.
std::optional<std::string> included_name(const std::string& line) {
    static const std::regex directive(R"(\s*#\s*include\b.*)");
    static const std::regex whole(R"re(\s*#\s*include\s+"([\w-]+\.glsl)"\s*)re");
    std::smatch found;
    if (std::regex_match(line, found, whole)) {
        return found[1].str();
    }
    return std::regex_match(line, directive) ? std::optional<std::string>("") : std::nullopt;
}

Error include_error(const std::filesystem::path& file, std::size_t line,
                    const std::string& reason) {
    return {Fault::machine, file.string(), "line " + std::to_string(line), reason, cure};
}

Result<std::string> read_included(const std::filesystem::path& file) {
    auto text = read_file(file, largest_shader);
    if (!text) {
        return text;
    }
    std::istringstream lines(*text);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        if (included_name(line)) {
            return fail(include_error(file, number, "an included file includes no other"));
        }
    }
    return text;
}

/// The lines that are written one by one, and where they come from. The driver counts them through:
/// Mesa mixes up the files of messages where #line names them.
class Writer {
public:
    void begin_piece(const std::filesystem::path& file, std::size_t line) {
        source_.pieces.push_back({lines_ + 1, file, line});
    }
    void write_line(const std::string& line) {
        source_.text += line + "\n";
        ++lines_;
    }
    ShaderSource finish() { return std::move(source_); }

private:
    ShaderSource source_;
    std::size_t lines_ = 0;
};

/// What a driver says about a place: "error: `foo' undeclared" from "0:12(5): error: ...".
std::string words_after(const std::string& log, std::size_t begin) {
    begin = std::min(log.find_first_not_of("0123456789():, \t", begin), log.size());
    std::string words = log.substr(begin, log.find('\n', begin) - begin);
    while (!words.empty() && (words.back() == '.' || words.back() == ' ' || words.back() == '\r')) {
        words.pop_back();
    }
    return words;
}

} // namespace

Result<ShaderSource> read_shader(const std::filesystem::path& file,
                                 const std::vector<std::string>& macros) {
    const auto own = read_file(file, largest_shader);
    if (!own) {
        return fail(own.error());
    }
    Writer writer;
    writer.begin_piece(file, 1);
    writer.write_line(version);
    for (const std::string& macro : macros) {
        writer.write_line("#define " + macro);
    }
    writer.begin_piece(file, 1);
    std::istringstream lines(*own);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        const auto name = included_name(line);
        if (!name) {
            writer.write_line(line);
            continue;
        }
        if (name->empty()) {
            return fail(include_error(file, number, "an include names a .glsl file in quotes"));
        }
        const auto included = read_included(file.parent_path() / *name);
        if (!included) {
            return fail(included.error());
        }
        writer.begin_piece(file.parent_path() / *name, 1);
        std::istringstream included_lines(*included);
        while (std::getline(included_lines, line)) {
            writer.write_line(line);
        }
        writer.begin_piece(file, number + 1);
    }
    return writer.finish();
}

Error compile_error(const ShaderSource& source, const std::string& log) {
    // "0:12(5): error", "0(12) : error" and "ERROR: 0:12:", the three ways that drivers write it.
    static const std::regex place(R"(\b0[:(](\d{1,6})\b)");
    std::smatch found;
    if (!std::regex_search(log, found, place)) {
        return {Fault::machine, source.pieces.front().file.string(), "",
                "the shader does not compile (" + words_after(log, 0) + ")", cure};
    }
    const std::size_t line = std::stoul(found[1].str());
    const auto after = std::ranges::find_if(
        source.pieces, [line](const ShaderSource::Piece& piece) { return piece.first > line; });
    const ShaderSource::Piece& piece = after == source.pieces.begin() ? *after : *(after - 1);
    const auto words = words_after(log, static_cast<std::size_t>(found.position(1)));
    return {Fault::machine, piece.file.string(),
            "line " + std::to_string(piece.line + line - std::min(line, piece.first)),
            "the shader does not compile (" + words + ")", cure};
}

} // namespace osteon::render::gl
