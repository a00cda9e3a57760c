#include "ui/search_rows.h"

#include "ui/markdown_layout.h"
#include "ui/markdown_view.h"

#include <algorithm>

namespace osteon::ui {
namespace {

using knowledge::Hit;
using knowledge::HitKind;

constexpr float inset = 12.0F;      // px at 100 %, left and right of a row
constexpr float words_left = 44.0F; // of the row's left, behind its icon
constexpr float padding = 8.0F;     // above and below the words
constexpr int most_lines = 4;       // of an excerpt

/// The excerpt as spans, with the words sought as strong ones.
std::vector<knowledge::Span> marked_spans(const Hit& hit) {
    std::vector<knowledge::Span> spans;
    const auto add = [&](std::size_t begin, std::size_t end, bool strong) {
        if (begin < end) {
            knowledge::Span& span = spans.emplace_back();
            span.text = hit.subtitle.substr(begin, end - begin);
            span.strong = strong;
        }
    };
    std::size_t at = 0;
    for (const knowledge::TextRange& mark : hit.marks) {
        add(at, mark.begin, false);
        add(mark.begin, mark.end, true);
        at = mark.end;
    }
    add(at, hit.subtitle.size(), false);
    return spans;
}

/// The article that a section stands in, and whether only its plain text has the words.
std::string page_line(const PanelContext& context, const Hit& hit) {
    const bool other_level = hit.kind == HitKind::article && !hit.marks.empty() &&
                             hit.level != context.input.session.settings.level;
    if (!other_level) {
        return hit.page;
    }
    const char* const words = context.tr("in the plain text");
    return hit.page.empty() ? std::string(words) : hit.page + " · " + words;
}

bool is_anatomical(HitKind kind) {
    return kind == HitKind::bone || kind == HitKind::landmark || kind == HitKind::region;
}

/// What stands under the title, broken into lines.
InlineLayout lines_of(const PanelContext& context, const Hit& hit, float width) {
    const bool italic = is_anatomical(hit.kind) && hit.marks.empty();
    const InlineStyle style{italic ? TextRole::caption_italic : TextRole::caption,
                            TextRole::caption_strong, TextRole::caption_italic, TextRole::caption};
    return lay_out_inline(marked_spans(hit), style, width,
                          context.fonts.face(TextRole::caption).line_height, measure_in(context));
}

void draw_lines(const PanelContext& context, const InlineLayout& layout, ImVec2 origin) {
    const float line = context.fonts.face(TextRole::caption).line_height;
    for (const TextRun& run : layout.runs) {
        if (run.line < most_lines) {
            const bool marked = run.role == TextRole::caption_strong;
            draw_text(context, ImGui::GetWindowDrawList(), run.role,
                      {origin.x + run.x, origin.y + static_cast<float>(run.line) * line},
                      marked ? context.theme.accent : context.theme.text2, run.text);
        }
    }
}

} // namespace

HitKindLook look_of(HitKind kind) {
    switch (kind) {
    case HitKind::site:
        return {Icon::site, translatable("Sites")};
    case HitKind::primary:
        return {Icon::origin, translatable("Primaries")};
    case HitKind::landmark:
        return {Icon::landmark, translatable("Landmarks")};
    case HitKind::region:
        return {Icon::tree, translatable("Regions")};
    case HitKind::article:
        return {Icon::book, translatable("Articles")};
    case HitKind::term:
        return {Icon::term, translatable("Glossary")};
    case HitKind::reference:
        return {Icon::file, translatable("References")};
    case HitKind::bone:
        break;
    }
    return {Icon::bone, translatable("Bones")};
}

Touch hit_row(PanelContext& context, const Hit& hit, bool chosen) {
    const Theme& theme = context.theme;
    const float width = content_width();
    const float left = context.px(words_left);
    const float room = std::max(1.0F, width - left - context.px(inset));
    const InlineLayout lines = lines_of(context, hit, room);
    const float title = context.fonts.face(TextRole::label_title).line_height;
    const float line = context.fonts.face(TextRole::caption).line_height;
    const std::string where = page_line(context, hit);
    const float page = where.empty() ? 0.0F : line;
    const float words = title + page + line * static_cast<float>(std::min(lines.lines, most_lines));
    const float height = std::max(context.px(44.0F), words + 2.0F * context.px(padding));

    const float rounding = context.px(9.0F);
    const Touch row = touch(context, hit.id.c_str(), {width, height}, rounding);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    if (chosen) {
        list->AddRectFilled(row.min, row.max, theme.accent_ground, rounding);
        list->AddRect(row.min, row.max, theme.accent, rounding, 0, context.px(theme.edge));
    } else {
        list->AddRectFilled(row.min, row.max, faded(theme.hover, row.hover_fade), rounding);
    }
    ImVec2 place{row.min.x + left, row.min.y + std::floor(0.5F * (height - words))};
    draw_icon(list, look_of(hit.kind).icon, {row.min.x + context.px(22.0F), place.y + 0.5F * title},
              context.px(20.0F), chosen ? theme.accent : theme.text2);
    draw_text_cut(context, list, TextRole::label_title, place, theme.text1, hit.title, room);
    place.y += title;
    if (!where.empty()) {
        draw_text_cut(context, list, TextRole::caption, place, theme.text3, where, room);
        place.y += line;
    }
    draw_lines(context, lines, place);
    return row;
}

} // namespace osteon::ui
