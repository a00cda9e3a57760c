#include "base/files.h"
#include "session/session_file.h"
#include "stand.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <string>

namespace osteon::session {
namespace {

using test::Stand;
namespace fs = std::filesystem;

/// Sessions of any content, the same in each run.
class Dice {
public:
    Dice(const Stand& stand, unsigned seed)
        : s_(stand)
        , random_(seed) {}

    SavedSession session() {
        SavedSession saved;
        saved.stage = stage();
        saved.reading = {chance() ? "bone:femur_left" : "", chance() ? "part" : ""};
        if (chance()) {
            saved.model.path = "/models/a body.glb";
            saved.model.options.up = anatomy::UpAxis::z;
            saved.model.options.metres_per_unit = 0.001F;
        }
        saved.notes = notes();
        return saved;
    }

private:
    bool chance() { return std::bernoulli_distribution()(random_); }
    int below(int end) { return std::uniform_int_distribution(0, end - 1)(random_); }
    float number(float least, float most) {
        return std::uniform_real_distribution(least, most)(random_);
    }
    std::string words() {
        constexpr const char* c_words[] = {"", "a note", "zwei\nZeilen \"mit\" Zeichen",
                                           "ö ß € 骨 \t\\", "0"};
        return c_words[below(5)];
    }
    BoneIndex bone() {
        return static_cast<BoneIndex>(below(static_cast<int>(s_.registry.bones.size())));
    }
    std::vector<BoneIndex> bones() {
        std::vector<BoneIndex> some;
        for (int i = below(5); i > 0; --i) {
            some.push_back(bone());
        }
        std::sort(some.begin(), some.end());
        some.erase(std::unique(some.begin(), some.end()), some.end());
        return some;
    }
    BonePoint point() { return {bone(), {number(-1, 1), number(0, 2), number(-1, 1)}}; }
    SeenFrom seen() { return {number(-3, 3), number(-1, 1)}; }

    Stage stage() {
        Stage stage;
        stage.selection = bones();
        stage.hidden = bones();
        stage.isolated = chance();
        stage.fade_rest = chance();
        constexpr Look c_looks[] = {Look::solid, Look::radiograph, Look::bone_scan, Look::section,
                                    Look::exploded};
        stage.look = c_looks[below(5)];
        stage.ghost_opacity = number(0.02F, 0.8F);
        stage.film = {number(0.1F, 2.0F), number(0, 1)};
        stage.scan_intensity = number(0.25F, 3.0F);
        stage.section = {static_cast<PlaneDirection>(below(4)), number(-1, 1), number(-3, 3),
                         number(-1, 1), chance()};
        stage.explosion = {number(0, 1), chance()};
        stage.lesions = chance();
        stage.course = static_cast<LesionCourse>(below(3));
        stage.course_progress = number(0, 1);
        stage.route = chance();
        stage.route_step = below(3) - 1;
        stage.bone_labels = chance();
        stage.site = chance() ? "pelvis" : "";
        stage.primary =
            s_.knowledge.primaries.empty() || chance() ? "" : s_.knowledge.primaries.front().id;
        stage.camera = {{number(-1, 1), number(0, 2), number(-1, 1)},
                        number(-9, 9),
                        number(-1, 1),
                        number(0.1F, 14.0F)};
        return stage;
    }

    Notes notes() {
        Notes notes;
        for (int i = below(4); i > 0; --i) {
            notes.pins.push_back({++notes.last_id, point(), words(), seen()});
            notes.marks.push_back(
                {++notes.last_id, point(), static_cast<LesionKind>(below(4)), words(), seen()});
            notes.measurements.push_back(
                {++notes.last_id, MeasureKind::distance, {point(), point()}, words(), seen()});
            notes.measurements.push_back({++notes.last_id,
                                          MeasureKind::angle,
                                          {point(), point(), point()},
                                          words(),
                                          seen()});
            notes.views.push_back({++notes.last_id, words(), stage()});
            std::vector<BonePoint> line{point()};
            for (int j = below(30); j > 0; --j) {
                const bool lifted = line.back().bone != anatomy::no_bone && below(8) == 0;
                line.push_back(lifted ? BonePoint{} : point());
            }
            line.push_back(point());
            notes.ink.push_back({++notes.last_id, line, static_cast<InkColour>(below(3)),
                                 number(0.001F, 0.02F), seen()});
        }
        return notes;
    }

