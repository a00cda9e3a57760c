#include "ui/markdown_view.h"

#include "ui/find_bar.h"
#include "ui/live_picture.h"
#include "ui/markdown_links.h"
#include "ui/markdown_table.h"
#include "ui/page_menu.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cfloat>

namespace osteon::ui {
namespace {

using knowledge::Block;
using knowledge::BlockKind;
using knowledge::LinkKind;
using knowledge::Span;

constexpr InlineStyle body_style{};
constexpr InlineStyle lead_style{TextRole::lead, TextRole::body_strong, TextRole::body_italic,
                                 TextRole::caption};
constexpr InlineStyle callout_style{TextRole::secondary, TextRole::secondary_strong,
                                    TextRole::latin, TextRole::caption};
constexpr float list_indent = 22.0F; // px at 100 %

struct Ink {
    ImU32 words;
    ImU32 underline;
    bool dotted = false;
};

Ink ink_of(const Theme& theme, LinkKind kind, ImU32 text) {
    switch (kind) {
    case LinkKind::none:
        return {text, 0};
    case LinkKind::term:
        return {text, theme.text3, true};
    case LinkKind::reference:
        return {theme.text3, faded(theme.text3, 0.6F)};
    default:
        return {theme.accent, faded(theme.accent, 0.6F)};
    }
}

void draw_underline(const PanelContext& context, ImDrawList* list, ImVec2 from, float width,
                    const Ink& ink) {
    const float thickness = std::max(1.0F, context.px(1.0F));
    const float dot = ink.dotted ? context.px(2.0F) : width;
    const float step = ink.dotted ? 2.0F * dot : std::max(1.0F, width);
    for (float x = 0.0F; x < width; x += step) {
        const float end = std::min(x + dot, width);
        list->AddRectFilled({from.x + x, from.y}, {from.x + end, from.y + thickness},
                            ink.underline);
    }
}

void draw_runs(PanelContext& context, ReadingPanelState& state, const InlineLayout& layout,
               const InlineStyle& style, ImVec2 origin, ImU32 colour) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float line = context.fonts.face(style.regular).line_height;
    const bool lit = state.lit.place.article == state.page;
    const float light = lit ? brightness(context, state.lit) : 0.0F;
    for (const TextRun& run : layout.runs) {
        const LinkKind kind =
            run.link < 0 ? LinkKind::none : layout.links[static_cast<std::size_t>(run.link)].kind;
        const Ink ink = ink_of(context.theme, kind, colour);
        const float height = context.fonts.face(run.role).line_height;
        // Smaller faces sit a little low in the line, so that they share its baseline.
        const float drop =
            std::floor(0.5F * (line - height)) + (height < line ? context.px(1.0F) : 0.0F);
        const ImVec2 place{origin.x + run.x, origin.y + static_cast<float>(run.line) * line + drop};
        if (light > 0.0F) {
            draw_lit_words(context, state.lit, run, place, height, light);
        }
        draw_text(context, list, run.role, place, ink.words, run.text);
        if (ink.underline != 0) {
            draw_underline(context, list, {place.x, place.y + height - context.px(2.0F)}, run.width,
                           ink);
        }
    }
}

void draw_links(PanelContext& context, ReadingPanelState& state, const InlineLayout& layout,
                ImVec2 origin) {
    for (std::size_t i = 0; i < layout.links.size(); ++i) {
        const InlineLink& link = layout.links[i];
        ImGui::PushID(static_cast<int>(i));
        for (std::size_t part = 0; part < link.boxes.size(); ++part) {
            const Rect& box = link.boxes[part];
            ImGui::PushID(static_cast<int>(part));
            ImGui::SetCursorScreenPos({origin.x + box.x, origin.y + box.y});
            const Touch state_now =
                touch(context, "link", {box.width, box.height}, context.px(3.0F));
            if (state_now.hovered) {
                ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            }
            link_tooltip(context, state, link);
            if (state_now.clicked) {
                follow_link(context, state, link);
            }
            ImGui::PopID();
        }
        ImGui::PopID();
    }
}

class DocumentDrawer {
public:
    DocumentDrawer(PanelContext& context, ReadingPanelState& state)
        : context_(context)
        , state_(state) {}

