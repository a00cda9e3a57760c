#include "app/error_words.h"

#include <array>

namespace osteon::app {
namespace {

using knowledge::translatable;

/// What base/files.h and its like say where the user's files cannot be written.
[[maybe_unused]] constexpr std::array c_known = {
    translatable("the disk is full"),
    translatable("you may not write in this folder"),
    translatable("this disk can only be read"),
    translatable("a part of this path is a file, not a folder"),
    translatable("this is a folder, not a file"),
    translatable("Free some space, or choose a place on another disk"),
    translatable("Change its permissions, or choose another place"),
    translatable("Choose another place"),
};

} // namespace

std::string describe(const Error& error, const knowledge::Language& words) {
    Error told = error;
    told.reason = words.tr(error.reason.c_str());
    told.cure = error.cure.empty() ? "" : words.tr(error.cure.c_str());
    return osteon::describe(told);
}

} // namespace osteon::app
