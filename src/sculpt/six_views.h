#pragma once

#include "anatomy/surface_tree.h"
#include "base/error.h"
#include "base/geometry.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace osteon::sculpt {

/// Red, green, blue; row by row from the top.
struct Raster {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<std::array<std::uint8_t, 3>> pixels;
};

/// A surface to draw: bone-coloured, or coloured by place.
struct ViewedSurface {
    const anatomy::SurfaceTree* surface = nullptr;
    std::vector<glm::vec3> normals; ///< unit normal at each vertex
    std::vector<float> light;       ///< ambient light at each vertex, 0 to 1; empty: all of it
    /// The colour of a place (0 to 1 each), where bone colour is not wanted.
    std::function<glm::vec3(const anatomy::SurfacePoint&)> colour;
};

/// Unit normals at the vertices of a mesh, smoothed over their triangles by area.
std::vector<glm::vec3> vertex_normals(const anatomy::TriangleMesh& mesh);

/// Ambient light that reaches each vertex of a mesh in millimetres, for `ViewedSurface::light`.
Result<std::vector<float>> vertex_light(const anatomy::TriangleMesh& mesh,
                                        const std::vector<glm::vec3>& normals);

/// Draws each surface as a row of six parallel projections of the box (millimetres), all at one
/// scale: from the front, the right, the back, the left, above and below. A white bar in the lower
/// left corner of a row's first view is 10 mm long. The picture is at most `width` by `height`.
Raster draw_six_views(const std::vector<ViewedSurface>& rows, const Box& box, std::size_t width,
                      std::size_t height);

/// Writes a PNG file.
Result<void> write_png(const Raster& picture, const std::filesystem::path& file);

} // namespace osteon::sculpt
