#include "knowledge/tour.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace osteon::knowledge {
namespace {

bool is_space_at(std::string_view text, std::size_t at, std::size_t& length) {
    // Spaces that do not break the line are written before a percent sign.
    for (const std::string_view space : {" ", "\n", "\t", "\u00A0", "\u202F", "\u2009"}) {
        if (text.substr(at).starts_with(space)) {
            length = space.size();
            return true;
        }
    }
    return false;
}

/// The text with every stretch of spaces as one plain space.
std::string evenly_spaced(std::string_view text) {
    std::string even;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 1;
        if (is_space_at(text, at, length)) {
            even += even.ends_with(' ') ? "" : " ";
        } else {
            even += text[at];
        }
        at += length;
    }
    return even;
}

bool is_digit(char letter) {
    return std::isdigit(static_cast<unsigned char>(letter)) != 0;
}

/// Each share in an evenly spaced text, "39.2 %".
std::vector<std::string> shares_in(std::string_view text) {
    std::vector<std::string> shares;
    for (std::size_t sign = text.find('%'); sign != std::string_view::npos;
         sign = text.find('%', sign + 1)) {
        std::size_t begin = sign > 0 && text[sign - 1] == ' ' ? sign - 1 : sign;
        while (begin > 0 &&
               (is_digit(text[begin - 1]) || ((text[begin - 1] == '.' || text[begin - 1] == ',') &&
                                              begin > 1 && is_digit(text[begin - 2])))) {
            --begin;
        }
        if (is_digit(text[begin])) {
            shares.emplace_back(text.substr(begin, sign + 1 - begin));
        }
    }
    return shares;
}

/// A citation in brackets, from its "[@": the keys, and where it ends.
struct Citation {
    std::vector<std::string> keys;
    std::size_t begin = std::string_view::npos;
    std::size_t end = std::string_view::npos;
};

Citation next_citation(std::string_view text, std::size_t from) {
    Citation found;
    found.begin = text.find("[@", from);
    const std::size_t close =
        found.begin == std::string_view::npos ? found.begin : text.find(']', found.begin);
    if (close == std::string_view::npos) {
        return {};
    }
    found.end = close + 1;
    std::string key;
    for (const char letter : text.substr(found.begin + 1, close - found.begin)) {
        if (std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_') {
            key += letter;
        } else if (!key.empty()) {
            found.keys.push_back(std::exchange(key, {}));
        }
    }
    return found;
}

/// Where a share stands in the notes, not as the end of another figure: "4 %" is not in "84 %".
std::size_t find_share(std::string_view notes, std::string_view share) {
    std::size_t at = notes.find(share);
    while (at != std::string_view::npos && at > 0 &&
           (is_digit(notes[at - 1]) || notes[at - 1] == '.' || notes[at - 1] == ',')) {
        at = notes.find(share, at + 1);
    }
    return at;
}

} // namespace

std::vector<std::string> sources_of(const TourStop& stop) {
    std::vector<std::string> keys;
    const auto add = [&](const Citation& citation) {
        for (const std::string& key : citation.keys) {
            if (std::ranges::find(keys, key) == keys.end()) {
                keys.push_back(key);
            }
        }
    };
    const std::string text = evenly_spaced(stop.text);
    const std::string notes = evenly_spaced(stop.notes);
    for (Citation cited = next_citation(text, 0); cited.end != std::string_view::npos;
         cited = next_citation(text, cited.end)) {
        add(cited);
    }
    for (const std::string& share : shares_in(text)) {
        if (const std::size_t place = find_share(notes, share); place != std::string_view::npos) {
            add(next_citation(notes, place));
        }
    }
    return keys;
}

std::string words_of(const TourStop& stop) {
    std::string words = stop.text;
    for (Citation cited = next_citation(words, 0); cited.end != std::string_view::npos;
         cited = next_citation(words, cited.begin)) {
        const std::size_t begin =
            cited.begin > 0 && words[cited.begin - 1] == ' ' ? cited.begin - 1 : cited.begin;
        words.erase(begin, cited.end - begin);
        cited.begin = begin;
    }
    return words;
}

} // namespace osteon::knowledge
