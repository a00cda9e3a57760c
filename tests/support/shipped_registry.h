#pragma once

#include "anatomy/registry.h"

#include <doctest/doctest.h>

namespace osteon::testing {

/// The registry as it is shipped, read once.
inline const anatomy::Registry& shipped_registry() {
    static const auto loaded =
        anatomy::load_registry(OSTEON_SOURCE_DIR "/assets/anatomy/bones.toml");
    REQUIRE(loaded.has_value());
    return *loaded;
}

} // namespace osteon::testing
