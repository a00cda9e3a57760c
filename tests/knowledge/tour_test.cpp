#include "knowledge/fixture.h"
#include "knowledge/tour.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace osteon;
using namespace osteon::knowledge;
using namespace osteon::knowledge::test;

namespace {

constexpr std::string_view short_tour = R"(title = "The spine"
summary = "Two stops."
level = "plain"

[[stop]]
title = "All of it"
text = "Look here."
notes = """
A sentence [@read2020].
"""
seconds = 30

[[stop]]
title = "The sacrum"
text = "And here."
notes = """
Another one.
"""
seconds = 20
bones = ["sacrum"]
site = "spine"
primary = "breast"
look = "section"
section = "coronal"
offset = 0.02
yaw = 90
pitch = -5
labels = true
article = "overview#first"
)";

Tours tours_of(const Files& files, std::string_view language = "en") {
    const ContentFolder folder(files);
    const auto known = load_knowledge(folder.root(), language, registry(), around());
    REQUIRE(known);
    return load_tours(folder.root(), *known, registry());
}

Files with_tour(std::string text) {
    Files files = sound_content();
    files["tours/spine.toml"] = std::move(text);
    return files;
}

/// The tour with one stretch of it replaced.
Tours spoilt(std::string_view what, std::string_view by) {
    std::string text(short_tour);
    text.replace(text.find(what), what.size(), by);
    return tours_of(with_tour(text));
}

