#include "study/statistics.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace osteon::study {
namespace {

using std::chrono::days;
using std::chrono::local_days;

/// Tells which reviews put memory to the test, told one after the other.
class RecallWatch {
public:
    bool is_recall(const Review& review) {
        const auto [last, first_time] = last_days_.try_emplace(review.answer.card, review.at.day);
        const bool later_day = !first_time && last->second < review.at.day;
        last->second = std::max(last->second, review.at.day);
        return later_day;
    }

private:
    std::unordered_map<std::string_view, local_days> last_days_;
};

void count(Recall& recall, const Review& review) {
    ++recall.asked;
    recall.recalled += review.answer.right ? 1 : 0;
}

std::optional<std::size_t> place_of_kind(std::string_view card) {
    const std::optional<Kind> kind = kind_of_card(card);
    if (!kind) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::ranges::find(c_kinds, *kind) - c_kinds.begin());
}

/// The days in a row up to today; a day that is not over yet breaks no row.
int streak_up_to(local_days today, std::span<const Review> reviews) {
    int streak = 0;
    local_days expected = today;
    for (auto review = reviews.rbegin(); review != reviews.rend(); ++review) {
        const local_days day = review->at.day;
        if (streak == 0 && day == today - days(1)) {
            expected = day;
        }
        if (day < expected) {
            break;
        }
        if (day == expected) {
            ++streak;
            expected -= days(1);
        }
    }
    return streak;
}

std::vector<HardBone> hardest_bones(std::span<const Review> reviews, std::span<const Card> deck) {
    std::unordered_map<std::string_view, const Card*> cards;
    for (const Card& card : deck) {
        cards.emplace(card.id, &card);
    }
    std::map<anatomy::BoneIndex, HardBone> bones;
    for (const Review& review : reviews) {
        const auto card = cards.find(review.answer.card);
        if (card == cards.end()) {
            continue;
        }
        const double weight =
            1.0 / static_cast<double>(std::max<std::size_t>(card->second->bones.size(), 1));
        for (const anatomy::BoneIndex bone : card->second->bones) {
            HardBone& hard = bones[bone];
            hard.bone = bone;
            hard.asked += weight;
            hard.missed += review.answer.right ? 0.0 : weight;
        }
    }
    std::vector<HardBone> hardest;
    for (const auto& [bone, hard] : bones) {
        if (hard.missed > 0.0) {
            hardest.push_back(hard);
        }
    }
    std::ranges::stable_sort(hardest, std::ranges::greater{}, &HardBone::share);
    return hardest;
}

} // namespace

Statistics statistics_of(std::span<const Review> reviews, std::span<const Card> deck,
                         local_days today) {
    Statistics statistics;
    const local_days first = today - days(c_statistics_days - 1);
    for (int day = 0; day < c_statistics_days; ++day) {
        statistics.days.push_back({.day = first + days(day), .recall = {}});
    }
    RecallWatch watch;
    for (const Review& review : reviews) {
        const bool is_recall = watch.is_recall(review);
        if (review.at.day < first || review.at.day > today) {
            continue;
        }
        StudyDay& day = statistics.days[static_cast<std::size_t>((review.at.day - first).count())];
        ++day.answers;
        day.right += review.answer.right ? 1 : 0;
        if (is_recall) {
            count(day.recall, review);
            count(statistics.recall, review);
            if (const auto kind = place_of_kind(review.answer.card)) {
                count(statistics.by_kind[*kind], review);
            }
        }
    }
    statistics.streak = streak_up_to(today, reviews);
    statistics.answers = static_cast<int>(reviews.size());
    statistics.hardest = hardest_bones(reviews, deck);
    return statistics;
}

} // namespace osteon::study
