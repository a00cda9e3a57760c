#include "app/window.h"

#include "ui/window_link.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <glm/common.hpp>
#include <glm/vec4.hpp>

#include <algorithm>
#include <utility>

namespace osteon::app {
namespace {

/// GLFW for as long as it lives.
struct Library {
    Library() = default;
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library() { glfwTerminate(); }
};

struct DestroyWindow {
    void operator()(GLFWwindow* window) const { glfwDestroyWindow(window); }
};

/// The monitor that shows most of a window; nullptr where there is none.
GLFWmonitor* monitor_of(glm::ivec2 place, glm::ivec2 size) {
    int count = 0;
    GLFWmonitor** const monitors = glfwGetMonitors(&count);
    GLFWmonitor* best = glfwGetPrimaryMonitor();
    int most = 0;
    for (int i = 0; i < count; ++i) {
        glm::ivec2 corner{0};
        glfwGetMonitorPos(monitors[i], &corner.x, &corner.y);
        const GLFWvidmode* const mode = glfwGetVideoMode(monitors[i]);
        if (mode == nullptr) {
            continue;
        }
        const glm::ivec2 far =
            glm::min(place + size, corner + glm::ivec2(mode->width, mode->height));
        const glm::ivec2 shared = glm::max(far - glm::max(place, corner), glm::ivec2(0));
        if (shared.x * shared.y > most) {
            most = shared.x * shared.y;
            best = monitors[i];
        }
    }
    return best;
}

/// Fills another screen than the one that a window of that place and size is on; on a single screen
/// it stands beside that window where there is room.
void put_beside(GLFWwindow* window, glm::ivec2 place, glm::ivec2 size) {
    int count = 0;
    GLFWmonitor** const monitors = glfwGetMonitors(&count);
    GLFWmonitor* const taken = monitor_of(place, size);
    for (int i = 0; i < count; ++i) {
        glm::ivec2 corner{0};
        glm::ivec2 room{0};
        glfwGetMonitorWorkarea(monitors[i], &corner.x, &corner.y, &room.x, &room.y);
        if (monitors[i] != taken && room.x > 0) {
            glfwSetWindowPos(window, corner.x, corner.y);
            glfwSetWindowSize(window, room.x, room.y);
            return;
        }
        glm::ivec2 own{0};
        glfwGetWindowSize(window, &own.x, &own.y);
        if (monitors[i] == taken && place.x + size.x + own.x <= corner.x + room.x) {
            glfwSetWindowPos(window, place.x + size.x, place.y);
        }
    }
}

std::string last_error() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words == nullptr ? "no reason was given" : words;
}

} // namespace

struct Window::Parts : ui::WindowLink {
    std::shared_ptr<Library> library; ///< shared by all windows: the last to close ends it
    std::unique_ptr<GLFWwindow, DestroyWindow> window;
    std::vector<PointerEvent> pointer;
    std::vector<std::string> dropped;
    bool touched = false;          ///< something happened since the last wait
    glm::ivec2 place_as_window{0}; ///< while it fills the screen: where it was, and how large
    glm::ivec2 size_as_window{0};

    static Parts& of(GLFWwindow* window) {
        return *static_cast<Parts*>(static_cast<ui::WindowLink*>(glfwGetWindowUserPointer(window)));
    }

    /// The pointer in framebuffer pixels.
    glm::vec2 pointer_place() const {
        double x = 0.0;
        double y = 0.0;
        glfwGetCursorPos(window.get(), &x, &y);
        int width = 0;
        int height = 0;
        int pixel_width = 0;
        int pixel_height = 0;
        glfwGetWindowSize(window.get(), &width, &height);
        glfwGetFramebufferSize(window.get(), &pixel_width, &pixel_height);
        return {x * pixel_width / std::max(width, 1), y * pixel_height / std::max(height, 1)};
    }

    void add(PointerEvent event) {
        event.at = pointer_place();
        event.time = glfwGetTime();
        const auto held = [&](int key) { return glfwGetKey(window.get(), key) == GLFW_PRESS; };
        event.control = held(GLFW_KEY_LEFT_CONTROL) || held(GLFW_KEY_RIGHT_CONTROL);
        event.shift = held(GLFW_KEY_LEFT_SHIFT) || held(GLFW_KEY_RIGHT_SHIFT);
        pointer.push_back(event);
        touched = true;
    }

    Result<void> make(const Options& options, GLFWwindow* shared = nullptr);
    void listen();
};

