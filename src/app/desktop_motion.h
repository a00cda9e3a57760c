#pragma once

#include <future>
#include <optional>
#include <string_view>
#include <thread>

namespace osteon::app {

/// What the desktop says of motion, asked once on a thread of its own:
/// - KDE Plasma: AnimationDurationFactor=0 in the group [KDE] of kdeglobals,
/// - GNOME and those like it: org.gnome.desktop.interface enable-animations, by the tool gsettings,
/// - else gtk-enable-animations in GTK's settings.ini.
/// Without a desktop ($XDG_CURRENT_DESKTOP) nothing is asked.
class DesktopMotion {
public:
    /// Begins to ask; `done` is called on the other thread.
    void ask(void (*done)());
    /// Whether motion is to be reduced, once, as soon as it is known.
    std::optional<bool> take();

private:
    std::future<bool> answer_;
    std::jthread asking_;
};

/// The value of a key in a group of an INI file; empty: it has none.
std::string_view ini_value(std::string_view text, std::string_view group, std::string_view key);
bool kde_reduces_motion(std::string_view kdeglobals);
bool gtk_reduces_motion(std::string_view settings_ini);
/// `answer` as printed by gsettings.
bool gnome_reduces_motion(std::string_view answer);

} // namespace osteon::app
