#pragma once

#include "anatomy/registry.h"
#include "knowledge/knowledge.h"
#include "knowledge/search.h"
#include "session/session.h"
#include "ui/request.h"
#include "view/compose.h"
#include "view/layout.h"
#include "view/markers.h"
#include "view/panes.h"

#include <glm/vec2.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

struct GLFWwindow;

namespace osteon::study {
struct View;
}

namespace osteon::ui {

struct SessionFileView; // ui/session_file_view.h

/// A long task that the interface shows; total 0: unknown length.
struct TaskView {
    std::string what;
    int done = 0;
    int total = 0;
    bool can_end = false; ///< by the user, with a CancelTask
};

/// What a message offers to do about what it tells of, by a button.
enum class ToastOffer {
    none,
    undo,          ///< takes it back
    continue_tour, ///< where it was left
    save_tours     ///< tries once more to write the user's tours
};

/// A message at the foot of the stage. Errors stay until closed.
struct Toast {
    std::string text;
    bool error = false;
    ToastOffer offer = ToastOffer::none;
    double born = 0.0; ///< seconds, by the interface's clock
};

/// A picture of a text, in a size in pixels.
struct WantedPicture {
    knowledge::LivePicture picture;
    glm::ivec2 size{0};
    std::optional<knowledge::TourStop> stop{}; ///< of a tour, shown whole in place of `picture`
    bool operator==(const WantedPicture&) const = default;
};

/// One that is drawn: its texture, as the draw list takes it.
struct DrawnPicture {
    WantedPicture what;
    std::uint32_t texture = 0;
};

/// Which faces a frame is set in.
enum class FaceSet {
    panels,
    lecture,       ///< those that are read from the last row of a room
    bedside,       ///< large ones; nothing is small
    bedside_small, ///< for windows below 1500 px
};

/// The faces of a window so laid out.
FaceSet faces_of(const view::Layout& layout);

struct PresenterView; // ui/presenter.h

/// Everything the panels read in one frame.
struct FrameInput {
    const session::Session& session;
    const session::World& world;
    const knowledge::Search& search;
    const view::Layout& layout;
    std::span<const view::Pane> panes; ///< of the stage, as drawn
    const view::StageMarks& marks;     ///< of all panes
    const view::Pointing& pointing;    ///< of the last frame
    const session::CameraPose& pose;   ///< where the camera is just now
    std::optional<TaskView> task;
    std::string model_name;
    std::string model_credit;
    bool model_loaded = false;
    Box framed_bounds; ///< of what the camera frames on request: what is chosen, else everything
    std::vector<std::string> unmatched; ///< pieces of the model without a bone
    std::vector<Toast> toasts;
    std::span<const DrawnPicture> pictures{}; ///< of texts, drawn for this theme and model
    const SessionFileView* file = nullptr;    ///< null: no files are worked with, as in pictures
    /// Where the speaker points in the room's picture, in shares of it; absent: nowhere.
    std::optional<glm::vec2> pointer_in_room{};
    const study::View* study = nullptr; ///< in study mode
    std::string no_speech{};            ///< why names cannot be spoken; empty: they can
    bool first_steps = false;           ///< the card of the first start may be shown
    /// The user's tours that could not be written to disk, by their ids.
    std::span<const std::string> unsaved_tours{};
    bool asks_about_tours = false; ///< the window is to close, and would lose those
};

/// What the user did in one frame.
struct FrameOutput {
    std::vector<session::Action> actions;
    view::Pointing pointing;       ///< rows, legend blocks and markers hovered now
    bool pointer_on_stage = false; ///< the pointer is over the skeleton, not over a panel
    bool pointer_on_mark = false;  ///< over a marker or landmark: a click is its own, a drag not
    bool wants_keyboard = false;   ///< a text field has the keyboard
    /// Seconds until something changes by itself, while nothing moves before.
    std::optional<double> next_frame_in;
    bool wants_more_frames = false; ///< something moves (a fade, a tooltip delay), or keys wait
    std::vector<std::size_t> closed_toasts;
    std::vector<WantedPicture> pictures; ///< of texts, that are in view
    std::vector<Request> requests;
    std::string told; ///< what has the keyboard's focus, as it is said aloud; empty: nothing has
    /// Where the pointer is in the room's picture, in shares of it; absent: beside it.
    std::optional<glm::vec2> pointer_in_room;
};

/// The interface: fonts, theme and panels over Dear ImGui. Reads state and returns actions; keeps
/// nothing of the session. Needs a current OpenGL context from `attach` to `~Interface`.
class Interface {
public:
    /// `window` may be null: pictures without a window, where size and time are given by hand. Else
    /// its user pointer points to a WindowLink (ui/window_link.h).
    static Result<Interface> create(GLFWwindow* window);
    Interface(Interface&&) noexcept;
    Interface& operator=(Interface&&) noexcept;
    ~Interface();

    /// Begins a frame; rebuilds the fonts where scale or text size changed. For pictures without a
    /// window give the size in pixels and the time step.
    void begin_frame(float scale, const session::Settings& settings, bool reduces_motion,
                     FaceSet faces = FaceSet::panels);
    void begin_frame_offscreen(float scale, const session::Settings& settings, int width,
                               int height, float seconds, FaceSet faces = FaceSet::panels);
    /// Whether a place of the window, in pixels, is the bare stage as it was last drawn: no panel,
    /// button or menu lies there. A finger comes down without having hovered before.
    bool is_bare(glm::vec2 pixel) const;
    /// Opens the command palette as if this was typed.
    void open_palette(std::string query);
    /// The size of a label plate in the fonts of this frame.
    glm::vec2 measure_label(const std::string& title, const std::string& subtitle,
                            view::LabelForm form) const;
    /// Draws all panels. A panel that fails shows its error and stops nothing else.
    FrameOutput draw(const FrameInput& input);
    /// Draws the presenter's window in place of the panels.
    FrameOutput draw_presenter(const FrameInput& input, const PresenterView& view);
    /// Ends the frame and renders the interface into the bound framebuffer.
    void end_frame(int width, int height);

private:
    struct Parts;
    explicit Interface(std::unique_ptr<Parts> parts);
    /// Theme, style and fonts of the coming frame.
    void prepare(float scale, const session::Settings& settings, FaceSet faces);
    std::unique_ptr<Parts> parts_;
};

} // namespace osteon::ui
