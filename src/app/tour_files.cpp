#include "app/tour_files.h"

#include "base/files.h"
#include "base/paths.h"

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

/// A file whose tour could not be read is not written over by a new tour of its name.
void set_aside(const fs::path& file) {
    std::error_code ignored;
    if (fs::exists(file, ignored)) {
        fs::rename(file, fs::path(file) += ".damaged", ignored);
    }
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

Result<void> TourFiles::save(const std::vector<Tour>& tours) {
    Result<void> result;
    for (const Tour& tour : tours) {
        const Tour* const before = find(saved_, tour.id);
        if (before != nullptr && *before == tour) {
            continue;
        }
        const fs::path file = folder_ / (tour.id + ".toml");
        if (before == nullptr) {
            set_aside(file);
        }
        const auto written = write_file_atomically(file, knowledge::text_of(tour));
        if (!written && result) {
            result = fail(written.error());
        }
    }
    for (const Tour& gone : saved_) {
        if (find(tours, gone.id) == nullptr) {
            std::error_code ignored;
            fs::remove(folder_ / (gone.id + ".toml"), ignored);
        }
    }
    saved_ = tours;
    return result;
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
        const std::string place =
            loaded.faults.empty() ? "" : fmt::format("line {}", loaded.faults.front().line);
        const std::string reason = loaded.faults.empty() ? std::string("there is no tour in it")
                                                         : loaded.faults.front().expected;
        return fail({Fault::input, file.string(), place, reason,
                     "Correct the file, or ask for it once more"});
    }
    Tour tour = std::move(loaded.tours.front());
    tour.id = new_id(tour.id, taken);
    return tour;
}

} // namespace osteon::app
