#pragma once

#include "base/error.h"
#include "base/progress.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tbb/parallel_for.h>

namespace osteon::anatomy {

/// The failure of a task that the user stopped through its Progress.
inline Error stopped() {
    return {Fault::input, "", "", "Loading was stopped", ""};
}

/// Runs `work(index)` for every index below `count` on all cores, in batches of `batch`. Between
/// the batches `report(index)` is called on the calling thread and may return false to stop; the
/// result says whether all the work was done.
template <class Work, class Report>
bool run_in_batches(std::size_t count, std::size_t batch, const Work& work, const Report& report) {
    for (std::size_t first = 0; first < count; first += batch) {
        if (!report(first)) {
            return false;
        }
        tbb::parallel_for(first, std::min(count, first + batch), work);
    }
    return true;
}

/// Tells the progress, where there is one; false asks to stop.
inline bool tell(const Progress& progress, std::string_view what, std::size_t done,
                 std::size_t total) {
    return !progress || progress(what, static_cast<int>(done), static_cast<int>(total));
}

} // namespace osteon::anatomy
