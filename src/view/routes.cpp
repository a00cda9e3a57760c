#include "view/routes.h"

#include "view/labels.h"
#include "view/stage_room.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>

namespace osteon::view {

namespace {

using glm::vec2;
using glm::vec3;

constexpr float c_line_step = 0.012F; ///< between points of a smooth line, metres
constexpr float c_joined = 0.015F;    ///< vessels whose ends are nearer meet, metres

// Lengths in px at 100 %.
constexpr float c_least_width = 3.5F;
constexpr float c_most_width = 14.0F;
constexpr float c_between_cells = 90.0F;
constexpr float c_between_arrows = 45.0F;
constexpr float c_cells_speed = 60.0F;        ///< a second
constexpr float c_shortest_travelled = 24.0F; ///< nothing is seen to move along less
constexpr float c_point_reach = 7.0F;         ///< of an organ's point
constexpr float c_shortest_named = 24.0F;
constexpr float c_steepest_leader = 80.0F; ///< up or down to the name of a vessel
constexpr std::size_t c_most_named = 3;    ///< vessels with a label

float pixels_per_metre(const Layout& layout, const Scene& scene) {
    const float distance = glm::distance(scene.camera.eye, scene.camera.target);
    return 0.5F * layout.stage.height / (std::tan(0.5F * scene.camera.fov_y) * distance);
}

float length_of(const std::vector<vec2>& points) {
    float length = 0.0F;
    for (std::size_t i = 1; i < points.size(); ++i) {
        length += glm::distance(points[i - 1], points[i]);
    }
    return length;
}

/// "Left renal vein" is told with "Renal vein": the picture shows the side.
std::string without_side(const std::string& name) {
    for (const std::string_view side : {"Left ", "Right "}) {
        if (name.starts_with(side)) {
            std::string rest = name.substr(side.size());
            rest.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(rest[0])));
            return rest;
        }
    }
    return name;
}

/// For each path, the one whose end it begins at, or none (its own index).
std::size_t leads_to(std::span<const RoutePath> paths, std::size_t path) {
    std::size_t best = path;
    float nearest = c_joined;
    for (std::size_t i = 0; i < path; ++i) {
        const float apart = glm::distance(paths[i].points.back(), paths[path].points.front());
        if (apart < nearest) {
            nearest = apart;
            best = i;
        }
    }
    return best;
}

/// Heights over the ground between which vessels are followed, metres.
struct Heights {
    float least = std::numeric_limits<float>::lowest();
    float most = std::numeric_limits<float>::max();
};

Heights heights_of(const knowledge::RouteStep& step, const knowledge::Knowledge& knowledge,
                   const anatomy::SkeletonModel& outline) {
    Box box;
    for (const std::string& id : step.beside) {
        const knowledge::Site* const site = knowledge.site(id);
        for (const anatomy::BoneIndex bone :
             site != nullptr ? site->bones : std::vector<anatomy::BoneIndex>{}) {
            if (const anatomy::BoneMesh* const mesh = outline.find(bone)) {
                box.add(mesh->bounds);
            }
        }
    }
    return box.empty() ? Heights{} : Heights{box.min.y, box.max.y};
}

/// Makes the picture of one moment.
class RoutePlacement {
public:
    RoutePlacement(const Layout& layout, const Scene& scene,
                   const std::function<float(vec2)>& depth_at)
        : layout_(layout)
        , scene_(scene)
        , depth_at_(depth_at)
        , pixels_per_metre_(pixels_per_metre(layout, scene)) {}

    std::vector<RouteLine> lines(std::span<const RoutePath> paths) const {
        std::vector<RouteLine> lines;
        std::vector<float> ends; ///< how far each path has come at its end
        for (std::size_t i = 0; i < paths.size(); ++i) {
            RouteLine line = place(paths[i]);
            const std::size_t before = leads_to(paths, i);
            line.travelled = before < i ? ends[before] : 0.0F;
            ends.push_back(line.travelled + length_of(line.points));
            if (line.points.size() >= 2) {
                lines.push_back(std::move(line));
            }
        }
        return lines;
    }

    std::optional<RouteLabel> origin(const std::string& name, const char* what,
                                     const vec3& place) const {
        const vec3 at = project(scene_.camera, scene_.viewport, place);
        if (at.z < 0.0F || !layout_.stage.contains(vec2(at))) {
            return std::nullopt;
        }
        RouteLabel label;
        label.at = vec2(at);
        label.organ = true;
        label.behind = false; // it starts here, and is to be found
        label.title = name;
        label.subtitle = what;
        return label;
    }

