#include "ui/stage.h"

#include "session/tour_stage.h"
#include "ui/stage_parts.h"
#include "ui/study_question.h"
#include "view/layout.h"

namespace osteon::ui {
namespace {

/// Is the pointer over the bare stage: no window, no popup, no running drag of a control?
bool pointer_over_bare_stage(const view::Layout& layout) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool inside = ImGui::IsMousePosValid() && layout.stage.contains({mouse.x, mouse.y});
    const bool window = ImGui::IsWindowHovered(ImGuiHoveredFlags_AnyWindow |
                                               ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    const bool popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
    return inside && !window && !popup && !ImGui::IsAnyItemActive();
}

/// In one column the panel may cover the whole stage; furniture below it is not drawn.
bool is_free(const view::Layout& layout, const Rect& area) {
    return !area.empty() && !area.overlaps(layout.panel) && !area.overlaps(layout.drawer) &&
           area.y >= layout.stage.y && area.bottom() <= layout.stage.bottom();
}

} // namespace

bool was_dragged(const PanelContext& context) {
    const float guard = context.px(4.0F);
    return ImGui::GetIO().MouseDragMaxDistanceSqr[ImGuiMouseButton_Left] >= guard * guard;
}

void draw_stage(PanelContext& context, StageState& state) {
    const view::Layout& layout = context.input.layout;
    if (layout.stage.empty()) {
        return;
    }
    const session::Session& session = context.input.session;
    const bool presenting = session::is_presenting(session);
    const bool drawing = presenting && session.lecture.tool == session::LectureTool::pen;
    const bool bare = pointer_over_bare_stage(layout) && !drawing;
    if (layout.mode == session::Mode::bedside) {
        const bool on_note = draw_notes(context, state, bare);
        context.output.pointer_on_mark = on_note;
        context.output.pointer_on_stage = bare && !on_note;
        return; // its furniture is its own: ui/bedside_stage.cpp
    }
    // A tool for notes writes also where a label stands.
    const bool writes = session.desk.tool != session::NoteTool::none;
    draw_routes(context, state);
    draw_names(context);
    const bool on_note = draw_notes(context, state, bare);
    const bool on_marker = draw_markers(context, state, bare && !on_note && !writes);
    const bool on_landmark =
        draw_landmarks(context, state, bare && !on_note && !on_marker && !writes);
    const bool on_name =
        point_at_names(context, state, bare && !on_note && !on_marker && !on_landmark && !writes);
    const bool on_mark = on_note || on_marker || on_landmark || on_name;
    // A room sees the cut, and not what it is moved by.
    const bool on_handle = !presenting && draw_section_handle(context, state, bare && !on_mark);
    context.output.pointer_on_mark = on_mark;
    context.output.pointer_on_stage = bare && !on_mark && !on_handle;

    const view::Furniture room = view::furniture(layout, context.input.session.stage);
    draw_study_questions(context, room);
    draw_film_marks(context);
    draw_divider(context, !presenting);
    if (is_free(layout, room.titles[0]) && is_free(layout, room.titles[1])) {
        draw_pane_titles(context, room.titles, !presenting);
    }
    if (is_free(layout, room.breadcrumb)) {
        draw_breadcrumb(context, room.breadcrumb);
    }
    if (is_free(layout, room.modes)) {
        draw_modes_bar(context, room.modes, room.mode_words);
    }
    if (is_free(layout, room.note)) {
        draw_stage_note(context, room.note);
    }
    if (is_free(layout, room.legend)) {
        draw_legend(context, room.legend, room.legend_form);
    }
    if (is_free(layout, room.looks)) {
        draw_looks_bar(context, room.looks);
    }
    if (is_free(layout, room.options)) {
        draw_look_options(context, state, room.options);
    }
    if (is_free(layout, room.compass)) {
        draw_orientation_figure(context, state, room.compass);
    }
    const bool named = !session::names_hidden(context.input.session.stage);
    if (!writes) {
        draw_bone_menu(context, state, named && context.output.pointer_on_stage);
    }
    draw_note_editor(context, state.editor);
    if (context.output.pointer_on_stage) {
        draw_note_pointer(context);
    }
}

} // namespace osteon::ui
