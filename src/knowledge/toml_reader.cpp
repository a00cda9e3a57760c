#include "knowledge/toml_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

namespace osteon::knowledge {
namespace {

std::string in_words(double value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

int line_of(const toml::node& node) {
    return static_cast<int>(node.source().begin.line);
}

int column_of(const toml::node& node) {
    return static_cast<int>(node.source().begin.column);
}

} // namespace

std::optional<toml::table> parse_toml(std::string_view text, const ContentFile& file) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        file.fault(static_cast<int>(error.source().begin.line),
                   static_cast<int>(error.source().begin.column),
                   "not valid TOML: " + std::string(error.description()));
        return std::nullopt;
    }
}

TableReader::TableReader(const toml::table& table, std::string what, const ContentFile& file)
    : table_(&table)
    , what_(std::move(what))
    , file_(&file) {}

const toml::node* TableReader::find(std::string_view key, bool required, std::string_view kind) {
    asked_.emplace(key);
    const toml::node* node = table_->get(key);
    if (node == nullptr && required) {
        fault_at(key, "the key '" + std::string(key) + "' of " + what_ + " is missing; expected " +
                          std::string(kind));
    }
    return node;
}

std::pair<int, int> TableReader::line_and_column(std::string_view key) const {
    const toml::node* node = table_->get(key);
    const toml::node& place = node != nullptr ? *node : *table_;
    // The whole file is a table that begins nowhere: toml++ gives it line 0.
    return {std::max(line_of(place), 1), std::max(column_of(place), 1)};
}

void TableReader::fault_at(std::string_view key, std::string expected) {
    faulty_ = true;
    const auto [line, column] = line_and_column(key);
    file_->fault(line, column, std::move(expected));
}

void TableReader::wrong_kind(std::string_view key, std::string_view kind) {
    fault_at(key, "expected " + std::string(kind) + " for '" + std::string(key) + "' of " + what_);
}

std::string TableReader::text(std::string_view key) {
    const toml::node* node = find(key, true, "a text");
    const auto value = node != nullptr ? node->value<std::string>() : std::string();
    if (node != nullptr && (!node->is_string() || value->empty())) {
        wrong_kind(key, "a text");
        return {};
    }
    return *value;
}

std::string TableReader::text_or(std::string_view key, std::string otherwise) {
    const toml::node* node = find(key, false, "a text");
    if (node == nullptr) {
        return otherwise;
    }
    if (!node->is_string()) {
        wrong_kind(key, "a text");
        return otherwise;
    }
    return *node->value<std::string>();
}

void TableReader::record_passage(std::string_view key, const std::string& text) const {
    const auto [line, column] = line_and_column(key);
    Passage passage;
    passage.add(text, line, column + 1); // after the quotation mark
    file_->passage(PassageKind::value, std::string(key), std::move(passage));
}

std::string TableReader::prose(std::string_view key) {
    std::string value = text(key);
    record_passage(key, value);
    return value;
}

std::string TableReader::prose_or(std::string_view key, std::string otherwise) {
    std::string value = text_or(key, std::move(otherwise));
    if (table_->contains(key)) {
        record_passage(key, value);
    }
    return value;
}

bool TableReader::flag(std::string_view key, std::optional<bool> otherwise) {
    const toml::node* node = find(key, !otherwise, "true or false");
    if (node != nullptr && !node->is_boolean()) {
        wrong_kind(key, "true or false");
        return otherwise.value_or(false);
    }
    return node != nullptr ? *node->value<bool>() : otherwise.value_or(false);
}

std::optional<double> TableReader::number_if(std::string_view key, double least, double most) {
    return table_->contains(key) ? std::optional(number(key, least, most))
                                 : (asked_.emplace(key), std::nullopt);
}

double TableReader::number(std::string_view key, double least, double most) {
    const std::string kind = "a number from " + in_words(least) + " to " + in_words(most);
    const toml::node* node = find(key, true, kind);
    if (node == nullptr) {
        return least;
    }
    const double value = node->is_number() ? *node->value<double>() : std::nan("");
    if (!(value >= least && value <= most)) {
        wrong_kind(key, kind);
        return least;
    }
    return value;
}

int TableReader::whole(std::string_view key, int least, int most) {
    const double value = number(key, least, most);
    if (value != std::floor(value)) {
        wrong_kind(key, "a whole number");
    }
    return static_cast<int>(value);
}

