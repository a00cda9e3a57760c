#include "ui/palette_row.h"

#include "ui/command_place.h"
#include "ui/search_rows.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::ui {

namespace {

/// What a row says.
struct Words {
    std::string title;
    std::string subtitle;
    std::vector<knowledge::TextRange> marks; ///< in the subtitle
    std::string key;
    Icon icon = Icon::none;
    bool enabled = true;
};

Words words_of(const PanelContext& context, Command command) {
    const CommandRow& row = row_of(command);
    const CommandState state = state_of(command, command_place(context));
    Words words{.title = context.tr(row.name),
                .subtitle = context.tr(row.group),
                .marks = {},
                .key = keys_of(context, command),
                .icon = row.icon,
                .enabled = state.missing == nullptr};
    if (state.missing != nullptr) {
        words.subtitle += std::string(" · ") + context.tr(state.missing);
    } else if (state.on) {
        words.subtitle += std::string(" · ") + (*state.on ? context.tr("on") : context.tr("off"));
    }
    return words;
}

/// Leaves out the beginning of a text whose first mark would stand too far right to be seen.
void bring_mark_near(Words& words) {
    constexpr std::size_t far = 60;
    constexpr std::size_t before = 30;
    if (words.marks.empty() || words.marks.front().begin < far) {
        return;
    }
    const std::size_t space = words.subtitle.rfind(' ', words.marks.front().begin - before);
    if (space == std::string::npos || space == 0) {
        return;
    }
    constexpr std::string_view ellipsis = "…";
    words.subtitle.replace(0, space + 1, ellipsis);
    for (knowledge::TextRange& mark : words.marks) {
        mark.begin = mark.begin - space - 1 + ellipsis.size();
        mark.end = mark.end - space - 1 + ellipsis.size();
    }
}

Words words_of(const knowledge::Hit& hit) {
    Words words{.title = hit.title,
                .subtitle = hit.subtitle,
                .marks = hit.marks,
                .key = {},
                .icon = look_of(hit.kind).icon};
    bring_mark_near(words);
    if (!hit.page.empty()) {
        const std::string page = hit.page + " · ";
        words.subtitle.insert(0, page);
        for (knowledge::TextRange& mark : words.marks) {
            mark.begin += page.size();
            mark.end += page.size();
        }
    }
    return words;
}

/// One line, the marked words in the accent colour.
void draw_marked(const PanelContext& context, ImDrawList* list, ImVec2 place, const Words& words,
                 float room) {
    const std::string_view text = words.subtitle;
    const float end = place.x + room;
    const auto draw = [&](std::size_t begin, std::size_t stop, TextRole role, ImU32 colour) {
        if (begin < stop && place.x < end) {
            place.x += draw_text_cut(context, list, role, place, colour,
                                     text.substr(begin, stop - begin), end - place.x);
        }
    };
    std::size_t at = 0;
    for (const knowledge::TextRange& mark : words.marks) {
        draw(at, mark.begin, TextRole::caption, context.theme.text2);
        draw(mark.begin, mark.end, TextRole::caption_strong, context.theme.accent);
        at = mark.end;
    }
    draw(at, text.size(), TextRole::caption, context.theme.text2);
}

float key_width(const PanelContext& context, const std::string& key) {
    return std::max(measure_text(context, TextRole::caption, key).x + context.px(16.0F),
                    context.px(26.0F));
}

} // namespace

Touch palette_row(PanelContext& context, const PaletteItem& item, bool chosen) {
    const Theme& theme = context.theme;
    Words words = item.hit != nullptr ? words_of(*item.hit) : words_of(context, item.command);
    if (chosen && words.key.empty() && words.enabled) {
        words.key = keys_in(context.language(), "Enter");
    }
    const float rounding = context.px(9.0F);
    const Touch row =
        touch(context, "row", {content_width(), context.px(palette_row_height)}, rounding);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    if (chosen) {
        list->AddRectFilled(row.min, row.max, theme.accent_ground, rounding);
        list->AddRect(row.min, row.max, theme.accent, rounding, 0, context.px(theme.edge));
    } else {
        list->AddRectFilled(row.min, row.max, faded(theme.hover, row.hover_fade), rounding);
    }
    const float shown = words.enabled ? 1.0F : 0.5F;
    const float middle = 0.5F * (row.min.y + row.max.y);
    draw_icon(list, words.icon, {row.min.x + context.px(28.0F), middle}, context.px(20.0F),
              faded(chosen ? theme.accent : theme.text2, shown));
    float right = row.max.x - context.px(16.0F);
    if (!words.key.empty()) {
        right -= key_width(context, words.key);
        draw_key(context, list, {right, middle - context.px(12.0F)}, words.key);
        right -= context.px(12.0F);
    }
    const float left = row.min.x + context.px(56.0F);
    draw_text_cut(context, list, TextRole::card_title, {left, row.min.y + context.px(7.0F)},
                  faded(chosen ? theme.accent : theme.text1, shown), words.title, right - left);
    draw_marked(context, list, {left, row.min.y + context.px(31.0F)}, words, right - left);
    return row;
}

} // namespace osteon::ui
