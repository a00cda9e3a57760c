#pragma once

#include "base/random.h"
#include "study/quiz.h"

namespace osteon::study {

// The cards and questions of each kind, for quiz.cpp.

void add_bone_cards(std::vector<Card>& cards, const Material& material);
std::optional<Question> find_question(const Card& card, const Material& material);
/// In Latin where the card's id begins with "latin:".
std::optional<Question> name_question(const Card& card, const Material& material, Random& random);
std::optional<Question> region_question(const Card& card, const Material& material, Random& random);
std::optional<Question> side_question(const Card& card, const Material& material, Random& random);

void add_spread_cards(std::vector<Card>& cards, const Material& material);
std::optional<Question> site_question(const Card& card, const Material& material, Random& random);
std::optional<Question> lesion_question(const Card& card, const Material& material);

void add_bank_cards(std::vector<Card>& cards, const Material& material);
std::optional<Question> bank_question(const Card& card, const Material& material, Random& random);

/// A choice of a question, and the bone that it names.
struct Choice {
    std::string text;
    BoneIndex bone = anatomy::no_bone;
};
/// Gives a question its choices, the first of which is the right one, in a random order; half of
/// the wrong ones are struck out by its hint.
void set_choices(Question& question, std::vector<Choice> choices, Random& random);

/// The part of an id after its word: "femur_left" of "find:femur_left".
std::string_view subject_of(std::string_view card);

} // namespace osteon::study
