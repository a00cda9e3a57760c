#pragma once

#include "knowledge/toml_reader.h"

#include <optional>
#include <string_view>

namespace osteon::knowledge {

/// The line before and after the front matter of an article.
inline constexpr std::string_view front_matter_fence = "+++\n";

/// An article file taken apart: its front matter, and its text with the line where it begins.
struct FrontMatter {
    toml::table keys;
    std::string_view body; ///< lives as long as the text
    int lines_before_body = 0;
};

/// Takes a text apart. Where it has no front matter, or a malformed one, the fault is told and
/// nothing returned.
std::optional<FrontMatter> split_front_matter(std::string_view text, const ContentFile& file);

} // namespace osteon::knowledge
