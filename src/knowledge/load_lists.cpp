#include "knowledge/load.h"
#include "knowledge/markdown_inline.h"
#include "knowledge/toml_reader.h"

#include <functional>
#include <set>

namespace osteon::knowledge {

void read_tables(const std::filesystem::path& path, std::string_view name, std::string_view id_key,
                 Findings& findings,
                 const std::function<void(TableReader&, const std::string& id)>& read) {
    const ContentFile file{path, &findings};
    const auto text = read_text(file);
    const auto toml = text ? parse_toml(*text, file) : std::nullopt;
    if (!toml) {
        return;
    }
    TableReader reader(*toml, "the file", file);
    std::set<std::string> ids;
    for (const toml::table* table : reader.tables(name)) {
        TableReader entry(*table, "the " + std::string(name), file);
        const std::string id = entry.text(id_key);
        if (!id.empty() && !is_id(id)) {
            entry.fault_at(id_key,
                           "expected an id of letters, digits, '_' or '-', found '" + id + "'");
        } else if (!id.empty() && !ids.insert(id).second) {
            entry.fault_at(id_key, "the " + std::string(name) + " '" + id +
                                       "' is there already; expected each once");
        }
        read(entry, id);
    }
    reader.refuse_other_keys();
}

Library load_library(const std::filesystem::path& folder, Findings& findings) {
    const ContentFile file{folder / "library.toml", &findings};
    const auto text = read_text(file);
    const auto toml = text ? parse_toml(*text, file) : std::nullopt;
    if (!toml) {
        return {};
    }
    TableReader reader(*toml, "the library", file);
    std::set<std::string> listed;
    const auto read = [&](std::string_view key) {
        std::vector<std::string> ids;
        for (TableReader::Item& item : reader.list(key, true)) {
            if (listed.insert(item.text).second) {
                file.mention(LinkKind::article, item.text, item.line, item.column);
                ids.push_back(std::move(item.text));
            } else {
                file.fault(item.line, item.column,
                           "the article '" + item.text + "' is listed twice; expected each once");
            }
        }
        return ids;
    };
    Library library{read("general"), read("sites"), read("primaries")};
    reader.refuse_other_keys();
    return library;
}

std::vector<GlossaryTerm> load_glossary(const std::filesystem::path& folder, Findings& findings) {
    std::vector<GlossaryTerm> terms;
    const auto read = [&](TableReader& entry, const std::string& id) {
        GlossaryTerm term;
        term.id = id;
        term.term = entry.prose("term");
        term.plain = entry.prose("plain");
        term.clinical = entry.prose("clinical");
        for (TableReader::Item& item : entry.list("also", false)) {
            term.also.push_back(std::move(item.text));
        }
        entry.refuse_other_keys();
        if (!entry.faulty()) {
            terms.push_back(std::move(term));
        }
    };
    read_tables(folder / "glossary.toml", "term", "id", findings, read);
    return terms;
}

std::vector<Reference> load_references(const std::filesystem::path& folder, Findings& findings) {
    std::vector<Reference> references;
    const auto read = [&](TableReader& entry, const std::string& key) {
        Reference reference;
        reference.key = key;
        reference.text = entry.text("text");
        reference.short_text = entry.text("short");
        reference.doi = entry.text_or("doi", "");
        reference.pmid = entry.text_or("pmid", "");
        reference.url = entry.text_or("url", "");
        reference.retrieved = entry.flag("retrieved");
        const bool usable = !entry.faulty();
        entry.refuse_other_keys();
        if (usable) {
            const auto [line, column] = entry.line_and_column("key");
            findings.sources.push_back({LinkKind::reference, key, entry.file().path, line, column});
            references.push_back(std::move(reference));
        }
    };
    read_tables(folder / "references.toml", "reference", "key", findings, read);
    return references;
}

} // namespace osteon::knowledge
