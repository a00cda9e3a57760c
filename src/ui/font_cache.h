#pragma once

#include <imgui.h>

#include <filesystem>
#include <string>

namespace osteon::ui {

/// What a built atlas depends on, as text: the libraries that draw the letters, and the size and
/// letters of each face added to it. `files` names the font files and their state.
std::string atlas_key(const ImFontAtlas& atlas, const std::string& files);

/// Fills an atlas, whose faces were added but not built, from a file that write_atlas() wrote.
/// False where there is none for this key, or a damaged one; the atlas is to be built then.
bool read_atlas(const std::filesystem::path& file, const std::string& key, ImFontAtlas& atlas);

/// Keeps a built atlas for the next start. Failing to is no error.
void write_atlas(const std::filesystem::path& file, const std::string& key,
                 const ImFontAtlas& atlas);

} // namespace osteon::ui
