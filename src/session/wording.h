#pragma once

#include "anatomy/registry.h"
#include "knowledge/language.h"
#include "knowledge/sentence.h"

#include <span>
#include <string>

namespace osteon::session {

/// Bones as they are called within a sentence: "the left femur", "12 left ribs", "24 ribs", "the
/// skull", "5 bones of the left carpus", "7 bones"; without any: "nothing".
std::string describe_bones(std::span<const anatomy::BoneIndex> bones,
                           const anatomy::Registry& registry,
                           const knowledge::Language& language = {});

using knowledge::within_sentence;

} // namespace osteon::session
