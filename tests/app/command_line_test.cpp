#include "app/command_line.h"
#include "app/command_output.h"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace osteon;
using namespace osteon::app;

namespace {

Result<CommandLine> parse(std::initializer_list<const char*> words) {
    std::vector<const char*> all{"osteon"};
    all.insert(all.end(), words);
    return parse_command_line(static_cast<int>(all.size()), all.data());
}

template <class T>
T command(std::initializer_list<const char*> words) {
    const Result<CommandLine> line = parse(words);
    REQUIRE_MESSAGE(line.has_value(), describe(line.error()));
    REQUIRE(std::holds_alternative<T>(line->command));
    return std::get<T>(line->command);
}

} // namespace

TEST_CASE("no words open the window with the model used last") {
    CHECK_FALSE(command<OpenWindow>({}).model.has_value());
}

TEST_CASE("--model builtin is a choice, not the absence of one") {
    const OpenWindow window = command<OpenWindow>({"--model", "builtin"});
    REQUIRE(window.model.has_value());
    CHECK(window.model->builtin());
}

TEST_CASE("a shot takes all its options") {
    const TakeShot shot =
        command<TakeShot>({"shot",      "--out",     "a.png",  "--size",    "640x360",
                           "--scale",   "2",         "--view", "posterior", "--site",
                           "spine",     "--primary", "breast", "--select",  "femur_left,tibia_left",
                           "--isolate", "sacrum",    "--ui",   "--theme",   "light",
                           "--model",   "body.glb",  "--look", "radiograph"});
    CHECK(shot.out == "a.png");
    CHECK(shot.width == 640);
    CHECK(shot.height == 360);
    CHECK(shot.scale == doctest::Approx(2.0));
    CHECK(shot.view == session::StandardView::posterior);
    CHECK(shot.site == "spine");
    CHECK(shot.primary == "breast");
    CHECK(shot.select == std::vector<std::string>{"femur_left", "tibia_left"});
    CHECK(shot.isolate == std::vector<std::string>{"sacrum"});
    CHECK(shot.with_interface);
    CHECK(shot.look == session::Look::radiograph);
    CHECK(shot.theme == session::ThemeChoice::light);
    CHECK(shot.model.path == "body.glb");
}

TEST_CASE("a picture with the panels can show any page, level and drawer") {
    const TakeShot shot =
        command<TakeShot>({"shot", "--out", "a.png", "--ui", "--level", "plain", "--article",
                           "symptoms#warning", "--drawer", "library"});
    CHECK(shot.level == session::ReadingLevel::plain);
    CHECK(shot.article == "symptoms#warning");
    CHECK(shot.drawer == session::Drawer::library);
    const TakeShot table = command<TakeShot>({"shot", "--out", "a.png", "--ui", "--drawer",
                                              "matrix", "--matrix", "lesions", "--order", "body"});
    CHECK(table.drawer == session::Drawer::matrix);
    CHECK(table.matrix == session::MatrixFigures::lesions);
    CHECK(table.order == session::RegionOrder::by_body);
    const auto without_panels = parse({"shot", "--out", "a.png", "--article", "symptoms"});
    REQUIRE_FALSE(without_panels.has_value());
    CHECK(describe(without_panels.error()).find("--ui") != std::string::npos);
}

TEST_CASE("a route is shown by its id, or the first without one") {
    CHECK_FALSE(command<TakeShot>({"shot", "--out", "a.png"}).route);
    const TakeShot first = command<TakeShot>({"shot", "--route", "--out", "a.png"});
    CHECK(first.route);
    CHECK(first.route_id.empty());
    const TakeShot other = command<TakeShot>({"shot", "--out", "a.png", "--route", "arteries"});
    CHECK(other.route);
    CHECK(other.route_id == "arteries");
    CHECK(other.route_step == -1);
    const TakeShot step =
        command<TakeShot>({"shot", "--out", "a.png", "--route", "arteries", "--step", "2"});
    CHECK(step.route_step == 1); // told from 1, counted from 0
}

TEST_CASE("a shot without options but its file is 1920x1080, dark, built-in") {
    const TakeShot shot = command<TakeShot>({"shot", "--out", "a.png"});
    CHECK(shot.width == 1920);
    CHECK(shot.height == 1080);
    CHECK(shot.theme == session::ThemeChoice::dark);
    CHECK(shot.model.builtin());
    CHECK_FALSE(shot.with_interface);
}

TEST_CASE("import overrides reach the model source") {
    const InspectModel inspect =
        command<InspectModel>({"model", "inspect", "x.obj", "--unit", "0.001", "--up", "z"});
    CHECK(inspect.model.path == "x.obj");
    CHECK(inspect.model.options.metres_per_unit == doctest::Approx(0.001));
    CHECK(inspect.model.options.up == anatomy::UpAxis::z);
}

