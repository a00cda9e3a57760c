#include "render/renderer.h"

#include "render/gl/debug.h"
#include "render/pace.h"
#include "render/passes.h"
#include "render/reading.h"
#include "render/stills.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace osteon::render {

namespace {

constexpr int least_version = 303; // 3.3, as major * 100 + minor

std::string driver_string(GLenum name) {
    const GLubyte* text = glGetString(name);
    return text == nullptr ? "unknown" : reinterpret_cast<const char*>(text);
}

Result<DriverInfo> load_functions(Renderer::Loader loader) {
    const int version = gladLoadGL(loader);
    const int found = GLAD_VERSION_MAJOR(version) * 100 + GLAD_VERSION_MINOR(version);
    if (found < least_version) {
        const std::string offer =
            version == 0 ? "none" : driver_string(GL_VERSION) + " by " + driver_string(GL_RENDERER);
        return fail({Fault::machine, "the graphics driver", "",
                     "Osteon needs OpenGL 3.3; this machine offers " + offer,
                     "Update the graphics driver, or install Mesa's software driver "
                     "(libgl1-mesa-dri)"});
    }
    DriverInfo info{driver_string(GL_VERSION), driver_string(GL_RENDERER), driver_string(GL_VENDOR),
                    false};
    for (const char* name : {"llvmpipe", "softpipe", "swrast", "SwiftShader"}) {
        info.software = info.software || info.renderer.find(name) != std::string::npos;
    }
    return info;
}

/// Only outlines or the film's window and level differ, so that the bones need not be drawn again.
bool same_bones(const view::Scene& a, const view::Scene& b) {
    constexpr unsigned outline_bits = view::bone_selected | view::bone_hovered;
    const auto same_look = [](const view::BoneLook& x, const view::BoneLook& y) {
        return x.colour == y.colour && (x.flags & ~outline_bits) == (y.flags & ~outline_bits);
    };
    return a.camera == b.camera && a.viewport == b.viewport && a.backdrop == b.backdrop &&
           a.pixels_per_unit == b.pixels_per_unit && a.geometry_revision == b.geometry_revision &&
           a.film.has_value() == b.film.has_value() && a.ghost_opacity == b.ghost_opacity &&
           std::ranges::equal(a.bones, b.bones, same_look);
}

} // namespace

struct Renderer::Parts {
    DriverInfo driver;
    Programs programs;
    gl::VertexArray no_vertices;
    Pace pace;
    Skeleton skeleton;
    Targets targets;
    FinishedPicture finished;
    std::optional<view::Scene> drawn; ///< what `finished` shows
    Effort drawn_effort;
    bool drawn_ghosts = false;
    int drawn_height = 0; ///< of the framebuffer
    std::size_t frames = 0;

    void redraw(const view::Scene& scene, const Effort& effort);
    bool shows(const view::Scene& scene) const;
    void show(const view::Scene& scene, int height, std::uint32_t target) const;
    std::optional<glm::ivec2> sample_at(glm::ivec2 pixel) const;
};

bool Renderer::Parts::shows(const view::Scene& scene) const {
    if (!drawn) {
        return false;
    }
    if (*drawn == scene) {
        return true;
    }
    // Coming to rest changes the picture only if it was drawn in a hurry.
    return drawn_effort == pace.effort(scene.moving) && same_bones(*drawn, scene) &&
           drawn->bones == scene.bones && drawn->film == scene.film;
}

void Renderer::Parts::redraw(const view::Scene& scene, const Effort& effort) {
    const Frame frame = frame_of(scene, skeleton.bounds, effort);
    const gl::Texture looks = look_table(scene);
    const PassInput input{scene, frame, skeleton, looks, programs, no_vertices};
    const bool bones_stand = drawn && drawn_effort == effort && same_bones(*drawn, scene);
    if (!bones_stand) {
        targets.resize(frame.sample_size());
        drawn_ghosts = draw_bones(input, targets);
    }
    finished.resize(frame.size);
    finish_picture(input, targets, drawn_ghosts, finished);
    drawn = scene;
    drawn_effort = effort;
    ++frames;
}

