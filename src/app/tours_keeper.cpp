#include "app/tours_keeper.h"

#include <algorithm>
#include <utility>

namespace osteon::app {
namespace {

constexpr double c_pause = 0.6;      ///< without a change, seconds
constexpr double c_patience = 5.0;   ///< while changes go on
constexpr double c_try_again = 20.0; ///< after a failure

} // namespace

ToursKeeper::ToursKeeper(TourFiles files)
    : files_(std::move(files))
    , seen_(files_.read().tours) {}

Result<void> ToursKeeper::keep(const std::vector<knowledge::Tour>& tours, double now) {
    if (tours != seen_) {
        since_ = due_ && !failed_ ? since_ : now;
        due_ = std::min(now + c_pause, since_ + c_patience);
        seen_ = tours;
    }
    return due_ && now >= *due_ ? keep_at_once(tours, now) : Result<void>{};
}

Result<void> ToursKeeper::keep_at_once(const std::vector<knowledge::Tour>& tours, double now) {
    seen_ = tours;
    due_.reset();
    Result<void> saved = files_.differs(tours) ? files_.save(tours) : Result<void>{};
    unsaved_ = files_.unsaved(tours);
    failed_ = !saved;
    if (failed_) {
        due_ = now + c_try_again;
    }
    return saved;
}

} // namespace osteon::app
