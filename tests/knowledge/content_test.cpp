#include "anatomy/registry.h"
#include "knowledge/knowledge.h"
#include "knowledge/search.h"
#include "knowledge/source_count.h"
#include "support/shipped_surroundings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace osteon;
using namespace osteon::knowledge;

namespace {

const std::filesystem::path source = OSTEON_SOURCE_DIR;

const anatomy::Registry& registry() {
    static const auto loaded = anatomy::load_registry(source / "assets/anatomy/bones.toml");
    REQUIRE_MESSAGE(loaded, (loaded ? "" : describe(loaded.error())));
    return *loaded;
}

const Knowledge& english() {
    static const auto loaded =
        load_knowledge(source / "content", "en", registry(), testing::shipped_surroundings());
    REQUIRE(loaded);
    return *loaded;
}

} // namespace

TEST_CASE("the shipped content is without a fault") {
    const auto faults =
        check_content(source / "content", registry(), testing::shipped_surroundings());
    REQUIRE(faults);
    for (const ContentFault& fault : *faults) {
        FAIL_CHECK(fault.file.lexically_relative(source).string(), ":", fault.line, ":",
                   fault.column, ": ", fault.expected);
    }
}

TEST_CASE("the five common sites and eleven primaries are there, each with both reading levels") {
    const Knowledge& knowledge = english();
    CHECK(knowledge.parts("").size() == 5);
    CHECK(knowledge.primaries.size() == 11);
    for (const Site& site : knowledge.sites) {
        INFO(site.id);
        CHECK_FALSE(site.bones.empty());
        REQUIRE(knowledge.article(site.article) != nullptr);
    }
    for (const Primary& primary : knowledge.primaries) {
        INFO(primary.id);
        REQUIRE(knowledge.article(primary.article) != nullptr);
    }
    for (const Article& article : knowledge.articles) {
        INFO(article.id);
        CHECK_FALSE(article.at(ReadingLevel::clinical).blocks.empty());
        CHECK_FALSE(article.plain.blocks.empty());
    }
}

TEST_CASE("every region of spread is a site, and each primary has a heat for it") {
    for (const std::string_view region : spread_regions) {
        INFO(region);
        CHECK(english().site(region) != nullptr);
        for (const Primary& primary : english().primaries) {
            INFO(primary.id);
            CHECK(primary.heat_step(region) >= 0);
            CHECK(primary.heat_step(region) <= 4);
        }
        CHECK(english().overview.heat_step(region) >= 0);
    }
}

TEST_CASE("no chart mixes shares of patients with shares of lesions") {
    for (const Primary& primary : english().primaries) {
        for (const Basis basis : {Basis::patients, Basis::lesions}) {
            std::map<std::string, int> bars;
            for (const SpreadFigure* figure : primary.chart(basis)) {
                CHECK(figure->basis == basis);
                CHECK(++bars[figure->region] == 1);
            }
        }
    }
}

TEST_CASE("the lesions that one source counts in one way add to no more than all of them") {
    for (const Primary& primary : english().primaries) {
        for (const SpreadFigure* figure : primary.chart(Basis::lesions)) {
            double sum = 0.0;
            for (const SpreadFigure* other : primary.chart(Basis::lesions)) {
                sum += other->sources == figure->sources ? other->percent : 0.0;
            }
            INFO(primary.id, " ", figure->sources.front());
            CHECK(sum <= 100.0);
        }
    }
}

TEST_CASE("figures carry over from the vetted facts") {
    const Primary* breast = english().primary("breast");
    REQUIRE(breast != nullptr);
    REQUIRE(breast->figure("sternum") != nullptr);
    CHECK(breast->figure("sternum")->percent == doctest::Approx(11.2));
    CHECK(breast->figure("sternum")->basis == Basis::patients);
    CHECK(breast->figure("mandible") == nullptr);
    const Primary* prostate = english().primary("prostate");
    REQUIRE(prostate != nullptr);
    REQUIRE(prostate->figure("scapula") != nullptr);
    CHECK(prostate->figure("scapula")->method == Method::lower_bound);
    CHECK_FALSE(english().primary("myeloma")->is_metastasis);
}

TEST_CASE("what was cited from memory is told apart from what was read") {
    const Reference* read = english().reference("macedo2017");
    const Reference* recalled = english().reference("paget1889");
    REQUIRE(read != nullptr);
    REQUIRE(recalled != nullptr);
    CHECK(read->retrieved);
    CHECK_FALSE(recalled->retrieved);
}

TEST_CASE("a language that is not there is told with a cure") {
    const auto missing =
        load_knowledge(source / "content", "xx", registry(), testing::shipped_surroundings());
    REQUIRE_FALSE(missing);
    CHECK(missing.error().fault == Fault::input);
    CHECK(missing.error().reason == "there is no such folder");
    CHECK_FALSE(missing.error().cure.empty());
}

