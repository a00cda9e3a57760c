#include "app/tours_keeper.h"
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
    std::ofstream(s.folder / "later.toml") << "of another window";
    std::ofstream(s.folder / "later.toml.damaged") << "of a year ago";
    REQUIRE(files.save({tour_named("tour"), tour_named("later")}).has_value());
    CHECK(s.text("later.toml.damaged") == "of a year ago");
    CHECK(s.text("later.toml 2.damaged") == "of another window");
    CHECK(s.open().read().tours.size() == 2);
    CHECK(s.open().read().faults.empty());
}

TEST_CASE("A tour that cannot be written stays unsaved, and is written once that is possible") {
    const Stand s;
    const fs::path place = s.folder / "tours";
    std::ofstream(place) << "a file stands where the folder should";
    TourFiles files = TourFiles::open(place, s.knowledge, s.registry);
    const std::vector<knowledge::Tour> tours{tour_named("one"), tour_named("two")};
    const auto refused = files.save(tours);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().fault == Fault::machine);
    CHECK(files.differs(tours));
    CHECK(files.unsaved(tours) == std::vector<std::string>{"one", "two"});
    fs::remove(place);
    REQUIRE(files.save(tours).has_value());
    CHECK(files.unsaved(tours).empty());
    CHECK(TourFiles::open(place, s.knowledge, s.registry).read().tours == tours);
}

TEST_CASE("One tour that cannot be written does not hold back another, nor the end of a third") {
    const Stand s;
    REQUIRE(s.open().save({tour_named("old")}).has_value());
    TourFiles files = s.open();
    fs::create_directories(s.folder / "bad.toml" / "full");
    const std::vector<knowledge::Tour> tours{tour_named("bad"), tour_named("good")};
    CHECK_FALSE(files.save(tours).has_value());
    CHECK(files.unsaved(tours) == std::vector<std::string>{"bad"});
    CHECK(fs::exists(s.folder / "good.toml"));
    CHECK_FALSE(fs::exists(s.folder / "old.toml"));
}

TEST_CASE("Words are written after a pause of typing, and at the latest after a few seconds") {
    const Stand s;
    ToursKeeper keeper(s.open());
    std::vector<knowledge::Tour> tours{tour_named("one")};
    REQUIRE(keeper.keep(tours, 10.0).has_value());
    CHECK_FALSE(fs::exists(s.folder / "one.toml"));
    REQUIRE(keeper.next_time());
    REQUIRE(keeper.keep(tours, *keeper.next_time()).has_value());
    CHECK(fs::exists(s.folder / "one.toml"));
    CHECK_FALSE(keeper.next_time());
    double now = 20.0;
    for (; now < 26.0; now += 0.2) {
        tours.front().stops[0].notes += 'a';
        REQUIRE(keeper.keep(tours, now).has_value());
    }
    CHECK(s.open().read().tours.front().stops[0].notes.size() > 20);
    REQUIRE(keeper.keep_at_once(tours, now).has_value());
    CHECK(s.open().read().tours == tours);
}

TEST_CASE("What could not be written is tried again by itself") {
    const Stand s;
    const fs::path place = s.folder / "tours";
    std::ofstream(place) << "in the way";
    ToursKeeper keeper(TourFiles::open(place, s.knowledge, s.registry));
    const std::vector<knowledge::Tour> tours{tour_named("one")};
    CHECK_FALSE(keeper.keep_at_once(tours, 0.0).has_value());
    CHECK(keeper.failed());
    CHECK(keeper.unsaved() == std::vector<std::string>{"one"});
    fs::remove(place);
    REQUIRE(keeper.next_time());
    REQUIRE(keeper.keep(tours, *keeper.next_time()).has_value());
    CHECK_FALSE(keeper.failed());
    CHECK(keeper.unsaved().empty());
    CHECK(fs::exists(place / "one.toml"));
}

TEST_CASE("A file that is no tour is refused by its line, without a parser's words") {
    Stand s;
    std::ofstream(s.folder / "given.toml") << "title = \"Given\"\nlevel = \"clin";
    s.knowledge.language.interface["line {}"] = "Zeile {}";
    const auto refused = import_tour(s.folder / "given.toml", s.knowledge, s.registry, {});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().subject.ends_with("given.toml"));
    CHECK(refused.error().place == "Zeile 2");
    CHECK(describe(refused.error()).find("expected") == std::string::npos);
    CHECK_FALSE(refused.error().cure.empty());
}
