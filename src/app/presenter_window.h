#pragma once

#include "app/window.h"
#include "ui/interface.h"
#include "ui/presenter.h"

#include <memory>
#include <optional>

namespace osteon::app {

/// The speaker's window beside that of the room, with an interface of its own. Its context shares
/// the textures of the room's, which is current before and after every call.
class PresenterWindow {
public:
    /// Between two frames that show no more than the clock, seconds.
    static constexpr double c_tick = 1.0;

    /// `room` outlives it. Fails where the window system gives no second window.
    static Result<std::unique_ptr<PresenterWindow>> open(const Window& room,
                                                         const std::string& title);
    ~PresenterWindow();
    PresenterWindow(const PresenterWindow&) = delete;
    PresenterWindow& operator=(const PresenterWindow&) = delete;

    /// Whether anything happened to it since the last call.
    bool take_touched();
    bool should_close() const { return window_.should_close(); }
    bool minimised() const { return window_.minimised(); }

    /// Where everything stands in it, at an interface scale, 0: that of its monitor.
    view::Layout layout(float scale) const;
    /// Draws and shows a frame; `input` has the layout above.
    ui::FrameOutput draw(const ui::FrameInput& input, const ui::PresenterView& view);

private:
    PresenterWindow(const Window& room, Window window);

    const Window& room_;
    Window window_;
    std::optional<ui::Interface> interface_;
};

} // namespace osteon::app
