#include "base/files.h"
#include "base/paths.h"
#include "ui/fonts.h"
#include "ui/freetype_face.h"

#include <fmt/format.h>

#include <cstdlib>
#include <system_error>

namespace osteon::ui {

namespace {

namespace fs = std::filesystem;

struct FaceFile {
    FontStyle style;
    const char* name;
};
constexpr std::array<FaceFile, 5> inter_files{{{FontStyle::regular, "Inter-Regular.otf"},
                                               {FontStyle::medium, "Inter-Medium.otf"},
                                               {FontStyle::semibold, "Inter-SemiBold.otf"},
                                               {FontStyle::italic, "Inter-Italic.otf"},
                                               {FontStyle::display, "InterDisplay-SemiBold.otf"}}};
constexpr std::array<FaceFile, 5> dejavu_files{{{FontStyle::regular, "DejaVuSans.ttf"},
                                                {FontStyle::medium, "DejaVuSans.ttf"},
                                                {FontStyle::semibold, "DejaVuSans-Bold.ttf"},
                                                {FontStyle::italic, "DejaVuSans-Oblique.ttf"},
                                                {FontStyle::display, "DejaVuSans-Bold.ttf"}}};

std::vector<fs::path> font_folders() {
    std::vector<fs::path> roots;
    if (const auto assets = shipped_folder("assets")) {
        roots.push_back(*assets / "fonts");
    }
    if (const char* home = std::getenv("HOME")) {
        roots.push_back(fs::path(home) / ".local/share/fonts");
    }
    roots.emplace_back("/usr/local/share/fonts");
    roots.emplace_back("/usr/share/fonts");
    std::vector<fs::path> folders;
    for (const fs::path& root : roots) {
        for (const char* part :
             {"", "opentype/inter", "truetype/inter", "inter", "truetype/dejavu", "dejavu"}) {
            folders.push_back(root / part);
        }
    }
    return folders;
}

std::string state_of(const fs::path& file) {
    std::error_code ignored;
    return fmt::format("{}|{}|{}", file.string(), fs::file_size(file, ignored),
                       fs::last_write_time(file, ignored).time_since_epoch().count());
}

std::optional<FontFiles::File> read_face(FT_Library library, const std::vector<fs::path>& folders,
                                         const char* name) {
    for (const fs::path& folder : folders) {
        std::error_code error;
        if (!fs::is_regular_file(folder / name, error)) {
            continue;
        }
        auto bytes = read_file(folder / name, 64U << 20U);
        if (!bytes) {
            continue;
        }
        const OpenFace face = open_face(library, *bytes);
        if (face && face->units_per_EM > 0) {
            const auto height = static_cast<float>(face->ascender - face->descender);
            return FontFiles::File{std::move(*bytes), state_of(folder / name),
                                   height / static_cast<float>(face->units_per_EM)};
        }
    }
    return std::nullopt;
}

std::map<FontStyle, FontFiles::File> read_family(const std::vector<fs::path>& folders,
                                                 const std::array<FaceFile, 5>& names) {
    const FreeType library = open_freetype();
    std::map<FontStyle, FontFiles::File> files;
    for (const FaceFile& wanted : names) {
        if (auto file = read_face(library.get(), folders, wanted.name)) {
            files.emplace(wanted.style, std::move(*file));
        }
    }
    return files;
}

} // namespace

FontFiles find_font_files() {
    return find_font_files(font_folders());
}

FontFiles find_font_files(const std::vector<fs::path>& folders) {
    FontFiles found{read_family(folders, inter_files), {}};
    if (found.files.contains(FontStyle::regular)) {
        return found;
    }
    found.files = read_family(folders, dejavu_files);
    if (!found.files.contains(FontStyle::regular)) {
        found.files.clear();
    }
    found.warning =
        "The typeface Inter is not installed, so the words look different from how they "
        "were meant. Install the package fonts-inter";
    return found;
}

} // namespace osteon::ui
