#include "app/atlas.h"
#include "app/studio.h"
#include "app/study_desk.h"
#include "app/study_stage.h"
#include "journeys/desktop.h"
#include "study/progress.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace osteon;
using journey::Desktop;

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr int c_width = 1280;
constexpr int c_height = 720;
constexpr std::size_t c_questions = 20; ///< to be answered in three days
const std::vector<std::string> c_days{"2026-03-01", "2026-03-02", "2026-03-03"};

/// A folder of the test's own, removed at its end.
struct Home {
    fs::path path;
    Home() {
        std::string name = (fs::temp_directory_path() / "osteon-study-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
        fs::create_directories(path / "config" / "osteon");
        std::ofstream(path / "config" / "osteon" / "settings.toml")
            << "interface_scale = 1.0\nmotion = \"reduced\"\nfirst_steps_done = "
               "true\n[window]\nwidth = "
            << c_width << "\nheight = " << c_height << "\n";
    }
    ~Home() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    fs::path progress() const { return path / "data" / "osteon" / "study.sqlite3"; }
};

std::chrono::sys_days day_of(const std::string& text) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    REQUIRE(std::sscanf(text.c_str(), "%d-%u-%u", &year, &month, &day) == 3);
    return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
}

/// The same desk as the program's, with a progress file of its own: what it asks the program asks.
struct Mirror {
    std::unique_ptr<const app::Atlas> atlas;
    app::Studio studio;
    app::StudyDesk desk;

    static std::unique_ptr<const app::Atlas> load() {
        Result<app::Folders> folders = app::find_folders({});
        REQUIRE(folders.has_value());
        auto loaded = app::load_atlas(*folders);
        REQUIRE(loaded.has_value());
        return std::move(*loaded);
    }
    static app::Studio make_studio(const app::Atlas& atlas) {
        Result<app::Studio> studio = app::Studio::create(atlas, {});
        REQUIRE(studio.has_value());
        return std::move(*studio);
    }
    Mirror()
        : atlas(load())
        , studio(make_studio(*atlas)) {}

    void begin_day(const std::string& day, const fs::path& file) {
        desk = app::StudyDesk(day_of(day), file);
        desk.open(*atlas);
        desk.start(study::Wishes{}, *atlas);
        REQUIRE(desk.run() != nullptr);
        REQUIRE(desk.run()->question() != nullptr);
    }

    /// A pixel where a bone of the open question is seen and all around it; none: it is hidden.
    std::optional<glm::ivec2> seen_at(anatomy::BoneIndex bone) {
        session::Session session;
        session.settings.mode = session::Mode::study;
        session::apply(session, session::Home{}, atlas->world());
        session::apply(session, app::question_on_stage(*desk.run(), atlas->registry),
                       atlas->world());
        const study::View view = desk.view();
        REQUIRE(studio.picture_with_interface(session, {c_width, c_height, 1.0F}, {.study = &view})
                    .has_value());
        const Rect free =
            view::compute_layout(c_width, c_height, 1.0F, session.settings, session.stage).free;
        constexpr int c_step = 4;
        const auto is_there = [&](int x, int y) {
            return studio.renderer().pick(x, y).bone == bone;
        };
        for (int y = static_cast<int>(free.y); y < static_cast<int>(free.bottom()); y += c_step) {
            for (int x = static_cast<int>(free.x); x < static_cast<int>(free.right());
                 x += c_step) {
                if (is_there(x, y) && is_there(x - 3, y) && is_there(x + 3, y) &&
                    is_there(x, y - 3) && is_there(x, y + 3)) {
                    return glm::ivec2{x, y};
                }
            }
        }
        return std::nullopt;
    }
};

/// Where "I don't know" stands, in the middle of the row at the foot of the stage.
glm::ivec2 unknown_button(const Mirror& mirror) {
    session::Session session;
    session::apply(session, app::question_on_stage(*mirror.desk.run(), mirror.atlas->registry),
                   mirror.atlas->world());
    const view::Layout layout =
        view::compute_layout(c_width, c_height, 1.0F, session.settings, session.stage);
    const glm::vec2 middle = view::furniture(layout, session.stage).verdict.centre();
    return {static_cast<int>(middle.x), static_cast<int>(middle.y)};
}

/// Answers the open question in the window and on the mirror's desk alike.
void answer(const Desktop& desktop, Mirror& mirror, bool rightly) {
    const study::Question& open = *mirror.desk.run()->question();
    if (!open.choices.empty()) {
        const std::size_t choice = rightly ? open.right : (open.right + 1) % open.choices.size();
        desktop.key(std::to_string(choice + 1));
        REQUIRE(mirror.desk.answer(study::Chosen{choice}));
        return;
    }
    const auto place = rightly ? mirror.seen_at(open.targets.front()) : std::nullopt;
    if (place) {
        desktop.click(place->x, place->y);
        REQUIRE(mirror.desk.answer(study::Clicked{open.targets.front()}));
        return;
    }
    const glm::ivec2 button = unknown_button(mirror);
    desktop.click(button.x, button.y);
    REQUIRE(mirror.desk.answer(study::Unknown{}));
}

