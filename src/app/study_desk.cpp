#include "app/study_desk.h"

#include "base/random.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace osteon::app {
namespace {

using study::LearnerId;

constexpr std::chrono::seconds c_looks_over_again{30};

/// What a store says, or nothing where it fails: it has told of that when it was opened.
template <class Value>
Value or_nothing(Result<Value> result) {
    return result ? std::move(*result) : Value{};
}

/// Each card answered today by its first answer.
study::Tally tally_of(const std::vector<study::Review>& reviews) {
    study::Tally tally;
    std::set<std::string> counted;
    for (const study::Review& review : reviews) {
        if (counted.insert(review.answer.card).second) {
            ++(review.answer.right ? tally.right : tally.missed);
        }
    }
    return tally;
}

} // namespace

study::Moment StudyDesk::now() const {
    const auto time = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    study::Moment moment = study::moment_here(time);
    if (today_) {
        const std::chrono::local_days wanted{today_->time_since_epoch()};
        moment.time += wanted - moment.day;
        moment.day = wanted;
    }
    return moment;
}

void StudyDesk::open(const Atlas& atlas) {
    if (is_open()) {
        return;
    }
    if (file_) {
        Result<study::OpenedProgress> opened = study::Progress::open(*file_, now());
        if (opened) {
            progress_ = std::move(opened->progress);
            if (opened->notice) {
                say(*opened->notice);
            }
        } else {
            say(opened.error());
        }
    }
    if (!progress_) {
        Result<study::Progress> unkept = study::Progress::in_memory();
        if (!unkept) {
            say(unkept.error());
            return;
        }
        progress_ = std::move(*unkept);
    }
    speak(atlas);
    follow_learner();
}

void StudyDesk::follow_learner() {
    const LearnerId learner = or_nothing(progress_->current_learner());
    for (const study::Learner& each : or_nothing(progress_->learners())) {
        if (each.id == learner) {
            wishes_.length = static_cast<std::size_t>(each.settings.session_length);
        }
    }
    count();
}

void StudyDesk::speak(const Atlas& atlas) {
    if (!is_open()) {
        return;
    }
    progress_->call_first_learner(atlas.knowledge.language.tr("Learner 1"));
    bank_ = knowledge::load_quiz(atlas.folders.content, atlas.knowledge, atlas.registry);
    deck_ = study::all_cards(material(atlas));
    if (!run_) {
        return;
    }
    for (study::Question& question : run_->questions) {
        if (auto again = study::question_of(question.card, material(atlas), seed_)) {
            question = std::move(*again);
        }
    }
}

study::View StudyDesk::view() {
    if (is_open() && !run_) {
        look_over();
    }
    return {run(), wishes_, answered_today_, due_tomorrow_, overview_ ? &*overview_ : nullptr};
}

/// Reads what the home shows, again now and then: what was missed comes back after minutes.
void StudyDesk::look_over() {
    const auto time = std::chrono::steady_clock::now();
    if (overview_ && time - looked_over_ < c_looks_over_again) {
        return;
    }
    looked_over_ = time;
    Result<study::Overview> overview = study::overview_of(*progress_, deck_, now());
    if (!overview) {
        say(overview.error());
    }
    overview_ = overview ? std::move(*overview) : study::Overview();
    if (overview_->learner == study::c_nobody_yet) { // whose session is as long as was chosen here
        overview_->today =
            study::today_of({.deck = deck_,
                             .studied = {},
                             .today = {},
                             .settings = {.session_length = static_cast<int>(wishes_.length)},
                             .now = now()});
    }
}

void StudyDesk::wish(const study::Wishes& wishes) {
    const bool other_length = wishes.length != wishes_.length;
    wishes_ = wishes;
    overview_.reset();
    if (other_length && is_open()) {
        keep_length();
    }
}

