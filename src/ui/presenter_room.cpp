#include "ui/audience.h"
#include "ui/lecture_keys.h"
#include "ui/presenter_parts.h"
#include "ui/widgets.h"

#include <array>
#include <cmath>

namespace osteon::ui {
namespace {

using session::LectureTool;

// Lengths in px at 100 %.
constexpr float c_caption = 34.0F;
constexpr float c_tools = 64.0F;  ///< the row of buttons with the room above it
constexpr float c_keys = 54.0F;   ///< the line of keys likewise
constexpr float c_roomy = 620.0F; ///< height of a window for the line of keys

/// What the room sees; the spotlight and the pen work on it as they do in the room's window.
void draw_room(PanelContext& context, const Rect& area, const PresenterView& view) {
    draw_framed(context, area, view.room, true, context.px(12.0F));
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool free = ImGui::IsWindowHovered(); // no button lies over the picture
    if (free && context.input.session.lecture.tool == LectureTool::spotlight) {
        context.output.pointer_in_room = share_in(area, {mouse.x, mouse.y});
    }
    take_pen(context, area, free);
}

void draw_pens(PanelContext& context) {
    struct Pen {
        session::InkPen pen;
        const char* name;
    };
    constexpr std::array<Pen, 3> c_pens{
        {{session::InkPen::ink, translatable("Pen")},
         {session::InkPen::warning, translatable("Warning pen")},
         {session::InkPen::highlighter, translatable("Highlighter")}}};
    for (const Pen& each : c_pens) {
        if (chip(context, context.tr(each.name), context.input.session.lecture.pen == each.pen)) {
            context.emit(session::TakePen{each.pen});
        }
        ImGui::SameLine(0.0F, context.px(6.0F));
    }
    if (icon_button(context, "undo drawing", Icon::undo, context.tr("Take the last line back"))) {
        context.emit(session::UndoDrawing{});
    }
    ImGui::SameLine(0.0F, context.px(2.0F));
    if (icon_button(context, "clear drawing", Icon::eraser, context.tr("Wipe all lines"))) {
        context.emit(session::ClearDrawing{});
    }
}

/// The tools as buttons that stay lit while they are on.
void draw_switches(PanelContext& context) {
    struct Tool {
        LectureCommand command;
        Icon icon;
        const char* name;
        bool on;
    };
    const session::Session& session = context.input.session;
    const std::array<Tool, 4> tools{
        {{LectureCommand::spotlight, Icon::spotlight, translatable("Spotlight"),
          session.lecture.tool == LectureTool::spotlight},
         {LectureCommand::pen, Icon::pen, translatable("Draw"),
          session.lecture.tool == LectureTool::pen},
         {LectureCommand::labels, Icon::label, translatable("Labels"), session.stage.bone_labels},
         {LectureCommand::blank, Icon::blank, translatable("Blank"), session.lecture.blank}}};
    for (const Tool& tool : tools) {
        const ButtonLook look{.style = tool.on ? ButtonStyle::primary : ButtonStyle::outlined,
                              .icon = tool.icon};
        if (button(context, context.tr(tool.name), look)) {
            for (session::Action& action : actions_of(tool.command, session)) {
                context.output.actions.push_back(std::move(action));
            }
        }
        ImGui::SameLine(0.0F, context.px(8.0F));
    }
}

/// The tools, and a picture for later.
void draw_tools(PanelContext& context, ImVec2 place) {
    ImGui::SetCursorScreenPos(place);
    draw_switches(context);
    // Ink that stays on the bone is drawn in the room's window, where the bones are.
    const bool on_bone = context.input.session.desk.tool == session::NoteTool::ink;
    if (button(context, context.tr("On bone"),
               {.style = on_bone ? ButtonStyle::primary : ButtonStyle::outlined,
                .icon = Icon::bone})) {
        context.emit(session::HoldTool{});
        context.emit(session::SetTool{on_bone ? session::NoteTool::none : session::NoteTool::ink});
    }
    ImGui::SameLine(0.0F, context.px(8.0F));
    if (button(context, context.tr("Picture"), {.icon = Icon::camera})) {
        context.output.requests.push_back(SavePicture{});
    }
}

/// The keys with what they do, as many as the line holds.
void draw_keys_line(const PanelContext& context, const Rect& area) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->AddRectFilled({area.x, area.y}, {area.right(), area.bottom()}, context.theme.raised,
                        context.px(9.0F));
    const float y =
        std::floor(area.centre().y - 0.5F * context.fonts.face(TextRole::caption).line_height);
    float x = area.x + context.px(16.0F);
    for (const LectureKey& key : lecture_keys()) {
        if (key.what[0] == '\0') {
            continue;
        }
        const std::string keys = keys_in(context.language(), text_of(key.press));
        const char* const what = context.tr(key.what);
        const float wide = measure_text(context, TextRole::caption_strong, keys).x;
        const float end =
            x + wide + context.px(8.0F) + measure_text(context, TextRole::caption, what).x;
        if (end > area.right() - context.px(12.0F)) {
            break;
        }
        draw_text(context, list, TextRole::caption_strong, {x, y}, context.theme.text1, keys);
        draw_text(context, list, TextRole::caption, {x + wide + context.px(8.0F), y},
                  context.theme.text2, what);
        x = end + context.px(24.0F);
    }
}

} // namespace

void draw_presenter_room(PanelContext& context, const Rect& area, const PresenterView& view) {
    const FixedWindow window("presenter room", area, {.ground = context.theme.window});
    const float pad = context.px(c_presenter_padding);
    const bool pens = context.input.session.lecture.tool == LectureTool::pen;
    const bool second_row = pens || area.height >= context.px(c_roomy);
    draw_text(context, ImGui::GetWindowDrawList(), TextRole::caption,
              {area.x + pad, area.y + context.px(14.0F)}, context.theme.text3,
              context.tr("The room sees"));
    const float keys = second_row ? context.px(c_keys) : 0.0F;
    const Rect room =
        shaped({area.x + pad, area.y + context.px(c_caption + 6.0F), area.width - 2.0F * pad,
                area.height - context.px(c_caption + c_tools + 22.0F) - keys},
               view.room_size);
    draw_room(context, room, view);
    const float below = room.bottom() + context.px(18.0F);
    draw_tools(context, {room.x, below});
    const Rect row{room.x, below + context.px(c_tools - 8.0F), area.width - 2.0F * pad,
                   context.px(c_keys - 8.0F)};
    if (pens) {
        ImGui::SetCursorScreenPos({row.x, row.y});
        draw_pens(context);
    } else if (second_row) {
        draw_keys_line(context, row);
    }
}

} // namespace osteon::ui
