#include "sculpt/six_views.h"

#include "anatomy/occlusion.h"
#include "base/progress.h"

#include <png.h>

#include <algorithm>
#include <cmath>
#include <tbb/parallel_for.h>

namespace osteon::sculpt {
namespace {

constexpr std::size_t margin = 6;   ///< pixels round each view
constexpr int samples_per_axis = 2; ///< against stair-steps
constexpr float bar_length = 10.0F; ///< millimetres
constexpr glm::vec3 paper(0.13F, 0.14F, 0.16F);
constexpr glm::vec3 bone(0.93F, 0.88F, 0.78F);

/// A direction to look along, with the right and up of the picture.
struct View {
    glm::vec3 forward, right, up;
};

constexpr std::array<View, 6> views{{
    {{0, 0, -1}, {1, 0, 0}, {0, 1, 0}},
    {{1, 0, 0}, {0, 0, 1}, {0, 1, 0}},
    {{0, 0, 1}, {-1, 0, 0}, {0, 1, 0}},
    {{-1, 0, 0}, {0, 0, -1}, {0, 1, 0}},
    {{0, -1, 0}, {1, 0, 0}, {0, 0, -1}},
    {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}},
}};

glm::vec2 extent(const View& view, const Box& box) {
    const glm::vec3 size = box.size();
    return {std::abs(glm::dot(view.right, size)), std::abs(glm::dot(view.up, size))};
}

/// Millimetres to pixels so that all rows fit.
float fitting_scale(const Box& box, std::size_t rows, std::size_t width, std::size_t height) {
    float across = 0.0F, upright = 0.0F;
    for (const View& view : views) {
        across += extent(view, box).x;
        upright = std::max(upright, extent(view, box).y);
    }
    const float free_width = static_cast<float>(width - 2 * margin * views.size());
    const float free_height = static_cast<float>(height - 2 * margin * rows);
    return std::min(free_width / across, free_height / (upright * static_cast<float>(rows)));
}

/// A light from the upper left of the viewer and a faint one from the lower right.
float shade(const View& view, const glm::vec3& normal) {
    const glm::vec3 to_viewer = -view.forward;
    const glm::vec3 key = glm::normalize(to_viewer - 0.6F * view.right + 0.8F * view.up);
    const glm::vec3 fill = glm::normalize(to_viewer + view.right - 0.3F * view.up);
    return 0.22F + 0.62F * std::max(glm::dot(normal, key), 0.0F) +
           0.2F * std::max(glm::dot(normal, fill), 0.0F);
}

/// A value of the vertices at a place of their triangle.
template <class T>
T interpolate(const ViewedSurface& row, const anatomy::SurfacePoint& at,
              const std::vector<T>& values) {
    const std::uint32_t* corners = &row.surface->mesh().indices[3 * std::size_t{at.triangle}];
    return at.weights.x * values[corners[0]] + at.weights.y * values[corners[1]] +
           at.weights.z * values[corners[2]];
}

glm::vec3 colour_at(const ViewedSurface& row, const View& view, const glm::vec3& origin) {
    const auto hit = row.surface->first_hit(origin, view.forward);
    if (!hit) {
        return paper;
    }
    const bool inside = glm::dot(row.surface->normal(hit->triangle), view.forward) > 0.0F;
    const glm::vec3 normal =
        (inside ? -1.0F : 1.0F) * glm::normalize(interpolate(row, *hit, row.normals));
    const float light = row.light.empty() ? 1.0F : interpolate(row, *hit, row.light);
    const glm::vec3 base = row.colour ? row.colour(*hit) : bone;
    return base * (shade(view, normal) * (0.25F + 0.75F * light)) *
           (inside ? glm::vec3(0.8F, 0.5F, 0.5F) : glm::vec3(1.0F));
}

std::uint8_t to_byte(float value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255.0F));
}

/// A view's place in the picture.
struct Cell {
    std::size_t x = 0, y = 0, width = 0, height = 0;
};

