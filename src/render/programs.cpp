#include "render/passes.h"

namespace osteon::render {

Result<Programs> load_programs(const std::filesystem::path& folder) {
    auto solid = gl::Program::load(folder, "bone.vert", "solid.frag");
    if (!solid) {
        return fail(solid.error());
    }
    auto ghost = gl::Program::load(folder, "bone.vert", "ghost.frag");
    if (!ghost) {
        return fail(ghost.error());
    }
    auto index = gl::Program::load(folder, "bone.vert", "index.frag");
    if (!index) {
        return fail(index.error());
    }
    auto compose = gl::Program::load(folder, "screen.vert", "compose.frag");
    if (!compose) {
        return fail(compose.error());
    }
    auto outline = gl::Program::load(folder, "screen.vert", "outline.frag");
    if (!outline) {
        return fail(outline.error());
    }
    auto absorption = gl::Program::load(folder, "bone.vert", "absorption.frag");
    if (!absorption) {
        return fail(absorption.error());
    }
    auto film = gl::Program::load(folder, "screen.vert", "film.frag");
    if (!film) {
        return fail(film.error());
    }
    auto shade = gl::Program::load(folder, "screen.vert", "shade.frag");
    if (!shade) {
        return fail(shade.error());
    }
    auto shade_blur = gl::Program::load(folder, "screen.vert", "shade_blur.frag");
    if (!shade_blur) {
        return fail(shade_blur.error());
    }
    auto shade_apply = gl::Program::load(folder, "screen.vert", "shade_apply.frag");
    if (!shade_apply) {
        return fail(shade_apply.error());
    }
    return Programs{std::move(*solid),      std::move(*ghost),   std::move(*index),
                    std::move(*compose),    std::move(*outline), std::move(*absorption),
                    std::move(*film),       std::move(*shade),   std::move(*shade_blur),
                    std::move(*shade_apply)};
}

} // namespace osteon::render
