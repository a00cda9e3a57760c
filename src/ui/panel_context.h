#pragma once

#include "ui/fonts.h"
#include "ui/interface.h"
#include "ui/key_map.h"
#include "ui/motion.h"
#include "ui/theme.h"

#include <imgui.h>

#include <string>
#include <utility>

namespace osteon::ui {

using knowledge::translatable;

/// What every panel is given: what to read, how to look, and where to put what the user did.
struct PanelContext {
    const FrameInput& input;
    const Theme& theme;
    const Metrics& metrics;
    const Fonts& fonts;
    Motion& motion;
    FrameOutput& output;
    double now;         ///< seconds, by the interface's clock
    const KeyMap& keys; ///< of the commands, as the user has them

    float px(float length) const { return metrics.px(length); }
    const knowledge::Language& language() const { return input.world.knowledge.language; }
    /// A text of the interface in the user's language; the English one stands in the code.
    const char* tr(const char* english) const { return language().tr(english); }
    /// The same for a pattern, with its places filled in.
    template <class... Args>
    std::string tr(fmt::format_string<Args...> english, Args&&... args) const {
        return language().tr(english, std::forward<Args>(args)...);
    }
    template <class Action>
    void emit(Action action) {
        output.actions.push_back(session::Action{std::move(action)});
    }
};

/// The first key of a command in the user's language: "Strg+K"; empty: it has none.
std::string keys_of(const PanelContext& context, Command command);
/// The same, to go after its words: " (Ctrl+K)".
std::string keys_after(const PanelContext& context, Command command);

/// A fixed, undecorated window, open until it goes out of scope. Nothing inside is padded.
class FixedWindow {
public:
    struct Options {
        ImU32 ground = 0;          ///< 0: nothing is drawn behind
        bool scrolls = false;      ///< vertical scrollbar where the content is too long
        bool takes_input = true;   ///< false: the pointer goes through
        float rounding = 0.0F;     ///< pixels
        bool on_top = false;       ///< above all other windows but popups
        bool stays_behind = false; ///< never raised above other windows by a click
    };
    FixedWindow(const char* name, const Rect& area, const Options& options);
    ~FixedWindow();
    FixedWindow(const FixedWindow&) = delete;
    FixedWindow& operator=(const FixedWindow&) = delete;
};

/// A scrolling part of the current window: the given size at the cursor, padded by `padding`.
/// The scrollbar is 6 px wide and only shows while the pointer is over the part.
class ScrollArea {
public:
    ScrollArea(PanelContext& context, const char* id, ImVec2 size, ImVec2 padding);
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;
};

} // namespace osteon::ui
