#pragma once

#include "anatomy/load.h"
#include "anatomy/registry.h"
#include "knowledge/knowledge.h"
#include "session/bone_heat.h"
#include "session/camera.h"
#include "session/lecture.h"
#include "session/look.h"
#include "session/notes_action.h"
#include "session/question_stage.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace osteon::session {

using knowledge::ReadingLevel;

/// The rooms in which the atlas is used: each a layout and defaults over the same session.
enum class Mode { explore, lecture, bedside, study };
enum class ThemeChoice { dark, light, contrast };
enum class MotionChoice { system, full, reduced }; ///< system: as the desktop has it
enum class Drawer {
    none,
    search,
    skeleton,
    sites,
    primaries,
    matrix,
    library,
    tours,
    notes,
    settings,
    help
};
enum class RegionOrder { by_size, by_body }; ///< of the bars of a chart: body, from head to foot
enum class MatrixFigures { estimates, patients, lesions }; ///< what the matrix of primaries shows
enum class SelectMode { replace, toggle };

// What a user can do. Each is plain data; apply() in session.h carries it out.

struct Select { ///< no bones with replace: nothing is selected
    std::vector<BoneIndex> bones;
    SelectMode mode = SelectMode::replace;
    bool frame = false; ///< fly to what is selected
};
struct SelectLandmark { ///< its bone is selected, and the camera flies to it
    LandmarkIndex landmark = anatomy::no_landmark;
};
struct EscapeOutward {
}; ///< note that is written → tool → what is on the stage: landmark → bone → region → nothing; step
   ///< of a route → its whole; part → site → whole skeleton; comparison → primary → none
struct Hide {
    std::vector<BoneIndex> bones;
};
struct Reveal {
    std::vector<BoneIndex> bones;
};
struct Isolate {
    std::vector<BoneIndex> bones;
}; ///< only these are shown
struct FadeRest {
    bool on = true;
};               ///< all but the selection becomes a ghost
struct SetLook { ///< see-through only where something is chosen
    Look look = Look::solid;
};
struct SetWindowLevel { ///< by hand, each step of a drag; not an undo step
    WindowLevel value;
};
// By hand too: all steps of a drag, and of drags in a row, are one step of undo.
struct SetGhostOpacity {
    float opacity = 0.2F;
};
struct SetScanIntensity { ///< of the bone scan's film, scan_intensity_limits
    float intensity = 1.0F;
};
struct SetSection {
    SectionPlane plane;
};
struct SetExplosion {
    Explosion explosion;
};
struct ShowLesions { ///< of the chosen primary's pattern
    bool on = true;
};
struct SetLesionCourse {
    LesionCourse course = LesionCourse::none;
    float progress = 0.0F; ///< 0: first deposit; 1: risk of fracture
};
struct ShowRoute { ///< how the chosen primary reaches bone
    bool on = true;
    std::string id{}; ///< of one of its routes; empty: the first
};
struct ShowRouteStep { ///< one step of a route of the chosen primary, and the camera flies there
    std::string id{};  ///< of the route; empty: the first
    int step = 0;      ///< from 0; below 0: the route as a whole
};
struct WalkRoute { ///< to a later (1) or earlier (-1) step; past either end: the route as a whole
    int by = 1;
};
struct ShowBoneLabels {
    bool on = true;
};
struct ComparePrimary { ///< beside the chosen one
    std::string id;     ///< empty: none
};
struct ShowAll {};
struct ChooseSite {
    std::string id;
}; ///< empty: none
struct ChoosePrimary {
    std::string id;
};
struct OpenArticle { ///< adds to the reading history
    std::string id;
    std::string section; ///< anchor; empty: the top
};
struct NavigateBack {};
struct NavigateForward {};
struct FollowBone {
    std::string id;
};                   ///< a link in a text, to a bone or "bone#landmark": select it and fly there
struct ShowPicture { ///< of a text: the stage becomes what it shows
    knowledge::LivePicture picture;
};
struct SetCamera {
    CameraPose pose;
}; ///< by hand, each step of a drag; not an undo step
struct LookFrom {
    StandardView view = StandardView::anterior;
};
struct Home {};           ///< whole skeleton from the start direction
struct FrameSelection {}; ///< or the site, or the whole skeleton
struct FocusHotspot {
    int step = 1;
}; ///< Tab walks the hotspots
struct OpenFocusedHotspot {};
struct SetLevel {
    ReadingLevel level = ReadingLevel::clinical;
};
struct SetTheme {
    ThemeChoice theme = ThemeChoice::dark;
};
struct SetScale {
    float scale = 1.0F;
}; ///< interface scale, 0.75 to 3; 0: from the monitor
struct SetTextSize {
    float factor = 1.0F;
};                   ///< of the reading panel, 0.8 to 1.6
struct SetLanguage { ///< of texts and interface; the id of a folder of texts: "de"
    std::string id{knowledge::base_language};
};
struct SetMotion {
    MotionChoice motion = MotionChoice::system;
};
struct SetPatterns { ///< beside the colours of heat
    bool on = true;
};
struct SetSpeech { ///< of the name of what is chosen
    bool on = true;
};
struct BindKey {
    std::string command; ///< its id
    std::string keys;    ///< as in Settings::keys
};
struct ResetKeys {       ///< to the usual ones
    std::string command; ///< empty: of all commands
};
struct EndFirstSteps {}; ///< they are never shown again
struct SetDimRest {      ///< of the skeleton, while a site is chosen and bones are solid
    bool on = true;
};
struct SetMode { ///< all that is chosen and open stays
    Mode mode = Mode::explore;
};
struct SayPrimary {   ///< of the patient, at the bedside
    std::string id{}; ///< empty: not said
};
struct ClearTalk {}; ///< all that was chosen, marked, drawn and read is forgotten, beyond undo
// A lecture. Starting a tour is one step of undo; what follows is none.
struct StartTour {
    std::string id;
    std::size_t stop = 0;
};
struct GoToStop { ///< of the tour that runs; past its end: the last
    std::size_t stop = 0;
};
struct WalkTour { ///< to a later (1) or earlier (-1) stop; the ends stay where they are
    int by = 1;
};
struct EndTour {}; ///< the stage stays as the last stop left it
struct ContinueTour {
};                    ///< the tour that was ended last, at the stop where it was left, with its ink
struct ShowTourStop { ///< on the stage, without giving the tour to a room
    std::string id;
    std::size_t stop = 0;
};
struct BlankScreen {
    bool on = true;
};
struct HoldTool {
    LectureTool tool = LectureTool::none;
};
struct TakePen { ///< and hold it
    InkPen pen = InkPen::ink;
};
struct DrawOver { ///< a point of a line over the picture, in shares of its width and height
    glm::vec2 point{0.0F};
    bool begins = false; ///< a line of its own; else it goes on from the last point
};
struct UndoDrawing {};  ///< takes the last line of this stop back
struct ClearDrawing {}; ///< all lines of this stop
// Tours of the user's own, with an undo of their own.
struct PutTour { ///< in the place of the one with its id, or a new one
    knowledge::Tour tour;
    std::string field{}; ///< typed in: changes of one in a row are one step of undo; empty: none
};
struct RemoveTour {
    std::string id;
};
struct RecordStop { ///< the stage and the camera as they are, added to a tour of the user's own
    std::string id;
    std::string title;
};
struct UndoTours {};
struct OpenDrawer {
    Drawer drawer = Drawer::none;
};
struct FoldPanel {
    bool folded = true;
};
struct SetPanelWidth {
    float width = 560.0F;
}; ///< px at 100 %
struct SetDrawerWidth {
    float width = 280.0F;
};
struct ShowUncheckedFigures {
    bool on = true;
};
struct SortRegions {
    RegionOrder order = RegionOrder::by_size;
};
struct ShowInMatrix {
    MatrixFigures figures = MatrixFigures::estimates;
};
struct ShowLandmarks { ///< of the selected bone, on the stage
    bool on = true;
};
struct SetModel {
    anatomy::ModelSource source;
};
struct ShowQuestion { ///< of study mode; what is on the stage waits for LeaveQuestion
    QuestionStage shown;
    bool keeps_camera = false;  ///< it flies nowhere
    std::optional<float> yaw{}; ///< radians; absent: as the camera stands
    std::optional<float> pitch{};
    std::vector<BoneIndex> only{}; ///< empty: everything is shown
    bool apart = false;            ///< bone by bone
    std::string lesions_of{};      ///< id of a primary; empty: none are drawn
};
struct LeaveQuestion {}; ///< back to what was on the stage before
struct ShowBoneHeat {    ///< on the skeleton, in study mode; empty: none
    std::vector<BoneHeat> heat;
};
struct Undo {};
struct Redo {};
struct StepThroughTime { ///< several at once: below 0 undone, above 0 done again
    int steps = 0;
};

