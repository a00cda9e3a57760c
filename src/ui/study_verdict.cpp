#include "knowledge/sentence.h"
#include "study/view.h"
#include "ui/study_question.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace osteon::ui {
namespace {

using anatomy::BoneIndex;
using study::Outcome;
using study::Question;

const anatomy::Bone* bone_at(const PanelContext& context, BoneIndex bone) {
    const auto& bones = context.input.world.registry.bones;
    return bone < bones.size() ? &bones[bone] : nullptr;
}

/// The bone that was clicked in the place of another, or nullptr.
const anatomy::Bone* clicked_bone(const PanelContext& context, const Outcome& outcome) {
    const auto* const clicked = std::get_if<study::Clicked>(&outcome.given);
    return clicked != nullptr && !outcome.right ? bone_at(context, clicked->bone) : nullptr;
}

std::string title_of(const PanelContext& context, const Question& question,
                     const Outcome& outcome) {
    if (outcome.right) {
        return outcome.hinted ? context.tr("That is right, with the hint")
                              : context.tr("That is right");
    }
    const knowledge::Language& language = context.language();
    if (const anatomy::Bone* const bone = clicked_bone(context, outcome)) {
        return context.tr("That was the {}.", knowledge::within_sentence(bone->name, language));
    }
    if (question.choices.empty()) {
        const anatomy::Bone* const bone = bone_at(context, question.targets.front());
        return context.tr("This is the {}.", knowledge::within_sentence(bone->name, language));
    }
    return context.tr("The answer: {}", question.choices[question.right]);
}

/// Why left and right are easily taken for each other, where that is what happened.
std::string side_remark(const PanelContext& context, const Question& question,
                        const Outcome& outcome) {
    const anatomy::Bone* const bone = clicked_bone(context, outcome);
    if (bone == nullptr || bone->mirror != question.targets.front()) {
        return {};
    }
    const float turned =
        std::abs(std::remainder(context.input.pose.yaw, 2.0F * std::numbers::pi_v<float>));
    return turned > 0.5F * std::numbers::pi_v<float>
               ? context.tr("From behind, the body\u2019s left is on your left.")
               : context.tr("From the front, the body\u2019s left is on your right.");
}

std::string sources_of(const PanelContext& context, const Question& question) {
    std::string named;
    for (const std::string& key : question.sources) {
        if (const auto* const source = context.input.world.knowledge.reference(key)) {
            named += (named.empty() ? "" : ", ") + source->short_text;
        }
    }
    return named.empty() ? named : context.tr("Source: {}", named);
}

std::string told_of(const PanelContext& context, const study::Run& run) {
    const Question& question = *run.question();
    const Outcome& outcome = *run.outcome();
    std::string told = side_remark(context, question, outcome);
    told += (told.empty() ? "" : " ") + question.explanation;
    if (!outcome.right && run.index < run.planned) {
        told += ' ' + std::string(context.tr("It is asked again at the end."));
    }
    return told;
}

/// A ring with the sign of right or wrong.
void draw_sign(const PanelContext& context, ImVec2 centre, bool right) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const ImU32 colour = right ? context.theme.good : context.theme.warning;
    list->AddCircle(centre, context.px(24.0F), colour, 48, context.metrics.stroke(2.0F));
    draw_icon(list, right ? Icon::check : Icon::swap, centre, context.px(26.0F), colour);
}

bool has_article(const Question& question) {
    return !question.article.empty() || !question.answered.lit.empty() ||
           !question.card.bones.empty();
}

/// The words of a verdict with their faces.
struct Words {
    std::string title;
    std::string told;
    std::string sources;
    TextRole role = TextRole::secondary;
    bool right = false;
};

Words verdict_words(const PanelContext& context, const study::Run& run, bool tight) {
    const Question& question = *run.question();
    const Outcome& outcome = *run.outcome();
    return {title_of(context, question, outcome), told_of(context, run),
            sources_of(context, question), tight ? TextRole::caption : TextRole::secondary,
            outcome.right};
}

float height_of(const PanelContext& context, const Words& words, float width) {
    return measure_text(context, TextRole::card_title, words.title, width).y +
           measure_text(context, words.role, words.told, width).y +
           (words.sources.empty()
                ? 0.0F
                : measure_text(context, TextRole::caption, words.sources, width).y) +
           context.px(4.0F);
}

