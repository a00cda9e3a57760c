#include "anatomy/registry_toml.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace osteon::anatomy {

void refuse(const toml::node& node, std::string reason, std::string cure) {
    throw PlacedFault{node.source().begin, std::move(reason), std::move(cure)};
}

std::string in_quotes(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

std::string text_field(const toml::table& entry, const char* key) {
    const toml::node* node = entry.get(key);
    if (node == nullptr) {
        return {};
    }
    const auto text = node->value_exact<std::string>();
    if (!text || text->empty()) {
        refuse(*node, in_quotes(key) + " is not a text", "Write it in quotes");
    }
    return *text;
}

std::string required_text(const toml::table& entry, const char* key) {
    std::string text = text_field(entry, key);
    if (text.empty()) {
        refuse(entry, "this entry has no " + in_quotes(key),
               std::string("Add ") + key + " = \"…\"");
    }
    return text;
}

const toml::array* array_field(const toml::table& table, const char* key) {
    const toml::node* node = table.get(key);
    if (node != nullptr && node->as_array() == nullptr) {
        refuse(*node, in_quotes(key) + " is not a list", "Write it in square brackets");
    }
    return node == nullptr ? nullptr : node->as_array();
}

const toml::table& as_entry(const toml::node& node) {
    if (const toml::table* table = node.as_table()) {
        return *table;
    }
    refuse(node, "an entry in braces was expected here",
           "Write it as { id = \"…\", name = \"…\" }");
}

void refuse_unknown_keys(const toml::table& table, std::span<const std::string_view> known) {
    for (const auto& [key, node] : table) {
        if (std::find(known.begin(), known.end(), key.str()) == known.end()) {
            std::string list;
            for (const std::string_view name : known) {
                list += (list.empty() ? "" : ", ") + std::string(name);
            }
            refuse(node, "there is no field " + in_quotes(key.str()), "The fields are " + list);
        }
    }
}

std::vector<std::string> texts_field(const toml::table& entry, const char* key) {
    std::vector<std::string> texts;
    if (const toml::array* list = array_field(entry, key)) {
        for (const toml::node& node : *list) {
            const auto text = node.value_exact<std::string>();
            if (!text || text->empty()) {
                refuse(node, "each of the " + in_quotes(key) + " is a text", "Write it in quotes");
            }
            texts.push_back(*text);
        }
    }
    return texts;
}

std::string place_of(const toml::source_position& position) {
    std::ostringstream place;
    place << "line " << position.line << ", column " << position.column;
    return place.str();
}

} // namespace osteon::anatomy
