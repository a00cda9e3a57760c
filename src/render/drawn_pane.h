#pragma once

#include "render/frame.h"
#include "render/passes.h"
#include "render/targets.h"
#include "view/scene.h"

#include <cstdint>
#include <optional>

namespace osteon::render {

/// The viewport's size in whole pixels.
glm::ivec2 viewport_size(const view::Scene& scene);

/// One of the scenes that stand side by side in the framebuffer, with the targets that it was drawn
/// into: they are freed with it.
class DrawnPane {
public:
    explicit DrawnPane(gl::Sums sums)
        : targets_(sums) {}

    /// Does it show the scene as that much effort would draw it?
    bool shows(const view::Scene& scene, const Effort& effort) const;
    /// Draws what differs from the last scene. Throws a gl::TargetError.
    void redraw(const view::Scene& scene, const Effort& effort, const Skeleton& skeleton,
                const Programs& programs, const gl::VertexArray& no_vertices);
    /// The next scene is drawn from the start.
    void forget() {
        drawn_.reset();
        faces_ = {};
        footprint_.subject.reset();
    }

    /// Copies the picture to its place in the framebuffer `target` of that height; before anything
    /// is drawn, does nothing.
    void show(int height, std::uint32_t target, const Programs& programs,
              const gl::VertexArray& no_vertices) const;

    /// The sample in the middle of a pixel of the framebuffer (y down); none outside the viewport.
    std::optional<glm::ivec2> sample_at(glm::ivec2 pixel) const;

    const std::optional<view::Scene>& drawn() const { return drawn_; }
    const Effort& effort() const { return effort_; }
    const Targets& targets() const { return targets_; }
    bool ghosts() const { return ghosts_; } ///< some are in view

private:
    glm::ivec2 corner() const;

    Targets targets_;
    ShadeMap shade_;
    CutFaces faces_;
    Footprint footprint_;
    FinishedPicture finished_;
    std::optional<view::Scene> drawn_; ///< what `finished_` shows
    Effort effort_;
    bool ghosts_ = false;
};

} // namespace osteon::render
