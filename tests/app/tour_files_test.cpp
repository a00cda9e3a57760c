#include "app/tour_files.h"
#include "support/temporary_folder.h"
#include "support/tiny_world.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace osteon;
using namespace osteon::app;
namespace fs = std::filesystem;

namespace {

struct Stand {
    TemporaryFolder folder;
    anatomy::Registry registry = tiny::registry();
    knowledge::Knowledge knowledge = tiny::knowledge_of(registry);

    TourFiles open() const { return TourFiles::open(folder.path(), knowledge, registry); }
    std::string text(const char* file) const {
        std::ifstream stream(folder / file);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
};

knowledge::Tour tour_named(const char* id) {
    knowledge::Tour tour;
    tour.id = id;
    tour.title = "A tour";
    tour.stops.resize(1);
    tour.stops[0].title = "A tilted cut";
    tour.stops[0].plane = knowledge::TourPlane{30.0F, -15.0F};
    return tour;
}

} // namespace

TEST_CASE("A tour of one's own is there again after a restart, with its free plane") {
    const Stand s;
    const knowledge::Tour tour = tour_named("tour");
    REQUIRE(s.open().save({tour}).has_value());
    const TourFiles again = s.open();
    CHECK(again.read().faults.empty());
    REQUIRE(again.read().tours.size() == 1);
    CHECK(again.read().tours.front() == tour);
    CHECK_FALSE(again.differs({tour}));
}

TEST_CASE("A damaged tour is told, stays as it is, and is not written over by a new one") {
    const Stand s;
    const std::string damaged = "title = \"Weeks of work\"\nlevel = \"clin";
    std::ofstream(s.folder / "tour.toml") << damaged;
    TourFiles files = s.open();
    CHECK(files.read().tours.empty());
    REQUIRE(files.read().faults.size() == 1);
    CHECK(files.read().faults.front().line == 2);
    CHECK(s.text("tour.toml") == damaged);
    REQUIRE(files.save({tour_named("tour")}).has_value());
    CHECK(s.text("tour.toml.damaged") == damaged);
    CHECK(s.open().read().tours.size() == 1);
    CHECK(s.open().read().faults.empty());
}
