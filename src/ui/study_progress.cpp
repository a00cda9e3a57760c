#include "ui/request.h"
#include "ui/study_home.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <variant>

namespace osteon::ui {
namespace {

using study::Learner;
using study::Overview;

constexpr SliderRange recall_range{.min = static_cast<float>(study::c_least_retention),
                                   .max = static_cast<float>(study::c_most_retention),
                                   .step = 0.01F};
constexpr std::array<int, 4> new_cards{0, 5, 10, 20};
constexpr float menu_width = 320.0F; ///< px at 100 %

template <class Wanted>
void ask(PanelContext& context, Wanted wanted) {
    context.output.requests.emplace_back(std::in_place_type<ProgressRequest>,
                                         std::in_place_type<Wanted>, std::move(wanted));
}

const Learner* learner_of(const Overview& overview, study::LearnerId id) {
    const auto found = std::ranges::find(overview.learners, id, &Learner::id);
    return found == overview.learners.end() ? nullptr : &*found;
}

/// Asks once more before a learner's progress is gone.
void draw_removal(PanelContext& context, StudyHomeState& state, const Learner& learner) {
    wrapped_text(context, TextRole::body_strong, context.theme.text1,
                 context.tr("Remove {} with all answers?", learner.name));
    wrapped_text(context, TextRole::secondary, context.theme.text2,
                 context.tr("A backup is made before."));
    gap(context, 10.0F);
    if (button(context, context.tr("Keep"), {.style = ButtonStyle::primary})) {
        state.removing = study::c_nobody_yet;
        context.motion.ask_for_frame();
    }
    ImGui::SameLine(0.0F, context.px(8.0F));
    if (button(context, context.tr("Remove"), {.icon = Icon::trash})) {
        ask(context, RemoveLearner{learner.id});
        state.removing = study::c_nobody_yet;
        ImGui::CloseCurrentPopup();
    }
}

void draw_renaming(PanelContext& context, StudyHomeState& state, const Learner& learner) {
    const TextField field = text_field(context, "other name", Icon::person, context.tr("Name"),
                                       state.other_name, state.focus_wanted);
    state.focus_wanted = false;
    gap(context, 8.0F);
    const bool named =
        button(context, context.tr("Rename"),
               {.style = ButtonStyle::primary, .enabled = !state.other_name.empty()});
    ImGui::SameLine(0.0F, context.px(8.0F));
    if (button(context, context.tr("Cancel"))) {
        state.renaming = study::c_nobody_yet;
        context.motion.ask_for_frame();
    }
    if ((named || field.entered) && !state.other_name.empty()) {
        ask(context, RenameLearner{learner.id, state.other_name});
        state.renaming = study::c_nobody_yet;
    }
}

/// Asks who a learner is the same person as.
void draw_joining(PanelContext& context, StudyHomeState& state, const Overview& overview,
                  const Learner& learner) {
    wrapped_text(context, TextRole::body_strong, context.theme.text1,
                 context.tr("Who is the same person as {}?", learner.name));
    wrapped_text(context, TextRole::secondary, context.theme.text2,
                 context.tr("All answers of {} go to whom you choose. A backup is made before.",
                            learner.name));
    gap(context, 6.0F);
    for (const Learner& other : overview.learners) {
        const std::string id = "join " + std::to_string(other.id);
        if (other.id != learner.id &&
            list_row(context, id.c_str(), {.title = other.name, .icon = Icon::person}).clicked) {
            ask(context, JoinLearners{learner.id, other.id});
            state.joining = study::c_nobody_yet;
            ImGui::CloseCurrentPopup();
        }
    }
    gap(context, 8.0F);
    if (button(context, context.tr("Cancel"))) {
        state.joining = study::c_nobody_yet;
        context.motion.ask_for_frame();
    }
}

/// What can be done with a learner, at the right end of the row.
void draw_learner_buttons(PanelContext& context, StudyHomeState& state, const Learner& learner,
                          bool has_others) {
    const IconButtonLook look{.icon = 18.0F};
    const auto next = [&] { ImGui::SameLine(0.0F, context.px(4.0F)); };
    if (has_others) {
        if (icon_button(context, "join", Icon::link,
                        context.tr("Join {} with another", learner.name), look)) {
            state.joining = learner.id;
            context.motion.ask_for_frame(); // the menu takes another size
        }
        next();
    }
    if (icon_button(context, "rename", Icon::pen, context.tr("Rename {}", learner.name), look)) {
        state.renaming = learner.id;
        state.other_name = learner.name;
        state.focus_wanted = true;
        context.motion.ask_for_frame();
    }
    next();
    if (icon_button(context, "remove", Icon::trash, context.tr("Remove {}", learner.name), look)) {
        state.removing = learner.id;
        context.motion.ask_for_frame();
    }
}

void draw_learner_row(PanelContext& context, StudyHomeState& state, const Learner& learner,
                      bool chosen, bool has_others) {
    const std::string id = "learner " + std::to_string(learner.id);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = content_width();
    const float buttons = context.px(has_others ? 120.0F : 80.0F);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width - buttons);
    const ListRow row{.title = learner.name, .icon = Icon::person, .chosen = chosen};
    if (list_row(context, id.c_str(), row).clicked && !chosen) {
        ask(context, ChooseLearner{learner.id});
        ImGui::CloseCurrentPopup();
    }
    ImGui::PopTextWrapPos();
    const ImVec2 end = ImGui::GetCursorScreenPos();
    ImGui::PushID(id.c_str());
    ImGui::SetCursorScreenPos({start.x + width - buttons, start.y + context.px(4.0F)});
    draw_learner_buttons(context, state, learner, has_others);
    ImGui::PopID();
    ImGui::SetCursorScreenPos(end);
}

void draw_new_learner(PanelContext& context, StudyHomeState& state) {
    gap(context, 8.0F);
    const TextField field =
        text_field(context, "new name", Icon::plus, context.tr("Name of another learner"),
                   state.new_name, false);
    gap(context, 8.0F);
    const bool added = button(context, context.tr("Add learner"),
                              {.icon = Icon::plus, .enabled = !state.new_name.empty()});
    if ((added || field.entered) && !state.new_name.empty()) {
        ask(context, AddLearner{state.new_name});
        state.new_name.clear();
        ImGui::CloseCurrentPopup();
    }
}

/// Where the menu has changed under the keyboard, its first part has the focus.
void keep_focus(StudyHomeState& state) {
    const study::LearnerId about =
        std::max({state.removing, state.renaming, state.joining}); // one of them at most
    if (std::exchange(state.asked_about, about) != about && ImGui::GetIO().NavVisible) {
        ImGui::NavInitWindow(ImGui::GetCurrentWindow(), true);
    }
}

void draw_menu(PanelContext& context, StudyHomeState& state, const Overview& overview) {
    keep_focus(state);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + context.px(menu_width));
    ImGui::Dummy({context.px(menu_width), 0.0F});
    if (const Learner* const removed = learner_of(overview, state.removing)) {
        draw_removal(context, state, *removed);
    } else if (const Learner* const renamed = learner_of(overview, state.renaming)) {
        draw_renaming(context, state, *renamed);
    } else if (const Learner* const joined = learner_of(overview, state.joining)) {
        draw_joining(context, state, overview, *joined);
    } else {
        for (const Learner& learner : overview.learners) {
            draw_learner_row(context, state, learner, learner.id == overview.learner,
                             overview.learners.size() > 1);
        }
        draw_new_learner(context, state);
    }
    ImGui::PopTextWrapPos();
}