    /// The longest vessels on the stage, each once; only those of the step that is told.
    std::vector<RouteLabel> vessel_names(const RoutePicture& picture,
                                         std::span<const RoutePath> paths) const {
        struct Named {
            RouteLabel label;
            float length = 0.0F;
        };
        std::vector<Named> named;
        for (const RouteLine& line : picture.lines) {
            const bool told = picture.step < 0 || static_cast<int>(line.step) == picture.step;
            const vec2 middle = line.points[line.points.size() / 2];
            const float length = length_of(line.points);
            if (!told || length < c_shortest_named * layout_.scale ||
                !layout_.stage.contains(middle)) {
                continue;
            }
            const auto path = std::ranges::find_if(
                paths, [&](const RoutePath& each) { return each.vessel->id == line.vessel; });
            RouteLabel label;
            label.title = without_side(path->vessel->name);
            label.at = middle;
            label.behind = line.behind[line.points.size() / 2];
            const auto same = std::ranges::find_if(
                named, [&](const Named& other) { return other.label.title == label.title; });
            if (same == named.end()) {
                named.push_back({std::move(label), length});
            } else if (same->length < length) {
                *same = {std::move(label), length};
            }
        }
        std::ranges::stable_sort(named, std::greater{}, &Named::length);
        named.resize(std::min(named.size(), c_most_named));
        std::vector<RouteLabel> labels;
        std::ranges::transform(named, std::back_inserter(labels), &Named::label);
        return labels;
    }

private:
    /// What lies behind the eye ends the line.
    RouteLine place(const RoutePath& path) const {
        RouteLine line;
        line.vessel = path.vessel->id;
        line.kind = path.vessel->kind;
        line.step = path.step;
        line.width = std::clamp(2.0F * path.vessel->radius * pixels_per_metre_,
                                c_least_width * layout_.scale, c_most_width * layout_.scale);
        line.distance = glm::distance(scene_.camera.eye, path.points[path.points.size() / 2]);
        for (const vec3& point : path.points) {
            const vec3 at = project(scene_.camera, scene_.viewport, point);
            if (at.z < 0.0F) {
                break;
            }
            line.points.push_back(vec2(at));
            line.behind.push_back(
                is_behind(scene_, point, at, depth_at_, c_hidden_by + path.vessel->radius));
        }
        return line;
    }

    const Layout& layout_;
    const Scene& scene_;
    const std::function<float(vec2)>& depth_at_;
    float pixels_per_metre_;
};

/// Gives labels their plates; names of vessels without room near by are left out: leaders across
/// the body would cross those of the sites.
void place_plates(std::vector<RouteLabel>& labels, const Layout& layout, const Scene& scene,
                  const RouteRoom& room) {
    std::vector<LabelRequest> requests;
    for (const RouteLabel& label : labels) {
        requests.push_back({label.at, label.organ ? c_point_reach * layout.scale : 0.0F,
                            room.measure(label.title, label.subtitle,
                                         label.organ ? LabelForm::roomy : LabelForm::compact),
                            static_cast<int>(requests.size()), 0});
    }
    const LabelArea area = label_area(layout, scene, room.taken);
    const std::vector<LabelPlace> places = place_labels(requests, area);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i].plate = places[i].plate;
        labels[i].knee = places[i].knee;
        labels[i].end = places[i].end;
    }
    std::erase_if(labels, [&](const RouteLabel& each) {
        const bool far = std::abs(each.knee.y - each.at.y) > c_steepest_leader * layout.scale;
        // Columns stand on whole pixels.
        const bool over_body =
            each.plate.right() > area.left + 1.0F && each.plate.x < area.right - 1.0F;
        return !each.organ && (each.plate.empty() || far || over_body);
    });
}

/// What stands every `between` pixels along the lines, once it has moved by `moved`.
std::vector<Traveller> every_so_far(const RoutePicture& picture, float between, float moved) {
    std::vector<Traveller> found;
    for (std::size_t index = 0; index < picture.lines.size(); ++index) {
        const RouteLine& line = picture.lines[index];
        if (length_of(line.points) < c_shortest_travelled * picture.scale) {
            continue;
        }
        float next = std::fmod(moved - line.travelled, between);
        next += next < 0.0F ? between : 0.0F;
        float come = 0.0F;
        for (std::size_t i = 1; i < line.points.size(); ++i) {
            const vec2 from = line.points[i - 1];
            const vec2 along = line.points[i] - from;
            const float length = glm::length(along);
            for (; length > 0.0F && next < come + length; next += between) {
                const vec2 at = from + (next - come) / length * along;
                if (picture.stage.contains(at)) {
                    found.push_back({at, along / length, line.behind[i - 1], index});
                }
            }
            come += length;
        }
    }
    return found;
}

} // namespace