std::vector<TableReader::Item> TableReader::list(std::string_view key, bool required) {
    const toml::node* node = find(key, required, "a list of texts");
    std::vector<Item> items;
    if (node == nullptr) {
        return items;
    }
    const toml::array* array = node->as_array();
    if (array == nullptr || (required && array->empty())) {
        wrong_kind(key, "a list of texts");
        return items;
    }
    for (const toml::node& element : *array) {
        if (element.is_string()) {
            items.push_back({*element.value<std::string>(), line_of(element), column_of(element)});
        } else {
            faulty_ = true;
            file_->fault(line_of(element), column_of(element),
                         "expected a text in the list '" + std::string(key) + "'");
        }
    }
    return items;
}

std::string TableReader::mention_or_none(std::string_view key, LinkKind kind) {
    std::string target = text_or(key, "");
    if (!target.empty()) {
        const auto [line, column] = line_and_column(key);
        file_->mention(kind, target, line, column);
    }
    return target;
}

ReadingLevel TableReader::reading_level(std::string_view key) {
    constexpr std::array<std::pair<std::string_view, ReadingLevel>, 2> levels = {
        {{"plain", ReadingLevel::plain}, {"clinical", ReadingLevel::clinical}}};
    return choice<ReadingLevel>(key, levels);
}

std::vector<std::string> TableReader::mentions(std::string_view key, LinkKind kind, bool required) {
    std::vector<std::string> ids;
    for (Item& item : list(key, required)) {
        file_->mention(kind, item.text, item.line, item.column);
        ids.push_back(std::move(item.text));
    }
    return ids;
}

std::vector<double> TableReader::list_of_numbers(std::string_view key, std::size_t count,
                                                 double least, double most, bool required) {
    const std::string kind = fmt::format("a list of {} numbers from {} to {}", count, least, most);
    const toml::node* node = find(key, required, kind);
    const toml::array* array = node != nullptr ? node->as_array() : nullptr;
    std::vector<double> values;
    if (array != nullptr && array->size() == count) {
        for (const toml::node& element : *array) {
            const std::optional<double> value = element.value<double>();
            if (value && *value >= least && *value <= most) {
                values.push_back(*value);
            }
        }
    }
    if (node != nullptr && values.size() != count) {
        wrong_kind(key, kind);
        return {};
    }
    return values;
}

std::vector<double> TableReader::fractions(std::string_view key, std::size_t count) {
    return list_of_numbers(key, count, 0.0, 1.0, true);
}

std::vector<double> TableReader::numbers_if(std::string_view key, std::size_t count, double most) {
    return list_of_numbers(key, count, -most, most, false);
}

std::optional<std::size_t>
TableReader::word_of(std::string_view key, std::span<const std::string_view> words, bool required) {
    std::string kind;
    for (const std::string_view word : words) {
        kind += (kind.empty() ? "one of " : ", ") + std::string(word);
    }
    const toml::node* node = find(key, required, kind);
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto value = node->value<std::string_view>();
    const auto found = std::find(words.begin(), words.end(), value.value_or(""));
    if (found == words.end()) {
        wrong_kind(key, kind);
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - words.begin());
}

const toml::table* TableReader::table(std::string_view key, bool required) {
    const toml::node* node = find(key, required, "a table [" + std::string(key) + "]");
    if (node != nullptr && !node->is_table()) {
        wrong_kind(key, "a table");
        return nullptr;
    }
    return node != nullptr ? node->as_table() : nullptr;
}

std::vector<const toml::table*> TableReader::tables(std::string_view key) {
    const toml::node* node = find(key, false, "tables");
    std::vector<const toml::table*> result;
    if (node == nullptr) {
        return result;
    }
    const toml::array* array = node->as_array();
    if (array == nullptr || !node->is_array_of_tables()) {
        wrong_kind(key, "tables, each under [[" + std::string(key) + "]],");
        return result;
    }
    for (const toml::node& element : *array) {
        result.push_back(element.as_table());
    }
    return result;
}

void TableReader::refuse_other_keys() {
    std::string known;
    for (const std::string& key : asked_) {
        known += (known.empty() ? "" : ", ") + key;
    }
    for (const auto& [key, value] : *table_) {
        if (!asked_.contains(key.str())) {
            faulty_ = true;
            file_->fault(static_cast<int>(key.source().begin.line),
                         static_cast<int>(key.source().begin.column),
                         "unknown key '" + std::string(key.str()) + "' of " + what_ +
                             "; expected one of " + known);
        }
    }
}

} // namespace osteon::knowledge
