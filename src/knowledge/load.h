#pragma once

#include "anatomy/registry.h"
#include "knowledge/findings.h"
#include "knowledge/knowledge.h"
#include "knowledge/quiz.h"
#include "knowledge/tour.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// The steps of loading a content folder; knowledge.h has the whole.
namespace osteon::knowledge {

class TableReader;

/// Loads a language and tells what it finds; knowledge.h has the one without findings.
Result<Knowledge> read_knowledge(const std::filesystem::path& content, std::string_view language,
                                 const anatomy::Registry& registry,
                                 const anatomy::Surroundings& around, Findings& findings);

/// Faults in the order of their files and lines.
void sort_faults(std::vector<ContentFault>& faults);

/// Hands what was found to what was loaded, in the order of files and lines.
template <class Loaded>
void tell(Findings&& findings, Loaded& loaded) {
    sort_faults(findings.faults);
    sort_faults(findings.gaps);
    loaded.faults = std::move(findings.faults);
    loaded.gaps = std::move(findings.gaps);
}

/// A content folder that cannot be used, and why.
Error no_content(const std::filesystem::path& folder, std::string reason);

/// The text of a content file; a fault where it cannot be read or is not UTF-8.
std::optional<std::string> read_text(const ContentFile& file);

/// The files of a folder that end in `.md` or `.toml`, sorted; others are faults.
std::vector<std::filesystem::path> content_files(const std::filesystem::path& folder,
                                                 Findings& findings);

/// Reads a file of `[[name]]` tables, each with its own id.
void read_tables(const std::filesystem::path& path, std::string_view name, std::string_view id_key,
                 Findings& findings,
                 const std::function<void(TableReader&, const std::string& id)>& read);

/// The question bank; quiz.h has the one without findings.
std::vector<Question> read_quiz(const std::filesystem::path& content, const Knowledge& known,
                                const anatomy::Registry& registry, Findings& findings);

/// The tours; tour.h has the one without findings.
std::vector<Tour> read_tours(const std::filesystem::path& content, const Knowledge& known,
                             const anatomy::Registry& registry, Findings& findings);

/// The reading order of library.toml.
struct Library {
    std::vector<std::string> general;
    std::vector<std::string> sites;
    std::vector<std::string> primaries;
};
Library load_library(const std::filesystem::path& folder, Findings& findings);
std::vector<GlossaryTerm> load_glossary(const std::filesystem::path& folder, Findings& findings);
std::vector<Reference> load_references(const std::filesystem::path& folder, Findings& findings);

/// synonyms.toml; without that file there are none.
SearchLanguage load_synonyms(const std::filesystem::path& folder, Findings& findings);

/// Articles and sites of the three folders, in the order of the library.
void load_articles(const std::filesystem::path& folder, const Library& library,
                   const anatomy::Registry& registry, Knowledge& knowledge, Findings& findings);

/// The patterns of spread, in the order of the library, and the overview.
void load_primaries(const std::filesystem::path& folder, const Library& library,
                    const anatomy::Surroundings& around, Knowledge& knowledge, Findings& findings);

/// What the bedside says of the sites, bedside.toml; without that file there is nothing to say.
void load_bedside(const std::filesystem::path& folder, Knowledge& knowledge, Findings& findings);

/// Looks up everything that was mentioned, and tells what is not there and what is never cited.
void check_mentions(const Knowledge& knowledge, const anatomy::Registry& registry,
                    Findings& findings);

} // namespace osteon::knowledge
