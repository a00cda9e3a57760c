#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace osteon {

/// The same numbers on every machine, unlike the distributions of the standard library: SplitMix64,
/// Steele et al. 2014, OOPSLA.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    /// Below `count`, which is above 0.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

    /// 0 to below 1.
    float share() { return static_cast<float>(next() >> 40U) * 0x1p-24F; }

    /// Fisher and Yates's shuffle.
    template <class Thing>
    void shuffle(std::vector<Thing>& things) {
        for (std::size_t i = things.size(); i > 1; --i) {
            std::swap(things[i - 1], things[below(i)]);
        }
    }

private:
    std::uint64_t state_;
};

/// FNV-1a, 64 bits.
constexpr std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char each : text) {
        hash = (hash ^ static_cast<unsigned char>(each)) * 0x100000001B3U;
    }
    return hash;
}

} // namespace osteon
