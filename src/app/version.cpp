#include "app/version.h"

#include "app/atlas.h"
#include "app/drawing_surface.h"

#include <CLI/Version.hpp>
#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace osteon::app {
namespace {

std::string opengl_line() {
    Result<DrawingSurface> surface = DrawingSurface::create();
    if (!surface) {
        return "none: " + describe(surface.error());
    }
    const Result<Folders> folders = find_folders({});
    if (!folders) {
        return "not tried: " + describe(folders.error());
    }
    Result<render::Renderer> renderer =
        render::Renderer::create(surface->loader(), folders->shaders);
    if (!renderer) {
        return "not usable: " + describe(renderer.error());
    }
    const render::DriverInfo& driver = renderer->driver();
    return fmt::format("{}, {}, {}", driver.version, driver.renderer, driver.vendor);
}

} // namespace

std::string print_version() {
    return fmt::format("osteon {}\n"
                       "OpenGL      {}\n"
                       "GLFW        {}\n"
                       "fmt         {}\n"
                       "JSON        {}.{}.{}\n"
                       "CLI11       {}\n",
                       OSTEON_VERSION, opengl_line(), glfwGetVersionString(), FMT_VERSION,
                       NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR,
                       NLOHMANN_JSON_VERSION_PATCH, CLI11_VERSION);
}

} // namespace osteon::app
