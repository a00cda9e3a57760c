#pragma once

#include <imgui.h>

namespace osteon::ui {

/// The icons of the interface: strokes on a 24 grid with round caps.
enum class Icon {
    none,
    search,
    tree,
    site,
    landmark,
    origin,
    book,
    eye,
    eye_off,
    half_eye,
    back,
    forward,
    down,
    right,
    up,
    close,
    check,
    plus,
    minus,
    home,
    info,
    warn,
    undo,
    redo,
    sliders,
    question,
    text_size,
    external,
    copy,
    isolate,
    fade,
    film,
    scan,
    section,
    explode,
    layers,
    lesion,
    route,
    label,
    flip,
    compare,
    link,
    bone,
    frame,
    fold,
    unfold,
    term,
    file,
    bookmark,
    play,
    ladder,
    table,
    compass,
    screen,
    bed,
    cap,
    tour,
    cards,
    note,
    pen,
    pin,
    eraser,
    ruler,
    angle,
    print,
    camera,
    film_strip,
    trash,
    clock,
    chart,
    spotlight,
    blank,
    pause,
    next,
    previous,
    hand,
    speaker,
    keyboard,
    save,
    folder,
    person,
    swap,
    // Marks of confidence; their form alone tells them apart.
    mark_reported,  ///< filled disc
    mark_derived,   ///< half-filled disc: derived or pooled
    mark_at_least,  ///< triangle to the right
    mark_at_most,   ///< triangle to the left
    mark_proxy,     ///< diamond
    mark_unchecked, ///< dotted circle
    mark_none,      ///< dash: no figure found
    mark_estimate,  ///< hatched square: ordinal heat
};
inline constexpr int icon_count = static_cast<int>(Icon::mark_estimate) + 1;

/// Draws an icon `size` pixels wide about its centre. Strokes are 1.7 on the 24 grid.
void draw_icon(ImDrawList* list, Icon icon, ImVec2 centre, float size, ImU32 colour);

/// The product's mark: stacked vertebrae.
void draw_product_mark(ImDrawList* list, ImVec2 centre, float size, ImU32 colour);

} // namespace osteon::ui
