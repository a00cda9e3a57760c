#include "render/passes.h"

#include <optional>

namespace osteon::render {

Result<Programs> load_programs(const std::filesystem::path& folder, Compile which) {
    std::optional<Error> fault;
    const auto later = [&](const char* vertex, const char* fragment, const char* define = "") {
        gl::Program program(folder, vertex, fragment, define);
        if (which == Compile::all && !fault) {
            if (const auto compiled = program.compile(); !compiled) {
                fault = compiled.error();
            }
        }
        return program;
    };
    // What plain bones need.
    const auto now = [&](const char* vertex, const char* fragment) {
        gl::Program program(folder, vertex, fragment);
        if (const auto compiled = program.compile(); !compiled && !fault) {
            fault = compiled.error();
        }
        return program;
    };
    Programs programs{
        .solid = now("bone.vert", "solid.frag"),
        .ghost = later("bone.vert", "ghost.frag"),
        .index = later("bone.vert", "index.frag"),
        .compose = later("screen.vert", "compose.frag"),
        .compose_lines = later("screen.vert", "compose_lines.frag"),
        .compose_ghosts = later("screen.vert", "compose_ghosts.frag"),
        .compose_ghosts_lines = later("screen.vert", "compose_ghosts_lines.frag"),
        .compose_still = later("screen.vert", "compose_still.frag"),
        .compose_still_ghosts = later("screen.vert", "compose_still_ghosts.frag"),
        .outline = later("screen.vert", "outline.frag"),
        .absorption = later("bone.vert", "absorption.frag"),
        .film = later("screen.vert", "film.frag"),
        .scan = later("screen.vert", "scan.frag"),
        .shade = later("screen.vert", "shade.frag"),
        .shade_blur = later("screen.vert", "shade_blur.frag"),
        .shade_apply = later("screen.vert", "shade_apply.frag"),
        .footprint = later("bone.vert", "footprint.frag"),
        .floor_shadow = later("screen.vert", "floor_shadow.frag"),
        .cut_solid = later("bone.vert", "solid.frag", "CUT"),
        .cut_ghost = later("bone.vert", "ghost.frag", "CUT"),
        .cut_index = later("bone.vert", "index.frag", "CUT"),
        .face_bone = later("face.vert", "index.frag"),
        .face_rim = later("face_rim.vert", "face_rim.frag"),
        .face = later("face.vert", "face.frag"),
        .face_index = later("face.vert", "face_index.frag"),
    };
    if (fault) {
        return fail(*fault);
    }
    return programs;
}

} // namespace osteon::render
