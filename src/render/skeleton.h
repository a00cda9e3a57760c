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
    gl::Buffer indices;
    gl::VertexArray array;
    glm::vec3 position_offset{0.0F};
    glm::vec3 position_scale{1.0F};
    Box bounds;
    std::vector<view::GeometryPart> parts;
    std::vector<PartMeasure> measures; ///< for each part
    std::unique_ptr<Skeleton> organs;  ///< what lies around the bones; may be null
};

/// `measures`: of each part; empty where nobody asks how thick they are.
Skeleton upload_skeleton(const view::Geometry& geometry, std::vector<PartMeasure> measures);

} // namespace osteon::render
