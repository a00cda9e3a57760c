#include "ui/study_home.h"

#include "study/view.h"
#include "ui/study_question.h"

#include <algorithm>
#include <string>

namespace osteon::ui {
namespace {

using study::Overview;

// px at 100 %
constexpr float head_height = 60.0F;
constexpr float page_padding_y = 22.0F;
constexpr float narrow_panel = 480.0F;
constexpr float widest_text = 720.0F;

/// A number with what it counts below it, in a third of a card's width.
void draw_figure(PanelContext& context, ImVec2 place, float width, int number, const char* what,
                 ImU32 colour) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const std::string words = std::to_string(number);
    draw_text(context, list, TextRole::big_number, place, colour, words);
    draw_text_cut(context, list, TextRole::caption,
                  {place.x, place.y + context.fonts.face(TextRole::big_number).line_height},
                  context.theme.text2, what, width);
}

void draw_figures(PanelContext& context, const study::Today& today, float width) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float third = std::floor(width / 3.0F);
    const float room = third - context.px(8.0F);
    draw_figure(context, start, room, today.due, context.tr("come back"), context.theme.text1);
    draw_figure(context, {start.x + third, start.y}, room, today.fresh, context.tr("new"),
                context.theme.text1);
    draw_figure(context, {start.x + 2.0F * third, start.y}, room, today.answered,
                context.tr("answered"),
                today.answered > 0 ? context.theme.good : context.theme.text3);
    const float height = context.fonts.face(TextRole::big_number).line_height +
                         context.fonts.face(TextRole::caption).line_height;
    ImGui::Dummy({width, height});
}

/// What is said where nothing is left to do.
std::string done_words(const PanelContext& context, const Overview& overview) {
    if (overview.today.later > 0) {
        return context.language().tr_count("Done for now. {} card comes back in a few minutes.",
                                           "Done for now. {} cards come back in a few minutes.",
                                           static_cast<std::size_t>(overview.today.later));
    }
    return overview.known > 0
               ? context.tr("Done for today. Who goes on now gets cards before their time.")
               : context.tr("No new cards are wanted today.");
}

void draw_today(PanelContext& context, const study::View& view) {
    const Overview& overview = *view.overview;
    const Card card(context);
    text(context, TextRole::card_title, context.theme.text1, context.tr("Today"));
    gap(context, 6.0F);
    draw_figures(context, overview.today, card.inner_width());
    gap(context, 14.0F);
    if (overview.today.to_do() == 0) {
        wrapped_text(context, TextRole::secondary, context.theme.text2,
                     done_words(context, overview));
        gap(context, 14.0F);
    }
    draw_study_start(context, view.wishes);
}

void draw_head(PanelContext& context, StudyHomeState& state, const Overview& overview,
               const Rect& panel) {
    const float height = context.px(head_height);
    const float side = context.px(panel.width < context.px(narrow_panel) ? 20.0F : 32.0F);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_text(context, list, TextRole::section,
              {panel.x + side, panel.y + std::floor(0.5F * (height - context.px(28.0F)))},
              context.theme.text1, context.tr("Self-study"));
    ImGui::SetCursorScreenPos({panel.right() - side, panel.y + context.px(10.0F)});
    draw_learner_menu(context, state, overview);
    const float line = std::max(1.0F, context.px(1.0F));
    list->AddRectFilled({panel.x, panel.y + height - line}, {panel.right(), panel.y + height},
                        context.theme.line);
}

void draw_page(PanelContext& context, StudyHomeState& state, const study::View& view,
               const Rect& area) {
    const float padding = context.px(area.width < context.px(narrow_panel) ? 20.0F : 32.0F);
    const float width = std::min(area.width - 2.0F * padding, context.px(widest_text));
    ImGui::SetCursorScreenPos({area.x, area.y});
    const ScrollArea scroll(context, "study page", {area.width, area.height},
                            {padding, context.px(page_padding_y)});
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    draw_today(context, view);
    draw_study_statistics(context, *view.overview);
    draw_study_file(context, state, *view.overview);
    gap(context, 24.0F);
    ImGui::PopTextWrapPos();
}

} // namespace

bool shows_study_home(const PanelContext& context) {
    const study::View* const view = context.input.study;
    return view != nullptr && view->run == nullptr && view->overview != nullptr;
}

void draw_study_home(PanelContext& context, StudyHomeState& state) {
    const Rect& panel = context.input.layout.panel;
    if (panel.empty()) {
        return;
    }
    const study::View& view = *context.input.study;
    const FixedWindow window("study home", panel, {.ground = context.theme.panel});
    draw_head(context, state, *view.overview, panel);
    Rect area = panel;
    area.y += context.px(head_height);
    area.height -= context.px(head_height);
    draw_page(context, state, view, area);
    const float line = std::max(1.0F, context.px(context.theme.edge));
    ImGui::GetWindowDrawList()->AddRectFilled({panel.x, panel.y}, {panel.x + line, panel.bottom()},
                                              context.theme.line);
}

} // namespace osteon::ui
