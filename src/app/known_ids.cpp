#include "app/known_ids.h"

namespace osteon::app {

Result<void> check_site_and_primary(const Atlas& atlas, const std::string& site,
                                    const std::string& primary) {
    const auto id_of = [](const auto& thing) { return thing.id; };
    if (!site.empty() && atlas.knowledge.site(site) == nullptr) {
        return fail(unknown_id("--site", site, atlas.knowledge.sites, id_of));
    }
    if (!primary.empty() && atlas.knowledge.primary(primary) == nullptr) {
        return fail(unknown_id("--primary", primary, atlas.knowledge.primaries, id_of));
    }
    return {};
}

} // namespace osteon::app
