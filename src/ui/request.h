#pragma once

#include "anatomy/registry.h"
#include "base/paper.h"
#include "study/given.h"
#include "study/wishes.h"
#include "ui/study_request.h"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

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
    bool over_unsaved = false; ///< in place of notes that no file holds, without asking
};
struct AnswerOpen { ///< about opening a file in place of notes that no file holds
    bool open = false;
};
struct AnswerRecovery { ///< about the notes of a session that ended unexpectedly
    bool restore = true;
};
enum class CloseAnswer { save, discard, stay };
struct AnswerClose { ///< about closing with notes that are not saved
    CloseAnswer answer = CloseAnswer::stay;
};

struct FillScreen {}; ///< the window takes all of its screen, or is a window again

struct ShowPresenter {}; ///< opens the speaker's window, or closes it

struct SaveTours {}; ///< tries once more to write the user's tours
struct AnswerTours { ///< about closing with tours that could not be written
    CloseAnswer answer = CloseAnswer::stay;
};

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

/// The stage as a picture in the user's folder of pictures.
struct SavePicture {
    int width = 0; ///< pixels; 0: as the stage in the window
    int height = 0;
    bool transparent = false;
    bool labels = true; ///< names of the bones and what else is written on the stage
    bool legend = true;
};

/// What a tour is written as.
enum class TourForm { pictures, video, pdf };

/// A tour as files in the user's folder of videos or documents.
struct ExportTour {
    std::string id;
    TourForm form = TourForm::pdf;
};

/// A tour of the user's own as one file in the user's folder of documents, which another Osteon
/// takes in.
struct ShareTour {
    std::string id;
};

/// A bone that was marked, and what is told of the mark in plain words of the user's language.
struct MarkedBone {
    anatomy::BoneIndex bone = anatomy::no_bone;
    std::string kind; ///< may be empty
};

/// The sheet to take home for what is chosen, with the stage as it stands, as a PDF in the user's
/// folder of documents.
struct WriteHandout {
    std::vector<MarkedBone> marks{};
    Paper paper = Paper::a4;
};

/// Ends the work that is shown as a task.
struct CancelTask {};

struct SayAloud { ///< through the system's speech
    std::string words;
    std::string language; ///< "de"
};

using Request =
    std::variant<Quit, SaveSession, OpenSession, AnswerOpen, AnswerRecovery, AnswerClose,
                 FillScreen, ShowPresenter, SaveTours, AnswerTours, SetWishes, StartStudy,
                 AnswerQuestion, GiveHint, NextQuestion, ReadWhy, EndStudy, ProgressRequest,
                 SavePicture, ExportTour, ShareTour, WriteHandout, CancelTask, SayAloud>;

} // namespace osteon::ui
