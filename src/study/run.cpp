#include "study/run.h"

#include <algorithm>

namespace osteon::study {
namespace {

bool is_right(const Question& question, const Given& given) {
    if (const auto* const chosen = std::get_if<Chosen>(&given)) {
        return !question.choices.empty() && chosen->choice == question.right;
    }
    if (const auto* const clicked = std::get_if<Clicked>(&given)) {
        return std::ranges::find(question.targets, clicked->bone) != question.targets.end();
    }
    return false;
}

/// Whether an answer is one that the question can be given.
bool is_possible(const Question& question, const Given& given) {
    if (const auto* const chosen = std::get_if<Chosen>(&given)) {
        return chosen->choice < question.choices.size();
    }
    if (const auto* const clicked = std::get_if<Clicked>(&given)) {
        return question.choices.empty() && clicked->bone != anatomy::no_bone;
    }
    return true;
}

} // namespace

const Question* Run::question() const {
    return phase != Phase::over && index < questions.size() ? &questions[index] : nullptr;
}

const Outcome* Run::outcome() const {
    return phase == Phase::answered && !outcomes.empty() ? &outcomes.back() : nullptr;
}

Run begin(std::vector<Question> questions) {
    Run run;
    run.questions = std::move(questions);
    run.planned = run.questions.size();
    run.phase = run.questions.empty() ? Phase::over : Phase::asking;
    return run;
}

void take_hint(Run& run) {
    const Question* const open = run.question();
    if (run.phase == Phase::asking && open != nullptr && open->has_hint()) {
        run.hinted = true;
    }
}

bool answer(Run& run, const Given& given) {
    const Question* const open = run.question();
    if (run.phase != Phase::asking || open == nullptr || !is_possible(*open, given)) {
        return false;
    }
    const bool right = is_right(*open, given);
    const bool first = run.index < run.planned;
    run.outcomes.push_back({open->card.id, given, right, run.hinted, grade_of(right, run.hinted)});
    run.phase = Phase::answered;
    if (!right && first) {
        run.questions.push_back(Question(*open));
    }
    return true;
}

void next(Run& run) {
    if (run.phase != Phase::answered) {
        return;
    }
    ++run.index;
    run.hinted = false;
    run.phase = run.index < run.questions.size() ? Phase::asking : Phase::over;
}

void end(Run& run) {
    run.phase = Phase::over;
}

Grade grade_of(bool right, bool hinted) {
    if (!right) {
        return Grade::again;
    }
    return hinted ? Grade::hard : Grade::good;
}

std::vector<const Outcome*> first_outcomes(const Run& run) {
    std::vector<const Outcome*> firsts;
    for (const Outcome& outcome : run.outcomes) {
        const bool known = std::ranges::any_of(
            firsts, [&](const Outcome* other) { return other->card == outcome.card; });
        if (!known) {
            firsts.push_back(&outcome);
        }
    }
    return firsts;
}

Tally tally(const Run& run) {
    Tally tally;
    for (const Outcome* const outcome : first_outcomes(run)) {
        ++(outcome->right ? tally.right : tally.missed);
    }
    return tally;
}

} // namespace osteon::study
