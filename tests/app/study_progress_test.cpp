#include "app/atlas.h"
#include "app/study_desk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

using namespace osteon;
using namespace osteon::app;
using namespace std::chrono_literals;

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::sys_days monday = 2026y / std::chrono::March / 2;

struct Stand {
    TemporaryFolder folder;
    fs::path file = folder / "data/study.sqlite3";
    std::unique_ptr<Atlas> atlas;

    Stand() {
        const fs::path root = OSTEON_SOURCE_DIR;
        auto loaded = load_atlas({root / "assets", root / "content", root / "shaders"});
        REQUIRE(loaded.has_value());
        atlas = std::move(*loaded);
        ::setenv("XDG_DOCUMENTS_DIR", folder.path().c_str(), 1);
    }
    ~Stand() { ::unsetenv("XDG_DOCUMENTS_DIR"); }
    Stand(const Stand&) = delete;
    Stand& operator=(const Stand&) = delete;

    /// A desk as the program has it on a day.
    StudyDesk desk(int day = 0) {
        StudyDesk desk(monday + std::chrono::days(day), file);
        desk.open(*atlas);
        CHECK(desk.take_messages().empty());
        return desk;
    }
    std::string change(StudyDesk& desk, const ui::ProgressRequest& request) {
        const Result<std::string> told = desk.change(request, atlas->knowledge.language);
        return told ? *told : describe(told.error());
    }
    /// Answers a whole session, each question rightly but every third.
    std::size_t study(StudyDesk& desk) {
        desk.start(study::Wishes{.length = 20}, *atlas);
        std::size_t answers = 0;
        while (desk.run()->phase != study::Phase::over) {
            const study::Question& open = *desk.run()->question();
            if (answers % 3 == 2) {
                desk.answer(study::Unknown{});
            } else if (open.choices.empty()) {
                desk.answer(study::Clicked{open.targets.front()});
            } else {
                desk.answer(study::Chosen{open.right});
            }
            ++answers;
            desk.next();
        }
        desk.end();
        return answers;
    }
};

} // namespace

TEST_CASE("Three days of study are told at the home of study mode, and kept between starts") {
    Stand s;
    CHECK(s.desk().view().overview->today.fresh == 20);
    CHECK_FALSE(fs::exists(s.file));
    std::size_t answers = 0;
    for (int day = 0; day < 3; ++day) {
        StudyDesk desk = s.desk(day);
        answers += s.study(desk);
        const study::View view = desk.view();
        REQUIRE(view.overview != nullptr);
        CHECK(view.overview->statistics.streak == day + 1);
        CHECK(view.overview->today.answered > 0);
    }
    StudyDesk later = s.desk(3);
    const study::View view = later.view();
    CHECK(view.overview->statistics.answers == static_cast<int>(answers));
    CHECK(view.overview->known > 20);
    CHECK(view.overview->statistics.recall.asked > 0);
    CHECK_FALSE(view.overview->statistics.hardest.empty());
    CHECK(view.overview->today.due > 0);
}

TEST_CASE("Learners are added, chosen, renamed and removed from the home of study mode") {
    Stand s;
    StudyDesk desk = s.desk();
    CHECK(s.change(desk, ui::AddLearner{"Anna"}).empty());
    s.study(desk);
    CHECK(s.change(desk, ui::AddLearner{"Ben"}).empty());
    study::View view = desk.view();
    REQUIRE(view.overview->learners.size() == 2);
    CHECK(view.overview->statistics.answers == 0); // Ben has learnt nothing yet
    const study::LearnerId anna = view.overview->learners[0].id;
    const study::LearnerId ben = view.overview->learners[1].id;
    CHECK(s.change(desk, ui::ChooseLearner{anna}).empty());
    CHECK(desk.view().overview->statistics.answers > 0);
    CHECK(s.change(desk, ui::RenameLearner{ben, "anna"}).find("already") != std::string::npos);
    CHECK(s.change(desk, ui::RemoveLearner{anna}).empty());
    CHECK(desk.view().overview->learner == ben);
    CHECK(desk.view().overview->backups.size() == 1);
}

TEST_CASE("The length of a session and the recall aimed at belong to the learner") {
    Stand s;
    StudyDesk desk = s.desk();
    CHECK(s.change(desk, ui::AddLearner{"Anna"}).empty());
    desk.wish({.length = 40});
    CHECK(s.change(desk,
                   ui::SetStudySettings{
                       {.desired_retention = 0.8, .session_length = 40, .new_a_day = 5}})
              .empty());
    StudyDesk later = s.desk(1);
    const study::View view = later.view();
    CHECK(view.wishes.length == 40);
    CHECK(view.overview->settings.desired_retention == doctest::Approx(0.8));
    CHECK(view.overview->today.fresh == 5);
}

TEST_CASE("Who begins with a session of forty is asked forty questions, and keeps that length") {
    Stand s;
    StudyDesk desk = s.desk();
    desk.wish({.length = 40});
    CHECK(desk.view().overview->today.fresh == 40);
    desk.start(study::Wishes{.length = 40}, *s.atlas);
    REQUIRE(desk.run() != nullptr);
    CHECK(desk.run()->questions.size() == 40);
    CHECK(desk.answer(study::Unknown{}));
    CHECK(s.desk(1).view().wishes.length == 40);
}

TEST_CASE("Progress is exported into the documents and imported on another machine") {
    Stand s;
    StudyDesk home = s.desk();
    s.study(home);
    CHECK(s.change(home, ui::ExportProgress{}) ==
          "Exported as " + (s.folder / "Osteon progress.sqlite3").string());
    const int answers = home.view().overview->statistics.answers;

    s.file = s.folder / "other/study.sqlite3";
    StudyDesk other = s.desk();
    const ui::ImportProgress file{(s.folder / "Osteon progress.sqlite3").string()};
    CHECK(s.change(other, file) == std::to_string(answers) + " answers were added");
    CHECK(s.change(other, file) == "0 answers were added");
    CHECK(other.view().overview->statistics.answers == answers);
    CHECK(s.change(other, ui::ImportProgress{"/nowhere.sqlite3"}).find("no such file") !=
          std::string::npos);
}

TEST_CASE("A damaged file is told of, and learning goes on") {
    Stand s;
    {
        StudyDesk desk = s.desk();
        s.study(desk);
    }
    std::ofstream(s.file, std::ios::trunc) << "nothing of a database";
    StudyDesk desk(monday, s.file);
    desk.open(*s.atlas);
    const std::vector<std::string> told = desk.take_messages();
    REQUIRE(told.size() == 1);
    CHECK(told[0].find("was damaged") != std::string::npos);
    CHECK(s.study(desk) > 0);
}
