#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "knowledge/knowledge.h"
#include "render/renderer.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace osteon::output {

/// The content in one language, with the bones' names in it.
struct ExportLanguage {
    const anatomy::Registry& registry;
    const knowledge::Knowledge& knowledge;
};

/// A picture that a page of the export shows: a site, the pattern of a primary, or what a text
/// describes.
struct ExportPicture {
    std::string site;
    std::string primary;
    const knowledge::LivePicture* live = nullptr;
};

struct HtmlExport {
    std::vector<ExportLanguage> languages; ///< the first stands at the root; never empty
    std::filesystem::path style;           ///< the style sheet
    /// Draws a picture; empty: pages tell in words what their picture would show.
    std::function<Result<render::Image>(const ExportPicture&)> draw;
};

struct HtmlReport {
    std::size_t pages = 0;
    std::size_t pictures = 0;
};

/// Writes the whole content as a site of plain pages into a new or empty folder, or in the place of
/// an earlier export, whole or not at all.
Result<HtmlReport> export_html(const std::filesystem::path& folder, const HtmlExport& what,
                               const Progress& progress);

} // namespace osteon::output
