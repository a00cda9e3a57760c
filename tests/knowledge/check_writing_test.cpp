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
    CHECK_FALSE(check_content(ContentFolder(sound_content()).root(), registry(), around(),
                              "no such folder"));
}
