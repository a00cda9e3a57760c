#include "sculpt/recipe_text.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace osteon::sculpt {
namespace {

constexpr std::size_t longest_file = 4U << 20U;
constexpr std::size_t most_words = 1024;
constexpr std::string_view blanks = " \t\r|"; // '|' only guides the eye

std::vector<Word> split_words(std::string_view text) {
    std::vector<Word> words;
    text = text.substr(0, text.find('#'));
    std::size_t at = 0;
    while ((at = text.find_first_not_of(blanks, at)) != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
        words.push_back({std::string(text.substr(at, end - at)), static_cast<int>(at) + 1});
        at = end;
    }
    return words;
}

} // namespace

void stop(const RecipePlace& place, std::string reason) {
    throw RecipeError{{.fault = Fault::input,
                       .subject = place.file,
                       .place = "line " + std::to_string(place.line),
                       .reason = std::move(reason),
                       .cure = "The grammar is in docs/recipes.md"}};
}

std::vector<Line> read_lines(const RecipeText& recipe) {
    RecipePlace place{recipe.file, 0};
    if (recipe.text.size() > longest_file) {
        stop(place, "the file is longer than 4 MB");
    }
    std::vector<Line> lines;
    std::size_t at = 0;
    while (at < recipe.text.size()) {
        const std::size_t end = std::min(recipe.text.find('\n', at), recipe.text.size());
        ++place.line;
        std::vector<Word> words = split_words(std::string_view(recipe.text).substr(at, end - at));
        if (words.size() > most_words) {
            stop(place, "the line has more than " + std::to_string(most_words) + " words");
        }
        if (!words.empty()) {
            lines.push_back({place, std::move(words)});
        }
        at = end + 1;
    }
    return lines;
}

bool is_name(std::string_view text) {
    const auto letter = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
    };
    return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) == 0 &&
           std::all_of(text.begin(), text.end(), letter);
}

} // namespace osteon::sculpt
