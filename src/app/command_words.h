#pragma once

#include "anatomy/load.h"
#include "session/action.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace osteon::app {

// What the options of several commands share.

/// A fixed set of words as an option's domain; the help lists them.
template <class T>
CLI::Validator one_of(const std::map<std::string, T>& words) {
    return CLI::IsMember(words);
}

/// "dark", "light", "contrast".
const std::map<std::string, session::ThemeChoice>& theme_words();

/// "explore", "lecture", "bedside", "study".
const std::map<std::string, session::Mode>& mode_words();

/// "1920x1080" as width and height, each from 16 to 8192 pixels; nothing for other texts.
std::optional<std::pair<int, int>> parse_size(const std::string& text);
CLI::Validator size_validator();

/// "2026-03-01" as a day; nothing for other texts.
std::optional<std::chrono::sys_days> parse_day(const std::string& text);
CLI::Validator day_validator();

/// The options that name a model, as CLI11 leaves them.
struct ModelWords {
    std::string model = "builtin";
    std::string up = "auto";
    double unit = 0.0;
};

void add_import_options(CLI::App& app, ModelWords& words);
void add_model_option(CLI::App& app, ModelWords& words);
anatomy::ModelSource source_of(const ModelWords& words);

void add_language_option(CLI::App& app, std::string& language);

} // namespace osteon::app
