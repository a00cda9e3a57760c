#include "ui/palette.h"

#include "ui/command_place.h"
#include "ui/palette_row.h"
#include "ui/widgets.h"

#include <GLFW/glfw3.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <span>

namespace osteon::ui {

namespace {

// px at 100 %
constexpr float c_width = 760.0F;
constexpr float c_top = 118.0F;
constexpr float c_low_top = 48.0F; ///< in windows lower than c_low
constexpr float c_low = 900.0F;
constexpr float c_field = 72.0F;
constexpr float c_foot = 46.0F;
constexpr float c_heading = 40.0F;
constexpr float c_end = 8.0F; ///< above the first heading and below the last row

const char* heading_of(PaletteGroup group) {
    switch (group) {
    case PaletteGroup::recent:
        return translatable("Recently used");
    case PaletteGroup::bones_and_sites:
        return translatable("Bones and sites");
    case PaletteGroup::primaries:
        return translatable("Primaries");
    case PaletteGroup::articles:
        return translatable("Articles");
    case PaletteGroup::glossary:
        return translatable("Glossary");
    case PaletteGroup::references:
        return translatable("References");
    case PaletteGroup::commands:
        break;
    }
    return translatable("Commands");
}

/// Asks the search anew where the words have changed.
void update(PanelContext& context, PaletteState& state) {
    const SearchQuestion asked{state.query, context.language().id,
                               context.input.session.settings.level};
    if (asked == state.answered) {
        return;
    }
    state.answered = asked;
    const bool only_commands = asked.words.empty() || context.input.session.stage.question;
    state.result = only_commands ? knowledge::SearchResult{}
                                 : context.input.search.find(asked.words, 60, asked.level);
    state.only.reset();
    state.chosen = 0;
    state.scroll_wanted = true;
}

PaletteQuery query_of(const PaletteState& state) {
    return {state.query, state.result.hits, state.recent, state.only};
}

/// Tab: the next group alone, after the last all of them.
void filter(const PanelContext& context, PaletteState& state, bool back) {
    const auto groups = palette_groups(query_of(state), context.language());
    if (groups.empty()) {
        return;
    }
    const auto count = groups.size() + 1; // place 0: all
    std::size_t place = 0;
    if (state.only) {
        place =
            static_cast<std::size_t>(std::ranges::find(groups, *state.only) - groups.begin()) + 1;
    }
    place = (place + (back ? count - 1 : 1)) % count;
    state.only = place == 0 ? std::nullopt : std::optional(groups[place - 1]);
    state.chosen = 0;
    state.scroll_wanted = true;
}

void walk(PaletteState& state, std::size_t count) {
    const auto step = [&](int key, std::size_t by) {
        if (count > 0 && ImGui::IsKeyPressed(key)) {
            state.chosen = (state.chosen + by) % count;
            state.scroll_wanted = true;
        }
    };
    step(GLFW_KEY_DOWN, 1);
    step(GLFW_KEY_UP, count - 1);
    const auto jump = [&](int key, std::size_t place) {
        if (count > 0 && ImGui::IsKeyPressed(key)) {
            state.chosen = place;
            state.scroll_wanted = true;
        }
    };
    constexpr std::size_t page = 8;
    jump(GLFW_KEY_PAGE_DOWN, std::min(state.chosen + page, count - 1));
    jump(GLFW_KEY_PAGE_UP, state.chosen - std::min(state.chosen, page));
}

/// The field across the top, with the filter and the key that closes. Whether Enter was pressed.
bool draw_field(PanelContext& context, PaletteState& state, const Rect& plate) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float middle = plate.y + 0.5F * context.px(c_field);
    draw_icon(list, Icon::search, {plate.x + context.px(36.0F), middle}, context.px(22.0F),
              context.theme.text2);
    const std::string key = keys_in(context.language(), "Esc");
    float right = plate.right() - context.px(24.0F) -
                  std::max(measure_text(context, TextRole::caption, key).x + context.px(16.0F),
                           context.px(26.0F));
    draw_key(context, list, {right, middle - context.px(12.0F)}, key);
    if (state.only) {
        const char* const words = context.tr(heading_of(*state.only));
        right -= chip_width(context, words) + context.px(12.0F);
        ImGui::SetCursorScreenPos({right, middle - context.px(17.0F)});
        if (chip(context, words, true)) {
            state.only.reset();
            state.focus.ask();
        }
    }
    const Face& face = context.fonts.face(TextRole::query);
    const float left = plate.x + context.px(64.0F);
    ImGui::SetCursorScreenPos({left, plate.y});
    ImGui::SetNextItemWidth(right - left - context.px(12.0F));
    ImGui::PushFont(face.font);
    for (const ImGuiCol ground :
         {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive}) {
        ImGui::PushStyleColor(ground, 0U);
    }
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, context.theme.text3);
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        {0.0F, std::floor(0.5F * (context.px(c_field) - face.font->FontSize))});
    if (state.focus.begin()) {
        ImGui::SetKeyboardFocusHere();
        context.motion.ask_for_frame();
    }
    const bool entered =
        ImGui::InputTextWithHint("##query", context.tr("Bone, place, text or command"),
                                 &state.query, ImGuiInputTextFlags_EnterReturnsTrue);
    state.focus.end(ImGui::IsItemActive());
    if (ImGui::IsItemActivated()) { // who types goes on; nothing is replaced
        ImGui::GetInputTextState(ImGui::GetItemID())->ClearSelection();
    }
    if (!ImGui::IsItemActive() && !state.focus.coming()) {
        state.focus.ask(); // after a click on a row, or Enter on what cannot be done
        context.motion.ask_for_frame();
    }
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor(4);
    ImGui::PopFont();
    return entered;
}

