#include "knowledge/check.h"
#include "knowledge/load.h"
#include "knowledge/search_words.h"

#include <algorithm>

namespace osteon::knowledge {
namespace {

/// Names and texts as search compares them, each word between spaces.
class Haystack {
public:
    void add(std::string_view text) {
        for (const std::string& word : search_words(text)) {
            text_ += ' ' + word;
        }
        text_ += " \n";
    }
    void add(const Catalogue& names) {
        for (const auto& [id, name] : names) {
            add(name);
        }
    }
    /// Whether the words stand there beside each other.
    bool has(std::string_view words) const {
        std::string wanted;
        for (const std::string& word : search_words(words)) {
            wanted += ' ' + word;
        }
        return text_.find(wanted + ' ') != std::string::npos;
    }

private:
    std::string text_;
};

void add_anatomy(const anatomy::Registry& registry, const AnatomyNames& names, Haystack& all) {
    for (const anatomy::Bone& bone : registry.bones) {
        all.add(bone.name);
        all.add(bone.latin);
        std::ranges::for_each(bone.aliases, [&](const std::string& name) { all.add(name); });
    }
    for (const anatomy::Region& region : registry.regions) {
        all.add(region.name);
        all.add(region.latin);
    }
    for (const anatomy::Landmark& landmark : registry.landmarks) {
        all.add(landmark.name);
        all.add(landmark.latin);
    }
    for (const Catalogue* each : {&names.bones, &names.regions, &names.landmarks}) {
        all.add(*each);
    }
}

} // namespace

void check_synonyms(const CheckedContent& content, Faults& faults) {
    Findings told_by_loading;
    const SearchLanguage language = load_synonyms(content.folder, told_by_loading);
    if (language.synonyms.empty()) {
        return;
    }
    Haystack all;
    add_anatomy(content.registry, content.knowledge.names, all);
    for (const Passage& passage : content.findings.passages) {
        all.add(passage.text);
    }
    for (const SynonymGroup& group : language.synonyms) {
        const auto is_there = [&](const std::string& word) { return all.has(word); };
        if (std::ranges::none_of(group.words, is_there)) {
            faults.push_back({content.folder / "synonyms.toml", group.line, 1,
                              "none of these words stands in a name or text; expected at least "
                              "one that the others lead to"});
        }
    }
}

} // namespace osteon::knowledge
