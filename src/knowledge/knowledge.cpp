#include "knowledge/knowledge.h"

#include "knowledge/load.h"
#include "knowledge/translation.h"

#include <algorithm>
#include <system_error>
#include <tuple>
#include <unordered_map>

namespace osteon::knowledge {
namespace {

namespace fs = std::filesystem;

template <class Entry>
const Entry* find_by(const std::vector<Entry>& entries, std::string Entry::*id,
                     std::string_view wanted) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& entry) { return entry.*id == wanted; });
    return found == entries.end() ? nullptr : &*found;
}

using ShortTexts = std::unordered_map<std::string_view, std::string_view>;

/// Gives reference marks the text that a reader sees: "Macedo 2017" for its key.
void name_references(std::vector<Span>& spans, const ShortTexts& texts) {
    for (Span& span : spans) {
        if (const auto found = texts.find(span.target);
            span.link == LinkKind::reference && found != texts.end()) {
            span.text = found->second;
        }
    }
}

void name_references(std::vector<Block>& blocks, const ShortTexts& texts) {
    for (Block& block : blocks) {
        name_references(block.spans, texts);
        for (auto& row : block.rows) {
            for (auto& cell : row) {
                name_references(cell, texts);
            }
        }
        name_references(block.blocks, texts);
    }
}

void name_references(Knowledge& knowledge) {
    ShortTexts texts;
    for (const Reference& reference : knowledge.references) {
        texts.emplace(reference.key, reference.short_text);
    }
    for (Article& article : knowledge.articles) {
        name_references(article.plain.blocks, texts);
        name_references(article.clinical.blocks, texts);
    }
    for (Primary& primary : knowledge.primaries) {
        name_references(primary.notes.blocks, texts);
    }
    name_references(knowledge.overview.notes.blocks, texts);
}

} // namespace

void sort_faults(std::vector<ContentFault>& faults) {
    std::stable_sort(
        faults.begin(), faults.end(), [](const ContentFault& a, const ContentFault& b) {
            return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
        });
}

Error no_content(const fs::path& folder, std::string reason) {
    return {Fault::input, folder.string(), "", std::move(reason),
            "Name a content folder, one that holds a folder such as 'en' for each language"};
}

const Document& Article::at(ReadingLevel level) const {
    const bool plain_is_written = !plain.blocks.empty();
    return level == ReadingLevel::plain && plain_is_written ? plain : clinical;
}

const Article* Knowledge::article(std::string_view id) const {
    return find_by(articles, &Article::id, id);
}

const Site* Knowledge::site(std::string_view id) const {
    return find_by(sites, &Site::id, id);
}

const Primary* Knowledge::primary(std::string_view id) const {
    return find_by(primaries, &Primary::id, id);
}

const BedsideWords* Knowledge::bedside_words(std::string_view id) const {
    const BedsideWords* const own = find_by(bedside, &BedsideWords::site, id);
    const Site* const found = site(id);
    return own != nullptr || found == nullptr
               ? own
               : find_by(bedside, &BedsideWords::site, found->parent);
}

const GlossaryTerm* Knowledge::term(std::string_view id) const {
    return find_by(glossary, &GlossaryTerm::id, id);
}

const Reference* Knowledge::reference(std::string_view key) const {
    return find_by(references, &Reference::key, key);
}

std::vector<const Site*> Knowledge::parts(std::string_view site) const {
    std::vector<const Site*> found;
    for (const Site& entry : sites) {
        if (entry.parent == site) {
            found.push_back(&entry);
        }
    }
    return found;
}

namespace {

/// The folder of a language, or why it cannot be read.
Result<fs::path> language_folder(const fs::path& content, std::string_view language) {
    fs::path folder = content / language;
    std::error_code error;
    const fs::file_status status = fs::status(folder, error);
    if (!fs::is_directory(status)) {
        return fail(no_content(folder, fs::exists(status) ? "this is no folder"
                                                          : "there is no such folder"));
    }
    return folder;
}

Knowledge read_english(const fs::path& folder, const anatomy::Registry& registry,
                       const anatomy::Surroundings& around, Findings& findings) {
    Knowledge knowledge;
    knowledge.languages = find_languages(folder.parent_path());
    const Library library = load_library(folder, findings);
    knowledge.glossary = load_glossary(folder, findings);
    knowledge.references = load_references(folder, findings);
    knowledge.search = load_synonyms(folder, findings);
    load_articles(folder, library, registry, knowledge, findings);
    load_primaries(folder, library, around, knowledge, findings);
    load_bedside(folder, knowledge, findings);
    check_mentions(knowledge, registry, findings);
    return knowledge;
}

} // namespace

Result<Knowledge> load_knowledge(const fs::path& content, std::string_view language,
                                 const anatomy::Registry& registry,
                                 const anatomy::Surroundings& around) {
    Findings findings;
    auto knowledge = read_knowledge(content, language, registry, around, findings);
    if (knowledge) {
        knowledge->faults.insert(knowledge->faults.end(), findings.faults.begin(),
                                 findings.faults.end());
        sort_faults(knowledge->faults);
        sort_faults(findings.gaps);
        knowledge->gaps = std::move(findings.gaps);
        knowledge->coverage = findings.coverage;
    }
    return knowledge;
}

Result<Knowledge> read_knowledge(const fs::path& content, std::string_view language,
                                 const anatomy::Registry& registry,
                                 const anatomy::Surroundings& around, Findings& findings) {
    const auto folder = language_folder(content, language);
    const auto english = folder ? language_folder(content, base_language) : folder;
    if (!english) {
        return fail(english.error());
    }
    const bool translated = language != base_language;
    Findings in_english;
    Knowledge knowledge =
        read_english(*english, registry, around, translated ? in_english : findings);
    if (translated) {
        knowledge.faults = std::move(in_english.faults);
        translate(knowledge, *folder, *english, registry, around, findings);
        translate_bedside(knowledge, *folder, findings);
        check_mentions(knowledge, registry, findings);
    }
    name_references(knowledge);
    return knowledge;
}

Result<std::vector<ContentFault>> translation_gaps(const fs::path& content,
                                                   const anatomy::Registry& registry,
                                                   const anatomy::Surroundings& around) {
    std::vector<ContentFault> gaps;
    for (const LanguageName& language : find_languages(content)) {
        const auto knowledge = load_knowledge(content, language.id, registry, around);
        if (!knowledge) {
            return fail(knowledge.error());
        }
        gaps.insert(gaps.end(), knowledge->gaps.begin(), knowledge->gaps.end());
        const QuestionBank bank = load_quiz(content, *knowledge, registry);
        gaps.insert(gaps.end(), bank.gaps.begin(), bank.gaps.end());
        const Tours tours = load_tours(content, *knowledge, registry);
        gaps.insert(gaps.end(), tours.gaps.begin(), tours.gaps.end());
    }
    return gaps;
}

} // namespace osteon::knowledge
