#include "ui/toasts.h"

#include "ui/widgets.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

namespace osteon::ui {

namespace {

constexpr float widest = 560.0F; // px at 100 %

/// The part of the stage that no floating panel covers.
Rect open_stage(const view::Layout& layout) {
    float left = layout.stage.x;
    float right = layout.stage.right();
    if (layout.drawer_floats && !layout.drawer.empty()) {
        left = std::max(left, layout.drawer.right());
    }
    if (layout.panel_floats && !layout.panel.empty()) {
        right = std::min(right, layout.panel.x);
    }
    // Where the panels leave nothing, messages lie over them.
    if (right - left < 240.0F * layout.scale) {
        return layout.stage.empty() ? layout.window : layout.stage;
    }
    return {left, layout.stage.y, right - left, layout.stage.height};
}

/// The least height of what is touched, px at 100 %: at the bedside fingers touch it.
float target_size(const PanelContext& context) {
    return context.input.layout.mode == session::Mode::bedside ? 44.0F : 36.0F;
}

/// The button of what a message offers.
struct OfferLook {
    const char* words = ""; ///< in the user's language
    ButtonLook button;
};

std::optional<OfferLook> offer_of(const PanelContext& context, const Toast& toast) {
    const ButtonLook look{.style = ButtonStyle::quiet, .height = target_size(context)};
    OfferLook offer{"", look};
    switch (toast.offer) {
    case ToastOffer::undo:
        offer.words = context.tr("Undo");
        offer.button.icon = Icon::undo;
        return offer;
    case ToastOffer::continue_tour:
        offer.words = context.tr("Continue");
        offer.button.icon = Icon::play;
        return offer;
    case ToastOffer::save_tours:
        offer.words = context.tr("Try again");
        offer.button.icon = Icon::save;
        return offer;
    case ToastOffer::none:
        break;
    }
    return std::nullopt;
}

void take_offer(PanelContext& context, ToastOffer offer) {
    switch (offer) {
    case ToastOffer::undo:
        context.emit(session::Undo{});
        break;
    case ToastOffer::continue_tour:
        context.emit(session::ContinueTour{});
        break;
    case ToastOffer::save_tours:
        context.output.requests.emplace_back(SaveTours{});
        break;
    case ToastOffer::none:
        break;
    }
}

/// Where the parts of a message stand.
struct ToastPlace {
    Rect area;
    ImVec2 words; ///< their top left
    float words_room = 0.0F;
    ImVec2 offer; ///< top left of its button
    ImVec2 close; ///< that of the cross
};

/// The offer stands beside the words while they are one line, else below them.
ToastPlace place_toast(const PanelContext& context, const Toast& toast, const Rect& stage,
                       float bottom) {
    const float room = std::min(context.px(widest), stage.width - context.px(48.0F));
    const float target = context.px(target_size(context));
    const float side = target + context.px(12.0F); // the icon at the left, the cross at the right
    const auto offer = offer_of(context, toast);
    const float offered = offer ? button_width(context, offer->words, offer->button) : 0.0F;
    const float line = context.fonts.face(TextRole::secondary).line_height;
    float words_room = room - 2.0F * side - offered;
    ImVec2 words = measure_text(context, TextRole::secondary, toast.text, words_room);
    const bool below = offer && words.y > 1.5F * line;
    if (below) {
        words_room = room - 2.0F * side;
        words = measure_text(context, TextRole::secondary, toast.text, words_room);
    }
    const float under = below ? target + context.px(6.0F) : 0.0F;
    const float width = std::max(words.x + (below ? 0.0F : offered), below ? offered : 0.0F);
    const ImVec2 size{width + 2.0F * side,
                      std::max(context.px(48.0F), words.y + under + context.px(28.0F))};
    ToastPlace place;
    place.area = {std::round(stage.centre().x - 0.5F * size.x), bottom - size.y, size.x, size.y};
    const float middle = place.area.y + 0.5F * (place.area.height - under);
    const float right = place.area.right();
    const float top = std::round(middle - 0.5F * target);
    place.words = {place.area.x + side, std::round(middle - 0.5F * words.y)};
    place.words_room = words_room;
    place.close = {right - target - context.px(6.0F), top};
    place.offer =
        below ? ImVec2{right - side - offered, place.area.bottom() - target - context.px(8.0F)}
              : ImVec2{right - target - context.px(10.0F) - offered, top};
    return place;
}

/// What can be done about a message: what it offers, and closing it.
void draw_toast_buttons(PanelContext& context, const Toast& toast, std::size_t index,
                        const ToastPlace& place) {
    if (const auto offer = offer_of(context, toast)) {
        ImGui::SetCursorScreenPos(place.offer);
        if (button(context, offer->words, offer->button)) {
            take_offer(context, toast.offer);
            context.output.closed_toasts.push_back(index);
        }
    }
    ImGui::SetCursorScreenPos(place.close);
    if (icon_button(context, "close", Icon::close, context.tr("Close"),
                    {.size = target_size(context), .icon = 16.0F})) {
        context.output.closed_toasts.push_back(index);
    }
}

/// Draws one message whose plate ends at `bottom`; returns the plate's top.
float draw_toast(PanelContext& context, const Toast& toast, std::size_t index, const Rect& stage,
                 float bottom) {
    const Theme& theme = context.theme;
    const ToastPlace place = place_toast(context, toast, stage, bottom);
    const Rect& area = place.area;
    // The window leaves room for the shadow around the plate.
    const float shadow = context.px(16.0F);
    const FixedWindow window(fmt::format("toast {}", index).c_str(), area.inset(-shadow),
                             {.on_top = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_plate(context, list, {area.x, area.y}, {area.right(), area.bottom()}, context.px(10.0F),
               true);
    draw_icon(list, toast.error ? Icon::warn : Icon::info,
              {area.x + context.px(24.0F), place.close.y + 0.5F * context.px(target_size(context))},
              context.px(20.0F), toast.error ? theme.error : theme.accent);
    ImGui::SetCursorScreenPos(place.words);
    wrapped_text(context, TextRole::secondary, theme.text1, toast.text, place.words_room);
    draw_toast_buttons(context, toast, index, place);
    return area.y;
}

std::string task_words(const PanelContext& context, const TaskView& task) {
    const char* const what = context.tr(task.what.c_str());
    return task.total > 0 ? context.tr("{}, {} of {}", what, task.done, task.total) : what;
}

float draw_task(PanelContext& context, const TaskView& task, const Rect& stage, float bottom) {
    const float width = std::min(context.px(340.0F), stage.width - context.px(48.0F));
    const ImVec2 size{width, context.px(64.0F)};
    const Rect area{std::round(stage.centre().x - 0.5F * size.x), bottom - size.y, size.x, size.y};
    const FixedWindow window("task", area.inset(-context.px(16.0F)),
                             {.takes_input = task.can_end, .on_top = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_plate(context, list, {area.x, area.y}, {area.right(), area.bottom()}, context.px(10.0F),
               true);
    const float side = context.px(20.0F);
    draw_text_cut(context, list, TextRole::secondary, {area.x + side, area.y + context.px(12.0F)},
                  context.theme.text1, task_words(context, task),
                  width - 2.0F * side - (task.can_end ? context.px(target_size(context)) : 0.0F));
    const float share =
        task.total > 0 ? static_cast<float>(task.done) / static_cast<float>(task.total) : -1.0F;
    draw_progress(context, list, {area.x + side, area.y + context.px(42.0F)}, width - 2.0F * side,
                  share);
    if (task.can_end) {
        const float target = target_size(context);
        const float cross = context.px(target);
        ImGui::SetCursorScreenPos(
            {area.right() - cross - context.px(8.0F), area.y + context.px(4.0F)});
        if (icon_button(context, "end task", Icon::close, context.tr("Cancel"), {.size = target})) {
            context.output.requests.emplace_back(CancelTask{});
        }
    }
    return area.y;
}

} // namespace

void draw_toasts(PanelContext& context) {
    const FrameInput& input = context.input;
    const Rect stage = open_stage(input.layout);
    // Above the looks bar: 24 to the edge, 48 of bar, 12 between.
    float bottom = stage.bottom() - context.px(84.0F);
    const float space = context.px(12.0F);
    if (input.task) {
        bottom = draw_task(context, *input.task, stage, bottom) - space;
    }
    for (std::size_t i = input.toasts.size(); i-- > 0;) {
        bottom = draw_toast(context, input.toasts[i], i, stage, bottom) - space;
    }
}

} // namespace osteon::ui
