#include "ui/shortcuts.h"
#include "ui/stage_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace osteon::ui {
namespace {

struct Tool {
    Command command;
    Icon icon;
    const char* id;
    std::string tip;
    bool enabled = true;
};

std::string with_keys(const std::string& words, Command command) {
    return words + " (" + keys_of(command) + ")";
}

std::array<Tool, 5> tools_of(const PanelContext& context) {
    const session::Session& session = context.input.session;
    const bool selected = !session.stage.selection.empty();
    const bool hidden = !session.stage.hidden.empty();
    const std::string none = "Select a bone first";
    const std::string undo = session::undo_label(session);
    const std::string redo = session::redo_label(session);
    return {{
        {Command::hide, Icon::eye_off, "hide",
         selected ? with_keys("Hide what is selected", Command::hide) : none, selected},
        {Command::isolate, Icon::isolate, "isolate",
         selected ? with_keys("Show only what is selected", Command::isolate) : none, selected},
        {Command::show_all, Icon::eye, "show all",
         hidden ? with_keys("Show all bones", Command::show_all) : "Nothing is hidden", hidden},
        {Command::undo, Icon::undo, "undo",
         undo.empty() ? "Nothing to undo" : with_keys(undo, Command::undo), !undo.empty()},
        {Command::redo, Icon::redo, "redo",
         redo.empty() ? "Nothing to do again" : with_keys(redo, Command::redo), !redo.empty()},
    }};
}

void carry_out(PanelContext& context, Command command) {
    const CommandPlace place{context.input.session, context.input.pose};
    for (session::Action& action : actions_of(command, place)) {
        context.output.actions.push_back(std::move(action));
    }
}

/// Solid, see-through or radiograph; returns its width.
float draw_looks(PanelContext& context, const Rect& area, bool words) {
    const session::Stage& stage = context.input.session.stage;
    const bool possible = !stage.selection.empty() || !stage.site.empty();
    const std::string fade =
        possible ? with_keys("Fade the rest of the skeleton", Command::fade)
                 : "Choose a site or a bone first; then the rest of the skeleton can fade";
    const std::string film = with_keys("As on an X-ray film, by thickness", Command::radiograph);
    const std::array<Segment, 3> looks{
        Segment{words ? "Solid" : "", words ? Icon::none : Icon::bone, "Every bone in full"},
        Segment{words ? "See-through" : "", words ? Icon::none : Icon::fade, fade},
        Segment{words ? "Radiograph" : "", words ? Icon::none : Icon::film, film}};
    const session::Look now = session::look_of(stage); // in the order of the segments
    const float width = segmented_width(context, looks);
    ImGui::SetCursorScreenPos({area.x + context.px(1.0F), area.y + context.px(1.0F)});
    if (const auto picked = segmented(context, "looks", looks, static_cast<std::size_t>(now))) {
        const auto wanted = static_cast<session::Look>(*picked);
        if (wanted != session::Look::see_through || possible) {
            context.emit(session::SetLook{wanted});
        }
    }
    return width + context.px(2.0F);
}

} // namespace

void draw_looks_bar(PanelContext& context, const Rect& area) {
    const std::array<Tool, 5> tools = tools_of(context);
    const bool words = area.width >= context.px(532.0F);
    const bool only_tools = area.width < context.px(354.0F);
    const float tight = (area.width - context.px(8.0F)) / static_cast<float>(tools.size());
    const float tool = only_tools ? std::min(context.px(34.0F), tight) : context.px(38.0F);
    const float looks = only_tools ? 0.0F : context.px(words ? 324.0F : 148.0F);
    const float width =
        std::min(area.width, looks + tool * static_cast<float>(tools.size()) + context.px(16.0F));
    const Rect bar{std::round(area.centre().x - 0.5F * width), area.y, std::round(width),
                   area.height};
    const FixedWindow window("looks", bar, {.stays_behind = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_plate(context, list, {bar.x, bar.y}, {bar.right(), bar.bottom()}, context.px(10.0F),
               false);
    float x = bar.x;
    if (!only_tools) {
        x += draw_looks(context, bar, words);
    }
    x = bar.right() - context.px(4.0F) - tool * static_cast<float>(tools.size());
    for (const Tool& each : tools) {
        const float size = std::min(36.0F, tool / context.metrics.scale);
        ImGui::SetCursorScreenPos({x, bar.y + std::floor(0.5F * (bar.height - context.px(size)))});
        if (icon_button(context, each.id, each.icon, each.tip,
                        {.size = size, .enabled = each.enabled})) {
            carry_out(context, each.command);
        }
        x += tool;
    }
}

} // namespace osteon::ui
