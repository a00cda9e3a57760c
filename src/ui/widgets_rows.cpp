#include "ui/widgets.h"

#include <algorithm>

namespace osteon::ui {

namespace {

float row_height(const ListRow& row) {
    if (row.height > 0.0F) {
        return row.height;
    }
    return row.subtitle.empty() && row.value_note.empty() ? 44.0F : 60.0F;
}

/// Draws what stands at the right of a row; returns where its words must end.
float draw_row_end(const PanelContext& context, const ListRow& row, const Touch& state) {
    const Theme& theme = context.theme;
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float middle = 0.5F * (state.min.y + state.max.y);
    float right = state.max.x - context.px(std::min(row.inset, 12.0F));
    if (row.chevron) {
        draw_icon(list, Icon::right, {right - context.px(6.0F), middle}, context.px(16.0F),
                  theme.text3);
        right -= context.px(24.0F);
    }
    const bool noted = !row.value_note.empty();
    float widest = 0.0F;
    if (!row.value.empty()) {
        const TextRole role = noted ? TextRole::label_title : TextRole::secondary;
        const ImVec2 size = measure_text(context, role, row.value);
        const float top = noted ? middle - context.px(20.0F) : middle - 0.5F * size.y;
        draw_text(context, list, role, {right - size.x, std::floor(top)},
                  noted ? theme.text1 : theme.text2, row.value);
        widest = size.x;
    }
    if (noted) {
        const float width = measure_text(context, TextRole::caption, row.value_note).x;
        draw_text(context, list, TextRole::caption, {right - width, std::floor(middle)},
                  theme.text2, row.value_note);
        widest = std::max(widest, width);
    }
    return widest > 0.0F ? right - widest - context.px(12.0F) : right;
}

/// Draws the icon at the left of a row; returns where its words begin.
float draw_row_icon(const PanelContext& context, const ListRow& row, const Touch& state) {
    const float left = state.min.x + context.px(row.inset);
    if (row.icon == Icon::none) {
        return left;
    }
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float middle = 0.5F * (state.min.y + state.max.y);
    const ImU32 colour = row.chosen ? context.theme.accent : context.theme.text2;
    if (!row.icon_tile) {
        draw_icon(list, row.icon, {left + context.px(10.0F), middle}, context.px(20.0F), colour);
        return left + context.px(32.0F);
    }
    const float half = context.px(19.0F);
    const ImVec2 centre{left + half, middle};
    list->AddRectFilled({centre.x - half, centre.y - half}, {centre.x + half, centre.y + half},
                        context.theme.hover, context.px(9.0F));
    draw_icon(list, row.icon, centre, context.px(20.0F), colour);
    return left + 2.0F * half + context.px(14.0F);
}

void draw_row_words(const PanelContext& context, const ListRow& row, const Touch& state, float left,
                    float right) {
    const Theme& theme = context.theme;
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float middle = 0.5F * (state.min.y + state.max.y);
    const float room = std::max(0.0F, right - left);
    const bool two_lines = !row.subtitle.empty();
    const TextRole role = two_lines ? TextRole::label_title : TextRole::button;
    const float top =
        std::floor(two_lines ? middle - context.px(20.0F) : middle - context.px(10.0F));
    const float width = draw_text_cut(context, list, role, {left, top},
                                      row.chosen ? theme.accent : theme.text1, row.title, room);
    if (!row.latin.empty()) {
        const float after = width + context.px(8.0F);
        draw_text_cut(context, list, TextRole::latin, {left + after, top}, theme.text2, row.latin,
                      room - after);
    }
    if (two_lines) {
        draw_text_cut(
            context, list, row.subtitle_italic ? TextRole::caption_italic : TextRole::caption,
            {left, std::floor(middle + context.px(1.0F))}, theme.text2, row.subtitle, room);
    }
}

} // namespace

Touch list_row(PanelContext& context, const char* id, const ListRow& row) {
    const Theme& theme = context.theme;
    const float rounding = context.px(9.0F);
    const Touch state =
        touch(context, id, {content_width(), context.px(row_height(row))}, rounding);
    tell(context, state, row.title, row.value.empty() ? row.subtitle : row.value);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    if (row.chosen) {
        list->AddRectFilled(state.min, state.max, theme.accent_ground, rounding);
    } else {
        const float lit = row.focused ? 1.0F : state.hover_fade;
        list->AddRectFilled(state.min, state.max, faded(theme.hover, lit), rounding);
    }
    if (row.focused || (row.chosen && theme.contrast)) {
        list->AddRect(state.min, state.max, theme.accent, rounding, 0, context.px(theme.edge));
    }
    const float left = draw_row_icon(context, row, state);
    draw_row_words(context, row, state, left, draw_row_end(context, row, state));
    return state;
}

Card::Card(PanelContext& context)
    : Card(context, Options{}) {}

Card::Card(PanelContext& context, const Options& options)
    : context_(context)
    , options_(options)
    , start_(ImGui::GetCursorScreenPos()) {
    const float padding = context.px(options.padding);
    width_ = options.width > 0.0F ? options.width : content_width();
    inner_width_ = width_ - 2.0F * padding;
    // The ground is drawn last, when the height is known, into the channel below the content.
    splitter_.Split(ImGui::GetWindowDrawList(), 2);
    splitter_.SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
    ImGui::BeginGroup();
    ImGui::SetCursorScreenPos({start_.x + padding, start_.y + padding});
    ImGui::BeginGroup();
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + inner_width_);
}

