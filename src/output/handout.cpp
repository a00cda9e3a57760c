#include "output/handout.h"

#include "output/galley.h"
#include "output/handout_text.h"
#include "output/page_frame.h"
#include "output/pdf_date.h"
#include "output/pdf_file.h"
#include "output/pdf_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace osteon::output {
namespace {

using knowledge::Block;
using knowledge::BlockKind;
using knowledge::Language;

// Points.
constexpr double c_gap = 18.0; ///< between the picture and what stands beside it

/// Sizes of the text, the best first: a sheet of up to four pages takes the largest that fits.
constexpr std::array c_body_sizes = {12.0, 11.5, 11.0, 10.5, 10.0};
constexpr std::size_t c_most_pages = 4;
/// A last page with less than this share on it is worth a smaller size.
constexpr double c_least_filled = 0.12;
constexpr std::size_t c_most_beside = 8; ///< marks that find room beside the picture
constexpr int c_answer_rules = 2;
constexpr int c_own_questions = 2;

constexpr double c_picture_share = 0.5;  ///< of the width
constexpr double c_picture_height = 0.5; ///< at most, of the page
constexpr double c_beside_height = 0.7;  ///< of the page, for what stands beside it

/// Sets one sheet in one size.
class Sheet {
public:
    Sheet(const Handout& handout, const HandoutText& text, const knowledge::Knowledge& known,
          double body_size)
        : handout_(handout)
        , text_(text)
        , words_(known.language)
        , pdf_text_(known)
        , galley_(column_width(), body_size, words_.id) {
        head();
        show();
        place();
        cancer();
        help();
        warnings();
        questions();
        glossary();
        sources();
        closing();
    }

    std::vector<FlowedPage> pages() const {
        return flow(galley_.strips(), page_frame(handout_.paper).height);
    }
    double column_width() const { return page_frame(handout_.paper).width; }

private:
    std::string tr(const char* english) const { return escape_markup(words_.tr(english)); }

    void blocks(Galley& galley, const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (block.kind == BlockKind::list_item) {
                const std::string mark =
                    block.number > 0 ? fmt::format("{}.", block.number) : std::string("•");
                galley.item(mark, pdf_text_.markup(block.spans), PageText::body, block.level);
            } else if (block.kind == BlockKind::paragraph) {
                galley.text(PageText::body, pdf_text_.markup(block.spans), 0.35);
            }
        }
    }

    void sections(const std::vector<HandoutSection>& sections) {
        for (const HandoutSection& section : sections) {
            galley_.text(PageText::subheading, escape_markup(section.title), 0.8);
            blocks(galley_, section.blocks);
        }
    }

    void heading(const std::string& markup) { galley_.text(PageText::heading, markup, 1.6); }

    void warning_box(const Block& callout) {
        galley_.open_box(Ground::warning, 1.0);
        galley_.text(PageText::subheading, pdf_text_.markup(callout.spans), 0.0);
        blocks(galley_, callout.blocks);
        galley_.close_box();
    }

    void head() {
        galley_.text(PageText::small, tr("Sheet to take home"), 0.0);
        galley_.text(PageText::title, escape_markup(text_.title), 0.1);
        galley_.text(PageText::subtitle, escape_markup(text_.subtitle), 0.1);
        galley_.field(tr("Name"), 0.2);
    }

    std::string mark_line(const HandoutMark& mark) const {
        return escape_markup(mark.kind.empty() ? mark.bone : mark.bone + ": " + mark.kind);
    }

    void marked(Galley& galley) {
        galley.text(PageText::subheading, tr("Marked in the picture"), 0.6);
        for (const HandoutMark& mark : handout_.marks) {
            galley.item("•", mark_line(mark));
        }
    }

    void pictured(Galley& galley) {
        galley.text(PageText::subheading, tr("What the picture shows"), 0.6);
        std::string names;
        for (const std::string& name : handout_.pictured_bones) {
            names += (names.empty() ? "" : ", ") + escape_markup(name);
        }
        galley.text(PageText::body, names, 0.2);
    }

    void key_facts(Galley& galley) {
        for (const HandoutSection& facts : text_.key_facts) {
            galley.text(PageText::subheading, escape_markup(facts.title), 0.6);
            blocks(galley, facts.blocks);
        }
    }

    /// Of the picture: a part of the column, less where it is much higher than wide.
    double picture_width() const {
        const render::Image& picture = handout_.picture;
        const double highest = c_picture_height * page_frame(handout_.paper).height;
        return std::min(c_picture_share * galley_.width(),
                        highest * picture.width / picture.height);
    }

    /// What stands beside the picture.
    Galley told_beside(double width, bool with_marks) {
        Galley beside(width, galley_.body_size(), words_.id);
        for (const Block& paragraph : text_.lead) {
            beside.text(PageText::lead, pdf_text_.markup(paragraph.spans),
                        beside.strips().empty() ? 0.0 : 0.4);
        }
        if (!handout_.marks.empty() && with_marks) {
            marked(beside);
        } else if (handout_.marks.empty() && !handout_.pictured_bones.empty()) {
            pictured(beside);
        }
        key_facts(beside);
        return beside;
    }

