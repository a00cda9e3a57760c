#pragma once

#include "ui/fonts.h"

namespace osteon::ui {

/// As build_fonts(), with the faces of labels, legend and film marks alone, for pictures of any
/// size: all other roles are set in the face of captions.
Fonts build_label_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale);

/// The faces of a room: at a scale at which captions are 32 px high, 24 pt, where the window is
/// 1080 high, titles are 88/98, leads 38/56, label titles 34/44 and all else 32/42.
Fonts build_lecture_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale);

/// The least size of a letter at the bedside, em, px at 100 %, and the measure of small windows.
inline constexpr float c_bedside_least = 16.0F;
inline constexpr float c_small_bedside = 0.76F;

/// The faces of the bedside: title, text, button, small 32/40, 21/33, 20/26, 17/24 times `measure`,
/// none under 16 px. The reading faces grow with the text size and never shrink.
Fonts build_bedside_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale, float text_size,
                          float measure = 1.0F);

} // namespace osteon::ui
