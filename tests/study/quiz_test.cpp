#include "knowledge/regions.h"
#include "study/quiz.h"
#include "support/shipped_registry.h"
#include "support/shipped_surroundings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>

using namespace osteon;
using namespace osteon::study;

namespace {

/// What is shipped, in a language.
struct Shipped {
    anatomy::Registry registry = testing::shipped_registry();
    knowledge::Knowledge knowledge;
    knowledge::QuestionBank bank;

    explicit Shipped(const std::string& language) {
        const auto content = std::filesystem::path(OSTEON_SOURCE_DIR) / "content";
        auto around = testing::shipped_surroundings();
        auto known = knowledge::load_knowledge(content, language, registry, around);
        REQUIRE(known.has_value());
        knowledge = std::move(*known);
        knowledge::rename_anatomy(knowledge.names, registry, around);
        bank = knowledge::load_quiz(content, knowledge, registry);
    }
    Material material() const { return {registry, knowledge, bank}; }
};

const Shipped& english() {
    static const Shipped shipped("en");
    return shipped;
}

const Shipped& german() {
    static const Shipped shipped("de");
    return shipped;
}

Question ask(const Shipped& shipped, const std::string& id, std::uint64_t seed = 1) {
    const auto question = question_of({id, *kind_of_card(id), {}}, shipped.material(), seed);
    REQUIRE_MESSAGE(question.has_value(), id);
    return *question;
}

std::string right_of(const Question& question) {
    return question.choices[question.right];
}

void check_question(const Question& question, const anatomy::Registry& registry) {
    const std::string& id = question.card.id;
    CHECK_MESSAGE(!question.text.empty(), id);
    CHECK_MESSAGE(question.text.find("{}") == std::string::npos, id);
    CHECK_MESSAGE(!question.explanation.empty(), id);
    const std::set<std::string> different(question.choices.begin(), question.choices.end());
    CHECK_MESSAGE(different.size() == question.choices.size(), id);
    CHECK_MESSAGE(!different.contains(""), id);
    CHECK_MESSAGE(question.choices.empty() == !question.targets.empty(), id);
    CHECK_MESSAGE(question.choice_bones.size() == question.choices.size(), id);
    if (!question.choices.empty()) {
        CHECK_MESSAGE(question.right < question.choices.size(), id);
        CHECK_MESSAGE(question.choices.size() >= 2, id);
        CHECK_MESSAGE(question.choices.size() <= 4, id);
    }
    for (const std::size_t struck : question.struck) {
        CHECK_MESSAGE(struck != question.right, id);
    }
    for (const BoneIndex bone : question.answered.lit) {
        CHECK_MESSAGE(bone < registry.bones.size(), id);
    }
}

} // namespace

TEST_CASE("Each of the 206 bones can be asked for and named, in English and in German") {
    for (const Shipped* const shipped : {&english(), &german()}) {
        std::size_t bones = 0;
        for (const anatomy::Bone& bone : shipped->registry.bones) {
            if (bone.kind != anatomy::PieceKind::bone) {
                continue;
            }
            ++bones;
            const Question find = ask(*shipped, "find:" + bone.id);
            CHECK(find.targets == std::vector<BoneIndex>{shipped->registry.find(bone.id)});
            const Question name = ask(*shipped, "name:" + bone.id);
            CHECK(name.choices.size() == 4);
            CHECK(right_of(name) == bone.name);
            CHECK(right_of(ask(*shipped, "latin:" + bone.id)) == bone.latin);
        }
        CHECK(bones == 206);
    }
}

TEST_CASE("Every card makes a question with one right answer and no two choices alike") {
    for (const Shipped* const shipped : {&english(), &german()}) {
        std::set<std::string> ids;
        for (const Card& card : all_cards(shipped->material())) {
            CHECK_MESSAGE(ids.insert(card.id).second, card.id);
            CHECK_MESSAGE(kind_of_card(card.id) == card.kind, card.id);
            for (const std::uint64_t seed : {1U, 2U, 3U}) {
                const auto question = question_of(card, shipped->material(), seed);
                REQUIRE_MESSAGE(question.has_value(), card.id);
                check_question(*question, shipped->registry);
            }
        }
    }
}

TEST_CASE("Cards are the same in every language, and of all seven kinds") {
    const auto in_english = all_cards(english().material());
    const auto in_german = all_cards(german().material());
    CHECK(in_english == in_german);
    for (const Kind kind : c_kinds) {
        CHECK_MESSAGE(std::ranges::count(in_english, kind, &Card::kind) > 0, to_string(kind));
    }
    CHECK(std::ranges::count(in_english, Kind::bank, &Card::kind) >= 150);
}

TEST_CASE("The same seed asks the same, another one otherwise") {
    const Question first = ask(english(), "name:scaphoid_left", 5);
    CHECK(ask(english(), "name:scaphoid_left", 5).choices == first.choices);
    bool differs = false;
    for (std::uint64_t seed = 6; seed < 16; ++seed) {
        differs = differs || ask(english(), "name:scaphoid_left", seed).choices != first.choices;
    }
    CHECK(differs);
}

