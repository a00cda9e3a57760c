#pragma once

#include "anatomy/registry.h"
#include "base/error.h"
#include "knowledge/tour.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace osteon::app {

/// The tours that the user has recorded: a folder with one file a tour, the same that is shared.
class TourFiles {
public:
    /// Reads the folder; without it there are none.
    static TourFiles open(std::filesystem::path folder, const knowledge::Knowledge& known,
                          const anatomy::Registry& registry);

    /// As read; what is wrong with the files is in `faults`.
    const knowledge::Tours& read() const { return read_; }

    /// Brings the folder to what the tours are by now: writes those that have changed, each wholly
    /// or not at all, and removes those that are gone. The first failure is told; what failed stays
    /// to be done.
    Result<void> save(const std::vector<knowledge::Tour>& tours);
    /// Whether save() has something to do.
    bool differs(const std::vector<knowledge::Tour>& tours) const { return saved_ != tours; }
    /// The ids of those whose file is not what they are by now.
    std::vector<std::string> unsaved(const std::vector<knowledge::Tour>& tours) const;

    const std::filesystem::path& folder() const { return folder_; }

private:
    Result<void> write(const knowledge::Tour& tour);
    Result<void> remove(const std::string& id);

    std::filesystem::path folder_;
    knowledge::Tours read_;
    std::vector<knowledge::Tour> saved_; ///< as they stand in the files, sorted by id
};

/// Where they lie; none where the user has no folder for data.
std::optional<std::filesystem::path> own_tours_folder();

/// All tours that there are: the user's own, which go before those of the same id that ship.
struct AllTours {
    std::vector<knowledge::Tour> own;
    std::vector<knowledge::Tour> shipped;
};
AllTours load_all_tours(const std::filesystem::path& content, const knowledge::Knowledge& known,
                        const anatomy::Registry& registry);

/// A tour that was given as a file, checked like content. Its id is new among `taken`.
Result<knowledge::Tour> import_tour(const std::filesystem::path& file,
                                    const knowledge::Knowledge& known,
                                    const anatomy::Registry& registry,
                                    const std::vector<knowledge::Tour>& taken);

} // namespace osteon::app