namespace {

const Search& search() {
    static const Search built(registry(), english());
    return built;
}

/// Whether `id` is among the first `count` hits.
bool finds(std::string_view query, std::string_view id, std::size_t count = 3) {
    const SearchResult result = search().find(query, count);
    return std::any_of(result.hits.begin(), result.hits.end(),
                       [&](const Hit& hit) { return hit.id == id; });
}

} // namespace

TEST_CASE("a bone is found by its English and Latin name, its variants and its FMA id") {
    CHECK(finds("L3", "vertebra_l3", 1));
    CHECK(finds("third lumbar", "vertebra_l3", 1));
    CHECK(finds("vertebra lumbalis III", "vertebra_l3", 1));
    CHECK(finds("VERTEBRA LUMBALIS iii", "vertebra_l3", 1));
    CHECK(finds("left femur", "femur_left", 1));
    CHECK(finds("femur left", "femur_left", 1));
    CHECK(finds("24474", "femur_right", 2));
    CHECK(finds("FMA24474", "femur_right", 2));
    CHECK(finds("hip", "hip_bone_left", 4));
    CHECK(finds("left hip", "hip_bone_left", 1));
}

TEST_CASE("words that are still being typed find already") {
    CHECK(finds("mandi", "mandible"));
    CHECK(finds("fem", "femur", 1));
    CHECK(finds("left fem", "femur_left", 1));
}

TEST_CASE("sites and primaries come before single bones, and are found by other names") {
    CHECK(search().find("spine").hits.front().kind == HitKind::site);
    CHECK(search().find("breast").hits.front().kind == HitKind::primary);
    CHECK(finds("renal cell", "kidney", 1));
    CHECK(finds("hepatocellular", "liver", 1));
}

TEST_CASE("typing errors are forgiven, and the near word is named") {
    CHECK(finds("femr", "femur", 1));
    CHECK(search().find("femr").did_you_mean == "femur");
    CHECK(finds("prostrate", "prostate", 2));
    CHECK(finds("scapulla", "scapula"));
    CHECK(finds("lft femur", "femur_left", 2));
}

TEST_CASE("a landmark is found in English and Latin, by its side, its bone and other names") {
    CHECK(finds("greater trochanter", "femur_right#greater_trochanter", 2));
    CHECK(finds("greater trochanter left", "femur_left#greater_trochanter", 1));
    CHECK(finds("left greater troch", "femur_left#greater_trochanter", 1));
    CHECK(finds("trochanter major", "femur_left#greater_trochanter", 2));
    CHECK(finds("pedicle of L3", "vertebra_l3#pedicle", 1));
    CHECK(finds("L3 pedicle", "vertebra_l3#pedicle", 1));
    CHECK(finds("foramen magnum", "occipital_bone#foramen_magnum", 1));
    CHECK(finds("bicipital groove", "humerus_left#intertubercular_sulcus", 2));
    CHECK(finds("mastiod process", "temporal_bone_left#mastoid_process", 4));
}

TEST_CASE("the name of a bone finds the bone, and not all of its landmarks") {
    CHECK(search().find("L3").hits.front().kind == HitKind::bone);
    const auto count = [](std::string_view query) {
        const SearchResult result = search().find(query);
        return std::count_if(result.hits.begin(), result.hits.end(),
                             [](const Hit& hit) { return hit.kind == HitKind::landmark; });
    };
    CHECK(count("L3") == 0);
    CHECK(count("sternum") <= 6);
    CHECK(count("pedicle") <= 16);
}

TEST_CASE("words inside an article find it, with the words about them") {
    const SearchResult denosumab = search().find("denosumab");
    REQUIRE_FALSE(denosumab.hits.empty());
    CHECK(std::any_of(denosumab.hits.begin(), denosumab.hits.end(), [](const Hit& hit) {
        return hit.kind == HitKind::article && hit.subtitle.find("enosumab") != std::string::npos;
    }));
}

TEST_CASE("each section of an article is found, at its anchor, with the words marked") {
    const SearchResult result = search().find("radiotherapy");
    const auto found = std::ranges::find(result.hits, "treatment#radiotherapy", &Hit::id);
    REQUIRE(found != result.hits.end());
    CHECK(found->title == "Radiotherapy");
    CHECK(found->page == "Treatment");
    REQUIRE_FALSE(found->marks.empty());
    const TextRange mark = found->marks.front();
    CHECK(found->subtitle.substr(mark.begin, mark.end - mark.begin) == "Radiotherapy");
}

