// Answers one question after the other and prints the number of each answer that was acknowledged,
// until it is killed: osteon_study_writer FILE FIRST_NUMBER. One answer an hour of its own time, so
// that days pass and backups are made.
#include "study/progress.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

int main(int count, char** words) {
    using namespace osteon::study;
    if (count != 3) {
        std::fputs("usage: osteon_study_writer FILE FIRST_NUMBER\n", stderr);
        return 2;
    }
    const std::chrono::sys_seconds start = std::chrono::sys_days(std::chrono::year_month_day(
        std::chrono::year(2026), std::chrono::March, std::chrono::day(2)));
    const auto moment = [&](int number) {
        return moment_at(start + std::chrono::hours(number), std::chrono::seconds(0));
    };
    const int first = std::atoi(words[2]);
    osteon::Result<OpenedProgress> opened = Progress::open(words[1], moment(first));
    if (!opened || opened->notice) {
        std::fputs(describe(opened ? *opened->notice : opened.error()).c_str(), stderr);
        return 1;
    }
    for (int number = first;; ++number) {
        const Answer answer{.card = "find:bone_" + std::to_string(number), .right = true};
        const auto kept = opened->progress.record(c_nobody_yet, answer, moment(number));
        if (!kept) {
            std::fputs(describe(kept.error()).c_str(), stderr);
            return 1;
        }
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}
