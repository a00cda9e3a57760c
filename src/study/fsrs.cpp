#include "study/fsrs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace osteon::study {
namespace {

constexpr double least_stability = 0.001; ///< days
constexpr double least_difficulty = 1.0;
constexpr double most_difficulty = 10.0;
constexpr double recall_at_stability = 0.9; ///< the definition of stability

double number(Grade grade) {
    return static_cast<double>(grade);
}

/// The forgetting curve is a power of time with this exponent, stretched by this factor so that it
/// passes through 0.9 where the time equals the stability.
double decay(const FsrsWeights& w) {
    return -w[20];
}
double factor(const FsrsWeights& w) {
    return std::pow(recall_at_stability, 1.0 / decay(w)) - 1.0;
}

double first_difficulty(const FsrsWeights& w, Grade grade) {
    return w[4] - std::exp(w[5] * (number(grade) - 1.0)) + 1.0;
}

/// Difficulty moves the less the nearer it is to its upper end, and is drawn a little towards that
/// of a card found easy at once.
double next_difficulty(const FsrsWeights& w, double difficulty, Grade grade) {
    const double change = -w[6] * (number(grade) - 3.0);
    const double moved = difficulty + change * (most_difficulty - difficulty) / 9.0;
    const double drawn = w[7] * first_difficulty(w, Grade::easy) + (1.0 - w[7]) * moved;
    return std::clamp(drawn, least_difficulty, most_difficulty);
}

double stability_after_recall(const FsrsWeights& w, const CardState& card, double recall,
                              Grade grade) {
    const double penalty = grade == Grade::hard ? w[15] : 1.0;
    const double bonus = grade == Grade::easy ? w[16] : 1.0;
    return card.stability *
           (1.0 + std::exp(w[8]) * (11.0 - card.difficulty) * std::pow(card.stability, -w[9]) *
                      (std::exp(w[10] * (1.0 - recall)) - 1.0) * penalty * bonus);
}

double stability_after_lapse(const FsrsWeights& w, const CardState& card, double recall) {
    const double forgotten = w[11] * std::pow(card.difficulty, -w[12]) *
                             (std::pow(card.stability + 1.0, w[13]) - 1.0) *
                             std::exp(w[14] * (1.0 - recall));
    return std::min(forgotten, card.stability / std::exp(w[17] * w[18]));
}

double stability_on_same_day(const FsrsWeights& w, double stability, Grade grade) {
    const double growth =
        std::exp(w[17] * (number(grade) - 3.0 + w[18])) * std::pow(stability, -w[19]);
    return stability * (grade >= Grade::good ? std::max(growth, 1.0) : growth);
}

double next_stability(const FsrsWeights& w, const CardState& card, Grade grade, double days) {
    if (days < 1.0) {
        return stability_on_same_day(w, card.stability, grade);
    }
    const double recall = recall_probability(w, card.stability, days);
    return grade == Grade::again ? stability_after_lapse(w, card, recall)
                                 : stability_after_recall(w, card, recall, grade);
}

/// A clock set back gives no negative time.
double days_between(std::chrono::local_days from, std::chrono::local_days to) {
    return std::max(0.0, static_cast<double>((to - from).count()));
}

void wait_minutes(CardState& card, std::chrono::seconds wait, Moment now) {
    card.due_day = now.day;
    card.due_time = now.time + wait;
}

void wait_days(CardState& card, const Scheduler& scheduler, Moment now) {
    card.stage = Stage::review;
    card.step = 0;
    card.due_day = now.day + std::chrono::days(interval_days(scheduler, card.stability));
    card.due_time = {};
}

/// The wait of a card that was found hard: on the first step half way to the second.
std::chrono::seconds hard_wait(const std::vector<std::chrono::seconds>& steps, std::size_t step) {
    if (step > 0) {
        return steps[step];
    }
    return steps.size() == 1 ? steps[0] * 3 / 2 : (steps[0] + steps[1]) / 2;
}

/// Takes a card that is being learnt through its steps, and from the last of them to days.
void take_step(CardState& card, const Scheduler& scheduler,
               const std::vector<std::chrono::seconds>& steps, Grade grade, Moment now) {
    const auto step = static_cast<std::size_t>(card.step);
    const bool beyond = step >= steps.size() && grade != Grade::again;
    if (steps.empty() || beyond || grade == Grade::easy ||
        (grade == Grade::good && step + 1 == steps.size())) {
        wait_days(card, scheduler, now);
    } else if (grade == Grade::good) {
        card.step += 1;
        wait_minutes(card, steps[step + 1], now);
    } else if (grade == Grade::hard) {
        wait_minutes(card, hard_wait(steps, step), now);
    } else {
        card.step = 0;
        wait_minutes(card, steps.front(), now);
    }
}

} // namespace

double recall_probability(const FsrsWeights& weights, double stability, double days) {
    return std::pow(1.0 + factor(weights) * days / stability, decay(weights));
}

double recall_probability(const Scheduler& scheduler, const CardState& card,
                          std::chrono::local_days day) {
    if (card.stage == Stage::fresh) {
        return 0.0;
    }
    return recall_probability(scheduler.weights, card.stability,
                              days_between(card.last_review.day, day));
}

int interval_days(const Scheduler& scheduler, double stability) {
    const FsrsWeights& w = scheduler.weights;
    const double days =
        stability / factor(w) * (std::pow(scheduler.desired_retention, 1.0 / decay(w)) - 1.0);
    const double longest = static_cast<double>(scheduler.longest_interval);
    return static_cast<int>(std::clamp(std::round(days), 1.0, longest));
}

CardState after_review(const Scheduler& scheduler, const CardState& card, Grade grade, Moment now) {
    const FsrsWeights& w = scheduler.weights;
    CardState next = card;
    if (card.stage == Stage::fresh) {
        next.stability = w[static_cast<std::size_t>(grade) - 1];
        next.difficulty = std::clamp(first_difficulty(w, grade), least_difficulty, most_difficulty);
        next.stage = Stage::learning;
    } else {
        const double days = days_between(card.last_review.day, now.day);
        next.stability = next_stability(w, card, grade, days);
        next.difficulty = next_difficulty(w, card.difficulty, grade);
    }
    next.stability = std::max(next.stability, least_stability);
    next.last_review = now;
    next.reviews += 1;
    if (card.stage != Stage::review) {
        const bool relearns = card.stage == Stage::relearning;
        take_step(next, scheduler, relearns ? scheduler.relearning_steps : scheduler.learning_steps,
                  grade, now);
    } else if (grade != Grade::again) {
        wait_days(next, scheduler, now);
    } else {
        next.lapses += 1;
        next.stage = Stage::relearning;
        next.step = 0;
        take_step(next, scheduler, scheduler.relearning_steps, grade, now);
    }
    return next;
}

bool is_due(const CardState& card, Moment now) {
    if (card.stage == Stage::fresh) {
        return false;
    }
    return now.day > card.due_day || (now.day == card.due_day && now.time >= card.due_time);
}

} // namespace osteon::study
