#pragma once

#include "session/action.h"
#include "session/camera.h"
#include "session/notes.h"
#include "session/stage.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::session {

/// What the camera is asked to show next. The app resolves it to a pose with view::resolve() and
/// flies there; a pose by hand (SetCamera) cancels it.
struct CameraWish {
    std::vector<BoneIndex> bones; ///< to frame; empty: the whole skeleton
    std::optional<float> yaw;     ///< radians; absent: as the camera stands
    std::optional<float> pitch;
    std::optional<CameraPose> exact;               ///< from undo, redo: this pose and no framing
    LandmarkIndex landmark = anatomy::no_landmark; ///< to come near to; unplaced: as `bones`
    float seconds = 0.0F;                          ///< how long to fly there; 0: by the distance
    bool route_step = false;         ///< the vessels of the route's step are framed with the bones
    std::vector<BonePoint> places{}; ///< to come near to, all of them; empty: as `bones`
    bool operator==(const CameraWish&) const = default;
};

/// A place in the texts.
struct ReadingPlace {
    std::string article; ///< empty: the start page; page_of_bone(): what is known of a bone
    std::string section;
    bool operator==(const ReadingPlace&) const = default;
};

/// The page that tells all that is known of a bone, by its id: "bone:femur_left".
std::string page_of_bone(std::string_view bone);
/// The bone of such a page, or no_bone.
BoneIndex bone_of_page(std::string_view page, const anatomy::Registry& registry);

/// The reading history, as in a browser: places[current] is open.
struct Reading {
    std::vector<ReadingPlace> places{ReadingPlace{}};
    std::size_t current = 0;
    const ReadingPlace& here() const { return places[current]; }
    bool can_go_back() const { return current > 0; }
    bool can_go_forward() const { return current + 1 < places.size(); }
    bool operator==(const Reading&) const = default;
};

/// The user's keys in place of the usual ones, by the id of a command: "Ctrl+K"; several with
/// blanks between them; empty: the command has no key.
using KeyBindings = std::map<std::string, std::string>;

/// What is remembered from one start to the next.
struct Settings {
    Mode mode = Mode::explore;
    ThemeChoice theme = ThemeChoice::dark;
    float scale = 0.0F; ///< 0: from the monitor
    float text_size = 1.0F;
    std::string language{knowledge::base_language};
    ReadingLevel level = ReadingLevel::clinical;
    MotionChoice motion = MotionChoice::system;
    bool patterns = false; ///< beside the colours of heat
    bool speech = false;   ///< the name of what is chosen is spoken
    bool first_steps_done = false;
    KeyBindings keys;
    bool show_unchecked = true;
    RegionOrder region_order = RegionOrder::by_size;
    MatrixFigures matrix = MatrixFigures::estimates;
    bool show_landmarks = true; ///< of the selected bone
    bool dim_rest = true;       ///< of the solid skeleton while a site is chosen
    Drawer drawer = Drawer::none;
    bool panel_folded = false;
    float panel_width = 560.0F;
    float drawer_width = 280.0F;
    int window_width = 1280;
    int window_height = 800;
    anatomy::ModelSource model;
    bool operator==(const Settings&) const = default;
};

/// One step of undo: what it changed, as that was before, and its name, which goes on from "Undo":
/// "hiding 12 ribs".
struct UndoStep {
    std::string name;
    std::optional<Stage> stage;         ///< absent: the step left the stage as it was
    std::shared_ptr<const Notes> notes; ///< null: it left the notes as they were
    /// The session file that the notes were of; absent: the step left that as it was.
    std::optional<std::filesystem::path> file{};
    /// The skeleton that was shown; absent: the step left that as it was.
    std::optional<anatomy::ModelSource> model{};
    /// Which notes came of a talk; absent: the step was none of leaving the bedside.
    std::optional<std::vector<NoteId>> of_talk{};
};

/// What a question of study mode took the place of.
struct Interrupted {
    Stage stage;
    std::vector<UndoStep> undo;
    std::vector<UndoStep> redo;
};

