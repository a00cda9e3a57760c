#include "ui/presenter.h"

#include "knowledge/markdown.h"
#include "knowledge/tour.h"
#include "session/tour_stage.h"
#include "ui/audience.h"
#include "ui/lecture_keys.h"
#include "ui/markdown_view.h"
#include "ui/widgets.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace osteon::ui {
namespace {

using knowledge::Tour;
using knowledge::TourStop;
using session::LectureTool;

// Lengths in px at 100 %.
constexpr float c_top = 72.0F;
constexpr float c_bottom = 92.0F;
constexpr float c_padding = 28.0F;
constexpr float c_left_share = 0.608F; ///< of the window: three columns of five
constexpr float c_caption = 34.0F;
constexpr float c_tools = 64.0F; ///< the row of buttons with the room above it
constexpr float c_keys = 54.0F;  ///< the line of keys likewise
constexpr float c_next_most = 420.0F;
constexpr float c_roomy = 620.0F; ///< height of a window for the line of keys
constexpr float c_strip_most = 1000.0F;

ImTextureID texture_id(std::uint32_t texture) {
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture));
}

std::string minutes(double seconds) {
    const auto whole = static_cast<int>(std::max(seconds, 0.0));
    return fmt::format("{:02}:{:02}", whole / 60, whole % 60);
}

/// The largest rectangle of that shape at the top left of an area.
Rect shaped(const Rect& area, const glm::ivec2& shape) {
    const float aspect =
        static_cast<float>(std::max(shape.x, 1)) / static_cast<float>(std::max(shape.y, 1));
    const float width = std::max(std::min(area.width, area.height * aspect), 1.0F);
    return {area.x, area.y, std::floor(width), std::floor(width / aspect)};
}

ImVec2 low(const Rect& rect) {
    return {rect.x, rect.y};
}
ImVec2 high(const Rect& rect) {
    return {rect.right(), rect.bottom()};
}

/// Words in the vertical middle of a bar, ending at `right`; returns where they begin.
float draw_before(const PanelContext& context, TextRole role, ImU32 colour, float right,
                  float middle, const std::string& words) {
    const float x = std::floor(right - measure_text(context, role, words).x);
    const float y = std::floor(middle - 0.5F * context.fonts.face(role).line_height);
    draw_text(context, ImGui::GetWindowDrawList(), role, {x, y}, colour, words);
    return x;
}

/// A chip of words with an edge, ending at `right`; returns where it begins.
float draw_badge(const PanelContext& context, ImU32 colour, float right, float middle,
                 const std::string& words) {
    const float pad = context.px(12.0F);
    const float half = context.px(13.0F);
    const float x =
        std::floor(right - measure_text(context, TextRole::caption_strong, words).x - 2.0F * pad);
    ImGui::GetWindowDrawList()->AddRect({x, middle - half}, {right, middle + half}, colour, half, 0,
                                        context.px(1.0F));
    draw_before(context, TextRole::caption_strong, colour, right - pad, middle, words);
    return x;
}

/// Top bar: the tour, where it is, the time against the plan, the time of day.
void draw_top(PanelContext& context, const Rect& area, const Tour& tour,
              const PresenterView& view) {
    const FixedWindow window("presenter top", area, {.ground = context.theme.panel});
    const session::Lecture& lecture = context.input.session.lecture;
    const Theme& theme = context.theme;
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float middle = area.centre().y;
    float right = area.right() - context.px(c_padding);
    right = draw_before(context, TextRole::body, theme.text2, right, middle, view.clock) -
            context.px(24.0F);
    const int late = session::seconds_late(tour, lecture.stop, view.elapsed);
    right =
        draw_badge(context, late > 0 ? theme.warning : theme.good, right, middle,
                   late > 0 ? context.tr("{} s late", late) : std::string(context.tr("On time"))) -
        context.px(14.0F);
    right = draw_before(context, TextRole::body, theme.text3, right, middle,
                        context.tr("of {}", minutes(knowledge::seconds_of(tour)))) -
            context.px(10.0F);
    right =
        draw_before(context, TextRole::section, theme.text1, right, middle, minutes(view.elapsed)) -
        context.px(18.0F);
    draw_icon(list, Icon::clock, {right, middle}, context.px(18.0F), theme.text3);
    right -= context.px(24.0F);

    float left = area.x + context.px(c_padding);
    draw_product_mark(list, {left + context.px(13.0F), middle}, context.px(26.0F), theme.accent);
    left += context.px(46.0F);
    const std::string place = context.tr("Stop {} of {}", lecture.stop + 1, tour.stops.size());
    const float badge =
        measure_text(context, TextRole::caption_strong, place).x + context.px(40.0F);
    const float title_y = middle - 0.5F * context.fonts.face(TextRole::section).line_height;
    const float room = std::max(right - left - badge, 1.0F);
    const float title = draw_text_cut(context, list, TextRole::section, {left, std::floor(title_y)},
                                      theme.text1, tour.title, room);
    draw_badge(context, theme.text2, left + title + badge, middle, place);
    list->AddRectFilled({area.x, area.bottom() - context.px(1.0F)}, high(area), theme.line);
}

