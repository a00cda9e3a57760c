#include "study/progress.h"
#include "study/progress_schema.h"
#include "study/sqlite.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

using namespace osteon;
using namespace osteon::study;
using namespace std::chrono_literals;
using std::chrono::days;

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::sys_seconds monday = std::chrono::sys_days(2026y / 3 / 2) + 18h;

Moment on_day(int day, std::chrono::seconds later = 0s) {
    return moment_at(monday + days(day) + later, 0s);
}

Progress opened(const fs::path& file, Moment now = on_day(0)) {
    Result<OpenedProgress> opened = Progress::open(file, now);
    REQUIRE_MESSAGE(opened.has_value(), describe(opened ? Error{} : opened.error()));
    CHECK_FALSE(opened->notice.has_value());
    return std::move(opened->progress);
}

Answer answer(std::string_view card, Grade grade = Grade::good) {
    return {
        .card = std::string(card), .grade = grade, .right = grade != Grade::again, .took = 2500ms};
}

/// Answers a card of whoever learns, and expects it to be kept.
CardState answered(Progress& progress, std::string_view card, Moment now,
                   Grade grade = Grade::good) {
    const Result<CardState> state = progress.record(c_nobody_yet, answer(card, grade), now);
    REQUIRE_MESSAGE(state.has_value(), describe(state ? Error{} : state.error()));
    return *state;
}

std::size_t reviews_in(const Progress& progress) {
    const LearnerId learner = progress.current_learner().value();
    return progress.reviews(learner, std::chrono::local_days::min()).value().size();
}

/// Imports a file and expects that to succeed.
Imported imported(Progress& progress, const fs::path& file, Moment now) {
    Result<Imported> added = progress.import_from(file, now);
    REQUIRE_MESSAGE(added.has_value(), describe(added ? Error{} : added.error()));
    return std::move(*added);
}

std::vector<std::string> names_in(const Progress& progress) {
    std::vector<std::string> names;
    const std::vector<Learner> learners = progress.learners().value();
    for (const Learner& learner : learners) {
        names.push_back(learner.name);
    }
    return names;
}

/// Makes the file of this version one of schema version 2.
void make_version_2(const fs::path& file) {
    REQUIRE(
        Database::open(file)->run("DROP TABLE identities; PRAGMA user_version = 2;").has_value());
}

void overwrite(const fs::path& file, std::streamoff at, std::string_view bytes) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(at);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Closes a store whose log has been written into its file, with some hundred reviews.
void fill(const fs::path& file) {
    Progress progress = opened(file);
    for (int i = 0; i < 300; ++i) {
        answered(progress, "find:bone_" + std::to_string(i), on_day(0, std::chrono::seconds(i)));
    }
}

} // namespace

TEST_CASE("Nothing is written before the first answer") {
    const TemporaryFolder folder;
    const fs::path file = folder / "osteon/study.sqlite3";
    Progress progress = opened(file);
    CHECK_FALSE(progress.kept());
    CHECK(progress.learners()->empty());
    CHECK(progress.due(1, on_day(0))->empty());
    CHECK_FALSE(fs::exists(folder / "osteon"));
    answered(progress, "find:femur_left", on_day(0));
    CHECK(progress.kept());
    CHECK(fs::exists(file));
    CHECK(progress.learners()->size() == 1);
}

TEST_CASE("A store in memory schedules as well, and leaves no file") {
    Progress progress = Progress::in_memory().value();
    const CardState state = answered(progress, "find:femur_left", on_day(0));
    CHECK(progress.state(progress.current_learner().value(), "find:femur_left") == state);
    CHECK_FALSE(progress.kept());
    CHECK_FALSE(progress.back_up(on_day(0)).has_value());
}

TEST_CASE("Answers are there again when the file is opened again") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    CardState state;
    {
        Progress progress = opened(file);
        answered(progress, "name:rib_1_left", on_day(0), Grade::again);
        state = answered(progress, "find:femur_left", on_day(0));
    }
    const Progress progress = opened(file, on_day(1));
    const LearnerId learner = progress.current_learner().value();
    CHECK(progress.state(learner, "find:femur_left") == state);
    CHECK(progress.state(learner, "find:tibia_left")->stage == Stage::fresh);
    CHECK(progress.cards(learner)->size() == 2);
    const std::vector<Review> log = progress.reviews(learner, on_day(0).day).value();
    REQUIRE(log.size() == 2);
    CHECK(log[0].answer.card == "name:rib_1_left");
    CHECK(log[0].answer.grade == Grade::again);
    CHECK_FALSE(log[0].answer.right);
    CHECK(log[1].answer.took == 2500ms);
    CHECK(log[1].at == on_day(0));
    CHECK(progress.reviews(learner, on_day(1).day)->empty());
}

