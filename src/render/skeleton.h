#pragma once

#include "render/gl/handle.h"
#include "render/renderer.h"
#include "view/geometry.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace osteon::render {

/// A skeleton in the memory of the graphics driver: one vertex and one index buffer for all bones.
struct Skeleton {
    view::Geometry geometry; ///< as it was uploaded, for what the processor cuts
    gl::Buffer vertices;
    gl::Buffer grain;
    gl::Buffer curvature;
    gl::Buffer indices;
    gl::VertexArray array;
    glm::vec3 position_offset{0.0F};
    glm::vec3 position_scale{1.0F};
    Box bounds;
    std::vector<view::GeometryPart> parts;
    std::vector<PartMeasure> measures; ///< for each part
    std::unique_ptr<Skeleton> organs;  ///< what lies around the bones; may be null
};

Skeleton upload_skeleton(const view::Geometry& geometry, GeometryTraits traits);

/// The slow change of bone's colour along its shaft, -127..127 for each vertex.
std::vector<std::int8_t> colour_grain(const view::Geometry& geometry);

} // namespace osteon::render