/// What the room sees; the spotlight and the pen work on it as they do in the room's window.
void draw_room(PanelContext& context, const Rect& area, const PresenterView& view) {
    const Theme& theme = context.theme;
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float rounding = context.px(12.0F);
    if (view.room != 0) {
        list->AddImageRounded(texture_id(view.room), low(area), high(area), {0.0F, 1.0F},
                              {1.0F, 0.0F}, IM_COL32_WHITE, rounding);
    } else {
        list->AddRectFilled(low(area), high(area), theme.raised, rounding);
    }
    list->AddRect(low(area), high(area), theme.line_strong, rounding, 0, context.px(theme.edge));
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
void draw_tools(PanelContext& context, const Rect& area) {
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
    ImGui::SetCursorScreenPos(low(area));
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
    // Ink that stays on the bone is drawn in the room's window, where the bones are.
    const bool on_bone = session.desk.tool == session::NoteTool::ink;
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
    list->AddRectFilled(low(area), high(area), context.theme.raised, context.px(9.0F));
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

void draw_left(PanelContext& context, const Rect& area, const PresenterView& view) {
    const FixedWindow window("presenter room", area, {.ground = context.theme.window});
    const float pad = context.px(c_padding);
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
    draw_tools(context, {room.x, below, area.width - 2.0F * pad, context.px(40.0F)});
    const Rect row{room.x, below + context.px(c_tools - 8.0F), area.width - 2.0F * pad,
                   context.px(c_keys - 8.0F)};
    if (pens) {
        ImGui::SetCursorScreenPos(low(row));
        draw_pens(context);
    } else if (second_row) {
        draw_keys_line(context, row);
    }
}

/// The next stop, small; its title while it is not drawn yet.
void draw_next(PanelContext& context, const Rect& area, const TourStop& next) {
    const WantedPicture wanted{
        next.picture, {static_cast<int>(area.width), static_cast<int>(area.height)}, next};
    context.output.pictures.push_back(wanted);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const auto drawn = std::ranges::find(context.input.pictures, wanted, &DrawnPicture::what);
    const float rounding = context.px(10.0F);
    if (drawn != context.input.pictures.end()) {
        list->AddImageRounded(texture_id(drawn->texture), low(area), high(area), {0.0F, 0.0F},
                              {1.0F, 1.0F}, IM_COL32_WHITE, rounding);
    } else {
        list->AddRectFilled(low(area), high(area), context.theme.raised, rounding);
    }
    list->AddRect(low(area), high(area), context.theme.line_strong, rounding, 0,
                  context.px(context.theme.edge));
}

void draw_notes(PanelContext& context, PresenterState& state, const Rect& area,
                const TourStop& stop) {
    if (state.notes != stop.notes) {
        knowledge::Findings nowhere; // the tour was checked when it was loaded
        state.document = knowledge::parse_markdown(stop.notes, {{}, &nowhere});
        state.notes = stop.notes;
    }
    ImGui::SetCursorScreenPos(low(area));
    const ScrollArea scroll(context, "notes", {area.width, area.height}, {0.0F, 0.0F});
    if (stop.notes.empty()) {
        wrapped_text(context, TextRole::body, context.theme.text3,
                     context.tr("This stop has no notes"));
        return;
    }
    draw_document(context, state.reading, state.document, false);
    gap(context, 24.0F);
}

void draw_right(PanelContext& context, PresenterState& state, const Rect& area, const Tour& tour,
                const PresenterView& view) {
    const FixedWindow window("presenter notes", area, {.ground = context.theme.panel});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const std::size_t stop = context.input.session.lecture.stop;
    const float pad = context.px(c_padding);
    const float width = area.width - 2.0F * pad;
    const float x = area.x + pad;
    float y = area.y + context.px(14.0F);
    const bool last = stop + 1 >= tour.stops.size();
    draw_text_cut(context, list, TextRole::caption, {x, y}, context.theme.text3,
                  last ? std::string(context.tr("This is the last stop"))
                       : context.tr("Next: {}", tour.stops[stop + 1].title),
                  width);
    y += context.px(c_caption - 8.0F);
    if (!last) {
        const Rect small = shaped(
            {x, y, std::min(width, context.px(c_next_most)), 0.3F * area.height}, view.room_size);
        draw_next(context, small, tour.stops[stop + 1]);
        y = small.bottom() + context.px(20.0F);
    }
    list->AddRectFilled({x, y}, {x + width, y + context.px(1.0F)}, context.theme.line);
    y += context.px(18.0F);
    draw_text(context, list, TextRole::caption, {x, y}, context.theme.text3, context.tr("Notes"));
    y += context.px(28.0F);
    draw_notes(context, state, {x, y, width, area.bottom() - y}, tour.stops[stop]);
    list->AddRectFilled(low(area), {area.x + context.px(1.0F), area.bottom()}, context.theme.line);
}

/// One bar a stop, filled as far as the tour has come; a click goes there.
void draw_strip(PanelContext& context, const Rect& area, const Tour& tour) {
    const std::size_t now = context.input.session.lecture.stop;
    const auto count = static_cast<float>(tour.stops.size());
    const float space = context.px(12.0F);
    const float width = (area.width - space * (count - 1.0F)) / count;
    ImDrawList* const list = ImGui::GetWindowDrawList();
    float x = area.x;
    for (std::size_t i = 0; i < tour.stops.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        ImGui::SetCursorScreenPos({x, area.y});
        const Touch place = touch(context, "stop", {width, area.height}, context.px(4.0F));
        tooltip(context, tour.stops[i].title);
        ImGui::PopID();
        const float y = area.y + context.px(12.0F);
        const float thick = context.px(6.0F);
        list->AddRectFilled({x, y}, {x + width, y + thick}, context.theme.track, 0.5F * thick);
        if (i <= now) {
            list->AddRectFilled({x, y}, {x + width, y + thick}, context.theme.accent, 0.5F * thick);
        }
        if (width >= context.px(56.0F)) {
            draw_text_cut(context, list, TextRole::rail_label, {x, y + context.px(16.0F)},
                          i == now || place.hovered ? context.theme.text1 : context.theme.text3,
                          tour.stops[i].title, width);
        }
        if (place.clicked) {
            context.emit(session::GoToStop{i});
        }
        x += width + space;
    }
}

void draw_bottom(PanelContext& context, const Rect& area, const Tour& tour) {
    const FixedWindow window("presenter bottom", area, {.ground = context.theme.panel});
    const std::size_t stop = context.input.session.lecture.stop;
    const float y = area.y + 0.5F * (area.height - context.px(48.0F));
    const float pad = context.px(c_padding);
    ImGui::SetCursorScreenPos({area.x + pad, y});
    if (button(context, context.tr("Back"),
               {.icon = Icon::back, .height = 48.0F, .enabled = stop > 0})) {
        context.emit(session::WalkTour{-1});
    }
    ImGui::SameLine(0.0F, context.px(12.0F));
    if (button(context, context.tr("Next stop"),
               {.style = ButtonStyle::primary,
                .icon = Icon::forward,
                .height = 48.0F,
                .enabled = stop + 1 < tour.stops.size()})) {
        context.emit(session::WalkTour{1});
    }
    ImGui::SameLine(0.0F, context.px(12.0F));
    if (button(context, context.tr("End"), {.style = ButtonStyle::quiet, .height = 48.0F})) {
        context.emit(session::EndTour{});
    }
    const float left = ImGui::GetItemRectMax().x + context.px(32.0F);
    const float right = area.right() - pad;
    const float width = std::min(right - left, context.px(c_strip_most));
    if (width > context.px(120.0F)) {
        draw_strip(context, {right - width, area.y + context.px(18.0F), width, context.px(56.0F)},
                   tour);
    }
    ImGui::GetWindowDrawList()->AddRectFilled(low(area), {area.right(), area.y + context.px(1.0F)},
                                              context.theme.line);
}

} // namespace

void draw_presenter(PanelContext& context, PresenterState& state, const PresenterView& view) {
    const Rect& window = context.input.layout.window;
    const Tour* const tour = session::running_tour(context.input.session, context.input.world);
    if (session::running_stop(context.input.session, context.input.world) == nullptr) {
        const FixedWindow empty("presenter", window, {.ground = context.theme.window});
        ImGui::SetCursorPos(context.metrics.px(c_padding, c_padding));
        wrapped_text(context, TextRole::body, context.theme.text2,
                     context.tr("Start a tour in the other window"),
                     window.width - 2.0F * context.px(c_padding));
        return;
    }
    const float top = context.px(c_top);
    const float body = window.height - top - context.px(c_bottom);
    const float left = std::floor(c_left_share * window.width);
    draw_top(context, {0.0F, 0.0F, window.width, top}, *tour, view);
    draw_left(context, {0.0F, top, left, body}, view);
    draw_right(context, state, {left, top, window.width - left, body}, *tour, view);
    draw_bottom(context, {0.0F, top + body, window.width, context.px(c_bottom)}, *tour);
}

} // namespace osteon::ui
