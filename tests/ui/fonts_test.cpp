#include "ui/fonts.h"
#include "ui/label_fonts.h"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <array>
#include <cfloat>
#include <cstring>
#include <filesystem>

namespace osteon::ui {
namespace {

/// An atlas with the faces of one scale.
struct Built {
    ImFontAtlas atlas;
    Fonts fonts;
    Built(const FontFiles& files, float scale, float text_size)
        : fonts(build_fonts(atlas, files, scale, text_size)) {}
};

constexpr std::array<TextRole, 3> running_text{TextRole::body, TextRole::secondary,
                                               TextRole::caption};

TEST_CASE("nothing in a room is set smaller than 24 pt, which is 32 px where it is 1080 high") {
    const FontFiles files = find_font_files();
    ImFontAtlas atlas;
    const Fonts fonts = build_lecture_fonts(atlas, files, 32.0F / 13.0F);
    for (std::size_t role = 0; role < text_role_count; ++role) {
        CAPTURE(role);
        CHECK(fonts.interface_faces[role].font->FontSize >= 32.0F);
        CHECK(fonts.interface_faces[role].line_height >= 42.0F);
    }
    CHECK(fonts.face(TextRole::title).line_height == doctest::Approx(98.0F));
    CHECK(fonts.face(TextRole::lead).line_height == doctest::Approx(56.0F));
}

TEST_CASE("every role has a face, and lines have room for it") {
    const FontFiles files = find_font_files();
    const Built built(files, 1.0F, 1.0F);
    for (std::size_t role = 0; role < text_role_count; ++role) {
        CAPTURE(role);
        const Face& face = built.fonts.face(static_cast<TextRole>(role));
        REQUIRE(face.font != nullptr);
        CHECK(face.line_height >= face.font->FontSize * 0.9F);
    }
}

TEST_CASE("at the bedside no text is smaller than 16 px, not even where reading is set small") {
    const FontFiles files = find_font_files();
    if (!files.warning.empty()) {
        MESSAGE("skipped: Inter is not installed");
        return;
    }
    for (const float measure : {1.0F, c_small_bedside}) {
        ImFontAtlas atlas;
        const Fonts fonts = build_bedside_fonts(atlas, files, 1.0F, 0.8F, measure);
        for (std::size_t role = 0; role < text_role_count; ++role) {
            CAPTURE(role);
            // FreeType sizes a face by its height, which in Inter is 1.21 of the em.
            CHECK(fonts.interface_faces[role].font->FontSize >= 19.0F);
            CHECK(fonts.reading_faces[role].font->FontSize >= 19.0F);
            CHECK(fonts.interface_faces[role].line_height >= 20.0F);
        }
    }
}

TEST_CASE("running text has the signs that figures and names need") {
    const FontFiles files = find_font_files();
    if (!files.warning.empty()) {
        MESSAGE("skipped: Inter is not installed");
        return;
    }
    const Built built(files, 1.0F, 1.0F);
    for (const TextRole role : running_text) {
        for (const int sign : {0x2013, 0x202F, 0x2265, 0x2264, 0x00B1, 0x00D7, 0x2192, 0x0161}) {
            CAPTURE(sign);
            CHECK(built.fonts.of(role)->FindGlyphNoFallback(static_cast<ImWchar>(sign)) != nullptr);
        }
    }
    CHECK(built.fonts.of(TextRole::body)->FindGlyphNoFallback(0x03B1) != nullptr);
    CHECK(built.fonts.of(TextRole::body)->FindGlyphNoFallback(0x0416) != nullptr);
}

/// Whether a face has a glyph of its own for each character of a text.
bool draws(const ImFont& font, const char* text) {
    while (*text != '\0') {
        unsigned int sign = 0;
        text += ImTextCharFromUtf8(&sign, text, nullptr);
        if (font.FindGlyphNoFallback(static_cast<ImWchar>(sign)) == nullptr) {
            return false;
        }
    }
    return true;
}

TEST_CASE("Latin, Greek and Cyrillic letters have glyphs where they are read") {
    const FontFiles files = find_font_files();
    if (!files.warning.empty()) {
        MESSAGE("skipped: Inter is not installed");
        return;
    }
    const Built built(files, 1.0F, 1.0F);
    for (std::size_t role = 0; role < text_role_count; ++role) {
        CAPTURE(role);
        const ImFont& font = *built.fonts.of(static_cast<TextRole>(role));
        CHECK(draws(font, "Knochen – ß ä ö ü Ä Ö Ü „so“ é ñ ç"));
    }
    for (const TextRole role : running_text) {
        CHECK(draws(*built.fonts.of(role), "Knochen – ß ä ö ü, Αα Ωω, Жж"));
    }
}

TEST_CASE("the text size changes what is read, not the interface") {
    const FontFiles files = find_font_files();
    const Built same(files, 1.0F, 1.0F);
    CHECK(same.fonts.of(TextRole::body) == same.fonts.reading(TextRole::body));
    const Built larger(files, 1.0F, 1.5F);
    CHECK(larger.fonts.face(TextRole::body).line_height == 24.0F);
    CHECK(larger.fonts.reading_face(TextRole::body).line_height == 36.0F);
}

/// A file of the test's own, gone with it.
struct CacheFile {
    std::filesystem::path path =
        std::filesystem::path(OSTEON_BINARY_DIR) / "fonts_test" / "letters.atlas";
    CacheFile() { std::filesystem::remove(path); }
    ~CacheFile() { std::filesystem::remove(path); }
};

TEST_CASE("letters that were kept look just as letters drawn anew") {
    const FontFiles files = find_font_files();
    if (files.files.empty()) {
        MESSAGE("skipped: no typeface is installed");
        return;
    }
    const CacheFile cache;
    ImFontAtlas drawn;
    build_fonts(drawn, files, 1.0F, 1.0F, cache.path);
    REQUIRE(std::filesystem::exists(cache.path));
    ImFontAtlas kept;
    build_fonts(kept, files, 1.0F, 1.0F, cache.path);
    REQUIRE(kept.TexWidth == drawn.TexWidth);
    REQUIRE(kept.TexHeight == drawn.TexHeight);
    CHECK(std::memcmp(kept.TexPixelsAlpha8, drawn.TexPixelsAlpha8,
                      static_cast<std::size_t>(drawn.TexWidth * drawn.TexHeight)) == 0);
    REQUIRE(kept.Fonts.Size == drawn.Fonts.Size);
    const char* const words = "Métastases osseuses — 12 ≥ 3\tend \xE2\x98\x83";
    for (int i = 0; i < kept.Fonts.Size; ++i) {
        CAPTURE(i);
        CHECK(kept.Fonts[i]->Ascent == drawn.Fonts[i]->Ascent);
        CHECK(kept.Fonts[i]->CalcTextSizeA(20.0F, FLT_MAX, 0.0F, words).x ==
              drawn.Fonts[i]->CalcTextSizeA(20.0F, FLT_MAX, 0.0F, words).x);
    }
}

TEST_CASE("letters kept for another size, or damaged, are drawn anew") {
    const FontFiles files = find_font_files();
    if (files.files.empty()) {
        MESSAGE("skipped: no typeface is installed");
        return;
    }
    const CacheFile cache;
    {
        ImFontAtlas atlas;
        build_fonts(atlas, files, 1.0F, 1.0F, cache.path);
    }
    ImFontAtlas larger;
    const Fonts fonts = build_fonts(larger, files, 1.5F, 1.0F, cache.path);
    CHECK(fonts.of(TextRole::body)->FontSize > 24.0F);
    const auto size = std::filesystem::file_size(cache.path);
    std::filesystem::resize_file(cache.path, size - 100);
    ImFontAtlas atlas;
    const Fonts again = build_fonts(atlas, files, 1.5F, 1.0F, cache.path);
    CHECK(again.of(TextRole::body)->FindGlyphNoFallback('a') != nullptr);
    CHECK(std::filesystem::file_size(cache.path) == size);
}

TEST_CASE("a machine without any typeface still gets letters, and a word about it") {
    const FontFiles files = find_font_files({"/nonexistent/fonts"});
    CHECK(files.files.empty());
    CHECK(files.warning.find("fonts-inter") != std::string::npos);
    const Built built(files, 1.0F, 1.0F);
    CHECK(built.fonts.of(TextRole::title) != nullptr);
}

} // namespace
} // namespace osteon::ui
