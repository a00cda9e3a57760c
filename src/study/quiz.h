#pragma once

#include "knowledge/knowledge.h"
#include "knowledge/quiz.h"
#include "study/question.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace osteon::study {

/// What questions are made from: bones and regions, the figures of the primaries, and the question
/// bank, all in the language of `knowledge`.
struct Material {
    const anatomy::Registry& registry;
    const knowledge::Knowledge& knowledge;
    const knowledge::QuestionBank& bank;
};

/// All that can be asked, kind by kind. The ids are the same in every language.
std::vector<Card> all_cards(const Material& material);

/// The question of a card, or none where nothing of the material answers it any more. The same
/// seed makes the same question: it decides wrong choices, their order, and sides and views where
/// these are free.
std::optional<Question> question_of(const Card& card, const Material& material, std::uint64_t seed);

} // namespace osteon::study
