#include "ui/source_list.h"

#include "ui/markdown_links.h"
#include "ui/reading_panel_parts.h"
#include "ui/widgets.h"

namespace osteon::ui {
namespace {

void draw_back(PanelContext& context, PageSources& sources) {
    gap(context, 2.0F);
    if (link(context, "back", TextRole::caption_strong, context.tr("Back to the text"))) {
        ImGui::SetScrollY(sources.came_from);
        sources.reached.clear();
        context.motion.ask_for_frame();
    }
}

void draw_source(PanelContext& context, ReadingPanelState& state,
                 const knowledge::Reference& reference) {
    PageSources& sources = state.sources;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float top = ImGui::GetCursorPosY();
    const bool reached = sources.reached == reference.key;
    wrapped_text(context, TextRole::caption_strong, context.theme.text1, reference.short_text);
    wrapped_text(context, TextRole::caption, context.theme.text2,
                 reference_details(reference, context.language()));
    if (const std::string address = address_of(reference); !address.empty()) {
        if (link(context, "address", TextRole::caption, context.tr("Copy the address"))) {
            copy_address(context, state, address);
        }
        copied_tooltip(context, state, address);
    }
    if (reached) {
        draw_back(context, sources);
        const float bottom = ImGui::GetCursorScreenPos().y;
        const float bar = start.x - context.px(10.0F);
        ImGui::GetWindowDrawList()->AddRectFilled({bar, start.y}, {bar + context.px(4.0F), bottom},
                                                  context.theme.accent);
        if (std::exchange(sources.wanted, false)) {
            ImGui::SetScrollY(top - 0.3F * ImGui::GetWindowHeight());
            context.motion.ask_for_frame();
        }
    }
    gap(context, 12.0F);
}

} // namespace

void draw_source_list(PanelContext& context, ReadingPanelState& state) {
    if (state.sources.cited.empty()) {
        return;
    }
    page_section(context, state, context.tr("Sources"), "sources");
    const std::vector<std::string> cited = state.sources.cited; // its own words may cite no more
    for (const std::string& key : cited) {
        if (const auto* const reference = context.input.world.knowledge.reference(key)) {
            ImGui::PushID(key.c_str());
            draw_source(context, state, *reference);
            ImGui::PopID();
        }
    }
}

} // namespace osteon::ui
