#pragma once

#include "ui/interface.h"

#include <optional>
#include <string>
#include <vector>

namespace osteon::app {

/// The messages in the corner of the window: errors stay until they are closed, others go after a
/// few seconds, those with an offer after a few more. Times are seconds by the window's clock.
class Toasts {
public:
    const std::vector<ui::Toast>& shown() const { return toasts_; }

    void add(std::string text, bool error, double now, ui::ToastOffer offer = ui::ToastOffer::none);
    void remove_errors();
    /// Removes those that offer what cannot be done any more.
    void remove_offers(ui::ToastOffer offer);
    /// Removes those that were closed, by their indices in order; true where there was one.
    bool close(const std::vector<std::size_t>& closed);
    /// Removes those whose time is over; true where there was one.
    bool remove_old(double now);
    /// When the next one will go by itself; none: they all stay.
    std::optional<double> next_end() const;

private:
    std::vector<ui::Toast> toasts_;
};

} // namespace osteon::app
