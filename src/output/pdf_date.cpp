#include "output/pdf_date.h"

#include <array>
#include <ctime>

namespace osteon::output {

using knowledge::translatable;

std::string printed_date(std::chrono::year_month_day date, const knowledge::Language& words) {
    constexpr std::array months = {
        translatable("January"), translatable("February"), translatable("March"),
        translatable("April"),   translatable("May"),      translatable("June"),
        translatable("July"),    translatable("August"),   translatable("September"),
        translatable("October"), translatable("November"), translatable("December")};
    if (!date.ok()) {
        return {};
    }
    const unsigned day = static_cast<unsigned>(date.day());
    const char* const month = words.tr(months[static_cast<unsigned>(date.month()) - 1U]);
    const int year = static_cast<int>(date.year());
    // The day, the month in words, the year.
    return words.tr("{} {} {}", day, month, year);
}

std::chrono::year_month_day today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return {std::chrono::year(local.tm_year + 1900),
            std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
            std::chrono::day(static_cast<unsigned>(local.tm_mday))};
}

} // namespace osteon::output
