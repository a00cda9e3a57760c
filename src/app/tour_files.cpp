#include "app/tour_files.h"

#include "base/files.h"
#include "base/paths.h"
#include "base/user_folders.h"

#include <fmt/core.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace osteon::app {
namespace {

namespace fs = std::filesystem;
using knowledge::Tour;

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().extension() == ".toml" && entry.is_regular_file(ignored)) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

const Tour* find(const std::vector<Tour>& tours, const std::string& id) {
    const auto found = std::ranges::find(tours, id, &Tour::id);
    return found != tours.end() ? &*found : nullptr;
}

/// The id, or with the first number after it that makes it new.
std::string new_id(const std::string& wanted, const std::vector<Tour>& taken) {
    std::string id = wanted;
    for (int number = 2; find(taken, id) != nullptr; ++number) {
        id = fmt::format("{}_{}", wanted, number);
    }
    return id;
}

/// A file whose tour could not be read, or which another window has just written, is not written
/// over by a new tour of its name.
void set_aside(const fs::path& file) {
    std::error_code ignored;
    if (fs::is_regular_file(file, ignored)) {
        fs::rename(file, free_file(file.parent_path(), file.filename().string(), ".damaged"),
                   ignored);
    }
}

/// A file that is no tour, in words for somebody who was given it; the log tells what was expected.
Error no_tour(const fs::path& file, const std::vector<knowledge::ContentFault>& faults,
              const knowledge::Language& words) {
    for (const knowledge::ContentFault& fault : faults) {
        spdlog::warn("{}:{}:{}: {}", fault.file.string(), fault.line, fault.column, fault.expected);
    }
    return {Fault::input, file.string(),
            faults.empty() ? std::string() : words.tr("line {}", faults.front().line),
            words.tr("this file is no tour that Osteon can read"),
            words.tr("Mend that line in a text editor, or ask for the file once more")};
}

} // namespace

TourFiles TourFiles::open(fs::path folder, const knowledge::Knowledge& known,
                          const anatomy::Registry& registry) {
    TourFiles files;
    files.folder_ = std::move(folder);
    files.read_ = knowledge::load_own_tours(files_in(files.folder_), known, registry);
    files.saved_ = files.read_.tours;
    return files;
}

Result<void> TourFiles::write(const Tour& tour) {
    const fs::path file = folder_ / (tour.id + ".toml");
    const auto place = std::ranges::lower_bound(saved_, tour.id, {}, &Tour::id);
    const bool known = place != saved_.end() && place->id == tour.id;
    if (!known) {
        set_aside(file);
    }
    return write_file_atomically(file, knowledge::text_of(tour)).map([&] {
        if (known) {
            *place = tour;
        } else {
            saved_.insert(place, tour);
        }
    });
}

Result<void> TourFiles::remove(const std::string& id) {
    const fs::path file = folder_ / (id + ".toml");
    std::error_code error;
    fs::remove(file, error);
    if (error) {
        return fail({Fault::machine, file.string(), "",
                     "the file cannot be removed: " + error.message(),
                     "Change the permissions of its folder"});
    }
    std::erase_if(saved_, [&](const Tour& tour) { return tour.id == id; });
    return {};
}

Result<void> TourFiles::save(const std::vector<Tour>& tours) {
    Result<void> result;
    const auto note = [&](Result<void> done) {
        if (!done && result) {
            result = std::move(done);
        }
    };
    for (const std::string& id : unsaved(tours)) {
        note(write(*find(tours, id)));
    }
    for (const Tour& before : std::vector<Tour>(saved_)) {
        if (find(tours, before.id) == nullptr) {
            note(remove(before.id));
        }
    }
    return result;
}

std::vector<std::string> TourFiles::unsaved(const std::vector<Tour>& tours) const {
    std::vector<std::string> ids;
    for (const Tour& tour : tours) {
        const Tour* const saved = find(saved_, tour.id);
        if (saved == nullptr || *saved != tour) {
            ids.push_back(tour.id);
        }
    }
    return ids;
}

std::optional<fs::path> own_tours_folder() {
    const std::optional<fs::path> data = data_folder();
    return data ? std::optional(*data / "tours") : std::nullopt;
}

AllTours load_all_tours(const fs::path& content, const knowledge::Knowledge& known,
                        const anatomy::Registry& registry) {
    AllTours all;
    if (auto folder = own_tours_folder()) {
        knowledge::Tours own = TourFiles::open(std::move(*folder), known, registry).read();
        for (const knowledge::ContentFault& fault : own.faults) {
            spdlog::warn("{}:{}:{}: {}", fault.file.string(), fault.line, fault.column,
                         fault.expected);
        }
        all.own = std::move(own.tours);
    }
    all.shipped = knowledge::load_tours(content, known, registry).tours;
    return all;
}

Result<Tour> import_tour(const fs::path& file, const knowledge::Knowledge& known,
                         const anatomy::Registry& registry, const std::vector<Tour>& taken) {
    knowledge::Tours loaded = knowledge::load_own_tours({file}, known, registry);
    if (loaded.tours.empty() || !loaded.faults.empty()) {
        return fail(no_tour(file, loaded.faults, known.language));
    }
    Tour tour = std::move(loaded.tours.front());
    tour.id = new_id(tour.id, taken);
    return tour;
}

} // namespace osteon::app
