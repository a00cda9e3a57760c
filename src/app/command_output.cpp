#include "app/command_output.h"

#include <fmt/format.h>

#include <map>
#include <tuple>

namespace osteon::app {
namespace {

const std::map<std::string, Paper> c_papers = {{"a4", Paper::a4}, {"letter", Paper::letter}};

} // namespace

void add_handout(CLI::App& grammar, HandoutWords& words, std::string& language) {
    CLI::App& handout =
        *grammar.add_subcommand("handout", "Write a sheet to take home, in plain words, as a PDF");
    words.command = &handout;
    handout.add_option("--site", words.handout.site, "The place (osteon list sites)");
    handout.add_option("--primary", words.handout.primary, "The cancer (osteon list primaries)");
    handout.add_option("--out", words.handout.out,
                       "The PDF file to write; named by site and primary where not given");
    handout.add_option("--paper", words.paper, "That is printed on, a4 where not given")
        ->check(one_of(c_papers));
    handout.add_option("--picture", words.handout.picture,
                       "A PNG file in place of the picture that Osteon draws");
    add_language_option(handout, language);
    add_model_option(handout, words.model);
}

MakeHandout handout_of(const HandoutWords& words) {
    MakeHandout handout = words.handout;
    handout.paper = c_papers.at(words.paper);
    handout.model = source_of(words.model);
    return handout;
}

void add_tour_export(CLI::App& grammar, TourWords& words, std::string& language) {
    CLI::App* const tour = grammar.add_subcommand("tour", "Tours for a room");
    tour->require_subcommand(1);
    CLI::App& command =
        *tour->add_subcommand("export", "Write a tour as pictures, as a video or as a PDF");
    words.command = &command;
    command.add_option("id", words.tour.tour, "The tour (osteon list tours)")->required();
    CLI::Option_group* const forms = command.add_option_group("As what, one of");
    forms->add_option("--png", words.pictures, "A new folder, of one PNG a stop");
    forms->add_option("--video", words.video, "A video file: .mp4 is H.264, .webm is VP9");
    forms->add_option("--pdf", words.pdf, "A PDF file, of one page a stop with its notes");
    forms->require_option(1);
    command.add_option("--size", words.size, "Of pictures and video, 1920x1080 where not given")
        ->check(size_validator());
    command.add_option("--fps", words.tour.frames_per_second, "Frames of a video in a second")
        ->check(CLI::Range(1, 120));
    command.add_option("--rest", words.tour.rest, "Seconds that a video rests at each stop")
        ->check(CLI::Range(0.1, 600.0));
    command.add_flag("--transparent", words.tour.transparent,
                     "Pictures of the skeleton alone, nothing behind it");
    command.add_flag("--no-labels", words.no_labels, "Pictures without words and names");
    command.add_option("--paper", words.paper, "Of a PDF, a4 where not given")
        ->check(one_of(c_papers));
    command.add_option("--theme", words.theme, "Dark where not given; of a PDF, light")
        ->check(one_of(theme_words()));
    command.add_flag("--tell", words.tour.tell,
                     "Tell on standard output how far it is: done, total and words, a line each");
    add_language_option(command, language);
    add_model_option(command, words.model);
}

WriteTour tour_of(const TourWords& words) {
    WriteTour tour = words.tour;
    if (!words.pictures.empty()) {
        tour.form = ui::TourForm::pictures;
        tour.out = words.pictures;
    } else if (!words.video.empty()) {
        tour.form = ui::TourForm::video;
        tour.out = words.video;
    } else {
        tour.out = words.pdf;
        tour.theme = session::ThemeChoice::light;
    }
    if (const auto size = parse_size(words.size)) {
        std::tie(tour.width, tour.height) = *size;
    }
    if (!words.theme.empty()) {
        tour.theme = theme_words().at(words.theme);
    }
    tour.labels = !words.no_labels;
    tour.paper = c_papers.at(words.paper);
    tour.model = source_of(words.model);
    return tour;
}

std::vector<std::string> words_of(const WriteTour& tour) {
    const char* const form = tour.form == ui::TourForm::video      ? "--video"
                             : tour.form == ui::TourForm::pictures ? "--png"
                                                                   : "--pdf";
    std::vector<std::string> words = {"tour", "export", tour.tour, form, tour.out.string()};
    const auto add = [&](const char* option, std::string value) {
        words.insert(words.end(), {option, std::move(value)});
    };
    if (tour.tell) {
        words.emplace_back("--tell");
    }
    if (!tour.model.builtin()) {
        add("--model", tour.model.path.string());
    }
    if (tour.model.options.metres_per_unit) {
        add("--unit", fmt::format("{}", *tour.model.options.metres_per_unit));
    }
    if (tour.model.options.up != anatomy::UpAxis::automatic) {
        add("--up", tour.model.options.up == anatomy::UpAxis::y ? "y" : "z");
    }
    return words;
}

} // namespace osteon::app
