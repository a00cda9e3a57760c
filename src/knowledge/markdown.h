#pragma once

#include "knowledge/document.h"
#include "knowledge/findings.h"

#include <string_view>

namespace osteon::knowledge {

/// Parses an article's text and tells `file` what is wrong with it and what it links to. Refused
/// constructs are left out of the document; the rest stays usable.
Document parse_markdown(std::string_view markdown, const ContentFile& file);

} // namespace osteon::knowledge
