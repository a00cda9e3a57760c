#include "sculpt/recipe_build.h"

#include "base/geometry.h"
#include "sculpt/recipe_rows.h"
#include "sculpt/surface_line.h"

#include <glm/ext/matrix_transform.hpp>
#include <glm/mat4x4.hpp>

#include <algorithm>
#include <utility>

namespace osteon::sculpt {
namespace {

constexpr std::size_t deepest_groups = 16;
constexpr int deepest_includes = 16;
constexpr std::size_t most_shapes = 4000; ///< of one bone, those of included solids counted again
constexpr float smallest_scale = 0.02F;
constexpr float largest_scale = 50.0F;
constexpr float narrowest_axis = 1e-4F;

/// Turned about x, then y, then z; degrees.
glm::mat3 turned(const glm::vec3& degrees) {
    glm::mat4 turn(1.0F);
    turn = glm::rotate(turn, glm::radians(degrees.z), {0.0F, 0.0F, 1.0F});
    turn = glm::rotate(turn, glm::radians(degrees.y), {0.0F, 1.0F, 0.0F});
    turn = glm::rotate(turn, glm::radians(degrees.x), {1.0F, 0.0F, 0.0F});
    return glm::mat3(turn);
}

Part part_of(const Statement& statement) {
    Part part;
    part.operation = statement.has("subtract")    ? Operation::subtract
                     : statement.has("intersect") ? Operation::intersect
                                                  : Operation::add;
    part.both_sides = statement.has("both");
    part.blend = std::max(statement.setting("k", 0.0F), 0.0F);
    return part;
}

class Builder {
public:
    Builder(const Description& description, const BuiltSolids& solids, const Sutures& sutures)
        : description_(description)
        , solids_(solids)
        , sutures_(sutures) {}

    BuiltSolid build() {
        groups_.push_back({{"", description_.place, {}, {}, {}, {}}, {}});
        const std::vector<Statement>& statements = description_.statements;
        for (std::size_t i = 0; i < statements.size();) {
            std::size_t end = i + 1;
            while (end < statements.size() && statements[end].keyword == "row") {
                ++end;
            }
            const Rows rows(statements.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                            statements.begin() + static_cast<std::ptrdiff_t>(end));
            statement(statements[i], rows);
            i = end;
        }
        if (groups_.size() > 1) {
            stop(statements.back().place, "expected 'close' of the group that begins in line " +
                                              std::to_string(groups_.back().start.place.line));
        }
        if (bounds(groups_.back().solid).empty()) {
            stop(description_.place, "'" + description_.id + "' has no shape");
        }
        result_.solid = std::make_shared<const Solid>(std::move(groups_.back().solid));
        return std::move(result_);
    }

private:
    struct Group {
        Statement start;
        Solid solid;
    };

    void statement(const Statement& statement, const Rows& rows) {
        using Action = void (Builder::*)(const Statement&, const Rows&);
        static const std::map<std::string_view, Action> actions{
            {"landmark", &Builder::landmark},   {"frame", &Builder::frame},
            {"ellipsoid", &Builder::ellipsoid}, {"tube", &Builder::tube},
            {"sheet", &Builder::sheet},         {"cut", &Builder::cut},
            {"group", &Builder::open_group},    {"close", &Builder::close_group},
            {"include", &Builder::include},     {"groove", &Builder::surface_line},
            {"ridge", &Builder::surface_line},  {"split", &Builder::split},
        };
        (this->*actions.at(statement.keyword))(statement, rows);
    }

    void landmark(const Statement& statement, const Rows& /*rows*/) {
        add_landmark({statement.names.front(), frame_.place(vector_at(statement, 0))});
    }

    /// A bone's own landmark goes before one that came with an included solid.
    void add_landmark(Landmark landmark) {
        const auto same = std::find_if(
            result_.landmarks.begin(), result_.landmarks.end(),
            [&landmark](const Landmark& other) { return other.name == landmark.name; });
        if (same != result_.landmarks.end()) {
            *same = std::move(landmark);
        } else {
            result_.landmarks.push_back(std::move(landmark));
        }
    }

