#include "ui/fonts.h"

#include "ui/font_cache.h"
#include "ui/freetype_face.h"
#include "ui/label_fonts.h"

#include FT_ADVANCES_H
#include <imgui_freetype.h>

#include <cmath>
#include <string>
#include <vector>

namespace osteon::ui {

namespace {

/// Which letters a face holds. Building a glyph costs about 15 µs, so that each face holds what its
/// texts need: headings and labels are English, names and references of all Europe stand in running
/// text.
enum class Letters { western, european, wide };

struct RoleSpec {
    float size; ///< em, px at 100 %
    float line;
    FontStyle style;
    Letters letters = Letters::western;
};

constexpr std::array<RoleSpec, text_role_count> role_specs{{
    {30.0F, 38.0F, FontStyle::display},                   // title
    {30.0F, 40.0F, FontStyle::display},                   // big_number
    {20.0F, 28.0F, FontStyle::semibold},                  // section
    {16.0F, 24.0F, FontStyle::semibold},                  // card_title
    {17.0F, 27.0F, FontStyle::regular},                   // lead
    {16.0F, 24.0F, FontStyle::regular, Letters::wide},    // body
    {16.0F, 24.0F, FontStyle::semibold},                  // body_strong
    {16.0F, 24.0F, FontStyle::italic},                    // body_italic
    {15.0F, 20.0F, FontStyle::semibold},                  // label_title
    {15.0F, 20.0F, FontStyle::medium, Letters::european}, // button
    {14.0F, 20.0F, FontStyle::regular, Letters::wide},    // secondary
    {14.0F, 20.0F, FontStyle::semibold},                  // secondary_strong
    {14.0F, 20.0F, FontStyle::italic},                    // latin
    {13.0F, 18.0F, FontStyle::regular, Letters::wide},    // caption
    {13.0F, 18.0F, FontStyle::medium},                    // caption_strong
    {13.0F, 18.0F, FontStyle::italic},                    // caption_italic
    {12.0F, 14.0F, FontStyle::medium},                    // rail_label
    {22.0F, 30.0F, FontStyle::regular},                   // query
}};

/// A role at the bedside: the four sizes that the look gives it, in the style and with the letters
/// that the role has at a desk.
RoleSpec drawn_at_bedside(TextRole role) {
    RoleSpec spec = role_specs[static_cast<std::size_t>(role)];
    const auto set = [&](float size, float line, FontStyle style) {
        spec.size = size;
        spec.line = line;
        spec.style = style;
    };
    switch (role) {
    case TextRole::title:
    case TextRole::big_number:
        set(32.0F, 40.0F, FontStyle::display);
        break;
    case TextRole::section:
        set(24.0F, 32.0F, FontStyle::semibold);
        break;
    case TextRole::query:
        set(24.0F, 32.0F, spec.style);
        break;
    case TextRole::card_title:
    case TextRole::label_title:
    case TextRole::button:
        set(20.0F, 26.0F, FontStyle::semibold);
        break;
    case TextRole::lead:
    case TextRole::body:
    case TextRole::body_strong:
    case TextRole::body_italic:
        set(21.0F, 33.0F, spec.style);
        break;
    case TextRole::rail_label:
        set(17.0F, 24.0F, FontStyle::semibold);
        break;
    case TextRole::secondary:
    case TextRole::secondary_strong:
    case TextRole::latin:
    case TextRole::caption:
    case TextRole::caption_strong:
    case TextRole::caption_italic:
        set(17.0F, 24.0F, spec.style);
        break;
    }
    return spec;
}

// Spaces, dashes, quotes, arrows and signs are in all of them.
constexpr std::array<ImWchar, 21> western_letters{
    0x20,   0x7E,   0xA0,   0xFF,   0x2009, 0x200A, 0x2010, 0x2014, 0x2018, 0x201E, 0x2022,
    0x2026, 0x202F, 0x202F, 0x2190, 0x2193, 0x2212, 0x2212, 0x2264, 0x2265, 0};
constexpr std::array<ImWchar, 25> european_letters{
    0x20,   0x7E,   0xA0,   0x17F,  0x2009, 0x200A, 0x2010, 0x2014, 0x2018,
    0x201E, 0x2020, 0x2026, 0x202F, 0x202F, 0x2030, 0x2033, 0x20AC, 0x20AC,
    0x2190, 0x2193, 0x2212, 0x2212, 0x2264, 0x2265, 0};
constexpr std::array<ImWchar, 37> wide_letters{
    0x20,   0x7E,   0xA0,   0x17F,  0x391,  0x3C9,  0x400,  0x45F,  0x2002, 0x200A,
    0x2010, 0x201E, 0x2020, 0x2026, 0x202F, 0x202F, 0x2030, 0x2033, 0x2070, 0x2079,
    0x2080, 0x2089, 0x20AC, 0x20AC, 0x2122, 0x2122, 0x2190, 0x2193, 0x2212, 0x2212,
    0x2248, 0x2248, 0x2264, 0x2265, 0x25CB, 0x25CF, 0};

const ImWchar* ranges_of(Letters letters) {
    switch (letters) {
    case Letters::wide:
        return wide_letters.data();
    case Letters::european:
        return european_letters.data();
    case Letters::western:
        break;
    }
    return western_letters.data();
}

/// The file of a style, or the family's regular face.
const FontFiles::File& file_of(const FontFiles& files, FontStyle style) {
    const auto found = files.files.find(style);
    return found != files.files.end() ? found->second : files.files.at(FontStyle::regular);
}

/// FreeType hands ImGui advances rounded up to whole pixels, which spaces small text too wide. This
/// puts the true ones in their place.
void set_true_advances(ImFont& font, FT_Library library, const std::string& bytes, float height) {
    const OpenFace face = open_face(library, bytes);
    if (!face) {
        return;
    }
    FT_Size_RequestRec request{};
    request.type = FT_SIZE_REQUEST_TYPE_REAL_DIM;
    request.height = static_cast<FT_Long>(height) * 64;
    FT_Request_Size(face.get(), &request);
    for (ImFontGlyph& glyph : font.Glyphs) {
        const FT_UInt index = FT_Get_Char_Index(face.get(), glyph.Codepoint);
        FT_Fixed advance = 0;
        if (index != 0 && FT_Get_Advance(face.get(), index, FT_LOAD_NO_HINTING, &advance) == 0) {
            glyph.AdvanceX = static_cast<float>(advance) / 65536.0F;
        }
    }
    font.BuildLookupTable();
}

/// Adds faces to an atlas, each style and size once.
class FaceAdder {
public:
    FaceAdder(ImFontAtlas& atlas, const FontFiles& files)
        : atlas_(atlas)
        , files_(files) {}

