#include "knowledge/check.h"
#include "knowledge/load.h"

#include <algorithm>
#include <iterator>
#include <system_error>

namespace osteon::knowledge {
namespace {

namespace fs = std::filesystem;

/// Adds faults and passages to those of the articles.
void add(Findings&& more, Findings& findings) {
    std::ranges::move(more.faults, std::back_inserter(findings.faults));
    std::ranges::move(more.passages, std::back_inserter(findings.passages));
}

Result<void> check_language(const fs::path& folder, const anatomy::Registry& registry,
                            const anatomy::Surroundings& around, const fs::path& against,
                            Faults& faults) {
    Findings findings;
    const auto knowledge = read_knowledge(folder.parent_path(), folder.filename().string(),
                                          registry, around, findings);
    if (!knowledge) {
        return fail(knowledge.error());
    }
    Findings beside; // what the atlas loads only when it is asked for
    read_quiz(folder.parent_path(), *knowledge, registry, beside);
    read_tours(folder.parent_path(), *knowledge, registry, beside);
    add(std::move(beside), findings);
    faults.insert(faults.end(), findings.faults.begin(), findings.faults.end());
    const CheckedContent content{folder, *knowledge, findings, registry};
    for (const auto check :
         {check_addresses, check_coverage, check_spelling, check_abbreviations, check_terms,
          check_reading_age, check_figures_without_place, check_confidence, check_synonyms}) {
        check(content, faults);
    }
    return against.empty() ? Result<void>() : check_copied(content, against, faults);
}

} // namespace

void add_fault(const Passage& passage, std::size_t offset, std::string expected, Faults& faults) {
    const auto [line, column] = passage.place(offset);
    faults.push_back({passage.file, line, column, std::move(expected)});
}

Result<std::vector<ContentFault>> check_content(const fs::path& content,
                                                const anatomy::Registry& registry,
                                                const anatomy::Surroundings& around,
                                                const fs::path& against) {
    std::error_code error;
    std::vector<ContentFault> faults;
    bool any = false;
    for (fs::directory_iterator entry(content, error), end; !error && entry != end;
         entry.increment(error)) {
        if (!entry->is_directory(error)) {
            continue;
        }
        any = true;
        const auto checked = check_language(entry->path(), registry, around, against, faults);
        if (!checked) {
            return fail(checked.error());
        }
    }
    if (error) {
        return fail(no_content(content, "the folder cannot be read: " + error.message()));
    }
    if (!any) {
        return fail(no_content(content, "the folder holds no language"));
    }
    sort_faults(faults);
    return faults;
}

} // namespace osteon::knowledge
