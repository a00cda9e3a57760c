#pragma once

#include "anatomy/registry.h"

#include <cstddef>
#include <variant>

namespace osteon::study {

// What a question is answered with.

struct Chosen { ///< one of its choices
    std::size_t choice = 0;
};
struct Clicked { ///< a bone
    anatomy::BoneIndex bone = anatomy::no_bone;
};
struct Unknown {}; ///< "I don't know"

using Given = std::variant<Unknown, Chosen, Clicked>;

} // namespace osteon::study
