#include "sculpt/recipe_blocks.h"

#include "sculpt/recipe_statement.h"

#include <string_view>
#include <utility>

namespace osteon::sculpt {
namespace {

bool begins_block(std::string_view keyword) {
    return keyword == "bone" || keyword == "solid" || keyword == "family";
}

void check_family(const Line& head) {
    if (head.words.size() < 2 || !is_name(head.words[1].text)) {
        stop(head.place, "expected a name after 'family'");
    }
    for (std::size_t i = 2; i < head.words.size(); ++i) {
        const std::string& word = head.words[i].text;
        if (!is_name(std::string_view(word).substr(0, word.find('=')))) {
            stop(head.place, "expected a parameter's name, found '" + word + "'");
        }
    }
}

} // namespace

std::vector<Block> read_blocks(const RecipeText& recipe) {
    std::vector<Block> blocks;
    bool in_family = false;
    RecipePlace last;
    for (Line& line : read_lines(recipe)) {
        last = line.place;
        const std::string& keyword = line.keyword();
        if (in_family && keyword == "end") {
            in_family = false;
            continue;
        }
        if (in_family && begins_block(keyword)) {
            stop(line.place, "expected 'end' of the family before '" + keyword + "'");
        }
        const bool free = blocks.empty() || blocks.back().head.keyword() == "family" ||
                          blocks.back().head.keyword() == "suture";
        if (begins_block(keyword) || (keyword == "suture" && free && !in_family)) {
            in_family = keyword == "family";
            if (in_family) {
                check_family(line);
            }
            blocks.push_back({std::move(line), {}});
        } else if (!in_family && (blocks.empty() || blocks.back().head.keyword() == "family" ||
                                  (free && is_statement(keyword)))) {
            stop(line.place,
                 "expected 'bone', 'solid', 'family' or 'suture', found '" + keyword + "'");
        } else {
            blocks.back().body.push_back(std::move(line));
        }
    }
    if (in_family) {
        stop(last, "expected 'end' of the family that begins in line " +
                       std::to_string(blocks.back().head.place.line));
    }
    return blocks;
}

} // namespace osteon::sculpt
