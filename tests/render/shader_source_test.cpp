#include "render/gl/program.h"
#include "render/gl/shader_source.h"
#include "render/offscreen.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace osteon;
using render::gl::compile_error;
using render::gl::read_shader;
using render::gl::ShaderSource;

namespace {

/// An empty folder for the shaders of one test.
std::filesystem::path empty_folder(const char* name) {
    const std::filesystem::path folder =
        std::filesystem::path(OSTEON_BINARY_DIR) / "shader_source" / name;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

void write(const std::filesystem::path& file, const char* text) {
    std::ofstream(file, std::ios::binary) << text;
}

/// Line 1 tells the version; solid.frag includes noise.glsl of 10 lines in its line 5.
ShaderSource two_files() {
    return {"",
            {{1, "shaders/solid.frag", 1},
             {2, "shaders/solid.frag", 1},
             {6, "shaders/noise.glsl", 1},
             {16, "shaders/solid.frag", 6}}};
}

} // namespace

TEST_CASE("an included file stands where its line stood") {
    const auto folder = empty_folder("include");
    write(folder / "noise.glsl", "float noise() { return 0.5; }\n");
    write(folder / "a.frag", "// first\n#include \"noise.glsl\"\nvoid main() {}\n");
    const auto source = read_shader(folder / "a.frag");
    REQUIRE(source.has_value());
    CHECK(source->text == "#version 330 core\n// first\nfloat noise() { return 0.5; }\n"
                          "void main() {}\n");
}

TEST_CASE("an include that is missing, badly named or nested is refused with its place") {
    const auto folder = empty_folder("refused");
    write(folder / "missing.frag", "#include \"nowhere.glsl\"\n");
    const auto missing = read_shader(folder / "missing.frag");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().subject == (folder / "nowhere.glsl").string());

    for (const char* line : {"#include <noise.glsl>", "#include \"../noise.glsl\"",
                             "#include \"other.frag\"", "#include"}) {
        CAPTURE(line);
        write(folder / "named.frag", ("void helper() {}\n" + std::string(line) + "\n").c_str());
        const auto named = read_shader(folder / "named.frag");
        REQUIRE_FALSE(named.has_value());
        CHECK(named.error().subject == (folder / "named.frag").string());
        CHECK(named.error().place == "line 2");
    }

    write(folder / "outer.glsl", "\n#include \"noise.glsl\"\n");
    write(folder / "nested.frag", "#include \"outer.glsl\"\n");
    const auto nested = read_shader(folder / "nested.frag");
    REQUIRE_FALSE(nested.has_value());
    CHECK(nested.error().subject == (folder / "outer.glsl").string());
    CHECK(nested.error().place == "line 2");
}

TEST_CASE("the words of every maker's driver lead to the file and line") {
    const Error mesa = compile_error(two_files(), "0:8(5): error: `foo' undeclared\n0:9(1): more");
    CHECK(mesa.subject == "shaders/noise.glsl");
    CHECK(mesa.place == "line 3");
    CHECK(mesa.reason == "the shader does not compile (error: `foo' undeclared)");

    const Error nvidia =
        compile_error(two_files(), "0(17) : error C1503: undefined variable \"foo\"\n");
    CHECK(nvidia.subject == "shaders/solid.frag");
    CHECK(nvidia.place == "line 7");
    CHECK(nvidia.reason.find("(error C1503: undefined") != std::string::npos);

    const Error amd = compile_error(two_files(), "Fragment shader failed to compile:\n"
                                                 "ERROR: 0:5: error(#143) Undeclared: foo\n");
    CHECK(amd.subject == "shaders/solid.frag");
    CHECK(amd.place == "line 4");
    CHECK(amd.reason.find("Undeclared: foo") != std::string::npos);

    const Error version = compile_error(two_files(), "0:1(10): error: GLSL 3.30 not supported");
    CHECK(version.place == "line 1");

    const Error silent = compile_error(two_files(), "");
    CHECK(silent.subject == "shaders/solid.frag");
    CHECK(silent.place.empty());
}

TEST_CASE("this driver's message about an included file names that file and its line") {
    const auto context = render::OffscreenContext::create();
    if (!context) {
        std::puts("skipped: no OpenGL");
        return;
    }
    REQUIRE(
        render::Renderer::create(render::OffscreenContext::loader(), OSTEON_SOURCE_DIR "/shaders"));
    const auto folder = empty_folder("driver");
    write(folder / "plain.vert", "void main() { gl_Position = vec4(0.0); }\n");
    write(folder / "colour.glsl", "vec4 colour() {\n    return vec4(none);\n}\n");
    write(folder / "a.frag", "#include \"colour.glsl\"\nlayout(location = 0) out vec4 o;\n"
                             "void main() { o = colour(); }\n");
    const auto included = render::gl::Program::load(folder, "plain.vert", "a.frag");
    REQUIRE_FALSE(included.has_value());
    CHECK(included.error().subject == (folder / "colour.glsl").string());
    CHECK(included.error().place == "line 2");

    write(folder / "colour.glsl", "vec4 colour() { return vec4(1.0); }\n");
    CHECK(render::gl::Program::load(folder, "plain.vert", "a.frag").has_value());
    write(folder / "a.frag", "#include \"colour.glsl\"\nlayout(location = 0) out vec4 o;\n"
                             "void main() { o = none; }\n");
    const auto after = render::gl::Program::load(folder, "plain.vert", "a.frag");
    REQUIRE_FALSE(after.has_value());
    CHECK(after.error().subject == (folder / "a.frag").string());
    CHECK(after.error().place == "line 3");

    write(folder / "b.vert", "out vec2 v_at;\nvoid main() { gl_Position = vec4(v_at = vec2(0.0), "
                             "0.0, 1.0); }\n");
    write(folder / "b.frag", "in vec3 v_at;\nlayout(location = 0) out vec4 o;\n"
                             "void main() { o = vec4(v_at, 1.0); }\n");
    const auto pair = render::gl::Program::load(folder, "b.vert", "b.frag");
    REQUIRE_FALSE(pair.has_value());
    CHECK(pair.error().reason.find("b.vert") != std::string::npos);
}
