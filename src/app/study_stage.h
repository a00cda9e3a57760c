#pragma once

#include "session/session.h"
#include "study/run.h"

namespace osteon::app {

/// What the stage shows with a run as it stands: its open question with names hidden; the answer,
/// and what was taken for it, when that is given; nothing but the summary when the run is over. The
/// camera flies to the answer unless a bone was found or named rightly: then it is in view already.
session::ShowQuestion question_on_stage(const study::Run& run, const anatomy::Registry& registry);

/// The page that tells more of a question: its article, or that of its bone; empty: there is none.
session::ReadingPlace reading_about(const study::Question& question,
                                    const anatomy::Registry& registry);

} // namespace osteon::app
