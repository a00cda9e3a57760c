#include "ui/backend.h"

#include "ui/key_queue.h"
#include "ui/window_link.h"

#include <GLFW/glfw3.h>

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>

namespace osteon::ui {

namespace {

/// Who was told of a window's events before Dear ImGui.
struct EventOwners {
    GLFWkeyfun key = nullptr;
    GLFWcharfun letter = nullptr;
    GLFWmousebuttonfun button = nullptr;
    GLFWscrollfun scroll = nullptr;
    GLFWcursorenterfun enter = nullptr;
    GLFWwindowfocusfun focus = nullptr;
};

/// Makes a context of Dear ImGui current for as long as it lives.
class CurrentContext {
public:
    explicit CurrentContext(ImGuiContext* context)
        : before_(ImGui::GetCurrentContext()) {
        ImGui::SetCurrentContext(context);
    }
    ~CurrentContext() { ImGui::SetCurrentContext(before_); }
    CurrentContext(const CurrentContext&) = delete;
    CurrentContext& operator=(const CurrentContext&) = delete;

private:
    ImGuiContext* before_;
};

} // namespace

struct Backend::Parts {
    ImGuiContext* context = nullptr;
    GLFWwindow* window = nullptr;
    bool draws = false;       ///< the OpenGL part has started
    bool has_objects = false; ///< and has its program, buffers and texture
    double offscreen_time = 0.0;
    KeyQueue keys;
    EventOwners owners;

    explicit Parts(GLFWwindow* shown_in)
        : context(ImGui::CreateContext())
        , window(shown_in) {
        ImGui::SetCurrentContext(context);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.LogFilename = nullptr;
        io.ConfigWindowsMoveFromTitleBarOnly = true;
        io.ConfigInputTextCursorBlink = false; // a blinking caret would draw frames for ever
        if (window != nullptr) {
            ImGui_ImplGlfw_InitForOpenGL(window, false);
            link().backend = this;
            listen();
        }
        draws = ImGui_ImplOpenGL3_Init("#version 330 core");
    }

    ~Parts() {
        ImGui::SetCurrentContext(context);
        if (draws) {
            ImGui_ImplOpenGL3_Shutdown();
        }
        if (window != nullptr) {
            ImGui_ImplGlfw_Shutdown();
            link().backend = nullptr;
            glfwSetKeyCallback(window, owners.key);
            glfwSetCharCallback(window, owners.letter);
            glfwSetMouseButtonCallback(window, owners.button);
            glfwSetScrollCallback(window, owners.scroll);
            glfwSetCursorEnterCallback(window, owners.enter);
            glfwSetWindowFocusCallback(window, owners.focus);
        }
        ImGui::DestroyContext(context);
    }

    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    WindowLink& link() const { return *static_cast<WindowLink*>(glfwGetWindowUserPointer(window)); }
    static Parts& of(GLFWwindow* window) {
        return *static_cast<Parts*>(
            static_cast<WindowLink*>(glfwGetWindowUserPointer(window))->backend);
    }

    void listen();
};

/// Dear ImGui's own callbacks take the events of all windows for those of the current context.
void Backend::Parts::listen() {
    owners.key =
        glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int code, int act, int mods) {
            if (of(w).owners.key != nullptr) {
                of(w).owners.key(w, key, code, act, mods);
            }
            of(w).keys.add({key, code, act, mods});
        });
    owners.letter = glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int letter) {
        if (of(w).owners.letter != nullptr) {
            of(w).owners.letter(w, letter);
        }
        const CurrentContext current(of(w).context);
        ImGui_ImplGlfw_CharCallback(w, letter);
    });
    owners.button =
        glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int act, int mods) {
            if (of(w).owners.button != nullptr) {
                of(w).owners.button(w, button, act, mods);
            }
            const CurrentContext current(of(w).context);
            ImGui_ImplGlfw_MouseButtonCallback(w, button, act, mods);
        });
    owners.scroll = glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
        if (of(w).owners.scroll != nullptr) {
            of(w).owners.scroll(w, x, y);
        }
        const CurrentContext current(of(w).context);
        ImGui_ImplGlfw_ScrollCallback(w, x, y);
    });
    owners.enter = glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
        if (of(w).owners.enter != nullptr) {
            of(w).owners.enter(w, entered);
        }
        const CurrentContext current(of(w).context);
        ImGui_ImplGlfw_CursorEnterCallback(w, entered);
    });
    owners.focus = glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
        if (of(w).owners.focus != nullptr) {
            of(w).owners.focus(w, focused);
        }
        const CurrentContext current(of(w).context);
        ImGui_ImplGlfw_WindowFocusCallback(w, focused);
    });
}

namespace {

/// Where the window system counts in points, ImGui is told pixels all the same.
void count_in_pixels(GLFWwindow* window) {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    ImGuiIO& io = ImGui::GetIO();
    if (io.DisplaySize.x > 0.0F && io.DisplaySize.y > 0.0F) {
        io.MousePos.x *= static_cast<float>(width) / io.DisplaySize.x;
        io.MousePos.y *= static_cast<float>(height) / io.DisplaySize.y;
    }
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DisplayFramebufferScale = {1.0F, 1.0F};
}

} // namespace

Result<Backend> Backend::create(GLFWwindow* window) {
    auto parts = std::make_unique<Parts>(window);
    if (!parts->draws) {
        return fail({Fault::machine, "the interface", "", "OpenGL 3.3 could not be set up for it",
                     "Update the graphics driver, or install the package libgl1-mesa-dri"});
    }
    return Backend(std::move(parts));
}

Backend::Backend(std::unique_ptr<Parts> parts)
    : parts_(std::move(parts)) {}
Backend::Backend(Backend&&) noexcept = default;
Backend& Backend::operator=(Backend&&) noexcept = default;
Backend::~Backend() = default;

void Backend::make_current() const {
    ImGui::SetCurrentContext(parts_->context);
}

void Backend::begin_frame() {
    for (const KeyEvent& event : parts_->keys.take_for_frame()) {
        ImGui_ImplGlfw_KeyCallback(parts_->window, event.key, event.scancode, event.action,
                                   event.modifiers);
    }
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    count_in_pixels(parts_->window);
    ImGui::NewFrame();
}

void Backend::begin_frame_offscreen(int width, int height, float seconds) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DeltaTime = seconds > 0.0F ? seconds : 1.0F / 60.0F;
    parts_->offscreen_time += static_cast<double>(io.DeltaTime);
    ImGui::NewFrame();
}

bool Backend::has_more_keys() const {
    return !parts_->keys.empty();
}

void Backend::draw() {
    make_current();
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Backend::end_frame() {
    make_current();
    ImGui::Render();
}

void Backend::draw_tile(const Rect& tile) {
    make_current();
    ImDrawData part = *ImGui::GetDrawData();
    part.DisplayPos = {tile.x, tile.y};
    part.DisplaySize = {tile.width, tile.height};
    ImGui_ImplOpenGL3_RenderDrawData(&part);
}

void Backend::upload_fonts() {
    if (!parts_->has_objects) {
        // Makes the texture too. Left to the first frame, it would find the pixels gone, and draw
        // all letters again.
        ImGui_ImplOpenGL3_CreateDeviceObjects();
        parts_->has_objects = true;
    } else {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    ImGui::GetIO().Fonts->ClearTexData();
}

double Backend::now() const {
    return parts_->window != nullptr ? glfwGetTime() : parts_->offscreen_time;
}

} // namespace osteon::ui
