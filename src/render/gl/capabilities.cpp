#include "render/gl/capabilities.h"

#include "render/gl/framebuffer.h"

#include <algorithm>
#include <array>

namespace osteon::render::gl {

namespace {

bool can_draw_bones() {
    constexpr int side = 4;
    const Texture colour = make_texture(rgba8, side, side);
    const Texture index = make_texture(index16, side, side);
    const Texture depth = make_texture(depth32, side, side);
    return try_framebuffer({&colour, &index}, &depth).has_value();
}

bool can_draw_sums(Sums sums) {
    constexpr int side = 4;
    const Texture texture = make_texture(sum_format(sums), side, side);
    return try_framebuffer({&texture}).has_value();
}

} // namespace

Result<Capabilities> probe_capabilities(Sums best) {
    Capabilities found;
    GLint largest_texture = 0;
    std::array<GLint, 2> largest_viewport{};
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest_texture);
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, largest_viewport.data());
    found.largest_side = std::min({largest_texture, largest_viewport[0], largest_viewport[1]});
    if (!can_draw_bones()) {
        return fail({Fault::machine, "the graphics driver", "",
                     "it cannot draw colours, 16-bit indices and 32-bit depths at once, which "
                     "OpenGL 3.3 asks of it",
                     "Update the graphics driver, or install Mesa's software driver "
                     "(libgl1-mesa-dri)"});
    }
    for (const Sums sums : {Sums::singles, Sums::halves}) {
        if (sums >= best && can_draw_sums(sums)) {
            found.sums = sums;
            return found;
        }
    }
    found.sums = Sums::bytes;
    return found;
}

bool context_lost() {
    if (GLAD_GL_KHR_robustness != 0) {
        return glGetGraphicsResetStatus() != GL_NO_ERROR;
    }
    return GLAD_GL_ARB_robustness != 0 && glGetGraphicsResetStatusARB() != GL_NO_ERROR;
}

} // namespace osteon::render::gl
