#include "ui/options_plate.h"
#include "ui/stage_parts.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace osteon::ui {
namespace {

/// " (Oncology 1983)"; empty where the source is not known.
std::string short_source(const PanelContext& context, const char* key) {
    const knowledge::Reference* const source = context.input.world.knowledge.reference(key);
    return source != nullptr ? " (" + source->short_text + ")" : "";
}

/// Words that open what is told of bone scans.
void draw_about(PanelContext& context, ImVec2 place, ImVec2 size) {
    ImGui::SetCursorScreenPos(place);
    const Touch touched = touch(context, "about", size, context.px(10.0F));
    tooltip(context, context.tr("An illustration of a bone scan"),
            context.tr("Tracer gathers where bone is rebuilt: at the joints, and strongly at "
                       "blastic lesions; the kidneys and the bladder excrete it. Cold does not "
                       "mean clear: 7 of 68 lesions of kidney cancer were cold{}, and myeloma "
                       "often is. Click to read about bone scans.",
                       short_source(context, "kim1983")));
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float line = context.fonts.face(TextRole::caption).line_height;
    const float middle = place.y + 0.5F * size.y;
    const ImU32 ink = mixed(context.theme.text2, context.theme.accent, touched.hover_fade);
    draw_icon(list, Icon::info, {place.x + context.px(10.0F), middle}, context.px(16.0F), ink);
    draw_text_cut(context, list, TextRole::caption,
                  {place.x + context.px(26.0F), std::floor(middle - 0.5F * line)},
                  context.theme.text1,
                  context.tr("Illustration. Purely lytic disease may show little."),
                  size.x - context.px(26.0F));
    if (touched.clicked) {
        context.emit(session::OpenArticle{"diagnosis", "bone-scan"});
    }
}

} // namespace

void draw_scan_options(PanelContext& context, const Rect& area) {
    using session::scan_intensity_limits;
    const float intensity = context.input.session.stage.scan_intensity;
    OptionsPlate plate(context, area);
    const float number = context.px(38.0F);
    const float track = std::min(context.px(112.0F), 0.3F * area.width);
    const float about = plate.room(track + number + context.px(24.0F));
    plate.next(36.0F, about);
    draw_about(context, ImGui::GetCursorScreenPos(), {about, context.px(36.0F)});
    plate.next(36.0F, track);
    if (const auto wanted = inline_slider(
            context, "intensity", intensity,
            {scan_intensity_limits.least, scan_intensity_limits.most, 0.05F, "%"}, track,
            context.tr("Intensity: how dark the film is developed. Or Shift+drag on it, down for "
                       "darker"))) {
        context.emit(session::SetScanIntensity{*wanted});
    }
    plate.word(percent_words(intensity), context.theme.text1, number);
}

} // namespace osteon::ui
