#include "anatomy/vessels.h"

#include "anatomy/registry_toml.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>
#include <utility>

namespace osteon::anatomy {

namespace {

constexpr std::array<std::pair<std::string_view, VesselKind>, 4> kinds = {
    {{"vein", VesselKind::vein},
     {"artery", VesselKind::artery},
     {"portal", VesselKind::portal},
     {"lymph", VesselKind::lymph}}};

float number(const toml::node& node, std::string_view what) {
    const auto value = node.value<double>();
    if (!value || node.is_string() || !std::isfinite(*value)) {
        refuse(node, std::string(what) + " is not a number", "Write metres, as in 0.012");
    }
    return static_cast<float>(*value);
}

const toml::array& list_of(const toml::node& node, std::string_view what) {
    const toml::array* const list = node.as_array();
    if (list == nullptr) {
        refuse(node, std::string(what) + " is not a list", "Write it in square brackets");
    }
    return *list;
}

glm::vec3 read_point(const toml::node& node) {
    const toml::array& numbers = list_of(node, "a point");
    if (numbers.size() != 3) {
        refuse(node, "a point has three numbers", "Write it as [x, y, z], in metres");
    }
    return {number(*numbers.get(0), "x"), number(*numbers.get(1), "y"),
            number(*numbers.get(2), "z")};
}

std::vector<glm::vec3> read_line(const toml::node& node) {
    std::vector<glm::vec3> line;
    for (const toml::node& point : list_of(node, "a line")) {
        line.push_back(read_point(point));
        if (line.size() > 1 && line.back() == line[line.size() - 2]) {
            refuse(point, "this point is the same as the one before", "Leave one of them out");
        }
    }
    if (line.size() < 2) {
        refuse(node, "a line has two points or more", "Add where the vessel goes");
    }
    return line;
}

VesselKind read_kind(const toml::table& entry) {
    const std::string word = required_text(entry, "kind");
    const auto* const kind =
        std::ranges::find(kinds, word, &std::pair<std::string_view, VesselKind>::first);
    if (kind == kinds.end()) {
        refuse(*entry.get("kind"), "the kind " + in_quotes(word) + " is not known",
               "Write vein, artery, portal or lymph");
    }
    return kind->second;
}

bool read_flag(const toml::table& entry, const char* key, bool otherwise) {
    const toml::node* const node = entry.get(key);
    if (node == nullptr) {
        return otherwise;
    }
    const auto flag = node->value_exact<bool>();
    if (!flag) {
        refuse(*node, in_quotes(key) + " is neither true nor false", "Write one of them");
    }
    return *flag;
}

float read_radius(const toml::table& entry) {
    const toml::node* const node = entry.get("radius");
    if (node == nullptr) {
        refuse(entry, "this entry has no \"radius\"", "Add radius = 0.004, in metres");
    }
    const float radius = number(*node, "the radius");
    if (radius <= 0.0F || radius > 0.05F) {
        refuse(*node, "the radius is not that of a vessel", "Write metres, from 0 to 0.05");
    }
    return radius;
}

Vessel read_vessel(const toml::table& entry) {
    constexpr std::array<std::string_view, 9> fields = {"id",   "name", "latin",  "kind", "radius",
                                                        "side", "into", "valves", "lines"};
    refuse_unknown_keys(entry, fields);
    Vessel vessel;
    vessel.id = required_text(entry, "id");
    vessel.name = required_text(entry, "name");
    vessel.latin = required_text(entry, "latin");
    vessel.kind = read_kind(entry);
    vessel.radius = read_radius(entry);
    vessel.into = text_field(entry, "into");
    vessel.valves = read_flag(entry, "valves", true);
    const toml::array* const lines = array_field(entry, "lines");
    if (lines == nullptr || lines->empty()) {
        refuse(entry, "this vessel has no lines", "Add lines = [ [[x, y, z], …] ]");
    }
    for (const toml::node& line : *lines) {
        vessel.lines.push_back(read_line(line));
    }
    return vessel;
}

std::vector<Vessel> read_vessels(const toml::table& file, const Registry& organs) {
    constexpr std::array<std::string_view, 1> keys = {"vessel"};
    refuse_unknown_keys(file, keys);
    const toml::array* const list = array_field(file, "vessel");
    if (list == nullptr || list->empty()) {
        refuse(file, "there are no vessels in it", "Add a [[vessel]]");
    }
    std::vector<Vessel> vessels;
    std::unordered_set<std::string> ids;
    for (const toml::node& node : *list) {
        vessels.push_back(read_vessel(as_entry(node)));
        if (!ids.insert(vessels.back().id).second) {
            refuse(node, "the vessel " + in_quotes(vessels.back().id) + " is listed twice",
                   "Rename one");
        }
    }
    for (std::size_t i = 0; i < vessels.size(); ++i) {
        const std::string& into = vessels[i].into;
        if (!into.empty() && !ids.contains(into) && organs.find(into) == no_bone) {
            refuse(*list->get(i)->as_table()->get("into"),
                   in_quotes(into) + " is neither a vessel nor an organ",
                   "Write an id of this file or of organs.toml");
        }
    }
    return vessels;
}

/// The point at `t` between b and c, at the knots 0 and 1 … of their neighbours a and d.
glm::vec3 spline_point(const std::array<glm::vec3, 4>& points, float t) {
    // Barry and Goldman's pyramid with knots at the square roots of the distances.
    std::array<float, 4> knots{};
    for (std::size_t i = 1; i < 4; ++i) {
        knots[i] = knots[i - 1] + std::sqrt(glm::distance(points[i], points[i - 1]));
    }
    const float at = glm::mix(knots[1], knots[2], t);
    std::array<glm::vec3, 4> level = points;
    for (std::size_t depth = 1; depth < 4; ++depth) {
        for (std::size_t i = 0; i + depth < 4; ++i) {
            // The last level mixes between the inner knots, as the one before it does.
            const float from = depth < 3 ? knots[i] : knots[1];
            const float to = depth < 3 ? knots[i + depth] : knots[2];
            level[i] = glm::mix(level[i], level[i + 1], (at - from) / (to - from));
        }
    }
    return level[0];
}

} // namespace

Result<std::vector<Vessel>> load_vessels(const std::filesystem::path& file,
                                         const Registry& organs) {
    return read_toml<std::vector<Vessel>>(
        file, [&](const toml::table& table) { return read_vessels(table, organs); });
}

const Vessel* find_vessel(std::span<const Vessel> vessels, std::string_view id) {
    const auto found = std::ranges::find(vessels, id, &Vessel::id);
    return found == vessels.end() ? nullptr : &*found;
}

std::vector<glm::vec3> smooth_line(std::span<const glm::vec3> points, float step) {
    if (points.size() < 2) {
        return {points.begin(), points.end()};
    }
    std::vector<glm::vec3> line{points.front()};
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const glm::vec3& b = points[i];
        const glm::vec3& c = points[i + 1];
        const glm::vec3 a = i > 0 ? points[i - 1] : 2.0F * b - c;
        const glm::vec3 d = i + 2 < points.size() ? points[i + 2] : 2.0F * c - b;
        const int pieces = std::max(1, static_cast<int>(std::ceil(glm::distance(b, c) / step)));
        for (int piece = 1; piece < pieces; ++piece) {
            line.push_back(
                spline_point({a, b, c, d}, static_cast<float>(piece) / static_cast<float>(pieces)));
        }
        line.push_back(c);
    }
    return line;
}

} // namespace osteon::anatomy
