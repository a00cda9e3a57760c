#include "render/bone_drawing.h"
#include "render/lesion_table.h"

#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace osteon::render {

namespace {

// Attenuation per metre, chosen by eye between those of soft and of hard X-rays in bone.
constexpr float cortical = 70.0F;
constexpr float spongy = 10.0F;
constexpr float cartilage = 3.0F;
constexpr float tooth = 75.0F;

constexpr float cortex_share = 0.22F; ///< of a bone's mean thickness
constexpr float thinnest_cortex = 0.0005F;
constexpr float thickest_cortex = 0.0035F;

/// Thickness of the cortex in metres, attenuation per metre of cortex and inside, `distance`.
glm::vec4 matter_of(const view::BoneLook& look, float thickness, float distance) {
    if ((look.flags & view::bone_soft) != 0) {
        return {0.0F, 0.0F, cartilage, distance};
    }
    if ((look.flags & view::bone_tooth) != 0) {
        return {thinnest_cortex, tooth, tooth, distance};
    }
    return {std::clamp(cortex_share * thickness, thinnest_cortex, thickest_cortex), cortical,
            spongy, distance};
}

/// What each bone is made of, as a texture laid out as look_table() is.
gl::Texture matter_table(const PassInput& input) {
    std::size_t bones = input.scene.bones.size();
    for (const view::GeometryPart& part : input.skeleton.parts) {
        bones = std::max(bones, std::size_t{part.bone} + 1);
    }
    const int rows = static_cast<int>(bones) / look_table_width + 1;
    std::vector<glm::vec4> texels(static_cast<std::size_t>(rows * look_table_width));
    for (std::size_t i = 0; i < input.skeleton.parts.size(); ++i) {
        const std::uint16_t bone = input.skeleton.parts[i].bone;
        texels[bone] =
            matter_of(look_of(input.scene, bone), input.skeleton.measures[i].thickness,
                      glm::distance(place_of(input.skeleton.parts[i], input.scene).centre(),
                                    input.frame.eye));
    }
    return gl::make_texture(gl::table32, look_table_width, rows, texels.data());
}

} // namespace

void draw_absorption(const PassInput& input, Targets& targets) {
    glBindFramebuffer(GL_FRAMEBUFFER, targets.absorption().framebuffer.id());
    glViewport(0, 0, targets.size().x, targets.size().y);
    const std::array<float, 4> nothing{0.0F, 0.0F, 0.0F, 0.0F};
    glClearBufferfv(GL_COLOR, 0, nothing.data());
    const DrawLists lists = visible_parts(input.skeleton.parts, input.scene, input.frame,
                                          [](std::uint16_t, std::uint8_t) { return true; });
    BoneNeeds needs = needs_of(input.scene);
    needs.lesions = !input.scene.lesions.empty();
    const gl::Program& program = input.programs.absorption.meeting(needs);
    const gl::Texture matter = matter_table(input);
    const gl::Texture lesions = lesion_table(input.scene.lesions);
    program.use();
    set_bone_uniforms(program, input);
    program.set("u_matter", 1);
    program.set("u_packed", targets.sums() == gl::Sums::bytes);
    gl::bind_texture(1, matter);
    program.set("u_lesions", 2);
    gl::bind_texture(2, lesions);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE);
    program.set("u_closed", true);
    draw_both_faces(input.skeleton, lists.closed);
    // Through an open mesh there is no way to measure: its surfaces count as cortex alone.
    program.set("u_closed", false);
    draw_both_faces(input.skeleton, lists.open);
    glDisable(GL_BLEND);
}

void develop_film(const PassInput& input, const Targets& targets, const FinishedPicture& picture) {
    const Frame& frame = input.frame;
    const view::Backdrop& backdrop = input.scene.backdrop;
    const view::Film film = input.scene.film.value_or(view::Film{});
    const gl::Program& program = input.programs.film;
    glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer.id());
    glViewport(0, 0, frame.size.x, frame.size.y);
    program.use();
    program.set("u_samples", frame.effort.samples);
    program.set("u_window", film.window);
    program.set("u_level", film.level);
    program.set("u_opacity", backdrop.transparent ? 0.0F : 1.0F);
    program.set("u_base", backdrop.edge);
    program.set("u_packed", targets.sums() == gl::Sums::bytes);
    program.set("u_exponents", 0);
    gl::bind_texture(0, targets.drawn_absorption().exponents);
    glBindVertexArray(input.no_vertices.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
}

} // namespace osteon::render