Card::~Card() {
    const Theme& theme = context_.theme;
    ImGui::PopTextWrapPos();
    ImGui::EndGroup();
    const float content_end = ImGui::GetItemRectMax().y + context_.px(options_.padding);
    const ImVec2 end{start_.x + width_, std::max(content_end, start_.y + options_.height)};
    ImGui::SetCursorScreenPos(start_);
    ImGui::Dummy({end.x - start_.x, end.y - start_.y});
    ImGui::EndGroup();
    ImDrawList* const list = ImGui::GetWindowDrawList();
    splitter_.SetCurrentChannel(list, 0);
    const float rounding = context_.px(12.0F);
    list->AddRectFilled(start_, end, options_.ground != 0 ? options_.ground : theme.raised,
                        rounding);
    if (options_.bar != 0) {
        list->PushClipRect(start_, {start_.x + context_.px(4.0F), end.y}, true);
        list->AddRectFilled(start_, end, options_.bar, rounding);
        list->PopClipRect();
    } else {
        list->AddRect(start_, end, options_.edge != 0 ? options_.edge : theme.line, rounding, 0,
                      context_.px(theme.edge));
    }
    splitter_.Merge(list);
}

float draw_key(const PanelContext& context, ImDrawList* list, ImVec2 place, std::string_view key) {
    const ImVec2 size = measure_text(context, TextRole::caption, key);
    const float width = std::max(size.x + context.px(16.0F), context.px(26.0F));
    const ImVec2 end{place.x + width, place.y + context.px(24.0F)};
    list->AddRect(place, end, context.theme.line_strong, context.px(6.0F), 0,
                  context.px(context.theme.edge));
    draw_text(context, list, TextRole::caption,
              {std::floor(place.x + 0.5F * (width - size.x)), place.y + context.px(3.0F)},
              context.theme.text2, key);
    return width;
}

namespace {

/// As dark as three layers of 6 % would be, in so many that no edge of one is seen, denser towards
/// the plate.
void draw_shadow(const PanelContext& context, ImDrawList* list, ImVec2 min, ImVec2 max,
                 float rounding) {
    constexpr int c_layers = 16;
    constexpr float c_reach = 16.0F;
    constexpr float c_opacity = 3.0F * 0.06F / static_cast<float>(c_layers);
    for (int layer = c_layers; layer > 0; --layer) {
        const float share = static_cast<float>(layer) / static_cast<float>(c_layers);
        const float out = context.px(c_reach) * share * share;
        list->AddRectFilled({min.x - out, min.y - out}, {max.x + out, max.y + out},
                            faded(IM_COL32_BLACK, c_opacity), rounding + out);
    }
}

} // namespace

void draw_plate(const PanelContext& context, ImDrawList* list, ImVec2 min, ImVec2 max,
                float rounding, bool shadow) {
    if (shadow) {
        draw_shadow(context, list, min, max, rounding);
    }
    list->AddRectFilled(min, max, context.theme.panel, rounding);
    list->AddRect(min, max, context.theme.line_strong, rounding, 0, context.px(context.theme.edge));
}

void draw_progress(PanelContext& context, ImDrawList* list, ImVec2 min, float width, float share) {
    const float height = context.px(6.0F);
    const float rounding = 0.5F * height;
    list->AddRectFilled(min, {min.x + width, min.y + height}, context.theme.track, rounding);
    float from = 0.0F;
    float to = std::clamp(share, 0.0F, 1.0F);
    if (share < 0.0F) {
        // A band of 30 % crosses the track in 1.6 seconds.
        const auto turns = context.now / 1.6;
        from = static_cast<float>(turns - std::floor(turns)) * 1.3F - 0.3F;
        to = std::min(from + 0.3F, 1.0F);
        from = std::max(from, 0.0F);
        context.motion.ask_for_frame();
    }
    if ((to - from) * width >= 1.0F) {
        list->AddRectFilled({min.x + from * width, min.y}, {min.x + to * width, min.y + height},
                            context.theme.accent, rounding);
    }
}

} // namespace osteon::ui
