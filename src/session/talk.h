#pragma once

#include "session/session.h"

namespace osteon::session {

// The bedside is a room for a talk with one patient: calm, plain, and forgotten afterwards.

/// Goes to another room. The bedside has notes, pages and a history of its own, which wait in
/// memory while another room is open, and bones there are solid and whole, without colours, films,
/// lesions and routes. On leaving, the other rooms are as they were, but for a place that was
/// chosen, which is one step of undo, named in `language`. Where the talk is to be kept, its notes
/// and the patient's cancer go along.
void change_mode(Session& session, Mode mode, const knowledge::Language& language = {});

/// The session as it may be written to disk: outside the bedside, with what was chosen and noted in
/// a talk only where it is to be kept, since that is a patient's.
Session without_talk(Session session);

/// Leaves a stage nothing but what is chosen and seen, as the bedside has it.
void keep_calm(Stage& stage);

/// The mark that is talked about: the open one, else the newest on the chosen site while no bone is
/// selected; nullptr: none.
const LesionMark* mark_of_talk(const Session& session, const World& world);

/// The site that is talked about: that of the mark or the selected bone, the chosen one where that
/// holds it too; nullptr: nothing is chosen.
const knowledge::Site* site_of_talk(const Session& session, const World& world);

/// The stage as a sheet to take home tells of it: with the site and the cancer of the talk. Outside
/// the bedside it is the stage itself.
Stage stage_of_talk(const Session& session, const World& world);

/// Forgets all that was chosen, marked, drawn and read in the talk, and every step back to it.
/// Settings stay, and what other rooms have.
void clear_talk(Session& session);

/// The theme that is shown: the bedside is light, unless high contrast is chosen.
ThemeChoice shown_theme(const Settings& settings);

/// The reading level that is shown: the bedside speaks plainly.
ReadingLevel shown_level(const Settings& settings);

} // namespace osteon::session
