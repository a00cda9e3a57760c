#pragma once

#include "anatomy/registry.h"

#include <span>
#include <string>
#include <vector>

namespace osteon::anatomy {

/// How a piece found its bone, or why it did not.
struct Match {
    std::string piece;        ///< the name as it stands in the file
    BoneIndex bone = no_bone; ///< no_bone: not matched
    std::string reason;       ///< "FMA id 24474", "English name", or why there is no match
};

/// What is known of a piece before matching: all of it may help.
struct PieceName {
    std::string name; ///< the node's or mesh's name
    std::string file; ///< the file it came from, without its folder
    int fma = 0;      ///< from a table beside the archive; 0: none
    /// English name from that table, or from the comment at the head of an OBJ file; may be empty.
    std::string table_name;
};

/// Finds the bone of each piece by FMA id in the name, by English or Latin name and their common
/// variants ("L3", "Femur.L", "right femur", "Costa VI dextra"). Several pieces may share a bone.
std::vector<Match> match_pieces(const Registry& registry, std::span<const PieceName> pieces);

} // namespace osteon::anatomy
