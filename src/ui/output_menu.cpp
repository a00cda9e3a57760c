#include "ui/output_menu.h"

#include "ui/widgets.h"

#include <glm/vec2.hpp>

#include <array>

namespace osteon::ui {
namespace {

constexpr const char* c_menu = "save picture";

/// Sizes of pictures, pixels; 0: that of the stage in the window.
constexpr std::array<glm::ivec2, 3> c_sizes = {{{0, 0}, {1920, 1080}, {3840, 2160}}};

/// What was chosen last in this menu, kept by the menu's window.
struct Choice {
    int& size;
    bool& transparent;
    bool& labels;
    bool& legend;
};

Choice choice() {
    ImGuiStorage& storage = *ImGui::GetStateStorage();
    return {*storage.GetIntRef(ImGui::GetID("size"), 0),
            *storage.GetBoolRef(ImGui::GetID("transparent"), false),
            *storage.GetBoolRef(ImGui::GetID("labels"), true),
            *storage.GetBoolRef(ImGui::GetID("legend"), true)};
}

void draw_toggle(PanelContext& context, const char* words, bool& value) {
    if (const auto now = toggle(context, words, value)) {
        value = *now;
    }
}

void draw_picture_options(PanelContext& context) {
    const Choice wanted = choice();
    const std::array<Segment, c_sizes.size()> sizes = {{{context.tr("Window")}, {"1080p"}, {"4K"}}};
    if (const auto chosen = segmented(context, "size", sizes, static_cast<std::size_t>(wanted.size),
                                      ImGui::GetContentRegionAvail().x)) {
        wanted.size = static_cast<int>(*chosen);
    }
    draw_toggle(context, context.tr("Transparent ground"), wanted.transparent);
    draw_toggle(context, context.tr("Names and labels"), wanted.labels);
    draw_toggle(context, context.tr("Legend"), wanted.legend);
    if (button(context, context.tr("Save picture"),
               {.style = ButtonStyle::primary,
                .icon = Icon::save,
                .width = ImGui::GetContentRegionAvail().x})) {
        const glm::ivec2 size = c_sizes[static_cast<std::size_t>(wanted.size)];
        context.output.requests.emplace_back(SavePicture{.width = size.x,
                                                         .height = size.y,
                                                         .transparent = wanted.transparent,
                                                         .labels = wanted.labels,
                                                         .legend = wanted.legend});
        ImGui::CloseCurrentPopup();
    }
}

bool item(PanelContext& context, const char* words, const char* note, Icon icon) {
    ListRow row;
    row.title = words;
    row.subtitle = note;
    row.icon = icon;
    row.height = *note == '\0' ? 40.0F : 56.0F;
    return list_row(context, words, row).clicked;
}

} // namespace

void draw_output_items(PanelContext& context) {
    const session::Stage& stage = context.input.session.stage;
    if (item(context, context.tr("Save picture"), "", Icon::save)) {
        ImGui::OpenPopup(c_menu);
    }
    ImGui::SetNextWindowSize({context.px(300.0F), 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, context.metrics.px(16.0F, 16.0F));
    if (ImGui::BeginPopup(c_menu)) {
        draw_picture_options(context);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    const bool chosen = !stage.site.empty() || !stage.primary.empty();
    if (item(context, context.tr("Sheet to take home"),
             chosen ? context.tr("A PDF in plain words")
                    : context.tr("Choose a site or a primary first"),
             Icon::print) &&
        chosen) {
        context.output.requests.emplace_back(WriteHandout{});
        ImGui::CloseCurrentPopup();
    }
}

} // namespace osteon::ui
