#include "output/tour_pdf.h"

#include "output/galley.h"
#include "output/page_frame.h"
#include "output/pdf_date.h"
#include "output/pdf_file.h"
#include "output/pdf_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace osteon::output {
namespace {

using knowledge::Block;
using knowledge::BlockKind;
using knowledge::TourStop;

/// Sizes of the text, in points, the best first: a stop takes the largest that leaves it on one
/// page.
constexpr std::array c_body_sizes = {11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0};

/// Text as Markdown reads it; as it stands where that is refused.
std::vector<Block> blocks_of(const std::string& text) {
    const auto document = knowledge::parse_document(text, "", 1);
    if (document) {
        return document->blocks;
    }
    Block plain;
    plain.spans.push_back({.text = text, .target = {}});
    return {plain};
}

void set_blocks(const std::string& text, PageText role, Galley& galley, PdfText& words) {
    for (const Block& block : blocks_of(text)) {
        if (block.kind == BlockKind::list_item) {
            const std::string mark =
                block.number > 0 ? fmt::format("{}.", block.number) : std::string("•");
            galley.item(mark, words.markup(block.spans), role, block.level);
        } else if (!block.spans.empty()) {
            galley.text(role, words.markup(block.spans), 0.4);
        }
    }
}

/// The page of a stop in one size.
Galley set_stop(const knowledge::Tour& tour, std::size_t index, const render::Image& picture,
                const knowledge::Knowledge& known, double width, double body_size) {
    const knowledge::Language& language = known.language;
    const TourStop& stop = tour.stops[index];
    PdfText words(known);
    Galley galley(width, body_size, language.id);
    galley.text(PageText::small,
                escape_markup(tour.title + " · " +
                              language.tr("Stop {} of {}", index + 1, tour.stops.size())),
                0.0);
    galley.text(PageText::title, escape_markup(stop.title), 0.1);
    if (!picture.pixels.empty()) {
        galley.picture(picture, width, 0.6);
    }
    set_blocks(stop.text, PageText::lead, galley, words);
    if (!stop.notes.empty()) {
        galley.text(PageText::heading, escape_markup(language.tr("Notes")), 0.9);
        set_blocks(stop.notes, PageText::body, galley, words);
    }
    if (!words.cited().empty()) {
        galley.text(PageText::subheading, escape_markup(language.tr("Sources")), 1.0);
        int number = 0;
        for (const knowledge::Reference* const source : words.cited()) {
            galley.item(fmt::format("{}.", ++number), source_line(*source, language),
                        PageText::small);
        }
    }
    return galley;
}

std::string foot_of(const TourPdf& form, const knowledge::Language& words) {
    return words.tr("Made with Osteon on {}.", printed_date(form.date, words)) + " " +
           words.tr("For teaching. It informs and does not diagnose.");
}

} // namespace

Result<void> write_tour_pdf(const knowledge::Tour& tour, std::span<const render::Image> pictures,
                            const TourPdf& form, const knowledge::Knowledge& known,
                            const std::filesystem::path& file) {
    const PageFrame frame = page_frame(form.paper);
    const std::size_t stops = std::min(tour.stops.size(), pictures.size());
    std::vector<Galley> galleys;
    for (std::size_t index = 0; index < stops; ++index) {
        for (const double body_size : c_body_sizes) {
            Galley galley = set_stop(tour, index, pictures[index], known, frame.width, body_size);
            if (galley.height() <= frame.height || body_size == c_body_sizes.back()) {
                galleys.push_back(std::move(galley));
                break;
            }
        }
    }
    std::vector<FlowedPage> pages; // more than one of a stop only where notes are very long
    for (const Galley& galley : galleys) {
        std::ranges::move(flow(galley.strips(), frame.height), std::back_inserter(pages));
    }
    const std::string told = foot_of(form, known.language);
    PdfFile pdf(form.paper, {tour.title, tour.summary});
    for (std::size_t i = 0; i < pages.size(); ++i) {
        pdf.page([&](cairo_t* page) {
            draw_page(page, pages[i], frame.left, frame.top, frame.width);
            draw_foot(page, form.paper, told, known.language, i + 1, pages.size());
        });
    }
    return pdf.write(file);
}

} // namespace osteon::output
