#include "render/passes.h"

#include <glm/geometric.hpp>

#include <cmath>

namespace osteon::render {

namespace {

/// Where the window's lower left corner lies on the film, and what a pixel covers; in cells.
struct FilmPlace {
    glm::vec2 first{0.0F};
    glm::vec2 step{1.0F};
};

FilmPlace place_of(const PassInput& input) {
    const Frame& frame = input.frame;
    const view::Camera& camera = input.scene.camera;
    const view::ScanFilm& film = *input.scene.scan;
    const glm::vec2 viewport(frame.viewport);
    // The film stands in the plane of the camera's target.
    const float distance = glm::length(camera.eye - camera.target);
    const float half_height = std::tan(0.5F * camera.fov_y) * distance;
    const glm::vec2 half(half_height * viewport.x / viewport.y, half_height);
    const glm::vec2 target(glm::dot(camera.target, frame.right), glm::dot(camera.target, frame.up));
    const glm::vec2 corner = target - (1.0F + camera.lens_shift) * half;
    const glm::vec2 pixel = 2.0F * half / viewport;
    return {(corner + pixel * glm::vec2(frame.origin) - film.corner) / film.cell,
            pixel / film.cell};
}

} // namespace

void show_scan(const PassInput& input, const FinishedPicture& picture) {
    const view::ScanFilm& film = *input.scene.scan;
    const view::Backdrop& backdrop = input.scene.backdrop;
    const Frame& frame = input.frame;
    const FilmPlace place = place_of(input);
    const gl::Program& program = input.programs.scan;
    const gl::Texture cells =
        gl::make_texture(gl::grey8, film.cells.x, film.cells.y, film.darkness.data());
    glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer.id());
    glViewport(0, 0, frame.size.x, frame.size.y);
    program.use();
    program.set("u_first", place.first);
    program.set("u_step", place.step);
    program.set("u_cells", glm::vec2(film.cells));
    program.set("u_opacity", backdrop.transparent ? 0.0F : 1.0F);
    program.set("u_intensity", input.scene.scan_intensity);
    program.set("u_paper", backdrop.edge);
    program.set("u_ink", view::scan_ink);
    program.set("u_film", 0);
    gl::bind_texture(0, cells);
    glBindVertexArray(input.no_vertices.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
}

} // namespace osteon::render
