#include "render/drawn_pane.h"

#include "render/visible.h"

#include <algorithm>
#include <cmath>

namespace osteon::render {

namespace {

/// Only outlines or the film's window and level differ, so that the bones need not be drawn again.
bool same_bones(const view::Scene& a, const view::Scene& b) {
    constexpr unsigned outline_bits = view::bone_selected | view::bone_hovered;
    const auto same_look = [](const view::BoneLook& x, const view::BoneLook& y) {
        return x.colour == y.colour && (x.flags & ~outline_bits) == (y.flags & ~outline_bits);
    };
    return a.camera == b.camera && a.viewport == b.viewport && a.backdrop == b.backdrop &&
           a.pixels_per_unit == b.pixels_per_unit && a.geometry_revision == b.geometry_revision &&
           a.film.has_value() == b.film.has_value() && a.scan == b.scan &&
           a.ghost_opacity == b.ghost_opacity && a.cut == b.cut && a.lesions == b.lesions &&
           a.collapse == b.collapse && a.organs == b.organs && a.offsets == b.offsets &&
           std::ranges::equal(a.bones, b.bones, same_look);
}

} // namespace

glm::ivec2 viewport_size(const view::Scene& scene) {
    return {std::lround(scene.viewport.width), std::lround(scene.viewport.height)};
}

bool DrawnPane::shows(const view::Scene& scene, const Effort& effort) const {
    if (!drawn_) {
        return false;
    }
    if (*drawn_ == scene) {
        return true;
    }
    // Coming to rest changes the picture only if it was drawn in a hurry.
    return effort_ == effort && same_bones(*drawn_, scene) && drawn_->bones == scene.bones &&
           drawn_->film == scene.film;
}

void DrawnPane::redraw(const view::Scene& scene, const Effort& effort, const Skeleton& skeleton,
                       const Programs& programs, const gl::VertexArray& no_vertices) {
    const Frame frame =
        frame_of(scene, placed_bounds(skeleton.parts, skeleton.bounds, scene), effort);
    const gl::Texture looks = look_table(scene);
    const bool shaded = !scene.film && !scene.scan;
    prepare(faces_, scene, skeleton);
    const PassInput input{
        scene,   frame,      skeleton, looks, programs, no_vertices, shaded ? &shade_ : nullptr,
        &faces_, &footprint_};
    // A shadow that is not there yet waits for the picture at rest, and the first picture not for
    // it.
    if (shows_floor(input) && (footprint_.subject || !scene.moving)) {
        prepare(footprint_, input);
    }
    const bool bones_stand = drawn_ && effort_ == effort && same_bones(*drawn_, scene);
    if (!bones_stand) {
        drawn_.reset(); // until all is drawn
        targets_.resize(frame.sample_size(), frame.outline_size());
        ghosts_ = draw_bones(input, targets_);
        if (shaded) {
            shade_.resize(shade_size(frame));
            draw_shade(input, targets_.drawn_solid().depth, shade_);
        }
    }
    finished_.resize(frame.size);
    finish_picture(input, targets_, ghosts_, finished_);
    drawn_ = scene;
    effort_ = effort;
}

void DrawnPane::show(int height, std::uint32_t target, const Programs& programs,
                     const gl::VertexArray& no_vertices) const {
    if (!drawn_) {
        return;
    }
    const glm::ivec2 at(corner().x, height - corner().y - finished_.size.y);
    // Not as a blit: where the window's format is another, Mesa's software driver compiles a shader
    // for it at each start, for 30 ms, and keeps none of them.
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glViewport(at.x, at.y, finished_.size.x, finished_.size.y);
    programs.show.use();
    programs.show.set("u_corner", glm::vec2(at));
    programs.show.set("u_picture", 0);
    gl::bind_texture(0, finished_.colour);
    glBindVertexArray(no_vertices.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
}

std::optional<glm::ivec2> DrawnPane::sample_at(glm::ivec2 pixel) const {
    if (!drawn_) {
        return std::nullopt;
    }
    const glm::ivec2 at = pixel - corner();
    if (at.x < 0 || at.y < 0 || at.x >= finished_.size.x || at.y >= finished_.size.y) {
        return std::nullopt;
    }
    const glm::vec2 middle = glm::vec2(at.x, finished_.size.y - 1 - at.y) + 0.5F;
    const glm::vec2 scale = glm::vec2(targets_.size()) / glm::vec2(finished_.size);
    return glm::min(glm::ivec2(middle * scale), targets_.size() - 1);
}

glm::ivec2 DrawnPane::corner() const {
    return {std::lround(drawn_->viewport.x), std::lround(drawn_->viewport.y)};
}

} // namespace osteon::render
