#include "app/toasts.h"

#include <algorithm>
#include <utility>

namespace osteon::app {
namespace {

constexpr double c_toast_time = 5.0;
constexpr double c_offer_time = 12.0; ///< to read it, to decide and to reach the button

/// When a message goes by itself.
double end_of(const ui::Toast& toast) {
    return toast.born + (toast.offer == ui::ToastOffer::none ? c_toast_time : c_offer_time);
}

} // namespace

void Toasts::add(std::string text, bool error, double now, ui::ToastOffer offer) {
    toasts_.push_back({std::move(text), error, offer, now});
}

void Toasts::remove_errors() {
    std::erase_if(toasts_, [](const ui::Toast& toast) { return toast.error; });
}

void Toasts::remove_offers(ui::ToastOffer offer) {
    std::erase_if(toasts_, [offer](const ui::Toast& toast) { return toast.offer == offer; });
}

bool Toasts::close(const std::vector<std::size_t>& closed) {
    const std::size_t before = toasts_.size();
    for (auto index = closed.rbegin(); index != closed.rend(); ++index) {
        if (*index < toasts_.size()) {
            toasts_.erase(toasts_.begin() + static_cast<std::ptrdiff_t>(*index));
        }
    }
    return toasts_.size() < before;
}

bool Toasts::remove_old(double now) {
    return std::erase_if(toasts_, [now](const ui::Toast& toast) {
               return !toast.error && now >= end_of(toast);
           }) > 0;
}

std::optional<double> Toasts::next_end() const {
    std::optional<double> next;
    for (const ui::Toast& toast : toasts_) {
        if (!toast.error) {
            next = std::min(next.value_or(end_of(toast)), end_of(toast));
        }
    }
    return next;
}

} // namespace osteon::app
