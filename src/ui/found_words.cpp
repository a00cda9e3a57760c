#include "ui/found_words.h"

#include "ui/widgets.h"

#include <algorithm>

namespace osteon::ui {
namespace {

constexpr double lit_for = 6.0; // seconds
constexpr double fades_for = 1.0;

} // namespace

float brightness(PanelContext& context, LitWords& lit) {
    if (lit.place.words.empty()) {
        return 0.0F;
    }
    if (!lit.begun) {
        lit.begun = true;
        lit.since = context.now;
    }
    if (context.motion.reduced()) {
        return 1.0F;
    }
    const double left = lit.since + lit_for + fades_for - context.now;
    if (left <= 0.0) {
        lit = {};
        return 0.0F;
    }
    if (left > fades_for) {
        context.motion.ask_for_frame_in(left - fades_for);
    } else {
        context.motion.ask_for_frame();
    }
    return static_cast<float>(std::min(1.0, left / fades_for));
}

void draw_lit_words(const PanelContext& context, LitWords& lit, const TextRun& run, ImVec2 place,
                    float height, float brightness) {
    const bool seen = ImGui::IsRectVisible(place, {place.x + run.width, place.y + height});
    const bool sought = lit.in_section && lit.first_y < 0.0F;
    if (!seen && !sought) {
        return;
    }
    const std::string_view text = run.text;
    for (const knowledge::TextRange& word : knowledge::find_words(text, lit.place.words)) {
        const float from = measure_text(context, run.role, text.substr(0, word.begin)).x;
        const float to = measure_text(context, run.role, text.substr(0, word.end)).x;
        const float out = context.px(2.0F);
        ImGui::GetWindowDrawList()->AddRectFilled(
            {place.x + from - out, place.y}, {place.x + to + out, place.y + height},
            faded(context.theme.accent, 0.3F * brightness), context.px(4.0F));
        if (lit.in_section && lit.first_y < 0.0F) {
            lit.first_y = place.y - ImGui::GetWindowPos().y + ImGui::GetScrollY();
        }
    }
}

} // namespace osteon::ui
