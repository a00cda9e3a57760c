#include "view/film_marks.h"

#include "ui/stage_parts.h"
#include "ui/widgets.h"

#include <cmath>

namespace osteon::ui {

void draw_film_marks(const PanelContext& context) {
    const session::Stage& stage = context.input.session.stage;
    const glm::vec3 dark = view::scan_ink;
    // Both films look alike in every theme, and so do their marks.
    const ImU32 ink = session::is_scan(stage)
                          ? ImGui::ColorConvertFloat4ToU32({dark.x, dark.y, dark.z, 1.0F})
                          : theme_of(session::ThemeChoice::dark).text1;
    ImDrawList* const list = ImGui::GetBackgroundDrawList();
    for (const view::FilmMark& mark : view::film_marks(stage, context.input.panes)) {
        const ImVec2 size = measure_text(context, TextRole::section, mark.word);
        draw_text(context, list, TextRole::section,
                  {std::round(mark.at.x - 0.5F * size.x), std::round(mark.at.y - 0.5F * size.y)},
                  ink, mark.word);
    }
}

} // namespace osteon::ui
