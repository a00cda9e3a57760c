#include "study/view.h"
#include "ui/file_questions.h"
#include "ui/study_question.h"
#include "ui/widgets.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <string>

namespace osteon::ui {
namespace {

using study::Kind;
using study::Wishes;

constexpr float c_row = 34.0F; ///< px at 100 %

bool holds(const Wishes& wishes, Kind kind) {
    return std::ranges::find(wishes.kinds, kind) != wishes.kinds.end();
}

/// With a kind or without it, in the order of c_kinds; the last one stays.
Wishes toggled(const Wishes& wishes, Kind kind) {
    Wishes next = wishes;
    next.kinds.clear();
    for (const Kind each : study::c_kinds) {
        if (holds(wishes, each) != (each == kind)) {
            next.kinds.push_back(each);
        }
    }
    return next.kinds.empty() ? wishes : next;
}

void wish(PanelContext& context, Wishes wishes) {
    context.output.requests.emplace_back(SetWishes{std::move(wishes)});
    context.motion.ask_for_frame();
}

/// A row with a box that is checked or not.
bool check_row(PanelContext& context, const char* words, bool checked) {
    const float width = content_width();
    const float rounding = context.px(7.0F);
    const Touch state = touch(context, words, {width, context.px(c_row)}, rounding);
    tell(context, state, words, checked ? context.tr("on") : context.tr("off"));
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const Theme& theme = context.theme;
    list->AddRectFilled(state.min, state.max, faded(theme.hover, state.hover_fade), rounding);
    const float middle = 0.5F * (state.min.y + state.max.y);
    const ImVec2 centre{state.min.x + context.px(15.0F), middle};
    const float half = context.px(9.0F);
    const ImVec2 low{centre.x - half, centre.y - half};
    const ImVec2 high{centre.x + half, centre.y + half};
    if (checked) {
        list->AddRectFilled(low, high, theme.accent, context.px(5.0F));
        draw_icon(list, Icon::check, centre, context.px(15.0F), theme.on_accent);
    } else {
        list->AddRect(low, high, theme.control_edge, context.px(5.0F), 0, context.px(theme.edge));
    }
    draw_text_cut(context, list, TextRole::button,
                  {state.min.x + context.px(34.0F), std::floor(middle - context.px(10.0F))},
                  theme.text1, words, width - context.px(36.0F));
    return state.clicked;
}

/// Space begins while no field or panel has the keyboard.
bool is_begun_by_key(const PanelContext& context) {
    const ImGuiIO& io = ImGui::GetIO();
    return !asks_about_file(context) && !io.WantTextInput && !io.NavVisible && !io.KeyCtrl &&
           !io.KeyAlt && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup) &&
           ImGui::IsKeyPressed(GLFW_KEY_SPACE, false);
}

void draw_lengths(PanelContext& context, const Wishes& wishes) {
    std::array<std::string, study::c_lengths.size()> words;
    std::array<Segment, study::c_lengths.size()> segments;
    std::size_t chosen = segments.size();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        words[i] = std::to_string(study::c_lengths[i]);
        segments[i] = {words[i].c_str(), Icon::none,
                       context.tr("How many questions a session has at most")};
        chosen = study::c_lengths[i] == wishes.length ? i : chosen;
    }
    if (const auto picked = segmented(context, "length", segments, chosen, content_width())) {
        Wishes next = wishes;
        next.length = study::c_lengths[*picked];
        wish(context, next);
    }
}

} // namespace

void draw_study_start(PanelContext& context, const Wishes& wishes) {
    text(context, TextRole::caption_strong, context.theme.text3,
         context.tr("Questions in a session"));
    gap(context, 6.0F);
    draw_lengths(context, wishes);
    gap(context, 12.0F);
    const bool clicked = button(context, context.tr("Begin"),
                                {.style = ButtonStyle::primary,
                                 .icon = Icon::play,
                                 .width = content_width(),
                                 .height = 48.0F});
    tooltip(context, context.tr("Begin (Space)"));
    if (clicked || is_begun_by_key(context)) {
        context.output.requests.emplace_back(StartStudy{wishes});
        context.motion.ask_for_frame();
    }
    gap(context, 16.0F);
    text(context, TextRole::caption_strong, context.theme.text3, context.tr("What to ask"));
    gap(context, 4.0F);
    for (const Kind kind : study::c_kinds) {
        if (check_row(context, words_of(context, kind), holds(wishes, kind))) {
            wish(context, toggled(wishes, kind));
        }
    }
    rule(context);
    gap(context, 4.0F);
    if (check_row(context, context.tr("Names in Latin"), wishes.latin)) {
        Wishes next = wishes;
        next.latin = !wishes.latin;
        wish(context, next);
    }
}

} // namespace osteon::ui
