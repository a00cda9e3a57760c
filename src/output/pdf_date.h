#pragma once

#include "knowledge/language.h"

#include <chrono>
#include <string>

namespace osteon::output {

/// "21 November 2026", as a language writes it.
std::string printed_date(std::chrono::year_month_day date, const knowledge::Language& words);

/// Today, by the clock of this machine and its time zone.
std::chrono::year_month_day today();

} // namespace osteon::output