    void draw(const std::vector<Block>& blocks, const InlineStyle& style, bool lead) {
        bool folded = false;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const bool opens = blocks[i].kind == BlockKind::heading && blocks[i].level <= 2;
            folded = opens ? is_folded(blocks, i) : folded;
            if (folded && !opens) {
                continue;
            }
            ImGui::PushID(static_cast<int>(i));
            const bool first = i == 0;
            const ImVec2 start = ImGui::GetCursorScreenPos();
            draw_block(blocks[i], first && lead ? lead_style : style, first);
            take_right_click(blocks[i], start);
            ImGui::PopID();
        }
    }

private:
    bool leads_to(const std::string& anchor) const {
        return !anchor.empty() && (anchor == state_.wanted || (state_.lit.scroll_wanted &&
                                                               anchor == state_.lit.place.section));
    }

    /// Whether the section of a heading is folded. One that is searched, or led into, is not.
    bool is_folded(const std::vector<Block>& blocks, std::size_t heading) {
        const auto key =
            state_.folded_sections.find(section_key(state_.page, blocks[heading].anchor));
        if (key == state_.folded_sections.end()) {
            return false;
        }
        bool wanted = false;
        for (std::size_t i = heading; i < blocks.size(); ++i) {
            const bool ends = i > heading && blocks[i].kind == BlockKind::heading &&
                              blocks[i].level <= blocks[heading].level;
            if (ends) {
                break;
            }
            wanted = wanted || leads_to(blocks[i].anchor);
        }
        if (wanted) {
            state_.folded_sections.erase(key);
        }
        return !wanted && state_.find.folded.empty();
    }

    /// The menu speaks of the innermost block under the pointer, which is drawn first.
    void take_right_click(const Block& block, ImVec2 start) {
        const ImVec2 end{start.x + content_width(), ImGui::GetCursorScreenPos().y};
        if (!state_.menu_block && ImGui::IsMouseReleased(ImGuiMouseButton_Right) &&
            ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(start, end)) {
            state_.menu_block = block;
        }
    }

    void draw_block(const Block& block, const InlineStyle& style, bool first) {
        switch (block.kind) {
        case BlockKind::heading:
            draw_heading(block, first);
            break;
        case BlockKind::paragraph:
            space(first ? 0.0F : 12.0F);
            draw_spans(context_, state_, block.spans, style, context_.theme.text1);
            break;
        case BlockKind::list_item:
            draw_item(block, style, first);
            break;
        case BlockKind::table:
            space(first ? 0.0F : 14.0F);
            draw_table(context_, state_, block);
            space(4.0F);
            break;
        case BlockKind::callout:
            draw_callout(block, first);
            break;
        case BlockKind::folded:
            space(first ? 0.0F : 14.0F);
            if (draw_fold(context_, state_, words_of(block.spans))) {
                draw(block.blocks, body_style, false);
            }
            break;
        case BlockKind::rule:
            space(16.0F);
            rule(context_);
            space(4.0F);
            break;
        case BlockKind::picture:
            space(first ? 0.0F : 16.0F);
            draw_live_picture(context_, state_, block);
            space(4.0F);
            break;
        }
    }

    void draw_heading(const Block& block, bool first) {
        const TextRole role = block.level <= 2   ? TextRole::section
                              : block.level == 3 ? TextRole::card_title
                                                 : TextRole::body_strong;
        space(first ? 4.0F : block.level <= 2 ? 28.0F : 20.0F);
        state_.headings.push_back({block.anchor, ImGui::GetCursorPosY()});
        state_.lit.in_section =
            state_.lit.scroll_wanted && block.anchor == state_.lit.place.section;
        const InlineStyle style{role, role, role, TextRole::caption};
        if (block.level <= 2) {
            draw_foldable(block, style);
        } else {
            draw_spans(context_, state_, block.spans, style, context_.theme.text1);
        }
        // The paragraph below brings 12 of its own.
        space(block.level <= 2 ? -4.0F : -8.0F);
    }

