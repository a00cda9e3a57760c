#include "output/poppler.h"
#include "output/tour_pdf.h"
#include "support/shipped_registry.h"
#include "support/shipped_surroundings.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace osteon;
using namespace osteon::output;
using namespace osteon::testing;

namespace {

knowledge::Knowledge known_in(const char* language) {
    auto known = knowledge::load_knowledge(OSTEON_SOURCE_DIR "/content", language,
                                           shipped_registry(), shipped_surroundings());
    REQUIRE(known.has_value());
    return std::move(*known);
}

} // namespace

TEST_CASE("A tour is printed with one page a stop, its words, notes and sources") {
    const knowledge::Knowledge known = known_in("en");
    const auto tours =
        knowledge::load_tours(OSTEON_SOURCE_DIR "/content", known, shipped_registry()).tours;
    REQUIRE_FALSE(tours.empty());
    for (const knowledge::Tour& tour : tours) {
        const std::vector<render::Image> pictures(
            tour.stops.size(), {160, 90, std::vector<std::uint8_t>(4U * 160U * 90U, 180)});
        const std::filesystem::path file = OSTEON_BINARY_DIR "/tour_pdf_test/tour.pdf";
        const TourPdf form{Paper::a4, std::chrono::year{2026} / 11 / 21};
        REQUIRE(write_tour_pdf(tour, pictures, form, known, file).has_value());
        if (!poppler::installed()) {
            return;
        }
        CHECK(poppler::info(file, "Pages") == std::to_string(tour.stops.size()));
        const std::string words = poppler::words(file);
        for (const knowledge::TourStop& stop : tour.stops) {
            CHECK_MESSAGE(words.find(stop.title) != std::string::npos, stop.title);
        }
        CHECK(words.find("Notes") != std::string::npos);
        CHECK(words.find("Sources") != std::string::npos);
        CHECK(words.find("[@") == std::string::npos);
        CHECK(words.find("21 November 2026") != std::string::npos);
    }
}

TEST_CASE("A printed tour that cannot be written is an error that names the file") {
    const knowledge::Knowledge known = known_in("en");
    knowledge::Tour tour;
    tour.title = "Mine";
    tour.stops.resize(1);
    const auto written =
        write_tour_pdf(tour, std::vector<render::Image>(1), {}, known, "/dev/null/tour.pdf");
    REQUIRE_FALSE(written.has_value());
    CHECK(describe(written.error()).find("tour.pdf") != std::string::npos);
}
