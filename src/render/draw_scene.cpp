#include "render/passes.h"

namespace osteon::render {

bool draw_bones(const PassInput& input, Targets& targets) {
    // On a film too: picks, marks and outlines ask for the nearest bone.
    draw_solids(input, targets);
    draw_faces(input, targets);
    if (input.scene.film) {
        draw_absorption(input, targets);
        return false;
    }
    if (input.scene.scan) {
        return false;
    }
    return draw_ghosts(input, targets);
}

void finish_picture(const PassInput& input, Targets& targets, bool ghosts,
                    FinishedPicture& picture) {
    if (input.scene.film) {
        develop_film(input, targets, picture);
    } else if (input.scene.scan) {
        show_scan(input, picture);
    } else {
        lay_backdrop(input, picture);
        compose(input, targets, ghosts, picture);
        draw_floor_shadow(input, targets, picture);
        if (input.shade != nullptr) {
            apply_shade(input, targets, picture);
        }
    }
    draw_outlines(input, targets, ghosts, picture);
}

} // namespace osteon::render
