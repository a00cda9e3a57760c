#pragma once

#include "anatomy/registry.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::study {

/// The kinds of questions.
enum class Kind : std::uint8_t {
    find_bone,     ///< click the bone of a name
    name_bone,     ///< the name of the bone that is lit
    which_region,  ///< the part of the skeleton that a bone belongs to
    which_side,    ///< left or right, of a bone that stands alone
    favoured_site, ///< where a primary is found most often
    lesion_type,   ///< lytic, blastic or mixed, as the bones show it
    bank,          ///< of content/<language>/quiz.toml
};
inline constexpr std::array c_kinds{Kind::find_bone,  Kind::name_bone,     Kind::which_region,
                                    Kind::which_side, Kind::favoured_site, Kind::lesion_type,
                                    Kind::bank};

/// The word of a kind in the ids of its cards: "find", "name", "region", "side", "site", "lesion",
/// "bank".
std::string_view to_string(Kind kind);

/// One thing worth knowing, whose memory is scheduled. Ids are stable: progress is kept under them.
struct Card {
    std::string id; ///< "find:femur_left", "latin:femur_left", "side:femur", "bank:rib_pairs"
    Kind kind = Kind::find_bone;
    std::vector<anatomy::BoneIndex> bones{}; ///< that it is about; empty: about none
    bool operator==(const Card&) const = default;
};

/// The kind of a card by its id; none where it is of no kind. Cards whose answer is the Latin name
/// ("latin:…") are of the kind name_bone.
std::optional<Kind> kind_of_card(std::string_view id);

} // namespace osteon::study
