#pragma once

#include "render/bone_program.h"
#include "render/cut_faces.h"
#include "render/footprint.h"
#include "render/frame.h"
#include "render/gl/program.h"
#include "render/gl/texture.h"
#include "render/skeleton.h"
#include "render/targets.h"
#include "view/scene.h"

#include <filesystem>

namespace osteon::render {

/// One program for each pass.
struct Programs {
    BoneProgram solid;
    BoneProgram ghost;
    BoneProgram index;
    gl::Program backdrop;
    // compose() takes the one that does no more than the picture needs.
    gl::Program compose;
    gl::Program compose_lines;
    gl::Program compose_ghosts;
    gl::Program compose_ghosts_lines;
    gl::Program compose_still;
    gl::Program compose_still_ghosts;
    gl::Program outline;
    BoneProgram absorption;
    gl::Program film;
    gl::Program scan;
    gl::Program shade;
    gl::Program shade_blur;
    gl::Program shade_apply;
    BoneProgram footprint;
    gl::Program footprint_blur;
    gl::Program floor_shadow;
    gl::Program show;
    // Of the faces where a section cuts bones.
    gl::Program face_bone;
    gl::Program face_rim;
    gl::Program face;
    gl::Program face_index;
};

/// Programs that plain bones do without may wait for their first use (gl::Program::use()), so that
/// a start does not wait for them.
enum class Compile { needed_first, all };
Result<Programs> load_programs(const std::filesystem::path& folder,
                               Compile which = Compile::needed_first);

/// What every pass reads.
struct PassInput {
    const view::Scene& scene;
    const Frame& frame;
    const Skeleton& skeleton;
    const gl::Texture& looks; ///< of look_table()
    const Programs& programs;
    const gl::VertexArray& no_vertices;   ///< for passes over the whole screen
    const ShadeMap* shade = nullptr;      ///< of draw_shade(); a film has none
    const CutFaces* faces = nullptr;      ///< of the scene's cut; null where there is none
    const Footprint* footprint = nullptr; ///< on the floor
};

/// The bones' colours (linear) and flags as a texture, `look_table_width` to a row; below them, in
/// as many rows, how far each is moved, in metres.
inline constexpr int look_table_width = 256;
gl::Texture look_table(const view::Scene& scene);

/// Opaque bones: colour, index and depth.
void draw_solids(const PassInput& input, Targets& targets);

/// The faces where the scene's plane cuts the opaque bones, between what draw_solids() left.
void draw_faces(const PassInput& input, Targets& targets);

/// The faces of outlined bones, into their indices.
void draw_face_indices(const PassInput& input, const Targets& targets);

/// The nearest layer of ghosts, before or between the opaque bones. False if there are none in
/// view.
bool draw_ghosts(const PassInput& input, Targets& targets);

/// Are organs to be drawn?
bool has_organs(const PassInput& input);

/// The organs of the scene over what draw_ghosts() has begun, whose target is bound; what bone
/// hides of them is fainter. They are no part of the index: nothing picks them.
void draw_organs(const PassInput& input);

/// How large a shade map the frame's viewport has.
glm::ivec2 shade_size(const Frame& frame);

/// How the opaque bones shade each other, from their depths: `depth` shows the whole viewport of
/// the frame, in any size. `shade` has its size.
void draw_shade(const PassInput& input, const gl::Texture& depth, ShadeMap& shade);

/// Lays the frame's part of input.shade over the opaque bones of the picture.
void apply_shade(const PassInput& input, const Targets& targets, const FinishedPicture& picture);

/// The backdrop alone.
void lay_backdrop(const PassInput& input, FinishedPicture& picture);

/// Samples to pixels, over the backdrop.
void compose(const PassInput& input, const Targets& targets, bool ghosts,
             const FinishedPicture& picture);

/// How much of an X-ray all bones in view take, for a radiograph.
void draw_absorption(const PassInput& input, Targets& targets);

/// The scene's film from what draw_absorption() left.
void develop_film(const PassInput& input, const Targets& targets, const FinishedPicture& picture);

/// May the picture show the floor at all?
bool shows_floor(const PassInput& input);

/// The soft shadow of the feet on the floor, where the picture shows both from above.
void draw_floor_shadow(const PassInput& input, const Targets& targets,
                       const FinishedPicture& picture);

/// The scene's bone scan.
void show_scan(const PassInput& input, const FinishedPicture& picture);

/// Outlines of selected and hovered bones over the picture, also of those that others hide.
void draw_outlines(const PassInput& input, Targets& targets, bool ghosts,
                   const FinishedPicture& picture);

/// All passes over the bones that the scene needs. True if there are ghosts in view.
bool draw_bones(const PassInput& input, Targets& targets);

/// From what draw_bones() left to the finished picture.
void finish_picture(const PassInput& input, Targets& targets, bool ghosts,
                    FinishedPicture& picture);

} // namespace osteon::render