TEST_CASE("Cards come back on their days") {
    Progress progress = Progress::in_memory().value();
    answered(progress, "find:femur_left", on_day(0));              // 2 days
    answered(progress, "find:tibia_left", on_day(0), Grade::easy); // 8 days
    answered(progress, "find:ulna_left", on_day(0), Grade::again); // 10 minutes
    const LearnerId learner = progress.current_learner().value();
    CHECK(progress.due(learner, on_day(0))->empty());
    CHECK(progress.due(learner, on_day(0, 10min))->size() == 1);
    CHECK(progress.due(learner, on_day(2))->size() == 2);
    CHECK(progress.due(learner, on_day(8))->size() == 3);
}

TEST_CASE("Learners on one machine do not see each other's cards") {
    const TemporaryFolder folder;
    Progress progress = opened(folder / "study.sqlite3");
    const LearnerId anna = progress.add_learner("Anna", on_day(0)).value();
    const LearnerId ben = progress.add_learner("  Ben ", on_day(0, 1s)).value();
    CHECK(progress.current_learner() == ben);
    REQUIRE(progress.record(anna, answer("find:femur_left"), on_day(0)).has_value());
    CHECK(progress.cards(anna)->size() == 1);
    CHECK(progress.cards(ben)->empty());
    REQUIRE(progress.choose_learner(anna, on_day(1)).has_value());
    CHECK(progress.current_learner() == anna);
    REQUIRE(progress.rename_learner(ben, "Benjamin").has_value());
    const std::vector<Learner> learners = progress.learners().value();
    REQUIRE(learners.size() == 2);
    CHECK(learners[1].name == "Benjamin");

    CHECK(progress.add_learner("anna", on_day(0)).error().reason ==
          "there is a learner of this name already");
    CHECK_FALSE(progress.rename_learner(ben, "Anna").has_value());
    CHECK(progress.rename_learner(ben, "BENJAMIN").has_value());
    CHECK(progress.add_learner("   ", on_day(0)).error().reason == "a learner needs a name");
    CHECK_FALSE(progress.add_learner(std::string(61, 'x'), on_day(0)).has_value());
    CHECK_FALSE(progress.record(99, answer("find:femur_left"), on_day(0)).has_value());
}

TEST_CASE("A removed learner leaves nothing but a backup") {
    const TemporaryFolder folder;
    Progress progress = opened(folder / "study.sqlite3");
    answered(progress, "find:femur_left", on_day(0));
    const LearnerId learner = progress.current_learner().value();
    REQUIRE(progress.remove_learner(learner, on_day(0)).has_value());
    CHECK(progress.learners()->empty());
    CHECK(progress.cards(learner)->empty());
    CHECK(progress.reviews(learner, on_day(0).day)->empty());
    CHECK(progress.backups().size() == 1);
    CHECK_FALSE(progress.remove_learner(learner, on_day(0)).has_value());
}

TEST_CASE("The recall that a learner wants changes when cards come back") {
    Progress progress = Progress::in_memory().value();
    const LearnerId learner = progress.add_learner("Anna", on_day(0)).value();
    REQUIRE(progress
                .set_settings(learner,
                              {.desired_retention = 0.8, .session_length = 500, .new_a_day = -3})
                .has_value());
    const StudySettings settings = progress.learners()->front().settings;
    CHECK(settings.desired_retention == doctest::Approx(0.8));
    CHECK(settings.session_length == 200);
    CHECK(settings.new_a_day == 0);
    const CardState state = answered(progress, "find:femur_left", on_day(0));
    CHECK((state.due_day - on_day(0).day).count() == 8); // 2 at 90 %
}

TEST_CASE("A backup is made on each day of learning, and the ten newest are kept") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    for (int day = 0; day < 13; ++day) {
        Progress progress = opened(file, on_day(day));
        answered(progress, "find:femur_left", on_day(day));
        answered(progress, "find:tibia_left", on_day(day, 1min));
    }
    Progress progress = opened(file, on_day(13));
    const std::vector<fs::path> backups = progress.backups();
    REQUIRE(backups.size() == 10);
    CHECK(backups[0].filename() == "study-2026-03-15-180000.sqlite3");
    CHECK(backups[9].filename() == "study-2026-03-06-180000.sqlite3");
    answered(progress, "find:femur_left", on_day(14)); // the program was not closed over night
    CHECK(progress.backups().front().filename() == "study-2026-03-16-180000.sqlite3");
}

