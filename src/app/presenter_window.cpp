#include "app/presenter_window.h"

#include <utility>

namespace osteon::app {
namespace {

constexpr float c_notes_size = 23.0F / 16.0F; ///< notes are set in 23 px, running text in 16

} // namespace

PresenterWindow::PresenterWindow(const Window& room, Window window)
    : room_(room)
    , window_(std::move(window)) {}

Result<std::unique_ptr<PresenterWindow>> PresenterWindow::open(const Window& room,
                                                               const std::string& title) {
    Window::Options options;
    options.title = title;
    Result<Window> window = room.open_beside(options);
    if (!window) {
        return fail(window.error());
    }
    std::unique_ptr<PresenterWindow> opened(new PresenterWindow(room, std::move(*window)));
    opened->window_.make_current();
    Result<ui::Interface> interface = ui::Interface::create(opened->window_.handle());
    room.make_current();
    if (!interface) {
        return fail(interface.error());
    }
    opened->interface_ = std::move(*interface);
    return opened;
}

PresenterWindow::~PresenterWindow() {
    window_.make_current();
    interface_.reset();
    room_.make_current();
}

bool PresenterWindow::take_touched() {
    while (window_.has_pointer_events()) {
        window_.take_pointer_events(); // Dear ImGui takes the pointer itself
    }
    return window_.take_touched();
}

view::Layout PresenterWindow::layout(float scale) const {
    const glm::ivec2 size = window_.framebuffer_size();
    view::Layout layout;
    layout.scale = scale > 0.0F ? scale : window_.monitor_scale();
    layout.window = {0.0F, 0.0F, static_cast<float>(size.x), static_cast<float>(size.y)};
    layout.stage = layout.window; // where messages stand, which the room does not see
    return layout;
}

ui::FrameOutput PresenterWindow::draw(const ui::FrameInput& input, const ui::PresenterView& view) {
    window_.make_current();
    session::Settings settings = input.session.settings;
    settings.text_size = c_notes_size;
    interface_->begin_frame(input.layout.scale, settings, session::reduces_motion(input.session));
    ui::FrameOutput output = interface_->draw_presenter(input, view);
    const glm::ivec2 size = window_.framebuffer_size();
    interface_->end_frame(size.x, size.y);
    window_.swap();
    room_.make_current();
    return output;
}

} // namespace osteon::app
