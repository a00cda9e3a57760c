#include "ui/live_picture.h"

#include "session/picture_stage.h"
#include "ui/markdown_view.h"
#include "ui/widgets.h"
#include "view/layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace osteon::ui {
namespace {

constexpr float c_highest = 460.0F; // px at 100 %; a taller picture leaves no room for its text
constexpr float c_rounding = 10.0F; // px at 100 %
constexpr InlineStyle caption_style{TextRole::caption, TextRole::caption_strong, TextRole::caption,
                                    TextRole::caption};

glm::ivec2 size_of(const PanelContext& context, const knowledge::LivePicture& picture,
                   float width) {
    const float height = std::min(width / picture.aspect, context.px(c_highest));
    return {static_cast<int>(width), static_cast<int>(height)};
}

/// The picture in its size; one of another size is better than none while that is drawn.
const DrawnPicture* find_drawn(std::span<const DrawnPicture> all, const WantedPicture& wanted) {
    const auto exact = std::ranges::find(all, wanted, &DrawnPicture::what);
    const auto any =
        exact != all.end() ? exact : std::ranges::find_if(all, [&](const DrawnPicture& each) {
            return each.what.picture == wanted.picture;
        });
    return any != all.end() ? &*any : nullptr;
}

ImTextureID texture_id(std::uint32_t texture) {
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture));
}

void draw_words_in_place(PanelContext& context, const std::string& words, const Touch& place) {
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({place.min.x + context.px(16.0F), place.min.y + context.px(16.0F)});
    wrapped_text(context, TextRole::caption, context.theme.text3, words,
                 place.max.x - place.min.x - context.px(32.0F));
    ImGui::SetCursorScreenPos(after);
}

void draw_place(PanelContext& context, const knowledge::Block& block, const WantedPicture& wanted,
                const Touch& place) {
    const Theme& theme = context.theme;
    const float rounding = context.px(c_rounding);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    if (const DrawnPicture* const drawn = find_drawn(context.input.pictures, wanted)) {
        list->AddImageRounded(texture_id(drawn->texture), place.min, place.max, {0.0F, 0.0F},
                              {1.0F, 1.0F}, IM_COL32_WHITE, rounding);
    } else {
        list->AddRectFilled(place.min, place.max, theme.raised, rounding);
        draw_words_in_place(context, block.alt, place);
    }
    list->AddRect(place.min, place.max, mixed(theme.line, theme.accent, place.hover_fade), rounding,
                  0, context.px(theme.edge));
}

} // namespace

void draw_live_picture(PanelContext& context, ReadingPanelState& state,
                       const knowledge::Block& block) {
    const knowledge::LivePicture& picture = *block.picture;
    const session::World& world = context.input.world;
    const WantedPicture wanted{picture, size_of(context, picture, content_width())};
    const Touch place = touch(
        context, "picture", {static_cast<float>(wanted.size.x), static_cast<float>(wanted.size.y)},
        context.px(c_rounding));
    if (ImGui::IsItemVisible()) {
        context.output.pictures.push_back(wanted);
    }
    tooltip(context, context.tr("Show this on the stage"));
    if (place.hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (place.clicked) {
        context.emit(session::ShowPicture{picture});
    }
    draw_place(context, block, wanted, place);
    gap(context, 8.0F);
    draw_spans(context, state, block.spans, caption_style, context.theme.text2);
    if (view::is_illustration(session::stage_of(picture, context.input.session.stage, world))) {
        wrapped_text(context, TextRole::caption, context.theme.text3,
                     context.tr("Illustration: not a patient\u2019s images"));
    }
}

} // namespace osteon::ui