    /// The picture and what belongs beside it.
    void show() {
        const bool drawn = !handout_.picture.pixels.empty();
        const double width = drawn ? picture_width() : 0.0;
        const double room = galley_.width() - (drawn ? width + c_gap : 0.0);
        const double highest = c_beside_height * page_frame(handout_.paper).height;
        bool few = handout_.marks.size() <= c_most_beside;
        Galley beside = told_beside(room, few);
        if (few && drawn && beside.height() > highest) { // what stands beside it is not parted
            few = false;
            beside = told_beside(room, few);
        }
        if (drawn) {
            galley_.picture_beside(handout_.picture, width, c_gap, std::move(beside), 1.1);
            galley_.keep_next();
            galley_.text(PageText::small, picture_note(), 0.3);
        } else {
            galley_.append(std::move(beside));
        }
        if (!few) {
            marked(galley_);
        }
    }

    std::string picture_note() const {
        std::string note = tr("Drawn from a model of the skeleton, not from your own pictures.");
        if (!handout_.marks.empty()) {
            note += " " + tr("The marks are an illustration: they show about where a place is, "
                             "not how large it is.");
        }
        return note;
    }

    void place() {
        for (const Block& callout : text_.site_warning) {
            warning_box(callout);
        }
        if (!text_.about_site.empty()) {
            heading(tr("The place"));
            sections(text_.about_site);
        }
    }

    void cancer() {
        if (text_.about_primary.empty()) {
            return;
        }
        heading(tr("The cancer"));
        sections(text_.about_primary);
    }

    void help() {
        if (text_.treatment.empty()) {
            return;
        }
        heading(tr("What can be done"));
        blocks(galley_, text_.treatment);
    }

    void warnings() {
        heading(tr("Warning signs and what to do"));
        for (const Block& callout : text_.warning) {
            galley_.keep_next();
            warning_box(callout);
        }
        galley_.keep_next();
        galley_.field(tr("My number to call, by day"), 0.3);
        galley_.keep_next();
        galley_.field(tr("At night and at weekends"), 0.0);
    }

    void questions() {
        heading(tr("Questions to ask my team"));
        int number = 0;
        for (const Block& question : text_.questions) {
            galley_.item(fmt::format("{}.", ++number), pdf_text_.markup(question.spans));
            galley_.rules(c_answer_rules);
        }
        galley_.text(PageText::subheading, tr("My own questions"), 0.9);
        galley_.rules(c_own_questions * c_answer_rules);
    }

    void glossary() {
        const auto terms = pdf_text_.terms();
        if (terms.empty()) {
            return;
        }
        heading(tr("Words used here"));
        for (const knowledge::GlossaryTerm* const term : terms) {
            galley_.text(
                PageText::body,
                fmt::format("<b>{}</b>: {}", escape_markup(term->term), escape_markup(term->plain)),
                0.3);
        }
    }

    void sources() {
        if (pdf_text_.cited().empty()) {
            return;
        }
        heading(tr("Sources"));
        int number = 0;
        for (const knowledge::Reference* const source : pdf_text_.cited()) {
            galley_.item(fmt::format("{}.", ++number), source_line(*source, words_),
                         PageText::small);
        }
    }

    void closing() {
        std::string told = words_.tr("This sheet informs and does not diagnose. It does not know "
                                     "you: your team does. Talk with it before you change "
                                     "anything.");
        const bool read_by_clinician =
            std::ranges::none_of(text_.articles, [](const knowledge::Article* article) {
                return article->reviewer.empty();
            });
        if (!read_by_clinician) {
            told += std::string(" ") + words_.tr("Not yet reviewed by a clinician.");
        }
        galley_.text(PageText::small, escape_markup(told), 1.4);
        galley_.text(PageText::small,
                     escape_markup(
                         words_.tr("Made with Osteon on {}.", printed_date(handout_.date, words_))),
                     0.2);
    }

    const Handout& handout_;
    const HandoutText& text_;
    const Language& words_;
    PdfText pdf_text_;
    Galley galley_;
};

/// Whether the pages of a sheet are few enough, and the last one worth its paper.
bool fits(const std::vector<FlowedPage>& pages, double height) {
    return pages.size() <= c_most_pages &&
           (pages.size() == 1 || filled(pages.back()) >= c_least_filled * height);
}

} // namespace

Result<HandoutReport> write_handout(const Handout& handout, const knowledge::Knowledge& known,
                                    const std::filesystem::path& file) {
    const knowledge::Site* const site = known.site(handout.site);
    const knowledge::Primary* const primary = known.primary(handout.primary);
    if (site == nullptr && primary == nullptr) {
        return fail({Fault::usage, file.string(), "",
                     "a sheet to take home needs a site or a primary to tell of",
                     "Choose one of them"});
    }
    const HandoutText text = handout_text(site, primary, known);
    const PageFrame frame = page_frame(handout.paper);
    std::unique_ptr<Sheet> sheet;
    std::vector<FlowedPage> pages;
    for (const double body_size : c_body_sizes) {
        sheet = std::make_unique<Sheet>(handout, text, known, body_size);
        pages = sheet->pages();
        if (fits(pages, frame.height)) {
            break;
        }
    }
    const std::string told = text.title + " · " + text.subtitle;
    PdfFile pdf(handout.paper, {told, text.subtitle});
    for (std::size_t i = 0; i < pages.size(); ++i) {
        pdf.page([&](cairo_t* page) {
            draw_page(page, pages[i], frame.left, frame.top, frame.width);
            draw_foot(page, handout.paper, told, known.language, i + 1, pages.size());
        });
    }
    return pdf.write(file).map([&] { return HandoutReport{static_cast<int>(pages.size())}; });
}

} // namespace osteon::output
