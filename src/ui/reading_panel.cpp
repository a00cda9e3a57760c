#include "ui/reading_panel.h"

#include "session/tour_stage.h"
#include "ui/find_bar.h"
#include "ui/page_menu.h"
#include "ui/reading_panel_parts.h"
#include "ui/source_list.h"
#include "ui/study_home.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace osteon::ui {
namespace {

using session::ReadingLevel;

// px at 100 %
constexpr float head_height = 60.0F;
constexpr float page_padding_y = 26.0F;
constexpr float widest_text = 720.0F;
constexpr float narrow_panel = 480.0F;

constexpr float smallest_text = 0.8F;
constexpr float largest_text = 1.6F;
constexpr float text_step = 0.1F;

/// The site whose page an article is: the chosen one where it shares the article, else the one that
/// owns it.
const knowledge::Site* site_of_article(const PanelContext& context, const std::string& article) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    const knowledge::Site* const chosen = known.site(context.input.session.stage.site);
    if (chosen != nullptr && (chosen->article == article || chosen->id == article)) {
        return chosen;
    }
    if (const knowledge::Site* const own = known.site(article)) {
        return own;
    }
    const auto found = std::find_if(known.sites.begin(), known.sites.end(),
                                    [&](const auto& site) { return site.article == article; });
    return found != known.sites.end() ? &*found : nullptr;
}

/// The article whose text the page shows, or nullptr.
const knowledge::Article* article_of_page(const PanelContext& context, const std::string& page) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    if (const knowledge::Primary* const primary = known.primary(page)) {
        return known.article(primary->article);
    }
    if (const knowledge::Article* const own = known.article(page)) {
        return own;
    }
    const knowledge::Site* const site = known.site(page);
    return site != nullptr ? known.article(site->article) : nullptr;
}

void draw_page(PanelContext& context, ReadingPanelState& state) {
    const std::string& id = state.page;
    if (id.empty()) {
        draw_start_page(context, state);
        return;
    }
    if (const auto bone = session::bone_of_page(id, context.input.world.registry);
        bone != anatomy::no_bone) {
        draw_bone_page(context, state, bone);
        return;
    }
    const knowledge::Knowledge& known = context.input.world.knowledge;
    const auto primary =
        std::find_if(known.primaries.begin(), known.primaries.end(),
                     [&](const auto& entry) { return entry.article == id || entry.id == id; });
    const knowledge::Article* const article = known.article(id);
    const session::Stage& stage = context.input.session.stage;
    const knowledge::Primary* const compared =
        session::is_compared(stage) ? known.primary(stage.compared) : nullptr;
    if (primary != known.primaries.end() && primary->id == stage.primary && compared != nullptr) {
        draw_compare_page(context, state, *primary, *compared);
    } else if (primary != known.primaries.end()) {
        draw_primary_page(context, state, *primary);
    } else if (article != nullptr && article->kind == knowledge::ArticleKind::general) {
        draw_article_page(context, state, *article);
    } else if (const knowledge::Site* const site = site_of_article(context, id)) {
        draw_site_page(context, state, *site);
    } else if (article != nullptr) {
        draw_article_page(context, state, *article);
    } else {
        page_title(context, context.tr("This page is missing"));
        wrapped_text(context, TextRole::body, context.theme.text2,
                     context.tr("The texts hold no page named ‘{}’. Go back, or begin anew.", id));
        gap(context, 16.0F);
        if (button(context, context.tr("Start page"), {ButtonStyle::primary})) {
            context.emit(session::OpenArticle{});
        }
    }
}

