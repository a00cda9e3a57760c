#pragma once

#include "app/window.h"
#include "session/action.h"
#include "view/layout.h"
#include "view/scene.h"

#include <functional>
#include <optional>
#include <vector>

namespace osteon::app {

/// What lies under a pixel of the stage: a bone and its place in the world.
struct Hit {
    anatomy::BoneIndex bone = anatomy::no_bone;
    glm::vec3 point{0.0F};
};

/// Between the clicks of a double click, seconds at most.
inline constexpr double c_double_click = 0.4;

/// What a gesture with a tool for notes works on.
struct NoteSurroundings {
    session::NoteTool tool = session::NoteTool::none;
    session::InkColour ink = session::InkColour::ink;
    bool open = false;   ///< a note is open: a click closes it
    bool writes = false; ///< its words are being written: the click does no more than that
    std::function<session::BonePoint(const Hit&)> resting{};         ///< of the body at rest
    std::function<session::NoteId(glm::vec2 pixel)> note{};          ///< under a pixel
    std::function<float(const glm::vec3& place)> metres_per_pixel{}; ///< at a place of the world
};

/// What the pointer's gestures work on.
struct PointerSurroundings {
    const view::Layout& layout;
    const session::CameraPose& pose; ///< where the camera is just now
    const Box& model_bounds;
    bool on_stage = false; ///< the pointer is over the skeleton, not over a panel
    bool on_mark = false;  ///< over a mark on the skeleton, which takes clicks itself
    std::function<Hit(glm::vec2 pixel)> hit;
    std::optional<session::WindowLevel> film{}; ///< while a radiograph is shown
    std::optional<float> scan_intensity{};      ///< while a bone scan is shown
    std::size_t pane = 0;                       ///< of which layout and pose are
    bool turns = true;                          ///< false: drags move the body and do not turn it
    NoteSurroundings notes{};
};

/// Turns presses, drags and scrolls on the stage into actions: left drag orbits about the point
/// under the pointer, right or middle drag (or Shift) pans; on a radiograph Shift and left drag set
/// its window and level, on a bone scan its intensity. The wheel zooms towards the pointer, a click
/// selects, Ctrl-click adds, a double click frames. A drag shorter than 4 px is a click.
///
/// With a tool for notes in hand a click on a bone pins, marks or measures. Ink and eraser take the
/// left drag that begins on a bone; the right one turns then.
class PointerControl {
public:
    std::vector<session::Action> handle(const PointerEvent& event,
                                        const PointerSurroundings& around);

    /// A button is down and the pointer has left the guard; not while it draws or erases.
    bool dragging() const { return drag_ && drag_->moved; }
    /// The pane that a button was pressed in and is still held: a drag stays its own.
    std::optional<std::size_t> held_pane() const {
        return drag_ ? std::optional(drag_->pane) : std::nullopt;
    }
    /// When the camera was last moved by hand, in the events' clock.
    double last_motion() const { return last_motion_; }

private:
    enum class Gesture { orbit, pan, expose, draw, erase };
    struct Drag {
        int button = 0;
        Gesture gesture = Gesture::orbit;
        bool moved = false;
        bool on_mark = false;
        std::size_t pane = 0;
        glm::vec2 start{0.0F};
        glm::vec2 last{0.0F};
        Hit hit;
        glm::vec3 pivot{0.0F};
    };
    static bool is_writing(const Drag& drag) {
        return drag.gesture == Gesture::draw || drag.gesture == Gesture::erase;
    }
    struct Click {
        double time = -1.0;
        glm::vec2 at{0.0F};
    };

    static Gesture gesture_of(const PointerEvent& event, const PointerSurroundings& around,
                              const Hit& hit);
    std::vector<session::Action> press(const PointerEvent& event,
                                       const PointerSurroundings& around);
    std::vector<session::Action> move(const PointerEvent& event, const PointerSurroundings& around);
    std::vector<session::Action> write(const PointerEvent& event,
                                       const PointerSurroundings& around);
    std::vector<session::Action> release(const PointerEvent& event,
                                         const PointerSurroundings& around);
    std::vector<session::Action> click(const Drag& drag, const PointerEvent& event);
    std::vector<session::Action> scroll(const PointerEvent& event,
                                        const PointerSurroundings& around);

    std::optional<Drag> drag_;
    Click last_click_;
    double last_motion_ = -1.0;
};

} // namespace osteon::app
