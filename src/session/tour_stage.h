#pragma once

#include "knowledge/tour.h"
#include "session/session.h"

namespace osteon::session {

/// How long the camera flies from stop to stop, seconds.
inline constexpr float c_tour_flight = 1.6F;

/// The stage that a stop of a tour shows. What a stop does not speak of is as at the start, but the
/// camera, the development of films and the opacity of ghosts stay those of `now`. Unknown ids show
/// nothing.
Stage stage_of(const knowledge::TourStop& stop, const Stage& now, const World& world);

/// Where the camera stands for it: the place that was recorded, or what frames what is shown.
CameraWish wish_of(const knowledge::TourStop& stop, const World& world);

/// The tour with an id, the user's own before those that ship; nullptr where there is none.
const knowledge::Tour* find_tour(const Session& session, const World& world, const std::string& id);
/// The tour that runs, and its stop; nullptr where none runs.
const knowledge::Tour* running_tour(const Session& session, const World& world);
const knowledge::TourStop* running_stop(const Session& session, const World& world);
/// Where the tour that was given last goes on, from 0; none where it was not left midway.
std::optional<std::size_t> stop_to_continue(const Session& session, const World& world);
/// By how many seconds a tour that has taken `elapsed` seconds is behind its plan while it rests at
/// a stop; 0: it is on time.
int seconds_late(const knowledge::Tour& tour, std::size_t stop, double elapsed);
/// Whether a tour is shown to the room: it runs, and the room of lectures is open.
bool is_presenting(const Session& session);

} // namespace osteon::session
