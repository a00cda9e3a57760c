#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "render/frame.h"
#include "render/gl/capabilities.h"
#include "render/part_measure.h"
#include "render/still.h"
#include "view/geometry.h"
#include "view/scene.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace osteon::render {

/// What runs the pictures, for --version and the benches.
struct DriverInfo {
    std::string version;  ///< "4.5 (Core Profile) Mesa 22.3.6"
    std::string renderer; ///< "llvmpipe (LLVM 15.0.6, 256 bits)"
    std::string vendor;
    bool software = false; ///< the processor draws
};

/// What lies under a pixel.
struct Pick {
    std::uint16_t bone = 0xFFFF; ///< registry index; 0xFFFF: nothing
    float depth = 1.0F;          ///< 0..1
};

/// 8-bit RGBA, rows from the top, straight alpha.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};

/// Draws scenes with OpenGL 3.3 core. One owner; dies before its context does.
class Renderer {
public:
    /// Needs a current context whose functions `loader` finds. Says in words what is missing.
    using Loader = void (*(*)(const char* name))();
    static Result<Renderer> create(Loader loader, const std::filesystem::path& shaders,
                                   gl::Sums best_sums = gl::Sums::singles);
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;
    ~Renderer();

    /// Compiles the shaders of a folder anew. Where one of them does not compile, the error tells
    /// its line, and the renderer goes on with those that it had.
    Result<void> reload_shaders(const std::filesystem::path& folder);
    /// The driver has lost the context, with all that was uploaded: everything that needs it must
    /// be made anew. Never true where the driver cannot tell.
    bool context_lost() const;

    const DriverInfo& driver() const;
    /// What the driver complained about since the start, in its words; empty as it should be.
    const std::vector<std::string>& complaints() const;

    /// Replaces the skeleton. May be called with an empty geometry.
    void upload(const view::Geometry& geometry);
    /// The same with measure_parts() of it at hand, to spend less time on the drawing thread.
    void upload(const view::Geometry& geometry, std::vector<PartMeasure> measures);

    /// Adds the organs that scenes may show around the skeleton; again after each upload().
    void surround(const view::Geometry& organs);

    /// Draws scenes side by side, each in its viewport, into the framebuffer `target` (0: the
    /// window) of the given size. A scene equal to the last one in its place is not drawn again,
    /// only shown. True if any was drawn.
    bool draw(std::span<const view::Scene> scenes, int width, int height, std::uint32_t target = 0);
    /// The same with one scene.
    bool draw(const view::Scene& scene, int width, int height, std::uint32_t target = 0);

    /// Why the last scene could not be drawn, where the driver refused it; its viewport is then
    /// plain backdrop.
    const std::optional<Error>& fault() const;

    /// Would the scene look better if drawn again while nothing moves (full resolution)?
    bool wants_refinement() const;

    /// What lies under a pixel of the framebuffer (y down) of the last drawn scenes.
    Pick pick(int x, int y) const;
    /// Depths 0..1 under some pixels, for markers. One wait for all of them.
    std::vector<float> depths(const std::vector<glm::ivec2>& pixels) const;

    /// Draws all that follows with so much work, moving or not; nothing: as frames allow. For
    /// measuring.
    void insist(std::optional<Effort> effort);

    /// Waits until everything that was asked for is drawn; for timing.
    void finish() const;

    /// Begins a picture of scenes side by side, with the best anti-aliasing, that is drawn a tile
    /// at a time. Until it is done nothing may be uploaded, and it ends before the renderer does.
    Result<Still> begin_still(std::vector<view::Scene> scenes, int width, int height) const;
    /// The same at once. Each tile is told; what `progress` returns is not asked for.
    Result<Image> picture(std::span<const view::Scene> scenes, int width, int height,
                          const Progress& progress = tell_nobody);
    /// The same with one scene.
    Result<Image> picture(const view::Scene& scene, int width, int height);
    /// The pixels of a framebuffer.
    Image read_back(int width, int height, std::uint32_t source = 0) const;

    std::size_t frames_drawn() const;
    /// Draw calls that the last drawn frame took.
    std::size_t draw_calls() const;

private:
    struct Parts;
    explicit Renderer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace osteon::render
