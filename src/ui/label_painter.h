#pragma once

#include "base/error.h"
#include "base/geometry.h"
#include "session/action.h"
#include "view/landmark_marks.h"

#include <memory>
#include <string>

namespace osteon::ui {

struct FrameInput;

/// Draws what lies over the skeleton in a picture for slides: names, markers, landmarks and legend
/// as the window has them, without panels and furniture. Needs a current OpenGL context throughout.
class LabelPainter {
public:
    /// `scale` in pixels per px at 100 %; 0.5 to 8.
    static Result<LabelPainter> create(float scale, session::ThemeChoice theme);
    LabelPainter(LabelPainter&&) noexcept;
    LabelPainter& operator=(LabelPainter&&) noexcept;
    ~LabelPainter();

    /// The size of a label's plate.
    glm::vec2 measure(const std::string& title, const std::string& subtitle,
                      view::LabelForm form) const;
    /// Lays everything out for a picture as large as the input's window.
    void lay_out(const FrameInput& input);
    /// Draws the part within `tile` into the bound framebuffer, which is as large.
    void draw_tile(const Rect& tile);

private:
    struct Parts;
    explicit LabelPainter(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace osteon::ui
