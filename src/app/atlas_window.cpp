#include "app/atlas_window_parts.h"
#include "ui/key_map.h"
#include "view/layout_lecture.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <memory>

namespace osteon::app {
namespace {

/// How long the picture counts as moving after the last step of a wheel or drag, seconds.
constexpr double c_settle_time = 0.15;
constexpr int c_most_fade_frames = 500;
/// Between frames that show no more than a task's progress, seconds: the task has the processor.
constexpr double c_task_step = 0.25;
/// How long an empty stage is kept back at the start, seconds: a skeleton at hand comes sooner.
constexpr double c_model_patience = 0.3;

std::filesystem::path shaders_of(const Atlas& atlas, const OpenWindow& command) {
    return command.shaders.empty() ? atlas.folders.shaders : command.shaders;
}

/// The settings with what the command line says instead.
session::Settings settings_for(const OpenWindow& command, session::Settings settings) {
    settings.language = command.language.value_or(settings.language);
    settings.model = command.model.value_or(settings.model);
    settings.mode = command.mode.value_or(settings.mode);
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

void AtlasWindow::start(std::string warning, const OpenWindow& command) {
    wanted_source_ = session_.settings.model;
    shaders_ = shaders_of(*atlas_, command);
    study_ = StudyDesk(command.today);
    if (!command.shaders.empty()) {
        shader_watch_.emplace(shaders_, std::vector<std::string>{".vert", ".frag", ".glsl"},
                              [] { Window::wake(); });
    }
    if (command.recipe) {
        live_ = *command.recipe;
        recipe_.emplace(live_, atlas_->registry, [] { Window::wake(); });
    }
    first_steps_ = command.first_steps || (remember_ && !session_.settings.first_steps_done &&
                                           session_.settings.mode == session::Mode::explore);
    session_.settings.first_steps_done = session_.settings.first_steps_done && !first_steps_;
    if (session_.settings.motion == session::MotionChoice::system) {
        desktop_motion_.ask([] { Window::wake(); });
    }
    task_started_ = Window::now();
    session::apply(session_, session::Home{}, world());
    begin_files(command.session);
    for (const std::string& fault : ui::key_faults(session_.settings.keys)) {
        warning +=
            (warning.empty() ? "Some keys of the settings do not count: " : " ") + fault + '.';
    }
    if (!warning.empty()) {
        say(std::move(warning), true);
    }
    begin_lecture(command);
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
    while (!ends()) {
        if (wait_seconds() < 0.0) {
            save_settings_if_changed(); // a quiet moment, and perhaps the last one
        }
        if (window_.wait(wait_seconds())) {
            frames_due_ = c_frames_after_event;
        }
        take_presenter_events();
        const bool keep_back = expects_model();
        take_news();
        if (window_.minimised()) {
            if (presenter_is_due()) {
                draw_presenter();
            }
            window_.wait(outbox_.draws() ? 0.0 : seconds_to_chore());
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
        if (presenter_is_due()) {
            draw_presenter();
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
    return finish();
}

/// Takes what others have ready: threads, the desktop, the folders that are watched.
void AtlasWindow::take_news() {
    take_model();
    take_recipe();
    take_shaders();
    take_export();
    work_on_outbox();
    take_desktop();
    take_files();
    drop_old_toasts();
    keep_notes();
    keep_tours();
}

WindowReport AtlasWindow::finish() {
    const glm::ivec2 size = window_.size_as_window();
    session_.settings.window_width = size.x;
    session_.settings.window_height = size.y;
    save_settings_if_changed();
    leave_notes();
    leave_tours();
    WindowReport report = meter_.report();
    report.triangles = stage_.triangles();
    report.driver = renderer_.driver();
    return report;
}

/// Whether there is something new to show.
bool AtlasWindow::frame_is_due() const {
    const double now = Window::now();
    const bool task_due = works() && now >= task_frame_;
    const bool change_due = next_frame_at_ && now >= *next_frame_at_;
    return frames_due_ > 0 || more_frames_ || in_motion() || task_due || change_due ||
           window_.has_pointer_events() || wants_refinement();
}

/// Seconds until there is something to do that cannot be seen in this window; below 0: nothing.
double AtlasWindow::seconds_to_chore() const {
    const double now = Window::now();
    double seconds = -1.0;
    const auto no_later_than = [&](double time) {
        const double left = std::max(time - now, 0.001);
        seconds = seconds < 0.0 ? left : std::min(seconds, left);
    };
    if (const auto time = keeper_.next_time()) {
        no_later_than(*time);
    }
    if (const auto time = own_tours_ ? own_tours_->next_time() : std::nullopt) {
        no_later_than(*time);
    }
    if (outbox_.busy()) {
        no_later_than(now + c_task_step);
    }
    if (const auto end = meter_.idle_end()) {
        no_later_than(*end);
    }
    if (presenter_ && !presenter_->minimised()) {
        no_later_than(presenter_drawn_ + PresenterWindow::c_tick);
    }
    return seconds;
}

/// How long to sleep: not while something moves, without limit while nothing does.
double AtlasWindow::wait_seconds() const {
    if (expects_model()) {
        return std::max(task_started_ + c_model_patience - Window::now(), 0.001);
    }
    if (frames_due_ > 0 || more_frames_ || in_motion() || window_.has_pointer_events() ||
        presenter_is_due() || outbox_.draws()) {
        return 0.0;
    }
    const double now = Window::now();
    double seconds = seconds_to_chore();
    const auto no_later_than = [&](double time) {
        const double left = std::max(time - now, 0.001);
        seconds = seconds < 0.0 ? left : std::min(seconds, left);
    };
    if (works()) {
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
    return seconds;
}

/// Whether anything is under way that tells how far it is.
bool AtlasWindow::works() const {
    return loader_.busy() || export_.busy() || outbox_.busy();
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
    return view::layout_of(session_, static_cast<float>(size.x), static_cast<float>(size.y),
                           scale());
}

/// Makes window, renderer and interface anew, in a new context. Session, model, camera and messages
/// stay what they are.
Result<void> AtlasWindow::renew_context() {
    if (presenter_) { // its context shares what is lost
        presenter_.reset();
        say(atlas_->knowledge.language.tr(
                "The speaker's window was closed: the graphics driver was reset. Open it again."),
            true);
    }
    room_.reset();
    cross_fade_.end();
    pictures_ = {};
    outbox_.drop_drawing();
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
           !outbox_.busy() && !wants_refinement();
}

Result<WindowReport> run_window(const AtlasSource& load, const OpenWindow& command,
                                const WindowLimits& limits) {
    std::atomic<bool> opened = false; // nothing can be woken before
    const auto wake = [&opened] {
        if (opened) {
            Window::wake();
        }
    };
    const EndWatch end(wake);
    const session::LoadedSettings remembered = remembered_settings();
    session::Session session;
    session.settings = settings_for(command, remembered.settings);
    // Texts and model are read while the window opens, which takes longer than both.
    auto task = std::async(std::launch::async, read_for_start, std::cref(load), std::cref(command),
                           session.settings, wake);
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
    AtlasWindow running(shelf, atlas, limits, *loader, end, std::move(*window),
                        std::move(*renderer), std::move(*interface), std::move(session),
                        remembered.settings);
    running.start(remembered.warning + reading.warning, command);
    return running.run();
}

} // namespace osteon::app
