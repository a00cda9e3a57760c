#pragma once

#include "ui/widgets.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace osteon::ui {

/// "45 %", with the space that a line does not break at.
inline std::string percent_words(float share) {
    return fmt::format("{:.0f}\u202F%", 100.0F * share);
}

/// The plate of a look's options, open until it goes out of scope; its items stand in a row.
class OptionsPlate {
public:
    OptionsPlate(PanelContext& context, const Rect& area)
        : context_(context)
        , window_("options", area, {.stays_behind = true})
        , area_(area)
        , x_(area.x + context.px(12.0F)) {
        draw_plate(context, ImGui::GetWindowDrawList(), {area.x, area.y},
                   {area.right(), area.bottom()}, context.px(10.0F), false);
    }

    /// Sets the cursor to the next item of the row, `height` px high at 100 %.
    void next(float height, float width) {
        ImGui::SetCursorScreenPos(
            {x_, std::floor(area_.y + 0.5F * (area_.height - context_.px(height)))});
        x_ += width + context_.px(8.0F);
    }
    /// The same at the right end.
    void last(float height, float width) {
        right_ += width + context_.px(4.0F);
        ImGui::SetCursorScreenPos(
            {area_.right() - right_,
             std::floor(area_.y + 0.5F * (area_.height - context_.px(height)))});
    }
    void word(const std::string& words, ImU32 colour, float width) {
        const float line = context_.fonts.face(TextRole::caption).line_height;
        draw_text_cut(context_, ImGui::GetWindowDrawList(), TextRole::caption,
                      {x_, std::floor(area_.y + 0.5F * (area_.height - line))}, colour, words,
                      width);
        x_ += width + context_.px(8.0F);
    }
    /// What the row has left, less `reserved` pixels.
    float room(float reserved) const {
        return std::max(area_.right() - right_ - x_ - reserved, context_.px(40.0F));
    }

private:
    PanelContext& context_;
    FixedWindow window_;
    Rect area_;
    float x_;
    float right_ = 0.0F;
};

} // namespace osteon::ui
