#include "sculpt/recipe_resolve.h"

#include "sculpt/recipe_interpolate.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace osteon::sculpt {
namespace {

constexpr std::size_t most_statements = 20'000;
constexpr std::size_t most_suture_points = 1000;

/// A plain number, not an expression: what a fit may replace.
bool is_literal(std::string_view text) {
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos &&
           text != ".";
}

glm::vec3 point_of_row(const Statement& row) {
    if (row.numbers.size() != 3) {
        stop(row.place, "expected x y z, found " + std::to_string(row.numbers.size()) + " numbers");
    }
    return {row.numbers[0], row.numbers[1], row.numbers[2]};
}

Suture begin_suture(const Statement& statement) {
    Suture suture;
    suture.name = statement.names.front();
    suture.amplitude = statement.setting("amplitude", 0.0F);
    suture.wavelength = statement.setting("wavelength", 6.0F);
    if (suture.amplitude < 0.0F || suture.wavelength < 0.5F) {
        stop(statement.place, "expected an amplitude from 0 and a wavelength from 0.5 mm");
    }
    return suture;
}

void add_point(Suture& suture, const Statement& row) {
    suture.points.push_back(point_of_row(row));
    if (suture.points.size() > most_suture_points) {
        stop(row.place, "the suture has too many rows");
    }
}

void require_two_points(const Suture& suture, const RecipePlace& place) {
    if (suture.points.size() < 2) {
        stop(place, "expected at least two rows in the suture");
    }
}

/// Resolves the lines of one bone or solid.
class Resolver {
public:
    Resolver(const Library& library, const Overrides& overrides)
        : library_(library)
        , overrides_(overrides) {}

    Description resolve(const Block& block) {
        head(block.head);
        own_lines_ = true;
        for (const Line& line : block.body) {
            read(line);
        }
        finish_suture();
        return std::move(description_);
    }

private:
    // --- the first line --------------------------------------------------------------------------

    /// bone ID [grid=G] [genus=N] [tolerance=T] [of FAMILY values... | between A B t]
    void head(const Line& line) {
        if (line.words.size() < 2 || !is_name(line.words[1].text)) {
            stop(line.place, "expected an id after '" + line.keyword() + "'");
        }
        description_.is_bone = line.keyword() == "bone";
        description_.id = line.words[1].text;
        description_.place = line.place;
        std::size_t at = 2;
        while (at < line.words.size() && option(line, line.words[at].text)) {
            ++at;
        }
        if (at == line.words.size()) {
            return;
        }
        const std::string& word = line.words[at].text;
        if (word == "of") {
            use_family(line, at + 1);
        } else if (word == "between") {
            interpolate(line, at + 1);
        } else {
            stop(line.place,
                 "expected 'of' and a family, or 'between' and two solids, found '" + word + "'");
        }
    }

    bool option(const Line& line, std::string_view word) {
        if (word.starts_with("grid=")) {
            description_.grid = read_number(line.place, word.substr(5), description_.names);
            if (description_.grid < 0.2F || description_.grid > 10.0F) {
                stop(line.place, "expected a grid between 0.2 and 10 mm");
            }
            return true;
        }
        if (word.starts_with("genus=")) {
            const float genus = read_number(line.place, word.substr(6), description_.names);
            if (genus < 0.0F || genus > 1000.0F || genus != std::floor(genus)) {
                stop(line.place, "expected a whole number of openings after 'genus='");
            }
            description_.genus = static_cast<int>(genus);
            return true;
        }
        if (word.starts_with("tolerance=")) {
            const float tolerance = read_number(line.place, word.substr(10), description_.names);
            if (tolerance < 0.005F || tolerance > 2.0F) {
                stop(line.place, "expected a tolerance between 0.005 and 2 mm");
            }
            description_.tolerance = tolerance;
            return true;
        }
        return false;
    }

