#include "ui/font_cache.h"

#include "anatomy/model_bytes.h"
#include "base/files.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <fmt/format.h>
#include <imgui_internal.h>
#include <spdlog/spdlog.h>

#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace osteon::ui {

namespace {

using anatomy::ByteReader;
using anatomy::ByteWriter;

constexpr std::string_view magic = "OSTEON-F";
/// To be raised with every change of the file or of how faces are built.
constexpr std::uint32_t version = 1;
constexpr int widest = 16384; ///< pixels; no atlas is wider or higher

/// FNV-1a (Fowler, Noll, Vo) over words of eight bytes: enough to notice damage.
std::uint64_t checksum(std::span<const std::byte> bytes) {
    std::uint64_t sum = 0xCBF29CE484222325U;
    for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
        sum = (sum ^ word) * 0x100000001B3U;
    }
    return sum;
}

/// A face as it was built.
struct StoredFace {
    float ascent = 0.0F;
    float descent = 0.0F;
    std::span<const std::byte> glyphs;
};

/// What a file holds, still in its bytes.
struct StoredAtlas {
    int width = 0;
    int height = 0;
    std::vector<std::array<std::uint16_t, 2>> rects; ///< places of the atlas's own pictures
    std::vector<StoredFace> faces;
    std::span<const std::byte> pixels;
};

StoredAtlas get_atlas(ByteReader& reader) {
    StoredAtlas stored;
    stored.width = reader.get<std::int32_t>();
    stored.height = reader.get<std::int32_t>();
    const auto rects = reader.get<std::uint32_t>();
    for (std::uint32_t i = 0; i < rects && reader.good(); ++i) {
        stored.rects.push_back(reader.get<std::array<std::uint16_t, 2>>());
    }
    const auto faces = reader.get<std::uint32_t>();
    for (std::uint32_t i = 0; i < faces && reader.good(); ++i) {
        StoredFace face;
        face.ascent = reader.get<float>();
        face.descent = reader.get<float>();
        face.glyphs = reader.take(std::size_t{reader.get<std::uint32_t>()} * sizeof(ImFontGlyph));
        stored.faces.push_back(face);
    }
    if (stored.width > 0 && stored.height > 0 && stored.width <= widest &&
        stored.height <= widest) {
        stored.pixels = reader.take(static_cast<std::size_t>(stored.width) *
                                    static_cast<std::size_t>(stored.height));
    }
    return stored;
}

/// Does the file hold what the atlas asks for?
bool fits(const StoredAtlas& stored, const ImFontAtlas& atlas) {
    return !stored.pixels.empty() &&
           stored.rects.size() == static_cast<std::size_t>(atlas.CustomRects.Size) &&
           stored.faces.size() == static_cast<std::size_t>(atlas.ConfigData.Size);
}

void put_pixels(ImFontAtlas& atlas, const StoredAtlas& stored) {
    atlas.TexID = nullptr;
    atlas.TexWidth = stored.width;
    atlas.TexHeight = stored.height;
    atlas.TexUvScale = {1.0F / static_cast<float>(stored.width),
                        1.0F / static_cast<float>(stored.height)};
    // ImGui frees them with the atlas.
    atlas.TexPixelsAlpha8 = static_cast<unsigned char*>(ImGui::MemAlloc(stored.pixels.size()));
    std::memcpy(atlas.TexPixelsAlpha8, stored.pixels.data(), stored.pixels.size());
    for (int i = 0; i < atlas.CustomRects.Size; ++i) {
        const auto& place = stored.rects[static_cast<std::size_t>(i)];
        atlas.CustomRects[i].X = place[0];
        atlas.CustomRects[i].Y = place[1];
    }
}

