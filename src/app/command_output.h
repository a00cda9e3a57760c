#pragma once

#include "app/command_line.h"
#include "app/command_words.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace osteon::app {

/// The options of `osteon handout`, as CLI11 leaves them.
struct HandoutWords {
    CLI::App* command = nullptr;
    MakeHandout handout;
    std::string paper = "a4";
    ModelWords model;
};

/// The subcommand; `language` is the option that commands share.
void add_handout(CLI::App& grammar, HandoutWords& words, std::string& language);
MakeHandout handout_of(const HandoutWords& words);

/// The options of `osteon tour export`.
struct TourWords {
    CLI::App* command = nullptr;
    WriteTour tour;
    std::string pictures;
    std::string video;
    std::string pdf;
    std::string size;
    std::string paper = "a4";
    std::string theme;
    bool no_labels = false;
    ModelWords model;
};

void add_tour_export(CLI::App& grammar, TourWords& words, std::string& language);
WriteTour tour_of(const TourWords& words);
/// The words of a command line that asks for it, without those that say what is usual anyway.
std::vector<std::string> words_of(const WriteTour& tour);

} // namespace osteon::app
