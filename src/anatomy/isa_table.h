#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace osteon::anatomy {

/// What BodyParts3D calls one of its element files.
struct IsaConcept {
    int fma = 0;
    std::string name; ///< English
};

/// The concept of each element file ("FJ3259"), by its name without the ending.
using IsaTable = std::unordered_map<std::string, IsaConcept>;

/// The name of the table as it lies beside the archive of BodyParts3D 4.0.
inline constexpr std::string_view isa_table_name = "isa_element_parts.txt";

/// Reads the table: FMA concept, English name and element file, tab-separated. An element stands
/// under every concept that it is a part of ("femur", "long bone", "bone organ"); the concept with
/// the fewest elements is the most specific, and taken. Lines that are not of this form are
/// skipped.
IsaTable parse_isa_table(std::string_view text);

/// The English name that BodyParts3D writes into the comments at the head of an OBJ file
/// ("# English name : right kidney"); empty where there is none. Teeth stand only there.
std::string name_in_comments(std::string_view obj);

} // namespace osteon::anatomy
