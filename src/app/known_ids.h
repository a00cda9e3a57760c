#pragma once

#include "app/atlas.h"
#include "base/text.h"

#include <string>

namespace osteon::app {

/// The error for an id that nobody knows, with the nearest one as the cure.
template <class Things, class IdOf>
Error unknown_id(const std::string& option, const std::string& id, const Things& things,
                 IdOf id_of) {
    std::string nearest;
    std::size_t best = std::string::npos;
    for (const auto& thing : things) {
        const std::size_t distance = edit_distance(id, id_of(thing));
        if (distance < best) {
            best = distance;
            nearest = id_of(thing);
        }
    }
    return {Fault::usage, option, "", "'" + id + "' is not an id that the atlas knows",
            "The nearest is '" + nearest + "'; 'osteon list' prints them all"};
}

/// Whether --site and --primary are known, where they are given.
Result<void> check_site_and_primary(const Atlas& atlas, const std::string& site,
                                    const std::string& primary);

} // namespace osteon::app