TEST_CASE("A damaged file is set aside and the newest backup restored, with what can be read") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    fill(file);
    { // the next day: a backup, and one answer after it
        Progress progress = opened(file, on_day(1));
        answered(progress, "find:femur_left", on_day(1));
    }
    const auto cure = [&](std::streamoff at, const std::string& bytes) {
        overwrite(file, at, bytes);
        Result<OpenedProgress> opened = Progress::open(file, on_day(1, 1h));
        REQUIRE_MESSAGE(opened.has_value(), describe(opened ? Error{} : opened.error()));
        REQUIRE(opened->notice.has_value());
        CHECK(opened->notice->reason.find("damaged") != std::string::npos);
        CHECK(opened->notice->cure.starts_with("The backup of 2026-03-03 18:00 UTC was restored"));
        const fs::path aside = folder / "study-damaged-2026-03-03-190000.sqlite3";
        CHECK(opened->notice->reason.ends_with("lies in " + aside.string()));
        CHECK(fs::exists(aside));
        const std::size_t answers = reviews_in(opened->progress);
        CHECK(opened->notice->cure.ends_with(
            answers > 300 ? ", and 1 answer of the damaged file added to it"
                          : "; nothing newer could be read from the damaged file"));
        CHECK(names_in(opened->progress) == std::vector<std::string>{"Learner 1"});
        return answers;
    };
    SUBCASE("the head is overwritten") {
        CHECK(cure(0, std::string(4096, '\7')) == 300);
    }
    SUBCASE("pages in the middle are overwritten") {
        CHECK(cure(8192, std::string(12288, '\7')) >= 300);
    }
    SUBCASE("the file is cut off") {
        fs::resize_file(file, 0);
        CHECK(cure(0, "") == 300);
    }
    SUBCASE("it is another kind of file") {
        std::ofstream(file, std::ios::trunc) << "Lecture notes, second week. Femur, tibia.";
        CHECK(cure(0, "") == 300);
    }
}

TEST_CASE("A damaged file without a backup gives what can still be read of it") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    fill(file);
    const auto size = static_cast<std::streamoff>(fs::file_size(file));
    overwrite(file, size - 4096, std::string(4096, '\7'));
    Result<OpenedProgress> opened = Progress::open(file, on_day(0, 1h));
    REQUIRE(opened.has_value());
    REQUIRE(opened->notice.has_value());
    const std::size_t answers = reviews_in(opened->progress);
    CHECK(answers > 100);
    CHECK(opened->notice->cure == "There was no backup: " + std::to_string(answers) +
                                      " answers could be read and are here again");
    // Cards are scheduled from the reviews that were saved.
    const LearnerId learner = opened->progress.current_learner().value();
    CHECK(opened->progress.cards(learner)->size() == reviews_in(opened->progress));
}

TEST_CASE("A file that went missing comes back from its backup and from what was set aside") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    fill(file);
    { // the next day: a backup, and one answer after it
        Progress progress = opened(file, on_day(1));
        answered(progress, "find:femur_left", on_day(1));
    }
    SUBCASE("deleted") {
        fs::remove(file);
        const Result<OpenedProgress> opened = Progress::open(file, on_day(2));
        REQUIRE(opened.has_value());
        REQUIRE(opened->notice.has_value());
        CHECK(opened->notice->reason == "the progress file was missing");
        CHECK(opened->notice->cure == "The backup of 2026-03-03 18:00 UTC was restored");
        CHECK(reviews_in(opened->progress) == 300);
    }
    SUBCASE("set aside, and the power failed before the backup took its place") {
        fs::rename(file, folder / "study-damaged-2026-03-04-180000.sqlite3");
        const Result<OpenedProgress> opened = Progress::open(file, on_day(2));
        REQUIRE(opened.has_value());
        CHECK(reviews_in(opened->progress) == 301);
    }
}

