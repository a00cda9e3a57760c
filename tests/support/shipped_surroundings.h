#pragma once

#include "anatomy/surroundings.h"
#include "support/shipped_registry.h"

namespace osteon::testing {

/// Organs and vessels as they are shipped, read once.
inline const anatomy::Surroundings& shipped_surroundings() {
    static const auto loaded =
        anatomy::load_surroundings(OSTEON_SOURCE_DIR "/assets/anatomy", shipped_registry());
    REQUIRE_MESSAGE(loaded.has_value(), (loaded ? "" : describe(loaded.error())));
    return *loaded;
}

} // namespace osteon::testing