    void use_family(const Line& line, std::size_t at) {
        const auto found = at < line.words.size() ? library_.families.find(line.words[at].text)
                                                  : library_.families.end();
        if (found == library_.families.end()) {
            stop(line.place, at < line.words.size() ? "unknown family '" + line.words[at].text + "'"
                                                    : "expected a family after 'of'");
        }
        set_parameters(line, at + 1, found->second.head);
        for (const Line& inner : found->second.body) {
            read(inner);
        }
    }

    /// Gives a family's parameters their values: those without a name first, in order, then by
    /// name; where none is given, the family's own.
    void set_parameters(const Line& line, std::size_t at, const Line& family) {
        std::map<std::string, Word, std::less<>> given;
        std::size_t position = 2;
        for (; at < line.words.size(); ++at) {
            Word value = line.words[at];
            std::string name;
            if (const std::size_t equals = value.text.find('='); equals != std::string::npos) {
                name = value.text.substr(0, equals);
                value = {value.text.substr(equals + 1),
                         value.column + static_cast<int>(equals) + 1};
            } else if (position < family.words.size()) {
                name = parameter_name(family.words[position++]);
            } else {
                stop(line.place, "expected " + std::to_string(family.words.size() - 2) +
                                     " numbers after '" + family.words[1].text + "'");
            }
            if (!given.emplace(name, std::move(value)).second) {
                stop(line.place, "'" + name + "' is given twice");
            }
        }
        for (std::size_t i = 2; i < family.words.size(); ++i) {
            set_parameter(line, family, family.words[i], given);
        }
        if (!given.empty()) {
            stop(line.place,
                 "the family '" + family.words[1].text + "' has no '" + given.begin()->first + "'");
        }
    }

    static std::string parameter_name(const Word& parameter) {
        return parameter.text.substr(0, parameter.text.find('='));
    }

    void set_parameter(const Line& line, const Line& family, const Word& parameter,
                       std::map<std::string, Word, std::less<>>& given) {
        const std::string name = parameter_name(parameter);
        Variables& values = description_.names.values;
        if (const auto found = given.find(name); found != given.end()) {
            values[name] = named_number(line.place, name, found->second, true);
            given.erase(found);
        } else if (parameter.text.size() > name.size()) {
            values[name] = read_number(family.place, parameter.text.substr(name.size() + 1),
                                       description_.names);
        } else {
            stop(line.place, "expected " + std::to_string(family.words.size() - 2) +
                                 " numbers after '" + family.words[1].text + "': '" + name +
                                 "' is missing");
        }
    }

    void interpolate(const Line& line, std::size_t at) {
        if (line.words.size() != at + 3) {
            stop(line.place, "expected two solids or bones and a number after 'between'");
        }
        const Description& a = described(line, line.words[at].text);
        const Description& b = described(line, line.words[at + 1].text);
        const float t = read_number(line.place, line.words[at + 2].text, description_.names);
        if (t < -0.5F || t > 1.5F) {
            stop(line.place, "expected a number from -0.5 to 1.5 at the end of 'between'");
        }
        description_.statements = sculpt::interpolate(line.place, a.statements, b.statements, t);
        description_.names = sculpt::interpolate(a.names, b.names, t);
    }

    const Description& described(const Line& line, const std::string& id) const {
        const auto found = library_.descriptions.find(id);
        if (found == library_.descriptions.end()) {
            stop(line.place, "expected a solid or bone described before, found '" + id + "'");
        }
        return found->second;
    }

    // --- the lines -------------------------------------------------------------------------------

    void read(const Line& line) {
        const std::string& keyword = line.keyword();
        if (description_.statements.size() >= most_statements) {
            stop(line.place, "the bone has too many statements");
        }
        if (keyword == "set") {
            end_rows();
            set(line);
        } else if (keyword == "dimension") {
            end_rows();
            dimension(line);
        } else if (is_statement(keyword)) {
            end_rows();
            statement(line);
        } else if (suture_) {
            add_point(*suture_, read_row(line, description_.names));
        } else if (rows_) {
            description_.statements.push_back(read_row(line, description_.names));
        } else {
            stop(line.place, "unknown statement '" + keyword + "'");
        }
    }

