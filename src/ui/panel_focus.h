#pragma once

namespace osteon::ui {

/// Who has the keyboard: the skeleton, as a rule; after F6 one of the panels, where the arrow keys
/// walk from part to part, Enter presses and Escape leaves.
class PanelFocus {
public:
    /// Before a frame begins: lets Dear ImGui take the keys or leaves them to the skeleton.
    void begin_frame();
    /// F6: to the next panel, after the last back to the skeleton.
    void next();
    /// Escape, or a click on the stage.
    void leave();
    bool in_panels() const { return panel_ >= 0; }

private:
    int panel_ = -1; ///< index of the panel; below 0: the skeleton
};

} // namespace osteon::ui
