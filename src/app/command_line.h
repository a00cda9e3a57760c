#pragma once

#include "anatomy/load.h"
#include "app/recipe_source.h"
#include "base/paper.h"
#include "session/action.h"
#include "ui/request.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace osteon::app {

// What the command line asks for: one of these.

struct ShowHelp {
    std::string text;
};
struct ShowVersion {};

/// The window.
struct OpenWindow {
    std::optional<anatomy::ModelSource> model;  ///< absent: the one used last
    std::optional<session::Mode> mode;          ///< absent: as remembered
    std::optional<session::ThemeChoice> theme;  ///< absent: as remembered
    std::optional<RecipeSource> recipe;         ///< to be shown in place of a model
    std::optional<std::string> language;        ///< absent: as remembered
    std::optional<std::chrono::sys_days> today; ///< in study mode, for tests; absent: the clock's
    std::filesystem::path session{};            ///< a session file to open; empty: none
    std::string tour{};                         ///< to be given at once; empty: none
    bool first_steps = false;                   ///< show the card of the first start again
    std::filesystem::path shaders; ///< drawn with, anew when one is saved; empty: the shipped ones
};

/// A picture without a window.
struct TakeShot {
    std::filesystem::path out;
    int width = 1920;
    int height = 1080;
    float scale = 0.0F; ///< of interface and labels; 0: 1, or by the height for labels alone
    std::optional<session::StandardView> view;
    std::optional<session::Look> look; ///< absent: see-through where a site is chosen, else solid
    std::optional<float> ghost;        ///< opacity of ghosts
    session::SectionPlane section;
    session::Explosion explosion;
    bool lesions = false;
    session::LesionCourse course = session::LesionCourse::none;
    float progress = 0.5F; ///< of the course
    bool route = false;
    std::string route_id; ///< empty: the primary's first
    int route_step = -1;  ///< from 0; below 0: the route as a whole
    bool labels = false;  ///< names of the bones
    std::string compared; ///< a second primary beside the first
    bool transparent = false;
    std::string site;
    std::string primary;
    std::vector<std::string> select;
    std::string landmark; ///< "bone#landmark"
    std::vector<std::string> isolate;
    bool with_interface = false;
    session::Mode mode = session::Mode::explore; ///< with the interface, as are those below
    bool panel_folded = false;
    session::Drawer drawer = session::Drawer::none;
    session::MatrixFigures matrix = session::MatrixFigures::estimates;
    session::RegionOrder order = session::RegionOrder::by_size;
    session::ReadingLevel level = session::ReadingLevel::clinical;
    std::string article;           ///< "article" or "article#section"; empty: what the choice opens
    std::filesystem::path session; ///< a session file whose stage and notes are drawn; empty: none
    std::string tour;              ///< shown as to a room; empty: none
    int stop = 1;                  ///< of the tour, from 1
    std::optional<std::string> palette; ///< open the command palette with this typed
    bool first_steps = false;           ///< with the card of the first start
    bool patterns = false;              ///< beside the colours of heat
    session::ThemeChoice theme = session::ThemeChoice::dark;
    std::string question; ///< id of a card of study mode whose question has the stage; empty: none
    std::string answer;   ///< of it: "right", "wrong" or "unknown"; empty: it is open
    std::filesystem::path progress_file; ///< file whose learner the home of study mode is about
    bool bone_heat = false;              ///< the hardest bones of that learner on the skeleton
    anatomy::ModelSource model;
};

enum class ListOf {
    bones,
    landmarks,
    regions,
    sites,
    primaries,
    articles,
    glossary,
    references,
    languages,
    quiz,
    tours,
    keys,
};
struct PrintList {
    ListOf what = ListOf::bones;
    bool json = false;
    std::string bone; ///< whose landmarks; empty: all
};

struct InspectModel {
    anatomy::ModelSource model;
    bool json = false;
};

struct CheckContent {
    std::filesystem::path folder;  ///< empty: the content that the program would use
    std::filesystem::path against; ///< texts that no sentence may copy; empty: none
    bool complete = false;         ///< what is not translated is a fault, too
};

/// The content as a site of plain pages.
struct ExportHtml {
    std::filesystem::path folder;
    std::string language; ///< empty: all
    bool pictures = true;
};

/// A sheet to take home.
struct MakeHandout {
    std::string site;
    std::string primary;
    Paper paper = Paper::a4;
    std::filesystem::path picture; ///< a PNG in place of what Osteon draws; empty: drawn
    std::filesystem::path out;     ///< empty: named by site and primary, in the current folder
    anatomy::ModelSource model;
};

/// A tour as files.
struct WriteTour {
    std::string tour; ///< id
    ui::TourForm form = ui::TourForm::pdf;
    std::filesystem::path out; ///< a folder for pictures, else a file
    int width = 1920;
    int height = 1080;
    int frames_per_second = 30;
    double rest = 6.0; ///< seconds that a video stays at each stop
    bool transparent = false;
    bool labels = true; ///< words and names
    Paper paper = Paper::a4;
    session::ThemeChoice theme = session::ThemeChoice::dark;
    bool tell = false; ///< how far it is, on standard output, a line each
    anatomy::ModelSource model;
};

enum class BenchOf {
    start,
    frame,
    idle,
    loss,
    pick,
    growth,
    anatomy,
    search,
    study,
    handout,
    video,
    modes
};
struct RunBench {
    BenchOf what = BenchOf::start;
    bool json = false;
    anatomy::ModelSource model;
    int width = 1280;
    int height = 720;
    double seconds = 30.0;           ///< of idling
    std::filesystem::path reference; ///< meshes to measure the anatomy against
};

using Command = std::variant<ShowHelp, ShowVersion, OpenWindow, TakeShot, PrintList, InspectModel,
                             CheckContent, ExportHtml, MakeHandout, WriteTour, RunBench>;

struct CommandLine {
    Command command;
    std::filesystem::path content; ///< --content; empty: beside the program
    std::string language;          ///< --language; empty: as remembered, or English
};

/// Reads the command line. Errors are Fault::usage and say what was expected.
Result<CommandLine> parse_command_line(int argc, const char* const* argv);

} // namespace osteon::app
