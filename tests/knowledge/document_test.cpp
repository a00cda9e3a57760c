#include "knowledge/document.h"

#include <doctest/doctest.h>

#include <string>

using namespace osteon;
using namespace osteon::knowledge;

namespace {

Document parse(std::string_view markdown) {
    auto document = parse_document(markdown, "article.md", 1);
    REQUIRE_MESSAGE(document, (document ? "" : describe(document.error())));
    return std::move(*document);
}

Block only_block(std::string_view markdown) {
    Document document = parse(markdown);
    REQUIRE(document.blocks.size() == 1);
    return std::move(document.blocks.front());
}

void check_refused(std::string_view markdown, int line, int column, std::string_view expected) {
    const auto document = parse_document(markdown, "article.md", 1);
    REQUIRE_FALSE(document);
    INFO(describe(document.error()));
    CHECK(document.error().subject == "article.md");
    CHECK(document.error().place ==
          "line " + std::to_string(line) + ", column " + std::to_string(column));
    CHECK(document.error().reason.find(expected) != std::string::npos);
}

} // namespace

TEST_CASE("a heading has its level, its text and the anchor that it names") {
    const Block heading = only_block("### How often {#often}\n");
    CHECK(heading.kind == BlockKind::heading);
    CHECK(heading.level == 3);
    CHECK(heading.anchor == "often");
    REQUIRE(heading.spans.size() == 1);
    CHECK(heading.spans[0].text == "How often");
}

TEST_CASE("a heading without an anchor is named by its words") {
    CHECK(only_block("## Où & how often?\n").anchor == "ou-how-often");
}

TEST_CASE("a paragraph keeps strong and emphasised words apart, and joins its lines") {
    const Block paragraph = only_block("Bone is **hard** and\n*light*.\n");
    CHECK(paragraph.kind == BlockKind::paragraph);
    REQUIRE(paragraph.spans.size() == 5);
    CHECK(paragraph.spans[0].text == "Bone is ");
    CHECK(paragraph.spans[1].strong);
    CHECK(paragraph.spans[2].text == " and ");
    CHECK(paragraph.spans[3].emphasis);
    CHECK(paragraph.spans[4].text == ".");
}

TEST_CASE("each kind of link leads where it says") {
    const Block paragraph = only_block("[a](bone:femur_left)[b](site:spine)[c](primary:breast)"
                                       "[d](article:symptoms#pain)[e](term:lytic)\n");
    const LinkKind kinds[] = {LinkKind::bone, LinkKind::site, LinkKind::primary, LinkKind::article,
                              LinkKind::term};
    const char* targets[] = {"femur_left", "spine", "breast", "symptoms#pain", "lytic"};
    REQUIRE(paragraph.spans.size() == 5);
    for (std::size_t index = 0; index < 5; ++index) {
        CHECK(paragraph.spans[index].link == kinds[index]);
        CHECK(paragraph.spans[index].target == targets[index]);
    }
}

TEST_CASE("a reference mark becomes a link for each of its keys") {
    const Block paragraph = only_block("Often [@wang2013; @medmod_mm].\n");
    REQUIRE(paragraph.spans.size() == 4);
    CHECK(paragraph.spans[0].text == "Often ");
    CHECK(paragraph.spans[1].link == LinkKind::reference);
    CHECK(paragraph.spans[1].target == "wang2013");
    CHECK(paragraph.spans[2].target == "medmod_mm");
    CHECK(paragraph.spans[3].text == ".");
}

TEST_CASE("lists know their depth and their numbers") {
    const Document document = parse("- one\n  - two\n- three\n\n7. seven\n8. eight\n");
    REQUIRE(document.blocks.size() == 5);
    CHECK(document.blocks[0].kind == BlockKind::list_item);
    CHECK(document.blocks[0].level == 0);
    CHECK(document.blocks[0].number == 0);
    CHECK(document.blocks[1].level == 1);
    CHECK(document.blocks[2].spans[0].text == "three");
    CHECK(document.blocks[3].number == 7);
    CHECK(document.blocks[4].number == 8);
}

