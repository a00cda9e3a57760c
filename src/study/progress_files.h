#pragma once

#include "base/error.h"
#include "study/moment.h"
#include "study/sqlite.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

/// The files around a progress file: its backups, and what was set aside.
namespace osteon::study {

/// How many backups are kept; the oldest go first.
inline constexpr std::size_t c_backups_kept = 10;

/// The folder of the backups, beside the file.
std::filesystem::path backup_folder(const std::filesystem::path& file);

/// The backups of a file, newest first.
std::vector<std::filesystem::path> backups_of(const std::filesystem::path& file);

/// The day (UTC) of the newest backup that is not of the future, as one is that was made while the
/// clock was wrong; the epoch where there is none.
std::chrono::sys_days newest_backup_day(const std::filesystem::path& file,
                                        std::chrono::sys_seconds now);

/// When a backup of a file was made: "2026-03-03 18:00 UTC".
std::string time_of_backup(const std::filesystem::path& backup, const std::filesystem::path& file);

/// Writes a new backup and removes those beyond c_backups_kept; its path.
Result<std::filesystem::path> write_backup(const Database& database,
                                           const std::filesystem::path& file,
                                           std::chrono::sys_seconds time);

/// Renames a damaged file and its log, so that nothing of it is lost; its new path.
Result<std::filesystem::path> set_aside(const std::filesystem::path& file,
                                        std::chrono::sys_seconds time);

/// The newest damaged file that was set aside; empty: there is none.
std::filesystem::path newest_set_aside(const std::filesystem::path& file);

/// Puts the newest backup that is whole in the place of a file, one of the future only where there
/// is no other; its path, or an empty one where no backup is.
Result<std::filesystem::path> restore_newest_backup(const std::filesystem::path& file,
                                                    std::chrono::sys_seconds now);

} // namespace osteon::study
