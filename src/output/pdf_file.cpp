#include "output/pdf_file.h"

#include "base/files.h"

#include <cairo-pdf.h>

namespace osteon::output {
namespace {

cairo_status_t keep(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

struct PdfFile::Parts {
    std::string bytes; ///< outlives the surface, which writes into it
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface;
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> page{nullptr, cairo_destroy};

    explicit Parts(PaperSize size)
        : surface(cairo_pdf_surface_create_for_stream(keep, &bytes, size.width, size.height),
                  cairo_surface_destroy) {
        page.reset(cairo_create(surface.get()));
    }
};

PdfFile::PdfFile(Paper paper, const PdfTitle& title)
    : parts_(std::make_unique<Parts>(size_of(paper))) {
    cairo_surface_t* const surface = parts_->surface.get();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, title.subject.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Osteon");
}

PdfFile::~PdfFile() = default;

void PdfFile::page(const std::function<void(cairo_t*)>& draw) {
    cairo_save(parts_->page.get());
    draw(parts_->page.get());
    cairo_restore(parts_->page.get());
    cairo_show_page(parts_->page.get());
}

Result<void> PdfFile::write(const std::filesystem::path& file) {
    cairo_surface_finish(parts_->surface.get());
    const cairo_status_t drawn = cairo_status(parts_->page.get());
    const cairo_status_t ended = cairo_surface_status(parts_->surface.get());
    const cairo_status_t status = drawn != CAIRO_STATUS_SUCCESS ? drawn : ended;
    if (status != CAIRO_STATUS_SUCCESS) {
        return fail({Fault::machine, file.string(), "",
                     std::string("the pages could not be drawn: ") + cairo_status_to_string(status),
                     "Close other programs, and try again"});
    }
    return write_file_atomically(file, parts_->bytes);
}

} // namespace osteon::output
