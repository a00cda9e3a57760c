#include "study/quiz.h"

#include "study/quiz_kinds.h"

#include <algorithm>
#include <utility>

namespace osteon::study {

std::vector<Card> all_cards(const Material& material) {
    std::vector<Card> cards;
    add_bone_cards(cards, material);
    add_spread_cards(cards, material);
    add_bank_cards(cards, material);
    std::ranges::stable_sort(cards, {}, &Card::kind);
    return cards;
}

std::optional<Question> question_of(const Card& card, const Material& material,
                                    std::uint64_t seed) {
    Random random(seed ^ hash_of(card.id));
    switch (card.kind) {
    case Kind::find_bone:
        return find_question(card, material);
    case Kind::name_bone:
        return name_question(card, material, random);
    case Kind::which_region:
        return region_question(card, material, random);
    case Kind::which_side:
        return side_question(card, material, random);
    case Kind::favoured_site:
        return site_question(card, material, random);
    case Kind::lesion_type:
        return lesion_question(card, material);
    case Kind::bank:
        return bank_question(card, material, random);
    }
    return std::nullopt;
}

void set_choices(Question& question, std::vector<Choice> choices, Random& random) {
    std::vector<std::size_t> order(choices.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    random.shuffle(order);
    std::vector<std::size_t> wrong;
    for (std::size_t place = 0; place < order.size(); ++place) {
        Choice& choice = choices[order[place]];
        if (order[place] == 0) {
            question.right = place;
        } else {
            wrong.push_back(place);
        }
        question.choices.push_back(std::move(choice.text));
        question.choice_bones.push_back(choice.bone);
    }
    random.shuffle(wrong);
    const std::size_t struck = choices.size() < 3 ? 0 : choices.size() / 2; // of 4 and 3: 2 and 1
    wrong.resize(struck);
    std::ranges::sort(wrong);
    question.struck = std::move(wrong);
}

std::string_view subject_of(std::string_view card) {
    return card.substr(card.find(':') + 1);
}

} // namespace osteon::study
