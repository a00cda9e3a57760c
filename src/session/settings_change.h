#pragma once

#include "session/session.h"

namespace osteon::session {

/// Carries out the actions that change what is remembered between two starts.
struct SettingsChange {
    Settings& settings;
    const World& world;

    void operator()(const SetLevel& action);
    void operator()(const SetTheme& action);
    void operator()(const SetScale& action);
    void operator()(const SetTextSize& action);
    void operator()(const SetLanguage& action);
    void operator()(const SetMotion& action);
    void operator()(const SetPatterns& action);
    void operator()(const SetSpeech& action);
    void operator()(const BindKey& action);
    void operator()(const ResetKeys& action);
    void operator()(const EndFirstSteps&);
    void operator()(const OpenDrawer& action);
    void operator()(const FoldPanel& action);
    void operator()(const SetPanelWidth& action);
    void operator()(const SetDrawerWidth& action);
    void operator()(const ShowUncheckedFigures& action);
    void operator()(const SortRegions& action);
    void operator()(const ShowInMatrix& action);
    void operator()(const SetDimRest& action);
    void operator()(const ShowLandmarks& action);
    void operator()(const SetModel& action);
};

} // namespace osteon::session