TEST_CASE("a list with blank lines between its items reads like one without") {
    const Document document = parse("- one\n\n- two\n");
    REQUIRE(document.blocks.size() == 2);
    CHECK(document.blocks[0].kind == BlockKind::list_item);
    CHECK(document.blocks[1].spans[0].text == "two");
}

TEST_CASE("a table has its heading row first, and cells of spans") {
    const Block table =
        only_block("| site | share |\n|---|---|\n| [spine](site:spine) | **most** |\n");
    CHECK(table.kind == BlockKind::table);
    REQUIRE(table.rows.size() == 2);
    REQUIRE(table.rows[1].size() == 2);
    CHECK(table.rows[0][1][0].text == "share");
    CHECK(table.rows[1][0][0].target == "spine");
    CHECK(table.rows[1][1][0].strong);
}

TEST_CASE("a call-out has its style, its title and its blocks") {
    const Block callout =
        only_block("> [!warning] Same day: *call*\n> New weakness.\n>\n> - numb legs\n");
    CHECK(callout.kind == BlockKind::callout);
    CHECK(callout.style == "warning");
    REQUIRE(callout.spans.size() == 2);
    CHECK(callout.spans[0].text == "Same day: ");
    CHECK(callout.spans[1].emphasis);
    REQUIRE(callout.blocks.size() == 2);
    CHECK(callout.blocks[0].spans[0].text == "New weakness.");
    CHECK(callout.blocks[1].kind == BlockKind::list_item);
}

TEST_CASE("a fold keeps what is inside until it is opened") {
    const Block fold = only_block("> [!folded] How things may go\n>\n> It depends.\n");
    CHECK(fold.kind == BlockKind::folded);
    CHECK(fold.style.empty());
    CHECK(fold.spans[0].text == "How things may go");
    REQUIRE(fold.blocks.size() == 1);
    CHECK(fold.blocks[0].spans[0].text == "It depends.");
}

TEST_CASE("blocks know the line of the file where they begin") {
    const auto document = parse_document("First.\n\n## Second\n\n---\n\n> [!note] Third\n> x\n\n"
                                         "| a |\n|---|\n| b |\n\n- last\n",
                                         "article.md", 10);
    REQUIRE(document);
    std::vector<int> lines;
    for (const Block& block : document->blocks) {
        lines.push_back(block.line);
    }
    CHECK(lines == std::vector<int>{10, 12, 14, 16, 19, 23});
}

TEST_CASE("the words of a document are its texts without marks and references") {
    const Document document =
        parse("## Pain {#pain}\n\nIt **hurts** [@key].\n\n> [!note] Mind\n> the *gap*\n");
    const std::string words = plain_text(document);
    CHECK(words.find("Pain\n") != std::string::npos);
    CHECK(words.find("It hurts") != std::string::npos);
    CHECK(words.find("the gap") != std::string::npos);
    CHECK(words.find("key") == std::string::npos);
}

TEST_CASE("an empty text is an empty document") {
    CHECK(parse("").blocks.empty());
    CHECK(parse("\n\n").blocks.empty());
}

TEST_CASE("what an article cannot show is refused with its place") {
    check_refused("Text.\n\n<div>no</div>\n", 3, 1, "HTML");
    check_refused("Text with <b>bold</b>.\n", 1, 11, "HTML");
    check_refused("An image ![x](y.png) here.\n", 1, 12, "images");
    check_refused("Text.\n\n```\ncode\n```\n", 4, 1, "code");
    check_refused("Some `code` here.\n", 1, 7, "code");
    check_refused("# Title\n", 1, 3, "level 2 to 4");
    check_refused("##### Deep\n", 1, 7, "level 2 to 4");
    check_refused("> just a quote\n", 1, 3, "[!warning]");
    check_refused("> [!danger] Title\n> x\n", 1, 3, "[!warning]");
    check_refused("See [this](https://example.org).\n", 1, 5, "bone:");
    check_refused("See [this](femur).\n", 1, 5, "'femur'");
    check_refused("So [@one, two].\n", 1, 4, "[@key]");
    check_refused("Über [@].\n", 1, 6, "[@key]");
    check_refused("## A {#x}\n\n## B {#x}\n", 3, 4, "'x' is there already");
    check_refused("## A {#x y}\n", 1, 6, "anchor");
}