void draw_settings(PanelContext& context, StudyHomeState& state, const Overview& overview) {
    section_heading(context, context.tr("How you learn"));
    study::StudySettings settings = overview.settings;
    if (const auto recall =
            slider(context, context.tr("Recall to aim at"),
                   static_cast<float>(settings.desired_retention), recall_range, state.slider)) {
        settings.desired_retention = static_cast<double>(*recall);
        ask(context, SetStudySettings{settings});
    }
    wrapped_text(context, TextRole::caption, context.theme.text3,
                 context.tr("More means that cards come back sooner, each from its next "
                            "answer on, and more of them a day."));
    gap(context, 12.0F);
    text(context, TextRole::caption_strong, context.theme.text3, context.tr("New cards a day"));
    gap(context, 6.0F);
    const std::array<std::string, 4> words{context.tr("none"), "5", "10", "20"};
    std::array<Segment, 4> segments;
    std::ranges::transform(words, segments.begin(),
                           [](const std::string& word) { return Segment{.label = word.c_str()}; });
    const auto chosen = static_cast<std::size_t>(std::ranges::find(new_cards, settings.new_a_day) -
                                                 new_cards.begin());
    if (const auto picked = segmented(context, "new cards", segments, chosen, content_width())) {
        settings.new_a_day = new_cards[*picked];
        ask(context, SetStudySettings{settings});
    }
}

