#pragma once

#include "study/given.h"
#include "study/wishes.h"
#include "ui/study_request.h"

#include <filesystem>
#include <variant>

namespace osteon::ui {

// What the interface asks the program for: whatever is more than a change of the session, such as
// work with files and windows.

struct Quit {};

struct SaveSession {
    std::filesystem::path path; ///< a relative one is within the folder of the documents
    bool replace = false;       ///< another file of that name, too
};
struct OpenSession {
    std::filesystem::path path;
};
struct AnswerRecovery { ///< about the notes of a session that ended unexpectedly
    bool restore = true;
};
enum class CloseAnswer { save, discard, stay };
struct AnswerClose { ///< about closing with notes that are not saved
    CloseAnswer answer = CloseAnswer::stay;
};

struct FillScreen {}; ///< the window takes all of its screen, or is a window again

// Of study mode.
struct SetWishes { ///< what the next session is to ask
    study::Wishes wishes;
};
struct StartStudy { ///< a session of questions
    study::Wishes wishes;
};
struct AnswerQuestion {
    study::Given given;
};
struct GiveHint {};
struct NextQuestion {};
struct ReadWhy {};  ///< the article about the question just answered
struct EndStudy {}; ///< of the questions, which shows what came of them; then of that

using Request = std::variant<Quit, SaveSession, OpenSession, AnswerRecovery, AnswerClose,
                             FillScreen, SetWishes, StartStudy, AnswerQuestion, GiveHint,
                             NextQuestion, ReadWhy, EndStudy, ProgressRequest>;

} // namespace osteon::ui
