#include "app/study_stage.h"

#include <glm/trigonometric.hpp>

#include <algorithm>

namespace osteon::app {
namespace {

using anatomy::BoneIndex;
using study::Kind;

std::optional<float> in_radians(const std::optional<float>& degrees) {
    return degrees ? std::optional(glm::radians(*degrees)) : std::nullopt;
}

session::ShowQuestion picture_on_stage(const study::Picture& picture) {
    session::ShowQuestion action;
    action.shown.lit = picture.lit;
    action.shown.framed = picture.framed;
    action.yaw = in_radians(picture.yaw);
    action.pitch = in_radians(picture.pitch);
    action.only = picture.only;
    action.apart = picture.apart;
    action.lesions_of = picture.lesions_of;
    return action;
}

/// The bone that a wrong answer named or clicked, or no_bone.
BoneIndex mistaken_bone(const study::Question& question, const study::Outcome& outcome) {
    if (outcome.right) {
        return anatomy::no_bone;
    }
    if (const auto* const clicked = std::get_if<study::Clicked>(&outcome.given)) {
        return clicked->bone;
    }
    if (const auto* const chosen = std::get_if<study::Chosen>(&outcome.given)) {
        return question.choice_bones[chosen->choice];
    }
    return anatomy::no_bone;
}

/// Whether the answer is where the eye rests already.
bool is_in_view(Kind kind, const study::Outcome& outcome) {
    return kind == Kind::lesion_type ||
           (outcome.right && (kind == Kind::find_bone || kind == Kind::name_bone));
}

/// A bone taken for another is shown beside it, from where the learner looks: for a bone of the
/// other side that is where the mistake was made.
void show_mistake(session::ShowQuestion& action, const study::Question& question, BoneIndex bone,
                  const anatomy::Registry& registry) {
    action.shown.mistaken = {bone};
    const bool found_or_named =
        question.card.kind == Kind::find_bone || question.card.kind == Kind::name_bone;
    if (!found_or_named) {
        return;
    }
    action.shown.framed = action.shown.lit;
    action.shown.framed.push_back(bone);
    const BoneIndex right =
        question.card.bones.empty() ? anatomy::no_bone : question.answered.lit.front();
    if (right != anatomy::no_bone && registry.bones[right].mirror == bone) {
        action.yaw.reset();
        action.pitch.reset();
    }
    if (!action.only.empty() && std::ranges::find(action.only, bone) == action.only.end()) {
        action.only.push_back(bone);
    }
}

} // namespace

session::ShowQuestion question_on_stage(const study::Run& run, const anatomy::Registry& registry) {
    const study::Question* const question = run.question();
    session::ShowQuestion action;
    if (question == nullptr) {
        action.shown.names_hidden = false;
        action.shown.over = true;
        return action;
    }
    const study::Outcome* const outcome = run.outcome();
    action = picture_on_stage(outcome == nullptr ? question->asked : question->answered);
    action.shown.choices = question->choices.size();
    if (outcome == nullptr) {
        return action;
    }
    action.shown.names_hidden = false;
    action.keeps_camera = is_in_view(question->card.kind, *outcome);
    if (const BoneIndex bone = mistaken_bone(*question, *outcome); bone != anatomy::no_bone) {
        show_mistake(action, *question, bone, registry);
    }
    return action;
}

session::ReadingPlace reading_about(const study::Question& question,
                                    const anatomy::Registry& registry) {
    const std::string& article = question.article;
    if (!article.empty()) {
        const std::size_t hash = article.find('#');
        return {article.substr(0, hash), hash == std::string::npos ? "" : article.substr(hash + 1)};
    }
    if (question.card.bones.empty() && question.answered.lit.empty()) {
        return {};
    }
    const BoneIndex bone =
        question.answered.lit.empty() ? question.card.bones.front() : question.answered.lit.front();
    return {session::page_of_bone(registry.bones[bone].id), {}};
}

} // namespace osteon::app
