#pragma once

#include "view/layout.h"

namespace osteon::view {

/// The settings as a question of study mode has them: the stage takes the room of the reading
/// panel unless that is read, and no drawer but settings and help stays open.
session::Settings beside_question(const session::Settings& settings,
                                  const session::QuestionStage& question);

/// The settings as they are without a question: in study mode the panel, which holds its home, is
/// never folded.
session::Settings at_study_home(const session::Settings& settings);

/// What stands on the stage with a question, in pixels: nothing that could name a bone.
Furniture question_furniture(const Layout& layout, const session::QuestionStage& question);

/// What that leaves of a stage to the skeleton. Lengths are px at 100 %.
Rect free_beside_question(const Rect& stage, const session::QuestionStage& question);

} // namespace osteon::view
