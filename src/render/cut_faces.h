#pragma once

#include "render/gl/texture.h"
#include "render/skeleton.h"
#include "view/scene.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace osteon::render {

/// The faces where a scene's plane cuts its opaque closed bones, in the memory of the graphics
/// driver. Empty where there is no cut.
struct CutFaces {
    /// What the faces are of.
    struct Subject {
        view::Cut cut;
        std::uint64_t geometry_revision = 0;
        std::vector<bool> opaque; ///< for each part of the skeleton: shown, and no ghost
        bool operator==(const Subject&) const = default;
    };
    /// Faces side by side: triangles that wind around them, and a rectangle over each.
    struct Group {
        GLint first_winding = 0;
        GLsizei windings = 0;
        GLint first_cover = 0;
        GLsizei covers = 0;
    };

    std::optional<Subject> subject;
    gl::Buffer corners;
    gl::VertexArray corner_array;
    gl::Buffer segments;
    gl::VertexArray segment_array;
    gl::Texture tissues; ///< for shaders/face.frag; laid out as look_table()
    std::vector<Group> groups;
    GLsizei segment_count = 0;
    GLint first_sheet = 0; ///< of the two triangles over all faces

    bool empty() const { return groups.empty(); }
};

/// Cuts the skeleton as the scene has it, unless `faces` are of that already.
void prepare(CutFaces& faces, const view::Scene& scene, const Skeleton& skeleton);

} // namespace osteon::render
