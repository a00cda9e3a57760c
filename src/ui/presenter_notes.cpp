#include "knowledge/markdown.h"
#include "ui/markdown_view.h"
#include "ui/presenter_parts.h"
#include "ui/widgets.h"

#include <algorithm>

namespace osteon::ui {
namespace {

using knowledge::TourStop;

// Lengths in px at 100 %.
constexpr float c_caption = 34.0F;
constexpr float c_next_most = 420.0F;

/// The next stop, small; its title while it is not drawn yet.
void draw_next(PanelContext& context, const Rect& area, const TourStop& next) {
    const WantedPicture wanted{
        next.picture, {static_cast<int>(area.width), static_cast<int>(area.height)}, next};
    context.output.pictures.push_back(wanted);
    const auto drawn = std::ranges::find(context.input.pictures, wanted, &DrawnPicture::what);
    draw_framed(context, area, drawn != context.input.pictures.end() ? drawn->texture : 0, false,
                context.px(10.0F));
}

void draw_notes(PanelContext& context, PresenterState& state, const Rect& area,
                const TourStop& stop) {
    if (state.notes != stop.notes) {
        knowledge::Findings nowhere; // the tour was checked when it was loaded
        state.document = knowledge::parse_markdown(stop.notes, {{}, &nowhere});
        state.notes = stop.notes;
    }
    ImGui::SetCursorScreenPos({area.x, area.y});
    const ScrollArea scroll(context, "notes", {area.width, area.height}, {0.0F, 0.0F});
    if (stop.notes.empty()) {
        wrapped_text(context, TextRole::body, context.theme.text3,
                     context.tr("This stop has no notes"));
        return;
    }
    draw_document(context, state.reading, state.document, false);
    gap(context, 24.0F);
}

} // namespace

void draw_presenter_notes(PanelContext& context, PresenterState& state, const Rect& area,
                          const knowledge::Tour& tour, const PresenterView& view) {
    const FixedWindow window("presenter notes", area, {.ground = context.theme.panel});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const std::size_t stop = context.input.session.lecture.stop;
    const float pad = context.px(c_presenter_padding);
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
    list->AddRectFilled({area.x, area.y}, {area.x + context.px(1.0F), area.bottom()},
                        context.theme.line);
}

} // namespace osteon::ui
