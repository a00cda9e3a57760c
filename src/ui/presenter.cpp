#include "ui/presenter.h"

#include "session/tour_stage.h"
#include "ui/presenter_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace osteon::ui {
namespace {

// Lengths in px at 100 %.
constexpr float c_top = 72.0F;
constexpr float c_bottom = 92.0F;
constexpr float c_left_share = 0.608F; ///< of the window: three columns of five

/// No tour runs: one that was left can be gone on with.
void draw_waiting(PanelContext& context) {
    const Rect& window = context.input.layout.window;
    const FixedWindow empty("presenter", window, {.ground = context.theme.window});
    const float pad = context.px(c_presenter_padding);
    ImGui::SetCursorPos({pad, pad});
    wrapped_text(context, TextRole::body, context.theme.text2,
                 context.tr("Start a tour in the other window"), window.width - 2.0F * pad);
    if (const auto left = session::stop_to_continue(context.input.session, context.input.world)) {
        ImGui::SetCursorPos({pad, ImGui::GetCursorPosY() + context.px(16.0F)});
        if (button(context, context.tr("Continue at stop {}", *left + 1).c_str(),
                   {.style = ButtonStyle::primary, .icon = Icon::play, .height = 48.0F})) {
            context.emit(session::ContinueTour{});
        }
    }
}

} // namespace

Rect shaped(const Rect& area, const glm::ivec2& shape) {
    const float aspect =
        static_cast<float>(std::max(shape.x, 1)) / static_cast<float>(std::max(shape.y, 1));
    const float width = std::max(std::min(area.width, area.height * aspect), 1.0F);
    return {area.x, area.y, std::floor(width), std::floor(width / aspect)};
}

void draw_framed(const PanelContext& context, const Rect& area, std::uint32_t texture,
                 bool rows_from_bottom, float rounding) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const ImVec2 low{area.x, area.y};
    const ImVec2 high{area.right(), area.bottom()};
    const float first = rows_from_bottom ? 1.0F : 0.0F;
    if (texture != 0) {
        const auto id = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture));
        list->AddImageRounded(id, low, high, {0.0F, first}, {1.0F, 1.0F - first}, IM_COL32_WHITE,
                              rounding);
    } else {
        list->AddRectFilled(low, high, context.theme.raised, rounding);
    }
    list->AddRect(low, high, context.theme.line_strong, rounding, 0,
                  context.px(context.theme.edge));
}

void draw_presenter(PanelContext& context, PresenterState& state, const PresenterView& view) {
    const Rect& window = context.input.layout.window;
    const knowledge::Tour* const tour =
        session::running_tour(context.input.session, context.input.world);
    if (session::running_stop(context.input.session, context.input.world) == nullptr) {
        draw_waiting(context);
        return;
    }
    const float top = context.px(c_top);
    const float body = window.height - top - context.px(c_bottom);
    const float left = std::floor(c_left_share * window.width);
    draw_presenter_top(context, {0.0F, 0.0F, window.width, top}, *tour, view);
    draw_presenter_room(context, {0.0F, top, left, body}, view);
    draw_presenter_notes(context, state, {left, top, window.width - left, body}, *tour, view);
    draw_presenter_bottom(context, {0.0F, top + body, window.width, context.px(c_bottom)}, *tour);
}

} // namespace osteon::ui