    Face add(const RoleSpec& spec, float scale) {
        const float line = std::round(spec.line * scale);
        if (files_.files.empty()) {
            return {default_font(scale), line};
        }
        const FontFiles::File& file = file_of(files_, spec.style);
        const float height = std::max(8.0F, std::round(spec.size * scale * file.height_per_em));
        for (const Added& face : added_) {
            if (face.file == &file && face.height == height && face.letters == spec.letters) {
                return {face.font, line};
            }
        }
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        config.OversampleH = 1;
        // ImGui takes the bytes as mutable, and leaves them alone unless it owns them.
        auto* const bytes = const_cast<char*>(file.bytes.data());
        ImFont* const font = atlas_.AddFontFromMemoryTTF(bytes, static_cast<int>(file.bytes.size()),
                                                         height, &config, ranges_of(spec.letters));
        added_.push_back({&file, height, spec.letters, font});
        return {font, line};
    }

    void build(const FontCache& cache) {
        const bool keeps = cache && !files_.files.empty();
        const std::string key = keeps ? atlas_key(atlas_, states()) : std::string();
        if (keeps && read_atlas(*cache, key, atlas_)) {
            return;
        }
        atlas_.Build();
        const FreeType library = open_freetype();
        for (const Added& face : added_) {
            set_true_advances(*face.font, library.get(), face.file->bytes, face.height);
        }
        if (keeps) {
            write_atlas(*cache, key, atlas_);
        }
    }

private:
    struct Added {
        const FontFiles::File* file;
        float height;
        Letters letters;
        ImFont* font;
    };

