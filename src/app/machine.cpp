#include "app/machine.h"

#include "base/paths.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>

namespace osteon::app {
namespace {

/// Mesa's index alone takes 1.3 MB; the shaders of a start are far smaller.
constexpr std::uintmax_t c_room_needed = std::uintmax_t{8} << 20;

/// The nearest folder above `path` that exists.
std::filesystem::path existing(std::filesystem::path path) {
    std::error_code error;
    while (!path.empty() && !std::filesystem::exists(path, error) && path != path.parent_path()) {
        path = path.parent_path();
    }
    return path;
}

} // namespace

void spare_full_disk() {
    const std::optional<std::filesystem::path> cache = cache_folder();
    if (!cache) {
        return;
    }
    std::error_code error;
    const std::filesystem::space_info space = std::filesystem::space(existing(*cache), error);
    if (!error && space.available < c_room_needed) {
        setenv("MESA_SHADER_CACHE_DISABLE", "true", 1);
    }
}

} // namespace osteon::app
