#pragma once

#include "study/learner.h"
#include "study/overview.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"

#include <string>
#include <vector>

namespace osteon::ui {

/// What the home of study mode remembers between frames.
struct StudyHomeState {
    std::string new_name;                            ///< typed for a new learner
    std::string other_name;                          ///< typed to rename one
    study::LearnerId renaming = study::c_nobody_yet; ///< whose name is typed
    study::LearnerId removing = study::c_nobody_yet; ///< who is asked about
    study::LearnerId joining = study::c_nobody_yet;  ///< who is to be joined with another
    bool focus_wanted = false;
    study::LearnerId asked_about = study::c_nobody_yet; ///< in the last frame, by the menu
    std::string import_path;
    SliderDraft slider;
};

/// Whether study mode is at its home, with no questions open.
bool shows_study_home(const PanelContext& context);

/// The home of study mode, in place of the reading panel: who learns, today's session, statistics
/// and the progress file.
void draw_study_home(PanelContext& context, StudyHomeState& state);

/// How hard bones are for the learner, in steps of heat.
std::vector<session::BoneHeat> bone_heat_of(const study::Statistics& statistics);

// Its parts, each at the cursor and as wide as the content.

/// The button with the learner's name, and the menu of all of them.
void draw_learner_menu(PanelContext& context, StudyHomeState& state,
                       const study::Overview& overview);
/// Forecast, recall, answers a day, and the hardest bones.
void draw_study_statistics(PanelContext& context, const study::Overview& overview);
/// Desired recall, new cards a day; the file, its backups, export and import.
void draw_study_file(PanelContext& context, StudyHomeState& state, const study::Overview& overview);

} // namespace osteon::ui
