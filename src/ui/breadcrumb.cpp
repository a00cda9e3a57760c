#include "ui/stage_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <string>
#include <vector>

namespace osteon::ui {
namespace {

/// A step of the breadcrumb and what a click on it does.
struct Step {
    std::string name;
    std::string site;     ///< chosen by a click; empty: the whole skeleton
    bool primary = false; ///< the chosen primary: a click leaves the site
};

std::vector<Step> steps_of(const PanelContext& context) {
    const session::Stage& stage = context.input.session.stage;
    const knowledge::Knowledge& known = context.input.world.knowledge;
    std::vector<Step> steps{{context.tr("Skeleton"), {}, false}};
    if (const knowledge::Primary* const primary = known.primary(stage.primary)) {
        steps.push_back({primary->short_name, {}, true});
    }
    if (const knowledge::Site* const site = known.site(stage.site)) {
        if (const knowledge::Site* const parent = known.site(site->parent)) {
            steps.push_back({parent->name, parent->id, false});
        }
        steps.push_back({site->name, site->id, false});
    }
    return steps;
}

void go_to(PanelContext& context, const Step& step) {
    if (!step.site.empty()) {
        context.emit(session::ChooseSite{step.site});
    } else {
        context.emit(session::ChooseSite{});
        if (!step.primary) {
            context.emit(session::ChoosePrimary{});
            context.emit(session::Home{});
        }
    }
}

/// The bone before the steps, their names and the arrows between them.
float plate_width(const PanelContext& context, const std::vector<Step>& steps) {
    float sum = context.px(26.0F);
    for (const Step& step : steps) {
        sum += measure_text(context, TextRole::button, step.name).x + context.px(20.0F);
    }
    return sum;
}

/// Drops steps from the middle until the rest fits; the way out and the place stay.
void fit(const PanelContext& context, std::vector<Step>& steps, float room) {
    while (steps.size() > 2 && plate_width(context, steps) > room) {
        steps.erase(steps.begin() + 1);
    }
}

} // namespace

void draw_breadcrumb(PanelContext& context, const Rect& area) {
    std::vector<Step> steps = steps_of(context);
    fit(context, steps, area.width);
    const Theme& theme = context.theme;
    const float width = std::min(plate_width(context, steps), area.width);
    const Rect plate{area.x, area.y, std::round(width), area.height};
    const FixedWindow window("breadcrumb", plate, {.stays_behind = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_plate(context, list, {plate.x, plate.y}, {plate.right(), plate.bottom()},
               context.px(10.0F), false);
    const float middle = plate.centre().y;
    draw_icon(list, Icon::bone, {plate.x + context.px(20.0F), middle}, context.px(18.0F),
              theme.text2);
    float x = plate.x + context.px(34.0F);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool last = i + 1 == steps.size();
        const ImVec2 size = measure_text(context, TextRole::button, steps[i].name);
        ImGui::PushID(static_cast<int>(i));
        ImGui::SetCursorScreenPos({x - context.px(4.0F), plate.y + context.px(4.0F)});
        const Touch state =
            touch(context, "step", {size.x + context.px(8.0F), plate.height - context.px(8.0F)},
                  context.px(7.0F), !last);
        ImGui::PopID();
        const ImU32 colour =
            last ? theme.text1 : mixed(theme.text2, theme.accent, state.hover_fade);
        const float cut = plate.right() - context.px(6.0F) - x;
        draw_text_cut(context, list, TextRole::button, {x, std::floor(middle - 0.5F * size.y)},
                      colour, steps[i].name, cut);
        if (state.clicked) {
            go_to(context, steps[i]);
        }
        x += size.x;
        if (!last) {
            draw_icon(list, Icon::right, {x + context.px(10.0F), middle}, context.px(14.0F),
                      theme.text3);
            x += context.px(20.0F);
        }
    }
}

} // namespace osteon::ui
