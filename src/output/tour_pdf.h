#pragma once

#include "base/error.h"
#include "base/paper.h"
#include "knowledge/tour.h"
#include "render/renderer.h"

#include <chrono>
#include <filesystem>
#include <span>

namespace osteon::output {

/// How a tour is printed.
struct TourPdf {
    Paper paper = Paper::a4;
    std::chrono::year_month_day date{};
};

/// Writes a tour as a PDF with one page a stop: its picture, what the audience reads, the speaker's
/// notes, and the sources of both. `pictures` has one for each stop.
Result<void> write_tour_pdf(const knowledge::Tour& tour, std::span<const render::Image> pictures,
                            const TourPdf& form, const knowledge::Knowledge& known,
                            const std::filesystem::path& file);

} // namespace osteon::output
