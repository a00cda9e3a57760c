#pragma once

#include "base/error.h"
#include "base/geometry.h"

#include <imgui.h>

#include <memory>

struct GLFWwindow;

namespace osteon::ui {

/// Dear ImGui's context with its window and OpenGL parts, for as long as the object lives. Needs a
/// current OpenGL context throughout.
class Backend {
public:
    /// `window` may be null: then size and time of each frame are given by hand. Else its user
    /// pointer points to a WindowLink.
    static Result<Backend> create(GLFWwindow* window);

    Backend(Backend&&) noexcept;
    Backend& operator=(Backend&&) noexcept;
    ~Backend();

    /// Makes this the context that Dear ImGui's functions act on.
    void make_current() const;

    /// Begins a frame with the size and input of the window. One unit of Dear ImGui is one pixel of
    /// the framebuffer.
    void begin_frame();
    void begin_frame_offscreen(int width, int height, float seconds);
    /// Whether keys wait that the next frame is to be told of.
    bool has_more_keys() const;
    /// Ends the frame and draws it into the bound framebuffer.
    void draw();

    /// Ends the frame without drawing it, for draw_tile().
    void end_frame();
    /// Draws the part of the ended frame that lies within `tile` into the bound framebuffer, which
    /// is as large as the tile.
    void draw_tile(const Rect& tile);

    /// Sends the font atlas to OpenGL anew and frees its copy in memory. Between frames.
    void upload_fonts();

    /// Seconds since some fixed moment; offscreen, the sum of the frames' times.
    double now() const;

private:
    struct Parts;
    explicit Backend(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace osteon::ui
