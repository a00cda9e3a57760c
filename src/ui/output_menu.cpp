#include "ui/output_menu.h"

#include "ui/widgets.h"

#include <glm/vec2.hpp>

#include <algorithm>
#include <array>

namespace osteon::ui {
namespace {

constexpr const char* c_menu = "save picture";

/// Sides of a picture that it may have, pixels.
constexpr int c_least_side = 16;
constexpr int c_most_side = 8192;

/// Sizes of pictures, pixels; 0: that of the stage in the window. Those of paper have 300 to the
/// inch.
constexpr glm::ivec2 c_window_size{0, 0};
constexpr std::array<glm::ivec2, 4> c_screens = {
    c_window_size, {1920, 1080}, {3840, 2160}, {7680, 4320}};
constexpr std::array<glm::ivec2, 2> c_papers = {{{2480, 3508}, {3508, 2480}}};
constexpr std::size_t c_own_size = c_screens.size() + c_papers.size();

/// What was chosen last in this menu, kept by the menu's window.
struct Choice {
    int& size; ///< of the screens, of the papers, or c_own_size
    int& width;
    int& height;
    bool& transparent;
    bool& labels;
    bool& legend;
};

Choice choice() {
    ImGuiStorage& storage = *ImGui::GetStateStorage();
    return {*storage.GetIntRef(ImGui::GetID("size"), 0),
            *storage.GetIntRef(ImGui::GetID("width"), 2000),
            *storage.GetIntRef(ImGui::GetID("height"), 2000),
            *storage.GetBoolRef(ImGui::GetID("transparent"), false),
            *storage.GetBoolRef(ImGui::GetID("labels"), true),
            *storage.GetBoolRef(ImGui::GetID("legend"), true)};
}

/// Pixels of what is chosen; 0: those of the stage in the window.
glm::ivec2 chosen_size(const Choice& wanted) {
    const auto size = static_cast<std::size_t>(wanted.size);
    if (size < c_screens.size()) {
        return c_screens[size];
    }
    return size < c_own_size ? c_papers[size - c_screens.size()]
                             : glm::ivec2(wanted.width, wanted.height);
}

void draw_side(PanelContext& context, const char* id, const char* tip, int& side) {
    ImGui::SetNextItemWidth(context.px(84.0F));
    ImGui::InputInt(id, &side, 0);
    if (ImGui::IsItemDeactivated()) {
        side = std::clamp(side, c_least_side, c_most_side);
    }
    tooltip(context, tip);
}

/// Width and height to be typed in.
void draw_own_size(PanelContext& context, const Choice& wanted) {
    ImGui::PushFont(context.fonts.of(TextRole::button));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, context.metrics.px(10.0F, 8.0F));
    draw_side(context, "##width", context.tr("Width"), wanted.width);
    ImGui::SameLine(0.0F, context.px(8.0F));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted("\u00D7");
    ImGui::SameLine(0.0F, context.px(8.0F));
    draw_side(context, "##height", context.tr("Height"), wanted.height);
    ImGui::SameLine(0.0F, context.px(8.0F));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(context.tr("pixels"));
    ImGui::PopStyleVar();
    ImGui::PopFont();
}

/// The sizes for screens, those for paper, and one's own.
void draw_sizes(PanelContext& context, const Choice& wanted) {
    const float width = ImGui::GetContentRegionAvail().x;
    const std::array<Segment, c_screens.size()> screens = {
        {{context.tr("Window")}, {"1080p"}, {"4K"}, {"8K"}}};
    const std::array<Segment, c_papers.size() + 1> others = {
        {{"A4", Icon::none, context.tr("Upright, 300 dpi")},
         {context.tr("A4 across"), Icon::none, context.tr("Across, 300 dpi")},
         {context.tr("Own size")}}};
    const auto size = static_cast<std::size_t>(wanted.size);
    if (const auto chosen = segmented(context, "screens", screens, size, width)) {
        wanted.size = static_cast<int>(*chosen);
    }
    gap(context, 6.0F);
    if (const auto chosen = segmented(context, "others", others, size - screens.size(), width)) {
        wanted.size = static_cast<int>(screens.size() + *chosen);
    }
    gap(context, 6.0F);
    const ImVec2 below = ImGui::GetCursorScreenPos();
    if (size == c_own_size) {
        draw_own_size(context, wanted);
    } else {
        const Rect& stage = context.input.layout.stage;
        const glm::ivec2 pixels = chosen_size(wanted) == c_window_size
                                      ? glm::ivec2(stage.width, stage.height)
                                      : chosen_size(wanted);
        gap(context, 8.0F); // in the middle of where the fields stand
        text(context, TextRole::caption, context.theme.text3,
             context.tr("{} \u00D7 {} pixels", pixels.x, pixels.y));
    }
    ImGui::SetCursorScreenPos({below.x, below.y + context.px(42.0F)}); // the menu keeps its size
}

void draw_toggle(PanelContext& context, const char* words, bool& value) {
    if (const auto now = toggle(context, words, value)) {
        value = *now;
    }
}

/// True once a picture was asked for.
bool draw_picture_options(PanelContext& context) {
    const Choice wanted = choice();
    draw_sizes(context, wanted);
    draw_toggle(context, context.tr("Transparent ground"), wanted.transparent);
    draw_toggle(context, context.tr("Names and labels"), wanted.labels);
    draw_toggle(context, context.tr("Legend"), wanted.legend);
    const bool wants = button(context, context.tr("Save picture"),
                              {.style = ButtonStyle::primary,
                               .icon = Icon::save,
                               .width = ImGui::GetContentRegionAvail().x});
    if (wants) {
        const glm::ivec2 size = chosen_size(wanted);
        context.output.requests.emplace_back(SavePicture{.width = size.x,
                                                         .height = size.y,
                                                         .transparent = wanted.transparent,
                                                         .labels = wanted.labels,
                                                         .legend = wanted.legend});
    }
    return wants;
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
    bool saved = false;
    ImGui::SetNextWindowSize({context.px(300.0F), 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, context.metrics.px(16.0F, 16.0F));
    if (ImGui::BeginPopup(c_menu)) {
        saved = draw_picture_options(context);
        if (saved) {
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    if (saved) {
        ImGui::CloseCurrentPopup(); // the menu too, so that nothing hides how far it is
    }
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

void draw_tour_export(PanelContext& context, const knowledge::Tour& tour, bool own, float size) {
    constexpr const char* menu = "export tour";
    if (icon_button(context, "export", Icon::save, context.tr("Save as a file"),
                    {.size = size, .enabled = !tour.stops.empty()})) {
        ImGui::OpenPopup(menu);
    }
    ImGui::SetNextWindowSize({context.px(280.0F), 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, context.metrics.px(6.0F, 6.0F));
    if (ImGui::BeginPopup(menu)) {
        const auto form = [&](const char* words, const char* note, Icon icon, TourForm wanted) {
            if (item(context, words, note, icon)) {
                context.output.requests.emplace_back(ExportTour{tour.id, wanted});
                ImGui::CloseCurrentPopup();
            }
        };
        form(context.tr("PDF"), context.tr("A page for each stop, with notes"), Icon::print,
             TourForm::pdf);
        form(context.tr("Pictures"), context.tr("A PNG for each stop"), Icon::camera,
             TourForm::pictures);
        form(context.tr("Video"), context.tr("What the room sees, as MP4"), Icon::film_strip,
             TourForm::video);
        if (own && item(context, context.tr("Tour file"),
                        context.tr("To share: another Osteon opens it"), Icon::tour)) {
            context.output.requests.emplace_back(ShareTour{tour.id});
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

} // namespace osteon::ui
