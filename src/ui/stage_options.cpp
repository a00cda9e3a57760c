#include "ui/options_plate.h"
#include "ui/stage_parts.h"
#include "ui/widgets.h"
#include "view/section.h"

#include <glm/trigonometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace osteon::ui {
namespace {

/// Where the plane meets what is chosen, in steps of a tenth of a millimetre.
SliderRange range_of(const PanelContext& context) {
    const session::SectionPlane& section = context.input.session.stage.section;
    const session::Limits across = view::offsets_across(section, context.input.framed_bounds);
    return {across.least, std::max(across.most, across.least + 0.001F), 0.0001F, "m"};
}

} // namespace

void draw_look_options(PanelContext& context, StageState& /*state*/, const Rect& area) {
    const session::Stage& stage = context.input.session.stage;
    if (view::has_course(stage)) {
        draw_course_options(context, area);
        return;
    }
    switch (session::look_of(stage)) {
    case session::Look::see_through:
        draw_ghost_options(context, area);
        break;
    case session::Look::radiograph:
        draw_film_options(context, area);
        break;
    case session::Look::section:
        draw_section_options(context, area);
        break;
    case session::Look::exploded:
        draw_explosion_options(context, area);
        break;
    case session::Look::bone_scan:
        draw_scan_options(context, area);
        break;
    case session::Look::solid:
        break;
    }
}

void draw_ghost_options(PanelContext& context, const Rect& area) {
    const float opacity = context.input.session.stage.ghost_opacity;
    OptionsPlate plate(context, area);
    plate.word(context.tr("The rest"), context.theme.text2, context.px(58.0F));
    const float number = context.px(38.0F);
    const float width = plate.room(number + context.px(16.0F));
    plate.next(36.0F, width);
    if (const auto wanted =
            inline_slider(context, "ghost", opacity,
                          {session::ghost_limits.least, session::ghost_limits.most, 0.01F, "%"},
                          width, context.tr("How opaque the faded bones are ([ and ])"))) {
        context.emit(session::SetGhostOpacity{*wanted});
    }
    plate.word(percent_words(opacity), context.theme.text1, number);
}

void draw_section_options(PanelContext& context, const Rect& area) {
    using session::PlaneDirection;
    const session::SectionPlane plane = context.input.session.stage.section;
    OptionsPlate plate(context, area);
    const bool words = area.width >= context.px(470.0F);
    const std::array<Segment, 4> directions{
        Segment{words ? context.tr("Sagittal") : context.tr("Sag"), Icon::none,
                context.tr("Left from right")},
        Segment{words ? context.tr("Coronal") : context.tr("Cor"), Icon::none,
                context.tr("Front from back")},
        Segment{words ? context.tr("Transverse") : context.tr("Tra"), Icon::none,
                context.tr("Upper from lower")},
        Segment{context.tr("Free"), Icon::none,
                context.tr("Facing the viewer: turn the skeleton, then choose this")}};
    const float width = segmented_width(context, directions);
    plate.next(38.0F, width);
    session::SectionPlane wanted = plane;
    if (const auto picked = segmented(context, "direction", directions,
                                      static_cast<std::size_t>(plane.direction))) {
        wanted.direction = static_cast<PlaneDirection>(*picked);
        if (wanted.direction == PlaneDirection::free) {
            wanted.yaw = context.input.pose.yaw;
            wanted.pitch = context.input.pose.pitch;
        }
    }
    plate.last(36.0F, context.px(36.0F));
    if (icon_button(context, "flip", Icon::flip, context.tr("Cut away the other side (V)"),
                    {.size = 36.0F})) {
        wanted.flipped = !plane.flipped;
    }
    const float track = plate.room(context.px(8.0F));
    plate.next(36.0F, track);
    if (const auto moved =
            inline_slider(context, "offset", plane.offset, range_of(context), track,
                          context.tr("Move the plane; or drag its handle on the skeleton"))) {
        wanted.offset = *moved;
    }
    if (wanted != plane) {
        context.emit(session::SetSection{wanted});
    }
}

void draw_explosion_options(PanelContext& context, const Rect& area) {
    const session::Explosion explosion = context.input.session.stage.explosion;
    OptionsPlate plate(context, area);
    const std::array<Segment, 2> kinds{
        Segment{context.tr("Regions"), Icon::none,
                context.tr("Skull, spine, chest, limbs stay whole")},
        Segment{context.tr("Bones"), Icon::none, context.tr("Every bone on its own")}};
    plate.next(38.0F, segmented_width(context, kinds));
    session::Explosion wanted = explosion;
    if (const auto picked = segmented(context, "kind", kinds, explosion.by_bone ? 1 : 0)) {
        wanted.by_bone = *picked == 1;
    }
    const float number = context.px(38.0F);
    const float track = plate.room(number + context.px(16.0F));
    plate.next(36.0F, track);
    if (const auto moved =
            inline_slider(context, "amount", explosion.amount, {0.0F, 1.0F, 0.01F, "%"}, track,
                          context.tr("How far apart"))) {
        wanted.amount = *moved;
    }
    plate.word(percent_words(explosion.amount), context.theme.text1, number);
    if (wanted != explosion) {
        context.emit(session::SetExplosion{wanted});
    }
}

void draw_course_options(PanelContext& context, const Rect& area) {
    const session::Stage& stage = context.input.session.stage;
    OptionsPlate plate(context, area);
    plate.last(36.0F, context.px(36.0F));
    if (icon_button(context, "end", Icon::close, context.tr("Leave the lesion's course"),
                    {.size = 36.0F})) {
        context.emit(session::SetLesionCourse{session::LesionCourse::none, 0.0F});
    }
    const bool femur = stage.course == session::LesionCourse::femur;
    plate.word(context.tr("First deposit"), context.theme.text2, context.px(78.0F));
    const float end = context.px(femur ? 104.0F : 66.0F);
    const float track = plate.room(end + context.px(16.0F));
    plate.next(36.0F, track);
    if (const auto moved = inline_slider(
            context, "course", stage.course_progress, {0.0F, 1.0F, 0.01F, "%"}, track,
            context.tr("An illustration of how one lesion may grow; not a forecast"))) {
        context.emit(session::SetLesionCourse{stage.course, *moved});
    }
    plate.word(femur ? context.tr("Risk of fracture") : context.tr("Collapse"), context.theme.text2,
               end);
}

} // namespace osteon::ui
