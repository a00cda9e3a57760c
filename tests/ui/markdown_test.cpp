#include "ui/markdown_layout.h"
#include "ui/markdown_links.h"

#include <doctest/doctest.h>

#include <numeric>

namespace osteon::ui {
namespace {

using knowledge::LinkKind;
using knowledge::Span;

/// A measure in which every byte is 10 pixels wide, and bold bytes 12.
float ten_a_letter(TextRole role, std::string_view text) {
    return (role == TextRole::body_strong ? 12.0F : 10.0F) * static_cast<float>(text.size());
}

Span words(std::string text) {
    Span span;
    span.text = std::move(text);
    return span;
}

Span link_to(LinkKind kind, std::string target, std::string text) {
    Span span = words(std::move(text));
    span.link = kind;
    span.target = std::move(target);
    return span;
}

InlineLayout lay_out(const std::vector<Span>& spans, float width) {
    return lay_out_inline(spans, {}, width, 24.0F, ten_a_letter);
}

std::string line_of(const InlineLayout& layout, int line) {
    std::string text;
    for (const TextRun& run : layout.runs) {
        text += run.line == line ? run.text : "";
    }
    return text;
}

TEST_CASE("a paragraph breaks at spaces, and no line is wider than the panel") {
    const InlineLayout layout = lay_out({words("the spine is reached most often")}, 120.0F);
    CHECK(layout.lines == 3);
    CHECK(layout.height == 72.0F);
    CHECK(line_of(layout, 0) == "the spine is");
    CHECK(line_of(layout, 1) == "reached most");
    CHECK(line_of(layout, 2) == "often");
    CHECK(layout.width <= 120.0F);
}

TEST_CASE("an empty paragraph takes no room") {
    const InlineLayout layout = lay_out({}, 100.0F);
    CHECK(layout.lines == 0);
    CHECK(layout.height == 0.0F);
    CHECK(layout.runs.empty());
}

TEST_CASE("a full stop stays on the line of the link before it") {
    const std::vector<Span> spans{words("turn to "), link_to(LinkKind::bone, "sacrum", "sacrum"),
                                  words(". Then on")};
    const InlineLayout layout = lay_out(spans, 140.0F);
    CHECK(line_of(layout, 0) == "turn to");
    CHECK(line_of(layout, 1) == "sacrum. Then");
}

TEST_CASE("a link that wraps can be clicked on both of its lines") {
    const std::vector<Span> spans{words("see "),
                                  link_to(LinkKind::site, "spine", "the lumbar spine")};
    const InlineLayout layout = lay_out(spans, 140.0F);
    REQUIRE(layout.links.size() == 1);
    const InlineLink& link = layout.links.front();
    CHECK(link.target == "spine");
    REQUIRE(link.boxes.size() == 2);
    CHECK(link.boxes[0].x == 40.0F);
    CHECK(link.boxes[0].width == 100.0F);
    CHECK(link.boxes[1].y == 24.0F);
    CHECK(link.boxes[1].x == 0.0F);
    CHECK(link.boxes[1].width == 50.0F);
}

TEST_CASE("strong words are measured in their own face") {
    Span strong = words("strong");
    strong.strong = true;
    const InlineLayout layout = lay_out({words("a "), strong}, 1000.0F);
    REQUIRE(layout.runs.size() == 2);
    CHECK(layout.runs[1].role == TextRole::body_strong);
    CHECK(layout.runs[1].width == 72.0F);
    CHECK(layout.width == 92.0F);
}

TEST_CASE("a word wider than the panel is broken between letters, never inside one") {
    const InlineLayout layout = lay_out({words("äääää")}, 40.0F);
    CHECK(layout.lines == 3);
    CHECK(line_of(layout, 0) == "ää");
    CHECK(line_of(layout, 2) == "ä");
    CHECK(layout.width <= 40.0F);
}

TEST_CASE("a no-break space keeps a number and its unit together") {
    const InlineLayout layout = lay_out({words("about 62.2\u202F% of men")}, 100.0F);
    CHECK(line_of(layout, 0) == "about");
    CHECK(line_of(layout, 1) == "62.2\u202F%");
}

TEST_CASE("a panel narrower than a letter still ends") {
    const InlineLayout layout = lay_out({words("abc")}, 1.0F);
    CHECK(layout.lines == 3);
}

TEST_CASE("a reference reads as its short form, set off from the words before it") {
    knowledge::Knowledge known;
    knowledge::Reference reference;
    reference.key = "macedo2017";
    reference.short_text = "Macedo 2017";
    known.references.push_back(reference);
    const std::vector<Span> spans{words("often"),
                                  link_to(LinkKind::reference, "macedo2017", "macedo2017"),
                                  link_to(LinkKind::reference, "lost", "lost")};
    const std::vector<Span> readable = readable_spans(spans, known);
    std::string text;
    for (const Span& span : readable) {
        text += span.text;
    }
    CHECK(text == "often Macedo\u00A02017 lost");
}

TEST_CASE("the tooltip of a reference names its identifiers and says when it is from memory") {
    knowledge::Reference reference;
    reference.text = "Macedo F et al. Oncol Rev 2017";
    reference.doi = "10.4081/oncol.2017.321";
    reference.pmid = "PMC5444408";
    const std::string recalled = reference_details(reference, {});
    CHECK(recalled.find("doi 10.4081/oncol.2017.321") != std::string::npos);
    CHECK(recalled.find("PMC5444408") != std::string::npos);
    CHECK(recalled.find("from memory") != std::string::npos);
    reference.retrieved = true;
    CHECK(reference_details(reference, {}).find("from memory") == std::string::npos);
}

TEST_CASE("columns share what is left over, and fill the table exactly") {
    const std::vector<float> wants{100.0F, 300.0F};
    const std::vector<float> least{50.0F, 60.0F};
    for (const float width : {600.0F, 300.0F, 150.0F, 100.0F}) {
        const std::vector<float> widths = column_widths(wants, least, 10.0F, width);
        REQUIRE(widths.size() == 2);
        CHECK(std::accumulate(widths.begin(), widths.end(), 0.0F) == doctest::Approx(width));
        if (width >= 150.0F) {
            CHECK(widths[0] >= 70.0F);
            CHECK(widths[1] >= 80.0F);
        }
    }
    CHECK(column_widths({}, {}, 10.0F, 100.0F).empty());
}

} // namespace
} // namespace osteon::ui
