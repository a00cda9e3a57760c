#include "app/start_reading.h"

#include <utility>

namespace osteon::app {

StartReading read_for_start(const AtlasSource& load, const OpenWindow& command,
                            const session::Settings& settings, std::function<void()> wake) {
    StartReading reading{load(settings.language), nullptr, {}};
    if (!reading.atlas && !command.language && settings.language != knowledge::base_language) {
        reading.warning = describe(reading.atlas.error());
        reading.atlas = load(std::string(knowledge::base_language));
    }
    if (reading.atlas) {
        const Atlas& atlas = **reading.atlas;
        reading.loader =
            std::make_unique<ModelLoader>(atlas.registry, atlas.folders, std::move(wake));
        if (!command.recipe) {
            reading.loader->start(settings.model);
        }
    }
    return reading;
}

} // namespace osteon::app
