#pragma once

#include "app/atlas.h"
#include "app/command_line.h"
#include "render/renderer.h"

namespace osteon::app {

/// What a run of the window did, for the benches.
struct WindowReport {
    double first_picture_ms = 0.0; ///< from the start of the process until skeleton and panels show
    double full_picture_ms = 0.0;  ///< the same, until they show in full detail
    int frames = 0;                ///< drawn while idling
    double seconds = 0.0;          ///< of idling
    double cpu_seconds = 0.0;      ///< of processor time while idling
    int losses = 0;                ///< contexts lost and made anew
    int same_after_loss = 0;       ///< of them, those with the same picture after as before
    std::size_t triangles = 0;
    render::DriverInfo driver;
};

/// When a run of the window ends by itself.
struct WindowLimits {
    bool stop_at_full_picture = false;
    double idle_seconds = 0.0; ///< over 0: idle so long after the first picture, then stop
    int losses = 0; ///< over 0: lose the context so often after the first picture, then stop
    int width = 0;  ///< over 0: the window's size, in place of the remembered one
    int height = 0;
    bool remember = true; ///< write the settings at the end
};

/// Opens the window and runs until it is closed. Returns what happened. The atlas and the model are
/// loaded while the window opens.
Result<WindowReport> run_window(const AtlasSource& load, const OpenWindow& command,
                                const WindowLimits& limits);

} // namespace osteon::app
