#include "app/atlas_window_parts.h"

#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <limits>

// The session files of the running window.

namespace osteon::app {

/// What a session left that ended unexpectedly, and the file of the command line.
void AtlasWindow::begin_files(const std::filesystem::path& file) {
    if (const auto looked = keeper_.look_for_left(atlas_->world()); !looked) {
        spdlog::error(describe(looked.error()));
        say(describe(looked.error()), true);
    }
    keeper_.refresh();
    if (!file.empty()) {
        answer(ui::OpenSession{file});
    }
}

/// What an action means for the files: what the drawer lists, and what can be taken back.
void AtlasWindow::note_action(const Action& action) {
    const auto* const drawer = std::get_if<session::OpenDrawer>(&action);
    if (drawer != nullptr && drawer->drawer == session::Drawer::notes) {
        keeper_.refresh();
    }
    if (std::holds_alternative<session::ClearNotes>(action)) {
        toasts_.add(atlas_->knowledge.language.tr("All notes are cleared"), false, Window::now(),
                    ui::ToastOffer::undo);
    }
}

/// Keeps unsaved notes for the case of a crash. A failure is told once.
void AtlasWindow::keep_notes() {
    const auto kept = keeper_.keep(session_, atlas_->world(), Window::now());
    if (!kept && !keep_failed_) {
        spdlog::error(describe(kept.error()));
        say(describe(kept.error()), true);
    }
    keep_failed_ = keep_failed_ || !kept;
}

/// Whether the window closes now. With unsaved notes it asks first, and with tours that cannot be
/// written; those of the bedside are not meant to be saved.
bool AtlasWindow::ends() {
    if (end_.asked()) {
        return true; // nobody may be there to answer; leave_notes() sees to the notes
    }
    if (!window_.should_close() && !quit_) {
        return false;
    }
    const bool asks_notes = !ends_without_asking_ && keeper_.has_unsaved(session_);
    const bool asks_tours = !asks_notes && !loses_tours_ && !write_tours();
    if (!asks_notes && !asks_tours) {
        return !outbox_.busy() && !export_.busy(); // what is to be saved is, unless cancelled
    }
    quit_ = false;
    window_.stay_open();
    asks_to_close_ = asks_notes;
    asks_about_tours_ = asks_tours;
    frames_due_ = c_frames_after_event;
    return false;
}

/// What the end of the program leaves for the next start: notes that no file holds, where the
/// system asked for the end; else nothing.
void AtlasWindow::leave_notes() {
    if (!end_.asked()) {
        keeper_.end();
        return;
    }
    constexpr double at_once = std::numeric_limits<double>::infinity();
    if (const auto kept = keeper_.keep(session_, atlas_->world(), at_once); !kept) {
        spdlog::error(describe(kept.error()));
    }
}

void AtlasWindow::answer(const ui::SaveSession& request) {
    const auto saved = keeper_.save(session_, atlas_->world(), request.path, request.replace);
    if (!saved) {
        spdlog::error(describe(saved.error()));
        say(atlas_->knowledge.language.tr("Your notes could not be saved. They are still here.") +
                std::string(" ") + describe(saved.error()),
            true);
        return;
    }
    act({session::NameFile{*saved}});
    say(atlas_->knowledge.language.tr("Saved as {}", saved->string()), false);
}

void AtlasWindow::answer(const ui::OpenSession& request) {
    auto loaded = keeper_.open(request.path, atlas_->world());
    if (!loaded) {
        spdlog::error(describe(loaded.error()));
        say(describe(loaded.error()), true);
        return;
    }
    if (keeper_.has_unsaved(session_) && !request.over_unsaved) {
        asks_to_open_ = request.path;
        return;
    }
    const session::Notes notes = loaded->session.notes;
    const std::filesystem::path file = keeper_.whole(request.path);
    act({session::TakeSavedSession{
        std::make_shared<const session::SavedSession>(std::move(loaded->session)), file}});
    keeper_.note_file(file, notes);
    if (!loaded->unknown.empty()) {
        constexpr std::size_t c_most_named = 4;
        loaded->unknown.resize(std::min(loaded->unknown.size(), c_most_named));
        say(atlas_->knowledge.language.tr(
                "Some of the file is not known to this version and is left out: {}",
                fmt::format("{}", fmt::join(loaded->unknown, ", "))),
            false);
    }
}

void AtlasWindow::answer(const ui::AnswerOpen& request) {
    const std::filesystem::path file = std::exchange(asks_to_open_, {});
    if (request.open) {
        answer(ui::OpenSession{file, true});
    }
    frames_due_ = c_frames_after_event;
}

void AtlasWindow::answer(const ui::AnswerRecovery& request) {
    if (!request.restore) {
        keeper_.discard_left();
    } else if (const auto left = keeper_.take_left()) {
        act({session::TakeSavedSession{left}});
    }
    frames_due_ = c_frames_after_event;
}

void AtlasWindow::answer(const ui::AnswerClose& request) {
    asks_to_close_ = false;
    if (request.answer == ui::CloseAnswer::save) {
        answer(ui::SaveSession{keeper_.view(session_).current, true});
    }
    ends_without_asking_ = request.answer == ui::CloseAnswer::discard;
    quit_ = request.answer == ui::CloseAnswer::discard ||
            (request.answer == ui::CloseAnswer::save && !keeper_.has_unsaved(session_));
    frames_due_ = c_frames_after_event;
}

} // namespace osteon::app
