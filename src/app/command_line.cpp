#include "app/command_line.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <map>

namespace osteon::app {
namespace {

using session::StandardView;
using session::ThemeChoice;

constexpr int c_max_picture_side = 8192;

const std::map<std::string, StandardView> c_views = {
    {"anterior", StandardView::anterior}, {"posterior", StandardView::posterior},
    {"left", StandardView::left},         {"right", StandardView::right},
    {"superior", StandardView::superior}, {"inferior", StandardView::inferior}};
const std::map<std::string, ThemeChoice> c_themes = {{"dark", ThemeChoice::dark},
                                                     {"light", ThemeChoice::light},
                                                     {"contrast", ThemeChoice::contrast}};
const std::map<std::string, session::Look> c_looks = {
    {"solid", session::Look::solid},           {"ghost", session::Look::see_through},
    {"radiograph", session::Look::radiograph}, {"bonescan", session::Look::bone_scan},
    {"section", session::Look::section},       {"explode", session::Look::exploded}};
const std::map<std::string, session::PlaneDirection> c_planes = {
    {"sagittal", session::PlaneDirection::sagittal},
    {"coronal", session::PlaneDirection::coronal},
    {"transverse", session::PlaneDirection::transverse}};
const std::map<std::string, session::LesionCourse> c_courses = {
    {"femur", session::LesionCourse::femur}, {"vertebra", session::LesionCourse::vertebra}};
const std::map<std::string, bool> c_explosions = {{"region", false}, {"bone", true}};
const std::map<std::string, ListOf> c_lists = {
    {"bones", ListOf::bones},         {"landmarks", ListOf::landmarks},
    {"regions", ListOf::regions},     {"sites", ListOf::sites},
    {"primaries", ListOf::primaries}, {"articles", ListOf::articles},
    {"glossary", ListOf::glossary},   {"references", ListOf::references},
    {"languages", ListOf::languages}};
const std::map<std::string, BenchOf> c_benches = {
    {"start", BenchOf::start},    {"frame", BenchOf::frame}, {"idle", BenchOf::idle},
    {"loss", BenchOf::loss},      {"pick", BenchOf::pick},   {"growth", BenchOf::growth},
    {"anatomy", BenchOf::anatomy}};
const std::map<std::string, anatomy::UpAxis> c_up_axes = {
    {"auto", anatomy::UpAxis::automatic}, {"y", anatomy::UpAxis::y}, {"z", anatomy::UpAxis::z}};

/// A fixed set of words as an option's domain; the help lists them.
template <class T>
CLI::Validator one_of(const std::map<std::string, T>& words) {
    return CLI::IsMember(words);
}

/// "1920x1080" into two whole numbers.
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

/// The raw words of options that several commands share.
struct ModelWords {
    std::string model = "builtin";
    std::string up = "auto";
    double unit = 0.0;
};

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

/// The words as CLI11 leaves them, before they become a Command.
struct Words {
    ModelWords model;
    std::string content;
    std::string language;
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
    std::string bone;
    std::vector<std::string> isolate;
    bool with_interface = false;
    bool folded = false;
    bool json = false;
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

void add_language_option(CLI::App& app, Words& words) {
    app.add_option("--language", words.language, "Of the texts: en, de … (osteon list languages)");
}

void add_look_options(CLI::App& shot, Words& words) {
    shot.add_option("--look", words.look, "How the bones are shown; ghost: all but those chosen")
        ->check(one_of(c_looks));
    shot.add_option("--ghost", words.ghost, "Opacity of ghosts, 0.02 to 0.8")
        ->check(CLI::Range(session::ghost_limits.least, session::ghost_limits.most));
    shot.add_option("--plane", words.plane, "Of --look section")->check(one_of(c_planes));
    shot.add_option("--offset", words.offset, "Of the plane, metres towards left, front or top")
        ->check(
            CLI::Range(session::section_offset_limits.least, session::section_offset_limits.most));
    shot.add_flag("--flip", words.flip, "Cut away the other side of the plane");
    shot.add_option("--explode-by", words.explode_by, "Of --look explode: region or bone")
        ->check(one_of(c_explosions));
    shot.add_option("--amount", words.amount, "Of --look explode, 0 to 1")
        ->check(CLI::Range(0.0, 1.0));
    shot.add_flag("--lesions", words.lesions, "An illustration of the primary's lesions");
    shot.add_option("--course", words.course, "One lesion's course: femur or vertebra")
        ->check(one_of(c_courses));
    shot.add_option("--progress", words.progress, "Of the course, 0 first deposit to 1")
        ->check(CLI::Range(0.0, 1.0));
    words.route = shot.add_option("--route", words.route_id,
                                  "How the primary reaches bone; by the id of one of its routes")
                      ->expected(0, 1)
                      ->type_name("ID");
    shot.add_flag("--labels", words.labels, "Names of the bones");
    shot.add_option("--compare", words.compared, "A second primary beside the first");
    shot.add_flag("--transparent", words.transparent, "No ground behind the skeleton");
}

void add_shot(Grammar& grammar, Words& words) {
    grammar.shot = grammar.app.add_subcommand("shot", "Draw a picture, also without a display");
    CLI::App& shot = *grammar.shot;
    shot.add_option("--out", words.out, "The PNG file to write")->required();
    shot.add_option("--size", words.size, "Pixels, 1920x1080 where not given")
        ->check(size_validator());
    shot.add_option("--scale", words.scale, "Of interface and labels, 1 = 100 %")
        ->check(CLI::Range(0.5, 8.0));
    shot.add_option("--view", words.view, "Direction to look from")->check(one_of(c_views));
    add_look_options(shot, words);
    shot.add_option("--site", words.site, "Choose a site (osteon list sites)");
    shot.add_option("--primary", words.primary, "Choose a primary (osteon list primaries)");
    shot.add_option("--select", words.select, "Bones to select, with commas")->delimiter(',');
    shot.add_option("--landmark", words.landmark,
                    "Landmark to go to, bone#landmark (osteon list landmarks)");
    shot.add_option("--isolate", words.isolate, "Bones to show alone, with commas")->delimiter(',');
    shot.add_flag("--ui", words.with_interface, "With the panels, as in the window");
    shot.add_flag("--folded", words.folded, "With --ui: the reading panel folded away");
    shot.add_option("--theme", words.theme, "Theme of the picture, dark where not given")
        ->check(one_of(c_themes));
    add_language_option(shot, words);
    add_model_option(shot, words.model);
}

void add_other_commands(Grammar& grammar, Words& words) {
    grammar.list = grammar.app.add_subcommand("list", "Print what the atlas knows");
    grammar.list->add_option("what", words.list, "What to list")
        ->required()
        ->check(one_of(c_lists));
    grammar.list->add_option("--bone", words.bone, "For landmarks: of this bone only");
    grammar.list->add_flag("--json", words.json, "As JSON");
    add_language_option(*grammar.list, words);

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
    add_language_option(*grammar.export_content, words);
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
    grammar.app.add_option("--content", words.content, "Folder of the texts")->take_last();
    grammar.app.add_option("--theme", words.theme, "Theme of the window")->check(one_of(c_themes));
    add_language_option(grammar.app, words);
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
    add_shot(grammar, words);
    add_other_commands(grammar, words);
    grammar.app.require_subcommand(0, 1);
}

TakeShot shot_of(const Words& words) {
    TakeShot shot;
    shot.out = words.out;
    if (const auto size = parse_size(words.size)) {
        std::tie(shot.width, shot.height) = *size;
    }
    shot.scale = static_cast<float>(words.scale);
    if (!words.view.empty()) {
        shot.view = c_views.at(words.view);
    }
    if (!words.look.empty()) {
        shot.look = c_looks.at(words.look);
    }
    if (words.ghost > 0.0) {
        shot.ghost = static_cast<float>(words.ghost);
    }
    shot.section.direction = c_planes.at(words.plane);
    shot.section.offset = static_cast<float>(words.offset);
    shot.section.flipped = words.flip;
    shot.explosion = {static_cast<float>(words.amount), c_explosions.at(words.explode_by)};
    shot.lesions = words.lesions;
    if (!words.course.empty()) {
        shot.course = c_courses.at(words.course);
    }
    shot.progress = static_cast<float>(words.progress);
    shot.route = words.route->count() > 0;
    shot.route_id = words.route_id;
    shot.labels = words.labels;
    shot.compared = words.compared;
    shot.transparent = words.transparent;
    shot.site = words.site;
    shot.primary = words.primary;
    shot.select = words.select;
    shot.landmark = words.landmark;
    shot.isolate = words.isolate;
    shot.with_interface = words.with_interface;
    shot.panel_folded = words.folded;
    shot.theme = words.theme.empty() ? ThemeChoice::dark : c_themes.at(words.theme);
    shot.model = source_of(words.model);
    return shot;
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
        return shot_of(words);
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
    if (!words.theme.empty()) {
        window.theme = c_themes.at(words.theme);
    }
    if (!words.language.empty()) {
        window.language = words.language;
    }
    if (!words.recipe.empty()) {
        window.recipe = RecipeSource{words.recipe, words.reference, {}};
    }
    window.shaders = words.shaders;
    return window;
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
    return CommandLine{command_of(grammar, words), words.content, words.language};
}

} // namespace osteon::app
