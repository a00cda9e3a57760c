#pragma once

#include <string>
#include <string_view>

namespace osteon::output {

/// A text as it stands in HTML, between tags or in a quoted attribute.
std::string escape_html(std::string_view text);

/// ` name="value"`, escaped; nothing where the value is empty.
std::string attribute(std::string_view name, std::string_view value);

/// A link; its inside is HTML already. Without a target the inside alone.
std::string link_html(std::string_view target, std::string_view inside);

} // namespace osteon::output