bool tells(const std::vector<ContentFault>& faults, std::string_view words) {
    return std::ranges::any_of(faults, [&](const ContentFault& fault) {
        return fault.expected.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("A tour is read with what each stop shows, says and tells the speaker") {
    const Tours loaded = tours_of(with_tour(std::string(short_tour)));
    CHECK_MESSAGE(loaded.faults.empty(), in_words(loaded.faults));
    REQUIRE(loaded.tours.size() == 1);
    const Tour& tour = loaded.tours.front();
    CHECK(tour.id == "spine");
    CHECK(tour.level == ReadingLevel::plain);
    REQUIRE(tour.stops.size() == 2);
    CHECK(tour.stops[0].notes == "A sentence [@read2020].\n");
    const TourStop& stop = tour.stops[1];
    CHECK(stop.seconds == 20);
    CHECK(stop.picture.bones == std::vector<std::string>{"sacrum"});
    CHECK(stop.picture.look == PictureLook::section);
    CHECK(stop.picture.section == PictureSection::coronal);
    CHECK(stop.picture.primary == "breast");
    CHECK(stop.section_offset == doctest::Approx(0.02));
    CHECK(stop.labels);
    CHECK(stop.article == "overview#first");
}

TEST_CASE("Without tours there are none, and no faults") {
    const Tours loaded = tours_of(sound_content());
    CHECK(loaded.tours.empty());
    CHECK(loaded.faults.empty());
}

TEST_CASE("What is wrong with a tour is told with its place") {
    const Tours source = spoilt("read2020", "nobody1999");
    CHECK(tells(source.faults, "no reference 'nobody1999'"));
    CHECK(source.faults.front().line == 9);
    CHECK(tells(spoilt("\"sacrum\"", "\"tail\"").faults, "tail"));
    CHECK(tells(spoilt("overview#first", "overview#last").faults, "no section 'last'"));
    CHECK(tells(spoilt("\"breast\"", "\"moon\"").faults, "no primary 'moon'"));
    CHECK(tells(spoilt("seconds = 20", "seconds = 0").faults, "seconds"));
    CHECK(tells(spoilt("labels = true", "route = \"batson\"").faults, "no route"));
    CHECK(tells(spoilt("labels = true", "labls = true").faults, "labls"));
    CHECK(tells(spoilt("All of it", "A title of far more words than the last row can read").faults,
                "too long"));
    // Forty letters of two bytes each are no more than forty.
    std::string forty;
    for (int i = 0; i < 40; ++i) {
        forty += "ä";
    }
    CHECK(spoilt("All of it", forty).faults.empty());
    CHECK(tells(tours_of(with_tour("title = \"A\"\nsummary = \"B\"\nlevel = \"plain\"\n")).faults,
                "no stop"));
}

TEST_CASE("A tour with a fault is left out whole") {
    CHECK(spoilt("seconds = 20", "seconds = 0").tours.empty());
}

TEST_CASE("A translated tour keeps what is shown; one with other stops stays English") {
    Files files = with_tour(std::string(short_tour));
    files["de/language.toml"] = "name = \"Deutsch\"\nenglish_name = \"German\"\n";
    CHECK(tells(tours_of(files, "de").gaps, "'spine' is not translated"));
    const std::string stop = "[[stop]]\ntitle = \"Halt\"\ntext = \"Hier.\"\n"
                             "notes = \"\"\"\nEin Satz [@read2020].\n\"\"\"\n";
    const std::string head = "title = \"Die Wirbelsäule\"\nsummary = \"Zwei.\"\n";
    files["de/tours/spine.toml"] = head + stop + stop;
    const Tours german = tours_of(files, "de");
    CHECK_MESSAGE(german.faults.empty(), in_words(german.faults));
    REQUIRE(german.tours.size() == 1);
    CHECK(german.tours.front().title == "Die Wirbelsäule");
    CHECK(german.tours.front().stops[1].title == "Halt");
    CHECK(german.tours.front().stops[1].picture.bones == std::vector<std::string>{"sacrum"});
    files["de/tours/spine.toml"] = head + stop;
    const Tours shorter = tours_of(files, "de");
    CHECK(tells(shorter.gaps, "it stays English"));
    CHECK(shorter.tours.front().title == "The spine");
    files["de/tours/ribs.toml"] = head + stop;
    CHECK(tells(tours_of(files, "de").faults, "no tour 'ribs'"));
}

namespace {

/// A tour of one's own as a file of that text.
Tours own_tours_of(std::string_view text) {
    Files files = sound_content();
    const ContentFolder folder(files);
    const auto known = load_knowledge(folder.root(), "en", registry(), around());
    REQUIRE(known);
    const std::filesystem::path file = folder.root() / "own.toml";
    std::ofstream(file) << text;
    return load_own_tours({file}, *known, registry());
}

} // namespace

TEST_CASE("A tour that was written is read as the same tour") {
    Tour tour;
    tour.id = "own";
    tour.title = "Quotes \" and \\ signs";
    tour.stops.resize(2);
    TourStop& stop = tour.stops[0];
    stop.title = "A view";
    stop.text = "Ünïcode, a tab\t and \u202F spaces";
    stop.notes = "Two lines,\nand three quotation marks: \"\"\"\n\nA source [@read2020].";
    stop.seconds = 75;
    stop.picture.bones = {"sacrum"};
    stop.picture.look = PictureLook::section;
    stop.picture.section = PictureSection::transverse;
    stop.picture.yaw = -33.3F;
    stop.picture.pitch = 12.25F;
    stop.picture.primary = "breast";
    stop.picture.lesions = true;
    stop.site = "spine";
    stop.section_offset = -0.0125F;
    stop.section_flipped = true;
    stop.plane = TourPlane{31.5F, -12.25F};
    stop.exploded_by_bone = true;
    stop.exploded = 0.75F;
    stop.labels = true;
    stop.faded = true;
    stop.ghosts = 0.35F;
    stop.film = TourFilm{0.6F, 0.45F};
    stop.scan_intensity = 1.75F;
    stop.hidden = {"sacrum"};
    stop.isolated = true;
    stop.place = TourPlace{{0.01F, 1.1F, -0.2F}, 0.85F};
    tour.stops[1].title = "Bare";
    const Tours read = own_tours_of(text_of(tour));
    CHECK_MESSAGE(read.faults.empty(), in_words(read.faults));
    REQUIRE(read.tours.size() == 1);
    CHECK(read.tours.front() == tour);
}

TEST_CASE("A tour of one's own may lack words and stops, and what is wrong with it is told") {
    constexpr std::string_view head = "title = \"A\"\nlevel = \"plain\"\n";
    CHECK(own_tours_of(head).faults.empty());
    const auto with_stop = [&](std::string_view keys) {
        return own_tours_of(std::string(head) + "[[stop]]\ntitle = \"B\"\nseconds = 20\n" +
                            std::string(keys));
    };
    CHECK(with_stop("").faults.empty());
    CHECK(tells(with_stop("target = [0, 1, 0]\n").faults, "four keys"));
    CHECK(tells(with_stop("distance = 1.0\nyaw = 0\npitch = 0\n").faults, "four keys"));
    CHECK(tells(with_stop("target = [0, 1]\ndistance = 1\nyaw = 0\npitch = 0\n").faults,
                "3 numbers"));
    CHECK(tells(with_stop("target = [0, nan, 0]\ndistance = 1\nyaw = 0\npitch = 0\n").faults,
                "3 numbers"));
    CHECK(tells(with_stop("plane_yaw = 30\n").faults, "two keys"));
    CHECK(tells(with_stop("plane_yaw = 30\nplane_pitch = 91\n").faults, "from -90 to 90"));
    CHECK(tells(with_stop("window = 0.5\n").faults, "two keys"));
    CHECK(tells(with_stop("window = 0.5\nlevel = 1.5\n").faults, "from 0 to 1"));
    CHECK(tells(with_stop("ghosts = 2\n").faults, "from 0 to 1"));
    CHECK(tells(with_stop("intensity = 9\n").faults, "from 0 to 3"));
    CHECK(tells(with_stop("route_step = 1\n").faults, "no such step"));
    CHECK(tells(with_stop("hidden = [\"tail\"]\n").faults, "tail"));
    CHECK(with_stop("seconds = 0\n").tours.empty());
}

TEST_CASE("A damaged tour of one's own is left out with its place, and never stops the others") {
    Tour tour;
    tour.id = "own";
    tour.title = "A";
    tour.stops.resize(1);
    tour.stops[0].title = "B";
    tour.stops[0].notes = "C\nD";
    const std::string whole = text_of(tour);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const Tours read = own_tours_of(whole.substr(0, length));
        CAPTURE(length);
        CHECK((!read.faults.empty() || read.tours.size() == 1));
    }
}

TEST_CASE("A figure that the room reads brings its source, from the text or from the notes") {
    TourStop stop;
    stop.text = "Surgery: 84 % walked, against 57 % without.";
    stop.notes = "After surgery 184 % is not it [@no1]. With it 84\n% walked, without 57 % "
                 "[@patchell2005; @other1999].";
    CHECK(sources_of(stop) == std::vector<std::string>{"patchell2005", "other1999"});
    stop.text = "Up to 70\u202F% [@macedo2017].";
    CHECK(sources_of(stop) == std::vector<std::string>{"macedo2017"});
    CHECK(words_of(stop) == "Up to 70\u202F%.");
    stop.text = "No figure here.";
    CHECK(sources_of(stop).empty());
    stop.text = "An open bracket [@macedo2017";
    CHECK(sources_of(stop).empty());
    CHECK(words_of(stop) == stop.text);
}