    void end_rows() {
        finish_suture();
        rows_ = false;
    }

    void statement(const Line& line) {
        Statement statement = read_statement(line, description_.names);
        if (statement.keyword == "suture") {
            suture_ = begin_suture(statement);
            suture_place_ = line.place;
            return;
        }
        if (statement.keyword == "landmark") {
            landmark(line, statement);
        }
        rows_ = takes_rows(statement.keyword);
        description_.statements.push_back(std::move(statement));
    }

    void finish_suture() {
        if (suture_) {
            require_two_points(*suture_, suture_place_);
            description_.sutures.push_back(*std::exchange(suture_, std::nullopt));
        }
    }

    void set(const Line& line) {
        if (line.words.size() < 3 || line.words.size() % 2 == 0) {
            stop(line.place, "expected pairs of a name and a value after 'set'");
        }
        for (std::size_t i = 1; i < line.words.size(); i += 2) {
            name_value(line, line.words[i].text,
                       read_number(line.place, line.words[i + 1].text, description_.names));
        }
    }

    /// dimension NAME VALUE
    void dimension(const Line& line) {
        if (line.words.size() != 3) {
            stop(line.place, "expected a name and one number after 'dimension'");
        }
        const std::string& name = line.words[1].text;
        if (!is_literal(line.words[2].text)) {
            stop(line.place, "expected a plain number after 'dimension " + name + "'; use 'set' " +
                                 "for an expression");
        }
        name_value(line, name, named_number(line.place, name, line.words[2], own_lines_));
    }

    void name_value(const Line& line, const std::string& name, float value) {
        if (!is_name(name)) {
            stop(line.place, "expected a name of letters, digits and '_', found '" + name + "'");
        }
        description_.names.values[name] = value;
    }

    /// Names the place and its coordinates; plain numbers in the bone's own lines may be varied.
    void landmark(const Line& line, Statement& statement) {
        const std::string& name = statement.names.front();
        constexpr std::string_view axes = "xyz";
        for (std::size_t i = 0; i < 3; ++i) {
            const std::string coordinate = name + "." + axes[i];
            if (line.words.size() == 5 && is_literal(line.words[2 + i].text)) {
                statement.numbers[i] =
                    named_number(line.place, coordinate, line.words[2 + i], own_lines_);
            }
            description_.names.values[coordinate] = statement.numbers[i];
        }
        description_.names.places[name] = {statement.numbers[0], statement.numbers[1],
                                           statement.numbers[2]};
    }

    /// The value of a named number; where it is a plain one of this bone's own lines it is
    /// recorded, and may be overridden.
    float named_number(const RecipePlace& place, const std::string& name, const Word& word,
                       bool own) {
        float value = read_number(place, word.text, description_.names);
        if (!own || !is_literal(word.text)) {
            return value;
        }
        if (std::any_of(description_.dimensions.begin(), description_.dimensions.end(),
                        [&name](const Dimension& other) { return other.name == name; })) {
            stop(place, "'" + name + "' is named twice");
        }
        if (const auto found = overrides_.find(name); found != overrides_.end()) {
            value = found->second;
        }
        description_.dimensions.push_back(
            {name, value, place.file, place.line, word.column, static_cast<int>(word.text.size())});
        return value;
    }

    const Library& library_;
    const Overrides& overrides_;
    Description description_;
    bool own_lines_ = false; ///< not those of the family
    bool rows_ = false;      ///< rows may follow
    std::optional<Suture> suture_;
    RecipePlace suture_place_;
};

} // namespace

Description resolve(const Block& block, const Library& library, const Overrides& overrides) {
    return Resolver(library, overrides).resolve(block);
}

Suture resolve_suture(const Block& block) {
    Suture suture = begin_suture(read_statement(block.head, {}));
    for (const Line& line : block.body) {
        add_point(suture, read_row(line, {}));
    }
    require_two_points(suture, block.head.place);
    return suture;
}

} // namespace osteon::sculpt