TEST_CASE("A backup of the future stops neither the daily ones nor restoring the newest real one") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    fill(file);
    { const Progress progress = opened(file, on_day(1)); }
    fs::copy_file(folder / "study-backups/study-2026-03-03-180000.sqlite3",
                  folder / "study-backups/study-2030-01-01-180000.sqlite3");
    {
        Progress progress = opened(file, on_day(2));
        answered(progress, "find:femur_left", on_day(2));
    }
    CHECK(fs::exists(folder / "study-backups/study-2026-03-04-180000.sqlite3"));
    fs::remove(file);
    const Result<OpenedProgress> opened = Progress::open(file, on_day(3));
    REQUIRE(opened.has_value());
    CHECK(opened->notice->cure.find("of 2026-03-04 18:00 UTC") != std::string::npos);
}

TEST_CASE("A backup that is damaged itself is passed over") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    fill(file);
    { const Progress progress = opened(file, on_day(1)); }
    { const Progress progress = opened(file, on_day(2)); }
    overwrite(folder / "study-backups/study-2026-03-04-180000.sqlite3", 0, "nonsense");
    overwrite(file, 0, std::string(8192, '\7'));
    const Result<OpenedProgress> opened = Progress::open(file, on_day(3));
    REQUIRE(opened.has_value());
    CHECK(opened->notice->cure.find("of 2026-03-03 18:00 UTC") != std::string::npos);
    CHECK(reviews_in(opened->progress) == 300);
}

TEST_CASE("Where neither a backup nor the damaged file gives anything, that is said") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    std::ofstream(file) << "Lecture notes, second week. Femur, tibia.";
    Result<OpenedProgress> opened = Progress::open(file, on_day(0));
    REQUIRE(opened.has_value());
    REQUIRE(opened->notice.has_value());
    CHECK(opened->notice->cure ==
          "There was no backup, and nothing could be read: progress begins anew");
    CHECK(opened->progress.learners()->empty());
    answered(opened->progress, "find:femur_left", on_day(0));
}

TEST_CASE("A file of a newer version is refused and not touched") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    fill(file);
    REQUIRE(Database::open(file)->run("PRAGMA user_version = 9").has_value());
    const auto before = fs::last_write_time(file);
    const Result<OpenedProgress> opened = Progress::open(file, on_day(5));
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().reason.find("newer version") != std::string::npos);
    CHECK(fs::last_write_time(file) == before);
    CHECK_FALSE(fs::exists(folder / "study-backups"));
}

TEST_CASE("A file of the first schema is taken over with all that is in it") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    fill(file);
    { // back to the schema that the first version wrote
        const Database database = Database::open(file).value();
        REQUIRE(database
                    .run("DROP TABLE identities;"
                         "DROP INDEX reviews_by_day; DROP INDEX reviews_by_card;"
                         "ALTER TABLE learners DROP COLUMN desired_retention;"
                         "ALTER TABLE learners DROP COLUMN session_length;"
                         "ALTER TABLE learners DROP COLUMN new_a_day;"
                         "ALTER TABLE learners DROP COLUMN chosen_time;"
                         "PRAGMA user_version = 1;")
                    .has_value());
    }
    Progress other = opened(folder / "other.sqlite3");
    CHECK(imported(other, file, on_day(1)).answers == 300);

    Progress progress = opened(file, on_day(1));
    CHECK(reviews_in(progress) == 300);
    CHECK(progress.learners()->front().settings == StudySettings());
    answered(progress, "find:femur_left", on_day(1));
    CHECK(reviews_in(progress) == 301);
    // The version before the change lies among the backups.
    REQUIRE(progress.backups().size() == 1);
    CHECK(schema_version(Database::open_to_read(progress.backups()[0]).value()) == 1);
}

TEST_CASE("An exported file brings all learners to another machine, however often it is read") {
    const TemporaryFolder folder;
    Progress home = opened(folder / "home/study.sqlite3");
    const LearnerId anna = home.add_learner("Anna", on_day(0)).value();
    REQUIRE(home.set_settings(anna, {.desired_retention = 0.85}).has_value());
    CardState state;
    for (int i = 0; i < 20; ++i) {
        state = *home.record(anna, answer("find:femur_left"), on_day(i * 7));
    }
    REQUIRE(home.export_to(folder / "progress.sqlite3").has_value());

    Progress work = opened(folder / "work/study.sqlite3");
    CHECK(imported(work, folder / "progress.sqlite3", on_day(140)).answers == 20);
    CHECK(imported(work, folder / "progress.sqlite3", on_day(140)).answers == 0);
    const Learner learner = work.learners()->front();
    CHECK(learner.name == "Anna");
    CHECK(learner.settings.desired_retention == doctest::Approx(0.85));
    CHECK(work.state(learner.id, "find:femur_left") == state);

    // Learnt on both: the cards follow all reviews in their order.
    REQUIRE(work.record(learner.id, answer("find:femur_left"), on_day(140)).has_value());
    state = *home.record(anna, answer("find:femur_left"), on_day(150));
    REQUIRE(home.export_to(folder / "progress.sqlite3").has_value());
    CHECK(imported(work, folder / "progress.sqlite3", on_day(150)).answers == 1);
    CHECK(work.state(learner.id, "find:femur_left")->reviews == 22);
    CHECK(work.state(learner.id, "find:femur_left")->stability > state.stability);
}

