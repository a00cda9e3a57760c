#pragma once

namespace osteon::ui {

/// Who has the keyboard: the skeleton, as a rule; after F6 one of the panels, where the arrow keys
/// walk from part to part, Enter presses and Escape leaves.
class PanelFocus {
public:
    /// Before a frame begins: lets Dear ImGui take the keys or leaves them to the skeleton.
    /// While `covered`, something else has the keyboard, such as the command palette.
    void begin_frame(bool covered);
    /// After a frame has begun, before panels are drawn: gives the keyboard to the first part of
    /// the panel that was just entered; Tab goes on from part to part. Whether another frame is
    /// needed to show it.
    bool enter();
    /// F6: to the next panel, after the last back to the skeleton.
    void next();
    /// Escape, or a click on the stage.
    void leave();
    bool in_panels() const { return panel_ >= 0; }
    /// Whether a menu was open when the frame began. Dear ImGui closes it by Escape itself, and
    /// that Escape leaves nothing else.
    bool had_menu() const { return had_menu_; }

    /// After a frame: the window of a question that stands before everything; null: there is none.
    /// It has the keyboard until it is answered; then who had it before has it again.
    void ask(const char* window);
    static constexpr const char* question = "veil"; ///< the window of questions about files
    /// What covered the panels is gone: the one that had the keyboard has it again.
    void uncover();

private:
    int panel_ = -1;             ///< index of the panel; below 0: the skeleton
    const char* asks_ = nullptr; ///< the window of the question
    int frames_to_enter_ = 0;
    bool had_menu_ = false;
    bool navigates_ = false; ///< in this frame the keys are those of a panel
};

} // namespace osteon::ui
