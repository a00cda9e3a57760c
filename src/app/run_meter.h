#pragma once

#include "app/atlas_window.h"
#include "app/process.h"

#include <cstddef>
#include <optional>

namespace osteon::app {

/// Measures a run of the window for the benches, and tells when it has lasted as long as it should.
/// Times are seconds by the window's clock.
class RunMeter {
public:
    explicit RunMeter(const WindowLimits& limits)
        : limits_(limits) {}

    /// A picture with skeleton and panels is on the screen, in full detail or in less.
    void note_picture(bool full);
    bool had_picture() const { return report_.first_picture_ms > 0.0; }

    /// Whether the context is to be lost now, for a rehearsal.
    bool wants_loss(bool settled) const;
    /// The context was lost and all made anew; `same`: with the same picture as before.
    void note_loss(bool same);

    /// True once the run is over. Idling begins when `settled` first holds after the picture.
    bool over(bool settled, std::size_t frames, double now);
    /// When idling ends; none before it has begun.
    std::optional<double> idle_end() const;

    /// What was measured so far.
    const WindowReport& report() const { return report_; }

private:
    WindowLimits limits_;
    WindowReport report_;
    std::optional<IdleWatch> idle_;
};

} // namespace osteon::app