TEST_CASE("everyday words find what the texts call otherwise") {
    CHECK(search().find("backbone").hits.front().id == "spine");
    CHECK(finds("backbone", "vertebral_column"));
    CHECK(finds("high calcium", "hypercalcaemia", 1));
    CHECK(finds("bowel cancer", "colorectal", 1));
}

TEST_CASE("words find their other forms") {
    CHECK(finds("fractures", "symptoms#fracture", 12));
    CHECK(finds("biopsies", "biopsy"));
    CHECK(finds("ribs", "rib_bones", 2));
}

TEST_CASE("a reference is found by its author and year, and by its title") {
    CHECK(finds("Macedo 2017", "macedo2017", 1));
    CHECK(finds("Superiority of denosumab to zoledronic acid", "lipton2012"));
}

TEST_CASE("a question in a whole sentence finds the texts that have some of its words") {
    CHECK(finds("please explain the mirels score to me", "mirels_score", 1));
}

TEST_CASE("a plain reader gets no clinical text, and nothing that a fold hides") {
    const auto of = [](const char* query, ReadingLevel level) {
        return search().find(query, 60, level).hits;
    };
    for (const char* query : {"months", "survival", "median", "denosumab"}) {
        for (const Hit& hit : of(query, ReadingLevel::plain)) {
            CHECK((hit.kind != HitKind::article || hit.marks.empty() ||
                   hit.level == ReadingLevel::plain));
        }
    }
    const Document& folded = english().article("breast")->plain;
    for (const Block& block : folded.blocks) {
        if (block.kind == BlockKind::folded) {
            const std::string hidden = plain_text({block.blocks});
            for (const Hit& hit : of("months", ReadingLevel::plain)) {
                CHECK(hidden.find(hit.subtitle) == std::string::npos);
            }
        }
    }
    const auto both = of("tiredness", ReadingLevel::clinical);
    CHECK(std::ranges::any_of(
        both, [](const Hit& hit) { return hit.kind == HitKind::article && hit.page.size() > 0; }));
}

TEST_CASE("nothing is found where nothing is meant") {
    CHECK(search().find("").hits.empty());
    CHECK(search().find("   ").hits.empty());
    CHECK(search().find("\"'*()").hits.empty());
    CHECK(search().find("xqzvwkj").hits.empty());
    CHECK(search().find("xqzvwkj").did_you_mean.empty());
    CHECK(search().find("\xFF\xFE").hits.empty());
}

TEST_CASE("no more hits come than were asked for, the best first") {
    const SearchResult result = search().find("rib", 5);
    CHECK(result.hits.size() == 5);
    CHECK(std::is_sorted(result.hits.begin(), result.hits.end(),
                         [](const Hit& a, const Hit& b) { return a.score > b.score; }));
}

TEST_CASE("every primary has a way to bone that can be shown, but for myeloma, born in marrow") {
    for (const Primary& primary : english().primaries) {
        INFO(primary.id);
        const Route* const route = primary.route({});
        if (!primary.is_metastasis) {
            CHECK(route == nullptr);
            CHECK(primary.organs.empty());
            continue;
        }
        REQUIRE(route != nullptr);
        CHECK_FALSE(primary.origin.empty());
        bool reaches_bone = false;
        for (const RouteStep& step : route->steps) {
            CHECK_FALSE(step.text.empty());
            CHECK_FALSE(step.vessels.empty());
            reaches_bone = reaches_bone || !step.sites.empty();
        }
        CHECK(reaches_bone);
        CHECK(primary.route("no_such_route") == nullptr);
        CHECK(primary.route(route->id) == route);
    }
}

TEST_CASE(
    "no sentence shares more than 12 words in a row with the texts that it was written from") {
    for (const char* folder : {"seeds", "facts"}) {
        const std::filesystem::path texts = source / ".." / "shared" / folder;
        if (!std::filesystem::is_directory(texts)) {
            MESSAGE("skipped: there is no ", texts.string());
            continue;
        }
        const auto faults =
            check_content(source / "content", registry(), testing::shipped_surroundings(), texts);
        REQUIRE(faults);
        for (const ContentFault& fault : *faults) {
            FAIL_CHECK(fault.file.lexically_relative(source).string(), ":", fault.line, ":",
                       fault.column, ": ", fault.expected);
        }
    }
}

TEST_CASE("figures are counted, and those that stand on sources that were opened") {
    const Article* const complications = english().article("complications");
    REQUIRE(complications != nullptr);
    const SourceCount article = count_sources(*complications, english());
    CHECK(article.figures >= 10);
    CHECK(article.verified <= article.figures);
    const SourceCount breast = count_sources(*english().primary("breast"));
    CHECK(breast.figures >= 10);
    CHECK(breast.verified >= breast.figures / 2);
    CHECK(count_citations("macedo2017", english()) >= 5);
    CHECK(count_citations("no_such_key", english()) == 0);
}