    /// A heading that folds its section away by a click, and opens it again.
    void draw_foldable(const Block& block, const InlineStyle& style) {
        const std::string key = section_key(state_.page, block.anchor);
        const bool folded = state_.folded_sections.contains(key);
        const ImVec2 start = ImGui::GetCursorScreenPos();
        const float width = content_width();
        const float words = width - context_.px(32.0F);
        draw_spans(context_, state_, block.spans, style, context_.theme.text1, words);
        const ImVec2 end = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos(start);
        const Touch row = touch(context_, "section", {width, end.y - start.y}, context_.px(6.0F));
        tooltip(context_,
                folded ? context_.tr("Unfold this section") : context_.tr("Fold this section"));
        const ImU32 ink = mixed(context_.theme.text3, context_.theme.accent, row.hover_fade);
        draw_icon(ImGui::GetWindowDrawList(), folded ? Icon::right : Icon::down,
                  {row.max.x - context_.px(12.0F), start.y + 0.5F * (end.y - start.y)},
                  context_.px(18.0F), ink);
        ImGui::SetCursorScreenPos(end);
        if (row.clicked) {
            if (folded) {
                state_.folded_sections.erase(key);
            } else {
                state_.folded_sections.insert(key);
            }
        }
    }

    void draw_item(const Block& block, const InlineStyle& style, bool first) {
        space(first ? 0.0F : 8.0F);
        const float indent = context_.px(list_indent) * static_cast<float>(block.level + 1);
        const ImVec2 start = ImGui::GetCursorScreenPos();
        const float room = content_width() - indent;
        ImDrawList* const list = ImGui::GetWindowDrawList();
        const float line = context_.fonts.face(style.regular).line_height;
        const float left = start.x + indent - context_.px(list_indent);
        if (block.number > 0) {
            draw_text(context_, list, style.regular, {left, start.y}, context_.theme.text2,
                      std::to_string(block.number) + ".");
        } else {
            list->AddCircleFilled({left + context_.px(6.0F), start.y + std::floor(0.5F * line)},
                                  context_.metrics.stroke(2.4F), context_.theme.text2);
        }
        ImGui::SetCursorScreenPos({start.x + indent, start.y});
        draw_spans(context_, state_, block.spans, style, context_.theme.text1, room);
        ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    }

    void draw_callout(const Block& block, bool first) {
        const Theme& theme = context_.theme;
        const bool warning = block.style == "warning";
        const ImU32 mark = warning ? theme.warning : theme.accent;
        space(first ? 0.0F : 16.0F);
        {
            Card::Options options;
            options.ground = warning                 ? theme.warning_ground
                             : block.style == "help" ? theme.accent_ground
                                                     : theme.raised;
            options.bar = mark;
            const Card card(context_, options);
            const ImVec2 start = ImGui::GetCursorScreenPos();
            if (!block.spans.empty()) {
                draw_icon(ImGui::GetWindowDrawList(), warning ? Icon::warn : Icon::info,
                          {start.x + context_.px(9.0F), start.y + context_.px(12.0F)},
                          context_.px(18.0F), mark);
                ImGui::SetCursorScreenPos({start.x + context_.px(28.0F), start.y});
                wrapped_text(context_, TextRole::card_title, warning ? mark : theme.text1,
                             words_of(block.spans), card.inner_width() - context_.px(28.0F));
                ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
                space(6.0F);
            }
            draw(block.blocks, callout_style, false);
        }
        space(4.0F);
    }

    /// Moves the cursor by px at 100 %; negative lengths take back room.
    void space(float length) { ImGui::SetCursorPosY(ImGui::GetCursorPosY() + context_.px(length)); }

    PanelContext& context_;
    ReadingPanelState& state_;
};

void note_sources(std::span<const Span> spans, PageSources& sources) {
    for (const Span& span : spans) {
        if (span.link == LinkKind::reference &&
            std::ranges::find(sources.cited, span.target) == sources.cited.end()) {
            sources.cited.push_back(span.target);
        }
    }
}