void Renderer::Parts::show(const view::Scene& scene, int height, std::uint32_t target) const {
    const int x = static_cast<int>(std::lround(scene.viewport.x));
    const int y = height - static_cast<int>(std::lround(scene.viewport.y)) - finished.size.y;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, finished.framebuffer.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
    glBlitFramebuffer(0, 0, finished.size.x, finished.size.y, x, y, x + finished.size.x,
                      y + finished.size.y, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, target);
}

/// The sample in the middle of a pixel of the framebuffer (y down); none outside the viewport.
std::optional<glm::ivec2> Renderer::Parts::sample_at(glm::ivec2 pixel) const {
    if (!drawn) {
        return std::nullopt;
    }
    const glm::ivec2 corner(std::lround(drawn->viewport.x), std::lround(drawn->viewport.y));
    const glm::ivec2 at = pixel - corner;
    if (at.x < 0 || at.y < 0 || at.x >= finished.size.x || at.y >= finished.size.y ||
        pixel.y >= drawn_height) {
        return std::nullopt;
    }
    const int samples = drawn_effort.samples;
    return glm::ivec2(at.x, finished.size.y - 1 - at.y) * samples + samples / 2;
}

Renderer::Renderer(std::unique_ptr<Parts> parts)
    : parts_(std::move(parts)) {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

Result<Renderer> Renderer::create(Loader loader, const std::filesystem::path& shaders) {
    Result<DriverInfo> driver = load_functions(loader);
    if (!driver) {
        return fail(driver.error());
    }
    gl::log_driver_errors();
    Result<Programs> programs = load_programs(shaders);
    if (!programs) {
        return fail(programs.error());
    }
    const bool software = driver->software;
    return Renderer(std::make_unique<Parts>(Parts{.driver = std::move(*driver),
                                                  .programs = std::move(*programs),
                                                  .no_vertices = gl::VertexArray::make(),
                                                  .pace = Pace(software),
                                                  .skeleton = {},
                                                  .targets = {},
                                                  .finished = {},
                                                  .drawn = {},
                                                  .drawn_effort = {}}));
}

const DriverInfo& Renderer::driver() const {
    return parts_->driver;
}

void Renderer::upload(const view::Geometry& geometry) {
    parts_->skeleton = upload_skeleton(geometry);
    parts_->drawn.reset();
}

bool Renderer::draw(const view::Scene& scene, int width, int height, std::uint32_t target) {
    if (scene.viewport.empty() || width <= 0 || height <= 0) {
        return false;
    }
    const bool stands = parts_->shows(scene);
    if (!stands) {
        parts_->pace.begin_frame();
        parts_->redraw(scene, parts_->pace.effort(scene.moving));
        parts_->pace.end_frame(scene.moving);
    }
    parts_->drawn_height = height;
    parts_->show(scene, height, target);
    glViewport(0, 0, width, height);
    return !stands;
}

bool Renderer::wants_refinement() const {
    return parts_->drawn && parts_->drawn_effort != Effort{};
}

Pick Renderer::pick(int x, int y) const {
    const auto sample = parts_->sample_at({x, y});
    return sample ? read_sample(parts_->targets, parts_->drawn_ghosts, *sample) : Pick{};
}

std::vector<float> Renderer::depths(const std::vector<glm::ivec2>& pixels) const {
    std::vector<float> depths(pixels.size(), 1.0F);
    std::vector<glm::ivec2> samples;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        if (const auto sample = parts_->sample_at(pixels[i])) {
            samples.push_back(*sample);
            places.push_back(i);
        }
    }
    const auto found = read_depths(parts_->targets, samples);
    for (std::size_t i = 0; i < found.size(); ++i) {
        depths[places[i]] = found[i];
    }
    return depths;
}

void Renderer::finish() const {
    glFinish();
}

Result<Image> Renderer::picture(const view::Scene& scene, int width, int height) {
    return draw_still(scene, {width, height}, parts_->skeleton, parts_->programs,
                      parts_->no_vertices);
}

Image Renderer::read_back(int width, int height, std::uint32_t source) const {
    return read_pixels(source, {0, 0}, {width, height});
}

std::size_t Renderer::frames_drawn() const {
    return parts_->frames;
}

} // namespace osteon::render
