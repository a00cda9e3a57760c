#include "anatomy/reference.h"
#include "base/geometry.h"
#include "sculpt/bone_surface.h"
#include "sculpt/commands.h"
#include "sculpt/sculpt.h"
#include "sculpt/section.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace osteon::sculpt {
namespace {

using anatomy::SurfaceTree;
using anatomy::TriangleMesh;

struct ProbeOptions {
    std::string target;
    std::filesystem::path reference;
    std::filesystem::path recipes = default_recipes;
    std::filesystem::path registry = default_registry;
    std::vector<std::string> sections;
    std::vector<std::vector<float>> nearest;
    std::vector<std::vector<float>> rays;
    std::vector<std::vector<float>> extremes;
};

/// printf takes doubles; so do these.
struct Numbers {
    double x, y, z;
    explicit Numbers(const glm::vec3& v)
        : x(static_cast<double>(v.x))
        , y(static_cast<double>(v.y))
        , z(static_cast<double>(v.z)) {}
};

void print_extent(const TriangleMesh& mesh) {
    const Box box = box_of(mesh.positions);
    glm::vec3 centroid(0.0F);
    float area = 0.0F;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]];
        const glm::vec3 b = mesh.positions[mesh.indices[i + 1]];
        const glm::vec3 c = mesh.positions[mesh.indices[i + 2]];
        const float part = 0.5F * glm::length(glm::cross(b - a, c - a));
        area += part;
        centroid += part / 3.0F * (a + b + c);
    }
    centroid /= std::max(area, 1e-6F);
    const Numbers low(box.min), high(box.max), middle(centroid), size(box.size());
    std::printf("extent   x %.1f to %.1f (%.1f)  y %.1f to %.1f (%.1f)  z %.1f to %.1f (%.1f)\n",
                low.x, high.x, size.x, low.y, high.y, size.y, low.z, high.z, size.z);
    std::printf("centroid %.1f %.1f %.1f   area %.0f mm2\n", middle.x, middle.y, middle.z,
                static_cast<double>(area));
}

void print_outline(const Outline& outline) {
    const Numbers centre(outline.centre), across(outline.across);
    std::printf("  %.1f %.1f %.1f | %.1f %.1f %.1f %.1f | %.2f %.2f %.2f   %.0f mm round%s\n",
                centre.x, centre.y, centre.z, static_cast<double>(outline.across_plus),
                static_cast<double>(outline.across_minus), static_cast<double>(outline.up_plus),
                static_cast<double>(outline.up_minus), across.x, across.y, across.z,
                static_cast<double>(outline.length), outline.closed ? "" : ", open");
}

/// "y=600", or a point and a normal with commas.
bool read_plane(const std::string& text, glm::vec3& point, glm::vec3& normal) {
    char axis = 0;
    float v[6];
    char rest = 0;
    if (std::sscanf(text.c_str(), "%c=%f%c", &axis, &v[0], &rest) == 2 && axis >= 'x' &&
        axis <= 'z') {
        normal = glm::vec3(0.0F);
        normal[axis - 'x'] = 1.0F;
        point = v[0] * normal;
        return true;
    }
    if (std::sscanf(text.c_str(), "%f,%f,%f,%f,%f,%f%c", &v[0], &v[1], &v[2], &v[3], &v[4], &v[5],
                    &rest) != 6) {
        return false;
    }
    point = {v[0], v[1], v[2]};
    normal = {v[3], v[4], v[5]};
    return glm::length(normal) > 1e-4F;
}

Result<void> print_section(const TriangleMesh& mesh, const std::string& text) {
    constexpr float shortest = 2.0F; ///< mm; shorter outlines are debris
    glm::vec3 point, normal;
    if (!read_plane(text, point, normal)) {
        return fail({.fault = Fault::usage,
                     .subject = "--section " + text,
                     .place = "",
                     .reason = "this is no plane",
                     .cure = "Write x=, y= or z= and a number, or a point and a normal as six "
                             "numbers with commas"});
    }
    std::printf("section %s: centre | half-widths along +u -u +v -v | u\n", text.c_str());
    for (const Outline& outline : cut_outlines(mesh, point, normal)) {
        if (outline.length >= shortest) {
            print_outline(outline);
        }
    }
    return {};
}

void print_nearest(const SurfaceTree& surface, const glm::vec3& point) {
    const auto found = surface.nearest(point);
    if (!found) {
        return;
    }
    const Numbers asked(point), place(found->place), normal(surface.normal(found->triangle));
    std::printf("nearest to %.1f %.1f %.1f: %.1f %.1f %.1f, %.1f mm away, normal %.2f %.2f %.2f\n",
                asked.x, asked.y, asked.z, place.x, place.y, place.z,
                static_cast<double>(found->distance), normal.x, normal.y, normal.z);
}

