#pragma once

#include "base/error.h"

#include <imgui.h>

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace osteon::ui {

/// What a piece of text is for. Sizes are px at 100 %, size/line.
enum class TextRole {
    title,            ///< 30/38 Display 600
    big_number,       ///< 30/40 Display 600
    section,          ///< 20/28 600
    card_title,       ///< 16/24 600
    lead,             ///< 17/27 400, an article's first paragraph
    body,             ///< 16/24 400
    body_strong,      ///< 16/24 600
    body_italic,      ///< 16/24 italic
    label_title,      ///< 15/20 600
    button,           ///< 15/20 500; buttons and one-line rows
    secondary,        ///< 14/20 400
    secondary_strong, ///< 14/20 600
    latin,            ///< 14/20 italic
    caption,          ///< 13/18 400
    caption_strong,   ///< 13/18 500
    caption_italic,   ///< 13/18 italic
    rail_label,       ///< 12/14 500
    query,            ///< 22/30 400; what is typed into the command palette
};
inline constexpr std::size_t text_role_count = 18;

/// A face at the size of its role: what ImGui draws with, and the distance of its lines in pixels.
struct Face {
    ImFont* font = nullptr;
    float line_height = 0.0F;
};

/// The faces of the interface at the present scale, and those of the reading panel, which also
/// follow the text size. Where the text size is 1 they are the same.
struct Fonts {
    std::array<Face, text_role_count> interface_faces;
    std::array<Face, text_role_count> reading_faces;

    const Face& face(TextRole role) const {
        return interface_faces[static_cast<std::size_t>(role)];
    }
    ImFont* of(TextRole role) const { return face(role).font; }
    const Face& reading_face(TextRole role) const {
        return reading_faces[static_cast<std::size_t>(role)];
    }
    ImFont* reading(TextRole role) const { return reading_face(role).font; }
};

/// The font files, read once and kept in memory, by style.
enum class FontStyle { regular, medium, semibold, italic, display };
struct FontFiles {
    struct File {
        std::string bytes;
        std::string state;          ///< path, size and time of change
        float height_per_em = 1.0F; ///< ascent plus descent; FreeType sizes a face by this
    };
    std::map<FontStyle, File> files; ///< empty: only ImGui's own bitmap font is at hand
    std::string warning;             ///< which typeface is missing and what to install; else empty
};

/// Finds Inter, or DejaVu Sans where Inter is missing, in the system's font folders.
FontFiles find_font_files();
/// The same, in the given folders only.
FontFiles find_font_files(const std::vector<std::filesystem::path>& folders);

/// Where the built letters of the last start are kept; empty: nowhere.
using FontCache = std::optional<std::filesystem::path>;

/// Builds the atlas anew: every face at `scale`, the reading faces at `scale` times `text_size`.
/// Call between frames; the texture must be uploaded again afterwards. Where the file `cache` holds
/// just these letters they are taken from there; else they are drawn, and kept there.
Fonts build_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale, float text_size,
                  const FontCache& cache = {});

} // namespace osteon::ui
