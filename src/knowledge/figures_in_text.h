#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace osteon::knowledge {

/// Where a text first shows a figure that needs a source: a percentage ("5 %", "5–7 per cent"), a
/// share ("1 in 8", "3 out of 10", "40 of 57") or a span of time in days, weeks, months or years.
/// The offset is that of its first digit, in bytes. Other numbers (L3, 206 bones) are no figures.
std::optional<std::size_t> find_figure(std::string_view text);

/// All of them.
std::vector<std::size_t> find_figures(std::string_view text);

} // namespace osteon::knowledge