Result<void> Window::Parts::make(const Options& options, GLFWwindow* shared) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0); // the scene has targets of its own
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, options.scale_to_monitor ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_VISIBLE, options.visible ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "osteon");
    // EGL asks the display far less than GLX does, which saves about 20 ms of a start. Not every
    // driver can tell that it has lost a context.
    const auto as_shared = [&](int attribute, int value) {
        return shared == nullptr || glfwGetWindowAttrib(shared, attribute) == value;
    };
    for (const int way : {GLFW_EGL_CONTEXT_API, GLFW_NATIVE_CONTEXT_API}) {
        for (const int robustness : {GLFW_LOSE_CONTEXT_ON_RESET, GLFW_NO_ROBUSTNESS}) {
            if (!as_shared(GLFW_CONTEXT_CREATION_API, way) ||
                !as_shared(GLFW_CONTEXT_ROBUSTNESS, robustness)) {
                continue; // only contexts of one kind share their objects
            }
            glfwWindowHint(GLFW_CONTEXT_CREATION_API, way);
            glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, robustness);
            if (!window) {
                window.reset(glfwCreateWindow(options.width, options.height, options.title.c_str(),
                                              nullptr, shared));
            }
        }
    }
    if (!window) {
        return fail({Fault::machine, "window", "",
                     "it needs OpenGL 3.3, and this machine did not give it: " + last_error(),
                     "Install the driver of the graphics card, or Mesa (libgl1-mesa-dri)"});
    }
    glfwMakeContextCurrent(window.get());
    glfwSwapInterval(shared == nullptr ? 1 : 0); // two waits for the screen would halve the rate
    glfwSetWindowSizeLimits(window.get(), 480, 360, GLFW_DONT_CARE, GLFW_DONT_CARE);
    listen();
    return {};
}

void Window::Parts::listen() {
    GLFWwindow* const handle = window.get();
    glfwSetWindowUserPointer(handle, static_cast<ui::WindowLink*>(this));
    glfwSetCursorPosCallback(handle, [](GLFWwindow* w, double, double) {
        of(w).add({.kind = PointerEvent::Kind::move});
    });
    glfwSetMouseButtonCallback(handle, [](GLFWwindow* w, int button, int action, int) {
        of(w).add(
            {.kind = action == GLFW_PRESS ? PointerEvent::Kind::press : PointerEvent::Kind::release,
             .button = button});
    });
    glfwSetScrollCallback(handle, [](GLFWwindow* w, double x, double y) {
        of(w).add({.kind = PointerEvent::Kind::scroll, .scroll = {x, y}});
    });
    glfwSetDropCallback(handle, [](GLFWwindow* w, int count, const char** paths) {
        of(w).dropped.assign(paths, paths + count);
        of(w).touched = true;
    });
    glfwSetKeyCallback(handle, [](GLFWwindow* w, int, int, int, int) { of(w).touched = true; });
    glfwSetCharCallback(handle, [](GLFWwindow* w, unsigned int) { of(w).touched = true; });
    glfwSetCursorEnterCallback(handle, [](GLFWwindow* w, int) { of(w).touched = true; });
    glfwSetWindowFocusCallback(handle, [](GLFWwindow* w, int) { of(w).touched = true; });
    glfwSetWindowRefreshCallback(handle, [](GLFWwindow* w) { of(w).touched = true; });
    glfwSetWindowCloseCallback(handle, [](GLFWwindow* w) { of(w).touched = true; });
    glfwSetFramebufferSizeCallback(handle, [](GLFWwindow* w, int, int) { of(w).touched = true; });
    glfwSetWindowContentScaleCallback(handle,
                                      [](GLFWwindow* w, float, float) { of(w).touched = true; });
}

