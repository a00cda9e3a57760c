#include "anatomy/reference.h"
#include "anatomy/surface_distance.h"
#include "base/geometry.h"
#include "sculpt/bone_surface.h"
#include "sculpt/commands.h"
#include "sculpt/sculpt.h"
#include "sculpt/six_views.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

namespace osteon::sculpt {
namespace {

using anatomy::SurfaceTree;
using anatomy::TriangleMesh;

constexpr std::size_t places_shown = 6;
constexpr float places_apart = 12.0F; ///< millimetres between places worth naming

struct CompareOptions {
    std::filesystem::path recipes = default_recipes;
    std::filesystem::path registry = default_registry;
    std::filesystem::path reference;
    std::filesystem::path picture;
    std::string bones;
    std::vector<float> zoom;
    float full_colour = 3.0F;
};

/// A bone and what it is measured against.
struct Pair {
    std::string id;
    SurfaceTree ours;
    SurfaceTree reference;
};

/// How far a place lies outside (above 0) or inside a surface.
float signed_distance(const SurfaceTree& surface, const glm::vec3& place) {
    const auto nearest = surface.nearest(place);
    if (!nearest) {
        return 0.0F;
    }
    const float side = glm::dot(place - nearest->place, surface.normal(nearest->triangle));
    return side < 0.0F ? -nearest->distance : nearest->distance;
}

/// White where surfaces meet, red where the place lies outside, blue where it lies inside.
glm::vec3 heat(float distance, float full) {
    const float t = std::clamp(distance / full, -1.0F, 1.0F);
    const glm::vec3 end = t > 0.0F ? glm::vec3(0.9F, 0.1F, 0.05F) : glm::vec3(0.1F, 0.25F, 0.95F);
    return glm::mix(glm::vec3(1.0F), end, std::abs(t));
}

struct Stray {
    glm::vec3 place{0.0F};
    float distance = 0.0F;
};

/// The worst places of `from` against `to`, some way apart.
std::vector<Stray> worst_places(const SurfaceTree& from, const SurfaceTree& to) {
    constexpr std::size_t samples = 4000;
    std::vector<Stray> strays;
    for (const anatomy::SurfaceSample& sample : anatomy::sample_surface(from.mesh(), samples)) {
        strays.push_back({sample.place, signed_distance(to, sample.place)});
    }
    std::sort(strays.begin(), strays.end(), [](const Stray& a, const Stray& b) {
        return std::abs(a.distance) > std::abs(b.distance);
    });
    std::vector<Stray> shown;
    for (const Stray& stray : strays) {
        const bool near = std::any_of(shown.begin(), shown.end(), [&stray](const Stray& other) {
            return glm::distance(stray.place, other.place) < places_apart;
        });
        if (!near && shown.size() < places_shown) {
            shown.push_back(stray);
        }
    }
    return shown;
}

void print_places(const char* title, const std::vector<Stray>& strays) {
    std::printf("  %s", title);
    for (const Stray& stray : strays) {
        std::printf("  %+.1f at (%.0f %.0f %.0f)", static_cast<double>(stray.distance),
                    static_cast<double>(stray.place.x), static_cast<double>(stray.place.y),
                    static_cast<double>(stray.place.z));
    }
    std::printf("\n");
}

void print_pair(const Pair& pair) {
    const anatomy::SurfaceDistance apart = anatomy::surface_distance(pair.ours, pair.reference);
    std::printf(
        "%-34s mean %.2f  p95 %.2f mm  (from ours %.2f, from the reference %.2f)\n",
        pair.id.c_str(), static_cast<double>(apart.mean), static_cast<double>(apart.percentile_95),
        static_cast<double>(apart.mean_from_first), static_cast<double>(apart.mean_from_second));
    print_places("ours, + too far out:         ", worst_places(pair.ours, pair.reference));
    print_places("reference, + missing in ours:", worst_places(pair.reference, pair.ours));
}

/// What to draw: all, or a cube about the point in `zoom` (x y z and half its edge).
Box viewed_box(const std::vector<Pair>& pairs, const std::vector<float>& zoom) {
    Box box;
    if (zoom.size() == 4) {
        const glm::vec3 centre(zoom[0], zoom[1], zoom[2]);
        box.add(centre - zoom[3]);
        box.add(centre + zoom[3]);
        return box;
    }
    for (const Pair& pair : pairs) {
        box.add(box_of(pair.ours.mesh().positions));
        box.add(box_of(pair.reference.mesh().positions));
    }
    return box;
}

Result<void> draw(const std::vector<Pair>& pairs, const CompareOptions& options) {
    TriangleMesh all_ours, all_reference;
    for (const Pair& pair : pairs) {
        all_ours.append(pair.ours.mesh());
        all_reference.append(pair.reference.mesh());
    }
    const SurfaceTree ours(all_ours), reference(all_reference);
    const std::vector<glm::vec3> our_normals = vertex_normals(all_ours);
    const std::vector<glm::vec3> reference_normals = vertex_normals(all_reference);
    const auto our_light = vertex_light(all_ours, our_normals);
    const auto reference_light = vertex_light(all_reference, reference_normals);
    if (!our_light || !reference_light) {
        return fail(our_light ? reference_light.error() : our_light.error());
    }
    const auto coloured = [&options](const SurfaceTree& other) {
        return [&other, &options](const anatomy::SurfacePoint& at) {
            return heat(signed_distance(other, at.place), options.full_colour);
        };
    };
    const std::vector<ViewedSurface> rows{
        {&ours, our_normals, *our_light, {}},
        {&reference, reference_normals, *reference_light, {}},
        {&ours, our_normals, {}, coloured(reference)},
    };
    return write_png(draw_six_views(rows, viewed_box(pairs, options.zoom), 1900, 1500),
                     options.picture);
}

/// The bones whose own id holds one of the names; mirrored partners only where named, too.
Result<std::vector<SculptedBone>> named_bones(const CompareOptions& options) {
    auto bones = sculpt_bones(options.recipes, options.bones);
    if (bones) {
        std::erase_if(*bones, [&options](const SculptedBone& bone) {
            return !is_among(bone.id, options.bones);
        });
    }
    return bones;
}

/// The reference's sacrum holds the coccyx: so does ours, where both are compared.
void append_coccyx(TriangleMesh& sacrum, const std::vector<SculptedBone>& bones) {
    for (const SculptedBone& bone : bones) {
        if (bone.id == "coccyx") {
            sacrum.append(triangles_of(bone));
        }
    }
}

Result<std::vector<Pair>> load_pairs(const CompareOptions& options) {
    const auto registry = anatomy::load_registry(options.registry);
    if (!registry) {
        return fail(registry.error());
    }
    const auto bones = named_bones(options);
    if (!bones) {
        return fail(bones.error());
    }
    std::vector<std::string> ids;
    for (const SculptedBone& bone : *bones) {
        ids.push_back(bone.id);
    }
    const auto reference = anatomy::load_reference(options.reference, *registry, ids);
    if (!reference) {
        return fail(reference.error());
    }
    std::vector<Pair> pairs;
    for (const SculptedBone& bone : *bones) {
        const auto found = reference->find(bone.id);
        if (found == reference->end()) {
            std::printf("%-34s is not in the reference\n", bone.id.c_str());
            continue;
        }
        TriangleMesh ours = triangles_of(bone);
        if (bone.id == "sacrum" && !reference->contains("coccyx")) {
            append_coccyx(ours, *bones);
        }
        pairs.push_back({bone.id, SurfaceTree(ours), SurfaceTree(found->second)});
    }
    return pairs;
}

int compare(const CompareOptions& options) {
    const auto pairs = load_pairs(options);
    if (!pairs) {
        return report(pairs.error());
    }
    for (const Pair& pair : *pairs) {
        print_pair(pair);
    }
    if (!options.picture.empty()) {
        if (const auto drawn = draw(*pairs, options); !drawn) {
            return report(drawn.error());
        }
    }
    return 0;
}

} // namespace

Command add_compare_command(CLI::App& app) {
    const auto options = std::make_shared<CompareOptions>();
    CLI::App* parser = app.add_subcommand(
        "compare", "measure bones against a reference, and draw both from six sides");
    parser->add_option("bones", options->bones, "bones whose id contains one of these: a,b")
        ->required();
    parser
        ->add_option("--reference", options->reference,
                     "folder of meshes in millimetres, one a bone")
        ->required();
    add_recipes_option(*parser, options->recipes);
    add_registry_option(*parser, options->registry);
    parser->add_option("--picture", options->picture,
                       "PNG to write: ours, the reference, and ours coloured by distance (red "
                       "lies too far out, blue too far in), from the front, right, back, left, "
                       "above and below");
    parser->add_option("--zoom", options->zoom, "draw only a cube: x y z and half its edge, mm")
        ->expected(4);
    parser->add_option("--full-colour", options->full_colour, "distance of the full colour, mm")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    return {parser, [options] { return compare(*options); }};
}

} // namespace osteon::sculpt
