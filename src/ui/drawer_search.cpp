#include "ui/drawer_search.h"

#include "ui/markdown_links.h"
#include "ui/search_rows.h"
#include "ui/widgets.h"

#include <GLFW/glfw3.h>
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <utility>

namespace osteon::ui {

namespace {

using knowledge::Hit;
using knowledge::HitKind;

constexpr std::size_t most_of_a_kind = 5; ///< until the reader asks for all
constexpr std::size_t most_recent = 6;

std::string key_of(const Hit& hit) {
    return std::to_string(static_cast<int>(hit.kind)) + "/" + hit.id;
}

void update(PanelContext& context, SearchState& state) {
    const SearchQuestion asked{state.query, context.language().id,
                               context.input.session.settings.level};
    if (asked == state.answered) {
        return;
    }
    state.answered = asked;
    state.result = context.input.search.find(asked.words, 60, asked.level);
    state.result.hits = grouped(std::move(state.result.hits));
    state.whole_kinds.clear();
    state.chosen = 0;
    state.scroll_wanted = true;
    state.opened = std::exchange(state.unfold_wanted, {});
}

void open(PanelContext& context, SearchState& state, const Hit& hit) {
    remember(state.recent, state.query);
    if (!open_hit(context, hit, state.result.words, state.found)) {
        state.opened = state.opened == key_of(hit) ? std::string() : key_of(hit);
    }
}

void take_keys(PanelContext& context, SearchState& state, const TextField& field) {
    const std::vector<Hit>& hits = state.result.hits;
    const std::vector<std::size_t> shown = shown_hits(hits, state.whole_kinds);
    if (field.focused && !shown.empty()) {
        const bool down = ImGui::IsKeyPressed(GLFW_KEY_DOWN);
        const bool up = ImGui::IsKeyPressed(GLFW_KEY_UP);
        if (down || up) {
            state.chosen = (state.chosen + (down ? 1 : shown.size() - 1)) % shown.size();
            state.scroll_wanted = true;
        }
    }
    if (field.entered && state.chosen < shown.size()) {
        open(context, state, hits[shown[state.chosen]]);
    }
    if (field.escaped) {
        state.query.clear();
        context.emit(session::OpenDrawer{session::Drawer::none});
    }
}

void point_at(PanelContext& context, const Hit& hit) {
    view::Pointing& pointing = context.output.pointing;
    const anatomy::Registry& registry = context.input.world.registry;
    if (hit.kind == HitKind::bone) {
        pointing.hovered_bone = registry.find(hit.id);
    } else if (hit.kind == HitKind::landmark) {
        pointing.hovered_landmark = registry.find_landmark(hit.id);
        pointing.hovered_bone = registry.landmarks[pointing.hovered_landmark].bone;
    } else if (hit.kind == HitKind::region) {
        pointing.hovered_group = registry.bones_in_region(hit.id);
    } else if (const auto* site = context.input.world.knowledge.site(hit.id);
               hit.kind == HitKind::site && site != nullptr) {
        pointing.hovered_site = site->id;
        pointing.hovered_group = site->bones;
    }
}

void draw_term(PanelContext& context, const std::string& id) {
    const auto* const term = context.input.world.knowledge.term(id);
    if (term == nullptr) {
        return;
    }
    const bool plain = context.input.session.settings.level == knowledge::ReadingLevel::plain;
    const std::string& words = plain || term->clinical.empty() ? term->plain : term->clinical;
    const Card card(context, {.padding = 14.0F});
    wrapped_text(context, TextRole::secondary, context.theme.text1, words);
}

void draw_reference(PanelContext& context, const std::string& key) {
    const auto* const reference = context.input.world.knowledge.reference(key);
    if (reference == nullptr) {
        return;
    }
    const Card card(context, {.padding = 14.0F});
    wrapped_text(context, TextRole::secondary, context.theme.text1,
                 reference_details(*reference, context.language()));
    const std::string address = address_of(*reference);
    if (!address.empty()) {
        gap(context, 8.0F);
        if (link(context, "address", TextRole::secondary, context.tr("Copy address"))) {
            ImGui::SetClipboardText(address.c_str());
        }
    }
}

void draw_hit(PanelContext& context, SearchState& state, const Hit& hit, std::size_t index) {
    const Touch touched = hit_row(context, hit, index == state.chosen);
    if (index == state.chosen && state.scroll_wanted) {
        ImGui::SetScrollHereY(0.5F);
        state.scroll_wanted = false;
    }
    if (touched.hovered) {
        point_at(context, hit);
    }
    if (touched.clicked) {
        state.chosen = index;
        open(context, state, hit);
    }
    if (state.opened == key_of(hit)) {
        hit.kind == HitKind::term ? draw_term(context, hit.id) : draw_reference(context, hit.id);
        gap(context, 8.0F);
    }
}

/// The heading over the hits of a kind, and how many there are.
void draw_kind(PanelContext& context, HitKind kind, std::size_t count, bool first) {
    gap(context, first ? 0.0F : 12.0F);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + context.px(12.0F));
    text(context, TextRole::caption_strong, context.theme.text3,
         context.tr(look_of(kind).heading) + std::string(" · ") + std::to_string(count));
    gap(context, 4.0F);
}

void draw_hits(PanelContext& context, SearchState& state) {
    std::map<HitKind, std::size_t> counts;
    for (const Hit& hit : state.result.hits) {
        ++counts[hit.kind];
    }
    const std::vector<Hit>& hits = state.result.hits;
    const std::vector<std::size_t> shown = shown_hits(hits, state.whole_kinds);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Hit& hit = hits[shown[i]];
        if (i == 0 || hits[shown[i - 1]].kind != hit.kind) {
            draw_kind(context, hit.kind, counts[hit.kind], i == 0);
        }
        ImGui::PushID(static_cast<int>(hit.kind));
        draw_hit(context, state, hit, i);
        const bool last = i + 1 == shown.size() || hits[shown[i + 1]].kind != hit.kind;
        if (last && counts[hit.kind] > most_of_a_kind && !state.whole_kinds.contains(hit.kind)) {
            const std::string all = context.tr("Show all {}", counts[hit.kind]);
            if (list_row(context, "all", {.title = all, .inset = 44.0F}).clicked) {
                state.whole_kinds.insert(hit.kind);
            }
        }
        ImGui::PopID();
    }
}

