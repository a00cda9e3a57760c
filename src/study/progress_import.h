#pragma once

#include "base/error.h"
#include "study/learner.h"
#include "study/sqlite.h"

#include <filesystem>
#include <string>
#include <vector>

namespace osteon::study {

/// A learner of another progress file, with all reviews. A learner is told by identities: one is
/// given to each who is new on a machine, and goes along with every copy; who was joined with
/// another has several. A name is only what others call a learner by, and two may have the same.
struct CopiedLearner {
    Learner learner;
    std::vector<std::string> identities; ///< none in files of schema version 2 and below
    std::vector<Review> reviews;
};

/// What is to be done where a file is broken in the middle.
enum class Reading {
    whole,    ///< fail
    salvaged, ///< take what can be read
};

/// The learners and reviews of a file, which is not changed.
Result<std::vector<CopiedLearner>> read_copied(const std::filesystem::path& file, Reading reading);

/// What an import has changed.
struct Imported {
    /// A learner who was added under another name, since someone else here has that one.
    struct Renamed {
        std::string name;
        std::string here;
        bool operator==(const Renamed&) const = default;
    };
    int answers = 0; ///< that were added
    std::vector<Renamed> renamed;
};

/// Adds learners and reviews. Who has an identity in common with a learner here, or an answer to
/// the millisecond, is that learner; what was salvaged is of the same file, where the name tells as
/// well. All others are added. A review that is there already (same card, same second) is not added
/// again. All or nothing.
Result<Imported> add_copied(const Database& database, const std::vector<CopiedLearner>& copied,
                            Reading reading);

/// Makes a learner, with an identity of its own where there is none. Fails where the name is taken.
Result<LearnerId> insert_learner(const Database& database, const Learner& learner,
                                 const std::vector<std::string>& identities);

/// Moves all reviews and identities of a learner to another and removes the first. All or nothing.
/// The number of reviews moved.
Result<int> join(const Database& database, LearnerId from, LearnerId into);

} // namespace osteon::study