void text_size_popup(PanelContext& context) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, context.metrics.px(12.0F, 10.0F));
    if (ImGui::BeginPopup("text size")) {
        const float size = context.input.session.settings.text_size;
        const float line = context.px(36.0F);
        const ImVec2 start = ImGui::GetCursorScreenPos();
        const auto changed = [&](float by) {
            const float next = std::round((size + by) * 10.0F) / 10.0F;
            context.emit(session::SetTextSize{std::clamp(next, smallest_text, largest_text)});
        };
        if (icon_button(context, "smaller", Icon::minus, context.tr("Smaller text"),
                        {.enabled = size > smallest_text + 0.01F})) {
            changed(-text_step);
        }
        const std::string value = std::to_string(std::lround(100.0F * size)) + "\u202F%";
        const ImVec2 words = measure_text(context, TextRole::label_title, value);
        const float middle = context.px(64.0F);
        draw_text(context, ImGui::GetWindowDrawList(), TextRole::label_title,
                  {start.x + line + std::floor(0.5F * (middle - words.x)),
                   start.y + std::floor(0.5F * (line - words.y))},
                  context.theme.text1, value);
        ImGui::SetCursorScreenPos({start.x + line + middle, start.y});
        if (icon_button(context, "larger", Icon::plus, context.tr("Larger text"),
                        {.enabled = size < largest_text - 0.01F})) {
            changed(text_step);
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

void draw_history_buttons(PanelContext& context, ImVec2 place) {
    const session::Reading& reading = context.input.session.reading;
    ImGui::SetCursorScreenPos(place);
    if (icon_button(context, "back", Icon::back, context.tr("Back, Alt + Left"),
                    {.enabled = reading.can_go_back()})) {
        context.emit(session::NavigateBack{});
    }
    ImGui::SetCursorScreenPos({place.x + context.px(40.0F), place.y});
    if (icon_button(context, "forward", Icon::forward, context.tr("Forward, Alt + Right"),
                    {.enabled = reading.can_go_forward()})) {
        context.emit(session::NavigateForward{});
    }
}

void draw_head(PanelContext& context, ReadingPanelState& state, const Rect& panel) {
    const float height = context.px(head_height);
    const float button_top = panel.y + std::floor(0.5F * (height - context.px(36.0F)));
    const float side = context.px(panel.width < context.px(narrow_panel) ? 12.0F : 24.0F);
    draw_history_buttons(context, {panel.x + side, button_top});

    float right = panel.right() - side - context.px(36.0F);
    ImGui::SetCursorScreenPos({right, button_top});
    if (icon_button(context, "fold", Icon::fold, context.tr("Fold the panel away"))) {
        context.emit(session::FoldPanel{true});
    }
    right -= context.px(40.0F);
    ImGui::SetCursorScreenPos({right, button_top});
    if (icon_button(context, "text size button", Icon::text_size, context.tr("Text size"))) {
        ImGui::OpenPopup("text size");
    }
    text_size_popup(context);
    right -= context.px(36.0F);
    ImGui::SetCursorScreenPos({right, button_top});
    if (icon_button(context, "page", Icon::book, context.tr("This page: find, fold, copy"))) {
        state.menu_block.reset();
        open_page_menu();
    }
    draw_page_menu(context, state, article_of_page(context, state.page));

    const std::array<Segment, 2> levels{
        Segment{context.tr("Plain"), Icon::none, context.tr("In everyday words")},
        Segment{context.tr("Clinical"), Icon::none, context.tr("For students and staff")}};
    right -= segmented_width(context, levels) + context.px(8.0F);
    ImGui::SetCursorScreenPos({right, panel.y + std::floor(0.5F * (height - context.px(38.0F)))});
    const bool plain = context.input.session.settings.level == ReadingLevel::plain;
    if (const auto picked = segmented(context, "level", levels, plain ? 0 : 1)) {
        context.emit(
            session::SetLevel{*picked == 0 ? ReadingLevel::plain : ReadingLevel::clinical});
    }
    const float line = std::max(1.0F, context.px(1.0F));
    ImGui::GetWindowDrawList()->AddRectFilled(
        {panel.x, panel.y + height - line}, {panel.right(), panel.y + height}, context.theme.line);
}

/// The line that the eye reads at, below the top of the view: where a new section begins to count.
float reading_line(const ReadingPanelState& state) {
    return 0.2F * state.width;
}

/// Notices a new page, section, level, language or width, and decides where the view goes.
void follow_reading(const PanelContext& context, ReadingPanelState& state, float width,
                    std::optional<float>& scroll_to) {
    const session::Reading& reading = context.input.session.reading;
    const session::ReadingPlace& here = reading.here();
    const ReadingLevel level = context.input.session.settings.level;
    const std::string& language = context.language().id;
    const auto visit = state.visits.find(reading.current);
    const bool known = visit != state.visits.end() && visit->second.place == here;
    if (!known || reading.current != state.visit) {
        state.wanted.clear();
        state.kept.reset();
        state.find = {};
        state.sources = {};
        state.folded_sections.clear();
        if (known) {
            scroll_to = visit->second.scroll;
        } else {
            state.visits.erase(state.visits.lower_bound(reading.current), state.visits.end());
            scroll_to = 0.0F;
            if (!here.section.empty()) {
                state.wanted = here.section;
            }
        }
        state.visits[reading.current].place = here;
    } else if (level != state.level || language != state.language ||
               std::abs(width - state.width) > 0.5F) {
        state.kept =
            position_at(state.headings, state.visits[reading.current].scroll + reading_line(state),
                        state.height);
    }
    state.visit = reading.current;
    state.page = here.article;
    state.level = level;
    state.language = language;
    state.width = width;
}

/// Scrolls to the place that a search opened: to its section, or to the first word lit there where
/// that is further down than the view reaches.
void scroll_to_found(PanelContext& context, ReadingPanelState& state) {
    const auto heading =
        std::ranges::find(state.headings, state.lit.place.section, &HeadingPlace::anchor);
    const float from = heading != state.headings.end() ? heading->y : 0.0F;
    const float view = ImGui::GetWindowHeight();
    const bool near = state.lit.first_y < from + 0.8F * view;
    const float to = near ? from - context.px(12.0F) : state.lit.first_y - 0.35F * view;
    ImGui::SetScrollY(std::max(0.0F, to));
    context.motion.ask_for_frame();
}

/// Scrolls to the wanted heading, or to where the reader was before the page changed its form.
void scroll_to_wanted(PanelContext& context, ReadingPanelState& state) {
    if (state.lit.scroll_wanted && state.lit.place.article == state.page) {
        state.lit.scroll_wanted = false;
        scroll_to_found(context, state);
        state.wanted.clear();
        state.kept.reset();
        return;
    }
    std::optional<float> top;
    if (state.kept) {
        if (const auto line = line_of(*state.kept, state.headings, state.height)) {
            top = *line - reading_line(state);
        }
        state.kept.reset();
    }
    const auto found = std::ranges::find(state.headings, state.wanted, &HeadingPlace::anchor);
    if (!state.wanted.empty() && found != state.headings.end()) {
        top = found->y - context.px(12.0F);
    }
    state.wanted.clear();
    if (top) {
        ImGui::SetScrollY(std::max(0.0F, *top));
        context.motion.ask_for_frame();
    }
}

/// The menu at a right click anywhere on the page.
void draw_menu_of_page(PanelContext& context, ReadingPanelState& state) {
    if (ImGui::IsWindowHovered() && ImGui::IsMouseReleased(ImGuiMouseButton_Right)) {
        open_page_menu();
    }
    draw_page_menu(context, state, article_of_page(context, state.page));
}

/// The one bone that is selected, as a way to its page; how much room it takes.
float draw_bone_bar(PanelContext& context, const ReadingPanelState& state, const Rect& area) {
    const std::vector<anatomy::BoneIndex>& selection = context.input.session.stage.selection;
    const anatomy::Registry& registry = context.input.world.registry;
    if (selection.size() != 1 || selection.front() >= registry.bones.size()) {
        return 0.0F;
    }
    const anatomy::Bone& bone = registry.bones[selection.front()];
    if (state.page == session::page_of_bone(bone.id)) {
        return 0.0F;
    }
    const float height = context.px(60.0F);
    const float line = std::max(1.0F, context.px(1.0F));
    const float top = area.bottom() - height;
    ImGui::GetWindowDrawList()->AddRectFilled({area.x, top}, {area.right(), top + line},
                                              context.theme.line);
    const float side = context.px(12.0F);
    ImGui::SetCursorScreenPos({area.x + side, top + context.px(4.0F)});
    ImGui::PushTextWrapPos(area.right() - side - ImGui::GetWindowPos().x);
    ListRow row;
    row.title = bone.name;
    row.subtitle = context.tr("All that is known of this bone");
    row.icon = Icon::bone;
    row.chevron = true;
    row.height = 52.0F;
    if (list_row(context, "bone bar", row).clicked) {
        context.emit(session::OpenArticle{session::page_of_bone(bone.id), {}});
    }
    ImGui::PopTextWrapPos();
    return height;
}

void draw_scrolled_page(PanelContext& context, ReadingPanelState& state, const Rect& area) {
    const bool narrow = area.width < context.px(narrow_panel);
    const float padding = context.px(narrow ? 20.0F : 32.0F);
    const float width = std::min(area.width - 2.0F * padding, context.px(widest_text));
    std::optional<float> scroll_to;
    follow_reading(context, state, width, scroll_to);

    ImGui::SetCursorScreenPos({area.x, area.y});
    const ScrollArea scroll(context, "page", {area.width, area.height},
                            {padding, context.px(page_padding_y)});
    if (scroll_to) {
        ImGui::SetScrollY(*scroll_to);
        context.motion.ask_for_frame();
    } else {
        state.visits[state.visit].scroll = ImGui::GetScrollY();
    }
    state.headings.clear();
    if (state.lit.begun && state.lit.place.article != state.page) {
        state.lit = {};
    }
    state.lit.in_section = state.lit.scroll_wanted && state.lit.place.section.empty();
    state.sources.cited.clear();
    state.find.places.clear();
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Right) && ImGui::IsWindowHovered()) {
        state.menu_block.reset();
    }
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    ImGui::PushID(state.page.c_str());
    draw_page(context, state);
    draw_source_list(context, state);
    ImGui::PopID();
    ImGui::PopTextWrapPos();
    state.height = ImGui::GetCursorPosY();
    scroll_to_wanted(context, state);
    finish_find(context, state.find);
    draw_menu_of_page(context, state);
}

} // namespace