void draw_view(const ViewedSurface& row, const View& view, const Box& box, float scale,
               const Cell& cell, Raster& picture) {
    const glm::vec3 start = box.centre() - (0.5F * box.diagonal() + 1.0F) * view.forward;
    tbb::parallel_for(std::size_t{0}, cell.height, [&](std::size_t y) {
        for (std::size_t x = 0; x < cell.width; ++x) {
            glm::vec3 sum(0.0F);
            for (int sample = 0; sample < samples_per_axis * samples_per_axis; ++sample) {
                const int column = sample % samples_per_axis, line = sample / samples_per_axis;
                const float dx = (static_cast<float>(column) + 0.5F) / samples_per_axis;
                const float dy = (static_cast<float>(line) + 0.5F) / samples_per_axis;
                const float right =
                    static_cast<float>(x) + dx - 0.5F * static_cast<float>(cell.width);
                const float up =
                    0.5F * static_cast<float>(cell.height) - static_cast<float>(y) - dy;
                sum += colour_at(row, view,
                                 start + (right / scale) * view.right + (up / scale) * view.up);
            }
            sum /= static_cast<float>(samples_per_axis * samples_per_axis);
            picture.pixels[(cell.y + y) * picture.width + cell.x + x] = {
                to_byte(sum.x), to_byte(sum.y), to_byte(sum.z)};
        }
    });
}

void draw_bar(const Cell& cell, float scale, Raster& picture) {
    const auto length = std::min(cell.width, static_cast<std::size_t>(bar_length * scale));
    for (std::size_t y = 0; y < 2; ++y) {
        for (std::size_t x = 0; x < length; ++x) {
            const std::size_t row = cell.y + cell.height - 1 - y;
            picture.pixels[row * picture.width + cell.x + x] = {255, 255, 255};
        }
    }
}

} // namespace

std::vector<glm::vec3> vertex_normals(const anatomy::TriangleMesh& mesh) {
    std::vector<glm::vec3> normals(mesh.positions.size(), glm::vec3(0.0F));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]];
        const glm::vec3 across = glm::cross(mesh.positions[mesh.indices[i + 1]] - a,
                                            mesh.positions[mesh.indices[i + 2]] - a);
        for (std::size_t corner = 0; corner < 3; ++corner) {
            normals[mesh.indices[i + corner]] += across;
        }
    }
    for (glm::vec3& normal : normals) {
        const float length = glm::length(normal);
        normal = length > 0.0F ? normal / length : glm::vec3(0.0F, 1.0F, 0.0F);
    }
    return normals;
}

Result<std::vector<float>> vertex_light(const anatomy::TriangleMesh& mesh,
                                        const std::vector<glm::vec3>& normals) {
    std::vector<glm::vec3> positions;
    for (const glm::vec3& point : mesh.positions) {
        positions.push_back(metres_per_millimetre * point);
    }
    const auto baked = anatomy::bake_ambient_light(positions, normals, mesh.indices, tell_nobody);
    if (!baked) {
        return fail(baked.error());
    }
    std::vector<float> light;
    for (const anatomy::AmbientLight& at : *baked) {
        light.push_back(static_cast<float>(at.wide) / 255.0F *
                        (0.4F + 0.6F * static_cast<float>(at.fine) / 255.0F));
    }
    return light;
}

Raster draw_six_views(const std::vector<ViewedSurface>& rows, const Box& box, std::size_t width,
                      std::size_t height) {
    const float scale = fitting_scale(box, rows.size(), width, height);
    std::vector<Cell> cells;
    std::size_t x = 0, tallest = 0;
    for (const View& view : views) {
        const glm::vec2 size = scale * extent(view, box);
        cells.push_back(
            {x + margin, 0, static_cast<std::size_t>(size.x), static_cast<std::size_t>(size.y)});
        x += cells.back().width + 2 * margin;
        tallest = std::max(tallest, cells.back().height);
    }
    const std::size_t row_height = tallest + 2 * margin;
    Raster picture{x, row_height * rows.size(), {}};
    picture.pixels.assign(picture.width * picture.height,
                          {to_byte(paper.x), to_byte(paper.y), to_byte(paper.z)});
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t i = 0; i < views.size(); ++i) {
            Cell cell = cells[i];
            cell.y = row * row_height + margin + (tallest - cell.height) / 2;
            draw_view(rows[row], views[i], box, scale, cell, picture);
            if (i == 0) {
                draw_bar(cell, scale, picture);
            }
        }
    }
    return picture;
}

Result<void> write_png(const Raster& picture, const std::filesystem::path& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB;
    if (png_image_write_to_file(&image, file.string().c_str(), 0, picture.pixels.data(), 0,
                                nullptr) == 0) {
        return fail({.fault = Fault::machine,
                     .subject = file.string(),
                     .place = "",
                     .reason = std::string("the picture cannot be written: ") + image.message,
                     .cure = "Name a folder that exists and may be written to"});
    }
    return {};
}

} // namespace osteon::sculpt
