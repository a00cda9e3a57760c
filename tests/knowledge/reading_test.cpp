#include "knowledge/bone_mentions.h"
#include "knowledge/copied_text.h"
#include "knowledge/document.h"
#include "support/shipped_registry.h"

#include <doctest/doctest.h>

#include <string>

using namespace osteon;
using namespace osteon::knowledge;

namespace {

constexpr std::string_view lumbar = "```view\n"
                                    "caption = \"The lumbar spine\"\n"
                                    "alt = \"Five vertebrae\"\n"
                                    "bones = [\"vertebra_l*\"]\n"
                                    "yaw = 90\n"
                                    "```\n";

Document parse(std::string_view markdown) {
    auto document = parse_document(markdown, "article.md", 1);
    REQUIRE_MESSAGE(document, (document ? "" : describe(document.error())));
    return std::move(*document);
}

/// The reason for which a text is refused, after the line it names.
std::string refusal_of(std::string_view markdown) {
    const auto document = parse_document(markdown, "article.md", 1);
    REQUIRE_FALSE(document);
    return document.error().place + ": " + document.error().reason;
}

bool never(const Block&) {
    return false;
}

} // namespace

TEST_CASE("a fence names a picture: its caption, its words, its bones and from where it is seen") {
    const Document document = parse(std::string("Before.\n\n") + std::string(lumbar));
    REQUIRE(document.blocks.size() == 2);
    const Block& block = document.blocks.back();
    CHECK(block.kind == BlockKind::picture);
    CHECK(block.line == 3);
    CHECK(block.alt == "Five vertebrae");
    REQUIRE(block.spans.size() == 1);
    CHECK(block.spans.front().text == "The lumbar spine");
    REQUIRE(block.picture != nullptr);
    CHECK(block.picture->bones == std::vector<std::string>{"vertebra_l*"});
    CHECK(block.picture->look == PictureLook::see_through);
    CHECK(block.picture->yaw == 90.0F);
    CHECK_FALSE(block.picture->pitch.has_value());
}

TEST_CASE("a picture without words for those who do not see it is refused at its line") {
    const std::string reason = refusal_of("```view\ncaption = \"Spine\"\n```\n");
    CHECK(reason.find("line 2") == 0);
    CHECK(reason.find("alt") != std::string::npos);
}

TEST_CASE("a picture of an unknown look, a key that means nothing and no TOML are refused") {
    const std::string head = "```view\ncaption = \"a\"\nalt = \"b\"\n";
    CHECK(refusal_of(head + "look = \"shiny\"\n```\n").find("line 4") == 0);
    CHECK(refusal_of(head + "zoom = 2\n```\n").find("zoom") != std::string::npos);
    CHECK(refusal_of(head + "yaw = 400\n```\n").find("yaw") != std::string::npos);
    CHECK(refusal_of(head + "lesions = true\n```\n").find("primary") != std::string::npos);
    CHECK(refusal_of("```view\ncaption\n```\n").find("line 2") == 0);
    CHECK(refusal_of("```view\n```\n").find("caption") != std::string::npos);
}

TEST_CASE("other code is refused as before") {
    CHECK(refusal_of("```c\nint x;\n```\n").find("code") != std::string::npos);
}

TEST_CASE("a copied page numbers its sources in order and lists them at its end") {
    Knowledge known;
    for (const char* const key : {"first", "second"}) {
        Reference reference;
        reference.key = key;
        reference.text = std::string("Text of ") + key + ".";
        reference.doi = std::string("10.1/") + key;
        known.references.push_back(reference);
    }
    const Document document =
        parse("## Pain\n\nOne [@second]. Two [@first; @second].\n\n- here\n- there\n");
    CHECK(copied_text(document.blocks, known, "Sources", never) ==
          "Pain\n\nOne [1]. Two [2] [1].\n\n\u2013 here\n\u2013 there\n\n"
          "Sources\n[1] Text of second. https://doi.org/10.1/second\n"
          "[2] Text of first. https://doi.org/10.1/first\n");
}

TEST_CASE("what a reader has not opened is not copied") {
    const Document document = parse("> [!folded] How things may go\n> Nobody knows.\n");
    const Knowledge known;
    CHECK(copied_text(document.blocks, known, "Sources", never) == "How things may go\n");
    CHECK(copied_text(document.blocks, known, "Sources", [](const Block&) { return true; }) ==
          "How things may go\n\nNobody knows.\n");
}

TEST_CASE("a bone knows the texts that speak of it, of its landmarks and of its partner") {
    const anatomy::Registry& registry = testing::shipped_registry();
    Knowledge known;
    for (const char* const text :
         {"[hip](bone:femur_right#greater_trochanter)", "[thigh](bone:femur_left)", "Nothing."}) {
        Article article;
        article.id = std::string("article") + std::to_string(known.articles.size());
        article.plain = parse(text);
        known.articles.push_back(std::move(article));
    }
    const auto found = articles_about(registry.find("femur_left"), known, registry);
    REQUIRE(found.size() == 2);
    CHECK(found[0]->id == "article0");
    CHECK(found[1]->id == "article1");
    CHECK(articles_about(registry.find("sternum"), known, registry).empty());
}
