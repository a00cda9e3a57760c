#include "view/film_marks.h"

#include "ui/stage_parts.h"
#include "ui/widgets.h"

#include <cmath>
#include <utility>

namespace osteon::ui {

namespace {

struct Inks {
    ImU32 letters;
    ImU32 film; ///< around them, where they lie on bone
};

/// Both films look alike in every theme, and so do their marks.
Inks inks_of(const session::Stage& stage) {
    const auto colour = [](const glm::vec3& c) {
        return ImGui::ColorConvertFloat4ToU32({c.x, c.y, c.z, 1.0F});
    };
    return session::is_scan(stage)
               ? Inks{colour(view::scan_ink), colour(view::scan_backdrop().edge)}
               : Inks{theme_of(session::ThemeChoice::dark).text1,
                      colour(view::film_backdrop().edge)};
}

} // namespace

void draw_film_marks(const PanelContext& context) {
    const session::Stage& stage = context.input.session.stage;
    const Inks inks = inks_of(stage);
    const float rim = context.metrics.stroke(1.5F);
    ImDrawList* const list = ImGui::GetBackgroundDrawList();
    for (const view::FilmMark& mark : view::film_marks(stage, context.input.panes)) {
        const ImVec2 size = measure_text(context, TextRole::section, mark.word);
        const ImVec2 place{std::round(mark.at.x - 0.5F * size.x),
                           std::round(mark.at.y - 0.5F * size.y)};
        for (const auto& [x, y] : {std::pair{-rim, 0.0F}, {rim, 0.0F}, {0.0F, -rim}, {0.0F, rim}}) {
            draw_text(context, list, TextRole::section, {place.x + x, place.y + y}, inks.film,
                      mark.word);
        }
        draw_text(context, list, TextRole::section, place, inks.letters, mark.word);
    }
}

} // namespace osteon::ui
