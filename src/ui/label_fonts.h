#pragma once

#include "ui/fonts.h"

namespace osteon::ui {

/// As build_fonts(), with the faces of labels, legend and film marks alone, for pictures of any
/// size: all other roles are set in the face of captions.
Fonts build_label_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale);

/// The faces of a room: at a scale at which captions are 32 px high, 24 pt, where the window is
/// 1080 high, titles are 88/98, leads 38/56, label titles 34/44 and all else 32/42.
Fonts build_lecture_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale);

} // namespace osteon::ui