TEST_CASE("Names to choose from are those of neighbours and of the other side") {
    const Question question = ask(english(), "name:scaphoid_left");
    const std::set<std::string> choices(question.choices.begin(), question.choices.end());
    CHECK(choices.contains("Right scaphoid"));
    for (const BoneIndex bone : question.choice_bones) {
        CHECK(english().registry.bones[bone].region.starts_with("carpus_"));
    }
    CHECK(ask(english(), "find:scapula_left").text == "Click the left scapula");
}

TEST_CASE("A bone that is to be found is not lit, and both sides are in view") {
    const Question question = ask(english(), "find:scapula_left");
    const auto& framed = question.asked.framed;
    const auto& registry = english().registry;
    CHECK(question.asked.lit.empty());
    CHECK(std::ranges::find(framed, registry.find("scapula_left")) != framed.end());
    CHECK(std::ranges::find(framed, registry.find("scapula_right")) != framed.end());
    CHECK(question.asked.yaw == 180.0F);
    CHECK(question.remark.find("back") != std::string::npos);
    CHECK(question.answered.lit == question.targets);
}

TEST_CASE("Every bone to be found or named is in the picture of its question") {
    for (const Card& card : all_cards(english().material())) {
        if (card.kind != Kind::find_bone && card.kind != Kind::name_bone) {
            continue;
        }
        const auto question = question_of(card, english().material(), 1);
        REQUIRE(question.has_value());
        const Picture& asked = question->asked;
        const BoneIndex bone = card.bones.front();
        CHECK_MESSAGE(std::ranges::find(asked.framed, bone) != asked.framed.end(), card.id);
        const bool shown =
            asked.only.empty() || std::ranges::find(asked.only, bone) != asked.only.end();
        CHECK_MESSAGE(shown, card.id);
    }
}

TEST_CASE("A bone alone is asked from both sides of the body, seen from front and back") {
    std::set<std::size_t> sides;
    std::set<float> views;
    for (std::uint64_t seed = 0; seed < 16; ++seed) {
        const Question question = ask(english(), "side:scapula", seed);
        sides.insert(question.right);
        views.insert(*question.asked.yaw);
        CHECK(question.asked.only.size() == 1);
        const auto& bone = english().registry.bones[question.asked.only.front()];
        CHECK((bone.side == anatomy::Side::left) == (question.right == 0));
    }
    CHECK(sides.size() == 2);
    CHECK(views.size() == 2);
}

TEST_CASE("A place is asked for only where the figures decide it, and their source is named") {
    const auto& primaries = english().knowledge.primaries;
    int asked = 0;
    for (const knowledge::Primary& primary : primaries) {
        const auto question =
            question_of({"site:" + primary.id, Kind::favoured_site, {}}, english().material(), 1);
        if (!question) {
            continue;
        }
        ++asked;
        CHECK_MESSAGE(!question->sources.empty(), primary.id);
        double most = 0.0;
        for (const auto basis : {knowledge::Basis::lesions, knowledge::Basis::patients}) {
            const auto chart = primary.chart(basis);
            if (!chart.empty() &&
                knowledge::region_name(chart.front()->region, english().knowledge) ==
                    right_of(*question)) {
                most = chart.front()->percent;
            }
        }
        CHECK_MESSAGE(most > 0.0, primary.id);
    }
    CHECK(asked >= 3);
    CHECK(right_of(ask(english(), "site:prostate")) == "Lumbar spine");
    const auto lung = question_of({"site:lung", Kind::favoured_site, {}}, english().material(), 1);
    CHECK_FALSE(lung.has_value()); // its largest figures are borrowed
}

TEST_CASE("Lesions are asked of primaries with a usual type, and called an illustration") {
    const Question blastic = ask(english(), "lesion:prostate");
    CHECK(right_of(blastic).starts_with("Blastic"));
    CHECK(right_of(ask(english(), "lesion:kidney")).starts_with("Lytic"));
    CHECK(right_of(ask(english(), "lesion:breast")).starts_with("Neither"));
    CHECK(blastic.remark.starts_with("Illustration"));
    CHECK(blastic.text.find("prostate") == std::string::npos);
    CHECK(blastic.asked.lesions_of == "prostate");
}

TEST_CASE("A question of the bank has its explanation, its source and its bones") {
    const Question question = ask(english(), "bank:neck_vertebrae");
    CHECK(right_of(question) == "Seven");
    CHECK(question.answered.lit.size() == 7);
    CHECK(question.article == "cervical_spine#anatomy");
    CHECK(right_of(ask(german(), "bank:neck_vertebrae")) == "Sieben");
}

TEST_CASE("What is not known any more cannot be asked") {
    for (const char* const id : {"find:tail_fin", "name:disc_l1_l2", "side:sacrum", "region:tail",
                                 "site:tail", "lesion:tail", "bank:tail"}) {
        const auto question = question_of({id, *kind_of_card(id), {}}, english().material(), 1);
        CHECK_MESSAGE(!question.has_value(), id);
    }
}
