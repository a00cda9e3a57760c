#include "ui/note_words.h"

#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace osteon::ui {
namespace {

// px at 100 %
constexpr float widest_words = 190.0F;
constexpr float side_padding = 8.0F;
constexpr float line_padding = 3.0F;
constexpr float apart = 4.0F; ///< two plates, one above the other

constexpr int most_steps = 4; ///< away from where a plate belongs; farther nobody knows whose it is

glm::vec2 plate_size(const PanelContext& context, const std::string& words) {
    const float width = std::min(measure_text(context, TextRole::caption_strong, words).x,
                                 context.px(widest_words));
    const float line = context.fonts.face(TextRole::caption_strong).line_height;
    return {width + 2.0F * context.px(side_padding), line + 2.0F * context.px(line_padding)};
}

Rect rounded(float x, float y, glm::vec2 size) {
    return {std::round(x), std::round(y), size.x, size.y};
}

} // namespace

/// The first of the wanted plates that covers none, each also moved up and down by steps; the first
/// of all where there is no such.
Rect NoteWords::free_of(std::vector<Rect> wanted, float step) const {
    const auto is_free = [&](const Rect& plate) {
        return std::ranges::none_of(taken_, [&](const Rect& each) { return each.overlaps(plate); });
    };
    for (int steps = 0; steps <= most_steps; ++steps) {
        for (const Rect& plate : wanted) {
            for (const float way : {-1.0F, 1.0F}) {
                Rect moved = plate;
                moved.y += way * static_cast<float>(steps) * step;
                if (is_free(moved)) {
                    return moved;
                }
            }
        }
    }
    return wanted.front();
}

void NoteWords::draw_beside(const PanelContext& context, ImDrawList* list, glm::vec2 place,
                            float away, const std::string& words, bool chosen) {
    if (words.empty()) {
        return;
    }
    const glm::vec2 size = plate_size(context, words);
    const float top = place.y - 0.5F * size.y;
    const Rect right = rounded(place.x + away, top, size);
    const Rect left = rounded(place.x - away - size.x, top, size);
    const bool has_room = right.right() <= context.input.layout.stage.right();
    draw(context, list,
         free_of(has_room ? std::vector{right, left} : std::vector{left, right},
                 0.5F * size.y + context.px(apart)),
         words, chosen);
}

void NoteWords::draw_around(const PanelContext& context, ImDrawList* list, glm::vec2 place,
                            const std::string& words) {
    if (words.empty()) {
        return;
    }
    const glm::vec2 size = plate_size(context, words);
    const Rect plate = rounded(place.x - 0.5F * size.x, place.y - 0.5F * size.y, size);
    draw(context, list, free_of({plate}, 0.5F * size.y + context.px(apart)), words, false);
}

void NoteWords::draw(const PanelContext& context, ImDrawList* list, const Rect& plate,
                     const std::string& words, bool chosen) {
    taken_.push_back(plate);
    const ImVec2 min{plate.x, plate.y};
    const ImVec2 max{plate.right(), plate.bottom()};
    list->AddRectFilled(min, max, context.theme.panel, context.px(7.0F));
    list->AddRect(min, max, chosen ? context.theme.accent : context.theme.line_strong,
                  context.px(7.0F), 0, context.px(chosen ? 2.0F : 1.0F));
    draw_text_cut(context, list, TextRole::caption_strong,
                  {min.x + context.px(side_padding), min.y + context.px(line_padding)},
                  context.theme.text1, words, plate.width - 2.0F * context.px(side_padding));
}

} // namespace osteon::ui
