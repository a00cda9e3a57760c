#include "output/html_document.h"
#include "output/html_text.h"
#include "output/new_folder.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace osteon;
using namespace osteon::output;

namespace {

namespace fs = std::filesystem;

/// Two articles, a term and two sources.
knowledge::Knowledge knowledge_of_pain() {
    knowledge::Knowledge known;
    knowledge::Article symptoms;
    symptoms.id = "symptoms";
    symptoms.title = "Symptoms";
    knowledge::Block heading;
    heading.kind = knowledge::BlockKind::heading;
    heading.level = 2;
    heading.anchor = "pain";
    symptoms.clinical.blocks.push_back(heading);
    known.articles.push_back(symptoms);
    knowledge::GlossaryTerm lytic;
    lytic.id = "lytic";
    known.glossary.push_back(lytic);
    for (const char* const key : {"first", "second"}) {
        knowledge::Reference reference;
        reference.key = key;
        reference.text = std::string("Text of ") + key;
        reference.doi = std::string("10.1/") + key;
        reference.pmid = "PMID 42";
        reference.retrieved = true;
        known.references.push_back(reference);
    }
    return known;
}

struct Fixture {
    anatomy::Registry registry;
    knowledge::Knowledge known = knowledge_of_pain();
    std::map<std::string, HtmlPicture> pictures;
    HtmlSite site{registry, known, known.language, "", {}, pictures};
    HtmlNotes notes{site};
    HtmlPassage passage{site, notes};

