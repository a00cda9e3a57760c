#include "knowledge/check.h"
#include "knowledge/fixture.h"
#include "knowledge/load.h"

using namespace osteon;
using namespace osteon::knowledge;
using namespace osteon::knowledge::test;

namespace {

/// What one check says of a content, each fault as file:line:column: words.
std::string told_by(void (*check)(const CheckedContent&, Faults&), const Files& files) {
    const ContentFolder folder(files);
    Findings findings;
    const auto knowledge =
        read_knowledge(folder.root(), base_language, registry(), around(), findings);
    REQUIRE(knowledge);
    Faults faults;
    check({folder.root() / base_language, *knowledge, findings, registry()}, faults);
    return in_words(faults);
}

Files with(const std::string& file, const std::string& text) {
    Files files = sound_content();
    files[file] = text;
    return files;
}

Files with_more(const std::string& file, const std::string& text) {
    return with(file, sound_content()[file] + text);
}

bool begins(const std::string& text, std::string_view beginning) {
    INFO(text);
    CHECK(text.starts_with(beginning));
    return text.starts_with(beginning);
}

std::string address_told(const std::string& keys) {
    return told_by(check_addresses, with_more("references.toml", keys));
}

} // namespace

TEST_CASE("addresses of a source that are made as such are not told") {
    CHECK(address_told("") == "");
    CHECK(address_told("doi = \"10.1016/S1470-2045(11)70008-0\"\n") == "");
    CHECK(address_told("pmid = \"PMID 1234567\"\nurl = \"https://pubmed.gov/1234567\"\n") == "");
    CHECK(address_told("pmid = \"PMC5444408\"\n"
                       "url = \"https://pmc.ncbi.nlm.nih.gov/articles/PMC5444408/table/T4\"\n") ==
          "");
    CHECK(address_told("url = \"https://discovery.researcher.life/topic?page=2&x=%20\"\n") == "");
}

TEST_CASE("a broken DOI, PubMed id or web address is told at its source") {
    for (const char* doi : {"11.1/x", "10.12/x", "10.1234", "10.1234/", "10.1234/a b", "10.1/x.",
                            "https://doi.org/10.1234/x"}) {
        INFO(doi);
        begins(address_told("doi = \"" + std::string(doi) + "\"\n"),
               "references.toml:2:7: '" + std::string(doi) + "' is no DOI; expected 10.");
    }
    for (const char* pmid : {"1234567", "PMID1234567", "PMID 01", "PMC", "PMC12x", "PMID -3"}) {
        INFO(pmid);
        begins(address_told("pmid = \"" + std::string(pmid) + "\"\n"),
               "references.toml:2:7: '" + std::string(pmid) + "' is no PubMed id");
    }
    for (const char* url : {"http://a.org", "https://a", "https://a.b c.org", "a.org/x",
                            "https://.org", "https://a..org", "https://a.org/ä", "https://a.7/"}) {
        INFO(url);
        begins(address_told("url = \"" + std::string(url) + "\"\n"),
               "references.toml:2:7: '" + std::string(url) + "' is no web address");
    }
}

TEST_CASE("an address that leads to another work than the ids is told") {
    for (const char* keys :
         {"doi = \"10.1234/x\"\nurl = \"https://dx.doi.org/10.1234/y\"\n",
          "pmid = \"PMID 1\"\nurl = \"https://pubmed.ncbi.nlm.nih.gov/2\"\n",
          "pmid = \"PMC1\"\nurl = \"https://pmc.ncbi.nlm.nih.gov/articles/PMC2\"\n"}) {
        INFO(keys);
        CHECK(address_told(keys).find("leads to another work") != std::string::npos);
    }
}

TEST_CASE("a bone of which nothing is known, and a site to which nothing leads, are told") {
    CHECK(told_by(check_coverage, sound_content()) == "");
    std::string body(body_md);
    body.replace(body.find("[\"*\"]"), 5, "[\"sacrum\"]");
    const std::string told = told_by(check_coverage, with("sites/body.md", body));
    CHECK(told.find("sites:1:1: nothing is known of the bone 'femur_left'; expected it among the "
                    "bones of a site, or a link (bone:femur_left)") != std::string::npos);
    CHECK(told.find("vertebra_l3") == std::string::npos);
    body += "\nSee [it](bone:femur_left#greater_trochanter).\n";
    CHECK(told_by(check_coverage, with("sites/body.md", body)).find("femur_left'") ==
          std::string::npos);
    begins(told_by(check_coverage, with("sites/spine.plain.md", "See [it](site:spine).\n")),
           "body.md:1:1: no other article leads to the site 'body'; expected a link (site:body)");
}

