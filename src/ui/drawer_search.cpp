#include "ui/drawer_search.h"

#include "ui/widgets.h"

#include <GLFW/glfw3.h>
#include <fmt/core.h>

#include <algorithm>

namespace osteon::ui {

namespace {

using knowledge::Hit;
using knowledge::HitKind;

struct KindLook {
    Icon icon;
    const char* heading;
};

KindLook look_of(HitKind kind) {
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
    case HitKind::bone:
        break;
    }
    return {Icon::bone, translatable("Bones")};
}

void update(PanelContext& context, SearchState& state) {
    if (state.query == state.found_for) {
        return;
    }
    state.found_for = state.query;
    state.result =
        state.query.empty() ? knowledge::SearchResult{} : context.input.search.find(state.query);
    state.result.hits = grouped(std::move(state.result.hits));
    state.chosen = 0;
    state.scroll_wanted = true;
    state.opened_term.clear();
}

void open(PanelContext& context, SearchState& state, const Hit& hit) {
    if (const auto action = opening(hit, context.input.world.registry)) {
        context.output.actions.push_back(*action);
    } else {
        state.opened_term = state.opened_term == hit.id ? std::string() : hit.id;
    }
}

void take_keys(PanelContext& context, SearchState& state, const TextField& field) {
    const std::size_t count = state.result.hits.size();
    if (field.focused && count > 0) {
        const bool down = ImGui::IsKeyPressed(GLFW_KEY_DOWN);
        const bool up = ImGui::IsKeyPressed(GLFW_KEY_UP);
        if (down || up) {
            state.chosen = (state.chosen + (down ? 1 : count - 1)) % count;
            state.scroll_wanted = true;
        }
    }
    if (field.entered && state.chosen < count) {
        open(context, state, state.result.hits[state.chosen]);
    }
    if (field.focused && ImGui::IsKeyPressed(GLFW_KEY_ESCAPE)) {
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

void draw_hit(PanelContext& context, SearchState& state, std::size_t index) {
    const Hit& hit = state.result.hits[index];
    const bool anatomical =
        hit.kind == HitKind::bone || hit.kind == HitKind::landmark || hit.kind == HitKind::region;
    const ListRow row{.title = hit.title,
                      .subtitle = hit.subtitle,
                      .icon = look_of(hit.kind).icon,
                      .focused = index == state.chosen,
                      .subtitle_italic = anatomical,
                      .height = hit.subtitle.empty() ? 44.0F : 56.0F};
    const Touch touched = list_row(context, hit.id.c_str(), row);
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
    if (hit.kind == HitKind::term && state.opened_term == hit.id) {
        draw_term(context, hit.id);
        gap(context, 8.0F);
    }
}

void draw_nothing(PanelContext& context, SearchState& state) {
    const float room = content_width() - context.px(12.0F);
    wrapped_text(context, TextRole::secondary, context.theme.text2,
                 context.tr("Nothing for ‘{}’.", state.query), room);
    if (state.result.did_you_mean.empty()) {
        wrapped_text(
            context, TextRole::caption, context.theme.text3,
            context.tr("Try an English or Latin name, or the number of the bone in the FMA."),
            room);
        return;
    }
    gap(context, 4.0F);
    const std::string question = std::string(context.tr("Did you mean")) + ' ';
    const ImVec2 start = ImGui::GetCursorScreenPos();
    text(context, TextRole::secondary, context.theme.text2, question);
    ImGui::SetCursorScreenPos(
        {start.x + measure_text(context, TextRole::secondary, question).x, start.y});
    if (link(context, "meant", TextRole::secondary, state.result.did_you_mean + "?")) {
        state.query = state.result.did_you_mean;
        state.focus_wanted = true;
    }
}

/// Keeps what is typed until the field has the keyboard, which takes some frames after it opens:
/// on a slow machine time enough for half a word.
void keep_early_typing(SearchState& state) {
    ImVector<ImWchar>& typed = ImGui::GetIO().InputQueueCharacters;
    if (state.has_keyboard) {
        for (auto letter = state.early.rbegin(); letter != state.early.rend(); ++letter) {
            typed.insert(typed.begin(), *letter);
        }
        state.early.clear();
    } else if (state.focus_wanted || state.frames_to_focus > 0) {
        state.early.insert(state.early.end(), typed.begin(), typed.end());
        typed.resize(0);
    } else {
        state.early.clear(); // it will not get the keyboard
    }
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
    case HitKind::article:
        return session::OpenArticle{hit.id, {}};
    case HitKind::term:
        break;
    }
    return std::nullopt;
}

void draw_search_field(PanelContext& context, SearchState& state) {
    keep_early_typing(state);
    const ImVec2 start = ImGui::GetCursorPos();
    ImGui::SetCursorPosX(start.x + context.px(16.0F));
    ImGui::PushTextWrapPos(ImGui::GetWindowWidth() - context.px(16.0F));
    const TextField field =
        text_field(context, "search", Icon::search, context.tr("Bone, place or cancer"),
                   state.query, state.focus_wanted);
    ImGui::PopTextWrapPos();
    if (state.focus_wanted) {
        state.frames_to_focus = 3;
        state.focus_wanted = false;
    } else {
        state.frames_to_focus = std::max(0, state.frames_to_focus - 1);
    }
    state.has_keyboard = field.focused;
    update(context, state);
    take_keys(context, state, field);
    gap(context, 12.0F);
}

void draw_search(PanelContext& context, SearchState& state) {
    if (state.result.hits.empty()) {
        ImGui::Indent(context.px(12.0F));
        if (state.query.empty()) {
            wrapped_text(
                context, TextRole::secondary, context.theme.text2,
                context.tr("English or Latin, a site, a cancer, or words from an article. Typing "
                           "errors are forgiven."),
                content_width() - context.px(12.0F));
        } else {
            draw_nothing(context, state);
        }
        ImGui::Unindent(context.px(12.0F));
        return;
    }
    const std::size_t count = state.result.hits.size();
    for (std::size_t i = 0; i < count; ++i) {
        const HitKind kind = state.result.hits[i].kind;
        if (i == 0 || state.result.hits[i - 1].kind != kind) {
            gap(context, i == 0 ? 0.0F : 12.0F);
            ImGui::SetCursorPosX(ImGui::GetCursorPosX() + context.px(12.0F));
            text(context, TextRole::caption_strong, context.theme.text3,
                 context.tr(look_of(kind).heading));
            gap(context, 4.0F);
        }
        ImGui::PushID(static_cast<int>(kind));
        draw_hit(context, state, i);
        ImGui::PopID();
    }
}

} // namespace osteon::ui
