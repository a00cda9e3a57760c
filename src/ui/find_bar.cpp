#include "ui/find_bar.h"

#include "base/text.h"
#include "ui/markdown_view.h"
#include "ui/widgets.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace osteon::ui {
namespace {

/// A paragraph's text as it can be searched, and where in it each run begins.
struct SearchedText {
    std::string text;
    std::vector<std::size_t> begins;

    explicit SearchedText(const InlineLayout& layout) {
        int line = 0;
        for (const TextRun& run : layout.runs) {
            if (run.line != line && !text.empty() && text.back() != ' ') {
                text += ' '; // the space at which the line was broken
            }
            line = run.line;
            begins.push_back(text.size());
            text += run.text;
        }
    }
};

std::string count_words(const PanelContext& context, const PageFind& find) {
    if (find.folded.empty()) {
        return {};
    }
    return find.count == 0 ? context.tr("Not found")
                           : context.tr("{} of {}", find.current + 1, find.count);
}

void take_keys(PageFind& find, const TextField& field) {
    const bool back = ImGui::GetIO().KeyShift;
    if (field.entered) {
        find.step(back ? -1 : 1);
        find.focus_wanted = true; // Enter would take the keyboard from the field
    }
    if (field.escaped) {
        find = {};
    }
}

/// What is typed is searched at once, from the place in view.
void take_words(PageFind& find) {
    std::string folded = fold(find.words);
    if (folded != find.folded) {
        find.folded = std::move(folded);
        find.current = 0;
        find.jump_wanted = true;
    }
}

} // namespace

void draw_find_bar(PanelContext& context, PageFind& find, const Rect& area) {
    const float button = context.px(36.0F);
    const float side = context.px(20.0F);
    const float top = area.y + context.px(8.0F);
    float right = area.right() - side - button;
    const float button_top = top + context.px(4.0F);
    ImGui::SetCursorScreenPos({right, button_top});
    const bool close = icon_button(context, "close find", Icon::close, context.tr("Close, Esc"));
    right -= button;
    ImGui::SetCursorScreenPos({right, button_top});
    if (icon_button(context, "next found", Icon::down, context.tr("Next place, Enter"),
                    {.enabled = find.count > 0})) {
        find.step(1);
    }
    right -= button;
    ImGui::SetCursorScreenPos({right, button_top});
    if (icon_button(context, "previous found", Icon::up, context.tr("Previous place, Shift+Enter"),
                    {.enabled = find.count > 0})) {
        find.step(-1);
    }
    const std::string words = count_words(context, find);
    const ImVec2 size = measure_text(context, TextRole::caption, words);
    const float room = context.px(84.0F);
    draw_text_cut(context, ImGui::GetWindowDrawList(), TextRole::caption,
                  {right - std::min(room, size.x + context.px(8.0F)),
                   top + std::floor(0.5F * (context.px(44.0F) - size.y))},
                  context.theme.text2, words, room);
    right -= room + context.px(4.0F);

    ImGui::SetCursorScreenPos({area.x + side, top});
    ImGui::PushTextWrapPos(right - ImGui::GetWindowPos().x);
    const TextField field =
        text_field(context, "find", Icon::search, context.tr("Find on this page"), find.words,
                   find.focus_wanted);
    if (std::exchange(find.focus_wanted, false)) {
        find.frames_to_focus = 3;
    } else {
        find.frames_to_focus = field.focused ? 0 : std::max(0, find.frames_to_focus - 1);
    }
    ImGui::PopTextWrapPos();
    take_words(find);
    take_keys(find, field);
    if (close) {
        find = {};
    }
}

void mark_found(const PanelContext& context, PageFind& find, const InlineLayout& layout,
                const InlineStyle& style, ImVec2 origin) {
    if (find.folded.empty()) {
        return;
    }
    const SearchedText searched(layout);
    const TextMeasure measure = measure_in(context);
    const float height = context.fonts.face(style.regular).line_height;
    const float page_top = ImGui::GetCursorScreenPos().y - ImGui::GetCursorPosY();
    ImDrawList* const list = ImGui::GetWindowDrawList();
    for (const FoundWords& found : find_words(searched.text, find.folded)) {
        const bool current = find.places.size() == find.current;
        bool noted = false;
        for (std::size_t i = 0; i < layout.runs.size(); ++i) {
            const TextRun& run = layout.runs[i];
            const std::size_t begin = searched.begins[i];
            const std::size_t from = std::max(found.begin, begin);
            const std::size_t to = std::min(found.end, begin + run.text.size());
            if (from >= to) {
                continue;
            }
            const std::string_view text = run.text;
            const float left = origin.x + run.x + measure(run.role, text.substr(0, from - begin));
            const float width = measure(run.role, text.substr(from - begin, to - from));
            const ImVec2 min{left, origin.y + static_cast<float>(run.line) * height};
            const ImVec2 max{left + width, min.y + height};
            list->AddRectFilled(min, max, faded(context.theme.accent, current ? 0.45F : 0.2F),
                                context.px(3.0F));
            if (current) {
                list->AddRect(min, max, context.theme.accent, context.px(3.0F), 0,
                              context.metrics.stroke(1.5F));
            }
            if (!noted) {
                find.places.push_back(min.y - page_top);
                noted = true;
            }
        }
    }
}

void finish_find(PanelContext& context, PageFind& find) {
    if (find.count != find.places.size()) {
        find.count = find.places.size();
        context.motion.ask_for_frame();
    }
    find.current = find.count > 0 ? std::min(find.current, find.count - 1) : 0;
    if (std::exchange(find.jump_wanted, false) && find.count > 0) {
        constexpr float from_top = 0.3F; // of the view: what goes before is seen, too
        ImGui::SetScrollY(
            std::max(0.0F, find.places[find.current] - from_top * ImGui::GetWindowHeight()));
        context.motion.ask_for_frame();
    }
    find.places.clear();
}

} // namespace osteon::ui
