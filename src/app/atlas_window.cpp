#include "app/atlas_window.h"

#include "app/camera_pilot.h"
#include "app/folder_watch.h"
#include "app/live_pictures.h"
#include "app/model_loader.h"
#include "app/piece_pilot.h"
#include "app/pointer_control.h"
#include "app/recipe_watch.h"
#include "app/remembered_settings.h"
#include "app/run_meter.h"
#include "app/stage_view.h"
#include "app/start_reading.h"
#include "app/toasts.h"
#include "app/window.h"
#include "app/window_title.h"
#include "render/renderer.h"
#include "ui/interface.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <memory>

namespace osteon::app {
namespace {

/// After an event Dear ImGui needs further frames for hover and pop-ups to settle.
constexpr int c_frames_after_event = 3;
/// How long the picture counts as moving after the last step of a wheel or drag, seconds.
constexpr double c_settle_time = 0.15;
constexpr int c_most_fade_frames = 500;
constexpr double c_task_delay = 0.2; ///< seconds before a task shows its progress
/// Between frames that show no more than a task's progress, seconds: the task has the processor.
constexpr double c_task_step = 0.25;
/// How long an empty stage is kept back at the start, seconds: a skeleton at hand comes sooner.
constexpr double c_model_patience = 0.3;
constexpr float c_near_pick = 4.0F; ///< px at 100 %: how far beside a thin bone a click may fall

using session::Action;

std::filesystem::path shaders_of(const Atlas& atlas, const OpenWindow& command) {
    return command.shaders.empty() ? atlas.folders.shaders : command.shaders;
}

/// The running window: owns what lives as long as it, and draws a frame when something changed.
class AtlasWindow {
public:
    /// `remembered` is what the settings file holds; the session may differ by the command line.
    AtlasWindow(AtlasShelf& shelf, const Atlas& atlas, const WindowLimits& limits,
                ModelLoader& loader, Window window, render::Renderer renderer,
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
        , loader_(loader) {}

    /// Begins with what is to be seen: the model of the settings, which `loader` loads already, or
    /// a recipe.
    void start(std::string warning, const OpenWindow& command);
    Result<WindowReport> run();

private:
    void take_model();
    void take_recipe();
    void take_shaders();
    void show_overlay();
    void take_files();
    void take_pointer();
    void act(const std::vector<Action>& actions);
    void bring_section(const Action& action);
    void speak(const std::string& language);
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
    bool moving() const;
    /// An empty stage is good enough as it is.
    bool wants_refinement() const { return stage_.loaded() && renderer_.wants_refinement(); }
    bool in_motion() const { return pilot_.flying() || pieces_.moving(); }
    bool expects_model() const;
    double wait_seconds() const;
    bool frame_is_due() const;
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
    session::Session session_;
    session::Settings saved_;
    StageView stage_;
    ModelLoader& loader_;
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
    session::PlaneDirection section_direction_ = session::PlaneDirection::sagittal;
    bool pointer_on_stage_ = false;
    bool pointer_on_mark_ = false;
    CameraPilot pilot_;
    PiecePilot pieces_;
    int frames_due_ = c_frames_after_event;
    bool more_frames_ = false;
    std::optional<double> next_frame_at_; ///< something in the interface changes by itself then
    bool quit_ = false;
    double task_started_ = 0.0;
    double task_frame_ = 0.0; ///< when the task's progress is shown next
    Toasts toasts_;
    std::size_t frames_ = 0;
    std::string title_;
};

void AtlasWindow::start(std::string warning, const OpenWindow& command) {
    wanted_source_ = session_.settings.model;
    shaders_ = shaders_of(*atlas_, command);
    if (!command.shaders.empty()) {
        shader_watch_.emplace(shaders_, std::vector<std::string>{".vert", ".frag", ".glsl"},
                              [] { Window::wake(); });
    }
    if (command.recipe) {
        live_ = *command.recipe;
        recipe_.emplace(live_, atlas_->registry, [] { Window::wake(); });
    }
    task_started_ = Window::now();
    session::apply(session_, session::Home{}, atlas_->world());
    if (!warning.empty()) {
        say(std::move(warning), true);
    }
    for (const knowledge::ContentFault& fault : atlas_->knowledge.faults) {
        say(atlas_->knowledge.language.tr(
                "Some texts have faults and are left out, the first in {}, line {}: {}. 'osteon "
                "content check' lists them all.",
                fault.file.filename().string(), fault.line, fault.expected),
            true);
        break;
    }
}

Result<WindowReport> AtlasWindow::run() {
    while (!window_.should_close() && !quit_) {
        if (wait_seconds() < 0.0) {
            save_settings_if_changed(); // a quiet moment, and perhaps the last one
        }
        if (window_.wait(wait_seconds())) {
            frames_due_ = c_frames_after_event;
        }
        const bool keep_back = expects_model();
        take_model();
        take_recipe();
        take_shaders();
        take_files();
        drop_old_toasts();
        if (window_.minimised()) {
            window_.wait(-1.0);
            continue;
        }
        if (keep_back && !stage_.loaded()) {
            continue;
        }
        if (frame_is_due()) {
            draw_frame();
            task_frame_ = Window::now() + c_task_step;
            frames_due_ = std::max(frames_due_ - 1, 0);
        }
        if (const auto renewed = renderer_.context_lost()       ? renew_context()
                                 : meter_.wants_loss(settled()) ? rehearse_loss()
                                                                : Result<void>{};
            !renewed) {
            return fail(renewed.error());
        }
        if (meter_.over(settled(), frames_, Window::now())) {
            break;
        }
    }
    const glm::ivec2 size = window_.size();
    session_.settings.window_width = size.x;
    session_.settings.window_height = size.y;
    save_settings_if_changed();
    WindowReport report = meter_.report();
    report.triangles = stage_.triangles();
    report.driver = renderer_.driver();
    return report;
}

/// Whether there is something new to show.
bool AtlasWindow::frame_is_due() const {
    const double now = Window::now();
    const bool task_due = loader_.busy() && now >= task_frame_;
    const bool change_due = next_frame_at_ && now >= *next_frame_at_;
    return frames_due_ > 0 || more_frames_ || in_motion() || task_due || change_due ||
           window_.has_pointer_events() || wants_refinement();
}

/// How long to sleep: not while something moves, without limit while nothing does.
double AtlasWindow::wait_seconds() const {
    if (expects_model()) {
        return std::max(task_started_ + c_model_patience - Window::now(), 0.001);
    }
    if (frames_due_ > 0 || more_frames_ || in_motion() || window_.has_pointer_events()) {
        return 0.0;
    }
    const double now = Window::now();
    double seconds = -1.0;
    const auto no_later_than = [&](double time) {
        const double left = std::max(time - now, 0.001);
        seconds = seconds < 0.0 ? left : std::min(seconds, left);
    };
    if (loader_.busy()) {
        no_later_than(task_frame_);
    }
    if (wants_refinement()) {
        no_later_than(pointer_.last_motion() + c_settle_time);
    }
    if (const auto end = toasts_.next_end()) {
        no_later_than(*end);
    }
    if (next_frame_at_) {
        no_later_than(*next_frame_at_);
    }
    if (const auto end = meter_.idle_end()) {
        no_later_than(*end);
    }
    return seconds;
}

/// At the start, whether the first frame waits for the skeleton instead of showing an empty stage.
bool AtlasWindow::expects_model() const {
    return frames_ == 0 && loader_.busy() && Window::now() - task_started_ < c_model_patience;
}

/// The first picture too: it comes at once, and the next one in full detail.
bool AtlasWindow::moving() const {
    return !meter_.had_picture() || in_motion() || pointer_.dragging() ||
           Window::now() - pointer_.last_motion() < c_settle_time;
}

float AtlasWindow::scale() const {
    return session_.settings.scale > 0.0F ? session_.settings.scale : window_.monitor_scale();
}

view::Layout AtlasWindow::layout() const {
    const glm::ivec2 size = window_.framebuffer_size();
    return view::compute_layout(static_cast<float>(size.x), static_cast<float>(size.y), scale(),
                                session_.settings, session_.stage);
}

void AtlasWindow::take_model() {
    std::optional<LoadedModel> loaded = loader_.take();
    if (!loaded) {
        return;
    }
    frames_due_ = c_frames_after_event;
    if (!loaded->model) {
        spdlog::error(describe(loaded->model.error()));
        say(describe(loaded->model.error()), true);
        const bool had_model = stage_.loaded();
        wanted_source_ = had_model ? loaded_source_ : anatomy::ModelSource{};
        session_.settings.model = wanted_source_;
        if (!had_model && !loaded->source.builtin()) {
            loader_.start(wanted_source_);
        }
        return;
    }
    loaded_source_ = loaded->source;
    stage_.show(std::move(*loaded->model), *atlas_, renderer_);
    pilot_.frame_again(session_);
}

/// Shows the recipe as it was saved last; a faulty one leaves the picture as it is and says why.
void AtlasWindow::take_recipe() {
    std::optional<Result<anatomy::SkeletonModel>> built = recipe_ ? recipe_->take() : std::nullopt;
    if (!built) {
        return;
    }
    toasts_.remove_errors();
    frames_due_ = c_frames_after_event;
    if (!*built) {
        say(describe(built->error()), true);
        return;
    }
    const bool first = !stage_.loaded();
    stage_.show(stage_model(std::move(**built), atlas_->registry), *atlas_, renderer_);
    if (first) {
        act({session::Home{}});
        show_overlay();
    }
}

/// Draws with the shaders as they were saved last; where one of them does not compile, with those
/// that did, and says why.
void AtlasWindow::take_shaders() {
    if (!shader_watch_ || !shader_watch_->take()) {
        return;
    }
    toasts_.remove_errors();
    frames_due_ = c_frames_after_event;
    if (const auto reloaded = renderer_.reload_shaders(shaders_); !reloaded) {
        spdlog::error(describe(reloaded.error()));
        say(describe(reloaded.error()), true);
    }
}

/// Makes window, renderer and interface anew, in a new context. Session, model, camera and messages
/// stay what they are.
Result<void> AtlasWindow::renew_context() {
    pictures_ = {};
    {
        const ui::Interface old_interface = std::move(interface_);
        const render::Renderer old_renderer = std::move(renderer_);
    }
    if (const auto reopened = window_.reopen(title_); !reopened) {
        return fail(reopened.error());
    }
    auto renderer = render::Renderer::create(Window::loader(), shaders_);
    if (!renderer) {
        return fail(renderer.error());
    }
    renderer_ = std::move(*renderer);
    auto interface = ui::Interface::create(window_.handle());
    if (!interface) {
        return fail(interface.error());
    }
    interface_ = std::move(*interface);
    stage_.upload(renderer_);
    frames_due_ = c_frames_after_event;
    return {};
}

/// Loses the context as a driver does, and looks whether the picture is the same afterwards.
Result<void> AtlasWindow::rehearse_loss() {
    const glm::ivec2 size = window_.framebuffer_size();
    const auto picture = [&] {
        bool more = true; // fades begin anew with a new interface
        for (int frame = 0; more || frame < c_frames_after_event; ++frame) {
            more = draw_picture(layout()).wants_more_frames && frame < c_most_fade_frames;
        }
        return renderer_.read_back(size.x, size.y).pixels;
    };
    const auto before = picture();
    if (const auto renewed = renew_context(); !renewed) {
        return fail(renewed.error());
    }
    meter_.note_loss(picture() == before);
    return {};
}

/// Fades the reference, so that the recipe's bones are seen within it.
void AtlasWindow::show_overlay() {
    std::vector<anatomy::BoneIndex> sculpted;
    for (const std::string& id : live_.overlays) {
        sculpted.push_back(atlas_->registry.find(id));
    }
    if (!sculpted.empty()) {
        act({session::Select{sculpted}, session::FadeRest{true}});
    }
}

void AtlasWindow::take_files() {
    for (const std::string& path : window_.take_dropped_files()) {
        anatomy::ModelSource source;
        source.path = path;
        act({session::SetModel{source}});
    }
}

/// In the pane under the pixel, or in the one that a drag began in.
Hit AtlasWindow::hit_at(glm::vec2 pixel) const {
    if (panes_.empty()) {
        return {};
    }
    return stage_.hit(renderer_, panes_[pane_at(pixel)], pixel, c_near_pick * scale());
}

std::size_t AtlasWindow::pane_at(glm::vec2 pixel) const {
    std::vector<view::Layout> layouts;
    for (const view::Pane& pane : panes_) {
        layouts.push_back(pane.layout);
    }
    return std::min(pointer_.held_pane().value_or(view::pane_at(layouts, pixel)),
                    layouts.size() - 1);
}

void AtlasWindow::take_pointer() {
    const auto offsets = stage_.offsets(view::spread_of(session_.stage));
    for (const PointerEvent& event : window_.take_pointer_events()) {
        if (panes_.empty()) {
            continue; // nothing is drawn yet
        }
        const std::size_t pane = pane_at(event.at);
        const session::CameraPose pose = view::pose_in_pane(session_.stage, pane, pilot_.pose());
        const PointerSurroundings around{panes_[pane].layout,
                                         pose,
                                         view::moved_bounds(stage_.model(), offsets),
                                         pointer_on_stage_,
                                         pointer_on_mark_,
                                         [this](glm::vec2 pixel) { return hit_at(pixel); },
                                         session::film_of(session_.stage),
                                         session::scan_intensity_of(session_.stage),
                                         pane,
                                         !session::is_scan(session_.stage)};
        const std::vector<Action> actions = pointer_.handle(event, around);
        act(actions);
    }
}

void AtlasWindow::act(const std::vector<Action>& actions) {
    for (const Action& action : actions) {
        session::apply(session_, action, atlas_->world());
        if (std::holds_alternative<session::SetCamera>(action)) {
            pilot_.take_over(session_.stage.camera);
        }
        bring_section(action);
    }
    speak(session_.settings.language);
    if (session_.settings.model != wanted_source_) {
        wanted_source_ = session_.settings.model;
        loader_.start(wanted_source_);
        task_started_ = Window::now();
    }
    if (!actions.empty()) {
        frames_due_ = c_frames_after_event;
    }
}

/// A section that is newly chosen, or turned, cuts what is chosen and not the air beside it.
void AtlasWindow::bring_section(const Action& action) {
    const auto* const look = std::get_if<session::SetLook>(&action);
    const auto* const turned = std::get_if<session::SetSection>(&action);
    const session::SectionPlane& section = session_.stage.section;
    const auto* const shown = std::get_if<session::ShowPicture>(&action);
    const bool begun = (look != nullptr && look->look == session::Look::section) ||
                       (shown != nullptr && session_.stage.look == session::Look::section);
    if (turned != nullptr && section.direction == section_direction_) {
        return;
    }
    if (turned == nullptr && !begun) {
        return;
    }
    section_direction_ = section.direction;
    if (const auto plane = stage_.section_through_choice(session_, atlas_->world())) {
        session::apply(session_, session::SetSection{*plane}, atlas_->world());
    }
}

/// Goes on in another language. Ids and indices are the same in each, so that session, model and
/// pictures stay.
void AtlasWindow::speak(const std::string& language) {
    if (language == atlas_->knowledge.language.id) {
        return;
    }
    const Result<const Atlas*> known = shelf_.in(language);
    if (!known) {
        session_.settings.language = atlas_->knowledge.language.id;
        say(describe(known.error()), true);
        return;
    }
    atlas_ = *known;
    frames_due_ = c_frames_after_event;
}

void AtlasWindow::move_camera(const view::Layout& layout) {
    const bool jump = session_.settings.reduced_motion || !meter_.had_picture();
    const double now = Window::now();
    pilot_.follow(session_, atlas_->world(), stage_, layout, jump, now);
    if (pilot_.advance(now)) {
        frames_due_ = c_frames_after_event;
    }
}

void AtlasWindow::move_pieces() {
    const double now = Window::now();
    pieces_.follow(session_.stage, session_.settings.reduced_motion || !meter_.had_picture(), now);
    if (pieces_.advance(now)) {
        frames_due_ = c_frames_after_event;
    }
}

ui::FrameOutput AtlasWindow::draw_interface(const view::Layout& layout) {
    const view::StageMarks marks = stage_.marks(
        panes_, *atlas_, pointing_, renderer_,
        [this](const std::string& title, const std::string& subtitle, view::LabelForm form) {
            return interface_.measure_label(title, subtitle, form);
        });
    std::optional<ui::TaskView> task;
    if (loader_.busy() && Window::now() - task_started_ > c_task_delay) {
        const LoadProgress progress = loader_.progress();
        task = ui::TaskView{progress.what, progress.done, progress.total};
    }
    const session::World world = atlas_->world();
    const std::vector<ui::DrawnPicture> pictures =
        pictures_.shown(session_.settings.theme, stage_.revision());
    return interface_.draw({.session = session_,
                            .world = world,
                            .search = atlas_->search,
                            .layout = layout,
                            .panes = panes_,
                            .marks = marks,
                            .pointing = pointing_,
                            .pose = pilot_.pose(),
                            .task = task,
                            .model_name = stage_.name(),
                            .model_credit = stage_.credit(),
                            .model_loaded = stage_.loaded(),
                            .framed_bounds = stage_.framed_bounds(session_, world),
                            .unmatched = {},
                            .toasts = toasts_.shown(),
                            .pictures = pictures});
}

void AtlasWindow::draw_frame() {
    take_pointer();
    const view::Layout layout = this->layout();
    move_pieces();
    move_camera(view::pane_layouts(layout, session_.stage).front());
    const ui::FrameOutput output = draw_picture(layout);
    window_.swap();
    ++frames_;
    finish_frame(output);
    if (stage_.loaded()) {
        meter_.note_picture(!wants_refinement());
    }
}

/// Draws the scenes and the interface over them into the window, not yet to be seen.
ui::FrameOutput AtlasWindow::draw_picture(const view::Layout& layout) {
    panes_ = stage_.panes(session_, atlas_->world(), layout, pilot_.pose(), pointing_,
                          pieces_.spread(), moving());

    const glm::ivec2 size = window_.framebuffer_size();
    interface_.begin_frame(layout.scale, session_.settings);
    renderer_.draw(view::scenes_of(panes_), size.x, size.y);
    const ui::FrameOutput output = draw_interface(layout);
    interface_.end_frame(size.x, size.y);
    say_renderer_fault();
    return output;
}

/// Says once why the skeleton cannot be drawn.
void AtlasWindow::say_renderer_fault() {
    const std::string fault = renderer_.fault() ? describe(*renderer_.fault()) : "";
    if (fault != renderer_fault_ && !fault.empty()) {
        say(fault, true);
    }
    renderer_fault_ = fault;
}

void AtlasWindow::finish_frame(const ui::FrameOutput& output) {
    more_frames_ = output.wants_more_frames;
    next_frame_at_.reset();
    if (output.next_frame_in) {
        next_frame_at_ = Window::now() + *output.next_frame_in;
    }
    draw_pictures(output.pictures);
    pointer_on_stage_ = output.pointer_on_stage;
    pointer_on_mark_ = output.pointer_on_mark;
    quit_ = output.quit;
    view::Pointing pointing = output.pointing;
    if (pointer_on_stage_ && !moving() && pointing.hovered_bone == anatomy::no_bone) {
        pointing.hovered_bone = hit_at(window_.pointer()).bone;
    }
    if (pointing != pointing_) {
        pointing_ = std::move(pointing);
        frames_due_ = std::max(frames_due_, 1);
    }
    if (toasts_.close(output.closed_toasts)) {
        frames_due_ = c_frames_after_event;
    }
    act(output.actions);
    name_window();
}

/// One picture of the text at a time, and none while the stage moves.
void AtlasWindow::draw_pictures(std::span<const ui::WantedPicture> wanted) {
    if (!stage_.loaded() || moving() || wanted.empty()) {
        return;
    }
    if (pictures_.draw_next(wanted, {*atlas_, stage_, renderer_, session_.settings.theme})) {
        frames_due_ = c_frames_after_event;
    }
}

void AtlasWindow::name_window() {
    std::string title = window_title(session_.stage, *atlas_);
    if (title != title_) {
        window_.set_title(title);
        title_ = std::move(title);
    }
}

void AtlasWindow::say(std::string text, bool error) {
    toasts_.add(std::move(text), error, Window::now());
    frames_due_ = c_frames_after_event;
}

void AtlasWindow::drop_old_toasts() {
    if (toasts_.remove_old(Window::now())) {
        frames_due_ = c_frames_after_event;
    }
}

void AtlasWindow::save_settings_if_changed() {
    if (!remember_ || session_.settings == saved_) {
        return;
    }
    saved_ = session_.settings;
    if (const Result<void> saved = remember(saved_); !saved) {
        spdlog::error(describe(saved.error()));
        say(describe(saved.error()), true);
    }
}

/// Whether nothing moves, loads or waits to be drawn.
bool AtlasWindow::settled() const {
    return frames_due_ == 0 && !more_frames_ && !in_motion() && !loader_.busy() &&
           !wants_refinement();
}

/// The settings with what the command line says instead.
session::Settings settings_for(const OpenWindow& command, session::Settings settings) {
    settings.language = command.language.value_or(settings.language);
    settings.model = command.model.value_or(settings.model);
    settings.theme = command.theme.value_or(settings.theme);
    return settings;
}

Result<Window> open_window(const WindowLimits& limits, const session::Settings& settings) {
    Window::Options options;
    options.width = limits.width > 0 ? limits.width : settings.window_width;
    options.height = limits.height > 0 ? limits.height : settings.window_height;
    return Window::open(options);
}

} // namespace

Result<WindowReport> run_window(const AtlasSource& load, const OpenWindow& command,
                                const WindowLimits& limits) {
    const session::LoadedSettings remembered = remembered_settings();
    session::Session session;
    session.settings = settings_for(command, remembered.settings);
    // Texts and model are read while the window opens, which takes longer than both.
    std::atomic<bool> opened = false; // nothing can be woken before
    auto task = std::async(std::launch::async, read_for_start, std::cref(load), std::cref(command),
                           session.settings, [&opened] {
                               if (opened) {
                                   Window::wake();
                               }
                           });
    Result<Window> window = open_window(limits, session.settings);
    opened = window.has_value();
    StartReading reading = task.get();
    if (!reading.atlas) {
        return fail(reading.atlas.error());
    }
    if (!window) {
        return fail(window.error());
    }
    AtlasShelf shelf(load);
    const Atlas& atlas = shelf.put(std::move(*reading.atlas));
    const std::unique_ptr<ModelLoader> loader = std::move(reading.loader); // ends before the shelf
    session.settings.language = atlas.knowledge.language.id;
    Result<render::Renderer> renderer =
        render::Renderer::create(Window::loader(), shaders_of(atlas, command));
    if (!renderer) {
        return fail(renderer.error());
    }
    Result<ui::Interface> interface = ui::Interface::create(window->handle());
    if (!interface) {
        return fail(interface.error());
    }
    AtlasWindow running(shelf, atlas, limits, *loader, std::move(*window), std::move(*renderer),
                        std::move(*interface), std::move(session), remembered.settings);
    running.start(remembered.warning + reading.warning, command);
    return running.run();
}

} // namespace osteon::app