void draw_backups(PanelContext& context, const Overview& overview) {
    const std::size_t count = overview.backups.size();
    if (count == 0) {
        return;
    }
    wrapped_text(context, TextRole::caption, context.theme.text3,
                 context.language().tr_count("{} backup lies in {}", "{} backups lie in {}", count,
                                             overview.backups.front().parent_path().string()));
}

} // namespace

void draw_learner_menu(PanelContext& context, StudyHomeState& state, const Overview& overview) {
    const Learner* const learner = learner_of(overview, overview.learner);
    const std::string name = learner != nullptr ? learner->name : context.tr("Learner");
    const ButtonLook look{.style = ButtonStyle::quiet, .icon = Icon::person};
    const ImVec2 right = ImGui::GetCursorScreenPos();
    const float width = button_width(context, name.c_str(), look);
    ImGui::SetCursorScreenPos({right.x - width, right.y});
    if (button(context, name.c_str(), look)) {
        state.removing = state.renaming = state.joining = study::c_nobody_yet;
        ImGui::OpenPopup("learners");
    }
    tooltip(context, context.tr("Who learns: choose, add, rename, join, remove"));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, context.metrics.px(12.0F, 12.0F));
    ImGui::SetNextWindowPos({right.x, right.y + context.px(44.0F)}, ImGuiCond_Appearing,
                            {1.0F, 0.0F}); // also where it was opened by a key
    if (ImGui::BeginPopup("learners")) {
        draw_menu(context, state, overview);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

void draw_study_file(PanelContext& context, StudyHomeState& state, const Overview& overview) {
    if (!overview.learners.empty()) {
        draw_settings(context, state, overview);
    }
    section_heading(context, context.tr("Your progress"));
    wrapped_text(context, TextRole::caption, context.theme.text3,
                 overview.kept ? context.tr("Kept in {}", overview.file.string())
                 : overview.file.empty()
                     ? std::string(context.tr("Your answers are not kept: the file of your "
                                              "progress could not be opened."))
                     : std::string(context.tr("Nothing is kept before your first answer.")));
    draw_backups(context, overview);
    gap(context, 10.0F);
    if (button(context, context.tr("Back up now"),
               {.icon = Icon::save, .enabled = overview.kept})) {
        ask(context, BackUpProgress{});
    }
    ImGui::SameLine(0.0F, context.px(8.0F));
    if (button(context, context.tr("Export"), {.icon = Icon::external, .enabled = overview.kept})) {
        ask(context, ExportProgress{});
    }
    tooltip(context, context.tr("One file with all learners, in your documents"));
    gap(context, 14.0F);
    const TextField field =
        text_field(context, "import path", Icon::file,
                   context.tr("Path of an exported file or a backup"), state.import_path, false);
    gap(context, 8.0F);
    const bool wanted = button(context, context.tr("Import"),
                               {.icon = Icon::folder, .enabled = !state.import_path.empty()});
    tooltip(context, context.tr("Adds its answers to what is here; nothing is lost"));
    if ((wanted || field.entered) && !state.import_path.empty()) {
        ask(context, ImportProgress{state.import_path});
    }
}

} // namespace osteon::ui
