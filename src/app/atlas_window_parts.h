#pragma once

#include "app/atlas_window.h"
#include "app/background_program.h"
#include "app/camera_pilot.h"
#include "app/cross_fade.h"
#include "app/desktop_motion.h"
#include "app/end_watch.h"
#include "app/folder_watch.h"
#include "app/live_pictures.h"
#include "app/model_loader.h"
#include "app/notes_keeper.h"
#include "app/outbox.h"
#include "app/piece_pilot.h"
#include "app/pointer_control.h"
#include "app/presenter_window.h"
#include "app/recipe_watch.h"
#include "app/remembered_settings.h"
#include "app/run_meter.h"
#include "app/speech.h"
#include "app/stage_view.h"
#include "app/start_reading.h"
#include "app/study_aim.h"
#include "app/study_desk.h"
#include "app/toasts.h"
#include "app/tours_keeper.h"
#include "app/window.h"
#include "app/window_title.h"
#include "render/frame_copy.h"
#include "render/renderer.h"
#include "ui/interface.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace osteon::app {

using session::Action;

/// After an event Dear ImGui needs further frames for hover and pop-ups to settle.
inline constexpr int c_frames_after_event = 3;

/// The running window: owns what lives as long as it, and draws a frame when something changed.
class AtlasWindow {
public:
    /// `remembered` is what the settings file holds; the session may differ by the command line.
    AtlasWindow(AtlasShelf& shelf, const Atlas& atlas, const WindowLimits& limits,
                ModelLoader& loader, const EndWatch& end, Window window, render::Renderer renderer,
                ui::Interface interface, session::Session session, session::Settings remembered)
        : shelf_(shelf)
        , atlas_(&atlas)
        , remember_(limits.remember)
        , meter_(limits)
        , window_(std::move(window))
        , renderer_(std::move(renderer))
        , interface_(std::move(interface))
        , session_(std::move(session))
        , saved_(std::move(remembered))
        , loader_(loader)
        , end_(end)
        , keeper_(users_keeper(limits.remember)) {}

    /// Begins with what is to be seen: the model of the settings, which `loader` loads already, or
    /// a recipe.
    void start(std::string warning, const OpenWindow& command);
    Result<WindowReport> run();

private:
    void take_news();
    WindowReport finish();

    // atlas_window_work.cpp: what comes from other threads.
    void take_model();
    void take_recipe();
    void take_shaders();
    void show_overlay();

    // atlas_window_input.cpp
    void take_files();
    void take_pointer();
    void act(const std::vector<Action>& actions);
    void bring_section(const Action& action);
    void speak(const std::string& language);

    // atlas_window_notes.cpp
    NoteSurroundings note_surroundings(std::size_t pane) const;

    // atlas_window_files.cpp
    void begin_files(const std::filesystem::path& file);
    void keep_notes();
    void note_action(const Action& action);
    bool ends();
    void leave_notes();
    void answer(const ui::SaveSession& request);
    void answer(const ui::OpenSession& request);
    void answer(const ui::AnswerOpen& request);
    void answer(const ui::AnswerRecovery& request);
    void answer(const ui::AnswerClose& request);

    void answer(const std::vector<ui::Request>& requests);
    void answer(const ui::Quit& request);

    // atlas_window_study.cpp
    void follow_study();
    void show_question();
    void say_of_study();
    bool answers_question(const Action& action);
    bool aims_at_bone(const Action& action);
    std::vector<anatomy::BoneIndex> bones_to_aim_at() const;
    void answer(const ui::SetWishes& request);
    void answer(const ui::StartStudy& request);
    void answer(const ui::AnswerQuestion& request);
    void answer(const ui::GiveHint& request);
    void answer(const ui::NextQuestion& request);
    void answer(const ui::ReadWhy& request);
    void answer(const ui::EndStudy& request);
    // atlas_window_progress.cpp
    void answer(const ui::ProgressRequest& request);
    void import_progress(const std::string& file);
    // atlas_window_speech.cpp: what the desktop offers and asks for.
    void answer(const ui::SayAloud& request);
    void say_choice_aloud();
    void take_desktop();

    // atlas_window_lecture.cpp
    void answer(const ui::FillScreen& request);
    void answer(const ui::ShowPresenter& request);
    session::World world() const;
    void begin_lecture(const OpenWindow& command);
    void follow_lecture();
    void say_where_left();
    void take_presenter_events();
    bool presenter_is_due() const;
    void draw_presenter();
    double lecture_seconds() const;

    // atlas_window_tours.cpp: those that ship, and the files of the user's own.
    bool wants_tours() const;
    void load_tours();
    void load_own_tours();
    void keep_tours();
    bool write_tours();
    void say_unsaved_tours(const Error& error);
    void say_saved_tours();
    std::span<const std::string> unsaved_tours() const;
    void leave_tours();
    void take_tour(const std::filesystem::path& file);
    void answer(const ui::ShareTour& request);
    void answer(const ui::SaveTours& request);
    void answer(const ui::AnswerTours& request);

