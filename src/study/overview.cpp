#include "study/overview.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace osteon::study {
namespace {

/// All that is read of one learner.
struct Rows {
    std::vector<Learner> learners;
    LearnerId learner = c_nobody_yet;
    StudySettings settings;
    std::vector<StudiedCard> cards;
    std::vector<Review> reviews;
};

Result<Rows> read(const Progress& progress, std::chrono::local_days since) {
    Result<std::vector<Learner>> learners = progress.learners();
    const Result<LearnerId> current = progress.current_learner();
    if (!learners || !current) {
        return fail(!learners ? learners.error() : current.error());
    }
    Result<std::vector<StudiedCard>> cards = progress.cards(*current);
    Result<std::vector<Review>> reviews = progress.reviews(*current, since);
    if (!cards || !reviews) {
        return fail(!cards ? cards.error() : reviews.error());
    }
    const auto found = std::ranges::find(*learners, *current, &Learner::id);
    const StudySettings settings = found == learners->end() ? StudySettings() : found->settings;
    return Rows{std::move(*learners), *current, settings, std::move(*cards), std::move(*reviews)};
}

/// The reviews of a day, which are the last of the log.
std::span<const Review> of_day(std::span<const Review> reviews, std::chrono::local_days day) {
    const auto first =
        std::ranges::find_if(reviews, [&](const Review& review) { return review.at.day >= day; });
    return reviews.subspan(static_cast<std::size_t>(first - reviews.begin()));
}

} // namespace

Result<Overview> overview_of(const Progress& progress, std::span<const Card> deck, Moment now) {
    Result<Rows> rows = read(progress, std::chrono::local_days::min());
    if (!rows) {
        return fail(rows.error());
    }
    const PlanBasis basis{.deck = deck,
                          .studied = rows->cards,
                          .today = of_day(rows->reviews, now.day),
                          .settings = rows->settings,
                          .now = now};
    Overview overview{.learners = {},
                      .learner = rows->learner,
                      .settings = rows->settings,
                      .today = today_of(basis),
                      .forecast = forecast(basis),
                      .statistics = statistics_of(rows->reviews, deck, now.day),
                      .known = static_cast<int>(rows->cards.size()),
                      .all = static_cast<int>(deck.size()),
                      .day = now.day,
                      .file = progress.file(),
                      .kept = progress.kept(),
                      .backups = progress.backups()};
    overview.learners = std::move(rows->learners);
    return overview;
}

Result<std::vector<Card>> next_session(const Progress& progress, std::span<const Card> deck,
                                       Moment now, SessionKind kind) {
    return read(progress, now.day).map([&](const Rows& rows) {
        const PlanBasis basis{.deck = deck,
                              .studied = rows.cards,
                              .today = rows.reviews,
                              .settings = rows.settings,
                              .now = now};
        return plan_session(basis, kind);
    });
}

} // namespace osteon::study
