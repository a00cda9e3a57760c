#include "app/command_words.h"

#include <charconv>

namespace osteon::app {
namespace {

using session::ThemeChoice;

constexpr int c_max_picture_side = 8192;

const std::map<std::string, anatomy::UpAxis> c_up_axes = {
    {"auto", anatomy::UpAxis::automatic}, {"y", anatomy::UpAxis::y}, {"z", anatomy::UpAxis::z}};

} // namespace

const std::map<std::string, ThemeChoice>& theme_words() {
    static const std::map<std::string, ThemeChoice> words = {{"dark", ThemeChoice::dark},
                                                             {"light", ThemeChoice::light},
                                                             {"contrast", ThemeChoice::contrast}};
    return words;
}

const std::map<std::string, session::Mode>& mode_words() {
    static const std::map<std::string, session::Mode> words = {{"explore", session::Mode::explore},
                                                               {"lecture", session::Mode::lecture},
                                                               {"bedside", session::Mode::bedside},
                                                               {"study", session::Mode::study}};
    return words;
}

std::optional<std::pair<int, int>> parse_size(const std::string& text) {
    int width = 0;
    int height = 0;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x') {
        return std::nullopt;
    }
    const auto second = std::from_chars(first.ptr + 1, end, height);
    if (second.ec != std::errc{} || second.ptr != end) {
        return std::nullopt;
    }
    const auto fits = [](int side) { return side >= 16 && side <= c_max_picture_side; };
    if (!fits(width) || !fits(height)) {
        return std::nullopt;
    }
    return std::pair{width, height};
}

CLI::Validator size_validator() {
    return CLI::Validator(
        [](std::string& text) {
            return parse_size(text) ? std::string{}
                                    : "a size is WIDTHxHEIGHT in pixels, each from 16 to " +
                                          std::to_string(c_max_picture_side) + ": '" + text + "'";
        },
        "WxH");
}

std::optional<std::chrono::sys_days> parse_day(const std::string& text) {
    constexpr std::size_t c_length = 10; // of "2026-03-01"
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = -1;
        const char* const end = text.data() + from + count;
        const auto read = std::from_chars(text.data() + from, end, value);
        return read.ptr == end ? value : -1;
    };
    if (text.size() != c_length || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    if (year < 0 || month < 0 || day < 0) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

CLI::Validator day_validator() {
    return CLI::Validator(
        [](std::string& text) {
            return parse_day(text) ? std::string{} : "a day is YYYY-MM-DD: '" + text + "'";
        },
        "DATE");
}

void add_import_options(CLI::App& app, ModelWords& words) {
    app.add_option("--unit", words.unit, "Metres in one unit of the file; found by measuring")
        ->check(CLI::Range(1e-6, 1e3));
    app.add_option("--up", words.up, "The file's upward axis; found by measuring")
        ->check(one_of(c_up_axes));
}

void add_model_option(CLI::App& app, ModelWords& words) {
    app.add_option("--model", words.model, "builtin, or the path of a file, folder or zip");
    add_import_options(app, words);
}

anatomy::ModelSource source_of(const ModelWords& words) {
    anatomy::ModelSource source;
    if (words.model != "builtin") {
        source.path = words.model;
    }
    if (words.unit > 0.0) {
        source.options.metres_per_unit = static_cast<float>(words.unit);
    }
    source.options.up = c_up_axes.at(words.up);
    return source;
}

void add_language_option(CLI::App& app, std::string& language) {
    app.add_option("--language", language, "Of the texts: en, de … (osteon list languages)");
}

} // namespace osteon::app
