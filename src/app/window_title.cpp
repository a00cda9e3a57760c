#include "app/window_title.h"

namespace osteon::app {

std::string window_title(const session::Stage& stage, const Atlas& atlas) {
    if (session::names_hidden(stage)) {
        return "Osteon";
    }
    std::string title;
    const auto add = [&title](const std::string& name) { title += name + " – "; };
    if (stage.landmark != anatomy::no_landmark) {
        add(atlas.registry.landmarks[stage.landmark].name);
    }
    if (stage.question && stage.question->lit.size() == 1) {
        add(atlas.registry.bones[stage.question->lit.front()].name);
    }
    if (stage.selection.size() == 1) {
        add(atlas.registry.bones[stage.selection.front()].name);
    }
    if (const knowledge::Site* const site = atlas.knowledge.site(stage.site)) {
        add(site->name);
    }
    if (const knowledge::Primary* const primary = atlas.knowledge.primary(stage.primary)) {
        add(primary->name);
    }
    return title + "Osteon";
}

} // namespace osteon::app
