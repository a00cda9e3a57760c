#pragma once

#include <imgui.h>

#include <optional>
#include <unordered_map>

namespace osteon::ui {

/// The fades of the interface: one clock for all, nothing kept but how far each has come. A frame
/// is wanted only while something moves.
class Motion {
public:
    /// Begins a frame that is `seconds` after the last. `reduced`: every change is at once.
    void begin_frame(float seconds, bool reduced);

    /// How far `id` has come towards on (1) or off (0), eased out; a whole way takes `seconds`.
    float towards(ImGuiID id, bool on, float seconds = 0.08F);

    /// Whether nothing is to move by itself.
    bool reduced() const { return reduced_; }

    /// Asks for a further frame: something is still on its way.
    void ask_for_frame() { moving_ = true; }
    bool moving() const { return moving_; }
    /// Asks for a frame after some seconds of rest: something changes by itself then.
    void ask_for_frame_in(double seconds);
    /// Seconds until the next such frame; nothing where none was asked for.
    std::optional<double> next_frame_in() const { return next_frame_in_; }

private:
    struct Fade {
        float place = 0.0F;
        int last_frame = 0;
    };
    std::unordered_map<ImGuiID, Fade> fades_;
    float step_ = 0.0F;
    int frame_ = 0;
    bool reduced_ = false;
    bool moving_ = false;
    std::optional<double> next_frame_in_;
};

} // namespace osteon::ui