/// What is told where the words as typed find nothing.
void draw_nothing(PanelContext& context, SearchState& state) {
    const float room = content_width() - context.px(12.0F);
    ImGui::Indent(context.px(12.0F));
    wrapped_text(context, TextRole::secondary, context.theme.text2,
                 context.tr("Nothing for ‘{}’.", state.query), room);
    if (state.result.did_you_mean.empty()) {
        if (state.result.hits.empty()) {
            wrapped_text(
                context, TextRole::caption, context.theme.text3,
                context.tr("Try an English or Latin name, or the number of the bone in the FMA."),
                room);
        }
    } else {
        const std::string question = std::string(context.tr("Did you mean")) + ' ';
        const ImVec2 start = ImGui::GetCursorScreenPos();
        text(context, TextRole::secondary, context.theme.text2, question);
        ImGui::SetCursorScreenPos(
            {start.x + measure_text(context, TextRole::secondary, question).x, start.y});
        if (link(context, "meant", TextRole::secondary, state.result.did_you_mean + "?")) {
            state.query = state.result.did_you_mean;
            state.focus.ask();
        }
    }
    gap(context, 12.0F);
    ImGui::Unindent(context.px(12.0F));
}

/// Queries as rows under a heading; a click on one asks it.
void draw_queries(PanelContext& context, SearchState& state, const char* heading, Icon icon,
                  const std::vector<std::string>& queries) {
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + context.px(12.0F));
    text(context, TextRole::caption_strong, context.theme.text3, context.tr(heading));
    gap(context, 4.0F);
    ImGui::PushID(heading);
    for (const std::string& query : queries) {
        if (list_row(context, query.c_str(), {.title = query, .icon = icon}).clicked) {
            state.query = query;
            state.focus.ask();
        }
    }
    ImGui::PopID();
    gap(context, 12.0F);
}

/// What there is to find, while nothing is typed.
void draw_empty(PanelContext& context, SearchState& state) {
    ImGui::Indent(context.px(12.0F));
    wrapped_text(context, TextRole::secondary, context.theme.text2,
                 context.tr("Bones, places, cancers, the texts, the glossary and the references. "
                            "Typing errors are forgiven."),
                 content_width() - context.px(12.0F));
    ImGui::Unindent(context.px(12.0F));
    gap(context, 16.0F);
    if (!state.recent.empty()) {
        draw_queries(context, state, translatable("Recent"), Icon::undo, state.recent);
    }
    std::vector<std::string> suggestions;
    for (const char* each :
         {translatable("backbone"), translatable("greater trochanter"),
          translatable("pain at night"), translatable("bone scan"), translatable("calcium")}) {
        suggestions.emplace_back(context.tr(each));
    }
    draw_queries(context, state, translatable("For example"), Icon::search, suggestions);
}

} // namespace

