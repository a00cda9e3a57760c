#include "knowledge/load.h"
#include "knowledge/search_words.h"
#include "knowledge/toml_reader.h"

#include <algorithm>
#include <set>
#include <system_error>

namespace osteon::knowledge {
namespace {

constexpr std::size_t longest_ending = 4;

bool is_ending(const std::string& text) {
    return !text.empty() && text.size() <= longest_ending &&
           std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<std::string> read_endings(TableReader& reader) {
    std::vector<std::string> endings;
    for (TableReader::Item& item : reader.list("endings", true)) {
        if (is_ending(item.text)) {
            endings.push_back(std::move(item.text));
        } else {
            reader.file().fault(item.line, item.column,
                                "expected an ending of one to four letters from a to z, found '" +
                                    item.text + "'");
        }
    }
    return endings;
}

/// The words of one group; `known` has those of all groups before it, as they are compared.
SynonymGroup read_group(TableReader& entry, std::set<std::vector<std::string>>& known) {
    SynonymGroup group;
    group.line = entry.line_and_column("words").first;
    for (TableReader::Item& item : entry.list("words", true)) {
        std::vector<std::string> words = search_words(item.text);
        if (words.empty()) {
            entry.file().fault(item.line, item.column, "expected a word that can be typed");
        } else if (!known.insert(std::move(words)).second) {
            entry.file().fault(item.line, item.column,
                               "'" + item.text + "' is there already; expected each word once");
        } else {
            group.words.push_back(std::move(item.text));
        }
    }
    if (group.words.size() < 2) {
        entry.fault_at("words", "expected at least two words that mean the same");
    }
    entry.refuse_other_keys();
    return group;
}

} // namespace

SearchLanguage load_synonyms(const std::filesystem::path& folder, Findings& findings) {
    const ContentFile file{folder / "synonyms.toml", &findings};
    std::error_code ignored;
    if (!std::filesystem::exists(file.path, ignored)) {
        return {};
    }
    const auto text = read_text(file);
    const auto toml = text ? parse_toml(*text, file) : std::nullopt;
    if (!toml) {
        return {};
    }
    TableReader reader(*toml, "the file", file);
    SearchLanguage language;
    language.endings = read_endings(reader);
    std::set<std::vector<std::string>> known;
    for (const toml::table* table : reader.tables("synonym")) {
        TableReader entry(*table, "the synonym", file);
        SynonymGroup group = read_group(entry, known);
        if (group.words.size() >= 2) {
            language.synonyms.push_back(std::move(group));
        }
    }
    reader.refuse_other_keys();
    return language;
}

} // namespace osteon::knowledge
