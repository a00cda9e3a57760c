#pragma once

#include "render/passes.h"
#include "render/visible.h"

namespace osteon::render {

/// What the scene's bones need of a program, whether or not they have lesions.
BoneNeeds needs_of(const view::Scene& scene);

/// The uniforms of shaders/bone.vert and shaders/cut.glsl, for a program in use.
void set_bone_uniforms(const gl::Program& program, const PassInput& input);

/// The uniforms of shaders/light.glsl, for a program in use.
void set_light_uniforms(const gl::Program& program, const Frame& frame);

/// Draws the lists with the program in use; only closed parts lose their back faces.
void draw_lists(const Skeleton& skeleton, const DrawLists& lists);

/// Draws a list with the program in use, front and back faces alike.
void draw_both_faces(const Skeleton& skeleton, const DrawList& list);

} // namespace osteon::render
