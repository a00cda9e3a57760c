#include "base/files.h"
#include "knowledge/load.h"

#include <utf8proc.h>

#include <algorithm>
#include <system_error>

namespace osteon::knowledge {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = std::size_t{4} << 20; ///< far above any article

/// The offset of the first byte that is not UTF-8.
std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        utf8proc_int32_t code = 0;
        const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(&text[at]),
                                           static_cast<utf8proc_ssize_t>(text.size() - at), &code);
        if (size < 1 || code == 0) {
            return at;
        }
        at += static_cast<std::size_t>(size);
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> read_text(const ContentFile& file) {
    auto text = read_file(file.path, largest_file);
    if (!text) {
        file.fault(1, 1, "the file cannot be read: " + text.error().reason);
        return std::nullopt;
    }
    if (const auto invalid = find_invalid_utf8(*text)) {
        const auto begin = text->begin();
        const auto end = begin + static_cast<std::ptrdiff_t>(*invalid);
        const std::size_t line_start = text->rfind('\n', *invalid) + 1;
        file.fault(1 + static_cast<int>(std::count(begin, end, '\n')),
                   1 + static_cast<int>(*invalid - std::min(line_start, *invalid)),
                   "a byte that is no text; expected UTF-8");
        return std::nullopt;
    }
    return std::move(*text);
}

std::vector<fs::path> content_files(const fs::path& folder, Findings& findings) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const fs::path& path = entry->path();
        const bool text = path.extension() == ".md" || path.extension() == ".toml";
        if (text && entry->is_regular_file(error)) {
            files.push_back(path);
        } else {
            findings.faults.push_back(
                {path, 1, 1,
                 "this does not belong here; expected articles (.md) and tables (.toml)"});
        }
    }
    if (error) {
        findings.faults.push_back({folder, 1, 1, "the folder cannot be read: " + error.message()});
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace osteon::knowledge
