#include "ui/stage_parts.h"
#include "ui/widgets.h"
#include "view/scene.h"

#include <cmath>
#include <string>

namespace osteon::ui {
namespace {

ImU32 ink_of_film() {
    const glm::vec3 ink = view::scan_ink;
    return ImGui::ColorConvertFloat4ToU32({ink.x, ink.y, ink.z, 1.0F});
}

/// A letter as laid on a film, centred.
void draw_mark(const PanelContext& context, ImDrawList* list, ImVec2 centre, const char* word) {
    const ImVec2 size = measure_text(context, TextRole::section, word);
    draw_text(context, list, TextRole::section,
              {std::round(centre.x - 0.5F * size.x), std::round(centre.y - 0.5F * size.y)},
              ink_of_film(), word);
}

/// " (Oncology 1983)"; empty where the source is not known.
std::string short_source(const PanelContext& context, const char* key) {
    const knowledge::Reference* const source = context.input.world.knowledge.reference(key);
    return source != nullptr ? " (" + source->short_text + ")" : "";
}

} // namespace

void draw_scan_marks(PanelContext& context) {
    if (!session::is_scan(context.input.session.stage)) {
        return;
    }
    ImDrawList* const list = ImGui::GetBackgroundDrawList();
    const auto panes = context.input.panes;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        const Rect& free = panes[i].layout.free;
        const bool anterior = i == 0;
        // Beside the thighs, where arms and hands leave room.
        const float y = free.y + 0.66F * free.height;
        const float aside = std::min(0.5F * free.width, 0.22F * free.height);
        draw_mark(context, list, {free.centre().x - aside, y}, anterior ? "R" : "L");
        draw_mark(context, list, {free.centre().x + aside, y}, anterior ? "L" : "R");
        draw_mark(context, list, {free.centre().x - aside, free.bottom() - context.px(20.0F)},
                  anterior ? "ANT" : "POST");
    }
}

void draw_scan_options(PanelContext& context, const Rect& area) {
    const FixedWindow window("scan", area, {.stays_behind = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_plate(context, list, {area.x, area.y}, {area.right(), area.bottom()}, context.px(10.0F),
               false);
    ImGui::SetCursorScreenPos({area.x, area.y});
    const Touch touched = touch(context, "about", {area.width, area.height}, context.px(10.0F));
    tooltip(context, "An illustration of a bone scan",
            "Tracer gathers where bone is rebuilt: at the joints, and strongly at blastic lesions; "
            "the kidneys and the bladder excrete it. Cold does not mean clear: 7 of 68 lesions of "
            "kidney cancer were cold" +
                short_source(context, "kim1983") +
                ", and myeloma often is. Click to read about bone scans.");
    const float line = context.fonts.face(TextRole::caption).line_height;
    const float middle = area.centre().y;
    const ImU32 ink = mixed(context.theme.text2, context.theme.accent, touched.hover_fade);
    draw_icon(list, Icon::info, {area.x + context.px(22.0F), middle}, context.px(16.0F), ink);
    draw_text_cut(context, list, TextRole::caption,
                  {area.x + context.px(38.0F), std::floor(middle - 0.5F * line)},
                  context.theme.text1,
                  "Illustration. Purely lytic disease may show little or nothing on a bone scan.",
                  area.width - context.px(50.0F));
    if (touched.clicked) {
        context.emit(session::OpenArticle{"diagnosis", "bone-scan"});
    }
}

} // namespace osteon::ui
