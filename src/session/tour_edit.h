#pragma once

#include "session/session.h"

namespace osteon::session {

/// The view of the stage as a stop of a tour: what stage_of() and wish_of() make of it looks the
/// same, from the same camera. What belongs to study mode, its question and its colours, is no part
/// of it; nor is the way in which bones came to be chosen.
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
