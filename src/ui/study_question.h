#pragma once

#include "study/card.h"
#include "study/run.h"
#include "study/wishes.h"
#include "ui/panel_context.h"
#include "view/layout.h"

namespace osteon::ui {

/// What stands over the skeleton while a session of questions has the stage: the question, its
/// choices, hint and end or what came of the answer, and today's count; at last the summary. Keys:
/// 1 to 4 choose, Space and Enter go on.
void draw_study_questions(PanelContext& context, const view::Furniture& room);

/// At the home of study mode, at the cursor: how many questions, the start, and what to ask.
void draw_study_start(PanelContext& context, const study::Wishes& wishes);

/// Whether the keys 1 to 4 are choices of a question just now.
bool digits_are_choices(const PanelContext& context);

/// Whether there is so little room that choices stand at the foot, and today's count nowhere.
bool is_tight(const PanelContext& context);
/// Whether the words stand beside the skeleton, since there is little height.
bool is_low(const PanelContext& context);

// Parts, in files of their own.

/// The choices of a question: one under the other, or two beside each other where they lie at the
/// foot of the stage.
void draw_study_choices(PanelContext& context, const Rect& area);
/// Whether a choice can be taken: the question is open, and no hint has ruled it out.
bool is_open_choice(const study::Run& run, std::size_t choice);

/// What came of all questions.
void draw_study_summary(PanelContext& context, const Rect& area);
/// What came of the answer.
void draw_verdict(PanelContext& context, const Rect& area);
/// The words of a kind: "Find the bone".
const char* words_of(const PanelContext& context, study::Kind kind);

} // namespace osteon::ui
