#include "app/command_shot.h"

#include <tuple>

namespace osteon::app {
namespace {

using session::Drawer;
using session::StandardView;

const std::map<std::string, StandardView> c_views = {
    {"anterior", StandardView::anterior}, {"posterior", StandardView::posterior},
    {"left", StandardView::left},         {"right", StandardView::right},
    {"superior", StandardView::superior}, {"inferior", StandardView::inferior}};
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
const std::map<std::string, Drawer> c_drawers = {
    {"search", Drawer::search},     {"skeleton", Drawer::skeleton},
    {"sites", Drawer::sites},       {"primaries", Drawer::primaries},
    {"matrix", Drawer::matrix},     {"library", Drawer::library},
    {"tours", Drawer::tours},       {"notes", Drawer::notes},
    {"settings", Drawer::settings}, {"help", Drawer::help}};
const std::map<std::string, session::MatrixFigures> c_matrices = {
    {"estimates", session::MatrixFigures::estimates},
    {"patients", session::MatrixFigures::patients},
    {"lesions", session::MatrixFigures::lesions}};
const std::map<std::string, session::RegionOrder> c_orders = {
    {"size", session::RegionOrder::by_size}, {"body", session::RegionOrder::by_body}};
const std::map<std::string, session::ReadingLevel> c_levels = {
    {"plain", session::ReadingLevel::plain}, {"clinical", session::ReadingLevel::clinical}};

void add_look_options(CLI::App& shot, ShotWords& words) {
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
    shot.add_option("--step", words.step, "Of --route: one of its steps, from 1")
        ->check(CLI::PositiveNumber)
        ->needs(words.route);
    shot.add_flag("--labels", words.labels, "Names of the bones");
    shot.add_option("--compare", words.compared, "A second primary beside the first");
    shot.add_flag("--transparent", words.transparent, "No ground behind the skeleton");
}

/// What stands in the panels around the stage.
void add_panel_options(CLI::App& shot, ShotWords& words) {
    CLI::Option* const with_interface =
        shot.add_flag("--ui", words.with_interface, "With the panels, as in the window");
    shot.add_flag("--folded", words.folded, "With --ui: the reading panel folded away")
        ->needs(with_interface);
    shot.add_option("--mode", words.mode, "With --ui: the room")
        ->check(one_of(mode_words()))
        ->needs(with_interface);
    CLI::Option* const tour =
        shot.add_option("--tour", words.tour, "With --ui: a tour, as the room sees it")
            ->needs(with_interface);
    shot.add_option("--stop", words.stop, "With --tour: its stop, from 1")
        ->check(CLI::Range(1, 999))
        ->needs(tour);
    shot.add_option("--drawer", words.drawer, "With --ui: the drawer that is open")
        ->check(one_of(c_drawers))
        ->needs(with_interface);
    shot.add_option("--matrix", words.matrix, "Of --drawer matrix: what its cells show")
        ->check(one_of(c_matrices))
        ->needs(with_interface);
    shot.add_option("--order", words.order, "With --ui: of the bars of a chart")
        ->check(one_of(c_orders))
        ->needs(with_interface);
    shot.add_option("--level", words.level, "With --ui: the level that is read")
        ->check(one_of(c_levels))
        ->needs(with_interface);
    shot.add_option(
            "--article", words.article,
            "With --ui: the article that is read, or article#section (osteon list articles)")
        ->needs(with_interface);
    CLI::Option* const question =
        shot.add_option("--question", words.question,
                        "With --ui: a question of study mode by its card, as find:femur_left")
            ->needs(with_interface);
    shot.add_option("--answer", words.answer, "Of --question: as it is answered")
        ->check(CLI::IsMember({"right", "wrong", "unknown"}))
        ->needs(question);
    CLI::Option* const progress =
        shot.add_option("--study-file", words.progress_file,
                        "With --ui --mode study: an exported progress file, which is not changed")
            ->needs(with_interface);
    shot.add_flag("--bone-heat", words.bone_heat, "Of --study-file: the hardest bones in colour")
        ->needs(progress);
    words.palette = shot.add_option("--palette", words.palette_words,
                                    "With --ui: the command palette open, with this typed")
                        ->expected(0, 1)
                        ->needs(with_interface);
    shot.add_flag("--first-steps", words.first_steps, "With --ui: the card of the first start")
        ->needs(with_interface);
    shot.add_flag("--patterns", words.patterns, "Patterns beside the colours of heat");
    shot.add_option("--theme", words.theme, "Theme of the picture, dark where not given")
        ->check(one_of(theme_words()));
}

} // namespace

CLI::App& add_shot(CLI::App& grammar, ShotWords& words, std::string& language) {
    CLI::App& shot = *grammar.add_subcommand("shot", "Draw a picture, also without a display");
    shot.add_option("--out", words.out, "The PNG file to write")->required();
    shot.add_option("--size", words.size, "Pixels, 1920x1080 where not given")
        ->check(size_validator());
    shot.add_option("--scale", words.scale, "Of interface and labels, 1 = 100 %")
        ->check(CLI::Range(0.5, 8.0));
    shot.add_option("--view", words.view, "Direction to look from")->check(one_of(c_views));
    add_look_options(shot, words);
    shot.add_option("--session", words.session, "A session file whose stage and notes are drawn")
        ->check(CLI::ExistingFile);
    shot.add_option("--site", words.site, "Choose a site (osteon list sites)");
    shot.add_option("--primary", words.primary, "Choose a primary (osteon list primaries)");
    shot.add_option("--select", words.select, "Bones to select, with commas")->delimiter(',');
    shot.add_option("--landmark", words.landmark,
                    "Landmark to go to, bone#landmark (osteon list landmarks)");
    shot.add_option("--isolate", words.isolate, "Bones to show alone, with commas")->delimiter(',');
    add_panel_options(shot, words);
    add_language_option(shot, language);
    add_model_option(shot, words.model);
    return shot;
}

TakeShot shot_of(const ShotWords& words) {
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
    shot.route_step = words.step - 1;
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
    if (!words.mode.empty()) {
        shot.mode = mode_words().at(words.mode);
    }
    if (!words.drawer.empty()) {
        shot.drawer = c_drawers.at(words.drawer);
    }
    shot.matrix = c_matrices.at(words.matrix);
    shot.order = c_orders.at(words.order);
    shot.level = c_levels.at(words.level);
    shot.article = words.article;
    shot.question = words.question;
    shot.answer = words.answer;
    shot.progress_file = words.progress_file;
    shot.bone_heat = words.bone_heat;
    shot.session = words.session;
    if (words.palette->count() > 0) {
        shot.palette = words.palette_words;
    }
    shot.first_steps = words.first_steps;
    shot.patterns = words.patterns;
    shot.theme = words.theme.empty() ? session::ThemeChoice::dark : theme_words().at(words.theme);
    shot.tour = words.tour;
    shot.stop = words.stop;
    shot.model = source_of(words.model);
    return shot;
}

} // namespace osteon::app
