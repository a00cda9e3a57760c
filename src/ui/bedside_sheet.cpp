#include "ui/bedside_parts.h"
#include "view/bedside.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace osteon::ui {
namespace {

/// The marks as the sheet lists them.
std::vector<MarkedBone> marked_bones(const PanelContext& context) {
    std::vector<MarkedBone> bones;
    std::ranges::transform(context.input.session.notes.marks, std::back_inserter(bones),
                           [&](const session::LesionMark& mark) {
                               return MarkedBone{mark.at.bone, kind_of_mark(context, mark)};
                           });
    return bones;
}

void draw_papers(PanelContext& context, BedsideState& state) {
    struct Choice {
        Paper paper;
        const char* name;
    };
    constexpr std::array<Choice, 2> c_papers{{{Paper::a4, "A4"}, {Paper::letter, "Letter"}}};
    wrapped_text(context, TextRole::card_title, context.theme.text1, context.tr("Paper"));
    gap(context, 8.0F);
    const float between = bedside_px(context, 14.0F);
    const float width = std::floor(0.5F * (content_width() - between));
    const float height = target_px(context, 68.0F);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    float x = start.x;
    for (const Choice& choice : c_papers) {
        if (big_button(context, choice.name, {x, start.y, width, height},
                       {.words = choice.name, .chosen = state.paper == choice.paper})) {
            state.paper = choice.paper;
        }
        x += width + between;
    }
    ImGui::SetCursorScreenPos({start.x, start.y + height});
    gap(context, view::bedside_length(context.input.layout, 20.0F));
}

} // namespace

void draw_bedside_sheet(PanelContext& context, BedsideState& state) {
    wrapped_text(context, TextRole::title, context.theme.text1, context.tr("Sheet to take home"));
    gap(context, 12.0F);
    wrapped_text(
        context, TextRole::body, context.theme.text1,
        context.tr("The picture as it is now, the marked places, the plain words, and room "
                   "for answers. It is saved as a file on this computer, to be printed."));
    gap(context, view::bedside_length(context.input.layout, 20.0F));
    const knowledge::Primary* const primary =
        context.input.world.knowledge.primary(context.input.session.talk.primary);
    BigRow which;
    which.title = context.tr("Which cancer?");
    which.subtitle = primary != nullptr ? primary->name : context.tr("Not said");
    which.icon = Icon::origin;
    which.end = Icon::right;
    if (big_row(context, "which cancer", which)) {
        turn_to(state, BedsidePage::cancer);
    }
    gap(context, view::bedside_length(context.input.layout, 20.0F));
    draw_papers(context, state);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float height = target_px(context, 72.0F);
    if (big_button(context, "make sheet", {start.x, start.y, content_width(), height},
                   {.words = context.tr("Save the sheet"), .icon = Icon::print, .filled = true})) {
        context.output.requests.push_back(WriteHandout{marked_bones(context), state.paper});
    }
    ImGui::SetCursorScreenPos({start.x, start.y + height});
}

void draw_bedside_cancers(PanelContext& context, BedsideState& state) {
    wrapped_text(context, TextRole::title, context.theme.text1, context.tr("Which cancer?"));
    gap(context, 12.0F);
    const std::string& said = context.input.session.talk.primary;
    const auto row_of = [&](const std::string& id, const std::string& name) {
        BigRow row;
        row.title = name;
        row.chosen = said == id;
        row.end = row.chosen ? Icon::check : Icon::none;
        if (big_row(context, name.c_str(), row)) {
            context.emit(session::SayPrimary{id});
            turn_to(state, BedsidePage::sheet);
        }
        gap(context, view::bedside_length(context.input.layout, 14.0F));
    };
    row_of("", context.tr("Not said"));
    for (const knowledge::Primary& primary : context.input.world.knowledge.primaries) {
        row_of(primary.id, primary.name);
    }
}

} // namespace osteon::ui