std::vector<Span> sourced_spans(const std::string& sentence,
                                const std::vector<std::string>& sources) {
    std::vector<Span> spans(1);
    spans.front().text = sentence;
    for (const std::string& key : sources) {
        Span reference;
        reference.link = LinkKind::reference;
        reference.target = key;
        reference.text = key;
        spans.push_back(std::move(reference));
    }
    return spans;
}

} // namespace

std::string fold_key(const std::string& page, const std::string& title) {
    return page + "/" + title;
}

std::string words_of(std::span<const Span> spans) {
    std::string text;
    for (const Span& span : spans) {
        text += span.text;
    }
    return text;
}

TextMeasure measure_in(const PanelContext& context) {
    return [&context](TextRole role, std::string_view text) {
        const ImFont& font = *context.fonts.of(role);
        return font
            .CalcTextSizeA(font.FontSize, FLT_MAX, 0.0F, text.data(), text.data() + text.size())
            .x;
    };
}

void draw_document(PanelContext& context, ReadingPanelState& state,
                   const knowledge::Document& document, bool lead) {
    ImGui::PushID("document");
    DocumentDrawer(context, state).draw(document.blocks, body_style, lead);
    ImGui::PopID();
}

void draw_spans(PanelContext& context, ReadingPanelState& state, std::span<const Span> spans,
                const InlineStyle& style, ImU32 colour, float width) {
    const std::vector<Span> readable = readable_spans(spans, context.input.world.knowledge);
    const float room = std::max(1.0F, width > 0.0F ? width : content_width());
    const InlineLayout layout = lay_out_inline(
        readable, style, room, context.fonts.face(style.regular).line_height, measure_in(context));
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    note_sources(readable, state.sources);
    mark_found(context, state.find, layout, style, origin);
    draw_runs(context, state, layout, style, origin, colour);
    draw_links(context, state, layout, origin);
    ImGui::SetCursorScreenPos(origin);
    ImGui::Dummy({room, layout.height});
}

float sourced_height(const PanelContext& context, TextRole role, const std::string& sentence,
                     const std::vector<std::string>& sources, float width) {
    const std::vector<Span> spans =
        readable_spans(sourced_spans(sentence, sources), context.input.world.knowledge);
    return lay_out_inline(spans, {role, role, role, TextRole::caption}, std::max(1.0F, width),
                          context.fonts.face(role).line_height, measure_in(context))
        .height;
}

void draw_sourced(PanelContext& context, ReadingPanelState& state, TextRole role, ImU32 colour,
                  const std::string& sentence, const std::vector<std::string>& sources,
                  float width) {
    ImGui::PushID(sentence.c_str());
    draw_spans(context, state, sourced_spans(sentence, sources),
               {role, role, role, TextRole::caption}, colour, width);
    ImGui::PopID();
}

bool draw_fold(PanelContext& context, ReadingPanelState& state, const std::string& title) {
    const std::string key = fold_key(state.page, title);
    const bool open = state.open_folds.contains(key);
    const Theme& theme = context.theme;
    const float width = content_width();
    const ImVec2 words =
        measure_text(context, TextRole::label_title, title, width - context.px(60.0F));
    const float rounding = context.px(9.0F);
    const Touch row = touch(context, title.c_str(), {width, words.y + context.px(24.0F)}, rounding);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->AddRectFilled(row.min, row.max, mixed(theme.raised, theme.hover, row.hover_fade),
                        rounding);
    list->AddRect(row.min, row.max, theme.line, rounding, 0, context.px(theme.edge));
    draw_icon(list, open ? Icon::down : Icon::right,
              {row.min.x + context.px(22.0F), 0.5F * (row.min.y + row.max.y)}, context.px(16.0F),
              theme.text2);
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({row.min.x + context.px(42.0F), row.min.y + context.px(12.0F)});
    wrapped_text(context, TextRole::label_title, theme.text1, title, width - context.px(60.0F));
    ImGui::SetCursorScreenPos({after.x, after.y + (open ? context.px(10.0F) : 0.0F)});
    if (row.clicked) {
        if (open) {
            state.open_folds.erase(key);
        } else {
            state.open_folds.insert(key);
        }
        context.motion.ask_for_frame();
    }
    return open;
}

} // namespace osteon::ui
