#include "app/pointer_control.h"

#include "view/flight.h"

#include <algorithm>
#include <utility>

namespace osteon::app {
namespace {

constexpr float c_drag_guard = 4.0F;                   // px at 100 %
constexpr float c_film_per_pixel = 1.0F / 400.0F;      // of window or level, px at 100 %
constexpr float c_intensity_per_pixel = 1.0F / 200.0F; // of a bone scan, px at 100 %
constexpr float c_ink_pixels = 6.0F;                   // width of a stroke, px at 100 %
constexpr float c_highlighter_pixels = 18.0F;
constexpr float c_ink_step = 3.0F;      // between two points of a stroke, px at 100 %
constexpr float c_swipe_pixels = 30.0F; // of orbit for one step of a sideways scroll

bool has_bone(const Hit& hit) {
    return hit.bone != anatomy::no_bone;
}

/// To the right more shades are told apart less sharply, upwards the film becomes lighter. Nothing
/// where a key has changed the look meanwhile.
std::vector<session::Action> exposed(glm::vec2 step, const PointerSurroundings& around) {
    const glm::vec2 moved = step / around.layout.scale;
    if (around.film) {
        return {session::SetWindowLevel{{around.film->window + moved.x * c_film_per_pixel,
                                         around.film->level + moved.y * c_film_per_pixel}}};
    }
    if (around.scan_intensity) {
        return {
            session::SetScanIntensity{*around.scan_intensity + moved.y * c_intensity_per_pixel}};
    }
    return {};
}

/// A click with a tool in hand.
std::vector<session::Action> noted(const Hit& hit, const NoteSurroundings& notes) {
    using session::NoteTool;
    if (!has_bone(hit)) {
        return {};
    }
    switch (notes.tool) {
    case NoteTool::pin:
        return {session::AddPin{notes.resting(hit)}};
    case NoteTool::mark:
        return {session::AddMark{notes.resting(hit)}};
    case NoteTool::distance:
    case NoteTool::angle:
        return {session::MeasureTo{notes.resting(hit)}};
    case NoteTool::ink:
    case NoteTool::erase:
    case NoteTool::none:
        break;
    }
    return {};
}

/// The next point of a stroke: on the bone that was hit, or off all of them.
session::Action inked(const Hit& hit, const PointerSurroundings& around) {
    const NoteSurroundings& notes = around.notes;
    const float pixels =
        notes.ink == session::InkColour::highlighter ? c_highlighter_pixels : c_ink_pixels;
    return session::DrawOnBone{has_bone(hit) ? notes.resting(hit) : session::BonePoint{},
                               pixels * around.layout.scale * notes.metres_per_pixel(hit.point)};
}

} // namespace

PointerControl::Gesture PointerControl::gesture_of(const PointerEvent& event,
                                                   const PointerSurroundings& around,
                                                   const Hit& hit) {
    const session::NoteTool tool = around.notes.tool;
    const bool writes = tool == session::NoteTool::ink || tool == session::NoteTool::erase;
    if (writes && event.button == 0 && !event.shift && has_bone(hit)) {
        return tool == session::NoteTool::ink ? Gesture::draw : Gesture::erase;
    }
    if (writes && event.button == 1 && !event.shift && around.turns) {
        return Gesture::orbit;
    }
    if (event.button == 0 && !event.shift && around.turns) {
        return Gesture::orbit;
    }
    return event.button == 0 && (around.film || around.scan_intensity) ? Gesture::expose
                                                                       : Gesture::pan;
}

std::vector<session::Action> PointerControl::handle(const PointerEvent& event,
                                                    const PointerSurroundings& around) {
    switch (event.kind) {
    case PointerEvent::Kind::press:
        return press(event, around);
    case PointerEvent::Kind::move:
        return move(event, around);
    case PointerEvent::Kind::release:
        return release(event, around);
    case PointerEvent::Kind::scroll:
        return scroll(event, around);
    }
    return {};
}

std::vector<session::Action> PointerControl::press(const PointerEvent& event,
                                                   const PointerSurroundings& around) {
    if (!(around.on_stage || around.on_mark) || drag_) {
        return {};
    }
    const Hit hit = around.hit(event.at);
    drag_ = Drag{.button = event.button,
                 .gesture = gesture_of(event, around, hit),
                 .on_mark = around.on_mark,
                 .pane = around.pane,
                 .start = event.at,
                 .last = event.at,
                 .hit = hit,
                 .pivot = has_bone(hit) ? hit.point : around.pose.target};
    return is_writing(*drag_) ? write(event, around) : std::vector<session::Action>{};
}

/// Draws or erases along the way from the last place to this one.
std::vector<session::Action> PointerControl::write(const PointerEvent& event,
                                                   const PointerSurroundings& around) {
    std::vector<session::Action> actions;
    const glm::vec2 from = std::exchange(drag_->last, event.at);
    const float step = c_ink_step * around.layout.scale;
    const int steps = std::max(1, static_cast<int>(glm::distance(from, event.at) / step));
    for (int i = 1; i <= steps; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(steps);
        const glm::vec2 at = from + share * (event.at - from);
        if (drag_->gesture == Gesture::draw) {
            actions.push_back(inked(around.hit(at), around));
        } else if (const session::NoteId note = around.notes.note(at); note != session::no_note) {
            actions.push_back(session::RemoveNote{note});
        }
    }
    return actions;
}

std::vector<session::Action> PointerControl::move(const PointerEvent& event,
                                                  const PointerSurroundings& around) {
    if (!drag_) {
        return {};
    }
    if (is_writing(*drag_)) {
        return write(event, around);
    }
    drag_->moved =
        drag_->moved || glm::distance(event.at, drag_->start) >= c_drag_guard * around.layout.scale;
    if (!drag_->moved) {
        return {};
    }
    const glm::vec2 step = event.at - std::exchange(drag_->last, event.at);
    last_motion_ = event.time;
    if (drag_->gesture == Gesture::expose) {
        return exposed(step, around);
    }
    const session::CameraPose pose =
        drag_->gesture == Gesture::pan
            ? view::pan(around.pose, drag_->pivot, step, around.layout)
            : view::orbit(around.pose, drag_->pivot, step, around.layout);
    return {session::SetCamera{view::clamp_pose(pose, around.model_bounds)}};
}

std::vector<session::Action> PointerControl::release(const PointerEvent& event,
                                                     const PointerSurroundings& around) {
    if (!drag_ || event.button != drag_->button) {
        return {};
    }
    const Drag drag = *std::exchange(drag_, std::nullopt);
    if (drag.gesture == Gesture::draw) {
        return {session::EndDrawing{}};
    }
    if (drag.moved || drag.button != 0 || drag.on_mark || drag.gesture == Gesture::erase) {
        return {}; // the interface opens the menu of a right click, and follows marks
    }
    std::vector<session::Action> actions;
    if (around.notes.open) {
        actions.emplace_back(session::OpenNote{});
        if (around.notes.writes) {
            return actions;
        }
    }
    std::ranges::move(around.notes.tool == session::NoteTool::none ? click(drag, event)
                                                                   : noted(drag.hit, around.notes),
                      std::back_inserter(actions));
    return actions;
}

std::vector<session::Action> PointerControl::click(const Drag& drag, const PointerEvent& event) {
    const Click now{event.time, event.at};
    const Click before = std::exchange(last_click_, now);
    const bool twice = now.time - before.time < c_double_click &&
                       glm::distance(now.at, before.at) < 2.0F * c_drag_guard;
    if (!has_bone(drag.hit)) {
        return event.control ? std::vector<session::Action>{}
                             : std::vector<session::Action>{session::Select{}};
    }
    if (event.control) {
        return {session::Select{{drag.hit.bone}, session::SelectMode::toggle, false}};
    }
    return {session::Select{{drag.hit.bone}, session::SelectMode::replace, twice}};
}

std::vector<session::Action> PointerControl::scroll(const PointerEvent& event,
                                                    const PointerSurroundings& around) {
    if (!around.on_stage) {
        return {};
    }
    last_motion_ = event.time;
    const glm::vec3 towards = around.hit(event.at).point;
    session::CameraPose pose = around.pose;
    if (event.shift) {
        pose = view::pan(pose, towards, event.scroll * c_swipe_pixels, around.layout);
    } else {
        pose = view::zoom(pose, towards, event.scroll.y, around.model_bounds);
        if (event.scroll.x != 0.0F && around.turns) {
            pose = view::orbit(pose, around.pose.target, {event.scroll.x * c_swipe_pixels, 0.0F},
                               around.layout);
        }
    }
    return {session::SetCamera{view::clamp_pose(pose, around.model_bounds)}};
}

} // namespace osteon::app