/// The length of a session is the learner's; it waits while nobody has learnt anything.
void StudyDesk::keep_length() {
    const LearnerId learner = or_nothing(progress_->current_learner());
    for (const study::Learner& each : or_nothing(progress_->learners())) {
        if (each.id == learner) {
            study::StudySettings settings = each.settings;
            settings.session_length = static_cast<int>(wishes_.length);
            if (const auto kept = progress_->set_settings(learner, settings); !kept) {
                say(kept.error());
            }
        }
    }
}

std::vector<std::string> StudyDesk::take_messages() {
    return std::exchange(messages_, {});
}

void StudyDesk::start(const study::Wishes& wishes, const Atlas& atlas) {
    wishes_ = wishes;
    const LearnerId learner = or_nothing(progress_->current_learner());
    const auto studied = or_nothing(progress_->cards(learner));
    const auto reviews = or_nothing(progress_->reviews(learner, now().day));
    std::vector<study::Card> wanted;
    std::ranges::copy_if(deck_, std::back_inserter(wanted), [&](const study::Card& card) {
        const bool named = card.kind == study::Kind::name_bone;
        return std::ranges::find(wishes.kinds, card.kind) != wishes.kinds.end() &&
               (!named || card.id.starts_with("latin:") == wishes.latin);
    });
    study::PlanBasis plan = basis(studied, reviews);
    plan.deck = wanted;
    plan.settings.session_length = static_cast<int>(wishes.length);
    std::vector<study::Card> cards = study::plan_session(plan);
    if (cards.empty()) {
        cards = study::plan_session(plan, study::SessionKind::ahead);
    }
    seed_ = static_cast<std::uint64_t>(now().day.time_since_epoch().count()) + reviews.size();
    start(cards, atlas);
}

void StudyDesk::start(const std::vector<study::Card>& cards, const Atlas& atlas) {
    std::vector<study::Question> questions;
    for (const study::Card& card : cards) {
        if (auto question = study::question_of(card, material(atlas), seed_)) {
            questions.push_back(std::move(*question));
        }
    }
    run_ = study::begin(std::move(questions));
    asked_ = std::chrono::steady_clock::now();
}

bool StudyDesk::answer(const study::Given& given) {
    if (!run_ || !study::answer(*run_, given)) {
        return false;
    }
    keep(run_->outcomes.back());
    count();
    return true;
}

void StudyDesk::keep(const study::Outcome& outcome) {
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - asked_);
    const LearnerId learner = or_nothing(progress_->current_learner());
    const auto kept =
        progress_->record(learner, {outcome.card, outcome.grade, outcome.right, took}, now());
    if (!kept) {
        say(kept.error());
    } else if (learner == study::c_nobody_yet) {
        keep_length(); // the first answer has made a learner
    }
}

void StudyDesk::hint() {
    if (run_) {
        study::take_hint(*run_);
    }
}

void StudyDesk::next() {
    if (run_) {
        study::next(*run_);
        asked_ = std::chrono::steady_clock::now();
    }
}

void StudyDesk::end() {
    if (run_ && run_->phase != study::Phase::over && !run_->outcomes.empty()) {
        study::end(*run_);
        return;
    }
    run_.reset();
}

study::PlanBasis StudyDesk::basis(const std::vector<study::StudiedCard>& studied,
                                  const std::vector<study::Review>& reviews) const {
    study::StudySettings settings;
    const LearnerId learner = or_nothing(progress_->current_learner());
    for (const study::Learner& each : or_nothing(progress_->learners())) {
        if (each.id == learner) {
            settings = each.settings;
        }
    }
    return {deck_, studied, reviews, settings, now()};
}

/// What was answered today, and what comes tomorrow.
void StudyDesk::count() {
    overview_.reset();
    const LearnerId learner = or_nothing(progress_->current_learner());
    const auto studied = or_nothing(progress_->cards(learner));
    const auto reviews = or_nothing(progress_->reviews(learner, now().day));
    answered_today_ = tally_of(reviews);
    const auto days = study::forecast(basis(studied, reviews));
    due_tomorrow_ = static_cast<std::size_t>(days[0]) + static_cast<std::size_t>(days[1]);
}

} // namespace osteon::app