    /// frame x y z [along x y z  front x y z]; 'frame 0 0 0' goes back to the world.
    void frame(const Statement& statement, const Rows& /*rows*/) {
        frame_ = {vector_at(statement, 0), glm::mat3(1.0F)};
        if (statement.numbers.size() == 9) {
            const glm::vec3 along = vector_at(statement, 3);
            const glm::vec3 side = glm::cross(along, vector_at(statement, 6));
            if (glm::length(side) < narrowest_axis) {
                stop(statement.place, "expected two axes that are not parallel");
            }
            const glm::vec3 y = glm::normalize(along);
            const glm::vec3 x = glm::normalize(side);
            frame_.axes = glm::mat3(x, y, glm::cross(x, y));
        }
    }

    // --- shapes ----------------------------------------------------------------------------------

    void ellipsoid(const Statement& statement, const Rows& /*rows*/) {
        Ellipsoid shape;
        shape.centre = frame_.place(vector_at(statement, 0));
        shape.radii = vector_at(statement, 3);
        for (int i = 0; i < 3; ++i) {
            require_above_0(statement, shape.radii[i], "radii");
        }
        shape.power = std::clamp(statement.setting("p", 2.0F), 1.2F, 10.0F);
        shape.axes = frame_.axes;
        if (statement.numbers.size() == 9) {
            shape.axes = shape.axes * turned(vector_at(statement, 6));
        }
        Part part = part_of(statement);
        part.shape = shape;
        add(statement, std::move(part));
    }

    void tube(const Statement& statement, const Rows& rows) {
        Part part = part_of(statement);
        part.shape = std::make_shared<const Tube>(stations_of(statement, rows, frame_));
        add(statement, std::move(part));
    }

    void sheet(const Statement& statement, const Rows& rows) {
        const std::vector<SheetPoint> points = sheet_points_of(statement, rows, frame_);
        const SheetEdge edge = statement.has("closed") ? SheetEdge::closed
                               : statement.has("both") ? SheetEdge::mirrored
                                                       : SheetEdge::free;
        Part part = part_of(statement);
        part.shape = std::make_shared<const Sheet>(points, points.size() / rows.size(), edge);
        add(statement, std::move(part));
    }

    /// cut x y z  nx ny nz [k=]: removes what lies on the side that the normal points to.
    void cut(const Statement& statement, const Rows& /*rows*/) {
        const glm::vec3 normal = vector_at(statement, 3);
        if (glm::length(normal) < narrowest_axis) {
            stop(statement.place, "expected a point and a normal after 'cut', not 0 0 0");
        }
        Part part = part_of(statement);
        part.operation = Operation::intersect;
        part.shape =
            HalfSpace{frame_.place(vector_at(statement, 0)), frame_.axes * glm::normalize(normal)};
        add(statement, std::move(part));
    }

    // --- solids ----------------------------------------------------------------------------------

    void open_group(const Statement& statement, const Rows& /*rows*/) {
        if (groups_.size() >= deepest_groups) {
            stop(statement.place, "groups are nested too deeply");
        }
        groups_.push_back({statement, {}});
    }

    void close_group(const Statement& statement, const Rows& /*rows*/) {
        if (groups_.size() < 2) {
            stop(statement.place, "'close' without a group");
        }
        Group group = std::move(groups_.back());
        groups_.pop_back();
        if (bounds(group.solid).empty()) {
            stop(group.start.place, "the group has no shape");
        }
        Part part = part_of(group.start);
        part.solid = std::make_shared<const Solid>(std::move(group.solid));
        add(statement, std::move(part));
    }

    /// include ID at x y z turn rx ry rz scale sx sy sz: scaled, turned, then moved.
    void include(const Statement& statement, const Rows& /*rows*/) {
        const auto found = solids_.find(statement.names.front());
        if (found == solids_.end()) {
            stop(statement.place, "expected the name of a solid or bone described before, found '" +
                                      statement.names.front() + "'");
        }
        result_.depth = std::max(result_.depth, found->second.depth + 1);
        if (result_.depth > deepest_includes) {
            stop(statement.place, "solids are included in each other too deeply");
        }
        const glm::vec3 scale = vector_at(statement, 6);
        for (int i = 0; i < 3; ++i) {
            if (scale[i] < smallest_scale || scale[i] > largest_scale) {
                stop(statement.place, "expected scales from 0.02 to 50");
            }
        }
        Placement placement;
        placement.origin = frame_.place(vector_at(statement, 0));
        const glm::mat3 turn = frame_.axes * turned(vector_at(statement, 3));
        const float side = statement.has("mirror") ? -1.0F : 1.0F;
        for (int i = 0; i < 3; ++i) {
            const float factor = i == 0 ? side * scale[i] : scale[i];
            placement.axes[i] = factor * turn[i];
            placement.inverse[i] = turn[i] / factor;
        }
        placement.inverse = glm::transpose(placement.inverse);
        placement.scale = std::min({scale.x, scale.y, scale.z});
        Part part = part_of(statement);
        part.solid = found->second.solid;
        if (placement.axes != glm::mat3(1.0F) || placement.origin != glm::vec3(0.0F)) {
            part.placement = std::make_shared<const Placement>(placement);
        }
        if (part.operation != Operation::subtract) {
            for (const Landmark& landmark : found->second.landmarks) {
                add_landmark({landmark.name, placement.place(landmark.place)});
            }
        }
        add(statement, std::move(part));
    }

