#include "ui/commands.h"
#include "ui/stage_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>

namespace osteon::ui {
namespace {

constexpr float c_least_tool = 30.0F; ///< px at 100 %: narrower, icons would touch

struct Tool {
    Command command;
    Icon icon;
    const char* id;
    std::string tip;
    bool enabled = true;
};

std::string with_keys(const PanelContext& context, const std::string& words, Command command) {
    return words + keys_after(context, command);
}

std::array<Tool, 5> tools_of(const PanelContext& context) {
    const session::Session& session = context.input.session;
    const bool selected = !session.stage.selection.empty();
    const bool hidden = !session.stage.hidden.empty();
    const std::string none = context.tr("Select a bone first");
    const std::string undo = session::undo_label(session, context.language());
    const std::string redo = session::redo_label(session, context.language());
    return {{
        {Command::hide, Icon::eye_off, "hide",
         selected ? with_keys(context, context.tr("Hide what is selected"), Command::hide) : none,
         selected},
        {Command::isolate, Icon::isolate, "isolate",
         selected ? with_keys(context, context.tr("Show only what is selected"), Command::isolate)
                  : none,
         selected},
        {Command::show_all, Icon::eye, "show all",
         hidden ? with_keys(context, context.tr("Show all bones"), Command::show_all)
                : context.tr("Nothing is hidden"),
         hidden},
        {Command::undo, Icon::undo, "undo",
         undo.empty() ? std::string(context.tr("Nothing to undo"))
                      : with_keys(context, undo, Command::undo),
         !undo.empty()},
        {Command::redo, Icon::redo, "redo",
         redo.empty() ? std::string(context.tr("Nothing to do again"))
                      : with_keys(context, redo, Command::redo),
         !redo.empty()},
    }};
}

void carry_out(PanelContext& context, Command command) {
    const CommandPlace place{context.input.session, context.input.pose};
    for (session::Action& action : actions_of(command, place)) {
        context.output.actions.push_back(std::move(action));
    }
}

using Looks = std::array<Segment, 6>;

bool can_fade(const session::Stage& stage) {
    return !stage.selection.empty() || !stage.site.empty();
}

/// The looks in the order of session::Look, as icons; the tips are kept by `tips`. With `words` the
/// one that is shown has its name.
Looks looks_of(const PanelContext& context, std::array<std::string, 6>& tips, bool words) {
    const session::Stage& stage = context.input.session.stage;
    const std::array<const char*, 6> names{context.tr("Solid"),      context.tr("See-through"),
                                           context.tr("Radiograph"), context.tr("Bone scan"),
                                           context.tr("Section"),    context.tr("Explode")};
    constexpr std::array<Icon, 6> icons{Icon::bone, Icon::fade,    Icon::film,
                                        Icon::scan, Icon::section, Icon::explode};
    tips = {context.tr("Solid: every bone in full"),
            can_fade(stage)
                ? with_keys(context, context.tr("See-through: fade the rest of the skeleton"),
                            Command::fade)
                : context.tr("See-through: choose a site or a bone first; then the rest can fade"),
            with_keys(context, context.tr("Radiograph: as on an X-ray film, by thickness"),
                      Command::radiograph),
            with_keys(context, context.tr("Bone scan: from the front and from behind"),
                      Command::bone_scan),
            with_keys(context, context.tr("Section: cut by a plane"), Command::section),
            with_keys(context, context.tr("Explode: move the bones apart"), Command::explode)};
    Looks looks;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const bool shown = i == static_cast<std::size_t>(session::look_of(stage));
        looks[i] = {words && shown ? names[i] : "", icons[i], tips[i]};
    }
    return looks;
}

/// Draws the looks from the left end of the bar.
void draw_looks(PanelContext& context, const Rect& bar, const Looks& looks) {
    const session::Stage& stage = context.input.session.stage;
    const session::Look now = session::look_of(stage);
    ImGui::SetCursorScreenPos({bar.x + context.px(1.0F), bar.y + context.px(1.0F)});
    if (const auto picked = segmented(context, "looks", looks, static_cast<std::size_t>(now))) {
        const auto wanted = static_cast<session::Look>(*picked);
        if (wanted != session::Look::see_through || can_fade(stage)) {
            context.emit(session::SetLook{wanted});
        }
    }
}

/// Where the bar is too narrow for all looks: one button that opens the list of them.
void draw_folded_looks(PanelContext& context, const Rect& bar, const Looks& looks) {
    constexpr const char* menu = "looks menu";
    const session::Stage& stage = context.input.session.stage;
    const auto now = static_cast<std::size_t>(session::look_of(stage));
    ImGui::SetCursorScreenPos({bar.x + context.px(2.0F), bar.y + context.px(2.0F)});
    if (icon_button(context, "looks", looks[now].icon, context.tr("How the bones are shown"),
                    {.size = 36.0F, .chosen = true})) {
        ImGui::OpenPopup(menu);
    }
    ImGui::SetNextWindowSize({context.px(320.0F), 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, context.metrics.px(8.0F, 8.0F));
    if (ImGui::BeginPopup(menu)) {
        for (std::size_t i = 0; i < looks.size(); ++i) {
            ListRow row;
            const std::string tip(looks[i].tip);
            row.title = std::string_view(looks[i].tip).substr(0, tip.find(':'));
            row.icon = looks[i].icon;
            row.chosen = i == now;
            const bool possible = i != 1 || can_fade(stage);
            if (list_row(context, tip.c_str(), row).clicked && possible) {
                context.emit(session::SetLook{static_cast<session::Look>(i)});
                ImGui::CloseCurrentPopup();
            }
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

} // namespace

void draw_looks_bar(PanelContext& context, const Rect& area) {
    const std::array<Tool, 5> tools = tools_of(context);
    std::array<std::string, 6> tips;
    const float tool = context.px(38.0F);
    const float tools_width = tool * static_cast<float>(tools.size() + 1) + context.px(12.0F);
    Looks looks = looks_of(context, tips, true);
    if (tools_width + segmented_width(context, looks) > area.width) {
        looks = looks_of(context, tips, false);
    }
    const bool folded = tools_width + segmented_width(context, looks) > area.width;
    const float looks_width =
        folded ? context.px(38.0F) : segmented_width(context, looks) + context.px(2.0F);
    const float width = std::min(area.width, looks_width + tools_width);
    const Rect bar{std::round(area.centre().x - 0.5F * width), area.y, std::round(width),
                   area.height};
    const FixedWindow window("looks", bar, {.stays_behind = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_plate(context, list, {bar.x, bar.y}, {bar.right(), bar.bottom()}, context.px(10.0F),
               false);
    if (folded) {
        draw_folded_looks(context, bar, looks);
    } else {
        draw_looks(context, bar, looks);
    }
    // On a sliver of a stage the tools stand closer, and those of a bone are left to its menu.
    const float room = bar.width - looks_width - context.px(8.0F);
    const auto fitting = static_cast<std::size_t>(std::max(room / context.px(c_least_tool), 1.0F));
    const std::size_t count = std::min(tools.size(), fitting - 1);
    const float step = std::min(tool, room / static_cast<float>(count + 1));
    float x = bar.x + looks_width + context.px(4.0F);
    const float y = bar.y + std::floor(0.5F * (bar.height - context.px(36.0F)));
    ImGui::SetCursorScreenPos({x, y});
    draw_layers_button(context);
    for (const Tool& each : std::span(tools).last(count)) {
        x += step;
        ImGui::SetCursorScreenPos({x, y});
        if (icon_button(
                context, each.id, each.icon, each.tip,
                {.size = std::min(36.0F, step / context.metrics.scale), .enabled = each.enabled})) {
            carry_out(context, each.command);
        }
    }
}

} // namespace osteon::ui
