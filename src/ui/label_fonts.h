#pragma once

#include "ui/fonts.h"

namespace osteon::ui {

/// As build_fonts(), with the faces of labels, legend and film marks alone, for pictures of any
/// size: all other roles are set in the face of captions.
Fonts build_label_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale);

} // namespace osteon::ui
