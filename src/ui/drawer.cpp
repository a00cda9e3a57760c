#include "ui/drawer.h"

#include "ui/drawer_lists.h"
#include "ui/drawer_matrix.h"
#include "ui/widgets.h"

namespace osteon::ui {

namespace {

using session::Drawer;

struct Head {
    const char* title;
    const char* subtitle;
};

Head head_of(Drawer drawer) {
    switch (drawer) {
    case Drawer::search:
        return {translatable("Search"), ""};
    case Drawer::skeleton:
        return {translatable("Skeleton"), ""};
    case Drawer::sites:
        return {translatable("Sites"), translatable("Where cancer spreads in bone")};
    case Drawer::primaries:
        return {translatable("Primaries"), translatable("Bone involved, advanced disease")};
    case Drawer::matrix:
        return {translatable("All primaries by site"), ""};
    case Drawer::library:
        return {translatable("Library"), ""};
    case Drawer::tours:
        return {translatable("Tours"), ""};
    case Drawer::notes:
        return {translatable("Notes"), ""};
    case Drawer::settings:
        return {translatable("Settings"), ""};
    case Drawer::help:
        return {translatable("Help"), ""};
    case Drawer::none:
        break;
    }
    return {"", ""};
}

void draw_head(PanelContext& context, const Head& head) {
    const float width = ImGui::GetWindowWidth();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float left = start.x + context.px(24.0F);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_text(context, list, TextRole::section, {left, start.y + context.px(20.0F)},
              context.theme.text1, context.tr(head.title));
    ImGui::SetCursorScreenPos({start.x + width - context.px(48.0F), start.y + context.px(16.0F)});
    if (icon_button(context, "close", Icon::close, context.tr("Close"), {.icon = 18.0F})) {
        context.emit(session::OpenDrawer{Drawer::none});
    }
    float height = context.px(60.0F);
    if (head.subtitle[0] != '\0') {
        draw_text_cut(context, list, TextRole::caption, {left, start.y + context.px(50.0F)},
                      context.theme.text2, context.tr(head.subtitle), width - context.px(48.0F));
        height = context.px(78.0F);
    }
    ImGui::SetCursorScreenPos({start.x, start.y + height});
}

void draw_content(PanelContext& context, DrawerState& state, Drawer drawer) {
    switch (drawer) {
    case Drawer::search:
        draw_search(context, state.search);
        break;
    case Drawer::skeleton:
        draw_skeleton_tree(context, state.skeleton);
        break;
    case Drawer::sites:
        draw_sites_list(context);
        break;
    case Drawer::primaries:
        draw_primaries_list(context);
        break;
    case Drawer::library:
        draw_library_list(context);
        break;
    case Drawer::settings:
        draw_settings(context, state.settings);
        break;
    case Drawer::help:
        draw_help(context);
        break;
    case Drawer::tours:
        draw_tours_drawer(context, state.tours);
        break;
    case Drawer::notes:
        draw_notes_drawer(context, state.notes);
        break;
    case Drawer::matrix: // has no list
    case Drawer::none:
        break;
    }
}

} // namespace

void draw_drawer(PanelContext& context, DrawerState& state) {
    const Drawer drawer = context.input.session.settings.drawer;
    const Rect& area = context.input.layout.drawer;
    if (drawer == Drawer::none || area.empty()) {
        state.shown = Drawer::none;
        return;
    }
    if (drawer != state.shown) {
        if (drawer == Drawer::search) {
            state.search.focus.ask();
        }
        state.skeleton.scroll_wanted = drawer == Drawer::skeleton;
        state.shown = drawer;
    }
    const FixedWindow window("drawer", area, {.ground = context.theme.panel});
    draw_head(context, head_of(drawer));
    if (drawer == Drawer::search) {
        draw_search_field(context, state.search);
    }
    const float head = ImGui::GetCursorPosY();
    if (drawer == Drawer::matrix) {
        draw_matrix(context,
                    {area.x, area.y + head, area.width - context.px(1.0F), area.height - head});
    } else {
        // Each drawer scrolls on its own.
        const ScrollArea content(context, head_of(drawer).title,
                                 {area.width - context.px(1.0F), area.height - head},
                                 {context.px(12.0F), 0.0F});
        draw_content(context, state, drawer);
        gap(context, 24.0F);
    }
    ImGui::GetWindowDrawList()->AddRectFilled({area.right() - context.px(1.0F), area.y},
                                              {area.right(), area.bottom()}, context.theme.line);
}

} // namespace osteon::ui
