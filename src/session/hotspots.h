#pragma once

#include "knowledge/knowledge.h"
#include "session/session.h"

#include <vector>

namespace osteon::session {

/// The hotspots on the stage: the five sites; once one is entered, its parts. A site without parts
/// leaves its siblings on the stage. None while a question of study mode has
/// the stage.
std::vector<const knowledge::Site*> hotspots(const Stage& stage,
                                             const knowledge::Knowledge& knowledge);

/// What the camera frames on request: what a question is about, else the selection, else the chosen
/// site, else what an isolation shows; empty: the whole skeleton.
std::vector<BoneIndex> framed_bones(const Stage& stage, const World& world);

} // namespace osteon::session
