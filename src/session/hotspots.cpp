#include "session/hotspots.h"

namespace osteon::session {

std::vector<const knowledge::Site*> hotspots(const Stage& stage,
                                             const knowledge::Knowledge& knowledge) {
    if (stage.question) {
        return {};
    }
    const knowledge::Site* site = stage.site.empty() ? nullptr : knowledge.site(stage.site);
    if (site == nullptr) {
        return knowledge.parts("");
    }
    std::vector<const knowledge::Site*> parts = knowledge.parts(site->id);
    return parts.empty() ? knowledge.parts(site->parent) : parts;
}

std::vector<BoneIndex> framed_bones(const Stage& stage, const World& world) {
    if (stage.question && !stage.question->framed.empty()) {
        return stage.question->framed;
    }
    if (!stage.selection.empty()) {
        return stage.selection;
    }
    if (const knowledge::Site* site = world.knowledge.site(stage.site); site != nullptr) {
        return site->bones;
    }
    std::vector<BoneIndex> shown;
    if (stage.isolated) {
        for (std::size_t bone = 0; bone < world.registry.bones.size(); ++bone) {
            if (!is_hidden(stage, static_cast<BoneIndex>(bone))) {
                shown.push_back(static_cast<BoneIndex>(bone));
            }
        }
    }
    return shown;
}

} // namespace osteon::session
