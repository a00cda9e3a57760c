#include "render/skeleton.h"

#include "render/curvature.h"

#include <glm/common.hpp>
#include <glm/vec3.hpp>

#include <array>
#include <cmath>
#include <cstring>

namespace osteon::render {

namespace {

constexpr std::size_t vertex_bytes = 16;

/// -1..1 for each point of the integer lattice: the mixing steps of MurmurHash3 (Appleby, public
/// domain) on a sum of the coordinates times large primes.
float lattice_value(int x, int y, int z) {
    auto h = static_cast<std::uint32_t>(x) * 0x8DA6B343U +
             static_cast<std::uint32_t>(y) * 0xD8163841U +
             static_cast<std::uint32_t>(z) * 0xCB1AB31FU;
    h = (h ^ (h >> 16U)) * 0x85EBCA6BU;
    h = (h ^ (h >> 13U)) * 0xC2B2AE35U;
    h ^= h >> 16U;
    return static_cast<float>(h & 0xFFFFU) / 32767.5F - 1.0F;
}

/// Value noise, -1..1: the lattice's values blended with smoothstep weights.
float value_noise(const glm::vec3& point) {
    const glm::vec3 base = glm::floor(point);
    const glm::vec3 f = point - base;
    const glm::vec3 w = f * f * (3.0F - 2.0F * f);
    const glm::ivec3 cell(base);
    std::array<float, 4> along_x{};
    for (int corner = 0; corner < 4; ++corner) {
        const int y = cell.y + (corner & 1);
        const int z = cell.z + (corner >> 1);
        along_x[static_cast<std::size_t>(corner)] =
            glm::mix(lattice_value(cell.x, y, z), lattice_value(cell.x + 1, y, z), w.x);
    }
    return glm::mix(glm::mix(along_x[0], along_x[1], w.y), glm::mix(along_x[2], along_x[3], w.y),
                    w.z);
}

void attribute(GLuint place, GLint count, GLenum type, bool normalised, std::size_t offset) {
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, count, type, normalised ? GL_TRUE : GL_FALSE, vertex_bytes,
                          reinterpret_cast<const void*>(offset));
}

/// A buffer of one signed byte for each vertex, -1..1 in the shader.
gl::Buffer byte_attribute(GLuint place, const std::vector<std::int8_t>& values) {
    auto buffer = gl::Buffer::make();
    glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(values.size()), values.data(),
                 GL_STATIC_DRAW);
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, 1, GL_BYTE, GL_TRUE, 1, nullptr);
    return buffer;
}

} // namespace

std::vector<std::int8_t> colour_grain(const view::Geometry& geometry) {
    // Lattice cells of 22 mm, and 60 mm upwards: most shafts stand.
    const glm::vec3 cells_per_metre(45.0F, 16.0F, 45.0F);
    const std::size_t count = geometry.vertices.size() / vertex_bytes;
    std::vector<std::int8_t> grain(count);
    for (std::size_t i = 0; i < count; ++i) {
        std::array<std::uint16_t, 3> packed{};
        std::memcpy(packed.data(), geometry.vertices.data() + i * vertex_bytes, sizeof packed);
        const glm::vec3 share = glm::vec3(packed[0], packed[1], packed[2]) / 65535.0F;
        const glm::vec3 point = geometry.position_offset + geometry.position_scale * share;
        grain[i] =
            static_cast<std::int8_t>(std::lround(127.0F * value_noise(point * cells_per_metre)));
    }
    return grain;
}

GeometryTraits traits_of(const view::Geometry& geometry) {
    return {colour_grain(geometry), curvature_of(geometry), measure_parts(geometry)};
}

Skeleton upload_skeleton(const view::Geometry& geometry, GeometryTraits traits) {
    Skeleton skeleton;
    skeleton.geometry = geometry;
    skeleton.position_offset = geometry.position_offset;
    skeleton.position_scale = geometry.position_scale;
    skeleton.bounds = geometry.bounds;
    skeleton.parts = geometry.parts;
    skeleton.measures = std::move(traits.measures);
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

    skeleton.grain = byte_attribute(4, traits.grain);
    skeleton.curvature = byte_attribute(5, traits.curvature);

    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, skeleton.indices.id());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(geometry.indices.size_bytes()),
                 geometry.indices.data(), GL_STATIC_DRAW);
    glBindVertexArray(0);
    return skeleton;
}

} // namespace osteon::render
