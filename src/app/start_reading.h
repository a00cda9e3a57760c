#pragma once

#include "app/atlas.h"
#include "app/command_line.h"
#include "app/model_loader.h"

#include <functional>
#include <memory>
#include <string>

namespace osteon::app {

/// The texts, and a loader that has begun to load the model.
struct StartReading {
    Result<std::unique_ptr<Atlas>> atlas;
    std::unique_ptr<ModelLoader> loader; ///< refers to the atlas; null where there is none
    std::string warning;                 ///< why the language is not the remembered one
};

/// Reads the texts in the language of the settings, or in English where the remembered one has gone
/// with its folder, and lets the model be loaded unless there is a recipe. For a thread beside the
/// one that opens the window. `wake` is called as the loader does.
StartReading read_for_start(const AtlasSource& load, const OpenWindow& command,
                            const session::Settings& settings, std::function<void()> wake);

} // namespace osteon::app