    std::string states() const {
        std::string text;
        for (const Added& face : added_) {
            text += face.file->state + '\n';
        }
        return text;
    }

    ImFont* default_font(float scale) {
        if (default_ == nullptr) {
            ImFontConfig config;
            config.SizePixels = std::round(13.0F * scale);
            default_ = atlas_.AddFontDefault(&config);
        }
        return default_;
    }

    ImFontAtlas& atlas_;
    const FontFiles& files_;
    std::vector<Added> added_;
    ImFont* default_ = nullptr;
};

void clear(ImFontAtlas& atlas) {
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
}

} // namespace

Fonts build_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale, float text_size,
                  const FontCache& cache) {
    clear(atlas);
    FaceAdder adder(atlas, files);
    Fonts fonts;
    // The first face added is the one that ImGui's own widgets use.
    adder.add(role_specs[static_cast<std::size_t>(TextRole::body)], scale);
    for (std::size_t role = 0; role < text_role_count; ++role) {
        fonts.interface_faces[role] = adder.add(role_specs[role], scale);
        fonts.reading_faces[role] = adder.add(role_specs[role], scale * text_size);
    }
    adder.build(cache);
    return fonts;
}

Fonts build_bedside_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale, float text_size,
                          float measure) {
    clear(atlas);
    FaceAdder adder(atlas, files);
    Fonts fonts;
    const auto spec_of = [measure](TextRole role) {
        RoleSpec spec = drawn_at_bedside(role);
        spec.size = std::max(spec.size * measure, c_bedside_least);
        spec.line = std::max(spec.line * measure, spec.size + 4.0F);
        return spec;
    };
    adder.add(spec_of(TextRole::body), scale); // what ImGui's own widgets use
    for (std::size_t role = 0; role < text_role_count; ++role) {
        const RoleSpec spec = spec_of(static_cast<TextRole>(role));
        fonts.interface_faces[role] = adder.add(spec, scale);
        fonts.reading_faces[role] = adder.add(spec, scale * std::max(text_size, 1.0F));
    }
    adder.build({});
    return fonts;
}

Fonts build_lecture_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale) {
    clear(atlas);
    FaceAdder adder(atlas, files);
    // Sizes for a window 1080 high, where captions of 13 px are set in 32.
    const float unit = scale * 13.0F / 32.0F;
    Fonts fonts;
    fonts.interface_faces.fill(adder.add({32.0F, 42.0F, FontStyle::regular, Letters::wide}, unit));
    const auto set = [&](TextRole role, const RoleSpec& spec) {
        fonts.interface_faces[static_cast<std::size_t>(role)] = adder.add(spec, unit);
    };
    set(TextRole::title, {88.0F, 98.0F, FontStyle::display});
    set(TextRole::section, {52.0F, 60.0F, FontStyle::display});
    set(TextRole::lead, {38.0F, 56.0F, FontStyle::regular, Letters::wide});
    set(TextRole::label_title, {34.0F, 44.0F, FontStyle::semibold});
    set(TextRole::caption_strong, {32.0F, 42.0F, FontStyle::medium});
    fonts.reading_faces = fonts.interface_faces;
    adder.build({});
    return fonts;
}

Fonts build_label_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale) {
    clear(atlas);
    FaceAdder adder(atlas, files);
    const auto face = [&](TextRole role) {
        return adder.add(role_specs[static_cast<std::size_t>(role)], scale);
    };
    Fonts fonts;
    fonts.interface_faces.fill(face(TextRole::caption));
    for (const TextRole role :
         {TextRole::label_title, TextRole::caption_strong, TextRole::section}) {
        fonts.interface_faces[static_cast<std::size_t>(role)] = face(role);
    }
    fonts.reading_faces = fonts.interface_faces;
    adder.build({});
    return fonts;
}

} // namespace osteon::ui
