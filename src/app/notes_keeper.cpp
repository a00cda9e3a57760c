#include "app/notes_keeper.h"

#include "base/paths.h"
#include "base/user_folders.h"
#include "session/talk.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <system_error>
#include <utility>

namespace osteon::app {
namespace {

namespace fs = std::filesystem;

constexpr double c_patience = 2.0;              ///< seconds between a change and its being kept
constexpr double c_patience_after_fault = 30.0; ///< as on a full disk
constexpr std::size_t c_most_known = 30;

/// "2026-11-21 20:53", by the clock of the machine.
std::string written_when(fs::file_time_type time) {
    const auto system = std::chrono::file_clock::to_sys(time);
    const std::time_t seconds =
        std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(system));
    return fmt::format("{:%Y-%m-%d %H:%M}", fmt::localtime(seconds));
}

} // namespace

NotesKeeper::NotesKeeper(std::optional<fs::path> state, std::optional<fs::path> documents)
    : recovery_(std::move(state))
    , documents_(std::move(documents)) {}

Result<void> NotesKeeper::look_for_left(const session::World& world) {
    const auto file = recovery_.take_left();
    if (!file) {
        return {};
    }
    auto loaded = session::load_session(*file, world);
    if (!loaded) {
        Error error = loaded.error();
        const fs::path aside =
            free_file(file->parent_path(), file->filename().string(), ".damaged");
        std::error_code ignored;
        fs::rename(*file, aside, ignored);
        recovery_.remove();
        error.subject = aside.string();
        return fail(std::move(error));
    }
    loaded->session.title = world.knowledge.language.tr("the notes before the crash");
    left_ = std::make_shared<const session::SavedSession>(std::move(loaded->session));
    kept_ = left_->notes;
    if (recoverable() == 0) {
        discard_left();
    }
    return {};
}

std::size_t NotesKeeper::recoverable() const {
    return left_ ? session::count(left_->notes) : 0;
}

std::shared_ptr<const session::SavedSession> NotesKeeper::take_left() {
    return std::exchange(left_, nullptr);
}

void NotesKeeper::discard_left() {
    left_.reset();
    kept_ = {};
    recovery_.remove();
}

bool NotesKeeper::has_unsaved(const session::Session& session) const {
    if (session.settings.mode == session::Mode::bedside) {
        return has_unsaved(session::without_talk(session));
    }
    const auto saved = saved_.find(session.file);
    return saved != saved_.end() ? session.notes != saved->second
                                 : session::count(session.notes) > 0;
}

Result<void> NotesKeeper::keep(const session::Session& session, const session::World& world,
                               double now) {
    if (left_) {
        due_.reset(); // first the question about the notes before
        return {};
    }
    if (session.settings.mode != session::Mode::bedside) {
        return keep_after(c_patience, session, world, now);
    }
    // A talk that is not to be kept any more leaves no trace, at once.
    return keep_after(session.desk.keep ? c_patience : 0.0, session::without_talk(session), world,
                      now);
}

Result<void> NotesKeeper::keep_after(double patience, const session::Session& session,
                                     const session::World& world, double now) {
    if (!has_unsaved(session) || session::count(session.notes) == 0) {
        due_.reset();
        if (recovery_.keeps()) {
            kept_ = {};
            recovery_.remove();
        }
        return {};
    }
    if (recovery_.keeps() && kept_ == session.notes) {
        due_.reset();
        return {};
    }
    due_ = std::max(std::min(due_.value_or(now + patience), now + patience), not_before_);
    if (now < *due_) {
        return {};
    }
    due_.reset();
    auto kept = recovery_.keep(session::session_text(session::saved_session(session, {}), world));
    if (kept) {
        kept_ = session.notes;
        not_before_ = 0.0;
    } else {
        not_before_ = now + c_patience_after_fault;
        due_ = not_before_;
    }
    return kept;
}

void NotesKeeper::end() {
    if (!left_) {
        recovery_.remove();
    }
}

fs::path NotesKeeper::whole(const fs::path& path) const {
    const fs::path named = with_home(path);
    return named.is_absolute() || !documents_ ? named : *documents_ / named;
}

Result<fs::path> NotesKeeper::save(const session::Session& session, const session::World& world,
                                   const fs::path& path, bool replace) {
    fs::path file = whole(path);
    std::error_code ignored;
    if (!replace && file != session.file && fs::exists(file, ignored)) {
        return fail({Fault::usage, file.string(), "", "there is a file of that name already",
                     "Choose another name, or open that file first"});
    }
    const session::Session outside = session::without_talk(session);
    return session::save_session(session::saved_session(outside, file.stem().string()), file, world)
        .map([&] {
            note_file(file, outside.notes);
            return file;
        });
}

Result<session::LoadedSession> NotesKeeper::open(const fs::path& path,
                                                 const session::World& world) const {
    return session::load_session(whole(path), world);
}

void NotesKeeper::note_file(const fs::path& file, const session::Notes& notes) {
    saved_[file] = notes;
    refresh();
}

ui::SessionFileView NotesKeeper::view(const session::Session& session) const {
    return {.current = session.file,
            .folder = documents_.value_or(fs::path()),
            .unsaved = has_unsaved(session),
            .recoverable = recoverable(),
            .known = known_};
}

void NotesKeeper::refresh() {
    known_.clear();
    std::error_code error;
    if (!documents_ || !fs::is_directory(*documents_, error)) {
        return;
    }
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(*documents_, error)) {
        if (session::is_session_file(entry.path()) && entry.is_regular_file(error)) {
            found.emplace_back(entry.last_write_time(error), entry.path());
        }
    }
    std::ranges::sort(found, std::greater{});
    found.resize(std::min(found.size(), c_most_known));
    for (const auto& [time, path] : found) {
        known_.push_back({path, written_when(time)});
    }
}

NotesKeeper users_keeper(bool keeps) {
    auto documents = keeps ? data_folder() : std::nullopt;
    if (documents) {
        *documents /= "documents";
    }
    return {keeps ? state_folder() : std::nullopt, std::move(documents)};
}

} // namespace osteon::app
