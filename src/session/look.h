#pragma once

#include "session/limits.h"

namespace osteon::session {

/// How the skeleton is shown.
enum class Look {
    solid,
    see_through, ///< all but what is chosen becomes a ghost
    radiograph,  ///< as on an X-ray film
};

/// Contrast and brightness of the radiograph, in shares of the rays that bone absorbs, 0..1: from
/// half a window below the level, black, to half a window above it, white.
struct WindowLevel {
    float window = 1.0F;
    float level = 0.5F;
    bool operator==(const WindowLevel&) const = default;
};

inline constexpr Limits film_window_limits{0.1F, 2.0F};
inline constexpr Limits film_level_limits{0.0F, 1.0F};

} // namespace osteon::session
