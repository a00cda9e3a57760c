#pragma once

#include "ui/panel_context.h"
#include "ui/skeleton_tree.h"

#include <set>
#include <string>
#include <vector>

namespace osteon::ui {

/// What the skeleton tree remembers between frames.
struct SkeletonTreeState {
    std::vector<RegionNode> tree;                   ///< built at the first frame
    std::set<std::string> open;                     ///< ids of unfolded regions
    std::vector<anatomy::BoneIndex> seen_selection; ///< of the last frame
    bool scroll_wanted = false;                     ///< to the selection
    std::vector<anatomy::BoneIndex> menu_bones;     ///< that the context menu speaks of
    std::string menu_name;
    bool menu_wanted = false;
};

/// The tree of regions and bones. A click selects and frames, Ctrl adds, the eye hides and shows;
/// what is selected elsewhere is unfolded and scrolled to. One selected bone lists its landmarks.
void draw_skeleton_tree(PanelContext& context, SkeletonTreeState& state);

} // namespace osteon::ui
