#include "study/progress_files.h"

#include "base/files.h"
#include "study/progress_schema.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <functional>
#include <optional>
#include <sstream>
#include <string_view>
#include <system_error>

namespace osteon::study {
namespace {

namespace fs = std::filesystem;

constexpr const char* date_and_time = "%Y-%m-%d-%H%M%S"; ///< in UTC; sorts by time
constexpr std::size_t date_length = 10;

std::string stamp(std::chrono::sys_seconds time) {
    const std::time_t instant = std::chrono::system_clock::to_time_t(time);
    std::tm parts{};
    ::gmtime_r(&instant, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), date_and_time, &parts)};
}

/// "study-" of "study.sqlite3": what the names of its backups begin with.
std::string beginning(const fs::path& file) {
    return file.stem().string() + '-';
}

std::optional<std::chrono::sys_days> day_in(std::string_view date) {
    std::istringstream text{std::string(date)};
    int year = 0;
    int month = 0;
    int day = 0;
    char dash = '-';
    if (!(text >> year >> dash >> month >> dash >> day)) {
        return std::nullopt;
    }
    const std::chrono::year_month_day read{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return read.ok() ? std::optional(std::chrono::sys_days(read)) : std::nullopt;
}

/// The day that a backup is named by; the first of all where it has none.
std::chrono::sys_days day_of(const fs::path& backup, const fs::path& file) {
    const std::string name = backup.filename().string();
    return day_in(std::string_view(name).substr(beginning(file).size(), date_length))
        .value_or(std::chrono::sys_days{});
}

bool is_whole(const fs::path& backup) {
    const Result<Database> database = Database::open_to_read(backup);
    if (!database) {
        return false;
    }
    const Result<int> version = schema_version(*database);
    return version && *version > 0 && condition_of(*database) == Condition::good;
}

} // namespace

fs::path backup_folder(const fs::path& file) {
    return file.parent_path() / (file.stem().string() + "-backups");
}

std::vector<fs::path> backups_of(const fs::path& file) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(backup_folder(file), error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(beginning(file)) && entry->path().extension() == file.extension()) {
            found.push_back(entry->path());
        }
    }
    std::ranges::sort(found, std::greater{});
    return found;
}

std::chrono::sys_days newest_backup_day(const fs::path& file, std::chrono::sys_seconds now) {
    for (const fs::path& backup : backups_of(file)) {
        if (const auto day = day_of(backup, file); day <= now) {
            return day;
        }
    }
    return {};
}

std::string time_of_backup(const fs::path& backup, const fs::path& file) {
    const std::string name = backup.stem().string();
    const std::string stamped = name.substr(std::min(beginning(file).size(), name.size()));
    if (stamped.size() < date_length + 5) {
        return name; // not named by this program
    }
    const std::string_view clock = std::string_view(stamped).substr(date_length + 1);
    return stamped.substr(0, date_length) + ' ' + std::string(clock.substr(0, 2)) + ':' +
           std::string(clock.substr(2, 2)) + " UTC";
}

Result<fs::path> write_backup(const Database& database, const fs::path& file,
                              std::chrono::sys_seconds time) {
    const Result<std::string> bytes = database.bytes();
    if (!bytes) {
        return fail(bytes.error());
    }
    const fs::path backup =
        backup_folder(file) / (beginning(file) + stamp(time) + file.extension().string());
    if (Result<void> written = write_file_atomically(backup, *bytes); !written) {
        return fail(written.error());
    }
    const std::vector<fs::path> all = backups_of(file);
    for (std::size_t i = c_backups_kept; i < all.size(); ++i) {
        std::error_code ignored; // one backup too many does no harm
        fs::remove(all[i], ignored);
    }
    return backup;
}

Result<fs::path> set_aside(const fs::path& file, std::chrono::sys_seconds time) {
    const fs::path aside = file.parent_path() /
                           (beginning(file) + "damaged-" + stamp(time) + file.extension().string());
    // The log first: beside a whole new file, the log of the old one would be read into it.
    for (const char* part : {"-wal", "-shm", ""}) {
        std::error_code error;
        const fs::path from = file.string() + part;
        if (fs::exists(from, error)) {
            fs::rename(from, aside.string() + part, error);
        }
        if (error) {
            return fail({Fault::machine, from.string(), "",
                         "the damaged progress file cannot be set aside: " + error.message(),
                         "Check the permissions of its folder"});
        }
    }
    return aside;
}

fs::path newest_set_aside(const fs::path& file) {
    fs::path newest;
    std::error_code error;
    for (fs::directory_iterator entry(file.parent_path(), error), end; !error && entry != end;
         entry.increment(error)) {
        const fs::path& path = entry->path();
        if (path.filename().string().starts_with(beginning(file) + "damaged-") &&
            path.extension() == file.extension() && path > newest) {
            newest = path;
        }
    }
    return newest;
}

Result<fs::path> restore_newest_backup(const fs::path& file, std::chrono::sys_seconds now) {
    std::vector<fs::path> backups = backups_of(file);
    std::ranges::stable_partition(
        backups, [&](const fs::path& backup) { return day_of(backup, file) <= now; });
    for (const fs::path& backup : backups) {
        if (is_whole(backup)) {
            return read_file(backup)
                .and_then(
                    [&](const std::string& bytes) { return write_file_atomically(file, bytes); })
                .map([&] { return backup; });
        }
    }
    return fs::path();
}

} // namespace osteon::study
