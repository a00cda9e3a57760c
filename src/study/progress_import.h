#pragma once

#include "base/error.h"
#include "study/learner.h"
#include "study/sqlite.h"

#include <filesystem>
#include <vector>

namespace osteon::study {

/// A learner of another progress file, with all reviews.
struct CopiedLearner {
    Learner learner;
    std::vector<Review> reviews;
};

/// What is to be done where a file is broken in the middle.
enum class Reading {
    whole,    ///< fail
    salvaged, ///< take what can be read
};

/// The learners and reviews of a file, which is not changed.
Result<std::vector<CopiedLearner>> read_copied(const std::filesystem::path& file, Reading reading);

/// Adds learners and reviews: learners of the same name are one, and a review that is there already
/// (same card, same second) is not added again. All or nothing. The number of reviews added.
Result<int> add_copied(const Database& database, const std::vector<CopiedLearner>& copied);

/// Makes a learner. Fails where the name is taken.
Result<LearnerId> insert_learner(const Database& database, const Learner& learner);

} // namespace osteon::study
