#include "study/progress.h"
#include "study/progress_files.h"
#include "study/progress_schema.h"
#include "study/sqlite.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <poll.h>
#include <random>
#include <set>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace osteon;
using namespace osteon::study;

namespace fs = std::filesystem;

namespace {

constexpr int files = 10;
constexpr int kills_of_each = 20;
/// Long enough for some answers and a backup.
constexpr std::chrono::microseconds longest_life{30'000};
constexpr int longest_wait_ms = 10'000;

/// A writer of reviews that lives until it is killed.
class Writer {
public:
    Writer(const fs::path& file, int first_number) {
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        pid_ = ::fork();
        REQUIRE(pid_ >= 0);
        if (pid_ == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::execl(OSTEON_STUDY_WRITER, OSTEON_STUDY_WRITER, file.c_str(),
                    std::to_string(first_number).c_str(), nullptr);
            ::_exit(127);
        }
        ::close(ends[1]);
        output_ = ends[0];
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() { ::close(output_); }

    /// Waits until it has acknowledged an answer.
    void await_answer() const {
        pollfd wait{.fd = output_, .events = POLLIN, .revents = 0};
        REQUIRE(::poll(&wait, 1, longest_wait_ms) == 1);
    }

    /// What it had acknowledged when it died.
    std::string kill_now() {
        ::kill(pid_, SIGKILL);
        int status = 0;
        ::waitpid(pid_, &status, 0);
        CHECK(WIFSIGNALED(status)); // it did not end of itself, with an error
        std::string text;
        std::array<char, 4096> buffer{};
        for (ssize_t size = 0; (size = ::read(output_, buffer.data(), buffer.size())) > 0;) {
            text.append(buffer.data(), static_cast<std::size_t>(size));
        }
        return text;
    }

private:
    pid_t pid_ = -1;
    int output_ = -1;
};

/// The numbers of whole lines; a line cut off was no acknowledgement.
std::set<int> numbers_in(const std::string& text) {
    std::set<int> numbers;
    std::size_t from = 0;
    for (std::size_t end = 0; (end = text.find('\n', from)) != std::string::npos; from = end + 1) {
        numbers.insert(std::stoi(text.substr(from, end - from)));
    }
    return numbers;
}

/// The numbers of the answers in a file. Checks that it is whole.
std::set<int> numbers_kept(const fs::path& file) {
    const Result<Database> database = Database::open(file);
    REQUIRE(database.has_value());
    CHECK(condition_of(*database) == Condition::good);
    CHECK(database->word("PRAGMA integrity_check") == "ok");
    // A review and the state of its card are kept together or not at all.
    CHECK(database->number("SELECT count(*) FROM reviews").value() ==
          database->number("SELECT coalesce(sum(reviews), 0) FROM cards").value());
    Result<Statement> rows = database->prepare("SELECT substr(card, 11) FROM reviews");
    REQUIRE(rows.has_value());
    std::set<int> numbers;
    for (Result<bool> row = rows->next(); row.value(); row = rows->next()) {
        numbers.insert(std::stoi(rows->text(0)));
    }
    return numbers;
}

bool has_tables(const fs::path& file) {
    return fs::exists(file) && schema_version(Database::open(file).value()).value() > 0;
}

} // namespace

TEST_CASE("Killed 200 times at any moment, no acknowledged answer is lost and the file is whole") {
    const TemporaryFolder folder;
    std::mt19937 random(20261121);
    std::uniform_int_distribution<std::chrono::microseconds::rep> life(0, longest_life.count());
    std::size_t acknowledged_in_all = 0;
    for (int i = 0; i < files; ++i) {
        const fs::path file = folder / ("study" + std::to_string(i) + ".sqlite3");
        std::set<int> acknowledged;
        int next = 0;
        for (int kill = 0; kill < kills_of_each; ++kill) {
            Writer writer(file, next);
            if (kill % 2 == 1) { // every other one is killed while it opens the file
                writer.await_answer();
            }
            std::this_thread::sleep_for(std::chrono::microseconds(life(random)));
            acknowledged.merge(numbers_in(writer.kill_now()));
            const std::set<int> kept = has_tables(file) ? numbers_kept(file) : std::set<int>();
            REQUIRE(std::ranges::includes(kept, acknowledged));
            next = kept.empty() ? 0 : *kept.rbegin() + 1;
        }
        acknowledged_in_all += acknowledged.size();
        for (const fs::path& backup : backups_of(file)) {
            CHECK(condition_of(Database::open_to_read(backup).value()) == Condition::good);
        }
    }
    MESSAGE(acknowledged_in_all << " answers acknowledged");
    CHECK(acknowledged_in_all >= files * kills_of_each / 2);
}