    const Stand& s_;
    std::mt19937 random_;
};

/// A file with one note of each kind.
std::string sample(const Stand& s) {
    SavedSession saved;
    saved.stage.site = "pelvis";
    const BonePoint at{s.bone("femur_left"), {0.1F, 0.65F, 0.025F}};
    saved.notes.pins.push_back({1, at, "words", {}});
    saved.notes.ink.push_back({2, InkLine{at, {at.bone, {0.1F, 0.66F, 0.025F}}}});
    saved.notes.marks.push_back({3, at, LesionKind::lytic, "", {}});
    saved.notes.last_id = 3;
    return session_text(saved, s.world());
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

Error fault_of(const Stand& s, const std::string& text) {
    const auto parsed = parse_session(text, "round.osteon", s.world());
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().subject == "round.osteon");
    CHECK_FALSE(parsed.error().cure.empty());
    return parsed.error();
}

TEST_CASE("what is written is read back the same, for two hundred sessions of any content") {
    const Stand s;
    for (unsigned seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        const SavedSession saved = Dice(s, seed).session();
        const auto read = parse_session(session_text(saved, s.world()), "", s.world());
        REQUIRE_MESSAGE(read.has_value(), describe(read.error()));
        CHECK(read->unknown.empty());
        CHECK(read->session.stage == saved.stage);
        CHECK(read->session.notes == saved.notes);
        CHECK(read->session.model == saved.model);
        CHECK(read->session.reading == saved.reading);
    }
}

TEST_CASE("a file cut off anywhere is refused with the place where it ends") {
    const Stand s;
    const std::string text = sample(s);
    for (std::size_t length = 0; length + 2 < text.size(); length += 7) {
        CAPTURE(length);
        const auto parsed = parse_session(text.substr(0, length), "a", s.world());
        REQUIRE_FALSE(parsed.has_value());
        CHECK_FALSE(parsed.error().reason.empty());
    }
    const Error half = fault_of(s, text.substr(0, text.size() / 2));
    CHECK(half.place.starts_with("line "));
    CHECK(half.reason == "the file ends too early");
}

TEST_CASE("a file with any byte changed is read or refused, and never more than that") {
    const Stand s;
    const std::string text = sample(s);
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string damaged = text;
        for (int change = 0; change < 3; ++change) {
            damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
        }
        const auto parsed = parse_session(damaged, "a", s.world());
        if (parsed) {
            CHECK(count(parsed->session.notes) <= 3);
        }
    }
}

TEST_CASE("unknown bones, wrong values and other files are named with their place") {
    const Stand s;
    const std::string text = sample(s);
    const Error bone = fault_of(s, replaced(text, "femur_left", "femur_middle"));
    CHECK(bone.place == "notes.pins[0].at.bone");
    CHECK(bone.reason == "there is no bone 'femur_middle'");
    CHECK(fault_of(s, replaced(text, "\"lytic\"", "\"litic\"")).place == "notes.marks[0].kind");
    CHECK(fault_of(s, replaced(text, "\"id\": 3", "\"id\": 1")).place == "notes.marks[0].id");
    CHECK(fault_of(s, replaced(text, "\"words\"", "17")).place == "notes.pins[0].text");
    CHECK(fault_of(s, "{}").reason == "this is not a session that Osteon saved");
    CHECK(fault_of(s, "[1, 2]").reason == "a group of values in braces was expected");
    CHECK(fault_of(s, "").reason == "the file is empty");
    CHECK(fault_of(s, "solid skeleton\n").place == "line 1, column 1");
}

TEST_CASE("a newer minor version is read as far as it is understood, and the rest is named") {
    const Stand s;
    std::string text = replaced(sample(s), " 0\n", " 9\n");
    text = replaced(text, "\"pins\"", "\"arrows\": [], \"pins\"");
    text = replaced(text, "\"lytic\"", "\"sclerotic\"");
    const auto parsed = parse_session(text, "", s.world());
    REQUIRE_MESSAGE(parsed.has_value(), describe(parsed.error()));
    CHECK(parsed->unknown == std::vector<std::string>{"notes.marks[0].kind", "notes.arrows"});
    CHECK(parsed->session.notes.pins.size() == 1);
    CHECK(parsed->session.notes.marks[0].kind == LesionKind::unknown);
}

TEST_CASE("another major version is refused with what to do") {
    const Stand s;
    const Error fault = fault_of(s, replaced(sample(s), " 1,", " 2,"));
    CHECK(fault.reason == "the file is of version 2.0, and this program reads 1.x");
    CHECK(fault.cure == "Open it with a newer Osteon");
}

TEST_CASE("a site that this content does not have is left out and named") {
    const Stand s;
    const auto parsed =
        parse_session(replaced(sample(s), "\"pelvis\"", "\"the moon\""), "", s.world());
    REQUIRE(parsed.has_value());
    CHECK(parsed->unknown == std::vector<std::string>{"stage.site"});
    CHECK(parsed->session.stage.site.empty());
}

TEST_CASE("a file is saved whole and opened by its name; what is none is said") {
    const Stand s;
    const fs::path folder = fs::path(OSTEON_BINARY_DIR) / "session_file_test";
    fs::remove_all(folder);
    SavedSession saved;
    saved.notes.pins.push_back({1, {s.bone("sacrum"), {0, 0.9F, 0}}, "here", {}});
    saved.notes.last_id = 1;
    const fs::path file = folder / "ward round.osteon";
    REQUIRE(save_session(saved, file, s.world()).has_value());
    const auto loaded = load_session(file, s.world());
    REQUIRE(loaded.has_value());
    CHECK(loaded->session.title == "ward round");
    CHECK(loaded->session.notes == saved.notes);
    CHECK_FALSE(load_session(folder / "none.osteon", s.world()).has_value());
    CHECK_FALSE(load_session(folder, s.world()).has_value());
    std::ofstream(folder / "large.osteon").close();
    fs::resize_file(folder / "large.osteon", largest_session_file + 1);
    CHECK_FALSE(load_session(folder / "large.osteon", s.world()).has_value());
    CHECK(is_session_file(file));
    CHECK_FALSE(is_session_file("femur.glb"));
    fs::remove_all(folder);
}

} // namespace
} // namespace osteon::session
