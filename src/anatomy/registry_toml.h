#pragma once

#include "base/error.h"
#include "base/files.h"

#include <toml++/toml.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::anatomy {

/// A fault at a place of a TOML file of the registry. Thrown while such a file is read only;
/// read_toml turns it into a Result, so that readers need not check every field at every level.
struct PlacedFault {
    toml::source_position position;
    std::string reason;
    std::string cure;
};

[[noreturn]] void refuse(const toml::node& node, std::string reason, std::string cure);

std::string in_quotes(std::string_view text);

/// A text; empty where the field is missing.
std::string text_field(const toml::table& entry, const char* key);
std::string required_text(const toml::table& entry, const char* key);
/// A list of texts; empty where the field is missing.
std::vector<std::string> texts_field(const toml::table& entry, const char* key);
/// A list, or nullptr where the field is missing.
const toml::array* array_field(const toml::table& table, const char* key);
/// The node as an entry in braces.
const toml::table& as_entry(const toml::node& node);
void refuse_unknown_keys(const toml::table& table, std::span<const std::string_view> known);

/// "line 3, column 5".
std::string place_of(const toml::source_position& position);

/// What `read` makes of the table in a file. Errors name the file, line and column.
template <class T, class Read>
Result<T> read_toml(const std::filesystem::path& file, Read read) {
    const Result<std::string> text = read_file(file);
    if (!text) {
        return fail(text.error());
    }
    try {
        const toml::table table = toml::parse(*text, file.string());
        return read(table);
    } catch (const PlacedFault& fault) {
        return fail({.fault = Fault::input,
                     .subject = file.string(),
                     .place = place_of(fault.position),
                     .reason = fault.reason,
                     .cure = fault.cure});
    } catch (const toml::parse_error& error) {
        return fail({.fault = Fault::input,
                     .subject = file.string(),
                     .place = place_of(error.source().begin),
                     .reason = "this is not TOML: " + std::string(error.description()),
                     .cure = "Correct the line"});
    }
}

} // namespace osteon::anatomy
