#pragma once

#include "anatomy/registry.h"

#include <optional>
#include <string>
#include <vector>

namespace osteon::session {

/// What a question of study mode makes of the stage.
struct QuestionStage {
    bool names_hidden = true; ///< it is open: nothing on the screen gives a name away
    std::size_t choices = 0;  ///< of its answers that stand on the stage; 0: a bone is clicked
    bool over = false;        ///< there is no question more, but what came of them
    bool reads = false;       ///< the reading panel is open beside it
    std::vector<anatomy::BoneIndex> lit;      ///< in the accent colour: asked about, or the answer
    std::vector<anatomy::BoneIndex> mistaken; ///< in the warning colour: taken for the answer
    std::vector<anatomy::BoneIndex> framed;   ///< what the camera shows; empty: the whole skeleton
    bool operator==(const QuestionStage&) const = default;
};

} // namespace osteon::session
