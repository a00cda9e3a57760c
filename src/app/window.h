#pragma once

#include "base/error.h"
#include "render/renderer.h"

#include <glm/vec2.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;

namespace osteon::app {

/// What the pointer did, in framebuffer pixels, y down.
struct PointerEvent {
    enum class Kind { move, press, release, scroll };
    Kind kind = Kind::move;
    glm::vec2 at{0.0F};
    int button = 0; ///< GLFW's: 0 left, 1 right, 2 middle
    bool control = false;
    bool shift = false;
    glm::vec2 scroll{0.0F};
    double time = 0.0; ///< seconds
};

/// A GLFW window with a current OpenGL 3.3 core context.
class Window {
public:
    struct Options {
        int width = 1280;
        int height = 800;
        bool visible = true;
        std::string title = "Osteon";
        bool scale_to_monitor = true; ///< width and height are those at 100 %
    };
    /// Connects to the display, which open() does else. Says in words that there is none.
    static Result<void> connect();
    static Result<Window> open(const Options& options);
    /// Opens a further window whose context shares the objects of this one, on another screen where
    /// there is one. This one's context stays current. Dies before this one.
    Result<Window> open_beside(const Options& options) const;
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;
    ~Window();

    /// Closes the window and opens another of that size with a new context, for a driver that has
    /// lost the old one. Whatever was made in that must be gone. After an error nothing else may
    /// be called.
    Result<void> reopen(const std::string& title);

    GLFWwindow* handle() const;
    static render::Renderer::Loader loader();

    glm::ivec2 framebuffer_size() const;
    glm::ivec2 place() const; ///< of its top left corner, in the window system's units
    glm::ivec2 size() const;  ///< in the window system's units
    float monitor_scale() const;
    bool minimised() const;
    /// Takes back that the user asked to close it.
    void stay_open() const;
    bool should_close() const;
    /// Takes all of the screen that most of the window is on, or is a window of its old size again.
    void fill_screen(bool fill);
    bool fills_screen() const;
    /// The size that it has, or had before it filled the screen, in the window system's units.
    glm::ivec2 size_as_window() const;
    void set_title(const std::string& title);
    void swap();

    /// Waits for events for at most `seconds` (0: only takes those that wait, negative: without
    /// limit). True if anything happened.
    bool wait(double seconds);
    /// Ends a wait; may be called from any thread.
    static void wake();
    static double now();
    /// Makes this window's context the one that is drawn with.
    void make_current() const;
    /// Whether anything happened to this window since the last call, or since its last wait().
    bool take_touched();

    /// Where the pointer is, in framebuffer pixels.
    glm::vec2 pointer() const;
    /// The pointer's events in their order, up to and with the first press or release: a frame sees
    /// one of them at most, as Dear ImGui does, so that a click on the stage is not taken again by
    /// what it makes appear.
    std::vector<PointerEvent> take_pointer_events();
    /// Whether there are more of them for the next frame.
    bool has_pointer_events() const;
    /// The paths of files dropped on the window since the last call.
    std::vector<std::string> take_dropped_files();

private:
    struct Parts;
    explicit Window(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace osteon::app