std::vector<RoutePath> route_paths(const knowledge::Route& route,
                                   const knowledge::Knowledge& knowledge,
                                   const anatomy::Surroundings& around,
                                   const anatomy::BodyFit& fit) {
    std::vector<RoutePath> paths;
    for (std::size_t index = 0; index < route.steps.size(); ++index) {
        const knowledge::RouteStep& step = route.steps[index];
        const Heights heights = heights_of(step, knowledge, around.outline);
        for (const std::string& id : step.vessels) {
            const anatomy::Vessel* const vessel = anatomy::find_vessel(around.vessels, id);
            if (vessel == nullptr) {
                continue; // told when the texts were loaded
            }
            for (const std::vector<vec3>& line : vessel->lines) {
                RoutePath path{vessel, index, anatomy::smooth_line(line, c_line_step)};
                std::erase_if(path.points, [&](const vec3& point) {
                    return point.y < heights.least || point.y > heights.most;
                });
                if (path.points.size() < 2) {
                    continue;
                }
                if (step.upstream) {
                    std::ranges::reverse(path.points);
                }
                std::ranges::transform(path.points, path.points.begin(), fit);
                paths.push_back(std::move(path));
            }
        }
    }
    return paths;
}

std::optional<glm::vec3> route_start(const knowledge::Primary& primary,
                                     const anatomy::Surroundings& around,
                                     const anatomy::BodyFit& fit,
                                     std::span<const RoutePath> paths) {
    std::optional<vec3> start;
    for (const std::string& id : primary.organs) {
        const anatomy::BoneMesh* const organ = around.shapes.find(around.organs.find(id));
        if (organ == nullptr || paths.empty()) {
            continue;
        }
        const vec3 place = fit(organ->centroid);
        const vec3& first = paths.front().points.front();
        if (!start || glm::distance(place, first) < glm::distance(*start, first)) {
            start = place;
        }
    }
    return start;
}

RoutePicture place_route(const session::Session& session, const session::World& world,
                         const Layout& layout, const Scene& scene, std::span<const RoutePath> paths,
                         const std::optional<glm::vec3>& start,
                         const std::function<float(glm::vec2)>& depth_at, const RouteRoom& room) {
    RoutePicture picture;
    const knowledge::Primary* const primary = world.knowledge.primary(session.stage.primary);
    const knowledge::Route* const route = session::route_of(session.stage, world);
    if (primary == nullptr || route == nullptr) {
        return picture;
    }
    picture.route = primary->id + "/" + route->id;
    picture.stage = layout.stage;
    picture.scale = layout.scale;
    const RoutePlacement placement(layout, scene, depth_at);
    picture.lines = placement.lines(paths);
    if (auto label = start
                         ? placement.origin(primary->origin,
                                            world.knowledge.language.tr("Where it starts"), *start)
                         : std::nullopt) {
        picture.labels.push_back(std::move(*label));
    }
    picture.step =
        session::route_step_of(session.stage, world) != nullptr ? session.stage.route_step : -1;
    std::ranges::move(placement.vessel_names(picture, paths), std::back_inserter(picture.labels));
    place_plates(picture.labels, layout, scene, room);
    return picture;
}

std::vector<Traveller> travellers(const RoutePicture& picture, float seconds) {
    return every_so_far(picture, c_between_cells * picture.scale,
                        seconds * c_cells_speed * picture.scale);
}

std::vector<Traveller> arrows(const RoutePicture& picture) {
    const float between = c_between_arrows * picture.scale;
    return every_so_far(picture, between, 0.5F * between);
}

std::vector<OrganLook> route_organs(const session::Stage& stage, const session::World& world) {
    std::vector<OrganLook> organs;
    const knowledge::Primary* const primary = world.knowledge.primary(stage.primary);
    const knowledge::Route* const route = session::route_of(stage, world);
    if (route == nullptr || primary == nullptr || world.around == nullptr) {
        return organs;
    }
    const auto add = [&](const std::string& id, const OrganLook& look) {
        const anatomy::BoneIndex organ = world.around->organs.find(id);
        const bool known = organ != anatomy::no_bone &&
                           std::ranges::find(organs, organ, &OrganLook::organ) == organs.end();
        if (known) {
            organs.push_back(look);
            organs.back().organ = organ;
        }
    };
    const OrganLook other{.colour = vec3(0xB7, 0xA5, 0xA0) / 255.0F, .opacity = 0.2F};
    for (const std::string& id : primary->organs) {
        add(id, {});
    }
    for (const knowledge::RouteStep& step : route->steps) {
        for (const std::string& id : step.organs) {
            add(id, other);
        }
    }
    return organs;
}

} // namespace osteon::view
