#pragma once

#include "session/session.h"

namespace osteon::session {

/// Carries out the actions of a lecture. Those that need a tour change nothing while none runs.
struct LectureChange {
    Session& session;
    const World& world;

    void operator()(const StartTour& action);
    void operator()(const GoToStop& action);
    void operator()(const WalkTour& action);
    void operator()(const EndTour& action);
    void operator()(const ContinueTour& action);
    void operator()(const ShowTourStop& action);
    void operator()(const BlankScreen& action);
    void operator()(const HoldTool& action);
    void operator()(const TakePen& action);
    void operator()(const DrawOver& action);
    void operator()(const UndoDrawing& action);
    void operator()(const ClearDrawing& action);

    /// The stop of the tour that runs, as the lecture is entered again; nothing where none runs.
    void show_again();

private:
    void return_to_lecture();
    void show(const knowledge::TourStop& stop);
};

} // namespace osteon::session