    std::string html(std::string_view markdown) {
        const auto document = knowledge::parse_document(markdown, "test.md", 1);
        REQUIRE(document);
        return document_html(*document, passage);
    }
};

/// A folder of its own that goes with the test.
struct Scratch {
    fs::path path;
    Scratch() {
        std::string name = (fs::temp_directory_path() / "osteon-html-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { fs::remove_all(path); }

    std::ptrdiff_t entries() const {
        return std::distance(fs::directory_iterator(path), fs::directory_iterator());
    }
};

} // namespace

TEST_CASE("A picture of a text is a figure with its words; without a drawing they stand alone") {
    constexpr std::string_view fence =
        "```view\ncaption = \"The <jaw>\"\nalt = \"A lower jaw.\"\nbones = [\"mandible\"]\n```\n";
    Fixture page;
    CHECK(page.html(fence) == "<p class=\"pictured\">A lower jaw.</p>\n");
    knowledge::LivePicture shows;
    shows.bones = {"mandible"};
    shows.look = knowledge::PictureLook::see_through;
    const std::vector<HtmlLivePicture> drawn = {{shows, {"pictures/text-1.png", 4, 3}}};
    page.site.live_pictures = drawn;
    CHECK(page.html(fence) ==
          "<figure class=\"live\">\n<img src=\"pictures/text-1.png\" width=\"4\" height=\"3\" "
          "alt=\"A lower jaw.\">\n<figcaption>The &lt;jaw&gt;</figcaption>\n</figure>\n");
}

TEST_CASE("Signs that mean something in HTML are shown as signs") {
    CHECK(escape_html("a < b & \"c\" > d") == "a &lt; b &amp; &quot;c&quot; &gt; d");
    CHECK(attribute("title", "\"x\"") == " title=\"&quot;x&quot;\"");
    CHECK(attribute("title", "").empty());
}

TEST_CASE_FIXTURE(Fixture, "A nested list becomes lists within items") {
    CHECK(html("- one\n    1. a\n    2. b\n- two") ==
          "<ul>\n<li>one<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n</li>\n<li>two</li>\n</ul>\n");
    CHECK(html("3. three\n4. four").starts_with("<ol start=\"3\">"));
}

TEST_CASE_FIXTURE(Fixture, "Headings carry their level's anchor and never skip a level") {
    CHECK(html("## Pain {#pain}\n\n#### Deep\n\ntext") ==
          "<h3 id=\"plain-pain\">Pain</h3>\n<h4 id=\"plain-deep\">Deep</h4>\n<p>text</p>\n");
}

TEST_CASE_FIXTURE(Fixture, "A table names its columns and its rows") {
    CHECK(html("| a | b |\n|---|---|\n| c | d |") ==
          "<table>\n<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>\n</thead>\n"
          "<tbody>\n<tr><th scope=\"row\">c</th><td>d</td></tr>\n</tbody>\n</table>\n");
}

TEST_CASE_FIXTURE(Fixture, "A call-out says its kind to those who do not see its colour") {
    const std::string warning = html("> [!warning] Same day\n> Call.");
    CHECK(warning.find("role=\"note\"") != std::string::npos);
    CHECK(warning.find("<span class=\"unseen\">Warning: </span>Same day") != std::string::npos);
    CHECK(html("> [!folded] Outlook\n> Words.").starts_with("<details>\n<summary>Outlook"));
}

TEST_CASE_FIXTURE(Fixture, "A link leads to the level that has the section") {
    knowledge::Span span;
    span.link = knowledge::LinkKind::article;
    span.target = "symptoms#pain";
    CHECK(link_target(span, "plain", site) == "article-symptoms.html#clinical-pain");
    span.target = "symptoms#nowhere";
    CHECK(link_target(span, "plain", site) == "article-symptoms.html");
    span.target = "nothing";
    CHECK(link_target(span, "plain", site).empty());
    span.link = knowledge::LinkKind::term;
    span.target = "lytic";
    CHECK(link_target(span, "plain", site) == "glossary.html#lytic");
}

TEST_CASE_FIXTURE(Fixture, "A source keeps its number, and its entry leads back to each mention") {
    CHECK(notes.section().empty());
    const std::string text = html("One [@second]. Two [@first; @second].");
    CHECK(text.starts_with("<p>One<sup>"));
    CHECK(text.find("id=\"cited-1-1\"") != std::string::npos);
    CHECK(text.find("id=\"cited-1-2\"") != std::string::npos);
    const std::string section = notes.section();
    CHECK(section.find("<li id=\"source-1\">Text of second.") != std::string::npos);
    CHECK(section.find("href=\"#cited-1-2\"") != std::string::npos);
    CHECK(section.find("https://doi.org/10.1/first") != std::string::npos);
    CHECK(section.find("https://pubmed.ncbi.nlm.nih.gov/42/") != std::string::npos);
    CHECK(notes.cite(std::string_view("unknown")).empty());
}

TEST_CASE_FIXTURE(Fixture, "What has no translation is said to be English") {
    known.language.id = "de";
    auto document = knowledge::parse_document("Eins.\n\nTwo.", "test.md", 1);
    REQUIRE(document);
    document->blocks[1].untranslated = true;
    CHECK(document_html(*document, passage) == "<p>Eins.</p>\n<p lang=\"en\">Two.</p>\n");
    known.language.id = "en";
    CHECK(document_html(*document, passage) == "<p>Eins.</p>\n<p>Two.</p>\n");
}

TEST_CASE("A new folder appears only when it is whole") {
    const Scratch scratch;
    const fs::path target = scratch.path / "pages";
    {
        auto folder = NewFolder::create(target, "mark");
        REQUIRE(folder);
        REQUIRE(folder->write("mark", "x"));
        CHECK_FALSE(fs::exists(target));
    }
    CHECK(scratch.entries() == 0);
    for (const char* const name : {"old", "new"}) {
        auto folder = NewFolder::create(target, "mark");
        REQUIRE(folder);
        REQUIRE(folder->write("mark", "x"));
        REQUIRE(folder->write(name, "x"));
        REQUIRE(folder->take_place());
    }
    CHECK(fs::exists(target / "new"));
    CHECK_FALSE(fs::exists(target / "old"));
    CHECK(scratch.entries() == 1);
}

TEST_CASE("A folder with files of somebody else is refused") {
    const Scratch scratch;
    std::ofstream(scratch.path / "letter.txt") << "mine";
    const auto folder = NewFolder::create(scratch.path, "mark");
    REQUIRE_FALSE(folder);
    CHECK(folder.error().fault == Fault::usage);
    CHECK(fs::exists(scratch.path / "letter.txt"));
}
