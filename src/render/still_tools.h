#pragma once

#include "render/passes.h"

namespace osteon::render {

/// What a Still is drawn with. It stays as it is meanwhile.
struct StillTools {
    const Skeleton& skeleton;
    const Programs& programs;
    const gl::VertexArray& no_vertices;
    gl::Sums sums = gl::Sums::singles;
};

} // namespace osteon::render
