#include "ui/lesion_words.h"

#include "knowledge/language.h"

#include <algorithm>
#include <array>

namespace osteon::ui {

using knowledge::translatable;
using session::LesionKind;

namespace {

constexpr std::array<LesionWords, 4> c_words{{
    {LesionKind::unknown, translatable("A spot"), translatable("A spot"),
     translatable("A spot in the {}")},
    {LesionKind::lytic, translatable("Bone lost"), translatable("Thinner bone"),
     translatable("Thinner bone in the {}")},
    {LesionKind::blastic, translatable("Bone added"), translatable("Denser bone"),
     translatable("Denser bone in the {}")},
    {LesionKind::mixed, translatable("Both"), translatable("Both"),
     translatable("Thinner and denser bone in the {}")},
}};

} // namespace

std::span<const LesionWords> lesion_words() {
    return c_words;
}

const LesionWords& words_of(LesionKind kind) {
    return *std::ranges::find(c_words, kind, &LesionWords::kind);
}

} // namespace osteon::ui
