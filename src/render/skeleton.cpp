#include "render/skeleton.h"

#include <glm/vec3.hpp>

#include <utility>

namespace osteon::render {

namespace {

constexpr std::size_t vertex_bytes = 16;

void attribute(GLuint place, GLint count, GLenum type, bool normalised, std::size_t offset) {
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, count, type, normalised ? GL_TRUE : GL_FALSE, vertex_bytes,
                          reinterpret_cast<const void*>(offset));
}

} // namespace

Skeleton upload_skeleton(const view::Geometry& geometry, std::vector<PartMeasure> measures) {
    Skeleton skeleton;
    skeleton.geometry = geometry;
    skeleton.position_offset = geometry.position_offset;
    skeleton.position_scale = geometry.position_scale;
    skeleton.bounds = geometry.bounds;
    skeleton.parts = geometry.parts;
    skeleton.measures = std::move(measures);
    for (std::size_t i = 0; i < skeleton.measures.size(); ++i) {
        // The finest level is as good as it gets.
        for (std::size_t level = 1; level < skeleton.parts[i].levels.size(); ++level) {
            view::GeometryLevel& coarser = skeleton.parts[i].levels[level];
            coarser.error = level_error(coarser, skeleton.measures[i]);
        }
    }
    skeleton.vertices = gl::Buffer::make();
    skeleton.indices = gl::Buffer::make();
    skeleton.array = gl::VertexArray::make();

    glBindVertexArray(skeleton.array.id());
    glBindBuffer(GL_ARRAY_BUFFER, skeleton.vertices.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(geometry.vertices.size_bytes()),
                 geometry.vertices.data(), GL_STATIC_DRAW);
    attribute(0, 3, GL_UNSIGNED_SHORT, true, 0);
    glEnableVertexAttribArray(1);
    glVertexAttribIPointer(1, 1, GL_UNSIGNED_SHORT, vertex_bytes,
                           reinterpret_cast<const void*>(std::size_t{6}));
    attribute(2, 2, GL_SHORT, true, 8);
    attribute(3, 2, GL_UNSIGNED_BYTE, true, 12);
    attribute(4, 1, GL_BYTE, true, 14);
    attribute(5, 1, GL_BYTE, true, 15);

    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, skeleton.indices.id());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(geometry.indices.size_bytes()),
                 geometry.indices.data(), GL_STATIC_DRAW);
    glBindVertexArray(0);
    return skeleton;
}

} // namespace osteon::render
