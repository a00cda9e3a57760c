#include "app/command_line.h"

#include "app/command_output.h"
#include "app/command_shot.h"
#include "app/command_words.h"
#include "session/session_file.h"

#include <map>
#include <tuple>

namespace osteon::app {
namespace {

const std::map<std::string, ListOf> c_lists = {
    {"bones", ListOf::bones},         {"landmarks", ListOf::landmarks},
    {"regions", ListOf::regions},     {"sites", ListOf::sites},
    {"primaries", ListOf::primaries}, {"articles", ListOf::articles},
    {"glossary", ListOf::glossary},   {"references", ListOf::references},
    {"languages", ListOf::languages}, {"quiz", ListOf::quiz},
    {"tours", ListOf::tours},         {"keys", ListOf::keys}};
const std::map<std::string, BenchOf> c_benches = {
    {"start", BenchOf::start},     {"frame", BenchOf::frame},   {"idle", BenchOf::idle},
    {"loss", BenchOf::loss},       {"pick", BenchOf::pick},     {"growth", BenchOf::growth},
    {"anatomy", BenchOf::anatomy}, {"search", BenchOf::search}, {"study", BenchOf::study},
    {"handout", BenchOf::handout}, {"video", BenchOf::video},   {"modes", BenchOf::modes}};
/// The words as CLI11 leaves them, before they become a Command.
struct Words {
    ShotWords shot;
    HandoutWords handout;
    TourWords tour;
    ModelWords model;
    std::string content;
    std::string session;
    std::string language;
    std::string theme;
    std::string mode;
    std::string today;
    std::string given_tour;
    std::string size;
    std::string bone;
    bool json = false;
    bool first_steps = false;
    bool version = false;
    std::string list;
    std::string bench;
    std::string reference;
    std::string recipe;
    std::string shaders;
    std::string inspect_path;
    std::string check_folder;
    std::string check_against;
    bool complete = false;
    std::string export_folder;
    bool no_pictures = false;
    double seconds = 30.0;
};

struct Grammar {
    CLI::App app{"Osteon, an interactive atlas of the skeleton and of bone metastasis.\n"
                 "For teaching. It informs and does not diagnose.\n\n"
                 "Without a command it opens the window.",
                 "osteon"};
    CLI::App* shot = nullptr;
    CLI::App* list = nullptr;
    CLI::App* inspect = nullptr;
    CLI::App* check = nullptr;
    CLI::App* export_content = nullptr;
    CLI::App* bench = nullptr;
};

void add_other_commands(Grammar& grammar, Words& words) {
    grammar.list = grammar.app.add_subcommand("list", "Print what the atlas knows");
    grammar.list->add_option("what", words.list, "What to list")
        ->required()
        ->check(one_of(c_lists));
    grammar.list->add_option("--bone", words.bone, "For landmarks: of this bone only");
    grammar.list->add_flag("--json", words.json, "As JSON");
    add_language_option(*grammar.list, words.language);

    CLI::App* const model = grammar.app.add_subcommand("model", "Skeleton models");
    model->require_subcommand(1);
    grammar.inspect = model->add_subcommand("inspect", "Print which pieces are which bones");
    grammar.inspect->add_option("path", words.inspect_path, "A file, folder or zip")->required();
    grammar.inspect->add_flag("--json", words.json, "As JSON");
    add_import_options(*grammar.inspect, words.model);

    CLI::App* const content = grammar.app.add_subcommand("content", "Articles and patterns");
    content->require_subcommand(1);
    grammar.check = content->add_subcommand("check", "Report every fault of a content folder");
    grammar.check->add_option("folder", words.check_folder, "The program's own where not given");
    grammar.check->add_option(
        "--against", words.check_against,
        "Folder of texts: also report sentences that share more than 12 words "
        "in a row with one");
    grammar.check->add_flag("--complete", words.complete, "What is not translated is a fault, too");
    grammar.export_content = content->add_subcommand("export", "Write all texts as plain pages");
    grammar.export_content
        ->add_option("--html", words.export_folder,
                     "A new or empty folder, or that of an earlier export")
        ->required();
    add_language_option(*grammar.export_content, words.language);
    grammar.export_content->add_flag("--no-pictures", words.no_pictures,
                                     "Tell in words what pictures would show");

    grammar.bench = grammar.app.add_subcommand("bench", "Measure the program on this machine");
    grammar.bench->add_option("what", words.bench, "What to measure")
        ->required()
        ->check(one_of(c_benches));
    grammar.bench->add_flag("--json", words.json, "As JSON");
    grammar.bench->add_option("--size", words.size, "Pixels, 1280x720 where not given")
        ->check(size_validator());
    grammar.bench->add_option("--seconds", words.seconds, "How long to idle")
        ->check(CLI::Range(1.0, 600.0));
    grammar.bench->add_option("--reference", words.reference,
                              "For anatomy: folder of bone meshes in millimetres");
    add_model_option(*grammar.bench, words.model);
}

void describe_grammar(Grammar& grammar, Words& words) {
    grammar.app.option_defaults()->always_capture_default(false);
    grammar.app.add_flag("--version", words.version, "Versions of program, OpenGL and libraries");
    grammar.app.add_option("session", words.session, "A session file (.osteon) to open")
        ->check(CLI::Validator(
            [](std::string& path) {
                return session::is_session_file(path)
                           ? std::string()
                           : "'" + path + "' is neither a command nor a file that ends in .osteon";
            },
            "FILE", "session file"));
    grammar.app.add_option("--content", words.content, "Folder of the texts")->take_last();
    grammar.app.add_option("--mode", words.mode, "The room that the window begins in")
        ->check(one_of(mode_words()));
    grammar.app.add_option("--today", words.today, "For tests: the day that study mode goes by")
        ->check(day_validator());
    grammar.app.add_option("--tour", words.given_tour, "A tour to give at once, by its id");
    grammar.app.add_option("--theme", words.theme, "Theme of the window")
        ->check(one_of(theme_words()));
    grammar.app.add_flag("--first-steps", words.first_steps,
                         "Show the card of the first start again");
    add_language_option(grammar.app, words.language);
    add_model_option(grammar.app, words.model);
    CLI::Option* const recipe = grammar.app.add_option(
        "--recipe", words.recipe, "Show a bone's recipe, anew whenever it is saved");
    grammar.app
        .add_option("--reference", words.reference,
                    "With --recipe: folder of bone meshes to lay over it")
        ->needs(recipe);
    grammar.app
        .add_option("--shaders", words.shaders,
                    "Draw with the shaders of this folder, anew whenever one is saved")
        ->check(CLI::ExistingDirectory);
    grammar.shot = &add_shot(grammar.app, words.shot, words.language);
    add_handout(grammar.app, words.handout, words.language);
    add_tour_export(grammar.app, words.tour, words.language);
    add_other_commands(grammar, words);
    grammar.app.require_subcommand(0, 1);
}

RunBench bench_of(const Words& words) {
    RunBench bench;
    bench.what = c_benches.at(words.bench);
    bench.json = words.json;
    bench.model = source_of(words.model);
    bench.seconds = words.seconds;
    bench.reference = words.reference;
    if (const auto size = parse_size(words.size)) {
        std::tie(bench.width, bench.height) = *size;
    }
    return bench;
}

Command command_of(const Grammar& grammar, const Words& words) {
    if (words.version) {
        return ShowVersion{};
    }
    if (grammar.shot->parsed()) {
        return shot_of(words.shot);
    }
    if (words.handout.command->parsed()) {
        return handout_of(words.handout);
    }
    if (words.tour.command->parsed()) {
        return tour_of(words.tour);
    }
    if (grammar.list->parsed()) {
        return PrintList{c_lists.at(words.list), words.json, words.bone};
    }
    if (grammar.inspect->parsed()) {
        InspectModel inspect{source_of(words.model), words.json};
        inspect.model.path = words.inspect_path;
        return inspect;
    }
    if (grammar.check->parsed()) {
        return CheckContent{words.check_folder, words.check_against, words.complete};
    }
    if (grammar.export_content->parsed()) {
        return ExportHtml{words.export_folder, words.language, !words.no_pictures};
    }
    if (grammar.bench->parsed()) {
        return bench_of(words);
    }
    OpenWindow window;
    if (grammar.app.count("--model") > 0) {
        window.model = source_of(words.model);
    }
    window.tour = words.given_tour;
    if (!words.mode.empty()) {
        window.mode = mode_words().at(words.mode);
    }
    window.today = parse_day(words.today);
    if (!words.theme.empty()) {
        window.theme = theme_words().at(words.theme);
    }
    if (!words.language.empty()) {
        window.language = words.language;
    }
    if (!words.recipe.empty()) {
        window.recipe = RecipeSource{words.recipe, words.reference, {}};
    }
    window.first_steps = words.first_steps;
    window.shaders = words.shaders;
    if (!words.session.empty()) {
        window.session = std::filesystem::absolute(words.session);
    }
    return window;
}

/// An option of the window that was given with a command, which has no use for it; empty: none was.
std::string idle_option(const Grammar& grammar) {
    if (grammar.app.get_subcommands().empty()) {
        return {};
    }
    for (const CLI::Option* const option : grammar.app.get_options()) {
        const bool for_all = option->check_lname("content") || option->check_lname("language") ||
                             option->check_lname("help") || option->check_lname("version");
        if (option->count() > 0 && !for_all) {
            return option->get_name();
        }
    }
    return {};
}

} // namespace

Result<CommandLine> parse_command_line(int argc, const char* const* argv) {
    Grammar grammar;
    Words words;
    describe_grammar(grammar, words);
    try {
        grammar.app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        // The help of the innermost command that was named.
        const CLI::App* app = &grammar.app;
        while (!app->get_subcommands().empty()) {
            app = app->get_subcommands().front();
        }
        return CommandLine{ShowHelp{app->help()}, {}, {}};
    } catch (const CLI::ParseError& error) {
        return fail({Fault::usage, "command line", "", error.what(),
                     "See 'osteon --help' for the commands and their options"});
    }
    if (const std::string idle = idle_option(grammar); !idle.empty()) {
        return fail({Fault::usage, "command line", "",
                     idle + " is for the window, and does nothing before a command",
                     "Give the command its own options behind its name"});
    }
    return CommandLine{command_of(grammar, words), words.content, words.language};
}

} // namespace osteon::app
