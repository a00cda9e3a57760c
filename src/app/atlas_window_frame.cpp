#include "app/atlas_window_parts.h"
#include "session/talk.h"

#include <algorithm>
#include <utility>

namespace osteon::app {
namespace {

constexpr double c_task_delay = 0.2; ///< seconds before a task shows its progress

} // namespace

void AtlasWindow::move_camera(const view::Layout& layout) {
    const bool jump = session::reduces_motion(session_) || !meter_.had_picture();
    const double now = Window::now();
    if (pilot_.follow(session_, world(), stage_, layout, jump, now) && meter_.had_picture()) {
        const glm::ivec2 size = window_.framebuffer_size();
        cross_fade_.begin(renderer_, panes_, size.x, size.y);
    }
    if (pilot_.advance(now)) {
        frames_due_ = c_frames_after_event;
    }
}

void AtlasWindow::move_pieces() {
    const double now = Window::now();
    pieces_.follow(session_.stage, session::reduces_motion(session_) || !meter_.had_picture(), now);
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
    notes_ = marks.notes;
    const session::World world = this->world();
    ui::SessionFileView file = keeper_.view(session_);
    file.asks_to_close = asks_to_close_;
    file.asks_to_open = asks_to_open_;
    const std::vector<ui::DrawnPicture> pictures =
        pictures_.shown(session::shown_theme(session_.settings), stage_.revision());
    const bool studies = session_.settings.mode == session::Mode::study && study_.is_open();
    const study::View studied = studies ? study_.view() : study::View{};
    return interface_.draw({.session = session_,
                            .world = world,
                            .search = atlas_->search,
                            .layout = layout,
                            .panes = panes_,
                            .marks = marks,
                            .pointing = pointing_,
                            .pose = pilot_.pose(),
                            .task = presenter_ ? std::nullopt : task(),
                            .model_name = stage_.name(),
                            .model_credit = stage_.credit(),
                            .model_loaded = stage_.loaded(),
                            .framed_bounds = stage_.framed_bounds(session_, world),
                            .unmatched = {},
                            .toasts = presenter_ ? std::vector<ui::Toast>{} : toasts_.shown(),
                            .pictures = pictures,
                            .file = &file,
                            .pointer_in_room = pointer_in_room_,
                            .study = studies ? &studied : nullptr,
                            .no_speech = speech_.missing(),
                            .first_steps = first_steps_,
                            .unsaved_tours = unsaved_tours(),
                            .asks_about_tours = asks_about_tours_});
}

/// The work that is told of, once it has taken a moment.
std::optional<ui::TaskView> AtlasWindow::task() const {
    if (loader_.busy() && Window::now() - task_started_ > c_task_delay) {
        const LoadProgress progress = loader_.progress();
        return ui::TaskView{progress.what, progress.done, progress.total};
    }
    if (outbox_.busy()) {
        if (outbox_.seconds() < c_task_delay) {
            return std::nullopt;
        }
        const LoadProgress progress = outbox_.progress();
        return ui::TaskView{progress.what, progress.done, progress.total, true};
    }
    if (export_.busy()) {
        const LoadProgress progress = export_.progress();
        return ui::TaskView{progress.what, progress.done, progress.total, true};
    }
    return std::nullopt;
}

void AtlasWindow::draw_frame() {
    take_pointer();
    follow_study();
    const view::Layout layout = this->layout();
    move_pieces();
    move_camera(view::pane_layouts(layout, session_.stage).front());
    const ui::FrameOutput output = draw_picture(layout);
    if (presenter_) {
        const glm::ivec2 size = window_.framebuffer_size();
        room_->take(size.x, size.y);
        presenter_frames_ = std::max(presenter_frames_, 1);
    }
    window_.swap();
    ++frames_;
    finish_frame(output);
    if (stage_.loaded()) {
        meter_.note_picture(!wants_refinement());
    }
}

/// Draws the scenes and the interface over them into the window, not yet to be seen.
ui::FrameOutput AtlasWindow::draw_picture(const view::Layout& layout) {
    panes_ = stage_.panes(session_, world(), layout, pilot_.pose(), pointing_, pieces_.spread(),
                          moving());

    const glm::ivec2 size = window_.framebuffer_size();
    interface_.begin_frame(layout.scale, session_.settings, session::reduces_motion(session_),
                           ui::faces_of(layout));
    renderer_.draw(view::scenes_of(panes_), size.x, size.y);
    if (cross_fade_.running()) {
        cross_fade_.draw(Window::now());
        frames_due_ = c_frames_after_event;
    }
    ui::FrameOutput output = draw_interface(layout);
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
    drawn_pointer_ = window_.pointer();
    view::Pointing pointing = output.pointing;
    if (const anatomy::BoneIndex aimed = aim_.bone(drawn_pointer_); aimed != anatomy::no_bone) {
        pointing.hovered_bone = aimed;
    } else if (pointer_on_stage_ && !moving() && pointing.hovered_bone == anatomy::no_bone) {
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
    answer(output.requests);
    name_window();
}

/// One picture of the text at a time, and none while the stage moves.
void AtlasWindow::draw_pictures(std::span<const ui::WantedPicture> wanted) {
    if (!stage_.loaded() || moving() || wanted.empty()) {
        return;
    }
    if (pictures_.draw_next(
            wanted, {*atlas_, stage_, renderer_, session::shown_theme(session_.settings)})) {
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

} // namespace osteon::app
