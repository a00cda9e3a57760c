#include "render/passes.h"

#include <optional>

namespace osteon::render {

Result<Programs> load_programs(const std::filesystem::path& folder, Compile which) {
    std::optional<Error> fault;
    const auto note = [&](const Result<void>& compiled) {
        if (!compiled && !fault) {
            fault = compiled.error();
        }
    };
    const auto later = [&](const char* vertex, const char* fragment) {
        gl::Program program(folder, vertex, fragment);
        if (which == Compile::all && !fault) {
            note(program.compile());
        }
        return program;
    };
    const auto bones = [&](const char* vertex, const char* fragment,
                           const std::vector<std::string>& macros) {
        BoneProgram program(folder, vertex, fragment, macros);
        if (which == Compile::all && !fault) {
            note(program.compile_all());
        }
        return program;
    };
    Programs programs{
        .solid = bones("bone.vert", "solid.frag", {"CUT", "LESIONS", "COLLAPSE"}),
        .ghost = bones("bone.vert", "ghost.frag", {"CUT", "COLLAPSE"}),
        .index = bones("bone.vert", "index.frag", {"CUT", "COLLAPSE"}),
        .backdrop = later("screen.vert", "backdrop.frag"),
        .compose = later("screen.vert", "compose.frag"),
        .compose_lines = later("screen.vert", "compose_lines.frag"),
        .compose_ghosts = later("screen.vert", "compose_ghosts.frag"),
        .compose_ghosts_lines = later("screen.vert", "compose_ghosts_lines.frag"),
        .compose_still = later("screen.vert", "compose_still.frag"),
        .compose_still_ghosts = later("screen.vert", "compose_still_ghosts.frag"),
        .outline = later("screen.vert", "outline.frag"),
        .absorption = bones("bone.vert", "absorption.frag", {"LESIONS", "COLLAPSE"}),
        .film = later("screen.vert", "film.frag"),
        .scan = later("screen.vert", "scan.frag"),
        .shade = later("screen.vert", "shade.frag"),
        .shade_blur = later("screen.vert", "shade_blur.frag"),
        .shade_apply = later("screen.vert", "shade_apply.frag"),
        .footprint = bones("bone.vert", "footprint.frag", {"COLLAPSE"}),
        .footprint_blur = later("screen.vert", "footprint_blur.frag"),
        .floor_shadow = later("screen.vert", "floor_shadow.frag"),
        .show = later("screen.vert", "show.frag"),
        .face_bone = later("face.vert", "index.frag"),
        .face_rim = later("face_rim.vert", "face_rim.frag"),
        .face = later("face.vert", "face.frag"),
        .face_index = later("face.vert", "face_index.frag"),
    };
    // A start waits for no others.
    note(programs.solid.compile_plain());
    note(programs.show.compile());
    if (fault) {
        return fail(*fault);
    }
    return programs;
}

} // namespace osteon::render