/// The cards and grades of a progress file, in the order in which they were given.
std::vector<std::string> reviews_in(const fs::path& file, const std::string& since) {
    const std::chrono::local_days first{day_of(since).time_since_epoch()};
    auto opened = study::Progress::open(file, study::Moment{day_of(since), first});
    REQUIRE(opened.has_value());
    const auto learner = opened->progress.current_learner();
    REQUIRE(learner.has_value());
    const auto reviews = opened->progress.reviews(*learner, first);
    REQUIRE(reviews.has_value());
    std::vector<std::string> told;
    for (const study::Review& review : *reviews) {
        told.push_back(review.answer.card + " " +
                       std::to_string(static_cast<int>(review.answer.grade)));
    }
    return told;
}

/// One day: the program starts, a session is begun by a key, and questions are answered until
/// `limit` in all were. The first is missed on purpose where `misses_first`. Returns its card.
std::string study_for_a_day(const Desktop& desktop, Mirror& mirror, const Home& home,
                            const std::string& day, bool misses_first, std::size_t& answered,
                            std::size_t limit) {
    journey::Running program(desktop, OSTEON_PROGRAM,
                             {"--model", "builtin", "--mode", "study", "--today", day}, home.path);
    REQUIRE(journey::wait_for_window(desktop));
    journey::wait_until_still(desktop);
    mirror.begin_day(day, home.path / "mirror.sqlite3");
    desktop.key("space");
    const std::string first = mirror.desk.run()->question()->card.id;
    while (mirror.desk.run()->question() != nullptr && answered < limit) {
        const study::Question& open = *mirror.desk.run()->question();
        journey::wait_until_still(desktop);
        CHECK(desktop.window_title() == "Osteon"); // no name while it is open
        answer(desktop, mirror, !(misses_first && open.card.id == first));
        ++answered;
        if (open.answered.lit.size() == 1) {
            const std::string name = mirror.atlas->registry.bones[open.answered.lit.front()].name;
            CHECK_MESSAGE(journey::wait_for_title(desktop, name), open.card.id);
        } else {
            journey::wait_until_still(desktop);
        }
        desktop.key("space");
        mirror.desk.next();
    }
    CHECK(program.alive());
    return first;
}

} // namespace

TEST_CASE("A learner answers twenty questions in three days; what was missed comes back") {
    const Home home;
    const Desktop desktop(c_width, c_height);
    REQUIRE(!desktop.display().empty());
    Mirror mirror;
    std::size_t answered = 0;
    const std::string missed =
        study_for_a_day(desktop, mirror, home, c_days[0], true, answered, 12);
    const std::string back = study_for_a_day(desktop, mirror, home, c_days[1], false, answered, 16);
    CHECK_MESSAGE(back == missed, "the missed card is the first of the next day");
    study_for_a_day(desktop, mirror, home, c_days[2], false, answered, c_questions);
    CHECK(answered == c_questions);
    const std::vector<std::string> kept = reviews_in(home.progress(), c_days[0]);
    CHECK(kept.size() == c_questions);
    CHECK(kept == reviews_in(home.path / "mirror.sqlite3", c_days[0]));
}

TEST_CASE("A bone is found by the keyboard alone, and no name is told before the answer") {
    const Home home;
    const Desktop desktop(c_width, c_height);
    REQUIRE(!desktop.display().empty());
    Mirror mirror;
    journey::Running program(desktop, OSTEON_PROGRAM,
                             {"--model", "builtin", "--mode", "study", "--today", c_days[0]},
                             home.path);
    REQUIRE(journey::wait_for_window(desktop));
    journey::wait_until_still(desktop);
    mirror.begin_day(c_days[0], home.path / "mirror.sqlite3");
    desktop.key("space");
    while (!mirror.desk.run()->question()->choices.empty()) {
        journey::wait_until_still(desktop);
        answer(desktop, mirror, true);
        journey::wait_until_still(desktop);
        desktop.key("space");
        mirror.desk.next();
    }
    journey::wait_until_still(desktop);
    const std::size_t before = reviews_in(home.progress(), c_days[0]).size();
    desktop.key("Tab");
    desktop.key("Tab");
    journey::wait_until_still(desktop);
    CHECK(desktop.window_title() == "Osteon");
    CHECK(reviews_in(home.progress(), c_days[0]).size() == before);
    desktop.key("Return");
    journey::wait_until_still(desktop);
    const std::vector<std::string> kept = reviews_in(home.progress(), c_days[0]);
    REQUIRE(kept.size() == before + 1);
    CHECK(kept.back().starts_with(mirror.desk.run()->question()->card.id));
    CHECK(program.alive());
}
