#include "sculpt/recipe_statement.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace osteon::sculpt {
namespace {

constexpr float largest_number = 10000.0F;

/// What may stand in a statement's line.
struct Syntax {
    std::string_view keyword;
    std::string_view options;          ///< flags and "setting=", with blanks between
    std::array<std::size_t, 2> counts; ///< how many numbers may follow
    std::string_view expected;         ///< those numbers in words
    bool rows = false;
};

constexpr std::array syntaxes{
    Syntax{"landmark", "", {3, 3}, "a name and x y z", false},
    Syntax{"frame", "", {3, 9}, "an origin, or an origin, a y axis and a z axis", false},
    Syntax{"ellipsoid",
           "k= p= subtract intersect both",
           {6, 9},
           "x y z, three radii and perhaps three angles",
           false},
    Syntax{"tube", "k= p= subtract intersect both", {0, 0}, "options only", true},
    Syntax{"sheet", "k= subtract intersect both closed", {0, 0}, "options only", true},
    Syntax{"cut", "k= both", {6, 6}, "a point and a normal", false},
    Syntax{"group", "k= subtract intersect both", {0, 0}, "options only", false},
    Syntax{"close", "", {0, 0}, "nothing", false},
    Syntax{"include", "k= subtract intersect both mirror", {9, 9}, "a placement", false},
    Syntax{"groove", "w= depth= k= both", {0, 0}, "options only", true},
    Syntax{"ridge", "w= height= k= both", {0, 0}, "options only", true},
    Syntax{"suture", "amplitude= wavelength=", {0, 0}, "a name and options", true},
    Syntax{"split", "gap= outside", {3, 3}, "a centre x y z and the names of sutures", false},
};

const Syntax* find_syntax(std::string_view keyword) {
    const auto* const found =
        std::find_if(syntaxes.begin(), syntaxes.end(),
                     [keyword](const Syntax& syntax) { return syntax.keyword == keyword; });
    return found != syntaxes.end() ? found : nullptr;
}

bool allows(const Syntax& syntax, std::string_view option) {
    std::string_view rest = syntax.options;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, end) == option) {
            return true;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

bool is_option_anywhere(std::string_view option) {
    return std::any_of(syntaxes.begin(), syntaxes.end(),
                       [option](const Syntax& syntax) { return allows(syntax, option); });
}

/// Takes the word as an option where it is one.
bool take_option(const Syntax& syntax, const RecipePlace& place, std::string_view word,
                 const Names& names, Statement& statement) {
    const std::size_t equals = word.find('=');
    const std::string_view option =
        equals == std::string_view::npos ? word : word.substr(0, equals + 1);
    if (!allows(syntax, option)) {
        if (equals != std::string_view::npos || is_option_anywhere(option)) {
            stop(place, "unknown option '" + std::string(word) + "' of '" +
                            std::string(syntax.keyword) + "'");
        }
        return false;
    }
    if (equals == std::string_view::npos) {
        statement.flags.emplace(word);
    } else {
        statement.settings[std::string(word.substr(0, equals))] =
            read_number(place, word.substr(equals + 1), names);
    }
    return true;
}

/// at x y z, turn rx ry rz, scale s or sx sy sz: into nine numbers.
void read_placement(const Line& line, const Names& names, const Syntax& syntax,
                    Statement& statement) {
    statement.numbers = {0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 1.0F, 1.0F, 1.0F};
    constexpr std::array<std::string_view, 3> sections{"at", "turn", "scale"};
    for (std::size_t i = 2; i < line.words.size();) {
        const std::string& word = line.words[i++].text;
        const auto* const section = std::find(sections.begin(), sections.end(), word);
        if (section == sections.end()) {
            if (!take_option(syntax, line.place, word, names, statement)) {
                stop(line.place,
                     "expected 'at', 'turn', 'scale' or an option, found '" + word + "'");
            }
            continue;
        }
        std::vector<float> values;
        while (i < line.words.size() && values.size() < 3 &&
               std::find(sections.begin(), sections.end(), line.words[i].text) == sections.end() &&
               line.words[i].text.find('=') == std::string::npos &&
               !is_option_anywhere(line.words[i].text)) {
            append_numbers(line.place, line.words[i++].text, names, values);
        }
        if (word == "scale" && values.size() == 1) {
            values.resize(3, values.front());
        }
        if (values.size() != 3) {
            stop(line.place, "expected three numbers after '" + word + "', found " +
                                 std::to_string(values.size()));
        }
        std::copy(values.begin(), values.end(),
                  statement.numbers.begin() + 3 * (section - sections.begin()));
    }
}

/// The names that a statement begins or ends with; returns the first word after a leading one.
std::size_t read_leading_name(const Line& line, Statement& statement) {
    const std::string& keyword = line.keyword();
    if (keyword != "landmark" && keyword != "include" && keyword != "suture") {
        return 1;
    }
    if (line.words.size() < 2 || !is_name(line.words[1].text)) {
        stop(line.place, "expected a name after '" + keyword + "'");
    }
    statement.names.push_back(line.words[1].text);
    return 2;
}

/// The words between the parentheses of "(1,2*(3+4),5)", split at the outer commas.
std::vector<std::string_view> split_commas(std::string_view text) {
    std::vector<std::string_view> parts;
    int depth = 0;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || (text[i] == ',' && depth == 0)) {
            parts.push_back(text.substr(start, i - start));
            start = i + 1;
        } else {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        }
    }
    return parts;
}

