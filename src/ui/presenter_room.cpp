#include "ui/audience.h"
#include "ui/lecture_keys.h"
#include "ui/presenter_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <vector>

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

/// A tool of the speaker's.
struct Tool {
    Icon icon;
    const char* name;
    bool on = false;
    std::vector<session::Action> actions{};
    bool saves_picture = false;
};

std::vector<Tool> tools_of(const session::Session& session) {
    const session::Lecture& lecture = session.lecture;
    // Ink that stays on the bone is drawn in the room's window, where the bones are.
    const bool on_bone = session.desk.tool == session::NoteTool::ink;
    return {{Icon::spotlight, translatable("Spotlight"), lecture.tool == LectureTool::spotlight,
             actions_of(LectureCommand::spotlight, session)},
            {Icon::pen, translatable("Draw"), lecture.tool == LectureTool::pen,
             actions_of(LectureCommand::pen, session)},
            {Icon::label, translatable("Labels"), session.stage.bone_labels,
             actions_of(LectureCommand::labels, session)},
            {Icon::blank, translatable("Blank"), lecture.blank,
             actions_of(LectureCommand::blank, session)},
            {Icon::bone,
             translatable("On bone"),
             on_bone,
             {session::HoldTool{},
              session::SetTool{on_bone ? session::NoteTool::none : session::NoteTool::ink}}},
            {.icon = Icon::camera, .name = translatable("Picture"), .saves_picture = true}};
}

ButtonLook look_of(const Tool& tool) {
    return {.style = tool.on ? ButtonStyle::primary : ButtonStyle::outlined, .icon = tool.icon};
}

/// The tools as buttons that stay lit while they are on; without their words where those have no
/// room.
void draw_tools(PanelContext& context, ImVec2 place, float room) {
    const std::vector<Tool> tools = tools_of(context.input.session);
    const float between = context.px(8.0F);
    float wide = -between;
    for (const Tool& tool : tools) {
        wide += button_width(context, context.tr(tool.name), look_of(tool)) + between;
    }
    const bool words = wide <= room;
    ImGui::SetCursorScreenPos(place);
    for (const Tool& tool : tools) {
        const char* const name = context.tr(tool.name);
        const bool pressed = words ? button(context, name, look_of(tool))
                                   : icon_button(context, tool.name, tool.icon, name,
                                                 {.size = 40.0F, .chosen = tool.on});
        ImGui::SameLine(0.0F, between);
        if (!pressed) {
            continue;
        }
        std::ranges::copy(tool.actions, std::back_inserter(context.output.actions));
        if (tool.saves_picture) {
            context.output.requests.emplace_back(SavePicture{});
        }
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
    draw_tools(context, {room.x, below}, area.width - 2.0F * pad);
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