TEST_CASE("lists, checks and benches are told apart") {
    CHECK(command<PrintList>({"list", "sites", "--json"}).what == ListOf::sites);
    CHECK(command<PrintList>({"list", "glossary"}).what == ListOf::glossary);
    CHECK(command<PrintList>({"list", "references"}).what == ListOf::references);
    const auto landmarks = command<PrintList>({"list", "landmarks", "--bone", "femur_left"});
    CHECK(landmarks.what == ListOf::landmarks);
    CHECK(landmarks.bone == "femur_left");
    CHECK(command<CheckContent>({"content", "check", "some/folder"}).folder == "some/folder");
    CHECK(command<CheckContent>({"content", "check", "--complete"}).complete);
    CHECK(command<PrintList>({"list", "languages"}).what == ListOf::languages);
    CHECK(command<CheckContent>({"content", "check", "--against", "texts"}).against == "texts");
    CHECK(command<RunBench>({"bench", "idle", "--seconds", "3"}).seconds == doctest::Approx(3.0));
    CHECK(std::holds_alternative<ShowVersion>(parse({"--version"})->command));
}

TEST_CASE("help of a command names its options") {
    CHECK(command<ShowHelp>({"shot", "--help"}).text.find("--isolate") != std::string::npos);
    CHECK(command<ShowHelp>({"--help"}).text.find("does not diagnose") != std::string::npos);
}

TEST_CASE("a recipe is opened with or without a reference laid over it") {
    const auto alone = command<OpenWindow>({"--recipe", "femur.recipe"});
    REQUIRE(alone.recipe.has_value());
    CHECK(alone.recipe->file == "femur.recipe");
    CHECK(alone.recipe->reference.empty());
    const auto over = command<OpenWindow>({"--recipe", "femur.recipe", "--reference", "bones"});
    CHECK(over.recipe->reference == "bones");
    CHECK_FALSE(command<OpenWindow>({}).recipe.has_value());
}

TEST_CASE("what the command line gets wrong is a usage error that says what was expected") {
    const std::initializer_list<std::initializer_list<const char*>> lines = {
        {"dance"},
        {"shot"},
        {"shot", "--out", "a.png", "--size", "1920"},
        {"shot", "--out", "a.png", "--size", "0x100"},
        {"shot", "--out", "a.png", "--size", "9000x9000"},
        {"shot", "--out", "a.png", "--size", "12x34x56"},
        {"shot", "--out", "a.png", "--view", "sideways"},
        {"shot", "--out", "a.png", "--scale", "9"},
        {"shot", "--out", "a.png", "--theme", "pink"},
        {"shot", "--out", "a.png", "--mode", "study"},
        {"shot", "--out", "a.png", "--study-file", "progress.sqlite3"},
        {"--theme", "light", "shot", "--out", "a.png"},
        {"--mode", "study", "list", "sites"},
        {"--model", "body.glb", "shot", "--out", "a.png"},
        {"list"},
        {"list", "muscles"},
        {"model"},
        {"model", "inspect"},
        {"content"},
        {"bench", "everything"},
        {"bench", "idle", "--seconds", "-1"},
        {"--model"},
        {"--recipe"},
        {"--reference", "bones"},
        {"--wings"},
    };
    for (const auto& words : lines) {
        const Result<CommandLine> line = parse(words);
        REQUIRE_FALSE(line.has_value());
        CHECK(line.error().fault == Fault::usage);
        CHECK_FALSE(line.error().reason.empty());
    }
}

TEST_CASE("a window asks for the file of a tour in words that the command line understands") {
    WriteTour wanted;
    wanted.tour = "why_the_spine";
    wanted.out = "a folder/tour.pdf";
    wanted.tell = true;
    for (const ui::TourForm form :
         {ui::TourForm::pdf, ui::TourForm::pictures, ui::TourForm::video}) {
        wanted.form = form;
        wanted.model.path = "skeleton.glb";
        wanted.model.options = {.metres_per_unit = 0.001F, .up = anatomy::UpAxis::z};
        std::vector<std::string> words = words_of(wanted);
        words.insert(words.begin(), {"osteon", "--content", "content"});
        words.insert(words.end(), {"--language", "de"});
        std::vector<const char*> pointers;
        for (const std::string& word : words) {
            pointers.push_back(word.c_str());
        }
        const auto line = parse_command_line(static_cast<int>(pointers.size()), pointers.data());
        REQUIRE_MESSAGE(line.has_value(), describe(line.error()));
        CHECK(line->language == "de");
        REQUIRE(std::holds_alternative<WriteTour>(line->command));
        const auto& read = std::get<WriteTour>(line->command);
        CHECK(read.tour == wanted.tour);
        CHECK(read.form == form);
        CHECK(read.out == wanted.out);
        CHECK(read.tell);
        CHECK(read.model == wanted.model);
    }
}
