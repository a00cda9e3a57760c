#include "render/renderer.h"

#include "render/drawn_pane.h"
#include "render/gl/debug.h"
#include "render/gl/draw_count.h"
#include "render/gl/framebuffer.h"
#include "render/pace.h"
#include "render/passes.h"
#include "render/reading.h"
#include "render/still_tools.h"

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
    std::vector<DrawnPane> panes;
    int drawn_height = 0;             ///< of the framebuffer
    std::optional<Effort> insisted{}; ///< instead of what the pace allows
    std::size_t frames = 0;
    std::size_t draws = 0;        ///< draw calls of the last frame
    std::optional<Error> fault{}; ///< why nothing is drawn

    Effort effort(const view::Scene& scene, bool moving) const;
    bool redraw(std::span<const view::Scene> scenes);
    void redraw(DrawnPane& pane, const view::Scene& scene);
    std::optional<glm::ivec2> sample_at(const DrawnPane& pane, glm::ivec2 pixel) const;
};

Effort Renderer::Parts::effort(const view::Scene& scene, bool moving) const {
    Effort affordable = insisted.value_or(pace.effort(moving));
    affordable.samples =
        affordable_samples(affordable.samples, viewport_size(scene), capabilities.largest_side);
    if (scene.film || scene.cut || scene.scan) {
        affordable.resolution = 1.0F; // their passes read samples one by one
    }
    return affordable;
}

/// Draws the scenes that do not stand yet, or says why that cannot be. True if there were any.
bool Renderer::Parts::redraw(std::span<const view::Scene> scenes) {
    // What goes takes its memory with it.
    panes.erase(panes.begin() + static_cast<std::ptrdiff_t>(std::min(panes.size(), scenes.size())),
                panes.end());
    while (panes.size() < scenes.size()) {
        panes.emplace_back(capabilities.sums);
    }
    bool stand = true;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        stand = stand && panes[i].shows(scenes[i], effort(scenes[i], scenes[i].moving));
    }
    if (stand) {
        return false;
    }
    fault.reset();
    const std::size_t draws_before = gl::draw_calls();
    pace.begin_frame();
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        redraw(panes[i], scenes[i]);
    }
    pace.end_frame(std::ranges::any_of(scenes, &view::Scene::moving));
    draws = gl::draw_calls() - draws_before;
    ++frames;
    return true;
}

void Renderer::Parts::redraw(DrawnPane& pane, const view::Scene& scene) {
    const Effort wanted = effort(scene, scene.moving);
    if (pane.shows(scene, wanted)) {
        return;
    }
    try {
        const glm::ivec2 size = viewport_size(scene);
        if (std::max(size.x, size.y) > capabilities.largest_side) {
            throw gl::TargetError("the graphics driver draws no more than " +
                                  std::to_string(capabilities.largest_side) +
                                  " pixels along a side");
        }
        pane.redraw(scene, wanted, skeleton, programs, no_vertices);
    } catch (const gl::TargetError& error) {
        pane = DrawnPane(capabilities.sums);
        fault = Error{Fault::machine, "the window", "", error.what(), "Make the window smaller"};
    } catch (const gl::ShaderError& error) {
        pane.forget();
        fault = error.error();
    }
}

/// The pane's sample under a pixel of the framebuffer; none outside it or its viewport.
std::optional<glm::ivec2> Renderer::Parts::sample_at(const DrawnPane& pane,
                                                     glm::ivec2 pixel) const {
    return pixel.y < drawn_height ? pane.sample_at(pixel) : std::nullopt;
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
                                                  .panes = {}}));
}

Result<void> Renderer::reload_shaders(const std::filesystem::path& folder) {
    Result<Programs> programs = load_programs(folder, Compile::all);
    if (!programs) {
        return fail(programs.error());
    }
    parts_->programs = std::move(*programs);
    for (DrawnPane& pane : parts_->panes) {
        pane.forget();
    }
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
    upload(geometry, measure_parts(geometry));
}

