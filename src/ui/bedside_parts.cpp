#include "ui/bedside_parts.h"

#include "view/bedside.h"

#include <imgui_internal.h>

#include <algorithm>

namespace osteon::ui {
namespace {

constexpr float c_swipe_guard = 12.0F; ///< px at 100 %: a finger is less steady than a mouse
constexpr float c_scrollbar = 10.0F;
constexpr float c_disabled = 0.38F;

bool was_swiped(const PanelContext& context) {
    const float guard = context.px(c_swipe_guard);
    return ImGui::GetIO().MouseDragMaxDistanceSqr[ImGuiMouseButton_Left] >= guard * guard;
}

bool is_tapped(const PanelContext& context, const Touch& state) {
    return state.clicked && !was_swiped(context);
}

/// Black or white over a touched part: there is no hover to a finger, so that a press must show.
ImU32 veil(const PanelContext& context, const Touch& state) {
    const float strength = state.held ? 0.12F : 0.06F * state.hover_fade;
    return context.theme.light ? IM_COL32(0, 0, 0, static_cast<int>(255.0F * strength))
                               : IM_COL32(255, 255, 255, static_cast<int>(255.0F * strength));
}

} // namespace

float bedside_px(const PanelContext& context, float length) {
    return context.px(view::bedside_length(context.input.layout, length));
}

float target_px(const PanelContext& context, float length) {
    return context.px(view::bedside_target(context.input.layout, length));
}

SwipeArea::SwipeArea(PanelContext& context, const char* id, const Rect& area, float padding) {
    ImGui::SetCursorScreenPos({area.x, area.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding, 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, context.px(c_scrollbar));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, context.theme.line_strong);
    ImGui::BeginChild(id, {area.width, area.height}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    const ImGuiIO& io = ImGui::GetIO();
    const ImVec2 start = io.MouseClickedPos[ImGuiMouseButton_Left];
    const float bar = ImGui::GetCurrentWindow()->ScrollbarSizes.x;
    const bool began_here = start.x >= area.x && start.x < area.right() - bar &&
                            start.y >= area.y && start.y < area.bottom();
    if (io.MouseDown[ImGuiMouseButton_Left] && began_here && was_swiped(context) &&
        !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) {
        ImGui::SetScrollY(ImGui::GetScrollY() - io.MouseDelta.y);
    }
}

SwipeArea::~SwipeArea() {
    ImGui::EndChild();
}

bool big_row(PanelContext& context, const char* id, const BigRow& row) {
    const Theme& theme = context.theme;
    const float width = row.width > 0.0F ? row.width : content_width();
    const float side = bedside_px(context, 24.0F);
    const float icon = bedside_px(context, 26.0F);
    const float gap = bedside_px(context, 18.0F);
    const float left = side + (row.icon != Icon::none ? icon + gap : 0.0F);
    const float right = side + (row.end != Icon::none ? icon + 0.5F * gap : 0.0F);
    const float room = std::max(width - left - right, 1.0F);
    const ImVec2 title = measure_text(context, TextRole::card_title, row.title, room);
    const ImVec2 below = row.subtitle.empty()
                             ? ImVec2{}
                             : measure_text(context, TextRole::secondary, row.subtitle, room);
    const float words = title.y + below.y;
    const float height =
        std::max(target_px(context, row.height), words + 2.0F * bedside_px(context, 14.0F));
    const float rounding = bedside_px(context, 16.0F);
    const Touch state = touch(context, id, {width, height}, rounding, row.enabled);
    const float opacity = row.enabled ? 1.0F : c_disabled;
    const ImU32 ink = faded(row.chosen ? theme.on_accent : theme.text1, opacity);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    if (!row.quiet || row.chosen) {
        list->AddRectFilled(state.min, state.max, row.chosen ? theme.accent : theme.panel,
                            rounding);
    }
    list->AddRectFilled(state.min, state.max, veil(context, state), rounding);
    if (!row.quiet && !row.chosen) {
        list->AddRect(state.min, state.max, theme.line_strong, rounding, 0, context.px(theme.edge));
    }
    const float middle = 0.5F * (state.min.y + state.max.y);
    draw_icon(list, row.icon, {state.min.x + side + 0.5F * icon, middle}, icon, ink);
    draw_icon(list, row.end, {state.max.x - side - 0.5F * icon, middle}, icon, ink);
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({state.min.x + left, std::floor(middle - 0.5F * words)});
    wrapped_text(context, TextRole::card_title, ink, row.title, room);
    if (!row.subtitle.empty()) {
        ImGui::SetCursorScreenPos({state.min.x + left, ImGui::GetCursorScreenPos().y});
        wrapped_text(context, TextRole::secondary, row.chosen ? ink : faded(theme.text2, opacity),
                     row.subtitle, room);
    }
    ImGui::SetCursorScreenPos({state.min.x, after.y});
    return is_tapped(context, state);
}

bool big_button(PanelContext& context, const char* id, const Rect& area, const BigButton& look) {
    const Theme& theme = context.theme;
    ImGui::SetCursorScreenPos({area.x, area.y});
    const float rounding = bedside_px(context, 14.0F);
    const Touch state = touch(context, id, {area.width, area.height}, rounding, look.enabled);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const ImU32 ground = look.filled   ? theme.accent
                         : look.chosen ? theme.accent_ground
                                       : theme.panel;
    if (look.plate || look.chosen || look.filled) {
        list->AddRectFilled(state.min, state.max, ground, rounding);
    }
    list->AddRectFilled(state.min, state.max, veil(context, state), rounding);
    if (look.chosen) {
        list->AddRect(state.min, state.max, theme.accent, rounding, 0, context.px(2.0F));
    } else if (look.plate && !look.filled) {
        list->AddRect(state.min, state.max, theme.line_strong, rounding, 0, context.px(theme.edge));
    }
    const ImU32 ink = faded(look.filled   ? theme.on_accent
                            : look.chosen ? theme.accent
                                          : theme.text1,
                            look.enabled ? 1.0F : c_disabled);
    const float icon = bedside_px(context, 26.0F);
    const float gap = bedside_px(context, look.icon_above ? 8.0F : 14.0F);
    const float inset = bedside_px(context, look.icon_above ? 3.0F : 8.0F);
    const float whole = measure_text(context, look.role, look.words).x;
    const bool beside = look.icon != Icon::none && !look.icon_above &&
                        whole + icon + gap + 2.0F * inset <= area.width;
    const bool above = look.icon != Icon::none && (look.icon_above || look.words.empty());
    const float room = area.width - 2.0F * inset - (beside ? icon + gap : 0.0F);
    const ImVec2 words =
        look.words.empty() ? ImVec2{} : measure_text(context, look.role, look.words, room);
    const ImVec2 middle{0.5F * (state.min.x + state.max.x), 0.5F * (state.min.y + state.max.y)};
    const float high = words.y + (above && words.y > 0.0F ? icon + gap : 0.0F);
    const float wide = words.x + (beside ? icon + gap : 0.0F);
    ImVec2 at{std::floor(middle.x - 0.5F * wide), std::floor(middle.y - 0.5F * high)};
    if (above) {
        const float y = words.y > 0.0F ? at.y + 0.5F * icon : middle.y;
        draw_icon(list, look.icon, {middle.x, y}, icon, ink);
        at.y += words.y > 0.0F ? icon + gap : 0.0F;
    } else if (beside) {
        draw_icon(list, look.icon, {at.x + 0.5F * icon, middle.y}, icon, ink);
        at.x += icon + gap;
    }
    if (!look.words.empty()) {
        const ImVec2 after = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos(at);
        wrapped_text(context, look.role, ink, look.words, std::max(words.x, 1.0F) + 1.0F);
        ImGui::SetCursorScreenPos(after);
    }
    return is_tapped(context, state);
}

void telling_card(PanelContext& context, Icon icon, ImU32 ground, ImU32 ink,
                  std::string_view heading, std::string_view words) {
    Card::Options options;
    options.padding = view::bedside_length(context.input.layout, 24.0F);
    options.ground = ground;
    options.edge = context.theme.contrast ? context.theme.text1 : ground;
    const Card card(context, options);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float size = bedside_px(context, 24.0F);
    const float line = context.fonts.face(TextRole::card_title).line_height;
    const float left = icon != Icon::none ? size + bedside_px(context, 12.0F) : 0.0F;
    draw_icon(ImGui::GetWindowDrawList(), icon, {start.x + 0.5F * size, start.y + 0.5F * line},
              size, ink);
    ImGui::SetCursorScreenPos({start.x + left, start.y});
    wrapped_text(context, TextRole::card_title, ink, heading, card.inner_width() - left);
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    gap(context, 4.0F);
    wrapped_text(context, TextRole::body, context.theme.text1, words, card.inner_width());
}

const std::string& plain_name(const PanelContext& context, const knowledge::Site& site) {
    const knowledge::BedsideWords* const words =
        context.input.world.knowledge.bedside_words(site.id);
    return words != nullptr && words->site == site.id ? words->name : site.name;
}

void clear_talk(PanelContext& context, BedsideState& state) {
    context.emit(session::ClearTalk{});
    state = {};
}

void turn_to(BedsideState& state, BedsidePage page) {
    state.page = page;
    state.shows_list = false;
    state.asks_outlook = false;
}

} // namespace osteon::ui
