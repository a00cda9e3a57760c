#include "session/settings_change.h"

#include "session/limits.h"

#include <algorithm>
#include <cmath>

namespace osteon::session {
namespace {

void set(float& setting, float value, const Limits& limits) {
    if (std::isfinite(value)) {
        setting = limits.clamped(value);
    }
}

} // namespace

void SettingsChange::operator()(const SetLevel& action) {
    settings.level = action.level;
}

void SettingsChange::operator()(const SetTheme& action) {
    settings.theme = action.theme;
}

void SettingsChange::operator()(const SetScale& action) {
    if (std::isfinite(action.scale)) {
        settings.scale = action.scale <= 0.0F ? 0.0F : scale_limits.clamped(action.scale);
    }
}

void SettingsChange::operator()(const SetTextSize& action) {
    set(settings.text_size, action.factor, text_size_limits);
}

void SettingsChange::operator()(const SetLanguage& action) {
    const auto& known = world.knowledge.languages;
    if (std::ranges::find(known, action.id, &knowledge::LanguageName::id) != known.end()) {
        settings.language = action.id;
    }
}

void SettingsChange::operator()(const SetMotion& action) {
    settings.motion = action.motion;
}

void SettingsChange::operator()(const SetPatterns& action) {
    settings.patterns = action.on;
}

void SettingsChange::operator()(const SetSpeech& action) {
    settings.speech = action.on;
}

void SettingsChange::operator()(const BindKey& action) {
    settings.keys[action.command] = action.keys;
}

void SettingsChange::operator()(const ResetKeys& action) {
    if (action.command.empty()) {
        settings.keys.clear();
    } else {
        settings.keys.erase(action.command);
    }
}

void SettingsChange::operator()(const EndFirstSteps&) {
    settings.first_steps_done = true;
}

void SettingsChange::operator()(const OpenDrawer& action) {
    settings.drawer = action.drawer;
}

void SettingsChange::operator()(const FoldPanel& action) {
    settings.panel_folded = action.folded;
}

void SettingsChange::operator()(const SetPanelWidth& action) {
    set(settings.panel_width, action.width, panel_width_limits);
}

void SettingsChange::operator()(const SetDrawerWidth& action) {
    set(settings.drawer_width, action.width, drawer_width_limits);
}

void SettingsChange::operator()(const ShowUncheckedFigures& action) {
    settings.show_unchecked = action.on;
}

void SettingsChange::operator()(const SortRegions& action) {
    settings.region_order = action.order;
}

void SettingsChange::operator()(const ShowInMatrix& action) {
    settings.matrix = action.figures;
}

void SettingsChange::operator()(const SetDimRest& action) {
    settings.dim_rest = action.on;
}

void SettingsChange::operator()(const ShowLandmarks& action) {
    settings.show_landmarks = action.on;
}

void SettingsChange::operator()(const SetModel& action) {
    settings.model = action.source;
}

} // namespace osteon::session
