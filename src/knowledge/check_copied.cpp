#include "base/files.h"
#include "base/text.h"
#include "knowledge/check.h"
#include "knowledge/load.h"
#include "knowledge/words.h"

#include <algorithm>
#include <system_error>
#include <unordered_map>

namespace osteon::knowledge {
namespace {

namespace fs = std::filesystem;

/// As many words in a row are copied; the words of fixed expressions and figures stay below.
constexpr std::size_t shared_words = 13;
constexpr std::size_t largest_source = std::size_t{64} << 20;

/// Where each run of words stands first: the file's name.
using Runs = std::unordered_map<std::string, std::string>;

/// Each run of `shared_words` words of a text, and the offset of its first word.
std::vector<std::pair<std::string, std::size_t>> runs_of(std::string_view text) {
    std::vector<std::pair<std::string, std::size_t>> words;
    for (const Stretch& word : words_of(text)) {
        words.emplace_back(fold(word.text), word.offset);
    }
    std::vector<std::pair<std::string, std::size_t>> runs;
    for (std::size_t first = 0; first + shared_words <= words.size(); ++first) {
        std::string run;
        for (std::size_t word = first; word < first + shared_words; ++word) {
            run += words[word].first + ' ';
        }
        runs.emplace_back(std::move(run), words[first].second);
    }
    return runs;
}

Result<Runs> read_sources(const fs::path& folder) {
    Runs runs;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const fs::path extension = entry->path().extension();
        if (!entry->is_regular_file(error) ||
            (extension != ".txt" && extension != ".md" && extension != ".json")) {
            continue;
        }
        const auto text = read_file(entry->path(), largest_source);
        if (!text) {
            return fail(text.error());
        }
        for (auto& [run, offset] : runs_of(*text)) {
            runs.emplace(std::move(run), entry->path().filename().string());
        }
    }
    if (error) {
        return fail({Fault::input, folder.string(), "",
                     "the folder cannot be read: " + error.message(),
                     "Name a folder of texts (.txt, .md, .json)"});
    }
    return runs;
}

} // namespace

Result<void> check_copied(const CheckedContent& content, const fs::path& against, Faults& faults) {
    const Result<Runs> sources = read_sources(against);
    if (!sources) {
        return fail(sources.error());
    }
    for (const Passage& passage : content.findings.passages) {
        for (const Stretch& sentence : sentences_of(passage.text)) {
            for (const auto& [run, offset] : runs_of(sentence.text)) {
                const auto found = sources->find(run);
                if (found != sources->end()) {
                    add_fault(passage, sentence.offset + offset,
                              "the sentence shares more than 12 words in a row with " +
                                  found->second + "; expected a sentence of your own",
                              faults);
                    break;
                }
            }
        }
    }
    return {};
}

} // namespace osteon::knowledge
