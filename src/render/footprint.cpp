#include "render/footprint.h"

#include "render/bone_drawing.h"
#include "render/gl/framebuffer.h"
#include "render/screen_drawing.h"

#include <algorithm>
#include <array>
#include <utility>

namespace osteon::render {

namespace {

constexpr float standing_height = 0.03F; ///< metres above the floor at which a bone begins at most
constexpr float sunken = 0.02F;          ///< metres below it; what goes deeper does not stand
constexpr float margin = 0.08F;          ///< metres around the feet that the shadow fills
constexpr float widest = 1.5F;           ///< metres; a skeleton that lies has no feet on the floor
constexpr float lowest = -4.0F;          ///< metres above the floor: what is drawn of the bones;
constexpr float highest = 0.10F;         ///< shaders/footprint.frag shows nothing above this

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
    below.effort = {.samples = 1, .level_error = 1.0F};
    below.to_clip = glm::mat4(1.0F);
    below.to_clip[0] = {1.0F / half.x, 0.0F, 0.0F, 0.0F};
    below.to_clip[1] = {0.0F, 0.0F, 2.0F / (highest - lowest), 0.0F};
    below.to_clip[2] = {0.0F, 1.0F / half.z, 0.0F, 0.0F};
    below.to_clip[3] = {-centre.x / half.x, -centre.z / half.z,
                        -(highest + lowest) / (highest - lowest), 1.0F};
    below.eye = {centre.x, -distance, centre.z};
    below.pixels_per_radian =
        distance * static_cast<float>(Footprint::side) / (2.0F * std::max(half.x, half.z));
    return below;
}

void make_targets(Footprint& footprint) {
    if (footprint.soft_framebuffer) {
        return;
    }
    footprint.closeness = gl::make_texture(gl::rgba8, Footprint::side, Footprint::side);
    footprint.framebuffer = gl::make_framebuffer({&footprint.closeness});
    footprint.soft = gl::make_texture(gl::rgba8, Footprint::side, Footprint::side);
    footprint.soft_framebuffer = gl::make_framebuffer({&footprint.soft});
}

void draw_closeness(const Footprint& footprint, const PassInput& below) {
    const std::array<float, 4> nothing{};
    glBindFramebuffer(GL_FRAMEBUFFER, footprint.framebuffer.id());
    glViewport(0, 0, Footprint::side, Footprint::side);
    glClearBufferfv(GL_COLOR, 0, nothing.data());
    const gl::Program& program = below.programs.footprint.meeting(needs_of(below.scene));
    program.use();
    set_bone_uniforms(program, below);
    glEnable(GL_BLEND);
    glBlendEquation(GL_MAX);
    draw_lists(below.skeleton, footprint.subject->bones);
    glBlendEquation(GL_FUNC_ADD);
    glDisable(GL_BLEND);
}

void blur(const Footprint& footprint, const PassInput& below) {
    const Box& feet = footprint.subject->feet;
    glBindFramebuffer(GL_FRAMEBUFFER, footprint.soft_framebuffer.id());
    const gl::Program& program = below.programs.footprint_blur;
    program.use();
    program.set("u_extent", glm::vec2(feet.size().x, feet.size().z));
    program.set("u_footprint", 0);
    gl::bind_texture(0, footprint.closeness);
    fill(below, {{0, 0}, {Footprint::side, Footprint::side}});
}

} // namespace

void prepare(Footprint& footprint, const PassInput& input) {
    const Box feet = standing(input);
    if (feet.empty()) {
        footprint.subject.reset();
        return;
    }
    const Frame frame = frame_from_below(input.frame, feet);
    Footprint::Subject subject{feet, input.scene.geometry_revision,
                               visible_parts(input.skeleton.parts, input.scene, frame, is_opaque),
                               input.scene.collapse};
    if (footprint.subject == subject) {
        return;
    }
    footprint.subject.reset(); // until it is drawn
    make_targets(footprint);
    const PassInput below{input.scene, frame,          input.skeleton,
                          input.looks, input.programs, input.no_vertices};
    footprint.subject = std::move(subject);
    draw_closeness(footprint, below);
    blur(footprint, below);
}

} // namespace osteon::render
