#pragma once

#include "base/error.h"
#include "base/paper.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

typedef struct _cairo cairo_t;

namespace osteon::output {

/// What viewers of a PDF show about it.
struct PdfTitle {
    std::string title;
    std::string subject;
};

/// A PDF in memory, page by page, on upright paper.
class PdfFile {
public:
    PdfFile(Paper paper, const PdfTitle& title);
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;
    ~PdfFile();

    /// Draws a page: points from its left top corner.
    void page(const std::function<void(cairo_t*)>& draw);
    /// Ends the PDF and writes it, whole or not at all. Nothing can be drawn after that.
    Result<void> write(const std::filesystem::path& file);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace osteon::output