/// What was written, read and done, of which the bedside has its own.
struct Papers {
    Reading reading;
    Notes notes;
    NoteDesk desk;
    std::vector<UndoStep> undo;
    std::vector<UndoStep> redo;
};

/// A place that was chosen at the bedside and taken along to the other rooms.
struct TakenPlace {
    std::string site;
    std::vector<BoneIndex> selection;
    Stage before;         ///< of the other rooms, without it
    Reading pages_before; ///< of the other rooms, before its article was opened there
    Reading pages;        ///< after that
};

/// A talk at the bedside. It lives in memory alone; session/talk.h has its rules.
struct Talk {
    std::string primary; ///< the cancer that was said to be the patient's; id, empty: not said
    Stage before;        ///< at the bedside: the stage that the other rooms left
    Papers papers;       ///< at the bedside those of the other rooms; elsewhere those of the talk
    std::vector<NoteId> kept{};      ///< its notes among those of the other rooms
    std::optional<TakenPlace> taken; ///< what it left on their stage
};

/// What the user sees and did.
struct Session {
    Stage stage;
    Reading reading;
    Settings settings;
    std::string focused_hotspot; ///< site id with the keyboard focus; empty: none
    std::optional<CameraWish> wish;
    int wish_serial = 0; ///< grows with every new wish, so that equal wishes in a row are noticed
    Notes notes;
    NoteDesk desk;
    std::filesystem::path file; ///< the notes were read from or saved to; empty: none
    std::vector<UndoStep> undo; ///< newest last
    std::vector<UndoStep> redo; ///< the next to do again last
    Lecture lecture;
    OwnTours own_tours;
    std::optional<Interrupted> interrupted; ///< while a question has the stage
    Talk talk;
    bool system_reduces_motion = false; ///< the desktop's own setting
};

/// What apply() looks things up in.
struct World {
    const anatomy::Registry& registry;
    const knowledge::Knowledge& knowledge;
    const anatomy::Surroundings* around = nullptr;       ///< none: no organs and vessels are shown
    const std::vector<knowledge::Tour>* tours = nullptr; ///< that ship; none: not loaded
};

/// Carries an action out. Unknown ids change nothing, and while a question hides names nothing that
/// could give them away is carried out. The only way in which a session changes.
void apply(Session& session, const Action& action, const World& world);

/// "Undo hiding 12 ribs" and the like; empty where there is nothing to undo or redo.
std::string undo_label(const Session& session, const knowledge::Language& language = {});
std::string redo_label(const Session& session, const knowledge::Language& language = {});

/// The route that the stage shows, or nullptr. Films, scans and bones that are moved apart show
/// none: there is no place for it.
const knowledge::Route* route_of(const Stage& stage, const World& world);

/// The step of that route that is told just now, or nullptr: the route is shown as a whole.
const knowledge::RouteStep* route_step_of(const Stage& stage, const World& world);

/// The look that the stage shows.
Look look_of(const Stage& stage);
/// Whether the two views of a bone scan are shown: the camera does not turn then.
bool is_scan(const Stage& stage);
/// Whether two primaries are compared.
bool is_compared(const Stage& stage);
/// Window and level of the radiograph while it is shown.
std::optional<WindowLevel> film_of(const Stage& stage);
/// How strongly the bone scan is developed while it is shown.
std::optional<float> scan_intensity_of(const Stage& stage);

/// Whether study mode shows on the skeleton how hard bones are for the learner.
bool shows_bone_heat(const Session& session);

/// Whether a question of study mode is open, so that nothing may give a name away.
bool names_hidden(const Stage& stage);

/// Whether views change at once instead of flying.
bool reduces_motion(const Session& session);

/// Is this entry shown at all?
bool is_hidden(const Stage& stage, BoneIndex bone);
bool is_selected(const Stage& stage, BoneIndex bone);

} // namespace osteon::session