void put_face(ImFontAtlas& atlas, ImFontConfig& config, const StoredFace& stored) {
    ImFont& font = *config.DstFont;
    ImFontAtlasBuildSetupFont(&atlas, &font, &config, stored.ascent, stored.descent);
    font.Glyphs.resize(static_cast<int>(stored.glyphs.size() / sizeof(ImFontGlyph)));
    std::memcpy(font.Glyphs.Data, stored.glyphs.data(), stored.glyphs.size());
    font.DirtyLookupTables = true;
}

} // namespace

std::string atlas_key(const ImFontAtlas& atlas, const std::string& files) {
    std::string key = fmt::format("ImGui {} FreeType {}.{}.{} {}\n", IMGUI_VERSION_NUM,
                                  FREETYPE_MAJOR, FREETYPE_MINOR, FREETYPE_PATCH, files);
    for (const ImFontConfig& config : atlas.ConfigData) {
        key += fmt::format("{} {}", config.SizePixels, config.FontDataSize);
        for (const ImWchar* letter = config.GlyphRanges; letter != nullptr && *letter != 0;
             ++letter) {
            key += fmt::format(" {:x}", static_cast<unsigned>(*letter));
        }
        key += '\n';
    }
    return key;
}

bool read_atlas(const std::filesystem::path& file, const std::string& key, ImFontAtlas& atlas) {
    const auto mapped = map_file(file);
    if (!mapped) {
        return false;
    }
    ByteReader reader(mapped->bytes);
    const auto begins = reader.take(magic.size());
    if (!reader.good() || std::memcmp(begins.data(), magic.data(), magic.size()) != 0 ||
        reader.get<std::uint32_t>() != version) {
        return false;
    }
    const auto sum = reader.get<std::uint64_t>();
    const std::size_t header = magic.size() + sizeof version + sizeof sum;
    if (!reader.good() || checksum(mapped->bytes.subspan(header)) != sum || reader.text() != key) {
        return false;
    }
    ImFontAtlasBuildInit(&atlas);
    const StoredAtlas stored = get_atlas(reader);
    if (!reader.at_end() || !fits(stored, atlas)) {
        return false;
    }
    put_pixels(atlas, stored);
    for (int i = 0; i < atlas.ConfigData.Size; ++i) {
        put_face(atlas, atlas.ConfigData[i], stored.faces[static_cast<std::size_t>(i)]);
    }
    ImFontAtlasBuildFinish(&atlas);
    return true;
}

void write_atlas(const std::filesystem::path& file, const std::string& key,
                 const ImFontAtlas& atlas) {
    ByteWriter body;
    body.put(std::string_view(key));
    body.put(std::int32_t{atlas.TexWidth});
    body.put(std::int32_t{atlas.TexHeight});
    body.put(static_cast<std::uint32_t>(atlas.CustomRects.Size));
    for (const ImFontAtlasCustomRect& rect : atlas.CustomRects) {
        body.put(std::array<std::uint16_t, 2>{rect.X, rect.Y});
    }
    body.put(static_cast<std::uint32_t>(atlas.ConfigData.Size));
    for (const ImFontConfig& config : atlas.ConfigData) {
        const ImFont& font = *config.DstFont;
        body.put(font.Ascent);
        body.put(font.Descent);
        body.put(static_cast<std::uint32_t>(font.Glyphs.Size));
        body.append(
            std::as_bytes(std::span(font.Glyphs.Data, static_cast<std::size_t>(font.Glyphs.Size))));
    }
    body.append(std::as_bytes(
        std::span(atlas.TexPixelsAlpha8, static_cast<std::size_t>(atlas.TexWidth) *
                                             static_cast<std::size_t>(atlas.TexHeight))));
    ByteWriter whole;
    whole.append(std::as_bytes(std::span(magic)));
    whole.put(version);
    whole.put(checksum(body.bytes()));
    whole.append(body.bytes());
    if (const auto written = write_file_atomically(file, whole.bytes()); !written) {
        spdlog::info("The letters are not kept: {}", describe(written.error()));
    }
}

} // namespace osteon::ui
