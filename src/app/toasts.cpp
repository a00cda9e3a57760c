#include "app/toasts.h"

#include <algorithm>
#include <utility>

namespace osteon::app {
namespace {

constexpr double c_toast_time = 5.0;

} // namespace

void Toasts::add(std::string text, bool error, double now, bool offers_undo) {
    toasts_.push_back({std::move(text), error, offers_undo, now});
}

void Toasts::remove_errors() {
    std::erase_if(toasts_, [](const ui::Toast& toast) { return toast.error; });
}

void Toasts::remove_undo_offers() {
    std::erase_if(toasts_, [](const ui::Toast& toast) { return toast.offers_undo; });
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
               return !toast.error && now - toast.born >= c_toast_time;
           }) > 0;
}

std::optional<double> Toasts::next_end() const {
    std::optional<double> next;
    for (const ui::Toast& toast : toasts_) {
        if (!toast.error) {
            next = std::min(next.value_or(toast.born + c_toast_time), toast.born + c_toast_time);
        }
    }
    return next;
}

} // namespace osteon::app
