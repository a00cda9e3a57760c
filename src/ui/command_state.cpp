#include "knowledge/language.h"
#include "ui/commands.h"

namespace osteon::ui {

using knowledge::translatable;

namespace {

constexpr const char* no_bone = translatable("Choose a bone first");
constexpr const char* no_choice = translatable("Choose a site or a bone first");
constexpr const char* no_primary = translatable("Choose a primary first");
constexpr const char* after_questions = translatable("Waits until the questions are over");
constexpr const char* no_route = translatable("Show the way to bone first");

/// What must come first; null: nothing.
const char* missing_for(Command command, const CommandPlace& place) {
    const session::Session& session = place.session;
    const session::Stage& stage = session.stage;
    const auto unless = [](bool there, const char* missing) { return there ? nullptr : missing; };
    switch (command) {
    case Command::hide:
    case Command::isolate:
        return unless(!stage.selection.empty() || place.hovered != anatomy::no_bone, no_bone);
    case Command::fade:
        return unless(!stage.selection.empty() || !stage.site.empty(), no_choice);
    case Command::ghosts_fainter:
    case Command::ghosts_denser:
        return unless(look_of(stage) == session::Look::see_through,
                      translatable("Fade the rest first"));
    case Command::show_all:
        return unless(!stage.hidden.empty(), translatable("Nothing is hidden"));
    case Command::flip_section:
        return unless(look_of(stage) == session::Look::section,
                      translatable("Show a section first"));
    case Command::lesions:
    case Command::route:
        return unless(!stage.primary.empty(), no_primary);
    case Command::next_step:
    case Command::previous_step:
        return unless(stage.route, no_route);
    case Command::turn_left:
    case Command::turn_right:
    case Command::turn_up:
    case Command::turn_down:
        return unless(!is_scan(stage), translatable("The views of a bone scan stand still"));
    case Command::open_hotspot:
        return unless(stage.question || !session.focused_hotspot.empty(), // then it is an answer
                      translatable("Walk to a site with Tab"));
    case Command::undo:
        return unless(!session.undo.empty(), translatable("Nothing to undo"));
    case Command::redo:
        return unless(!session.redo.empty(), translatable("Nothing to do again"));
    case Command::read_back:
        return unless(session.reading.can_go_back(), translatable("There is no page before"));
    case Command::read_forward:
        return unless(session.reading.can_go_forward(), translatable("There is no page after"));
    case Command::save_sheet:
        if (stage.question) {
            return after_questions;
        }
        return unless(!stage.site.empty() || !stage.primary.empty(),
                      translatable("Choose a site or a primary first"));
    case Command::search:
    case Command::skeleton:
    case Command::sites:
    case Command::primaries:
    case Command::matrix:
    case Command::library:
    case Command::tours:
    case Command::notes:
    case Command::tool_pin:
    case Command::tool_ink:
    case Command::tool_mark:
    case Command::tool_distance:
    case Command::tool_angle:
    case Command::tool_erase:
        return unless(!stage.question, after_questions);
    case Command::speech:
        return unless(place.speaks, translatable("The system has no speech"));
    case Command::speak:
        return !place.speaks ? translatable("The system has no speech")
                             : unless(!place.chosen.empty(), no_choice);
    default:
        return nullptr;
    }
}

std::optional<bool> is_on(Command command, const session::Session& session) {
    const session::Stage& stage = session.stage;
    const session::Settings& settings = session.settings;
    using session::Drawer;
    using session::Look;
    switch (command) {
    case Command::explore:
        return settings.mode == session::Mode::explore;
    case Command::lecture:
        return settings.mode == session::Mode::lecture;
    case Command::bedside:
        return settings.mode == session::Mode::bedside;
    case Command::study:
        return settings.mode == session::Mode::study;
    case Command::solid:
        return look_of(stage) == Look::solid;
    case Command::fade:
        return look_of(stage) == Look::see_through;
    case Command::radiograph:
        return look_of(stage) == Look::radiograph;
    case Command::bone_scan:
        return look_of(stage) == Look::bone_scan;
    case Command::section:
        return look_of(stage) == Look::section;
    case Command::explode:
        return look_of(stage) == Look::exploded;
    case Command::isolate:
        return stage.isolated;
    case Command::lesions:
        return stage.lesions;
    case Command::route:
        return stage.route;
    case Command::bone_labels:
        return stage.bone_labels;
    case Command::landmarks:
        return settings.show_landmarks;
    case Command::matrix:
        return settings.drawer == Drawer::matrix;
    case Command::fold_panel:
        return settings.panel_folded;
    case Command::plain_level:
        return settings.level == session::ReadingLevel::plain;
    case Command::clinical_level:
        return settings.level == session::ReadingLevel::clinical;
    case Command::theme_dark:
        return settings.theme == session::ThemeChoice::dark;
    case Command::theme_light:
        return settings.theme == session::ThemeChoice::light;
    case Command::theme_contrast:
        return settings.theme == session::ThemeChoice::contrast;
    case Command::patterns:
        return settings.patterns;
    case Command::less_motion:
        return reduces_motion(session);
    case Command::speech:
        return settings.speech;
    case Command::tool_pin:
        return session.desk.tool == session::NoteTool::pin;
    case Command::tool_ink:
        return session.desk.tool == session::NoteTool::ink;
    case Command::tool_mark:
        return session.desk.tool == session::NoteTool::mark;
    case Command::tool_distance:
        return session.desk.tool == session::NoteTool::distance;
    case Command::tool_angle:
        return session.desk.tool == session::NoteTool::angle;
    case Command::tool_erase:
        return session.desk.tool == session::NoteTool::erase;
    default:
        return std::nullopt;
    }
}

} // namespace

CommandState state_of(Command command, const CommandPlace& place) {
    return {missing_for(command, place), is_on(command, place.session)};
}

} // namespace osteon::ui
