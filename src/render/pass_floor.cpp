#include "render/bone_drawing.h"
#include "render/screen_drawing.h"

#include <algorithm>
#include <array>

namespace osteon::render {

namespace {

constexpr float standing_height = 0.03F; ///< metres above the floor at which a bone begins at most
constexpr float sunken = 0.02F;          ///< metres below it; what goes deeper does not stand
constexpr float margin = 0.08F;          ///< metres around the feet that the shadow fills
constexpr float widest = 1.5F;           ///< metres; a skeleton that lies has no feet on the floor
constexpr float lowest_eye = 0.02F;      ///< metres above the floor, from where it is seen

/// The bones that stand on the floor, as a box; empty if there are none.
Box standing(const PassInput& input) {
    Box feet;
    if (!input.scene.offsets.empty()) {
        return feet; // bones that are moved apart float
    }
    for (const view::GeometryPart& part : input.skeleton.parts) {
        const std::uint8_t flags = look_of(input.scene, part.bone).flags;
        if ((flags & (view::bone_hidden | view::bone_ghost)) == 0 &&
            part.bounds.min.y < standing_height && part.bounds.min.y > -sunken) {
            feet.add(part.bounds);
        }
    }
    if (feet.empty() || feet.size().x > widest || feet.size().z > widest) {
        return {};
    }
    feet.add(feet.min - glm::vec3(margin, 0.0F, margin));
    feet.add(feet.max + glm::vec3(margin, 0.0F, margin));
    return feet;
}

/// Looks at the floor from below, x to the right and z upwards.
Frame frame_from_below(const Frame& frame, const Box& feet) {
    constexpr float distance = 3.0F;
    const glm::vec3 centre = feet.centre();
    const glm::vec3 half = 0.5F * feet.size();
    Frame below = frame;
    below.to_clip = glm::mat4(1.0F);
    below.to_clip[0] = {1.0F / half.x, 0.0F, 0.0F, 0.0F};
    below.to_clip[1] = {0.0F, 0.0F, 0.25F, 0.0F};
    below.to_clip[2] = {0.0F, 1.0F / half.z, 0.0F, 0.0F};
    below.to_clip[3] = {-centre.x / half.x, -centre.z / half.z, 0.0F, 1.0F};
    below.eye = {centre.x, -distance, centre.z};
    below.pixels_per_radian =
        distance * static_cast<float>(Targets::footprint_side) / (2.0F * std::max(half.x, half.z));
    return below;
}

void draw_footprint(const PassInput& input, const Box& feet, Targets& targets) {
    const Frame frame = frame_from_below(input.frame, feet);
    const PassInput below{input.scene, frame,          input.skeleton,
                          input.looks, input.programs, input.no_vertices};
    const std::array<float, 4> nothing{};
    glBindFramebuffer(GL_FRAMEBUFFER, targets.footprint().framebuffer.id());
    glViewport(0, 0, Targets::footprint_side, Targets::footprint_side);
    glClearBufferfv(GL_COLOR, 0, nothing.data());
    const gl::Program& program = input.programs.footprint.meeting(needs_of(input.scene));
    program.use();
    set_bone_uniforms(program, below);
    glEnable(GL_BLEND);
    glBlendEquation(GL_MAX);
    draw_lists(input.skeleton, visible_parts(input.skeleton.parts, input.scene, frame, is_opaque));
    glBlendEquation(GL_FUNC_ADD);
    glDisable(GL_BLEND);
}

/// The pixels that the floor under the feet may cover.
PixelRect covered_floor(const Frame& frame, const Box& feet) {
    const glm::vec2 size(frame.size);
    glm::vec2 low(size);
    glm::vec2 high(0.0F);
    for (const float x : {feet.min.x, feet.max.x}) {
        for (const float z : {feet.min.z, feet.max.z}) {
            const glm::vec4 clip = frame.to_clip * glm::vec4(x, 0.0F, z, 1.0F);
            if (clip.w <= 0.0F) {
                return {{0, 0}, frame.size};
            }
            const glm::vec2 pixel = (0.5F + 0.5F * glm::vec2(clip) / clip.w) * size;
            low = glm::min(low, pixel);
            high = glm::max(high, pixel);
        }
    }
    return {glm::ivec2(glm::max(glm::floor(low), 0.0F)),
            glm::ivec2(glm::min(glm::ceil(high), size))};
}

} // namespace

void draw_floor_shadow(const PassInput& input, Targets& targets, const FinishedPicture& picture) {
    const Frame& frame = input.frame;
    // An empty background has no floor.
    if (input.scene.backdrop.transparent || frame.eye.y < lowest_eye) {
        return;
    }
    const Box feet = standing(input);
    const PixelRect rect = feet.empty() ? PixelRect{} : covered_floor(frame, feet);
    if (rect.empty()) {
        return;
    }
    draw_footprint(input, feet, targets);
    glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer.id());
    glViewport(0, 0, frame.size.x, frame.size.y);
    const gl::Program& program = input.programs.floor_shadow;
    program.use();
    set_rays(program, input);
    program.set("u_size", glm::vec2(frame.size));
    program.set("u_origin", glm::vec2(frame.origin));
    program.set("u_viewport", glm::vec2(frame.viewport));
    program.set("u_low", glm::vec2(feet.min.x, feet.min.z));
    program.set("u_high", glm::vec2(feet.max.x, feet.max.z));
    program.set("u_footprint", 0);
    program.set("u_solid", 1);
    gl::bind_texture(0, targets.footprint().closeness);
    gl::bind_texture(1, targets.drawn_solid().colour);
    multiply(input, rect);
}

} // namespace osteon::render
