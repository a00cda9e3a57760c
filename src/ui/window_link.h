#pragma once

namespace osteon::ui {

/// What the user pointer of a GLFW window points to: the program's own window begins with it, and
/// the interface drawn in it leaves here where its events go. Dear ImGui has one context a window,
/// and the events of all windows come in one call.
struct WindowLink {
    void* backend = nullptr; ///< set and cleared by Backend
};

} // namespace osteon::ui
