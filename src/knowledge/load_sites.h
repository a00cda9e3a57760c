#pragma once

#include "anatomy/registry.h"
#include "knowledge/knowledge.h"
#include "knowledge/toml_reader.h"

#include <string>
#include <vector>

namespace osteon::knowledge {

/// A site as its front matter tells it, with its place among its siblings.
struct SiteEntry {
    Site site;
    int order = 0;
};

/// Reads the keys of a site. What is faulty is told through `reader`.
SiteEntry read_site(TableReader& reader, const std::string& id, const anatomy::Registry& registry);

/// The common sites by their order, each followed by its parts.
std::vector<Site> arrange_sites(std::vector<SiteEntry> entries);

} // namespace osteon::knowledge
