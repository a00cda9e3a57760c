#pragma once

#include "anatomy/registry.h"
#include "knowledge/knowledge.h"

#include <filesystem>
#include <string>
#include <vector>

namespace osteon::knowledge {

/// A question of self-study with one right answer.
struct Question {
    std::string id;
    ReadingLevel level = ReadingLevel::clinical;
    std::string text;
    std::string right;
    std::vector<std::string> wrong; ///< two or three, to be shuffled with the right one
    std::string explanation;
    std::vector<std::string> sources;        ///< keys of references
    std::vector<anatomy::BoneIndex> bones{}; ///< shown with the answer
    std::string site{};                      ///< shown with the answer where there are no bones
    std::string article{};                   ///< where to read on, "article#section"; may be empty
};

/// The questions of quiz.toml in the language of `known`; what is not translated stays English.
struct QuestionBank {
    std::vector<Question> questions;
    std::vector<ContentFault> faults; ///< what was left out, and why
    std::vector<ContentFault> gaps;   ///< what is not translated
};

/// Loads the question bank of a content folder. Without its file there are no questions.
QuestionBank load_quiz(const std::filesystem::path& content, const Knowledge& known,
                       const anatomy::Registry& registry);

} // namespace osteon::knowledge
