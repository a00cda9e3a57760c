#include "knowledge/translation.h"

#include "knowledge/load.h"

#include <algorithm>
#include <set>
#include <system_error>

namespace osteon::knowledge {
namespace {

namespace fs = std::filesystem;

/// language.toml: how a language is called and how it writes.
Language load_language(const fs::path& folder, Findings& findings) {
    const ContentFile file{folder / "language.toml", &findings};
    const auto text = read_text(file);
    const auto toml = text ? parse_toml(*text, file) : std::nullopt;
    Language language;
    language.id = folder.filename().string();
    language.name = language.id;
    language.english_name = language.id;
    if (!toml) {
        return language;
    }
    TableReader reader(*toml, "the language", file);
    language.name = reader.text("name");
    language.english_name = reader.text("english_name");
    language.decimal_sign = reader.text_or("decimal_sign", ".");
    language.capital_names = reader.flag("capital_names", false);
    reader.refuse_other_keys();
    return language;
}

/// The texts of the interface as content/en/interface.toml lists them for the translators.
std::vector<std::string> interface_texts(const fs::path& english, Findings& findings) {
    const ContentFile file{english / "interface.toml", &findings};
    std::vector<std::string> texts;
    std::error_code ignored;
    if (!fs::exists(file.path, ignored)) {
        return texts;
    }
    const auto text = read_text(file);
    if (const auto toml = text ? parse_toml(*text, file) : std::nullopt) {
        TableReader reader(*toml, "the list", file);
        for (TableReader::Item& item : reader.list("texts", true)) {
            texts.push_back(std::move(item.text));
        }
        reader.refuse_other_keys();
    }
    return texts;
}

Catalogue translate_interface(const fs::path& folder, const fs::path& english, Findings& findings) {
    const ContentFile file{folder / "interface.toml", &findings};
    const toml::table toml = read_translation(file);
    CatalogueReader reader(toml, file, true);
    for (const std::string& text : interface_texts(english, findings)) {
        if (reader.find(text) != nullptr) {
            file.translated();
        } else {
            file.gap(1, 1, "'" + text + "' is not translated");
        }
    }
    reader.refuse_unused("expected a text of content/en/interface.toml");
    return reader.texts();
}

void translate_glossary(Knowledge& knowledge, const fs::path& folder, Findings& findings) {
    const ContentFile file{folder / "glossary.toml", &findings};
    std::error_code ignored;
    if (!fs::exists(file.path, ignored)) {
        file.gap(1, 1, "the file is missing, so the glossary is not translated");
        return;
    }
    std::vector<GlossaryTerm> translated = load_glossary(folder, findings);
    for (GlossaryTerm& term : knowledge.glossary) {
        const auto found = std::ranges::find(translated, term.id, &GlossaryTerm::id);
        if (found == translated.end()) {
            file.gap(1, 1, "the term '" + term.id + "' is not translated");
            continue;
        }
        file.translated();
        found->also.push_back(term.term);
        found->also.insert(found->also.end(), term.also.begin(), term.also.end());
        term = std::move(*found);
        translated.erase(found);
    }
    for (const GlossaryTerm& term : translated) {
        file.fault(1, 1, "there is no term '" + term.id + "' in content/en/glossary.toml");
    }
}

/// English words are searched in every language, since names and clinical texts stand in English.
void translate_synonyms(SearchLanguage& search, const fs::path& folder, Findings& findings) {
    SearchLanguage own = load_synonyms(folder, findings);
    search.synonyms.insert(search.synonyms.end(), own.synonyms.begin(), own.synonyms.end());
    search.endings.insert(search.endings.end(), own.endings.begin(), own.endings.end());
}

} // namespace

toml::table read_translation(const ContentFile& file) {
    std::error_code ignored;
    if (!fs::exists(file.path, ignored)) {
        file.outdated(1, 1, "the file is missing");
        return {};
    }
    const auto text = read_text(file);
    auto toml = text ? parse_toml(*text, file) : std::nullopt;
    return toml ? std::move(*toml) : toml::table();
}

std::vector<LanguageName> find_languages(const fs::path& content) {
    std::vector<LanguageName> languages;
    std::error_code error;
    for (fs::directory_iterator entry(content, error), end; !error && entry != end;
         entry.increment(error)) {
        if (!entry->is_directory(error) || entry->path().filename() == base_language) {
            continue;
        }
        Findings told_elsewhere;
        Language found = load_language(entry->path(), told_elsewhere);
        languages.push_back(
            {std::move(found.id), std::move(found.name), std::move(found.english_name)});
    }
    std::ranges::sort(languages, {}, &LanguageName::id);
    const Language english;
    languages.insert(languages.begin(), {english.id, english.name, english.english_name});
    return languages;
}

void translate(Knowledge& knowledge, const fs::path& folder, const fs::path& english,
               const anatomy::Registry& registry, const anatomy::Surroundings& around,
               Findings& findings) {
    knowledge.language = load_language(folder, findings);
    knowledge.language.interface = translate_interface(folder, english, findings);
    translate_glossary(knowledge, folder, findings);
    translate_synonyms(knowledge.search, folder, findings);
    translate_articles(knowledge, folder, findings);
    translate_figures(knowledge, folder, findings);
    translate_names(knowledge, folder, registry, around, findings);
}

} // namespace osteon::knowledge
