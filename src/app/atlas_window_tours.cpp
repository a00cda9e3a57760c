#include "app/atlas_window_parts.h"
#include "app/error_words.h"
#include "base/files.h"
#include "base/user_folders.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace osteon::app {

bool AtlasWindow::wants_tours() const {
    const session::Settings& settings = session_.settings;
    return settings.mode == session::Mode::lecture || settings.drawer == session::Drawer::tours ||
           session_.lecture.runs();
}

/// Loads the tours when they are first wanted, and again in another language.
void AtlasWindow::load_tours() {
    const knowledge::Knowledge& known = atlas_->knowledge;
    if (tours_language_ == known.language.id) {
        return;
    }
    tours_ = knowledge::load_tours(atlas_->folders.content, known, atlas_->registry);
    tours_language_ = known.language.id;
    for (const knowledge::ContentFault& fault : tours_.faults) {
        spdlog::warn("{}:{}:{}: {}", fault.file.string(), fault.line, fault.column, fault.expected);
    }
    if (!own_tours_) {
        load_own_tours();
    }
}

/// Tells of the first file that cannot be read; the log tells of all, and what was expected.
void AtlasWindow::load_own_tours() {
    const auto folder = own_tours_folder();
    if (!folder) {
        return;
    }
    own_tours_.emplace(TourFiles::open(*folder, atlas_->knowledge, atlas_->registry));
    const knowledge::Tours& read = own_tours_->read();
    session_.own_tours.tours = read.tours;
    for (const knowledge::ContentFault& fault : read.faults) {
        spdlog::warn("{}:{}:{}: {}", fault.file.string(), fault.line, fault.column, fault.expected);
    }
    if (!read.faults.empty()) {
        const knowledge::ContentFault& fault = read.faults.front();
        say(atlas_->knowledge.language.tr(
                "A tour of yours cannot be read: {} has a mistake in line {}. The file stays as it "
                "is. Mend that line in a text editor and start Osteon again; 'osteon list tours' "
                "tells what was expected there.",
                fault.file.string(), fault.line),
            true);
    }
}

/// Writes the user's tours, a moment after they changed. A failure is told once.
void AtlasWindow::keep_tours() {
    if (!own_tours_) {
        return;
    }
    const bool was_told = own_tours_->failed();
    const auto kept = own_tours_->keep(session_.own_tours.tours, Window::now());
    if (!kept && !was_told) {
        say_unsaved_tours(kept.error());
    } else if (was_told && !own_tours_->failed()) {
        say_saved_tours();
    }
}

/// Writes them at once; false where some could not be written.
bool AtlasWindow::write_tours() {
    if (!own_tours_) {
        return true;
    }
    const bool was_told = own_tours_->failed();
    const auto written = own_tours_->keep_at_once(session_.own_tours.tours, Window::now());
    if (!written) {
        say_unsaved_tours(written.error());
    } else if (was_told) {
        say_saved_tours();
    }
    return written.has_value();
}

void AtlasWindow::say_unsaved_tours(const Error& error) {
    spdlog::error(describe(error));
    Error reason = error;
    reason.cure.clear(); // a tour has its place, and no other
    toasts_.remove_offers(ui::ToastOffer::save_tours);
    toasts_.add(atlas_->knowledge.language.tr(
                    "Your tours could not be saved. They are still here, and saving them is tried "
                    "again from time to time.") +
                    std::string(" ") + describe(reason, atlas_->knowledge.language),
                true, Window::now(), ui::ToastOffer::save_tours);
    frames_due_ = c_frames_after_event;
}

void AtlasWindow::say_saved_tours() {
    toasts_.remove_offers(ui::ToastOffer::save_tours);
    say(atlas_->knowledge.language.tr("Your tours are saved now."), false);
}

std::span<const std::string> AtlasWindow::unsaved_tours() const {
    return own_tours_ ? own_tours_->unsaved() : std::span<const std::string>();
}

/// The program ends: what is still typed is written, too.
void AtlasWindow::leave_tours() {
    if (own_tours_) {
        const auto kept = own_tours_->keep_at_once(session_.own_tours.tours, Window::now());
        if (!kept) {
            spdlog::error(describe(kept.error()));
        }
    }
}

/// Adds a tour that was dropped on the window to the user's own.
void AtlasWindow::take_tour(const std::filesystem::path& file) {
    load_tours();
    std::vector<knowledge::Tour> taken = tours_.tours;
    taken.insert(taken.end(), session_.own_tours.tours.begin(), session_.own_tours.tours.end());
    const auto tour = import_tour(file, atlas_->knowledge, atlas_->registry, taken);
    if (!tour) {
        say(describe(tour.error()), true);
        return;
    }
    say(atlas_->knowledge.language.tr("The tour ‘{}’ is now among yours", tour->title), false);
    act({session::PutTour{*tour}, session::OpenDrawer{session::Drawer::tours}});
}

void AtlasWindow::answer(const ui::ShareTour& request) {
    const std::vector<knowledge::Tour>& tours = session_.own_tours.tours;
    const auto tour = std::ranges::find(tours, request.id, &knowledge::Tour::id);
    if (tour != tours.end()) {
        const std::filesystem::path file =
            free_file(user_folder(UserFolder::documents), tour->title, ".toml");
        say_written(file, write_file_atomically(file, knowledge::text_of(*tour)));
    }
}

void AtlasWindow::answer(const ui::SaveTours&) {
    write_tours();
}

/// Save: tries again, and closes where that succeeds.
void AtlasWindow::answer(const ui::AnswerTours& request) {
    loses_tours_ = request.answer == ui::CloseAnswer::discard;
    quit_ = loses_tours_ || (request.answer == ui::CloseAnswer::save && write_tours());
    asks_about_tours_ = request.answer == ui::CloseAnswer::save && !quit_;
    ends_without_asking_ = ends_without_asking_ && quit_; // whoever stays is asked again
    frames_due_ = c_frames_after_event;
}

} // namespace osteon::app
