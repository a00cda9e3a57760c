#include "ui/drawer_skeleton.h"

#include "ui/landmark_list.h"
#include "ui/widgets.h"

#include <algorithm>
#include <utility>

namespace osteon::ui {

namespace {

using anatomy::BoneIndex;

constexpr float row_height = 32.0F; // px at 100 %
constexpr float indent = 14.0F;     // less than the 20 of a wide tree: names are long here
constexpr const char* menu_id = "tree menu";

/// A row of the tree: a region or a bone.
struct TreeRow {
    const char* id;
    std::string_view name;
    std::string_view latin;
    const std::vector<BoneIndex>& bones;
    int depth = 0;
    int count = 0;     ///< of bones in a region; 0: a bone
    bool open = false; ///< regions
    bool chosen = false;
    bool quiet = false; ///< discs, cartilages, teeth
};

bool all_selected(const session::Stage& stage, const std::vector<BoneIndex>& bones) {
    return !bones.empty() && std::ranges::all_of(bones, [&stage](BoneIndex bone) {
        return session::is_selected(stage, bone);
    });
}

/// Unfolds what leads to the first selected bone, where the selection is new.
void follow_selection(PanelContext& context, SkeletonTreeState& state) {
    const std::vector<BoneIndex>& selection = context.input.session.stage.selection;
    const bool is_new = selection != state.seen_selection;
    if (!is_new && !state.scroll_wanted) {
        return;
    }
    state.seen_selection = selection;
    state.scroll_wanted = !selection.empty();
    if (selection.empty()) {
        return;
    }
    for (const std::string& region :
         regions_around(context.input.world.registry, selection.front())) {
        // A wholly selected region is shown as itself, not unfolded.
        const auto all = context.input.world.registry.bones_in_region(region);
        if (all.size() <= 1 || !all_selected(context.input.session.stage, all)) {
            state.open.insert(region);
        }
    }
}

void select(PanelContext& context, const TreeRow& row) {
    const bool adds = ImGui::GetIO().KeyCtrl;
    context.emit(
        session::Select{.bones = row.bones,
                        .mode = adds ? session::SelectMode::toggle : session::SelectMode::replace,
                        .frame = !adds});
}

void draw_eye(PanelContext& context, const TreeRow& row, ImVec2 place) {
    const Shown shown = shown_share(context.input.session.stage, row.bones);
    const Icon icon = shown == Shown::all    ? Icon::eye
                      : shown == Shown::some ? Icon::half_eye
                                             : Icon::eye_off;
    ImGui::SetCursorScreenPos(place);
    const char* const tip = shown == Shown::all    ? context.tr("Hide")
                            : shown == Shown::some ? context.tr("Show the hidden part")
                                                   : context.tr("Show");
    const IconButtonLook look{.size = row_height, .icon = 18.0F, .colour = context.theme.text3};
    if (icon_button(context, "eye", icon, tip, look)) {
        if (shown == Shown::all) {
            context.emit(session::Hide{row.bones});
        } else {
            context.emit(session::Reveal{row.bones});
        }
    }
}

/// Draws a row's ground and words; returns what the pointer did with it.
Touch draw_row(PanelContext& context, const TreeRow& row) {
    const Theme& theme = context.theme;
    const float height = context.px(row_height);
    const float eye = context.px(row_height);
    const ImVec2 size{content_width() - eye, height};
    const Touch state = touch(context, row.id, size, context.px(9.0F));
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const ImVec2 end{state.max.x + eye, state.max.y};
    list->AddRectFilled(state.min, end,
                        row.chosen ? theme.accent_ground : faded(theme.hover, state.hover_fade),
                        context.px(9.0F));
    const bool hidden = shown_share(context.input.session.stage, row.bones) == Shown::none;
    float left = state.min.x + context.px(indent * static_cast<float>(row.depth) + 8.0F);
    if (row.count > 0) {
        draw_icon(list, row.open ? Icon::down : Icon::right,
                  {left + context.px(6.0F), 0.5F * (state.min.y + state.max.y)}, context.px(14.0F),
                  theme.text3);
    }
    left += context.px(18.0F);
    float right = state.max.x - context.px(4.0F);
    if (row.count > 0) {
        const std::string count = std::to_string(row.count);
        const float width = measure_text(context, TextRole::caption, count).x;
        draw_text(context, list, TextRole::caption, {right - width, state.min.y + context.px(7.0F)},
                  theme.text3, count);
        right -= width + context.px(8.0F);
    }
    const ImU32 ink = hidden       ? theme.text3
                      : row.chosen ? theme.accent
                      : row.quiet  ? theme.text2
                                   : theme.text1;
    draw_text_cut(context, list, TextRole::secondary, {left, state.min.y + context.px(6.0F)}, ink,
                  row.name, right - left);
    return state;
}

/// Draws a row with its eye and carries out what was done to it. Returns true where the chevron was
/// clicked. Rows outside the view only take their room.
bool tree_row(PanelContext& context, SkeletonTreeState& state, const TreeRow& row) {
    const float height = context.px(row_height);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const bool wanted = state.scroll_wanted && row.chosen;
    if (!wanted && !ImGui::IsRectVisible({content_width(), height})) {
        ImGui::Dummy({1.0F, height});
        return false;
    }
    ImGui::PushID(row.id);
    const Touch touched = draw_row(context, row);
    if (wanted) {
        ImGui::SetScrollHereY(0.4F);
        state.scroll_wanted = false;
    }
    if (touched.hovered) {
        context.output.pointing.hovered_group = row.bones;
    }
    if (!row.latin.empty()) {
        tooltip(context, row.name, row.latin);
    }
    if (touched.hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Right)) {
        state.menu_bones = row.bones;
        state.menu_name = row.name;
        state.menu_wanted = true;
    }
    const float chevron_end =
        touched.min.x + context.px(indent * static_cast<float>(row.depth) + 26.0F);
    const bool on_chevron = row.count > 0 && ImGui::GetIO().MousePos.x < chevron_end;
    if (touched.clicked && !on_chevron) {
        select(context, row);
    }
    draw_eye(context, row, {touched.max.x, start.y});
    ImGui::PopID();
    ImGui::SetCursorScreenPos({start.x, start.y + height});
    return touched.clicked && on_chevron;
}

void draw_region(PanelContext& context, SkeletonTreeState& state, const RegionNode& node,
                 int depth) {
    const session::Stage& stage = context.input.session.stage;
    const bool open = state.open.contains(node.id);
    const TreeRow row{.id = node.id.c_str(),
                      .name = node.name,
                      .latin = node.latin,
                      .bones = node.all,
                      .depth = depth,
                      .count = std::max(node.bone_count, 1),
                      .open = open,
                      .chosen = all_selected(stage, node.all)};
    if (tree_row(context, state, row)) {
        open ? static_cast<void>(state.open.erase(node.id))
             : static_cast<void>(state.open.insert(node.id));
    }
    if (!open) {
        return;
    }
    for (const RegionNode& within : node.regions) {
        draw_region(context, state, within, depth + 1);
    }
    for (const BoneIndex bone : node.bones) {
        const anatomy::Bone& entry = context.input.world.registry.bones[bone];
        const std::vector<BoneIndex> alone{bone};
        tree_row(context, state,
                 {.id = entry.id.c_str(),
                  .name = entry.name,
                  .latin = entry.latin,
                  .bones = alone,
                  .depth = depth + 1,
                  .chosen = session::is_selected(stage, bone),
                  .quiet = entry.kind != anatomy::PieceKind::bone});
        if (stage.selection == alone) {
            draw_landmark_list(context, bone, indent * static_cast<float>(depth + 1) + 32.0F);
        }
    }
}

void menu_row(PanelContext& context, Icon icon, const char* word, session::Action action) {
    const Touch state = list_row(context, word, {.title = word, .icon = icon, .height = 40.0F});
    if (state.clicked) {
        context.output.actions.push_back(std::move(action));
        ImGui::CloseCurrentPopup();
    }
}

void draw_menu(PanelContext& context, const SkeletonTreeState& state) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, context.metrics.px(8.0F, 8.0F));
    ImGui::SetNextWindowSize({context.px(220.0F), 0.0F});
    if (ImGui::BeginPopup(menu_id)) {
        ImGui::SetCursorPosX(context.px(20.0F));
        text(context, TextRole::caption_strong, context.theme.text3, state.menu_name);
        gap(context, 4.0F);
        const std::vector<BoneIndex>& bones = state.menu_bones;
        menu_row(context, Icon::frame, context.tr("Frame"),
                 session::Select{.bones = bones, .frame = true});
        menu_row(context, Icon::isolate, context.tr("Show only this"), session::Isolate{bones});
        if (shown_share(context.input.session.stage, bones) == Shown::all) {
            menu_row(context, Icon::eye_off, context.tr("Hide"), session::Hide{bones});
        } else {
            menu_row(context, Icon::eye, context.tr("Show"), session::Reveal{bones});
        }
        menu_row(context, Icon::undo, context.tr("Show all"), session::ShowAll{});
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

} // namespace

void draw_skeleton_tree(PanelContext& context, SkeletonTreeState& state) {
    if (state.tree.empty()) {
        state.tree = region_tree(context.input.world.registry);
        for (const RegionNode& node : state.tree) {
            state.open.insert(node.id);
        }
    }
    follow_selection(context, state);
    for (const RegionNode& node : state.tree) {
        draw_region(context, state, node, 0);
    }
    if (std::exchange(state.menu_wanted, false)) {
        ImGui::OpenPopup(menu_id);
    }
    draw_menu(context, state);
}

} // namespace osteon::ui
