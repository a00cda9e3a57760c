#include "render/bone_drawing.h"

#include <algorithm>
#include <array>

namespace osteon::render {

namespace {

/// How much of its opacity an organ keeps where bone hides it.
constexpr float c_behind_bone = 0.5F;

/// The parts of one organ that are in view.
DrawLists lists_of(const Skeleton& organs, std::uint16_t organ, const Frame& frame) {
    DrawLists lists;
    for (const view::GeometryPart& part : organs.parts) {
        if (part.bone != organ || !in_view(part.bounds, frame.to_clip)) {
            continue;
        }
        const view::GeometryLevel& level = level_for(part, part.bounds, frame);
        DrawList& list = part.closed ? lists.closed : lists.open;
        list.counts.push_back(static_cast<std::int32_t>(level.index_count));
        list.offsets.push_back(
            reinterpret_cast<const void*>(std::size_t{level.first_index} * sizeof(std::uint32_t)));
    }
    return lists;
}

void draw_organ(const PassInput& input, const gl::Program& program, const view::OrganLook& look) {
    const Skeleton& organs = *input.skeleton.organs;
    const DrawLists lists = lists_of(organs, look.organ, input.frame);
    if (lists.empty()) {
        return;
    }
    program.set("u_ghost", look.colour);
    program.set("u_opacity", c_behind_bone * look.opacity);
    glDepthFunc(GL_GREATER);
    glDepthMask(GL_FALSE);
    draw_lists(organs, lists);
    // Depth first, so that of folds one behind the other only the nearest shows.
    glDepthFunc(GL_LESS);
    glDepthMask(GL_TRUE);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    draw_lists(organs, lists);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    program.set("u_opacity", look.opacity);
    glDepthFunc(GL_EQUAL);
    draw_lists(organs, lists);
    glDepthFunc(GL_LESS);
}

} // namespace

bool has_organs(const PassInput& input) {
    return input.skeleton.organs != nullptr && !input.scene.organs.empty();
}

void draw_organs(const PassInput& input) {
    const std::array<GLenum, 1> colour_alone{GL_COLOR_ATTACHMENT0};
    const std::array<GLenum, 2> colour_and_index{GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT1};
    glDrawBuffers(1, colour_alone.data());
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    const gl::Program& program = input.programs.ghost.meeting({});
    program.use();
    set_bone_uniforms(program, input);
    program.set("u_position_offset", input.skeleton.organs->position_offset);
    program.set("u_position_scale", input.skeleton.organs->position_scale);
    for (const view::OrganLook& look : input.scene.organs) {
        draw_organ(input, program, look);
    }
    glDisable(GL_BLEND);
    glDisable(GL_DEPTH_TEST);
    glDrawBuffers(2, colour_and_index.data());
}

} // namespace osteon::render
