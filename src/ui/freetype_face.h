#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>
#include <string>
#include <type_traits>

namespace osteon::ui {

struct LibraryCloser {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FaceCloser {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
/// FreeType, and a face that it has open; null where that failed.
using FreeType = std::unique_ptr<std::remove_pointer_t<FT_Library>, LibraryCloser>;
using OpenFace = std::unique_ptr<std::remove_pointer_t<FT_Face>, FaceCloser>;

inline FreeType open_freetype() {
    FT_Library library = nullptr;
    FT_Init_FreeType(&library);
    return FreeType(library);
}

/// The face of a font file that is in memory, which must outlive it.
inline OpenFace open_face(FT_Library library, const std::string& bytes) {
    FT_Face face = nullptr;
    FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                       static_cast<FT_Long>(bytes.size()), 0, &face);
    return OpenFace(face);
}

} // namespace osteon::ui
