#include "app/study_desk.h"
#include "app/study_stage.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

using namespace osteon;
using namespace osteon::app;

namespace {

constexpr std::chrono::sys_days c_day{std::chrono::year(2026) / 3 / 1};

/// A folder of the test's own, removed at its end.
struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "osteon-desk-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::filesystem::path file() const { return path / "study.sqlite3"; }
};

const Atlas& atlas(const std::string& language = "en") {
    static AtlasShelf shelf([](const std::string& wanted) -> Result<std::unique_ptr<Atlas>> {
        const auto folders = find_folders({});
        return folders ? load_atlas(*folders, wanted) : fail(folders.error());
    });
    const auto known = shelf.in(language);
    REQUIRE(known.has_value());
    return **known;
}

/// Answers the open question rightly or wrongly.
void answer(StudyDesk& desk, bool rightly) {
    const study::Question& open = *desk.run()->question();
    if (open.choices.empty()) {
        const auto other = static_cast<study::BoneIndex>(open.targets.front() == 0 ? 1 : 0);
        REQUIRE(desk.answer(study::Clicked{rightly ? open.targets.front() : other}));
    } else {
        REQUIRE(desk.answer(
            study::Chosen{rightly ? open.right : (open.right + 1) % open.choices.size()}));
    }
}

} // namespace

TEST_CASE("A missed card is the first of the next day, though the program was closed between") {
    const Folder folder;
    std::string missed;
    {
        StudyDesk desk(c_day, folder.file());
        desk.open(atlas());
        desk.start(study::Wishes{}, atlas());
        missed = desk.run()->question()->card.id;
        answer(desk, false);
        CHECK(desk.view().today.missed == 1);
        desk.next();
        answer(desk, true);
        CHECK(desk.view().today.right == 1);
    }
    StudyDesk desk(c_day + std::chrono::days(1), folder.file());
    desk.open(atlas());
    CHECK(desk.view().today.right == 0);
    desk.start(study::Wishes{}, atlas());
    CHECK(desk.run()->question()->card.id == missed);
}

TEST_CASE("A session asks only the kinds that were wished for") {
    StudyDesk desk(c_day, std::nullopt);
    desk.open(atlas());
    desk.start(study::Wishes{10, {study::Kind::name_bone}, true}, atlas());
    REQUIRE(desk.run()->question() != nullptr);
    for (const study::Question& question : desk.run()->questions) {
        CHECK(question.card.id.starts_with("latin:"));
    }
}

TEST_CASE("Another language asks the same questions in its words") {
    StudyDesk desk(c_day, std::nullopt);
    desk.open(atlas());
    desk.start(study::Wishes{}, atlas());
    std::vector<std::string> cards;
    for (const study::Question& question : desk.run()->questions) {
        cards.push_back(question.card.id);
    }
    const std::string english = desk.run()->question()->text;
    desk.speak(atlas("de"));
    for (std::size_t i = 0; i < cards.size(); ++i) {
        CHECK(desk.run()->questions[i].card.id == cards[i]);
    }
    CHECK(desk.run()->question()->text != english);
}

TEST_CASE("Ended, a session leaves its summary, then nothing; with nothing answered at once") {
    StudyDesk desk(c_day, std::nullopt);
    desk.open(atlas());
    desk.start(study::Wishes{}, atlas());
    desk.end();
    CHECK(desk.run() == nullptr);
    desk.start(study::Wishes{}, atlas());
    answer(desk, true);
    desk.end();
    REQUIRE(desk.run() != nullptr);
    CHECK(desk.run()->phase == study::Phase::over);
    CHECK(question_on_stage(*desk.run(), atlas().registry).shown.over);
    desk.end();
    CHECK(desk.run() == nullptr);
}

TEST_CASE("A wrong click shows both bones; from where it was clicked if it was the other side") {
    StudyDesk desk(c_day, std::nullopt);
    desk.open(atlas());
    const anatomy::Registry& registry = atlas().registry;
    desk.start({study::Card{"find:scapula_left", study::Kind::find_bone, {}}}, atlas());
    const auto asked = question_on_stage(*desk.run(), registry);
    CHECK(asked.shown.names_hidden);
    CHECK(asked.shown.lit.empty());
    REQUIRE(desk.answer(study::Clicked{registry.find("scapula_right")}));
    const auto answered = question_on_stage(*desk.run(), registry);
    CHECK_FALSE(answered.shown.names_hidden);
    CHECK(answered.shown.lit == std::vector{registry.find("scapula_left")});
    CHECK(answered.shown.mistaken == std::vector{registry.find("scapula_right")});
    CHECK(answered.shown.framed.size() == 2);
    CHECK_FALSE(answered.yaw.has_value());
    CHECK(reading_about(*desk.run()->question(), registry).article == "scapula");
}
