#pragma once

#include "app/model_loader.h"
#include "app/stage_picture.h"

#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <optional>
#include <stop_token>
#include <string>

namespace osteon::app {

/// A picture of the stage that is to become a file.
struct PictureOrder {
    /// Makes the file of the picture, on a thread of its own. Writes nothing where it is asked to
    /// stop.
    using Write = std::function<Result<void>(render::Image image, const std::filesystem::path& file,
                                             const std::stop_token& stop)>;

    const Atlas* atlas = nullptr;
    session::Session session; ///< as it was when the picture was asked for
    PictureSize size;
    std::filesystem::path folder; ///< of the file; missing ones are made
    std::string name;             ///< of the file, without its ending; made new in the folder
    std::string ending;           ///< ".png"
    Write write;
};

/// The pictures that go out of a running window, one after the other. Each is drawn on the window's
/// thread, a few steps between two frames, and packed and written on another.
class Outbox {
public:
    /// `wake` is called from another thread once a file is written.
    explicit Outbox(std::function<void()> wake)
        : wake_(std::move(wake)) {}

    void add(PictureOrder order);
    /// Whether anything is drawn, written or waits.
    bool busy() const { return !orders_.empty(); }
    /// Whether draw() has something to do: nothing may be uploaded to the renderer then.
    bool draws() const { return busy() && !writing_.valid(); }
    /// Draws for so long, and a step at the least.
    void draw(StageView& stage, render::Renderer& renderer, double seconds);
    /// The renderer ends: what is half drawn begins again with the next one.
    void drop_drawing() { drawing_.reset(); }

    LoadProgress progress() const;
    /// Seconds since the first one was begun.
    double seconds() const;
    /// Ends the first one; where it is not written yet, there will be no file.
    void cancel();

    /// How one has ended.
    struct Ended {
        std::filesystem::path file{};
        Result<void> written{};
        bool cancelled = false; ///< nothing was written
    };
    /// The next one that has, once.
    std::optional<Ended> take();

private:
    Result<void> draw_steps(StageView& stage, render::Renderer& renderer, double seconds);
    void begin_writing();
    void end_first(Ended how);

    std::function<void()> wake_;
    std::deque<PictureOrder> orders_;     ///< the first is worked on
    std::optional<StagePicture> drawing_; ///< of the first; none: not begun, or drawn
    std::optional<double> begun_;         ///< when the first was, seconds
    std::stop_source stop_;               ///< of the first
    std::optional<Ended> ended_;          ///< not yet told
    std::filesystem::path file_;          ///< that is written
    std::future<Result<void>> writing_;   ///< last: what is written is waited for
};

} // namespace osteon::app
