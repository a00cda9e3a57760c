#include "render/renderer.h"

#include "render/gl/debug.h"
#include "render/gl/draw_count.h"
#include "render/gl/framebuffer.h"
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
    gl::count_draw_calls();
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

glm::ivec2 viewport_size(const view::Scene& scene) {
    return {std::lround(scene.viewport.width), std::lround(scene.viewport.height)};
}

/// Fills the scene's viewport in the framebuffer of that height, which is bound then.
void clear_to_backdrop(const view::Scene& scene, int height, std::uint32_t target) {
    const Rect& viewport = scene.viewport;
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glEnable(GL_SCISSOR_TEST);
    const glm::ivec2 size = viewport_size(scene);
    glScissor(static_cast<int>(std::lround(viewport.x)),
              height - static_cast<int>(std::lround(viewport.y)) - size.y, size.x, size.y);
    const glm::vec3& edge = scene.backdrop.edge;
    glClearColor(edge.x, edge.y, edge.z, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_SCISSOR_TEST);
}

} // namespace

struct Renderer::Parts {
    DriverInfo driver;
    std::unique_ptr<gl::DriverListener> listener;
    gl::Capabilities capabilities;
    Programs programs;
    gl::VertexArray no_vertices;
    Pace pace;
    Skeleton skeleton;
    Targets targets;
    ShadeMap shade;
    FinishedPicture finished;
    std::optional<view::Scene> drawn; ///< what `finished` shows
    Effort drawn_effort;
    bool drawn_ghosts = false;
    int drawn_height = 0; ///< of the framebuffer
    std::size_t frames = 0;
    std::size_t draws = 0;        ///< draw calls of the last frame
    std::optional<Error> fault{}; ///< why nothing is drawn

    Effort effort(const view::Scene& scene, bool moving) const;
    void redraw(const view::Scene& scene);
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
    return drawn_effort == effort(scene, scene.moving) && same_bones(*drawn, scene) &&
           drawn->bones == scene.bones && drawn->film == scene.film;
}

Effort Renderer::Parts::effort(const view::Scene& scene, bool moving) const {
    Effort affordable = pace.effort(moving);
    affordable.samples =
        affordable_samples(affordable.samples, viewport_size(scene), capabilities.largest_side);
    return affordable;
}

/// Draws the scene anew, or says why that cannot be.
void Renderer::Parts::redraw(const view::Scene& scene) {
    fault.reset();
    const std::size_t draws_before = gl::draw_calls();
    pace.begin_frame();
    try {
        const glm::ivec2 size = viewport_size(scene);
        if (std::max(size.x, size.y) > capabilities.largest_side) {
            throw gl::TargetError("the graphics driver draws no more than " +
                                  std::to_string(capabilities.largest_side) +
                                  " pixels along a side");
        }
        redraw(scene, effort(scene, scene.moving));
    } catch (const gl::TargetError& error) {
        drawn.reset();
        targets = Targets(capabilities.sums);
        shade = {};
        finished = {};
        fault = Error{Fault::machine, "the window", "", error.what(), "Make the window smaller"};
    } catch (const gl::ShaderError& error) {
        drawn.reset();
        fault = error.error();
    }
    pace.end_frame(scene.moving);
    draws = gl::draw_calls() - draws_before;
}

void Renderer::Parts::redraw(const view::Scene& scene, const Effort& effort) {
    const Frame frame = frame_of(scene, skeleton.bounds, effort);
    const gl::Texture looks = look_table(scene);
    const bool shaded = !scene.film;
    const PassInput input{
        scene, frame, skeleton, looks, programs, no_vertices, shaded ? &shade : nullptr};
    const bool bones_stand = drawn && drawn_effort == effort && same_bones(*drawn, scene);
    if (!bones_stand) {
        targets.resize(frame.sample_size());
        drawn_ghosts = draw_bones(input, targets);
        if (shaded) {
            shade.resize(shade_size(frame));
            draw_shade(input, targets.drawn_solid().depth, shade);
        }
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

Result<Renderer> Renderer::create(Loader loader, const std::filesystem::path& shaders,
                                  gl::Sums best_sums) {
    Result<DriverInfo> driver = load_functions(loader);
    if (!driver) {
        return fail(driver.error());
    }
    auto listener = std::make_unique<gl::DriverListener>();
    const Result<gl::Capabilities> capabilities = gl::probe_capabilities(best_sums);
    if (!capabilities) {
        return fail(capabilities.error());
    }
    Result<Programs> programs = load_programs(shaders);
    if (!programs) {
        return fail(programs.error());
    }
    const bool software = driver->software;
    return Renderer(std::make_unique<Parts>(Parts{.driver = std::move(*driver),
                                                  .listener = std::move(listener),
                                                  .capabilities = *capabilities,
                                                  .programs = std::move(*programs),
                                                  .no_vertices = gl::VertexArray::make(),
                                                  .pace = Pace(software),
                                                  .skeleton = {},
                                                  .targets = Targets(capabilities->sums),
                                                  .shade = {},
                                                  .finished = {},
                                                  .drawn = {},
                                                  .drawn_effort = {}}));
}

Result<void> Renderer::reload_shaders(const std::filesystem::path& folder) {
    Result<Programs> programs = load_programs(folder, Compile::all);
    if (!programs) {
        return fail(programs.error());
    }
    parts_->programs = std::move(*programs);
    parts_->drawn.reset();
    return {};
}

bool Renderer::context_lost() const {
    return gl::context_lost();
}

const DriverInfo& Renderer::driver() const {
    return parts_->driver;
}

const std::vector<std::string>& Renderer::complaints() const {
    return parts_->listener->complaints();
}

void Renderer::upload(const view::Geometry& geometry) {
    upload(geometry, traits_of(geometry));
}

void Renderer::upload(const view::Geometry& geometry, GeometryTraits traits) {
    parts_->skeleton = upload_skeleton(geometry, std::move(traits));
    parts_->drawn.reset();
}

bool Renderer::draw(const view::Scene& scene, int width, int height, std::uint32_t target) {
    if (scene.viewport.empty() || width <= 0 || height <= 0) {
        return false;
    }
    const bool stands = parts_->shows(scene);
    if (!stands) {
        parts_->redraw(scene);
    }
    parts_->drawn_height = height;
    if (parts_->fault) {
        clear_to_backdrop(scene, height, target);
    } else {
        parts_->show(scene, height, target);
    }
    glViewport(0, 0, width, height);
    return !stands;
}

const std::optional<Error>& Renderer::fault() const {
    return parts_->fault;
}

bool Renderer::wants_refinement() const {
    return parts_->drawn && parts_->drawn_effort != parts_->effort(*parts_->drawn, false);
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
    try {
        return draw_still(scene, {width, height}, parts_->skeleton, parts_->programs,
                          parts_->no_vertices, parts_->capabilities.sums);
    } catch (const gl::TargetError& error) {
        return fail({Fault::machine, "the picture", "", error.what(), "Close other programs"});
    } catch (const gl::ShaderError& error) {
        return fail(error.error());
    }
}

Image Renderer::read_back(int width, int height, std::uint32_t source) const {
    return read_pixels(source, {0, 0}, {width, height});
}

std::size_t Renderer::draw_calls() const {
    return parts_->draws;
}

std::size_t Renderer::frames_drawn() const {
    return parts_->frames;
}

} // namespace osteon::render
