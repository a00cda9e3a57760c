#include "ui/status_bar.h"

#include "ui/widgets.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace osteon::ui {

namespace {

// px at 100 %
constexpr float least_for_name = 300.0F;
constexpr float least_for_credit = 100.0F;

StatusName name_of(const anatomy::Bone& bone) {
    return {bone.name, bone.latin};
}

StatusName name_of(anatomy::LandmarkIndex index, const anatomy::Registry& registry) {
    const anatomy::Landmark& landmark = registry.landmarks[index];
    return {landmark.name + " · " + registry.bones[landmark.bone].name, landmark.latin};
}

/// What the keys would do just now.
const char* hint(const PanelContext& context) {
    const session::Session& session = context.input.session;
    const session::Stage& stage = session.stage;
    if (stage.question && stage.question->names_hidden) {
        return stage.question->choices > 0
                   ? context.tr("Keys 1 to 4 choose")
                   : context.tr("Click the bone, or Tab to it and press Enter");
    }
    if (stage.question) {
        return context.tr("Space goes on");
    }
    if (!session.focused_hotspot.empty()) {
        return context.tr("Enter opens, Tab goes on");
    }
    if (!stage.selection.empty() || !stage.site.empty()) {
        return context.tr("Esc goes one step out");
    }
    return context.tr("Tab walks the sites, Enter opens");
}

/// Draws words that end at `right`; returns where they begin.
float draw_ending_at(const PanelContext& context, std::string_view words, float right, float top,
                     ImU32 colour) {
    const float left = right - measure_text(context, TextRole::caption, words).x;
    draw_text(context, ImGui::GetWindowDrawList(), TextRole::caption, {left, top}, colour, words);
    return left;
}

/// What a name needs with its Latin one, pixels.
float width_of(const PanelContext& context, const StatusName& name) {
    const float width = measure_text(context, TextRole::caption_strong, name.name).x;
    return name.latin.empty() ? width
                              : width + context.px(8.0F) +
                                    measure_text(context, TextRole::caption_italic, name.latin).x;
}

void draw_name(const PanelContext& context, const StatusName& name, ImVec2 place, float room) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    float width = draw_text_cut(context, list, TextRole::caption_strong, place, context.theme.text1,
                                name.name, room);
    if (!name.latin.empty()) {
        width += context.px(8.0F);
        draw_text_cut(context, list, TextRole::caption_italic, {place.x + width, place.y},
                      context.theme.text2, name.latin, room - width);
    }
}

/// The model's credit, cut where it would take more than `room`; its tooltip has it whole. Returns
/// where it begins.
float draw_credit(PanelContext& context, float right, float top, float room) {
    const std::string& credit = context.input.model_credit;
    const float whole = measure_text(context, TextRole::caption, credit).x;
    const float width = std::min(std::ceil(whole), room);
    const float left = right - width;
    draw_text_cut(context, ImGui::GetWindowDrawList(), TextRole::caption, {left, top},
                  context.theme.text2, credit, width);
    const Rect& bar = context.input.layout.status;
    ImGui::SetCursorScreenPos({left, bar.y});
    ImGui::Dummy({width, bar.height});
    if (whole > room) {
        tooltip(context, credit);
    }
    return left;
}

} // namespace

StatusName status_name(const session::Session& session, const session::World& world,
                       const view::Pointing& pointing) {
    if (session::names_hidden(session.stage)) {
        return {world.knowledge.language.tr("Names are hidden while a question is open"), ""};
    }
    if (pointing.hovered_landmark < world.registry.landmarks.size()) {
        return name_of(pointing.hovered_landmark, world.registry);
    }
    if (pointing.hovered_bone < world.registry.bones.size()) {
        return name_of(world.registry.bones[pointing.hovered_bone]);
    }
    const std::string& site_id =
        pointing.hovered_site.empty() ? session.stage.site : pointing.hovered_site;
    const knowledge::Site* const site = world.knowledge.site(site_id);
    if (site != nullptr && !pointing.hovered_site.empty()) {
        return {site->name, site->latin};
    }
    if (!session.stage.selected_region.empty()) {
        if (const auto* region = world.registry.find_region(session.stage.selected_region)) {
            return {region->name, region->latin};
        }
    }
    const std::vector<session::BoneIndex>& selection = session.stage.selection;
    if (session.stage.landmark < world.registry.landmarks.size()) {
        return name_of(session.stage.landmark, world.registry);
    }
    if (selection.size() == 1) {
        return name_of(world.registry.bones[selection.front()]);
    }
    if (selection.size() > 1) {
        return {world.knowledge.language.tr("{} bones chosen", selection.size()), ""};
    }
    return site != nullptr ? StatusName{site->name, site->latin} : StatusName{};
}

void draw_status_bar(PanelContext& context) {
    const Rect& area = context.input.layout.status;
    const FixedWindow window("status", area, {.ground = context.theme.panel});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->AddRectFilled({area.x, area.y}, {area.right(), area.y + context.px(1.0F)},
                        context.theme.line);
    const float top = area.y + std::floor(0.5F * (area.height - context.px(18.0F)));
    const float space = context.px(20.0F);
    const float left = area.x + space;
    float right = area.right() - space;

    // From the right; the name comes first, and what has no room beside it is cut or left out.
    const std::string scale = fmt::format("{:.0f}\u202F%", context.metrics.scale * 100.0F);
    const bool folds = context.input.layout.panel_floats;
    const StatusName name =
        status_name(context.input.session, context.input.world, context.input.pointing);
    const float name_room = std::max(context.px(least_for_name), width_of(context, name) + space);
    right = draw_ending_at(context, scale, right, top, context.theme.text2) - space;
    const auto fits = [&](std::string_view words) {
        return right - measure_text(context, TextRole::caption, words).x - left > name_room;
    };
    const std::string_view disclaimer = context.tr("For teaching. Not a diagnosis.");
    if (fits(disclaimer)) {
        right = draw_ending_at(context, disclaimer, right, top, context.theme.text2) - space;
    }
    const float room = right - left - name_room;
    if (!folds && !context.input.model_credit.empty() && room > context.px(least_for_credit)) {
        right = draw_credit(context, right, top, room) - space;
    }
    const std::string_view hints = hint(context);
    if (!folds && fits(hints)) {
        right = draw_ending_at(context, hints, right, top, context.theme.text2) - space;
    }
    draw_name(context, name, {left, top}, right - left);
}

} // namespace osteon::ui
