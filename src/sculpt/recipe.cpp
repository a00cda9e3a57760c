#include "sculpt/recipe.h"

#include "base/files.h"
#include "sculpt/expression.h"

#include <glm/ext/matrix_transform.hpp>
#include <glm/mat4x4.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <set>

namespace osteon::sculpt {
namespace {

constexpr std::size_t deepest_nesting = 16;
constexpr float largest_number = 10000.0F;

using Words = std::vector<std::string_view>;

struct Line {
    std::string file;
    int number = 0;
    Words words;
};

/// Thrown out of the reader, caught at its only entrance: a recipe's error with its line.
struct RecipeError {
    Error error;
};

[[noreturn]] void stop(const Line& line, std::string reason) {
    throw RecipeError{{.fault = Fault::input,
                       .subject = line.file,
                       .place = "line " + std::to_string(line.number),
                       .reason = std::move(reason),
                       .cure = "The grammar is in docs/recipes.md"}};
}

/// Where the following shapes' coordinates are counted from.
struct Frame {
    glm::vec3 origin{0.0F};
    glm::mat3 axes{1.0F};
    glm::vec3 place(const glm::vec3& local) const { return origin + axes * local; }
};

struct Family {
    std::vector<std::string> parameters;
    std::vector<Line> body;
};

/// A tube or sheet whose rows are being read.
struct OpenShape {
    enum class Kind { tube, sheet } kind = Kind::tube;
    Line start;
    Part part;
    float power = 2.0F;
    std::vector<Station> stations;
    std::vector<SheetPoint> points;
    std::size_t columns = 0;
};

/// The words of a line up to its comment; '|' only guides the eye.
Words split_words(std::string_view text) {
    Words words;
    text = text.substr(0, text.find('#'));
    std::size_t at = 0;
    while ((at = text.find_first_not_of(" \t\r|", at)) != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(" \t\r|", at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

class Reader {
public:
    void read(const RecipeText& recipe) {
        std::size_t at = 0;
        int number = 0;
        while (at < recipe.text.size()) {
            const std::size_t end = std::min(recipe.text.find('\n', at), recipe.text.size());
            Line line{recipe.file, ++number,
                      split_words(std::string_view(recipe.text).substr(at, end - at))};
            at = end + 1;
            if (!line.words.empty()) {
                last_ = line;
                statement(line);
            }
        }
        if (family_ != nullptr) {
            stop(last_, "expected 'end' of the family that begins before");
        }
        finish_bone(last_);
    }

    std::vector<BoneRecipe> take_bones() { return std::move(bones_); }

private:
    void statement(const Line& line) {
        const std::string_view word = line.words.front();
        if (family_ != nullptr) {
            if (word == "end") {
                family_ = nullptr;
            } else if (word == "family" || word == "bone" || word == "solid") {
                stop(line, "expected 'end' of the family before '" + std::string(word) + "'");
            } else {
                family_->body.push_back(line);
            }
            return;
        }
        if (word == "family") {
            begin_family(line);
        } else if (word == "bone" || word == "solid") {
            begin_bone(line);
        } else if (groups_.empty()) {
            stop(line, "expected 'bone', 'solid' or 'family', found '" + std::string(word) + "'");
        } else {
            shape_statement(line);
        }
    }

    void shape_statement(const Line& line) {
        const std::string_view word = line.words.front();
        if (word == "set") {
            set(line);
        } else if (word == "landmark") {
            landmark(line);
        } else if (word == "frame") {
            frame(line);
        } else if (word == "tube" || word == "sheet") {
            open(line, word == "tube" ? OpenShape::Kind::tube : OpenShape::Kind::sheet);
        } else if (word == "ellipsoid") {
            ellipsoid(line);
        } else if (word == "cut") {
            cut(line);
        } else if (word == "include") {
            include(line);
        } else if (word == "group") {
            close_shape();
            if (groups_.size() >= deepest_nesting) {
                stop(line, "groups are nested too deeply");
            }
            groups_.push_back({line, options(line, 1, nullptr), {}});
        } else if (word == "close") {
            close_group(line);
        } else if (open_) {
            row(line);
        } else {
            stop(line, "unknown statement '" + std::string(word) + "'");
        }
    }

    // --- families and bones ---------------------------------------------------------------

    void begin_family(const Line& line) {
        finish_bone(line);
        if (line.words.size() < 2) {
            stop(line, "expected a name after 'family'");
        }
        family_ = &families_[std::string(line.words[1])];
        *family_ = {};
        for (std::size_t i = 2; i < line.words.size(); ++i) {
            family_->parameters.emplace_back(line.words[i]);
        }
    }

    /// bone ID [grid=G] [of FAMILY values...]
    void begin_bone(const Line& line) {
        finish_bone(line);
        if (line.words.size() < 2) {
            stop(line, "expected an id after '" + std::string(line.words[0]) + "'");
        }
        is_solid_ = line.words[0] == "solid";
        id_ = std::string(line.words[1]);
        if (!ids_.insert(id_).second) {
            stop(line, "'" + id_ + "' is described twice");
        }
        grid_ = 1.0F;
        variables_.clear();
        landmarks_.clear();
        frame_ = {};
        groups_.push_back({line, {}, {}});
        std::size_t at = 2;
        if (at < line.words.size() && line.words[at].starts_with("grid=")) {
            grid_ = number(line, line.words[at].substr(5));
            if (grid_ < 0.2F || grid_ > 10.0F) {
                stop(line, "expected a grid between 0.2 and 10 mm");
            }
            ++at;
        }
        if (at < line.words.size()) {
            use_family(line, at);
        }
    }

    void use_family(const Line& line, std::size_t at) {
        if (line.words[at] != "of" || at + 1 >= line.words.size()) {
            stop(line, "expected 'of' and a family, found '" + std::string(line.words[at]) + "'");
        }
        const auto found = families_.find(line.words[at + 1]);
        if (found == families_.end()) {
            stop(line, "unknown family '" + std::string(line.words[at + 1]) + "'");
        }
        const Family& family = found->second;
        const std::vector<float> values = numbers(line, at + 2);
        if (values.size() != family.parameters.size()) {
            stop(line, "expected " + std::to_string(family.parameters.size()) + " numbers after '" +
                           std::string(line.words[at + 1]) + "', found " +
                           std::to_string(values.size()));
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            variables_[family.parameters[i]] = values[i];
        }
        for (const Line& inner : family.body) {
            shape_statement(inner);
        }
        close_shape();
    }

    void finish_bone(const Line& line) {
        if (groups_.empty()) {
            return;
        }
        close_shape();
        if (groups_.size() > 1) {
            stop(line, "expected 'close' of the group that begins in line " +
                           std::to_string(groups_.back().start.number));
        }
        Solid& solid = groups_.back().solid;
        if (bounds(solid).empty()) {
            stop(groups_.back().start, "'" + id_ + "' has no shape");
        }
        auto shared = std::make_shared<const Solid>(std::move(solid));
        solids_[id_] = shared;
        if (!is_solid_) {
            bones_.push_back({id_, grid_, std::move(shared)});
        }
        groups_.clear();
    }

    // --- names ------------------------------------------------------------------------------

    void set(const Line& line) {
        close_shape();
        if (line.words.size() < 3 || line.words.size() % 2 == 0) {
            stop(line, "expected pairs of a name and a value after 'set'");
        }
        for (std::size_t i = 1; i < line.words.size(); i += 2) {
            variables_[std::string(line.words[i])] = number(line, line.words[i + 1]);
        }
    }

    void landmark(const Line& line) {
        close_shape();
        const std::vector<float> values =
            line.words.size() > 2 ? numbers(line, 2) : std::vector<float>{};
        if (values.size() != 3) {
            stop(line, "expected a name and x y z after 'landmark'");
        }
        landmarks_[std::string(line.words[1])] = {values[0], values[1], values[2]};
    }

    /// frame x y z [along x y z  front x y z]; 'frame 0 0 0' goes back to the world.
    void frame(const Line& line) {
        close_shape();
        const std::vector<float> v = numbers(line, 1);
        if (v.size() != 3 && v.size() != 9) {
            stop(line, "expected an origin, or an origin, a y axis and a z axis after 'frame'");
        }
        frame_ = {{v[0], v[1], v[2]}, glm::mat3(1.0F)};
        if (v.size() == 9) {
            const glm::vec3 along(v[3], v[4], v[5]);
            const glm::vec3 front(v[6], v[7], v[8]);
            const glm::vec3 side = glm::cross(along, front);
            if (glm::length(side) < 1e-4F) {
                stop(line, "expected two axes that are not parallel");
            }
            const glm::vec3 y = glm::normalize(along);
            const glm::vec3 x = glm::normalize(side);
            frame_.axes = glm::mat3(x, y, glm::cross(x, y));
        }
    }

    // --- shapes -----------------------------------------------------------------------------

    /// Reads trailing words: k=2, p=3, subtract, intersect, both. Returns where the part goes.
    Part options(const Line& line, std::size_t from, float* power) {
        Part part;
        for (std::size_t i = from; i < line.words.size(); ++i) {
            const std::string_view word = line.words[i];
            if (word == "subtract") {
                part.operation = Operation::subtract;
            } else if (word == "intersect") {
                part.operation = Operation::intersect;
            } else if (word == "both") {
                part.both_sides = true;
            } else if (word.starts_with("k=")) {
                part.blend = std::max(number(line, word.substr(2)), 0.0F);
            } else if (word.starts_with("p=") && power != nullptr) {
                *power = std::clamp(number(line, word.substr(2)), 1.2F, 10.0F);
            } else {
                stop(line, "unknown option '" + std::string(word) + "'");
            }
        }
        return part;
    }

    static bool is_option(std::string_view word) {
        return word == "subtract" || word == "intersect" || word == "both" ||
               word.starts_with("k=") || word.starts_with("p=");
    }

    void open(const Line& line, OpenShape::Kind kind) {
        close_shape();
        OpenShape shape;
        shape.kind = kind;
        shape.start = line;
        shape.part = options(line, 1, &shape.power);
        open_ = std::move(shape);
    }

    void row(const Line& line) {
        const std::vector<float> v = numbers(line, 0);
        if (open_->kind == OpenShape::Kind::sheet) {
            sheet_row(line, v);
            return;
        }
        if (v.size() != 4 && v.size() != 5 && v.size() != 8) {
            stop(line, "expected x y z, one or two half-widths and perhaps an axis, found " +
                           std::to_string(v.size()) + " numbers");
        }
        Station station;
        station.centre = frame_.place({v[0], v[1], v[2]});
        station.half = {v[3], v.size() > 4 ? v[4] : v[3]};
        if (std::min(station.half.x, station.half.y) <= 0.0F) {
            stop(line, "expected half-widths above 0");
        }
        const glm::vec3 across =
            v.size() == 8 ? glm::vec3(v[5], v[6], v[7]) : glm::vec3(1.0F, 0.0F, 0.0F);
        if (glm::length(across) < 1e-4F) {
            stop(line, "expected an axis that is not 0 0 0");
        }
        station.across = frame_.axes * glm::normalize(across);
        open_->stations.push_back(station);
    }

    void sheet_row(const Line& line, const std::vector<float>& v) {
        if (v.size() < 8 || v.size() % 4 != 0) {
            stop(line, "expected at least two points of x y z thickness, found " +
                           std::to_string(v.size()) + " numbers");
        }
        if (open_->columns != 0 && open_->columns != v.size() / 4) {
            stop(line,
                 "expected " + std::to_string(open_->columns) + " points as in the row before");
        }
        open_->columns = v.size() / 4;
        for (std::size_t i = 0; i < v.size(); i += 4) {
            open_->points.push_back({frame_.place({v[i], v[i + 1], v[i + 2]}), v[i + 3]});
        }
    }

    void close_shape() {
        if (!open_) {
            return;
        }
        OpenShape shape = *std::exchange(open_, std::nullopt);
        if (shape.kind == OpenShape::Kind::tube) {
            if (shape.stations.size() < 2) {
                stop(shape.start, "expected at least two rows in the tube");
            }
            shape.part.shape = smooth_tube(shape.stations, shape.power);
        } else {
            if (shape.points.size() < 2 * shape.columns || shape.columns == 0) {
                stop(shape.start, "expected at least two rows in the sheet");
            }
            shape.part.shape = std::make_shared<const Sheet>(shape.points, shape.columns);
        }
        add(std::move(shape.part));
    }

    /// ellipsoid x y z rx ry rz [degrees about x, y, z] [options]
    void ellipsoid(const Line& line) {
        close_shape();
        Ellipsoid shape;
        std::size_t last = 1;
        while (last < line.words.size() && !is_option(line.words[last])) {
            ++last;
        }
        Part part = options(line, last, &shape.power);
        const std::vector<float> v = numbers(line, 1, last);
        if (v.size() != 6 && v.size() != 9) {
            stop(line, "expected x y z, three radii and perhaps three angles after 'ellipsoid'");
        }
        if (std::min({v[3], v[4], v[5]}) <= 0.0F) {
            stop(line, "expected radii above 0");
        }
        shape.centre = frame_.place({v[0], v[1], v[2]});
        shape.radii = {v[3], v[4], v[5]};
        glm::mat4 turn(1.0F);
        if (v.size() == 9) {
            turn = glm::rotate(turn, glm::radians(v[8]), {0.0F, 0.0F, 1.0F});
            turn = glm::rotate(turn, glm::radians(v[7]), {0.0F, 1.0F, 0.0F});
            turn = glm::rotate(turn, glm::radians(v[6]), {1.0F, 0.0F, 0.0F});
        }
        shape.axes = frame_.axes * glm::mat3(turn);
        part.shape = shape;
        add(std::move(part));
    }

    /// cut x y z  nx ny nz [k=]: removes what lies on the side that the normal points to.
    void cut(const Line& line) {
        close_shape();
        std::size_t last = 1;
        while (last < line.words.size() && !is_option(line.words[last])) {
            ++last;
        }
        Part part = options(line, last, nullptr);
        const std::vector<float> v = numbers(line, 1, last);
        if (v.size() != 6 || glm::length(glm::vec3(v[3], v[4], v[5])) < 1e-4F) {
            stop(line, "expected a point and a normal after 'cut'");
        }
        part.operation = Operation::intersect;
        part.shape = HalfSpace{frame_.place({v[0], v[1], v[2]}),
                               frame_.axes * glm::normalize(glm::vec3(v[3], v[4], v[5]))};
        add(std::move(part));
    }

    void include(const Line& line) {
        close_shape();
        const auto found = line.words.size() > 1 ? solids_.find(line.words[1]) : solids_.end();
        if (found == solids_.end()) {
            stop(line, "expected the name of a solid or bone described before");
        }
        Part part = options(line, 2, nullptr);
        part.solid = found->second;
        add(std::move(part));
    }

    void close_group(const Line& line) {
        close_shape();
        if (groups_.size() < 2) {
            stop(line, "'close' without a group");
        }
        Group group = std::move(groups_.back());
        groups_.pop_back();
        if (bounds(group.solid).empty()) {
            stop(group.start, "the group has no shape");
        }
        group.part.solid = std::make_shared<const Solid>(std::move(group.solid));
        add(std::move(group.part));
    }

    void add(Part part) {
        measure(part);
        groups_.back().solid.parts.push_back(std::move(part));
    }

    // --- numbers ----------------------------------------------------------------------------

    float number(const Line& line, std::string_view word) {
        const auto value = evaluate(word, variables_);
        if (!value) {
            stop(line, value.error());
        }
        if (std::abs(*value) > largest_number) {
            stop(line, "'" + std::string(word) + "' is beyond 10 m");
        }
        return *value;
    }

    std::vector<float> numbers(const Line& line, std::size_t from, std::size_t to = SIZE_MAX) {
        std::vector<float> values;
        for (std::size_t i = from; i < std::min(to, line.words.size()); ++i) {
            const std::string_view word = line.words[i];
            if (word.front() == '@') {
                const auto found = landmarks_.find(word.substr(1));
                if (found == landmarks_.end()) {
                    stop(line, "unknown landmark '" + std::string(word) + "'");
                }
                values.insert(values.end(), {found->second.x, found->second.y, found->second.z});
            } else {
                values.push_back(number(line, word));
            }
        }
        return values;
    }

    struct Group {
        Line start;
        Part part;
        Solid solid;
    };

    std::map<std::string, Family, std::less<>> families_;
    std::map<std::string, std::shared_ptr<const Solid>, std::less<>> solids_;
    std::set<std::string> ids_;
    std::vector<BoneRecipe> bones_;

    Family* family_ = nullptr; ///< being read
    bool is_solid_ = false;
    std::string id_;
    float grid_ = 1.0F;
    Variables variables_;
    std::map<std::string, glm::vec3, std::less<>> landmarks_;
    Frame frame_;
    std::vector<Group> groups_; ///< the bone being read, and the open groups in it
    std::optional<OpenShape> open_;
    Line last_;
};

} // namespace

Result<std::vector<BoneRecipe>> parse_recipes(const std::vector<RecipeText>& files) {
    try {
        Reader reader;
        for (const RecipeText& file : files) {
            reader.read(file);
        }
        return reader.take_bones();
    } catch (RecipeError& failure) {
        return fail(std::move(failure.error));
    }
}

Result<std::vector<BoneRecipe>> load_recipes(const std::filesystem::path& folder) {
    std::error_code code;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
        if (entry.path().extension() == ".recipe") {
            paths.push_back(entry.path());
        }
    }
    if (paths.empty()) {
        return fail({.subject = folder.string(),
                     .place = "",
                     .reason = code ? code.message() : "there is no .recipe file in the folder",
                     .cure = "Name the folder with the recipes"});
    }
    std::sort(paths.begin(), paths.end());
    std::vector<RecipeText> files;
    for (const auto& path : paths) {
        auto text = read_file(path);
        if (!text) {
            return fail(text.error());
        }
        files.push_back({path.filename().string(), std::move(*text)});
    }
    return parse_recipes(files);
}

} // namespace osteon::sculpt