    // --- lines on the surface --------------------------------------------------------------------

    /// groove w= depth= and ridge w= height=: a flat tube in the surface, carved or added.
    void surface_line(const Statement& statement, const Rows& rows) {
        const bool carved = statement.keyword == "groove";
        const float width = statement.setting("w", 0.0F);
        const float height = statement.setting(carved ? "depth" : "height", 0.0F);
        require_above_0(statement, width, "a width w=");
        require_above_0(statement, height, carved ? "a depth=" : "a height=");
        if (bounds(groups_.back().solid).empty()) {
            stop(statement.place, "expected shapes before a line on their surface");
        }
        const auto stations = lay_on_surface(
            groups_.back().solid, line_points_of(statement, rows, frame_, 0.5F * width), height);
        if (!stations) {
            stop(statement.place, stations.error());
        }
        Part part = part_of(statement);
        part.operation = carved ? Operation::subtract : Operation::add;
        part.blend = statement.setting("k", 0.5F * std::min(width, 2.0F * height));
        part.shape = std::make_shared<const Tube>(*stations);
        add(statement, std::move(part));
    }

    /// split x y z [gap=] [outside] sutures: keeps what a loop of sutures holds as seen from there.
    void split(const Statement& statement, const Rows& /*rows*/) {
        if (statement.names.empty()) {
            stop(statement.place, "expected the names of sutures after the centre");
        }
        const Box built = bounds(groups_.back().solid);
        if (built.empty()) {
            stop(statement.place, "expected shapes before 'split'");
        }
        std::vector<LoopPiece> pieces;
        for (const std::string& word : statement.names) {
            const std::size_t first = std::min(word.find_first_not_of("-~"), word.size());
            const std::string_view signs = std::string_view(word).substr(0, first);
            const auto found = sutures_.find(std::string_view(word).substr(first));
            if (found == sutures_.end()) {
                stop(statement.place, "unknown suture '" + word.substr(first) + "'");
            }
            pieces.push_back({&found->second, signs.find('-') != std::string_view::npos,
                              signs.find('~') != std::string_view::npos});
        }
        const glm::vec3 centre = vector_at(statement, 0);
        const auto loop = trace_loop(pieces, centre);
        if (!loop) {
            stop(statement.place, loop.error());
        }
        const float gap = std::max(statement.setting("gap", 0.4F), 0.0F);
        const auto cone =
            std::make_shared<const Cone>(centre, *loop, statement.has("outside"), 0.5F * gap);
        Part part;
        part.operation = Operation::intersect;
        part.shape = cone;
        part.bounds = cone->bounds_within(built);
        groups_.back().solid.parts.push_back(std::move(part));
    }

    void add(const Statement& statement, Part part) {
        measure(part);
        shapes_ += part.solid ? shape_count(*part.solid) : 1;
        if (shapes_ > most_shapes) {
            stop(statement.place, "the bone has too many shapes");
        }
        groups_.back().solid.parts.push_back(std::move(part));
    }

    const Description& description_;
    const BuiltSolids& solids_;
    const Sutures& sutures_;
    BuiltSolid result_;
    Frame frame_;
    std::vector<Group> groups_; ///< the bone, and the open groups in it
    std::size_t shapes_ = 0;
};

} // namespace

BuiltSolid build(const Description& description, const BuiltSolids& solids,
                 const Sutures& sutures) {
    return Builder(description, solids, sutures).build();
}

} // namespace osteon::sculpt
