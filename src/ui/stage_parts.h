#pragma once

#include "ui/panel_context.h"
#include "ui/stage.h"

#include <array>

namespace osteon::ui {

// The furniture of the stage. Each draws within the room that view::furniture() gives it.

/// Top left: skeleton › site › part, and the chosen primary; each step leads back to it.
void draw_breadcrumb(PanelContext& context, const Rect& area);

/// Top right: the rooms in which the atlas is used.
void draw_modes_bar(PanelContext& context, const Rect& area, bool words);

/// Below the breadcrumb while lesions are drawn: that they are an illustration; under it their
/// forms, or what the course of one lesion shows.
void draw_stage_note(PanelContext& context, const Rect& area);

/// Bottom centre: the looks, the layers over them, hide, isolate, show all, undo, redo.
void draw_looks_bar(PanelContext& context, const Rect& area);

/// Above the looks: what the look that is shown can be set to.
void draw_look_options(PanelContext& context, StageState& state, const Rect& area);

// The options of one look each, on a plate of their own.
/// Window and level of the radiograph, and the way back to the usual ones.
void draw_film_options(PanelContext& context, const Rect& area);
/// That a bone scan is an illustration, what it does not show, and how dark it is.
void draw_scan_options(PanelContext& context, const Rect& area);
/// How opaque the ghosts are.
void draw_ghost_options(PanelContext& context, const Rect& area);
/// The plane of the section: direction, place, side.
void draw_section_options(PanelContext& context, const Rect& area);
/// By region or by bone, and how far apart.
void draw_explosion_options(PanelContext& context, const Rect& area);
/// How far the lesion has come whose course is shown.
void draw_course_options(PanelContext& context, const Rect& area);

/// A button that opens the list of what may be shown over every look: lesions, route, names.
void draw_layers_button(PanelContext& context);

/// Bottom left while a primary is chosen: the scale of colours and the marks of confidence. A block
/// under the pointer lights its bones.
void draw_legend(PanelContext& context, const Rect& area, view::LegendForm form);

/// While primaries are compared: the name of each over its pane with the basis of its figures, a
/// divider that tells that the cameras are linked, and, with `controls`, the way out.
void draw_pane_titles(PanelContext& context, const std::array<Rect, 2>& titles, bool controls);
void draw_divider(PanelContext& context, bool controls);

/// On films: the body's sides, and from where a bone scan is seen.
void draw_film_marks(const PanelContext& context);

/// In a picture without plates: that what is drawn on the bones is an illustration.
void draw_picture_caption(const PanelContext& context);

/// Bottom right: a figure that shows which side faces the viewer. A click on a side looks from
/// there, a drag turns. Below it, where there is room, the zoom bar.
void draw_orientation_figure(PanelContext& context, StageState& state, const Rect& area);

/// Whether the left button's last press has become a drag: it turned the camera.
bool was_dragged(const PanelContext& context);

/// The vessels of the shown route with what travels along them, below markers and labels.
void draw_routes(PanelContext& context, StageState& state);

/// Markers, leaders and labels, behind all windows. Returns whether the pointer is on one of them.
bool draw_markers(PanelContext& context, StageState& state, bool pointer_free);

/// The landmarks of the selected bone: points with labels, behind all windows. Returns whether the
/// pointer is on one of them.
bool draw_landmarks(PanelContext& context, StageState& state, bool pointer_free);

/// Takes the pointer on the names of bones: one lights its bones, a click selects them. Returns
/// whether the pointer is on one.
bool point_at_names(PanelContext& context, StageState& state, bool pointer_free);
/// Names of bones with their leaders, behind all windows.
void draw_names(const PanelContext& context);

/// The user's pins, marks, ink and measurements, behind all windows. Returns whether the pointer is
/// on one that a click opens.
bool draw_notes(PanelContext& context, StageState& state, bool pointer_free);
/// At the pointer, what it will write with.
void draw_note_pointer(const PanelContext& context);

/// The plane of a section and the handle that moves it along its normal, behind all windows.
/// Returns whether the pointer holds the handle or could.
bool draw_section_handle(PanelContext& context, StageState& state, bool pointer_free);

/// The menu of the bone under the pointer, on a right click.
void draw_bone_menu(PanelContext& context, StageState& state, bool pointer_free);

/// The side of the body that a direction of view sees: 'A', 'P', 'L', 'R', 'S' or 'I'.
char facing_side(float yaw, float pitch);

} // namespace osteon::ui
