#include "ui/status_bar.h"

#include "ui/widgets.h"

#include <fmt/core.h>

#include <vector>

namespace osteon::ui {

namespace {

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

float draw_name(const PanelContext& context, ImVec2 place, float room) {
    const session::World& world = context.input.world;
    const StatusName name = status_name(context.input.session, world, context.input.pointing);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    float width = draw_text_cut(context, list, TextRole::caption_strong, place, context.theme.text1,
                                name.name, room);
    if (!name.latin.empty()) {
        width += context.px(8.0F);
        width += draw_text_cut(context, list, TextRole::caption_italic, {place.x + width, place.y},
                               context.theme.text2, name.latin, room - width);
    }
    return width;
}

} // namespace

StatusName status_name(const session::Session& session, const session::World& world,
                       const view::Pointing& pointing) {
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

    // From the right; what has no room is left out, the least needful first.
    const std::string scale = fmt::format("{:.0f}\u202F%", context.metrics.scale * 100.0F);
    const bool folds = context.input.layout.panel_floats;
    const std::string& credit = context.input.model_credit;
    const std::string hints = hint(context);
    const float name_room = context.px(300.0F);
    right = draw_ending_at(context, scale, right, top, context.theme.text2) - space;
    const auto fits = [&](std::string_view words) {
        return right - measure_text(context, TextRole::caption, words).x - left > name_room;
    };
    for (const std::string_view words :
         {std::string_view(context.tr("For teaching. Not a diagnosis.")),
          folds ? std::string_view() : std::string_view(credit),
          folds ? std::string_view() : std::string_view(hints)}) {
        if (!words.empty() && fits(words)) {
            right = draw_ending_at(context, words, right, top, context.theme.text2) - space;
        }
    }
    draw_name(context, {left, top}, right - left);
}

} // namespace osteon::ui
