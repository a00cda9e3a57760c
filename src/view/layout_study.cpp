#include "view/layout_study.h"

#include "view/layout_parts.h"

#include <algorithm>

namespace osteon::view {
namespace {

// Lengths in px at 100 %.
constexpr float c_roomy_width = 900.0F; ///< of a stage, for choices beside the skeleton
constexpr float c_roomy_height = 540.0F;
constexpr float c_question_width = 760.0F;
constexpr float c_question_height = 142.0F;
constexpr float c_choices_width = 320.0F;
constexpr float c_choice_height = 64.0F;
constexpr float c_choice_gap = 10.0F;
constexpr float c_actions_width = 620.0F; ///< hint, don't know and end
constexpr float c_actions_height = 48.0F;
constexpr float c_verdict_width = 980.0F;
constexpr float c_verdict_height = 136.0F;
constexpr float c_today_width = 112.0F;
constexpr float c_today_height = 76.0F;
constexpr float c_compass_width = 76.0F;
constexpr float c_compass_height = 204.0F;
constexpr float c_summary_width = 640.0F;
constexpr float c_summary_height = 540.0F;
constexpr float c_name_column = 180.0F; ///< beside the skeleton, for the names of the answer

// The same where there is little room.
constexpr float c_tight_edge = 8.0F;
constexpr float c_tight_question = 78.0F;
constexpr float c_tight_choice = 44.0F;
constexpr float c_tight_gap = 6.0F;
constexpr float c_tight_actions = 44.0F;
constexpr float c_tight_verdict = 104.0F;

// The same where there is little height, as at 200 % of a small screen: words stand at the left,
// and the skeleton beside them has all of the height.
constexpr float c_low_height = 430.0F; ///< of a stage
constexpr float c_low_width = 480.0F;  ///< of a stage, for two columns
constexpr float c_low_share = 0.54F;   ///< of the stage, for the words
constexpr float c_low_words_least = 280.0F;
constexpr float c_low_words_most = 440.0F;
constexpr float c_low_question = 110.0F; ///< the least of an open one
constexpr float c_low_answered = 90.0F;
constexpr float c_low_choice = 34.0F; ///< the least
constexpr float c_low_choice_most = 44.0F;
constexpr float c_low_actions = 40.0F;

/// Everything in px at 100 %.
struct Places {
    Rect question;
    Rect answers;
    Rect verdict;
    Rect today;
    Rect compass;
    Rect free;
};

Places summary_places(const Rect& stage) {
    const float width = std::min(c_summary_width, stage.width - 2.0F * c_tight_edge);
    const float height = std::min(c_summary_height, stage.height - 2.0F * c_tight_edge);
    Places places;
    places.question = {stage.centre().x - 0.5F * width, stage.centre().y - 0.5F * height, width,
                       height};
    places.free = stage.inset(c_edge);
    return places;
}

Places roomy_places(const Rect& stage, const session::QuestionStage& question) {
    const float left = stage.x + c_edge;
    const float bottom = stage.bottom() - c_edge;
    const float middle = stage.centre().x;
    const bool open = question.names_hidden;
    Places places;
    const float width = std::min(c_question_width, stage.width - 2.0F * c_edge);
    places.question = {middle - 0.5F * width, stage.y + 20.0F, width, c_question_height};
    places.today = {left, bottom - c_today_height, c_today_width, c_today_height};
    places.compass = {stage.right() - c_edge - c_compass_width, bottom - c_compass_height,
                      c_compass_width, c_compass_height};
    const float most = stage.width - 2.0F * (c_edge + c_today_width + c_bar_gap);
    const float foot = std::min(open ? c_actions_width : c_verdict_width, most);
    const float height = open ? c_actions_height : c_verdict_height;
    places.verdict = {middle - 0.5F * foot, bottom - height, foot, height};
    const float top = places.question.bottom() + c_bar_gap;
    if (question.choices > 0) {
        const float column =
            static_cast<float>(question.choices) * (c_choice_height + c_choice_gap) - c_choice_gap;
        const float room = std::min(places.today.y, places.verdict.y) - c_bar_gap - top;
        const float shown = std::min(column, room);
        places.answers = {left, top + 0.5F * (room - shown), c_choices_width, shown};
    }
    const float from =
        question.choices > 0 ? places.answers.right() + c_edge : left + c_name_column;
    const float to = places.compass.x - (open ? c_bar_gap : c_name_column - c_compass_width);
    places.free = {from, top, to - from, places.verdict.y - c_bar_gap - top};
    return places;
}

Places tight_places(const Rect& stage, const session::QuestionStage& question) {
    const float left = stage.x + c_tight_edge;
    const float width = stage.width - 2.0F * c_tight_edge;
    const float bottom = stage.bottom() - c_tight_edge;
    const bool open = question.names_hidden;
    Places places;
    places.question = {left, stage.y + c_tight_edge, width, c_tight_question};
    const float height = open ? c_tight_actions : c_tight_verdict;
    places.verdict = {left, bottom - height, width, height};
    float foot = places.verdict.y - c_tight_gap;
    if (question.choices > 0 && open) {
        const auto rows = static_cast<float>((question.choices + 1) / 2);
        const float column = rows * (c_tight_choice + c_tight_gap) - c_tight_gap;
        places.answers = {left, foot - column, width, column};
        foot = places.answers.y - c_tight_gap;
    }
    const float top = places.question.bottom() + c_tight_gap;
    places.free = {left, top, width, std::max(foot - top, 0.1F * stage.height)};
    return places;
}

Places low_places(const Rect& stage, const session::QuestionStage& question) {
    const Rect inner = stage.inset(c_tight_edge);
    const float width = std::clamp(c_low_share * stage.width, c_low_words_least, c_low_words_most);
    const auto column = [&](float top, float height) { return Rect{inner.x, top, width, height}; };
    Places places;
    if (question.names_hidden) {
        const float foot = inner.bottom() - c_low_actions - c_tight_gap;
        places.verdict = column(inner.bottom() - c_low_actions, c_low_actions);
        const auto count = static_cast<float>(question.choices);
        const float room = foot - inner.y - c_low_question - c_tight_gap;
        const float row =
            std::clamp(room / std::max(count, 1.0F) - c_tight_gap, c_low_choice, c_low_choice_most);
        const float rows = std::max(count * (row + c_tight_gap) - c_tight_gap, 0.0F);
        places.answers = question.choices > 0 ? column(foot - rows, rows) : Rect{};
        const float below = question.choices > 0 ? places.answers.y - c_tight_gap : foot;
        places.question = column(inner.y, std::max(below - inner.y, c_tight_question));
    } else {
        places.question = column(inner.y, c_low_answered);
        const float top = places.question.bottom() + c_tight_gap;
        places.verdict = column(top, inner.bottom() - top);
    }
    const float left = inner.x + width + c_tight_gap;
    places.free = {left, inner.y, inner.right() - left, inner.height};
    return places;
}

Places places_on(const Rect& stage, const session::QuestionStage& question) {
    if (question.over) {
        return summary_places(stage);
    }
    if (stage.height < c_low_height && stage.width >= c_low_width) {
        return low_places(stage, question);
    }
    const bool roomy = stage.width >= c_roomy_width && stage.height >= c_roomy_height;
    return roomy ? roomy_places(stage, question) : tight_places(stage, question);
}

} // namespace

session::Settings beside_question(const session::Settings& settings,
                                  const session::QuestionStage& question) {
    using session::Drawer;
    session::Settings beside = settings;
    beside.panel_folded = !question.reads;
    if (beside.drawer != Drawer::settings && beside.drawer != Drawer::help) {
        beside.drawer = Drawer::none;
    }
    return beside;
}

session::Settings at_study_home(const session::Settings& settings) {
    session::Settings home = settings;
    home.panel_folded = settings.panel_folded && settings.mode != session::Mode::study;
    return home;
}

Furniture question_furniture(const Layout& layout, const session::QuestionStage& question) {
    const float s = layout.scale;
    const Places places = places_on(to_units(uncovered_stage(layout), s), question);
    Furniture taken;
    taken.mode_words = false;
    taken.question = to_pixels(places.question, s);
    taken.answers = to_pixels(places.answers, s);
    taken.verdict = to_pixels(places.verdict, s);
    taken.today = to_pixels(places.today, s);
    taken.compass = to_pixels(places.compass, s);
    return taken;
}

Rect free_beside_question(const Rect& stage, const session::QuestionStage& question) {
    return places_on(stage, question).free;
}

} // namespace osteon::view
