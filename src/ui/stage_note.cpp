#include "ui/stage_parts.h"
#include "ui/widgets.h"
#include "view/course.h"

#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

namespace osteon::ui {
namespace {

constexpr float padding = 12.0F; // px at 100 %
constexpr const char* illustration = translatable("Illustration: not a patient\u2019s images");

/// A hole with an eaten edge, as the bones show a lytic lesion.
void draw_hole(const PanelContext& context, ImDrawList* list, ImVec2 centre) {
    constexpr ImU32 edge = IM_COL32(0x7A, 0x4B, 0x33, 255);
    constexpr ImU32 inside = IM_COL32(0x3A, 0x2A, 0x26, 255);
    const std::array<ImVec2, 4> pits = {
        ImVec2{-2.0F, -1.0F}, {2.5F, -2.0F}, {2.0F, 2.5F}, {-3.0F, 3.0F}};
    for (const auto& [colour, grown] : {std::pair{edge, 1.2F}, std::pair{inside, 0.0F}}) {
        for (const ImVec2& pit : pits) {
            list->AddCircleFilled({centre.x + context.px(pit.x), centre.y + context.px(pit.y)},
                                  context.px(2.6F + grown), colour);
        }
    }
}

/// A pale patch with a darker foot, as the bones show a blastic lesion.
void draw_patch(const PanelContext& context, ImDrawList* list, ImVec2 centre) {
    list->AddCircleFilled(centre, context.px(6.5F), IM_COL32(0x9A, 0x86, 0x6A, 255));
    list->AddCircleFilled({centre.x, centre.y - context.px(0.8F)}, context.px(5.4F),
                          IM_COL32(0xFF, 0xF8, 0xEA, 255));
}

/// What the forms on the bones mean.
void draw_forms(PanelContext& context, ImDrawList* list, const Rect& plate, float y) {
    const float line = context.fonts.face(TextRole::caption).line_height;
    float x = plate.x + context.px(padding);
    const auto form = [&](auto draw, const char* word) {
        draw(context, list, ImVec2{x + context.px(7.0F), y + 0.5F * line});
        x += context.px(20.0F);
        draw_text(context, list, TextRole::caption, {std::floor(x), y}, context.theme.text2, word);
        x += measure_text(context, TextRole::caption, word).x + context.px(14.0F);
    };
    form(draw_hole, context.tr("Hole: lytic"));
    form(draw_patch, context.tr("Patch: blastic"));
}

} // namespace

void draw_stage_note(PanelContext& context, const Rect& area) {
    const session::Stage& stage = context.input.session.stage;
    const FixedWindow window("note", area, {.stays_behind = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_plate(context, list, {area.x, area.y}, {area.right(), area.bottom()}, context.px(10.0F),
               false);
    const float width = area.width - 2.0F * context.px(padding);
    const float x = area.x + context.px(padding);
    draw_text_cut(context, list, TextRole::caption_strong, {x, area.y + context.px(9.0F)},
                  context.theme.text1, context.tr(illustration), width);
    const float second = area.y + context.px(29.0F);
    const auto tell = [&](std::string_view words) {
        draw_text_cut(context, list, TextRole::caption, {x, second}, context.theme.text2,
                      std::string(words), width);
    };
    if (session::is_scan(stage)) {
        tell(context.tr("Purely lytic disease may show little"));
    } else if (view::has_course(stage)) {
        tell(context.tr(view::course_words(stage.course, stage.course_progress)));
    } else {
        draw_forms(context, list, area, second);
    }
}

void draw_picture_caption(const PanelContext& context) {
    if (!view::is_illustration(context.input.session.stage)) {
        return;
    }
    const Rect& stage = context.input.layout.stage;
    const ImVec2 words = measure_text(context, TextRole::caption, context.tr(illustration));
    const ImVec2 room{context.px(10.0F), context.px(5.0F)};
    const float edge = context.px(12.0F);
    const ImVec2 min{stage.x + edge, stage.y + edge};
    const ImVec2 max{min.x + words.x + 2.0F * room.x, min.y + words.y + 2.0F * room.y};
    ImDrawList* const list = ImGui::GetBackgroundDrawList();
    draw_plate(context, list, min, max, context.px(7.0F), false);
    draw_text(context, list, TextRole::caption, {min.x + room.x, min.y + room.y},
              context.theme.text2, context.tr(illustration));
}

} // namespace osteon::ui
