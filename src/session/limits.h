#pragma once

namespace osteon::session {

/// The bounds of a setting.
struct Limits {
    float least;
    float most;
    float clamped(float value) const { return value < least ? least : value > most ? most : value; }
    bool holds(float value) const { return value >= least && value <= most; }
};

inline constexpr Limits scale_limits{0.75F, 3.0F}; ///< beside 0, from the monitor
inline constexpr Limits text_size_limits{0.8F, 1.6F};
inline constexpr Limits panel_width_limits{360.0F, 720.0F};  ///< px at 100 %
inline constexpr Limits drawer_width_limits{268.0F, 296.0F}; ///< px at 100 %
inline constexpr Limits window_width_limits{320.0F, 16384.0F};
inline constexpr Limits window_height_limits{240.0F, 16384.0F};

} // namespace osteon::session
