#include "study/plan.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace osteon::study {
namespace {

/// The cards of the deck that were answered before, with what is known of them.
struct Known {
    const Card* card;
    const CardState* state;
};

std::unordered_map<std::string_view, const CardState*> states_of(const PlanBasis& basis) {
    std::unordered_map<std::string_view, const CardState*> states;
    for (const StudiedCard& studied : basis.studied) {
        states.emplace(studied.card, &studied.state);
    }
    return states;
}

std::vector<Known> known_cards(const PlanBasis& basis) {
    const auto states = states_of(basis);
    std::vector<Known> known;
    for (const Card& card : basis.deck) {
        if (const auto found = states.find(card.id); found != states.end()) {
            known.push_back({&card, found->second});
        }
    }
    return known;
}

/// A number that belongs to an id on every machine (FNV-1a, 32 bits). By it new cards come in an
/// order that is mixed, and goes on the next day where it stopped.
std::uint32_t place_in_line(std::string_view id) {
    std::uint32_t hash = 2166136261U;
    for (const char letter : id) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    }
    return hash;
}

/// How many cards were seen today for the first time.
int begun_today(const PlanBasis& basis) {
    std::map<std::string_view, int> answers;
    for (const Review& review : basis.today) {
        ++answers[review.answer.card];
    }
    return static_cast<int>(std::ranges::count_if(basis.studied, [&](const StudiedCard& studied) {
        const auto today = answers.find(studied.card);
        return today != answers.end() && today->second == studied.state.reviews;
    }));
}

/// New cards that the day may bring in all. On a learner's first day nothing can come back, so that
/// new ones fill a session, unless fewer than usual are wished for.
int new_of_the_day(const PlanBasis& basis, int begun) {
    const bool first_day = begun == static_cast<int>(basis.studied.size());
    const StudySettings& settings = basis.settings;
    return first_day && settings.new_a_day >= StudySettings{}.new_a_day
               ? std::max(settings.new_a_day, settings.session_length)
               : settings.new_a_day;
}

std::size_t fresh_allowed(const PlanBasis& basis) {
    const int begun = begun_today(basis);
    return static_cast<std::size_t>(std::max(0, new_of_the_day(basis, begun) - begun));
}

/// The cards never answered, the kinds in turn.
std::vector<const Card*> fresh_cards(const PlanBasis& basis) {
    const auto states = states_of(basis);
    std::map<Kind, std::vector<const Card*>> kinds;
    std::size_t count = 0;
    for (const Card& card : basis.deck) {
        if (!states.contains(card.id)) {
            kinds[card.kind].push_back(&card);
            ++count;
        }
    }
    for (auto& [kind, cards] : kinds) {
        std::ranges::sort(cards, {}, [](const Card* card) {
            return std::pair(place_in_line(card->id), std::string_view(card->id));
        });
    }
    std::vector<const Card*> fresh;
    for (std::size_t turn = 0; fresh.size() < count; ++turn) {
        for (const auto& [kind, cards] : kinds) {
            if (turn < cards.size()) {
                fresh.push_back(cards[turn]);
            }
        }
    }
    return fresh;
}

/// Cards that come back within minutes go before those that wait for days; then the least recall.
bool more_urgent(const PlanBasis& basis, const Known& a, const Known& b) {
    const Scheduler scheduler;
    const bool a_waits = a.state->stage == Stage::review;
    const bool b_waits = b.state->stage == Stage::review;
    if (a_waits != b_waits) {
        return b_waits;
    }
    const double a_recall = recall_probability(scheduler, *a.state, basis.now.day);
    const double b_recall = recall_probability(scheduler, *b.state, basis.now.day);
    return std::pair(a_recall, std::string_view(a.card->id)) <
           std::pair(b_recall, std::string_view(b.card->id));
}

} // namespace

Today today_of(const PlanBasis& basis) {
    Today today;
    for (const Known& known : known_cards(basis)) {
        if (is_due(*known.state, basis.now)) {
            ++today.due;
        } else if (known.state->due_day <= basis.now.day) {
            ++today.later;
        }
    }
    today.fresh = static_cast<int>(std::min(fresh_cards(basis).size(), fresh_allowed(basis)));
    today.answered = static_cast<int>(basis.today.size());
    today.right = static_cast<int>(std::ranges::count_if(
        basis.today, [](const Review& review) { return review.answer.right; }));
    return today;
}

std::vector<Card> plan_session(const PlanBasis& basis, SessionKind kind) {
    const bool ahead = kind == SessionKind::ahead;
    std::vector<Known> known = known_cards(basis);
    std::erase_if(known,
                  [&](const Known& card) { return is_due(*card.state, basis.now) == ahead; });
    std::ranges::sort(known,
                      [&](const Known& a, const Known& b) { return more_urgent(basis, a, b); });
    std::vector<Card> session;
    for (const Known& card : known) {
        session.push_back(*card.card);
    }
    if (!ahead) {
        const std::vector<const Card*> fresh = fresh_cards(basis);
        const std::size_t count = std::min(fresh.size(), fresh_allowed(basis));
        for (std::size_t i = 0; i < count; ++i) {
            session.push_back(*fresh[i]);
        }
    }
    const auto length = static_cast<std::size_t>(std::max(0, basis.settings.session_length));
    session.resize(std::min(session.size(), length));
    return session;
}

std::array<int, c_forecast_days> forecast(const PlanBasis& basis) {
    std::array<int, c_forecast_days> counts{};
    for (const Known& known : known_cards(basis)) {
        const int wait = static_cast<int>((known.state->due_day - basis.now.day).count());
        if (wait < static_cast<int>(c_forecast_days)) {
            ++counts[static_cast<std::size_t>(std::max(wait, 0))];
        }
    }
    return counts;
}

} // namespace osteon::study
