#pragma once

#include "base/error.h"
#include "study/sqlite.h"

namespace osteon::study {

/// The schema that this version writes. Version 2 added the learners' settings and the indices,
/// version 3 the learners' identities.
inline constexpr int c_schema_version = 3;

/// What a database is to us.
enum class Condition {
    good,    ///< a progress file of this version or an older one, or an empty database
    damaged, ///< no progress file, or one with broken pages
    newer,   ///< a progress file of a later version
};

/// Looks at the header and checks all pages (PRAGMA quick_check). Fails where the file cannot be
/// read at all.
Result<Condition> condition_of(const Database& database);

/// The version of a good progress file; 0: an empty database.
Result<int> schema_version(const Database& database);

/// Brings an empty or older database to c_schema_version, one version after the other, each wholly
/// or not at all.
Result<void> migrate(const Database& database);

} // namespace osteon::study
