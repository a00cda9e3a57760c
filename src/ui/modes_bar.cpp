#include "ui/stage_parts.h"
#include "ui/widgets.h"

#include <array>
#include <string>

namespace osteon::ui {
namespace {

struct ModeItem {
    Icon icon;
    const char* word;
    const char* tip;
    Command command;
};

/// In the order of session::Mode.
constexpr std::array<ModeItem, 4> c_modes{{
    {Icon::compass, translatable("Explore"), translatable("Explore: everything at hand"),
     Command::explore},
    {Icon::screen, translatable("Lecture"), translatable("Lecture: tours for a room"),
     Command::lecture},
    {Icon::bed, translatable("Bedside"), translatable("Bedside: large and plain, for a talk"),
     Command::bedside},
    {Icon::cap, translatable("Study"), translatable("Study: questions that come back in time"),
     Command::study},
}};

} // namespace

void draw_modes_bar(PanelContext& context, const Rect& area, bool words) {
    std::array<std::string, c_modes.size()> tips;
    std::array<Segment, c_modes.size()> segments;
    for (std::size_t i = 0; i < c_modes.size(); ++i) {
        const ModeItem& item = c_modes[i];
        tips[i] = context.tr(item.tip) + keys_after(context, item.command);
        segments[i] = {words ? context.tr(item.word) : "", item.icon, tips[i]};
    }
    const float width = std::min(segmented_width(context, segments) + context.px(2.0F), area.width);
    const Rect bar{area.right() - width, area.y, width, area.height};
    const FixedWindow window("modes", bar, {.stays_behind = true});
    draw_plate(context, ImGui::GetWindowDrawList(), {bar.x, bar.y}, {bar.right(), bar.bottom()},
               context.px(10.0F), false);
    ImGui::SetCursorScreenPos({bar.x + context.px(1.0F), bar.y + context.px(1.0F)});
    const auto now = static_cast<std::size_t>(context.input.session.settings.mode);
    if (const auto picked = segmented(context, "modes", segments, now, width - context.px(2.0F))) {
        context.emit(session::SetMode{static_cast<session::Mode>(*picked)});
    }
}

} // namespace osteon::ui
