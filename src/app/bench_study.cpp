#include "app/bench_study.h"

#include "app/bench_stage.h"
#include "app/scratch_folder.h"
#include "study/overview.h"
#include "study/progress.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace osteon::app {
namespace {

namespace fs = std::filesystem;
using namespace osteon::study;

constexpr int c_cards = 900;
constexpr int c_days = 365;
constexpr int c_answers_a_day = 60;
constexpr int c_timed_answers = 200;

Moment on(int day, int answer) {
    const std::chrono::sys_days first = std::chrono::year(2026) / std::chrono::January / 1;
    return moment_at(first + std::chrono::days(day) + std::chrono::hours(18) +
                         std::chrono::seconds(20 * answer),
                     std::chrono::seconds(0));
}

std::vector<Card> deck() {
    std::vector<Card> cards;
    cards.reserve(c_cards);
    for (int i = 0; i < c_cards; ++i) {
        cards.push_back({.id = "find:bone_" + std::to_string(i),
                         .kind = Kind::find_bone,
                         .bones = {static_cast<anatomy::BoneIndex>(i % 200)}});
    }
    return cards;
}

/// The answer of a learner who misses each seventh.
Answer answer(const std::vector<Card>& cards, int day, int number) {
    const int count = day * c_answers_a_day + number;
    const bool right = count % 7 != 0;
    return {.card = cards[static_cast<std::size_t>(count * 31 % c_cards)].id,
            .grade = right ? Grade::good : Grade::again,
            .right = right,
            .took = std::chrono::seconds(6)};
}

/// Writes a file with a year of answers.
Result<void> write_a_year(const std::vector<Card>& cards, const fs::path& file) {
    Result<study::Progress> progress = study::Progress::in_memory();
    if (!progress) {
        return fail(progress.error());
    }
    for (int day = 0; day < c_days; ++day) {
        for (int number = 0; number < c_answers_a_day; ++number) {
            const Moment now = on(day, number);
            if (const auto kept = progress->record(c_nobody_yet, answer(cards, day, number), now);
                !kept) {
                return fail(kept.error());
            }
        }
    }
    return progress->export_to(file);
}

/// The milliseconds that a call takes.
template <class Call>
double timed(const Call& call) {
    const BenchClock::time_point start = BenchClock::now();
    call();
    return milliseconds(BenchClock::now() - start);
}

} // namespace

Result<nlohmann::ordered_json> bench_study() {
    const ScratchFolder folder;
    const fs::path file = folder.path() / "study.sqlite3";
    const std::vector<Card> cards = deck();
    if (const Result<void> written = write_a_year(cards, file); !written) {
        return fail(written.error());
    }
    nlohmann::ordered_json json;
    json["reviews"] = c_days * c_answers_a_day;
    json["file_kib"] = fs::file_size(file) / 1024;
    Result<OpenedProgress> opened = fail(Error{});
    // The first opening of a day makes the backup, too.
    json["open_first_of_day_ms"] =
        timed([&] { opened = study::Progress::open(file, on(c_days, 0)); });
    json["open_ms"] = timed([&] { opened = study::Progress::open(file, on(c_days, 0)); });
    if (!opened) {
        return fail(opened.error());
    }
    study::Progress& progress = opened->progress;
    std::vector<double> answers;
    Result<CardState> kept = CardState();
    for (int number = 0; kept && number < c_timed_answers; ++number) {
        answers.push_back(timed([&] {
            kept = progress.record(c_nobody_yet, answer(cards, c_days, number), on(c_days, number));
        }));
    }
    if (!kept) {
        return fail(kept.error());
    }
    json["answer_median_ms"] = quantile(answers, 0.5);
    json["answer_p95_ms"] = quantile(answers, 0.95);
    Result<Overview> overview = Overview();
    json["overview_ms"] =
        timed([&] { overview = overview_of(progress, cards, on(c_days, c_timed_answers)); });
    Result<fs::path> backup = fs::path();
    json["backup_ms"] = timed([&] { backup = progress.back_up(on(c_days, c_timed_answers)); });
    if (!overview || !backup) {
        return fail(!overview ? overview.error() : backup.error());
    }
    return json;
}

} // namespace osteon::app