TEST_CASE("American spelling is told with the British one, in articles, glossary and patterns") {
    CHECK(told_by(check_spelling, with("general/overview.plain.md",
                                       "A tumour of laboratory size, colorectal, seized; "
                                       "recognised, remodelling and coloured.\n")) == "");
    CHECK(told_by(check_spelling,
                  with("general/overview.plain.md", "Text.\n\nSee **the Tumor** here.\n")) ==
          "overview.plain.md:3:11: 'Tumor' is American spelling, and the texts are British; "
          "expected 'tumour'\n");
    for (const auto& [american, british] : {std::pair("hypercalcemia", "hypercalcaemia"),
                                            {"recognized", "recognised"},
                                            {"metastasizes", "metastasises"},
                                            {"centimeters", "centimetres"},
                                            {"remodeling", "remodelling"},
                                            {"orthopedic", "orthopaedic"},
                                            {"colored", "coloured"}}) {
        const std::string text = "It is " + std::string(american) + ".\n";
        INFO(american);
        CHECK(told_by(check_spelling, with("general/overview.plain.md", text))
                  .find("expected '" + std::string(british) + "'") != std::string::npos);
    }
    begins(told_by(check_spelling,
                   with_more("glossary.toml", "[[term]]\nid = \"x\"\nterm = \"X\"\n"
                                              "plain = \"Of fiber.\"\nclinical = \"C.\"\n"
                                              "also = [\"tumor\"]\n")),
           "glossary.toml:9:13: 'fiber'");
}

TEST_CASE("an abbreviation that nothing explains is told once a file") {
    const auto told = [](const std::string& text) {
        return told_by(check_abbreviations, with_more("general/overview.md", "\n" + text + "\n"));
    };
    CHECK(told("The CT shows it, and the CT again.") ==
          "overview.md:10:5: the abbreviation 'CT' is explained nowhere; expected a glossary term "
          "that names it, or its words beside it in brackets\n");
    begins(told("It makes PTHrP."), "overview.md:10:10: the abbreviation 'PTHrP'");
    begins(told("Many SREs."), "overview.md:10:6: the abbreviation 'SRE'");
    begins(told("By FDG-PET."), "overview.md:10:4: the abbreviation 'FDG'");
    begins(told("Rods (CT) help."), "overview.md:10:7: the abbreviation 'CT'");
    CHECK(told("First comes computed tomography (CT); then CT again.") == "");
    CHECK(told("CT (computed tomography) is first, and CTs follow.") == "");
    CHECK(told("Parathyroid hormone-related protein (PTHrP) of type II, L3, in the UK.") == "");
    Files files = with_more("general/overview.md", "\nBy CT.\n");
    files["glossary.toml"] += "[[term]]\nid = \"x\"\nterm = \"Computed tomography\"\n"
                              "plain = \"P.\"\nclinical = \"C.\"\nalso = [\"CT\"]\n";
    CHECK(told_by(check_abbreviations, files) == "");
}

TEST_CASE("a technical term in a plain text wants an explanation at its first use") {
    const std::string file = "general/overview.plain.md";
    CHECK(told_by(check_terms, with(file, "## Metastasis {#m}\n\nA [metastasis](term:lytic), then "
                                          "metastases.\n")) == "");
    CHECK(told_by(check_terms, with_more("general/overview.md", "\nA metastasis.\n")) == "");
    begins(
        told_by(check_terms, with(file, "First.\n\n- A metastasis, a "
                                        "[metastasis](term:lytic).\n")),
        "overview.plain.md:3:5: the technical term 'metastasis' stands in the plain text without "
        "an explanation; expected its first use as a link to the glossary, [metastasis](term:");
    begins(told_by(check_terms, with(file, "A [biopsy](bone:sacrum).\n")),
           "overview.plain.md:1:4: the technical term 'biopsy'");
}

