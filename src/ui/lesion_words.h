#pragma once

#include "session/notes.h"

#include <span>

namespace osteon::ui {

/// What a kind of lesion is called, in words that need no study. English; tr() them.
struct LesionWords {
    session::LesionKind kind;
    const char* name;        ///< among notes: "Bone lost"
    const char* plain;       ///< at the bedside: "Thinner bone"
    const char* plain_title; ///< with the bone in place of {}
};

/// All kinds, in the order in which they are offered.
std::span<const LesionWords> lesion_words();
const LesionWords& words_of(session::LesionKind kind);

} // namespace osteon::ui