Window::Window(std::unique_ptr<Parts> parts)
    : parts_(std::move(parts)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

Result<void> Window::connect() {
    if (glfwInit() == GLFW_FALSE) {
        return fail({Fault::machine, "window", "",
                     "there is no display to open it on: " + last_error(),
                     "For a picture without a display use 'osteon shot --out skeleton.png'"});
    }
    return {};
}

Result<Window> Window::open(const Options& options) {
    if (const auto connected = connect(); !connected) {
        return fail(connected.error());
    }
    auto parts = std::make_unique<Parts>();
    parts->library = std::make_shared<Library>();
    if (auto made = parts->make(options); !made) {
        return fail(made.error());
    }
    return Window(std::move(parts));
}

Result<Window> Window::open_beside(const Options& options) const {
    auto parts = std::make_unique<Parts>();
    parts->library = parts_->library;
    Result<void> made = parts->make(options, handle());
    make_current();
    if (!made) {
        return fail(made.error());
    }
    put_beside(parts->window.get(), place(), size());
    return Window(std::move(parts));
}

void Window::make_current() const {
    glfwMakeContextCurrent(handle());
}

glm::ivec2 Window::place() const {
    glm::ivec2 corner{0};
    glfwGetWindowPos(handle(), &corner.x, &corner.y);
    return corner;
}

bool Window::take_touched() {
    return std::exchange(parts_->touched, false);
}

Result<void> Window::reopen(const std::string& title) {
    const glm::ivec2 old_size = size_as_window();
    const bool visible = glfwGetWindowAttrib(handle(), GLFW_VISIBLE) == GLFW_TRUE;
    const bool filled = fills_screen();
    parts_->pointer.clear();
    parts_->window.reset();
    Result<void> made = parts_->make({old_size.x, old_size.y, visible, title, false});
    if (made && filled) {
        fill_screen(true);
    }
    return made;
}

GLFWwindow* Window::handle() const {
    return parts_->window.get();
}

render::Renderer::Loader Window::loader() {
    return glfwGetProcAddress;
}

glm::ivec2 Window::framebuffer_size() const {
    glm::ivec2 size{0};
    glfwGetFramebufferSize(handle(), &size.x, &size.y);
    return size;
}

glm::ivec2 Window::size() const {
    glm::ivec2 size{0};
    glfwGetWindowSize(handle(), &size.x, &size.y);
    return size;
}

float Window::monitor_scale() const {
    float x = 1.0F;
    float y = 1.0F;
    glfwGetWindowContentScale(handle(), &x, &y);
    return std::max(x, y);
}

bool Window::minimised() const {
    const glm::ivec2 pixels = framebuffer_size();
    return glfwGetWindowAttrib(handle(), GLFW_ICONIFIED) == GLFW_TRUE || pixels.x == 0 ||
           pixels.y == 0;
}

bool Window::should_close() const {
    return glfwWindowShouldClose(handle()) == GLFW_TRUE;
}

void Window::fill_screen(bool fill) {
    if (fill == fills_screen()) {
        return;
    }
    if (!fill) {
        const glm::ivec2 place = parts_->place_as_window;
        const glm::ivec2 size = parts_->size_as_window;
        glfwSetWindowMonitor(handle(), nullptr, place.x, place.y, size.x, size.y, GLFW_DONT_CARE);
        return;
    }
    parts_->place_as_window = place();
    parts_->size_as_window = size();
    GLFWmonitor* const monitor = monitor_of(parts_->place_as_window, parts_->size_as_window);
    const GLFWvidmode* const mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    if (mode != nullptr) {
        glfwSetWindowMonitor(handle(), monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    }
}

bool Window::fills_screen() const {
    return glfwGetWindowMonitor(handle()) != nullptr;
}

glm::ivec2 Window::size_as_window() const {
    return fills_screen() ? parts_->size_as_window : size();
}

void Window::stay_open() const {
    glfwSetWindowShouldClose(handle(), GLFW_FALSE);
}

void Window::set_title(const std::string& title) {
    glfwSetWindowTitle(handle(), title.c_str());
}

void Window::swap() {
    glfwSwapBuffers(handle());
}

bool Window::wait(double seconds) {
    parts_->touched = false;
    if (seconds < 0.0) {
        glfwWaitEvents();
    } else if (seconds == 0.0) {
        glfwPollEvents();
    } else {
        glfwWaitEventsTimeout(seconds);
    }
    return parts_->touched;
}

void Window::wake() {
    glfwPostEmptyEvent();
}

double Window::now() {
    return glfwGetTime();
}

glm::vec2 Window::pointer() const {
    return parts_->pointer_place();
}

std::vector<PointerEvent> Window::take_pointer_events() {
    std::vector<PointerEvent>& all = parts_->pointer;
    const auto button = std::find_if(all.begin(), all.end(), [](const PointerEvent& event) {
        return event.kind == PointerEvent::Kind::press || event.kind == PointerEvent::Kind::release;
    });
    const auto end = button == all.end() ? button : button + 1;
    std::vector<PointerEvent> taken(all.begin(), end);
    all.erase(all.begin(), end);
    return taken;
}

bool Window::has_pointer_events() const {
    return !parts_->pointer.empty();
}

std::vector<std::string> Window::take_dropped_files() {
    return std::exchange(parts_->dropped, {});
}

} // namespace osteon::app