TEST_CASE("Two people of the same name stay two when the one's file is imported by the other") {
    const TemporaryFolder folder;
    Progress hers = opened(folder / "hers/study.sqlite3");
    Progress his = opened(folder / "his/study.sqlite3");
    for (int i = 0; i < 5; ++i) {
        answered(hers, "find:femur_left", on_day(i));
        answered(his, "find:femur_left", on_day(i, 7s), Grade::again);
    }
    REQUIRE(his.export_to(folder / "his.sqlite3").has_value());
    SUBCASE("both files know who they are of") {}
    SUBCASE("the other file is older than that") {
        make_version_2(folder / "his.sqlite3");
    }
    const Imported first = imported(hers, folder / "his.sqlite3", on_day(5));
    CHECK(first.answers == 5);
    CHECK(first.renamed == std::vector<Imported::Renamed>{{"Learner 1", "Learner 1 (2)"}});
    CHECK(reviews_in(hers) == 5);
    CHECK(hers.state(1, "find:femur_left")->lapses == 0);
    // Again: it is known by now who that is.
    const Imported second = imported(hers, folder / "his.sqlite3", on_day(5));
    CHECK(second.answers == 0);
    CHECK(second.renamed.empty());
    CHECK(names_in(hers) == std::vector<std::string>{"Learner 1", "Learner 1 (2)"});
}

TEST_CASE("Copies of one older file are known as the same learner, whatever the name") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    fill(file);
    make_version_2(file);
    fs::create_directories(folder / "other");
    fs::copy_file(file, folder / "other/study.sqlite3");
    Progress here = opened(file, on_day(1));
    Progress there = opened(folder / "other/study.sqlite3", on_day(1));
    const LearnerId learner = here.current_learner().value();
    REQUIRE(here.rename_learner(learner, "Anna").has_value());
    answered(there, "find:femur_left", on_day(1));
    REQUIRE(there.export_to(folder / "there.sqlite3").has_value());
    const Imported added = imported(here, folder / "there.sqlite3", on_day(1));
    CHECK(added.answers == 1);
    CHECK(added.renamed.empty());
    CHECK(names_in(here) == std::vector<std::string>{"Anna"});
}

TEST_CASE("A renamed learner is the same on another machine") {
    const TemporaryFolder folder;
    Progress home = opened(folder / "home/study.sqlite3");
    answered(home, "find:femur_left", on_day(0));
    REQUIRE(home.export_to(folder / "progress.sqlite3").has_value());
    Progress work = opened(folder / "work/study.sqlite3");
    CHECK(imported(work, folder / "progress.sqlite3", on_day(0)).answers == 1);
    REQUIRE(work.rename_learner(work.current_learner().value(), "Anna").has_value());
    answered(home, "find:tibia_left", on_day(1));
    REQUIRE(home.export_to(folder / "progress.sqlite3").has_value());
    CHECK(imported(work, folder / "progress.sqlite3", on_day(1)).answers == 1);
    CHECK(names_in(work) == std::vector<std::string>{"Anna"});
}

