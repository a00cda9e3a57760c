// STL and FBX: formats whose sizes can be checked in a few lines.
#include "anatomy/read_check.h"

#include <algorithm>

namespace osteon::anatomy {
namespace {

constexpr std::size_t stl_header = 84;
constexpr std::size_t stl_triangle = 50;
constexpr std::size_t fbx_header = 27;

bool has_text_facets(std::string_view bytes) {
    return bytes.starts_with("solid") && bytes.find('\0') == std::string_view::npos &&
           bytes.find("vertex") != std::string_view::npos;
}

} // namespace

Result<void> check_stl(const CheckedFile& file) {
    if (has_text_facets(file.bytes)) {
        if (file.bytes.find("endsolid") == std::string::npos) {
            return fail(broken_file(file.name, "its end", "the STL file is cut off"));
        }
        return {};
    }
    if (file.bytes.size() < stl_header) {
        return fail(broken_file(file.name, "", "this is not an STL file"));
    }
    const std::size_t triangles = read_u32(file.bytes, stl_header - 4);
    if (stl_header + stl_triangle * triangles > file.bytes.size()) {
        return fail(broken_file(file.name, "byte 80",
                                "the STL file promises " + std::to_string(triangles) +
                                    " triangles but ends before them"));
    }
    if (triangles == 0) {
        return fail(broken_file(file.name, "byte 80", "the STL file holds no triangle"));
    }
    return {};
}

Result<void> check_fbx(const CheckedFile& file) {
    const std::string_view bytes = file.bytes;
    if (bytes.starts_with("Kaydara FBX Binary")) {
        // The first record says where it ends; a file shorter than that was cut off.
        if (bytes.size() < fbx_header + 4 || read_u32(bytes, fbx_header) > bytes.size()) {
            return fail(broken_file(file.name, "byte 27", "the FBX file is cut off"));
        }
        return {};
    }
    if (bytes.find('\0') == std::string_view::npos &&
        bytes.find("FBXHeaderExtension") != std::string_view::npos) {
        return {};
    }
    return fail(broken_file(file.name, "", "this is not an FBX file"));
}

} // namespace osteon::anatomy
