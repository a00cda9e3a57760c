#include "app/scratch_folder.h"

#include <cstdlib>
#include <string>
#include <system_error>

namespace osteon::app {

ScratchFolder::ScratchFolder() {
    std::error_code error;
    std::string name =
        (std::filesystem::temp_directory_path(error) / "osteon-bench.XXXXXX").string();
    path_ =
        ::mkdtemp(name.data()) != nullptr ? std::filesystem::path(name) : std::filesystem::path();
}

ScratchFolder::~ScratchFolder() {
    std::error_code error;
    if (!path_.empty()) {
        std::filesystem::remove_all(path_, error);
    }
}

} // namespace osteon::app