void print_ray(const SurfaceTree& surface, const glm::vec3& origin, const glm::vec3& toward) {
    const glm::vec3 direction = glm::normalize(toward);
    const Numbers from(origin), along(direction);
    std::printf("ray from %.1f %.1f %.1f along %.2f %.2f %.2f:\n", from.x, from.y, from.z, along.x,
                along.y, along.z);
    float entered = 0.0F;
    for (const anatomy::SurfacePoint& hit : surface.all_hits(origin, direction)) {
        const Numbers place(hit.place);
        const bool enters = glm::dot(surface.normal(hit.triangle), direction) < 0.0F;
        std::printf("  %s at %.1f %.1f %.1f, after %.1f mm", enters ? "in " : "out", place.x,
                    place.y, place.z, static_cast<double>(hit.distance));
        if (enters) {
            entered = hit.distance;
            std::printf("\n");
        } else {
            std::printf(", %.1f mm thick\n", static_cast<double>(hit.distance - entered));
        }
    }
}

void print_extreme(const TriangleMesh& mesh, const glm::vec3& toward) {
    const glm::vec3 direction = glm::normalize(toward);
    const auto farthest =
        std::max_element(mesh.positions.begin(), mesh.positions.end(),
                         [&direction](const glm::vec3& a, const glm::vec3& b) {
                             return glm::dot(a, direction) < glm::dot(b, direction);
                         });
    const Numbers place(*farthest), along(direction);
    std::printf("farthest along %.2f %.2f %.2f: %.1f %.1f %.1f\n", along.x, along.y, along.z,
                place.x, place.y, place.z);
}

/// A mesh file, a bone of the reference, or a bone of our own.
Result<TriangleMesh> load_target(const ProbeOptions& options) {
    if (std::filesystem::is_regular_file(options.target)) {
        return anatomy::read_surface(options.target);
    }
    if (!options.reference.empty()) {
        const auto registry = anatomy::load_registry(options.registry);
        if (!registry) {
            return fail(registry.error());
        }
        auto reference = anatomy::load_reference(options.reference, *registry, {options.target});
        if (!reference) {
            return fail(reference.error());
        }
        return std::move(reference->begin()->second);
    }
    const auto bones = sculpt_bones(options.recipes, options.target);
    if (!bones) {
        return fail(bones.error());
    }
    for (const SculptedBone& bone : *bones) {
        if (bone.id == options.target) {
            return triangles_of(bone);
        }
    }
    return fail({.fault = Fault::usage,
                 .subject = options.target,
                 .place = "",
                 .reason = "this is neither a mesh file nor a bone",
                 .cure = "Name a file, or a bone by its id in bones.toml"});
}

glm::vec3 vector_at(const std::vector<float>& numbers, std::size_t first) {
    return {numbers[first], numbers[first + 1], numbers[first + 2]};
}

int probe(const ProbeOptions& options) {
    const auto mesh = load_target(options);
    if (!mesh) {
        return report(mesh.error());
    }
    print_extent(*mesh);
    const SurfaceTree surface(*mesh);
    for (const std::string& section : options.sections) {
        if (const auto printed = print_section(*mesh, section); !printed) {
            return report(printed.error());
        }
    }
    for (const auto& point : options.nearest) {
        print_nearest(surface, vector_at(point, 0));
    }
    for (const auto& ray : options.rays) {
        print_ray(surface, vector_at(ray, 0), vector_at(ray, 3));
    }
    for (const auto& direction : options.extremes) {
        print_extreme(*mesh, vector_at(direction, 0));
    }
    return 0;
}

} // namespace

Command add_probe_command(CLI::App& app) {
    const auto options = std::make_shared<ProbeOptions>();
    CLI::App* parser = app.add_subcommand("probe", "measure a mesh as with calipers, millimetres");
    parser
        ->add_option("mesh", options->target,
                     "a mesh file, or a bone's id: of the reference where one is named, else ours")
        ->required();
    parser->add_option("--reference", options->reference, "folder of meshes, one a bone");
    add_recipes_option(*parser, options->recipes);
    add_registry_option(*parser, options->registry);
    parser->add_option("--section", options->sections,
                       "outlines in a plane: x=, y= or z= and a number, or point and normal "
                       "as X,Y,Z,NX,NY,NZ; may be given several times");
    parser->add_option("--nearest", options->nearest, "the nearest point of the surface to x y z")
        ->type_size(3);
    parser
        ->add_option("--ray", options->rays,
                     "where a ray from x y z along dx dy dz goes in and out, and the thickness")
        ->type_size(6);
    parser->add_option("--extreme", options->extremes, "the farthest point along dx dy dz")
        ->type_size(3);
    return {parser, [options] { return probe(*options); }};
}

} // namespace osteon::sculpt
