#pragma once

#include "app/command_line.h"
#include "app/command_words.h"

#include <string>
#include <vector>

namespace osteon::app {

/// The options of "shot", as CLI11 leaves them.
struct ShotWords {
    ModelWords model;
    std::string theme;
    std::string out;
    std::string size;
    double scale = 0.0;
    std::string view;
    std::string look;
    double ghost = 0.0;
    std::string plane = "sagittal";
    double offset = 0.0;
    bool flip = false;
    std::string explode_by = "region";
    double amount = 0.5;
    bool lesions = false;
    std::string course;
    double progress = 0.5;
    CLI::Option* route = nullptr;
    std::string route_id;
    bool labels = false;
    std::string compared;
    bool transparent = false;
    std::string site;
    std::string primary;
    std::vector<std::string> select;
    std::string landmark;
    std::vector<std::string> isolate;
    bool with_interface = false;
    bool folded = false;
    std::string mode;
    std::string drawer;
    std::string level = "clinical";
    std::string matrix = "estimates";
    std::string order = "size";
    int step = 0; ///< of the route, from 1; 0: all of it
    std::string article;
    std::string question;
    std::string answer;
    std::string progress_file;
    bool bone_heat = false;
    std::string session;
    std::string tour;
    int stop = 1;
    CLI::Option* palette = nullptr;
    std::string palette_words;
    bool first_steps = false;
    bool patterns = false;
};

/// Adds the command to the grammar; what it reads goes into `words`, and into `language`.
CLI::App& add_shot(CLI::App& grammar, ShotWords& words, std::string& language);
TakeShot shot_of(const ShotWords& words);

} // namespace osteon::app