    // atlas_window_output.cpp: what goes out of the program.
    void answer(const ui::SavePicture& request);
    void answer(const ui::ExportTour& request);
    void answer(const ui::WriteHandout& request);
    void answer(const ui::CancelTask& request);
    session::Session standing_session() const;
    void work_on_outbox();
    void take_export();
    std::optional<ui::TaskView> task() const;
    void say_written(const std::filesystem::path& file, const Result<void>& written);

    // atlas_window_frame.cpp
    void move_camera(const view::Layout& layout);
    void move_pieces();
    void draw_frame();
    ui::FrameOutput draw_picture(const view::Layout& layout);
    void say_renderer_fault();
    Result<void> renew_context();
    Result<void> rehearse_loss();
    void finish_frame(const ui::FrameOutput& output);
    ui::FrameOutput draw_interface(const view::Layout& layout);
    view::Layout layout() const;
    float scale() const;
    Hit hit_at(glm::vec2 pixel) const;
    std::size_t pane_at(glm::vec2 pixel) const;
    bool jumped(const PointerEvent& event) const;
    bool moving() const;
    /// An empty stage is good enough as it is.
    bool wants_refinement() const { return stage_.loaded() && renderer_.wants_refinement(); }
    bool in_motion() const { return pilot_.flying() || pieces_.moving(); }
    bool expects_model() const;
    double wait_seconds() const;
    double seconds_to_chore() const;
    bool frame_is_due() const;
    bool works() const;
    void say(std::string text, bool error);
    void drop_old_toasts();
    void save_settings_if_changed();
    void draw_pictures(std::span<const ui::WantedPicture> wanted);
    void name_window();
    bool settled() const;

    AtlasShelf& shelf_;
    const Atlas* atlas_; ///< in the language of the settings
    bool remember_;      ///< write the settings
    RunMeter meter_;
    Window window_;
    render::Renderer renderer_;
    ui::Interface interface_;
    LivePictures pictures_; ///< of the texts
    CrossFade cross_fade_;  ///< in place of a flight
    session::Session session_;
    session::Settings saved_;
    StageView stage_;
    ModelLoader& loader_;
    const EndWatch& end_;
    RecipeSource live_;
    std::optional<RecipeWatch> recipe_; ///< in place of a model
    std::filesystem::path shaders_;
    std::optional<FolderWatch> shader_watch_;
    std::string renderer_fault_; ///< as said last; empty: none
    anatomy::ModelSource loaded_source_;
    anatomy::ModelSource wanted_source_;
    PointerControl pointer_;
    view::Pointing pointing_;
    std::vector<view::Pane> panes_; ///< as last drawn
    view::NotesPicture notes_;      ///< the same
    NotesKeeper keeper_;
    bool keep_failed_ = false;           ///< and was told
    bool asks_to_close_ = false;         ///< with notes that are not saved
    std::filesystem::path asks_to_open_; ///< in place of notes that no file holds; empty: nothing
    bool ends_without_asking_ = false;
    session::PlaneDirection section_direction_ = session::PlaneDirection::sagittal;
    bool pointer_on_stage_ = false;
    bool pointer_on_mark_ = false;
    glm::vec2 drawn_pointer_{0.0F}; ///< where the pointer was then
    CameraPilot pilot_;
    PiecePilot pieces_;
    StudyDesk study_;
    double answered_at_ = -1.0; ///< by a click on a bone, seconds
    BoneAim aim_;
    int frames_due_ = c_frames_after_event;
    bool more_frames_ = false;
    std::optional<double> next_frame_at_; ///< something in the interface changes by itself then
    bool quit_ = false;
    double task_started_ = 0.0;
    double task_frame_ = 0.0; ///< when the task's progress is shown next
    Toasts toasts_;
    BackgroundProgram export_{[] { Window::wake(); }};
    std::filesystem::path exported_; ///< what `export_` writes
    Outbox outbox_{[] { Window::wake(); }};
    std::size_t frames_ = 0;
    std::string title_;
    knowledge::Tours tours_;                ///< that ship, in `tours_language_`
    std::string tours_language_;            ///< empty: not loaded yet
    std::optional<ToursKeeper> own_tours_;  ///< their files
    bool asks_about_tours_ = false;         ///< to close with some that could not be written
    bool loses_tours_ = false;              ///< and shall
    std::string given_tour_;                ///< that runs
    int tours_begun_ = 0;                   ///< when the clock was set last
    double lecture_began_ = 0.0;            ///< seconds
    std::optional<render::FrameCopy> room_; ///< what the room sees, while the presenter is open
    std::unique_ptr<PresenterWindow> presenter_;
    int presenter_frames_ = 0; ///< due
    double presenter_drawn_ = 0.0;
    std::optional<glm::vec2> pointer_in_room_;
    Speech speech_{search_path()};
    std::string spoken_; ///< the name said last, or that would have been
    DesktopMotion desktop_motion_;
    bool first_steps_ = false; ///< the card of the first start may be shown
};

} // namespace osteon::app