/// At the cursor, each under the other.
void draw_words(PanelContext& context, const Words& words, float width) {
    const float left = ImGui::GetCursorScreenPos().x;
    const auto line = [&](TextRole face, ImU32 colour, const std::string& text) {
        ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y});
        wrapped_text(context, face, colour, text, width);
    };
    line(TextRole::card_title, words.right ? context.theme.good : context.theme.text1, words.title);
    gap(context, 4.0F);
    line(words.role, context.theme.text2, words.told);
    if (!words.sources.empty()) {
        line(TextRole::caption, context.theme.text3, words.sources);
    }
}

/// Pixels that Why it matters and Next take beside each other.
float buttons_width(const PanelContext& context, const Question& question) {
    return button_width(context, context.tr("Next"), {.icon = Icon::right}) +
           (has_article(question)
                ? button_width(context, context.tr("Why it matters")) + context.px(12.0F)
                : 0.0F);
}

/// Why it matters, and Next; right-aligned from the right end of `row`.
void draw_buttons(PanelContext& context, const Question& question, const Rect& row) {
    const char* const why = context.tr("Why it matters");
    const char* const next = context.tr("Next");
    const float height = row.height / context.metrics.scale;
    const ButtonLook go_on{.style = ButtonStyle::primary,
                           .icon = Icon::right,
                           .width = button_width(context, next, {.icon = Icon::right}),
                           .height = height};
    const float x = row.right() - go_on.width;
    if (has_article(question)) {
        const float left = x - context.px(12.0F) - button_width(context, why);
        const float start = std::max(left, row.x);
        ImGui::SetCursorScreenPos({start, row.y});
        if (button(context, why, {.width = x - context.px(12.0F) - start, .height = height})) {
            context.output.requests.emplace_back(ReadWhy{});
        }
    }
    ImGui::SetCursorScreenPos({x, row.y});
    if (button(context, next, go_on)) {
        context.output.requests.emplace_back(NextQuestion{});
    }
    tooltip(context, context.tr("Next (Space)"));
}

/// In a column beside the skeleton: the words, and below them the buttons.
void draw_column(PanelContext& context, const Rect& area, const Question& question,
                 const Words& words) {
    const float padding = context.px(12.0F);
    const float foot = context.px(40.0F);
    const FixedWindow window("verdict", area, {.stays_behind = true});
    draw_plate(context, ImGui::GetWindowDrawList(), {area.x, area.y}, {area.right(), area.bottom()},
               context.px(12.0F), false);
    ImGui::SetCursorScreenPos({area.x, area.y});
    {
        const ScrollArea scroll(context, "verdict words",
                                {area.width, area.height - foot - 1.5F * padding},
                                {padding, padding});
        draw_words(context, words, area.width - 2.0F * padding);
    }
    draw_buttons(
        context, question,
        {area.x + padding, area.bottom() - padding - foot, area.width - 2.0F * padding, foot});
}

} // namespace

void draw_verdict(PanelContext& context, const Rect& area) {
    const study::Run& run = *context.input.study->run;
    const Question& question = *run.question();
    const bool tight = area.width < context.px(640.0F);
    const Words words = verdict_words(context, run, tight);
    if (area.width < context.px(460.0F)) {
        draw_column(context, area, question, words);
        return;
    }
    const float padding = context.px(tight ? 12.0F : 24.0F);
    const float sign = tight ? 0.0F : context.px(72.0F);
    const float width =
        area.width - 2.0F * padding - sign - buttons_width(context, question) - context.px(20.0F);
    const float height = height_of(context, words, width);
    Rect plate = area;
    plate.height = std::max(area.height, height + 2.0F * padding);
    plate.y = area.bottom() - plate.height;
    const FixedWindow window("verdict", plate, {.stays_behind = true});
    draw_plate(context, ImGui::GetWindowDrawList(), {plate.x, plate.y},
               {plate.right(), plate.bottom()}, context.px(12.0F), false);
    const Rect inner = plate.inset(padding);
    if (sign > 0.0F) {
        draw_sign(context, {inner.x + context.px(24.0F), inner.centre().y}, words.right);
    }
    const float button = context.px(44.0F);
    draw_buttons(context, question,
                 {inner.x, std::floor(inner.centre().y - 0.5F * button), inner.width, button});
    ImGui::SetCursorScreenPos({inner.x + sign, std::floor(inner.centre().y - 0.5F * height)});
    draw_words(context, words, width);
}

} // namespace osteon::ui
