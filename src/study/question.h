#pragma once

#include "study/card.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace osteon::study {

using anatomy::BoneIndex;

/// What the stage shows with a question. Bones by their place in the registry.
struct Picture {
    std::vector<BoneIndex> framed; ///< that the camera shows; empty: the whole skeleton
    std::optional<float> yaw;      ///< degrees, as those of a site; absent: as the camera stands
    std::optional<float> pitch;
    std::vector<BoneIndex> only; ///< nothing but these is shown; empty: everything is
    bool apart = false;          ///< the bones are moved apart, so that inner ones are seen
    std::string lesions_of;      ///< id of the primary whose lesions are drawn; empty: none
    std::vector<BoneIndex> lit;  ///< in the accent colour: what is asked about, or the answer
    bool operator==(const Picture&) const = default;
};

/// A question with one right answer: one of `choices`, or a click on one of `targets`.
struct Question {
    Card card;
    std::string text;                 ///< "Click the left scapula"
    std::string remark;               ///< a line below it; may be empty
    std::vector<std::string> choices; ///< in the order shown; empty: it is answered by a click
    std::size_t right = 0;            ///< of the choices
    /// The bone that each choice names; no_bone where it names none.
    std::vector<BoneIndex> choice_bones;
    std::vector<BoneIndex> targets;   ///< a click on one of them is right
    std::string explanation;          ///< told with the answer
    std::vector<std::string> sources; ///< keys of references
    std::string article;              ///< where to read on, "article#section"; may be empty
    std::string hint;                 ///< a sentence; may be empty
    std::vector<std::size_t> struck;  ///< wrong choices that the hint strikes out
    Picture asked;
    Picture answered;

    bool has_hint() const { return !hint.empty() || !struck.empty(); }
};

} // namespace osteon::study
