#include "knowledge/load.h"
#include "knowledge/toml_reader.h"
#include "knowledge/translation.h"

#include <algorithm>
#include <set>
#include <system_error>

namespace osteon::knowledge {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view c_file = "bedside.toml";

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

void read_words(TableReader& entry, BedsideWords& words) {
    words.name = entry.prose("name");
    words.what = entry.prose("what");
    words.done = entry.prose("done");
    words.call = entry.prose("call");
}

} // namespace

void load_bedside(const fs::path& folder, Knowledge& knowledge, Findings& findings) {
    const ContentFile file{folder / c_file, &findings};
    if (!is_there(file.path)) {
        return;
    }
    read_tables(file.path, "site", "id", findings, [&](TableReader& entry, const std::string& id) {
        BedsideWords words;
        words.site = id;
        read_words(entry, words);
        entry.refuse_other_keys();
        if (knowledge.site(id) == nullptr) {
            entry.fault_at("id", "there is no site '" + id + "'");
        } else if (!entry.faulty()) {
            knowledge.bedside.push_back(std::move(words));
        }
    });
    for (const Site& site : knowledge.sites) {
        if (std::ranges::count(knowledge.bedside, site.id, &BedsideWords::site) == 0) {
            file.fault(1, 1, "the site '" + site.id + "' has no words for the bedside");
        }
    }
}

void translate_bedside(Knowledge& knowledge, const fs::path& folder, Findings& findings) {
    const ContentFile file{folder / c_file, &findings};
    std::set<std::string> translated;
    const auto read = [&](TableReader& entry, const std::string& id) {
        const auto english = std::ranges::find(knowledge.bedside, id, &BedsideWords::site);
        BedsideWords words;
        words.site = id;
        read_words(entry, words);
        entry.refuse_other_keys();
        if (english == knowledge.bedside.end()) {
            entry.fault_at("id", "there are no words for '" + id + "' in content/en/bedside.toml");
        } else if (!entry.faulty() && translated.insert(id).second) {
            *english = std::move(words);
        }
    };
    if (is_there(file.path)) {
        read_tables(file.path, "site", "id", findings, read);
    }
    for (const BedsideWords& words : knowledge.bedside) {
        if (translated.contains(words.site)) {
            file.translated();
        } else {
            file.gap(1, 1, "the bedside words of '" + words.site + "' are not translated");
        }
    }
}

} // namespace osteon::knowledge
