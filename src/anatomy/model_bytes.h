#pragma once

#include "anatomy/model.h"

#include <cstddef>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace osteon::anatomy {

/// Appends plain values to bytes, as they lie in memory (little-endian on every machine we build
/// for).
class ByteWriter {
public:
    template <class T>
    requires std::is_trivially_copyable_v<T>
    void put(const T& value) { append(std::as_bytes(std::span(&value, 1))); }
    void put(std::string_view text) {
        put(static_cast<std::uint32_t>(text.size()));
        append(std::as_bytes(std::span(text)));
    }
    void append(std::span<const std::byte> more) {
        bytes_.insert(bytes_.end(), more.begin(), more.end());
    }
    /// Fills up so that what follows starts at a multiple of `step`.
    void align(std::size_t step) { bytes_.resize((bytes_.size() + step - 1) / step * step); }
    std::size_t size() const { return bytes_.size(); }
    std::vector<std::byte>& bytes() { return bytes_; }

private:
    std::vector<std::byte> bytes_;
};

/// Reads what ByteWriter wrote. Past the end it yields zeros and `good` turns false.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::byte> bytes)
        : bytes_(bytes) {}

    template <class T>
    requires std::is_trivially_copyable_v<T> T get() {
        T value{};
        const auto from = take(sizeof(T));
        if (good_) {
            std::memcpy(&value, from.data(), sizeof(T));
        }
        return value;
    }
    std::string text() {
        const auto from = take(get<std::uint32_t>());
        return {reinterpret_cast<const char*>(from.data()), from.size()};
    }
    std::span<const std::byte> take(std::size_t count) {
        good_ = good_ && count <= bytes_.size() - at_;
        if (!good_) {
            return {};
        }
        at_ += count;
        return bytes_.subspan(at_ - count, count);
    }
    void align(std::size_t step) { take((step - at_ % step) % step); }
    bool good() const { return good_; }
    bool at_end() const { return good_ && at_ == bytes_.size(); }

private:
    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
    bool good_ = true;
};

/// All of a model but its vertices and indices, in the order that `get_description` reads.
void put_description(ByteWriter& writer, const SkeletonModel& model);
SkeletonModel get_description(ByteReader& reader);

} // namespace osteon::anatomy
