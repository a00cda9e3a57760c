#include "knowledge/catalogue.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace osteon::knowledge {
namespace {

/// The places of a pattern, sorted, each as its position and format: "{}: {1:.2f}" has "0:" and
/// "1:.2f"; nothing where its braces do not pair, or where some places are numbered and others not.
std::optional<std::vector<std::string>> places_of(std::string_view pattern) {
    std::vector<std::string> places;
    std::size_t automatic = 0;
    bool numbered = false;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char sign = pattern[at];
        if (sign != '{' && sign != '}') {
            continue;
        }
        if (at + 1 < pattern.size() && pattern[at + 1] == sign) { // {{ and }} stand for themselves
            ++at;
            continue;
        }
        const std::size_t end = pattern.find('}', at);
        if (sign == '}' || end == std::string_view::npos) {
            return std::nullopt;
        }
        const std::string_view place = pattern.substr(at + 1, end - at - 1);
        const std::size_t colon = std::min(place.find(':'), place.size());
        numbered = numbered || colon > 0;
        const std::string position =
            colon == 0 ? std::to_string(automatic++) : std::string(place.substr(0, colon));
        places.push_back(position + ":" +
                         std::string(place.substr(std::min(colon + 1, place.size()))));
        at = end;
    }
    if (numbered && automatic > 0) { // fmt refuses it
        return std::nullopt;
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

} // namespace

bool fits_pattern(std::string_view english, std::string_view translation) {
    const auto wanted = places_of(english);
    return !wanted || places_of(translation) == wanted;
}

CatalogueReader::CatalogueReader(const toml::table& table, const ContentFile& file, bool patterns)
    : file_(file) {
    for (const auto& [key, node] : table) {
        const int line = static_cast<int>(key.source().begin.line);
        const int column = static_cast<int>(key.source().begin.column);
        const auto text = node.value_exact<std::string>();
        if (!text || text->empty()) {
            file_.fault(line, column, "expected a text for '" + std::string(key.str()) + "'");
        } else if (patterns && !fits_pattern(key.str(), *text)) {
            file_.fault(line, column,
                        "the places for values of '" + *text + "' are not those of '" +
                            std::string(key.str()) +
                            "'; expected each {} once, or {0}, {1} in another order");
        } else {
            texts_.emplace(key.str(), CatalogueText{*text, line, column});
        }
    }
}

const CatalogueText* CatalogueReader::find(std::string_view key) {
    const auto found = texts_.find(key);
    if (found == texts_.end()) {
        return nullptr;
    }
    found->second.used = true;
    return &found->second;
}

Catalogue CatalogueReader::texts() const {
    Catalogue catalogue;
    for (const auto& [key, text] : texts_) {
        catalogue.emplace(key, text.text);
    }
    return catalogue;
}

void CatalogueReader::refuse_unused(std::string_view expected) const {
    for (const auto& [key, text] : texts_) {
        if (!text.used) {
            file_.fault(text.line, text.column,
                        "unknown key '" + key + "'; " + std::string(expected));
        }
    }
}

} // namespace osteon::knowledge
