#include "study/quiz_kinds.h"

#include <algorithm>

namespace osteon::study {

void add_bank_cards(std::vector<Card>& cards, const Material& material) {
    for (const knowledge::Question& entry : material.bank.questions) {
        cards.push_back({"bank:" + entry.id, Kind::bank, entry.bones});
    }
}

std::optional<Question> bank_question(const Card& card, const Material& material, Random& random) {
    const auto& bank = material.bank.questions;
    const auto entry = std::ranges::find(bank, subject_of(card.id), &knowledge::Question::id);
    if (entry == bank.end()) {
        return std::nullopt;
    }
    Question question;
    question.card = card;
    question.text = entry->text;
    question.explanation = entry->explanation;
    question.sources = entry->sources;
    question.article = entry->article;
    std::vector<Choice> choices{{entry->right}};
    for (const std::string& wrong : entry->wrong) {
        choices.push_back({wrong});
    }
    set_choices(question, std::move(choices), random);
    question.asked.yaw = 10.0F;
    question.asked.pitch = 1.0F;
    const knowledge::Site* const site = material.knowledge.site(entry->site);
    question.answered.lit = entry->bones;
    if (question.answered.lit.empty() && site != nullptr) {
        question.answered.lit = site->bones;
    }
    question.answered.framed = question.answered.lit;
    if (site != nullptr) {
        question.answered.yaw = site->yaw;
        question.answered.pitch = site->pitch;
    }
    return question;
}

} // namespace osteon::study
