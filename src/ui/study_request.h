#pragma once

#include "study/learner.h"

#include <string>
#include <variant>

namespace osteon::ui {

// What study mode asks of the progress file.

struct ChooseLearner {
    study::LearnerId learner = study::c_nobody_yet;
};
struct AddLearner {
    std::string name;
};
struct RenameLearner {
    study::LearnerId learner = study::c_nobody_yet;
    std::string name;
};
struct RemoveLearner {
    study::LearnerId learner = study::c_nobody_yet;
};
struct JoinLearners { ///< who is the same person; the first is gone afterwards
    study::LearnerId from = study::c_nobody_yet;
    study::LearnerId into = study::c_nobody_yet;
};
struct SetStudySettings { ///< of the learner who learns
    study::StudySettings settings;
};
struct BackUpProgress {};
struct ExportProgress {}; ///< into the user's folder of documents
struct ImportProgress {
    std::string file; ///< its path; "~/" stands for the home folder
};

using ProgressRequest =
    std::variant<ChooseLearner, AddLearner, RenameLearner, RemoveLearner, JoinLearners,
                 SetStudySettings, BackUpProgress, ExportProgress, ImportProgress>;

} // namespace osteon::ui