void show_found(ReadingPanelState& state, FoundPlace place) {
    state.lit = {.place = std::move(place), .scroll_wanted = true};
}

bool shows_reading_panel(const PanelContext& context) {
    const session::Session& session = context.input.session;
    const view::Layout& layout = context.input.layout;
    const bool has_tours = layout.mode == session::Mode::lecture && !layout.panel.empty();
    return !session::is_presenting(session) && layout.mode != session::Mode::bedside &&
           !shows_study_home(context) && !has_tours;
}

void draw_reading_panel(PanelContext& context, ReadingPanelState& state) {
    const Rect& panel = context.input.layout.panel;
    if (panel.empty()) {
        return;
    }
    FixedWindow::Options options;
    options.ground = context.theme.panel;
    const FixedWindow window("reading panel", panel, options);
    draw_head(context, state, panel);

    // Inside the page, words and measures follow the text size, as in a browser.
    const float text_size = context.input.session.settings.text_size;
    const Fonts fonts{context.fonts.reading_faces, context.fonts.reading_faces};
    const Metrics metrics{context.metrics.scale * text_size};
    PanelContext reading{context.input,  context.theme,  metrics,     fonts,
                         context.motion, context.output, context.now, context.keys};
    Rect area = panel;
    area.y += context.px(head_height);
    area.height -= context.px(head_height);
    if (state.find.open) {
        draw_find_bar(context, state.find, {area.x, area.y, area.width, find_bar_height});
        area.y += context.px(find_bar_height);
        area.height -= context.px(find_bar_height);
    }
    area.height -= draw_bone_bar(context, state, area);
    draw_scrolled_page(reading, state, area);

    const float line = std::max(1.0F, context.px(context.theme.edge));
    ImGui::GetWindowDrawList()->AddRectFilled({panel.x, panel.y}, {panel.x + line, panel.bottom()},
                                              context.theme.line);
}

} // namespace osteon::ui
