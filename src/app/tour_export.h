#pragma once

#include "app/atlas.h"
#include "app/command_line.h"
#include "app/studio.h"
#include "knowledge/tour.h"

namespace osteon::app {

/// What an export wrote.
struct TourReport {
    int pictures = 0;     ///< drawn
    int frames = 0;       ///< of a video
    double seconds = 0.0; ///< of a video
};

/// The tour of a command, by its id: one of the user's own, or one that ships. Tours that are not
/// there are a usage error.
Result<knowledge::Tour> tour_of(const Atlas& atlas, const WriteTour& command);

/// Writes a tour as numbered pictures, a video or a PDF, whole or not at all. Where `progress`
/// asks to stop, nothing is left behind, and the error says so.
Result<TourReport> export_tour(const knowledge::Tour& tour, const WriteTour& command,
                               const Atlas& atlas, Studio& studio, const Progress& progress);

/// The command: loads the model, writes, tells how far it is; the exit code.
Result<int> run_tour_export(const Atlas& atlas, const WriteTour& command);

} // namespace osteon::app