using Action =
    std::variant<Select, SelectLandmark, EscapeOutward, Hide, Reveal, Isolate, FadeRest, SetLook,
                 SetWindowLevel, SetGhostOpacity, SetScanIntensity, SetDimRest, SetSection,
                 SetExplosion, ShowLesions, SetLesionCourse, ShowRoute, ShowRouteStep, WalkRoute,
                 ShowBoneLabels, ComparePrimary, ShowAll, ChooseSite, ChoosePrimary, OpenArticle,
                 NavigateBack, NavigateForward, FollowBone, ShowPicture, SetCamera, LookFrom, Home,
                 FrameSelection, FocusHotspot, OpenFocusedHotspot, SetLevel, SetTheme, SetScale,
                 SetTextSize, SetLanguage, SetMotion, SetPatterns, SetSpeech, BindKey, ResetKeys,
                 EndFirstSteps, SetMode, SayPrimary, ClearTalk, StartTour, GoToStop, WalkTour,
                 EndTour, ContinueTour, ShowTourStop, BlankScreen, HoldTool, TakePen, DrawOver,
                 UndoDrawing, ClearDrawing, PutTour, RemoveTour, RecordStop, UndoTours, OpenDrawer,
                 FoldPanel, SetPanelWidth, SetDrawerWidth, ShowUncheckedFigures, SortRegions,
                 ShowInMatrix, ShowLandmarks, SetModel, ShowQuestion, LeaveQuestion, ShowBoneHeat,
                 AddPin, AddMark, AddInk, AddMeasure, SaveView, EditNote, SetMarkKind, RemoveNote,
                 ClearNotes, ShowNote, ShowView, SetTool, SetInk, DrawOnBone, EndDrawing, MeasureTo,
                 OpenNote, KeepNotes, TakeSavedSession, NameFile, Undo, Redo, StepThroughTime>;

} // namespace osteon::session