void draw_foot(PanelContext& context, const PaletteState& state, const Rect& plate,
               std::size_t count) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float top = plate.bottom() - context.px(c_foot);
    list->AddRectFilled({plate.x + 1.0F, top}, {plate.right() - 1.0F, plate.bottom() - 1.0F},
                        context.theme.raised, context.px(16.0F), ImDrawFlags_RoundCornersBottom);
    list->AddRectFilled({plate.x, top}, {plate.right(), top + context.px(1.0F)},
                        context.theme.line);
    const float y = top + context.px(14.0F);
    const std::string found =
        state.query.empty() ? std::string()
                            : context.language().tr_count("{} result, spelling forgiven",
                                                          "{} results, spelling forgiven", count);
    const float width = measure_text(context, TextRole::caption, found).x;
    const float end = plate.right() - context.px(24.0F) - width;
    draw_text(context, list, TextRole::caption, {end, y}, context.theme.text2, found);
    const std::string help = "↑ ↓ " + std::string(context.tr("choose")) + "     " +
                             keys_in(context.language(), "Enter") + ' ' + context.tr("open") +
                             "     " + keys_in(context.language(), "Tab") + ' ' +
                             context.tr("filter");
    const float left = plate.x + context.px(24.0F);
    draw_text_cut(context, list, TextRole::caption, {left, y}, context.theme.text2, help,
                  end - left - context.px(16.0F));
}

/// What is told where nothing is found.
void draw_nothing(PanelContext& context, PaletteState& state) {
    gap(context, 16.0F);
    ImGui::Indent(context.px(16.0F));
    text(context, TextRole::secondary, context.theme.text2,
         context.tr("Nothing for ‘{}’.", state.query));
    ImGui::Unindent(context.px(16.0F));
}

float list_height(const PanelContext& context, std::span<const PaletteItem> items) {
    if (items.empty()) {
        return context.px(64.0F);
    }
    float height = 2.0F * context.px(c_end);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool first = i == 0 || items[i - 1].group != items[i].group;
        height += context.px(palette_row_height) + (first ? context.px(c_heading) : 0.0F);
    }
    return height;
}

/// The rows under their headings; the one that was clicked, or nullptr.
const PaletteItem* draw_rows(PanelContext& context, PaletteState& state,
                             std::span<const PaletteItem> items) {
    const PaletteItem* clicked = nullptr;
    gap(context, c_end);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i == 0 || items[i - 1].group != items[i].group) {
            const ImVec2 start = ImGui::GetCursorScreenPos();
            draw_text(context, ImGui::GetWindowDrawList(), TextRole::caption_strong,
                      {start.x + context.px(16.0F), start.y + context.px(14.0F)},
                      context.theme.text2, context.tr(heading_of(items[i].group)));
            ImGui::Dummy({0.0F, context.px(c_heading)});
        }
        ImGui::PushID(static_cast<int>(i));
        const bool chosen = i == state.chosen;
        if (palette_row(context, items[i], chosen).clicked) {
            clicked = &items[i];
            state.chosen = i;
        }
        if (chosen && state.scroll_wanted) {
            ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
            state.scroll_wanted = false;
        }
        ImGui::PopID();
    }
    gap(context, c_end);
    return clicked;
}