std::vector<Hit> grouped(std::vector<Hit> hits) {
    std::vector<HitKind> kinds; // in the order of their best hits
    for (const Hit& hit : hits) {
        if (std::ranges::find(kinds, hit.kind) == kinds.end()) {
            kinds.push_back(hit.kind);
        }
    }
    std::ranges::stable_sort(hits, {}, [&kinds](const Hit& hit) {
        return std::ranges::find(kinds, hit.kind) - kinds.begin();
    });
    return hits;
}

std::vector<std::size_t> shown_hits(const std::vector<Hit>& hits,
                                    const std::set<HitKind>& whole_kinds) {
    std::vector<std::size_t> shown;
    std::map<HitKind, std::size_t> counts;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        if (++counts[hits[i].kind] <= most_of_a_kind || whole_kinds.contains(hits[i].kind)) {
            shown.push_back(i);
        }
    }
    return shown;
}

void remember(std::vector<std::string>& recent, const std::string& query) {
    std::erase(recent, query);
    recent.insert(recent.begin(), query);
    recent.resize(std::min(recent.size(), most_recent));
}

std::optional<session::Action> opening(const Hit& hit, const anatomy::Registry& registry) {
    switch (hit.kind) {
    case HitKind::site:
        return session::ChooseSite{hit.id};
    case HitKind::primary:
        return session::ChoosePrimary{hit.id};
    case HitKind::bone:
    case HitKind::landmark:
        return session::FollowBone{hit.id};
    case HitKind::region:
        return session::Select{.bones = registry.bones_in_region(hit.id), .frame = true};
    case HitKind::article: {
        const std::size_t hash = std::min(hit.id.size(), hit.id.find('#'));
        const std::size_t section = std::min(hit.id.size(), hash + 1);
        return session::OpenArticle{hit.id.substr(0, hash), hit.id.substr(section)};
    }
    case HitKind::term:
    case HitKind::reference:
        break;
    }
    return std::nullopt;
}

bool open_hit(PanelContext& context, const Hit& hit, const knowledge::SoughtWords& words,
              std::optional<FoundPlace>& found) {
    const auto action = opening(hit, context.input.world.registry);
    if (!action) {
        return false;
    }
    context.output.actions.push_back(*action);
    if (const auto* const article = std::get_if<session::OpenArticle>(&*action)) {
        // The words are only in the other text of this section.
        const bool plain = hit.level == session::ReadingLevel::plain;
        if (plain && context.input.session.settings.level != hit.level) {
            context.emit(session::SetLevel{hit.level});
        }
        if (context.input.session.settings.panel_folded) {
            context.emit(session::FoldPanel{false});
        }
        found = FoundPlace{article->id, article->section, words};
    }
    return true;
}

void unfold_hit(PanelContext& context, const Hit& hit, SearchState& state) {
    state.query = hit.title;
    state.answered = {};
    state.unfold_wanted = key_of(hit);
    context.emit(session::OpenDrawer{session::Drawer::search});
}

void draw_search_field(PanelContext& context, SearchState& state) {
    context.input.search.prepare();
    const bool take_focus = state.focus.begin();
    const ImVec2 start = ImGui::GetCursorPos();
    ImGui::SetCursorPosX(start.x + context.px(16.0F));
    ImGui::PushTextWrapPos(ImGui::GetWindowWidth() - context.px(16.0F));
    const TextField field =
        text_field(context, "search", Icon::search, context.tr("Bone, place or cancer"),
                   state.query, take_focus);
    ImGui::PopTextWrapPos();
    state.focus.end(field.focused);
    update(context, state);
    take_keys(context, state, field);
    gap(context, 12.0F);
}

void draw_search(PanelContext& context, SearchState& state) {
    if (state.query.empty()) {
        draw_empty(context, state);
        return;
    }
    if (state.result.hits.empty() || !state.result.did_you_mean.empty()) {
        draw_nothing(context, state);
    }
    draw_hits(context, state);
}

} // namespace osteon::ui
