#pragma once

#include "study/fsrs.h"
#include "study/given.h"
#include "study/question.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace osteon::study {

enum class Phase : std::uint8_t { asking, answered, over };

/// One question that was answered.
struct Outcome {
    std::string card;
    Given given;
    bool right = false;
    bool hinted = false;
    Grade grade = Grade::again;
};

/// A session of questions.
struct Run {
    std::vector<Question> questions; ///< those missed come again at the end
    std::size_t planned = 0;         ///< of them, those before any came again
    std::size_t index = 0;           ///< of the question that is open or just answered
    Phase phase = Phase::over;
    bool hinted = false;           ///< the open question's hint was taken
    std::vector<Outcome> outcomes; ///< of the questions answered, in their order

    /// The question that is open or just answered; nullptr when the session is over.
    const Question* question() const;
    /// What came of the question just answered; nullptr while one is open.
    const Outcome* outcome() const;
};

/// A run of these questions; without any it is over at once.
Run begin(std::vector<Question> questions);

/// Shows the hint of the open question; from then on a right answer counts as hard.
void take_hint(Run& run);

/// Answers the open question. A question that was missed for the first time is asked once more at
/// the end. A click on no bone, and whatever comes while none is open, changes nothing; returns
/// whether something did.
bool answer(Run& run, const Given& given);

/// Goes on to the next question, or ends the run after the last one.
void next(Run& run);

/// Ends the run where it stands.
void end(Run& run);

/// A right answer is good, with a hint hard; all others are again. There is no easy: time at the
/// screen does not tell how well something is known where the skeleton is turned to look for it.
Grade grade_of(bool right, bool hinted);

/// Questions answered right and missed; each card once, by its first answer.
struct Tally {
    std::size_t right = 0;
    std::size_t missed = 0;
};
Tally tally(const Run& run);

/// The outcome by which each card counts: its first.
std::vector<const Outcome*> first_outcomes(const Run& run);

} // namespace osteon::study