void Renderer::upload(const view::Geometry& geometry, std::vector<PartMeasure> measures) {
    parts_->skeleton = upload_skeleton(geometry, std::move(measures));
    for (DrawnPane& pane : parts_->panes) {
        pane.forget();
    }
}

bool Renderer::draw(std::span<const view::Scene> scenes, int width, int height,
                    std::uint32_t target) {
    const auto is_empty = [](const view::Scene& scene) { return scene.viewport.empty(); };
    if (std::ranges::any_of(scenes, is_empty) || width <= 0 || height <= 0) {
        return false;
    }
    const bool redrawn = parts_->redraw(scenes);
    parts_->drawn_height = height;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        if (parts_->panes[i].drawn()) {
            parts_->panes[i].show(height, target, parts_->programs, parts_->no_vertices);
        } else {
            clear_to_backdrop(scenes[i], height, target);
        }
    }
    glViewport(0, 0, width, height);
    return redrawn;
}

void Renderer::surround(const view::Geometry& organs) {
    parts_->skeleton.organs = std::make_unique<Skeleton>(upload_skeleton(organs, {}));
    for (DrawnPane& pane : parts_->panes) {
        pane.forget();
    }
}

bool Renderer::draw(const view::Scene& scene, int width, int height, std::uint32_t target) {
    return draw(std::span(&scene, 1), width, height, target);
}

const std::optional<Error>& Renderer::fault() const {
    return parts_->fault;
}

bool Renderer::wants_refinement() const {
    return std::ranges::any_of(parts_->panes, [&](const DrawnPane& pane) {
        return pane.drawn() && pane.effort() != parts_->effort(*pane.drawn(), false);
    });
}

Pick Renderer::pick(int x, int y) const {
    for (const DrawnPane& pane : parts_->panes) {
        if (const auto sample = parts_->sample_at(pane, {x, y})) {
            return read_sample(pane.targets(), pane.ghosts(), *sample);
        }
    }
    return {};
}

std::vector<float> Renderer::depths(const std::vector<glm::ivec2>& pixels) const {
    std::vector<float> depths(pixels.size(), 1.0F);
    for (const DrawnPane& pane : parts_->panes) {
        std::vector<glm::ivec2> samples;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            if (const auto sample = parts_->sample_at(pane, pixels[i])) {
                samples.push_back(*sample);
                places.push_back(i);
            }
        }
        const auto found = read_depths(pane.targets(), samples);
        for (std::size_t i = 0; i < found.size(); ++i) {
            depths[places[i]] = found[i];
        }
    }
    return depths;
}

void Renderer::finish() const {
    glFinish();
}

Result<Still> Renderer::begin_still(std::vector<view::Scene> scenes, int width, int height) const {
    return Still::begin(
        std::move(scenes), {width, height},
        {parts_->skeleton, parts_->programs, parts_->no_vertices, parts_->capabilities.sums});
}

Result<Image> Renderer::picture(std::span<const view::Scene> scenes, int width, int height,
                                const Progress& progress) {
    Result<Still> still = begin_still({scenes.begin(), scenes.end()}, width, height);
    if (!still) {
        return fail(still.error());
    }
    while (!still->done()) {
        progress("Drawing", still->drawn() + 1, still->tiles());
        if (auto drawn = still->draw_tile(); !drawn) {
            return fail(drawn.error());
        }
    }
    return still->take();
}

Result<Image> Renderer::picture(const view::Scene& scene, int width, int height) {
    return picture(std::span(&scene, 1), width, height);
}

Image Renderer::read_back(int width, int height, std::uint32_t source) const {
    return read_pixels(source, {0, 0}, {width, height});
}

std::size_t Renderer::draw_calls() const {
    return parts_->draws;
}

void Renderer::insist(std::optional<Effort> effort) {
    parts_->insisted = effort;
}

std::size_t Renderer::frames_drawn() const {
    return parts_->frames;
}

} // namespace osteon::render