TEST_CASE("Two learners who are one person are joined, and stay joined at the next import") {
    const TemporaryFolder folder;
    Progress home = opened(folder / "home/study.sqlite3");
    Progress work = opened(folder / "work/study.sqlite3");
    answered(home, "find:femur_left", on_day(0));
    answered(work, "find:femur_left", on_day(2));
    REQUIRE(home.export_to(folder / "home.sqlite3").has_value());
    CHECK(imported(work, folder / "home.sqlite3", on_day(2)).renamed.size() == 1);
    const std::vector<Learner> learners = work.learners().value();
    REQUIRE(learners.size() == 2);
    const LearnerId mine = learners[0].id;
    CHECK(work.join_learners(learners[1].id, mine, on_day(2, 1h)) == 1);
    CHECK(names_in(work) == std::vector<std::string>{"Learner 1"});
    CHECK(work.state(mine, "find:femur_left")->reviews == 2);
    CHECK(work.backups().front().filename() == "study-2026-03-04-190000.sqlite3");
    CHECK_FALSE(work.join_learners(learners[1].id, mine, on_day(2)).has_value());

    answered(home, "find:tibia_left", on_day(3));
    REQUIRE(home.export_to(folder / "home.sqlite3").has_value());
    const Imported added = imported(work, folder / "home.sqlite3", on_day(3));
    CHECK(added.answers == 1);
    CHECK(added.renamed.empty());
    CHECK(work.reviews(mine, std::chrono::local_days::min())->size() == 3);
}

TEST_CASE("What is no whole progress file is not imported, and changes nothing") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    fill(file);
    Progress progress = opened(folder / "mine/study.sqlite3");
    answered(progress, "find:femur_left", on_day(0));
    const auto refused = [&](const fs::path& from) {
        const Result<Imported> added = progress.import_from(from, on_day(0));
        REQUIRE_FALSE(added.has_value());
        CHECK(reviews_in(progress) == 1);
        return added.error().reason;
    };
    CHECK(refused(folder / "missing.sqlite3") == "there is no such file");
    std::ofstream(folder / "notes.txt") << "Femur, tibia, fibula";
    CHECK(refused(folder / "notes.txt") == "this is no progress file of Osteon, or it is damaged");
    REQUIRE(Database::open(folder / "photos.db")->run("CREATE TABLE photos(id)").has_value());
    CHECK(refused(folder / "photos.db") == "this is no progress file of Osteon, or it is damaged");
    REQUIRE(Database::open(file)->run("PRAGMA user_version = 9").has_value());
    CHECK(refused(file) == "this progress was written by a newer version of Osteon");
    overwrite(file, 8192, std::string(8192, '\7'));
    CHECK(refused(file) == "this is no progress file of Osteon, or it is damaged");
}

TEST_CASE("A place that cannot be written is said, and the answer counts as not kept") {
    const TemporaryFolder folder;
    std::ofstream(folder / "blocked") << "a file where a folder should be";
    Progress progress = opened(folder / "blocked/study.sqlite3");
    const Result<CardState> state =
        progress.record(c_nobody_yet, answer("find:femur_left"), on_day(0));
    REQUIRE_FALSE(state.has_value());
    CHECK(state.error().fault == Fault::machine);
    CHECK_FALSE(progress.kept());
}

TEST_CASE("A review is never changed afterwards") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    fill(file);
    CHECK_FALSE(Database::open(file)->run("UPDATE reviews SET grade = 4").has_value());
}

TEST_CASE("Who learns in one window is not changed by what is chosen in another") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    Progress one = opened(file, on_day(0));
    const LearnerId anna = one.add_learner("Anna", on_day(0)).value();
    Progress other = opened(file, on_day(0));
    const LearnerId ben = other.add_learner("Ben", on_day(0, 1min)).value();
    CHECK(one.current_learner().value() == anna);
    CHECK(other.current_learner().value() == ben);
    CHECK(opened(file, on_day(1)).current_learner().value() == ben);
    REQUIRE(other.remove_learner(anna, on_day(0, 2min)).has_value());
    CHECK(one.current_learner().value() == ben);
}

TEST_CASE("A name may have sixty letters in any script") {
    Progress progress = Progress::in_memory().value();
    std::string name;
    for (int letter = 0; letter < 60; ++letter) {
        name += "ü";
    }
    CHECK(progress.add_learner(name, on_day(0)).has_value());
    CHECK_FALSE(progress.add_learner(name + "ü", on_day(0)).has_value());
}

TEST_CASE("Two windows write into one file") {
    const TemporaryFolder folder;
    const fs::path file = folder / "study.sqlite3";
    Progress first = opened(file);
    answered(first, "find:femur_left", on_day(0));
    Progress second = opened(file);
    answered(second, "find:femur_left", on_day(2));
    answered(first, "find:femur_left", on_day(10));
    CHECK(first.state(1, "find:femur_left")->reviews == 3);
    CHECK(reviews_in(second) == 3);
}