TEST_CASE("a plain text over its reading age is told at its hardest sentence") {
    const std::string easy = "The cat sat on the mat. It was a good cat.";
    const std::string hard = "Considerable interdisciplinary collaboration characterises "
                             "contemporary oncological rehabilitation.";
    const std::string file = "general/overview.plain.md";
    CHECK(told_by(check_reading_age, with(file, easy + "\n")) == "");
    CHECK(told_by(check_reading_age, with(file, "## " + hard + "\n\n" + easy + "\n")) == "");
    CHECK(told_by(check_reading_age, with_more("general/overview.md", "\n" + hard + "\n")) == "");
    begins(told_by(check_reading_age, with(file, "- Good.\n- A cat. " + hard + "\n")),
           "overview.plain.md:2:10: the plain text is too hard to read: Flesch–Kincaid grade ");
}

TEST_CASE("a figure where no source can stand is told") {
    CHECK(told_by(check_figures_without_place, sound_content()) == "");
    begins(told_by(check_figures_without_place,
                   with("general/overview.md", "+++\ntitle = \"O\"\nsummary = \"In 5 % of us.\"\n"
                                               "+++\n\nText.\n")),
           "overview.md:3:15: a figure where no source can stand");
    begins(told_by(check_figures_without_place,
                   with_more("glossary.toml", "[[term]]\nid = \"x\"\nterm = \"X\"\n"
                                              "plain = \"In 1 in 8.\"\nclinical = \"C.\"\n")),
           "glossary.toml:9:13: a figure where no source can stand");
}

TEST_CASE("what nobody looked up may not be shown as sure") {
    Files files = sound_content();
    CHECK(told_by(check_confidence, files) == "");
    files["references.toml"] += "[[reference]]\nkey = \"old1889\"\ntext = \"Old\"\n"
                                "short = \"Old 1889\"\nretrieved = false\n";
    const auto with_text = [&](const std::string& text) {
        Files changed = files;
        changed["general/overview.md"] += "\n" + text + "\n";
        return told_by(check_confidence, changed);
    };
    CHECK(with_text("Seed and soil [@old1889].") == "");
    CHECK(with_text("In 5 % [@old1889; @read2020].") == "");
    CHECK(with_text("In 5 %, from memory [@old1889].") == "");
    begins(with_text("It is in 5 % [@old1889]."),
           "overview.md:10:10: nobody opened the source 'old1889' of this figure, and the text "
           "shows it as sure; expected \"(from memory)\" beside it");
    files["primaries/breast.toml"] += figure_toml;
    std::string& pattern = files["primaries/breast.toml"];
    pattern.replace(pattern.rfind("read2020"), 8, "old1889");
    CHECK(told_by(check_confidence, files) == "");
    pattern += "confidence = \"verified\"\n";
    begins(told_by(check_confidence, files),
           "breast.toml:38:14: shown as verified, though nobody opened its source 'old1889'");
}

TEST_CASE("a text does not show as sure what the pattern recalls") {
    Files files = sound_content();
    files["primaries/breast.md"] += "\nRibs in 29 % [@read2020].\n";
    files["primaries/breast.toml"] += figure_toml;
    begins(told_by(check_confidence, files),
           "breast.md:8:9: the figure '29 %' is recalled in breast.toml, and the text shows it as "
           "sure");
    files["primaries/breast.toml"] += "confidence = \"verified\"\n";
    CHECK(told_by(check_confidence, files) == "");
}

TEST_CASE("a sentence that shares more than 12 words in a row with a text is told") {
    const std::string twelve = "a b c d e f g h i j k l";
    const auto told = [](const std::string& text) {
        const ContentFolder folder(with("general/overview.plain.md", text));
        const ContentFolder sources({{"source.txt", "x A, b C d [e] f g\nh i j k l m n o.\n"},
                                     {"picture.png", "n o p q r s t u v w x y z"}});
        const auto faults = check_content(folder.root(), registry(), around(), sources.root());
        REQUIRE(faults);
        return in_words(*faults);
    };
    CHECK(told("Words, " + twelve + " and more.\n") == "");
    CHECK(told("Words, " + twelve + ". M n o.\n") == "");
    begins(told("First.\n\nWords, **" + twelve + "** m and more.\n"),
           "overview.plain.md:3:10: the sentence shares more than 12 words in a row with "
           "source.txt");
    CHECK(told("N o p q r s t u v w x y z.\n") == "");
    const ContentFolder folder(sound_content());
    CHECK_FALSE(check_content(folder.root(), registry(), around(), "no such folder"));
}