/// Opens what a row stands for and closes the palette; nothing for a command that cannot be had.
std::optional<Command> open(PanelContext& context, PaletteState& state, SearchState& search,
                            const PaletteItem& item) {
    if (item.hit != nullptr) {
        state.open = false;
        if (!open_hit(context, *item.hit, state.result.words, search.found)) {
            unfold_hit(context, *item.hit, search);
        }
        return std::nullopt;
    }
    const Command command = item.command;
    if (state_of(command, command_place(context)).missing != nullptr) {
        return std::nullopt;
    }
    state.open = false;
    note_use(state.recent, command);
    return command;
}

Rect plate_of(const PanelContext& context, std::span<const PaletteItem> items) {
    const Rect& window = context.input.layout.window;
    const float edge = context.px(c_low_top);
    const float top = window.height < context.px(c_low) ? edge : context.px(c_top);
    const float width = std::min(context.px(c_width), window.width - 2.0F * context.px(16.0F));
    const float wanted = context.px(c_field) + list_height(context, items) + context.px(c_foot);
    const float height = std::min(wanted, window.height - top - edge);
    return {std::floor(window.x + 0.5F * (window.width - width)), window.y + top, width, height};
}

} // namespace

void open_palette(PaletteState& state) {
    state.open = true;
    state.query.clear();
    state.answered = {}; // names may have been hidden or shown since
    state.only.reset();
    state.chosen = 0;
    state.scroll_wanted = true;
    state.focus.ask();
}

std::optional<Command> draw_palette(PanelContext& context, PaletteState& state,
                                    SearchState& search) {
    if (!state.open) {
        return std::nullopt;
    }
    context.input.search.prepare();
    update(context, state);
    std::vector<PaletteItem> items = palette_items(query_of(state), context.language());
    const Rect plate = plate_of(context, items);
    const FixedWindow window("palette", context.input.layout.window,
                             {.ground = context.theme.scrim, .on_top = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_plate(context, list, {plate.x, plate.y}, {plate.right(), plate.bottom()},
               context.px(16.0F), true);
    const bool entered = draw_field(context, state, plate);
    list->AddRectFilled({plate.x, plate.y + context.px(c_field) - context.px(1.0F)},
                        {plate.right(), plate.y + context.px(c_field)}, context.theme.line);
    if (ImGui::IsKeyPressed(GLFW_KEY_TAB)) {
        filter(context, state, ImGui::GetIO().KeyShift);
        items = palette_items(query_of(state), context.language());
    }
    walk(state, items.size());
    state.chosen = std::min(state.chosen, items.empty() ? 0 : items.size() - 1);
    const PaletteItem* taken = entered && !items.empty() ? &items[state.chosen] : nullptr;
    ImGui::SetCursorScreenPos({plate.x, plate.y + context.px(c_field)});
    {
        const ScrollArea rows(context, "rows",
                              {plate.width, plate.height - context.px(c_field + c_foot)},
                              {context.px(8.0F), 0.0F});
        if (items.empty()) {
            draw_nothing(context, state);
        } else if (const PaletteItem* const clicked = draw_rows(context, state, items)) {
            taken = clicked;
        }
    }
    draw_foot(context, state, plate, items.size());
    const bool outside =
        ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
        !ImGui::IsMouseHoveringRect({plate.x, plate.y}, {plate.right(), plate.bottom()}, false);
    const bool again = std::ranges::any_of(pressed_keys(), [&](const KeyPress& press) {
        return press.character == 0 && context.keys.command_of(press) == Command::palette;
    });
    if (outside || again || ImGui::IsKeyPressed(GLFW_KEY_ESCAPE)) {
        state.open = false;
        context.motion.ask_for_frame();
        return std::nullopt;
    }
    return taken != nullptr ? open(context, state, search, *taken) : std::nullopt;
}

} // namespace osteon::ui
