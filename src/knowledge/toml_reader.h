#pragma once

#include "knowledge/findings.h"

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace osteon::knowledge {

/// Parses a TOML text. Where it is malformed, the fault is told and nothing returned.
std::optional<toml::table> parse_toml(std::string_view text, const ContentFile& file);

/// Reads one table of a content file strictly: a missing key, a value of the wrong kind or out of
/// range, and a key that nothing asked for are faults with their place.
class TableReader {
public:
    /// `what` names the table in messages: "the figure".
    TableReader(const toml::table& table, std::string what, const ContentFile& file);

    std::string text(std::string_view key);
    std::string text_or(std::string_view key, std::string otherwise);
    /// A text that a reader reads, recorded as a passage.
    std::string prose(std::string_view key);
    std::string prose_or(std::string_view key, std::string otherwise);
    bool flag(std::string_view key, std::optional<bool> otherwise = std::nullopt);
    double number(std::string_view key, double least, double most);
    std::optional<double> number_if(std::string_view key, double least, double most);
    int whole(std::string_view key, int least, int most);

    /// A text of a list, and where it stands.
    struct Item {
        std::string text;
        int line = 0;
        int column = 0;
    };
    std::vector<Item> list(std::string_view key, bool required);
    /// An id, recorded as a mention of `kind`; empty where the key is not there.
    std::string mention_or_none(std::string_view key, LinkKind kind);
    /// "plain" or "clinical".
    ReadingLevel reading_level(std::string_view key);
    /// A list of ids, each recorded as a mention of `kind`.
    std::vector<std::string> mentions(std::string_view key, LinkKind kind, bool required);
    /// A list of exactly `count` numbers within 0 and 1; empty where it is faulty.
    std::vector<double> fractions(std::string_view key, std::size_t count);

    /// A list of exactly `count` numbers, none farther from 0 than `most`; empty where the key is
    /// not there or faulty.
    std::vector<double> numbers_if(std::string_view key, std::size_t count, double most);

    /// One of the words of `choices`; without `otherwise` the key is required.
    template <class Value>
    Value choice(std::string_view key, std::span<const std::pair<std::string_view, Value>> choices,
                 std::optional<Value> otherwise = std::nullopt) {
        std::vector<std::string_view> words;
        for (const auto& [word, value] : choices) {
            words.push_back(word);
        }
        const auto index = word_of(key, words, !otherwise);
        return index ? choices[*index].second : otherwise.value_or(choices.front().second);
    }

    /// The table under a key, or nullptr; a fault where it is required and missing.
    const toml::table* table(std::string_view key, bool required);
    /// The tables of an array, `[[key]]`.
    std::vector<const toml::table*> tables(std::string_view key);

    /// Tells the keys that were not asked for. Call last.
    void refuse_other_keys();

    /// Where a key's value stands; where the table begins if it has no such key.
    std::pair<int, int> line_and_column(std::string_view key) const;
    void fault_at(std::string_view key, std::string expected);
    const ContentFile& file() const { return *file_; }
    bool faulty() const { return faulty_; }

private:
    std::vector<double> list_of_numbers(std::string_view key, std::size_t count, double least,
                                        double most, bool required);
    const toml::node* find(std::string_view key, bool required, std::string_view kind);
    std::optional<std::size_t> word_of(std::string_view key,
                                       std::span<const std::string_view> words, bool required);
    void record_passage(std::string_view key, const std::string& text) const;
    void wrong_kind(std::string_view key, std::string_view kind);

    const toml::table* table_;
    std::string what_;
    const ContentFile* file_;
    std::set<std::string, std::less<>> asked_;
    bool faulty_ = false;
};

} // namespace osteon::knowledge
