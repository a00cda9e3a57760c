#include "knowledge/fixture.h"
#include "knowledge/quiz.h"

#include <algorithm>

using namespace osteon;
using namespace osteon::knowledge;
using namespace osteon::knowledge::test;

namespace {

constexpr std::string_view one_question = R"([[question]]
id = "neck"
level = "plain"
text = "How many?"
right = "Seven"
wrong = ["Five", "Nine"]
explanation = "The neck has seven."
bones = ["sacrum"]
site = "spine"
article = "overview#first"
)";

QuestionBank bank_of(Files files, std::string_view language = "en") {
    const ContentFolder folder(files);
    const auto known = load_knowledge(folder.root(), language, registry(), around());
    REQUIRE(known);
    return load_quiz(folder.root(), *known, registry());
}

Files with_quiz(std::string text) {
    Files files = sound_content();
    files["quiz.toml"] = std::move(text);
    return files;
}

/// The bank with one stretch of its question replaced.
QuestionBank spoilt(std::string_view what, std::string_view by) {
    std::string text(one_question);
    text.replace(text.find(what), what.size(), by);
    return bank_of(with_quiz(text));
}

bool tells(const std::vector<ContentFault>& faults, std::string_view words) {
    return std::ranges::any_of(faults, [&](const ContentFault& fault) {
        return fault.expected.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("A question is read with its answers, its bones and where to read on") {
    const QuestionBank bank = bank_of(with_quiz(std::string(one_question)));
    CHECK_MESSAGE(bank.faults.empty(), in_words(bank.faults));
    REQUIRE(bank.questions.size() == 1);
    const Question& question = bank.questions.front();
    CHECK(question.level == ReadingLevel::plain);
    CHECK(question.right == "Seven");
    CHECK(question.wrong == std::vector<std::string>{"Five", "Nine"});
    CHECK(question.bones == std::vector<anatomy::BoneIndex>{registry().find("sacrum")});
    CHECK(question.article == "overview#first");
}

TEST_CASE("Without a question bank there are no questions and no faults") {
    const QuestionBank bank = bank_of(sound_content());
    CHECK(bank.questions.empty());
    CHECK(bank.faults.empty());
}

TEST_CASE("What is wrong with a question is told with its place") {
    CHECK(tells(spoilt("\"Nine\"", "\"Five\"").faults, "'Five' is there already"));
    CHECK(tells(spoilt("\"Nine\"", "\"Seven\"").faults, "'Seven' is there already"));
    CHECK(spoilt("\"Nine\"", "\"Seven\"").questions.empty()); // no two right answers
    CHECK(tells(spoilt(", \"Nine\"", "").faults, "2 or 3 wrong answers"));
    CHECK(tells(spoilt("\"sacrum\"", "\"tail\"").faults, "no bone 'tail'"));
    CHECK(tells(spoilt("\"spine\"", "\"moon\"").faults, "no site 'moon'"));
    CHECK(tells(spoilt("overview#first", "overview#last").faults, "no section 'last'"));
    CHECK(tells(spoilt("\"plain\"", "\"easy\"").faults, "level"));
    CHECK(tells(spoilt("site =", "place =").faults, "place"));
    const QuestionBank share = spoilt("has seven.", "has seven in 99 % of people.");
    CHECK(tells(share.faults, "expected its source"));
    CHECK(share.faults.front().line == 1);
}

TEST_CASE("A question that is not translated stays English and is told") {
    Files files = with_quiz(std::string(one_question) + R"([[question]]
id = "ribs"
level = "plain"
text = "How many ribs?"
right = "Twelve pairs"
wrong = ["Ten", "Nine"]
explanation = "Twelve."
)");
    files["de/language.toml"] = "name = \"Deutsch\"\nenglish_name = \"German\"\n";
    files["de/quiz.toml"] = R"([[question]]
id = "neck"
text = "Wie viele?"
right = "Sieben"
wrong = ["Fünf", "Neun"]
explanation = "Der Hals hat sieben."
)";
    const QuestionBank bank = bank_of(files, "de");
    REQUIRE(bank.questions.size() == 2);
    CHECK(bank.questions[0].right == "Sieben");
    CHECK(bank.questions[0].site == "spine");
    CHECK(bank.questions[1].right == "Twelve pairs");
    CHECK(tells(bank.gaps, "'ribs' is not translated"));
    files["de/quiz.toml"] += "[[question]]\nid = \"toes\"\ntext = \"?\"\nright = \"a\"\n"
                             "wrong = [\"b\", \"c\"]\nexplanation = \"d\"\n";
    CHECK(tells(bank_of(files, "de").faults, "no question 'toes'"));
}
