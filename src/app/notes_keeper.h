#pragma once

#include "app/recovery.h"
#include "session/session_file.h"
#include "ui/session_file_view.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace osteon::app {

/// The files of a running session: those that its notes were saved to or read from, and the one
/// that they are kept in for the case of a crash. A talk at the bedside is in none of them, unless
/// it is to be kept. Times are seconds by the window's clock.
class NotesKeeper {
public:
    /// `state` is the folder for what is kept between crash and start, `documents` the one that
    /// session files go to. Without them nothing is kept or listed.
    NotesKeeper(std::optional<std::filesystem::path> state,
                std::optional<std::filesystem::path> documents);

    /// Looks for notes of a session that ended unexpectedly. A damaged file is set aside as
    /// "<name>.damaged", with a message.
    Result<void> look_for_left(const session::World& world);
    /// How many notes were found; 0: none, or they have been answered for.
    std::size_t recoverable() const;
    /// What was found; afterwards nothing is.
    std::shared_ptr<const session::SavedSession> take_left();
    /// The user does not want it.
    void discard_left();

    /// Whether there are notes that no file holds.
    bool has_unsaved(const session::Session& session) const;

    /// Keeps the notes, a moment after they changed.
    Result<void> keep(const session::Session& session, const session::World& world, double now);
    /// When keep() has something to do next.
    std::optional<double> next_time() const { return due_; }
    /// The session ends as it should: what was kept goes.
    void end();

    /// Saves or opens; a relative path is one within the folder of the documents. Saving returns
    /// the whole path of the file.
    Result<std::filesystem::path> save(const session::Session& session, const session::World& world,
                                       const std::filesystem::path& path, bool replace);
    Result<session::LoadedSession> open(const std::filesystem::path& path,
                                        const session::World& world) const;
    /// The whole path of what save() and open() are given.
    std::filesystem::path whole(const std::filesystem::path& path) const;
    /// `notes` are those of the file now.
    void note_file(const std::filesystem::path& file, const session::Notes& notes);

    /// What the interface shows of it. The list of files is that of the last refresh().
    ui::SessionFileView view(const session::Session& session) const;
    /// Looks which session files there are.
    void refresh();

private:
    Result<void> keep_after(double patience, const session::Session& session,
                            const session::World& world, double now);

    Recovery recovery_;
    std::optional<std::filesystem::path> documents_;
    std::vector<ui::KnownSessionFile> known_;
    std::map<std::filesystem::path, session::Notes> saved_; ///< by the file that holds them
    session::Notes kept_;                                   ///< for the case of a crash
    std::optional<double> due_;
    double not_before_ = 0.0; ///< after a fault, as on a full disk
    std::shared_ptr<const session::SavedSession> left_;
};

/// The keeper in the user's folders; without `keeps` one that writes and lists nothing, for
/// benches.
NotesKeeper users_keeper(bool keeps);

} // namespace osteon::app
