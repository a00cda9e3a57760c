#include "anatomy/isa_table.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace osteon::anatomy {
namespace {

struct Row {
    IsaConcept meaning;
    std::string element;
};

std::string_view next_field(std::string_view& line) {
    const std::string_view field = line.substr(0, line.find('\t'));
    line.remove_prefix(std::min(field.size() + 1, line.size()));
    return field;
}

std::vector<Row> parse_rows(std::string_view text) {
    constexpr std::string_view prefix = "FMA";
    std::vector<Row> rows;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        line = line.substr(0, line.find('\r'));
        std::string_view id = next_field(line);
        const std::string_view name = next_field(line);
        const std::string_view element = next_field(line);
        if (!id.starts_with(prefix) || element.empty()) {
            continue;
        }
        id.remove_prefix(prefix.size());
        int fma = 0;
        std::from_chars(id.data(), id.data() + id.size(), fma);
        rows.push_back({{fma, std::string(name)}, std::string(element)});
    }
    return rows;
}

} // namespace

IsaTable parse_isa_table(std::string_view text) {
    std::vector<Row> rows = parse_rows(text);
    std::unordered_map<int, std::size_t> elements;
    for (const Row& row : rows) {
        ++elements[row.meaning.fma];
    }
    std::ranges::stable_sort(rows, {}, [&](const Row& row) { return elements[row.meaning.fma]; });
    IsaTable table;
    for (Row& row : rows) {
        table.try_emplace(std::move(row.element), std::move(row.meaning));
    }
    return table;
}

std::string name_in_comments(std::string_view obj) {
    constexpr std::string_view label = "English name :";
    while (obj.starts_with('#')) {
        std::string_view line = obj.substr(0, obj.find('\n'));
        obj.remove_prefix(std::min(line.size() + 1, obj.size()));
        const std::size_t at = line.find(label);
        if (at != std::string_view::npos) {
            line.remove_prefix(at + label.size());
            const std::size_t first = line.find_first_not_of(' ');
            const std::size_t last = line.find_last_not_of(" \r");
            return first > last ? std::string() : std::string(line.substr(first, last - first + 1));
        }
    }
    return {};
}

} // namespace osteon::anatomy
