#pragma once

#include "session/session.h"

namespace osteon::session {

/// The view of the stage as a stop of a tour: what stage_of() and wish_of() make of it is the same
/// stage and the same camera. A free plane of a section is recorded as the anatomical one whose
/// normal is nearest.
knowledge::TourStop stop_from(const Stage& stage, const World& world);

/// Carries out the actions that change the user's own tours.
struct TourEdit {
    Session& session;
    const World& world;

    void operator()(const PutTour& action);
    void operator()(const RemoveTour& action);
    void operator()(const RecordStop& action);
    void operator()(const UndoTours& action);

private:
    void remember_tours();
    void keep_running();
};

} // namespace osteon::session