glm::vec3 read_place(const RecipePlace& place, std::string_view text, const Names& names) {
    const std::size_t end = std::min(text.find_first_of("+-"), text.size());
    const auto found = names.places.find(text.substr(1, end - 1));
    if (found == names.places.end()) {
        stop(place, "unknown landmark '" + std::string(text.substr(0, end)) + "'");
    }
    glm::vec3 result = found->second;
    if (end == text.size()) {
        return result;
    }
    if (text.size() < end + 3 || text[end + 1] != '(' || text.back() != ')') {
        stop(place, "expected '@name+(x,y,z)', found '" + std::string(text) + "'");
    }
    const auto parts = split_commas(text.substr(end + 2, text.size() - end - 3));
    if (parts.size() != 3) {
        stop(place, "expected three numbers in '" + std::string(text) + "'");
    }
    for (int axis = 0; axis < 3; ++axis) {
        const float by = read_number(place, parts[static_cast<std::size_t>(axis)], names);
        result[axis] += text[end] == '-' ? -by : by;
    }
    return result;
}

} // namespace

float Statement::setting(std::string_view name, float fallback) const {
    const auto found = settings.find(name);
    return found != settings.end() ? found->second : fallback;
}

float read_number(const RecipePlace& place, std::string_view text, const Names& names) {
    const auto value = evaluate(text, names.values);
    if (!value) {
        stop(place, value.error());
    }
    if (std::abs(*value) > largest_number) {
        stop(place, "'" + std::string(text) + "' is beyond 10 m");
    }
    return *value;
}

void append_numbers(const RecipePlace& place, std::string_view text, const Names& names,
                    std::vector<float>& numbers) {
    if (text.starts_with('@')) {
        const glm::vec3 point = read_place(place, text, names);
        numbers.insert(numbers.end(), {point.x, point.y, point.z});
    } else {
        numbers.push_back(read_number(place, text, names));
    }
}

bool is_statement(std::string_view keyword) {
    return find_syntax(keyword) != nullptr;
}

bool takes_rows(std::string_view keyword) {
    const Syntax* syntax = find_syntax(keyword);
    return syntax != nullptr && syntax->rows;
}

Statement read_statement(const Line& line, const Names& names) {
    const Syntax& syntax = *find_syntax(line.keyword());
    Statement statement;
    statement.keyword = line.keyword();
    statement.place = line.place;
    const std::size_t first = read_leading_name(line, statement);
    if (statement.keyword == "include") {
        read_placement(line, names, syntax, statement);
        return statement;
    }
    for (std::size_t i = first; i < line.words.size(); ++i) {
        const std::string& word = line.words[i].text;
        if (take_option(syntax, line.place, word, names, statement)) {
            continue;
        }
        if (syntax.keyword == "split" && statement.numbers.size() >= 3) {
            statement.names.push_back(word);
        } else if (syntax.counts[1] == 0) {
            stop(line.place, "unknown option '" + word + "' of '" + statement.keyword + "'");
        } else {
            append_numbers(line.place, word, names, statement.numbers);
        }
    }
    const std::size_t count = statement.numbers.size();
    if (count != syntax.counts[0] && count != syntax.counts[1]) {
        stop(line.place, "expected " + std::string(syntax.expected) + " after '" +
                             statement.keyword + "', found " + std::to_string(count) + " numbers");
    }
    return statement;
}

Statement read_row(const Line& line, const Names& names) {
    Statement statement;
    statement.keyword = "row";
    statement.place = line.place;
    for (const Word& word : line.words) {
        append_numbers(line.place, word.text, names, statement.numbers);
    }
    return statement;
}

} // namespace osteon::sculpt
