#pragma once

#include "app/tour_files.h"

#include <optional>
#include <string>
#include <vector>

namespace osteon::app {

/// Keeps the files of the user's tours to what they are by now. Words are typed letter by letter,
/// so that it waits for a pause. Times are seconds by the window's clock.
class ToursKeeper {
public:
    explicit ToursKeeper(TourFiles files);

    /// As read from the files, and what is wrong with those.
    const knowledge::Tours& read() const { return files_.read(); }

    /// Writes what has changed, once it has rested for a moment. What cannot be written stays
    /// unsaved(), and is tried again from time to time.
    Result<void> keep(const std::vector<knowledge::Tour>& tours, double now);
    /// The same without waiting.
    Result<void> keep_at_once(const std::vector<knowledge::Tour>& tours, double now);
    /// When keep() has something to do next.
    std::optional<double> next_time() const { return due_; }
    /// The ids of those that could not be written; empty while all is well.
    const std::vector<std::string>& unsaved() const { return unsaved_; }
    /// Whether anything could not be brought to the disk: a tour, or the end of one.
    bool failed() const { return failed_; }

private:
    TourFiles files_;
    std::vector<knowledge::Tour> seen_; ///< in the last keep()
    std::vector<std::string> unsaved_;
    bool failed_ = false;
    double since_ = 0.0; ///< when what waits began to wait
    std::optional<double> due_;
};

} // namespace osteon::app
