#include "ui/first_steps.h"

#include "ui/widgets.h"
#include "view/layout.h"

#include <algorithm>
#include <array>

namespace osteon::ui {

namespace {

struct Step {
    const char* title;
    const char* words;
};

constexpr std::array<Step, 3> c_steps = {
    {{translatable("Turn the skeleton"),
      translatable("Drag to turn it, and use the wheel to come nearer. The arrow keys and + and − "
                   "do the same.")},
     {translatable("Choose a place"),
      translatable("Click a ring on the skeleton: the camera goes there, and the text tells what "
                   "happens there. With the keyboard: Tab, then Enter.")},
     {translatable("Choose a cancer"),
      translatable("Primaries, at the left, colours the bones by how often each cancer reaches "
                   "them.")}}};

// px at 100 %
constexpr float c_width = 320.0F;
constexpr float c_least_width = 216.0F;
constexpr float c_roomy_stage = 760.0F;  ///< width of a stage with room for it beside the skeleton
constexpr float c_half_skeleton = 40.0F; ///< of a low window
constexpr float c_padding = 20.0F;
constexpr float c_edge = 24.0F;
constexpr float c_button = 40.0F;

std::string words_of(const PanelContext& context, std::size_t step) {
    std::string words = context.tr(c_steps[step].words);
    const std::string keys = keys_of(context, Command::palette);
    if (step + 1 == c_steps.size() && !keys.empty()) {
        words += ' ' + context.tr("{} finds every command.", keys);
    }
    return words;
}

/// Whether the stage is too narrow for the card beside the skeleton, and the panel is there to
/// carry it.
bool lies_on_panel(const PanelContext& context) {
    const view::Layout& layout = context.input.layout;
    const float open = layout.panel_floats ? layout.panel.x - layout.stage.x : layout.stage.width;
    return !layout.panel.empty() && open < context.px(c_roomy_stage);
}

/// Without room on a panel it ends before the middle of the stage, where the skeleton stands.
float width_of(const PanelContext& context) {
    const view::Layout& layout = context.input.layout;
    const float room = lies_on_panel(context)
                           ? layout.panel.width - 2.0F * context.px(c_edge)
                           : 0.5F * layout.stage.width - context.px(c_edge + c_half_skeleton);
    return std::clamp(room, context.px(c_least_width), context.px(c_width));
}

/// At the foot of the panel, or of the stage's left side above the legend where there is one.
Rect place_of(const PanelContext& context, float height) {
    const view::Layout& layout = context.input.layout;
    const float width = width_of(context);
    if (lies_on_panel(context)) {
        return {layout.panel.x + context.px(c_edge),
                layout.panel.bottom() - context.px(c_edge) - height, width, height};
    }
    const view::Furniture room = view::furniture(layout, context.input.session.stage);
    const float left =
        std::max(layout.stage.x, layout.drawer.empty() ? 0.0F : layout.drawer.right()) +
        std::min(context.px(c_edge), 0.02F * layout.stage.width);
    float bottom = layout.stage.bottom() - context.px(c_edge);
    for (const Rect& taken : {room.legend, room.looks}) {
        if (!taken.empty() && taken.x < left + width) {
            bottom = std::min(bottom, taken.y - context.px(12.0F));
        }
    }
    return {left, std::max(bottom - height, layout.stage.y), width, height};
}

void draw_dots(const PanelContext& context, ImVec2 place, std::size_t step) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < c_steps.size(); ++i) {
        const ImVec2 centre{place.x + context.px(4.0F + 14.0F * static_cast<float>(i)), place.y};
        if (i == step) {
            list->AddCircleFilled(centre, context.px(4.0F), context.theme.accent);
        } else {
            list->AddCircle(centre, context.metrics.stroke(3.5F), context.theme.control_edge, 0,
                            context.metrics.stroke(1.0F));
        }
    }
}

/// Skip and Next at the right end of a row; what was pressed is done.
void draw_buttons(PanelContext& context, const Rect& area, float row, int& step, bool last) {
    const char* const next = last ? context.tr("Done") : context.tr("Next");
    const ButtonLook primary{.style = ButtonStyle::primary, .id = "next"};
    const float next_left =
        area.right() - context.px(c_padding) - button_width(context, next, primary);
    ImGui::SetCursorScreenPos({next_left, row});
    if (button(context, next, primary)) {
        ++step;
        if (last) {
            context.emit(session::EndFirstSteps{});
        }
        context.motion.ask_for_frame();
    }
    if (last) {
        return;
    }
    const ButtonLook quiet{.style = ButtonStyle::quiet};
    const char* const skip = context.tr("Skip");
    ImGui::SetCursorScreenPos(
        {next_left - context.px(8.0F) - button_width(context, skip, quiet), row});
    if (button(context, skip, quiet)) {
        context.emit(session::EndFirstSteps{});
    }
}

/// Whether the card is shown: at the first start, where the skeleton is explored.
bool is_shown(const PanelContext& context) {
    const session::Settings& settings = context.input.session.settings;
    return context.input.first_steps && !settings.first_steps_done &&
           !context.input.layout.stage.empty() && settings.mode == session::Mode::explore;
}

} // namespace

void draw_first_steps(PanelContext& context, int& step) {
    if (!is_shown(context)) {
        return;
    }
    const auto shown =
        static_cast<std::size_t>(std::clamp(step, 0, static_cast<int>(c_steps.size()) - 1));
    const std::string words = words_of(context, shown);
    const float inner = width_of(context) - context.px(2.0F * c_padding);
    const float line = context.fonts.face(TextRole::card_title).line_height;
    const float text_height = measure_text(context, TextRole::secondary, words, inner).y;
    const Rect area = place_of(context, line + text_height +
                                            context.px(2.0F * c_padding + 6.0F + 16.0F + c_button));
    const FixedWindow window("first steps", area, {.on_top = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->PushClipRectFullScreen();
    draw_plate(context, list, {area.x, area.y}, {area.right(), area.bottom()}, context.px(12.0F),
               true);
    list->PopClipRect();
    const float left = area.x + context.px(c_padding);
    draw_text(context, list, TextRole::card_title, {left, area.y + context.px(c_padding)},
              context.theme.text1, context.tr(c_steps[shown].title));
    ImGui::SetCursorScreenPos({left, area.y + context.px(c_padding + 6.0F) + line});
    wrapped_text(context, TextRole::secondary, context.theme.text2, words, inner);
    const float row = area.bottom() - context.px(c_padding + c_button);
    draw_dots(context, {left, row + 0.5F * context.px(c_button)}, shown);
    draw_buttons(context, area, row, step, shown + 1 == c_steps.size());
}

} // namespace osteon::ui
