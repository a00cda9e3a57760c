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

/// What stands on the skeleton: routes, names, notes, markers. Says what the pointer is on, which
/// at any place is one thing only.
void draw_marks(PanelContext& context, StageState& state, bool bare) {
    const session::Session& session = context.input.session;
    const bool presenting = session::is_presenting(session);
    // A tool for notes writes also where a label stands.
    const bool writes = session.desk.tool != session::NoteTool::none;
    draw_routes(context, state);
    draw_names(context);
    bool on_mark = draw_notes(context, state, bare);
    const auto point_at = [&](auto draw) {
        on_mark = draw(context, state, bare && !on_mark && !writes) || on_mark;
    };
    point_at(draw_markers);
    point_at(draw_landmarks);
    point_at(point_at_names);
    // A room sees the cut, and not what it is moved by.
    const bool on_handle = !presenting && draw_section_handle(context, state, bare && !on_mark);
    context.output.pointer_on_mark = on_mark;
    context.output.pointer_on_stage = bare && !on_mark && !on_handle;
}

/// The bars and plates around the skeleton, where there is room for them.
void draw_furniture(PanelContext& context, StageState& state, const view::Furniture& room) {
    const view::Layout& layout = context.input.layout;
    const bool presenting = session::is_presenting(context.input.session);
    const auto where_free = [&](const Rect& area, auto draw) {
        if (is_free(layout, area)) {
            draw(area);
        }
    };
    if (is_free(layout, room.titles[0]) && is_free(layout, room.titles[1])) {
        draw_pane_titles(context, room.titles, !presenting);
    }
    where_free(room.breadcrumb, [&](const Rect& area) { draw_breadcrumb(context, area); });
    where_free(room.modes,
               [&](const Rect& area) { draw_modes_bar(context, area, room.mode_words); });
    where_free(room.note, [&](const Rect& area) { draw_stage_note(context, area); });
    where_free(room.legend,
               [&](const Rect& area) { draw_legend(context, area, room.legend_form); });
    where_free(room.looks, [&](const Rect& area) { draw_looks_bar(context, area); });
    where_free(room.options, [&](const Rect& area) { draw_look_options(context, state, area); });
    where_free(room.compass,
               [&](const Rect& area) { draw_orientation_figure(context, state, area); });
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
    draw_marks(context, state, bare);
    const view::Furniture room = view::furniture(layout, session.stage);
    draw_study_questions(context, room);
    draw_film_marks(context);
    draw_divider(context, !presenting);
    draw_furniture(context, state, room);
    if (session.desk.tool == session::NoteTool::none) {
        const bool named = !session::names_hidden(session.stage);
        draw_bone_menu(context, state, named && context.output.pointer_on_stage);
    }
    draw_note_editor(context, state.editor);
    if (context.output.pointer_on_stage) {
        draw_note_pointer(context);
    }
}

} // namespace osteon::ui
