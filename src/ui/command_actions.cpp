#include "session/limits.h"
#include "ui/commands.h"

#include <algorithm>
#include <utility>

namespace osteon::ui {

namespace {

constexpr float turn_step = 0.2617994F; // 15°
constexpr float zoom_step = 1.2F;
constexpr float nearest = 0.1F; // metres
constexpr float farthest = 14.0F;
constexpr float ghost_step = 0.05F;
constexpr float text_step = 0.1F;
constexpr float scale_step = 0.25F;
constexpr float steepest = 1.55F; // radians, short of looking straight down

session::Action turned(const session::CameraPose& pose, float yaw, float pitch) {
    session::CameraPose next = pose;
    next.yaw += yaw;
    next.pitch = std::clamp(pose.pitch + pitch, -steepest, steepest);
    return session::SetCamera{next};
}

session::Action zoomed(const session::CameraPose& pose, float factor) {
    session::CameraPose next = pose;
    next.distance = std::clamp(pose.distance * factor, nearest, farthest);
    return session::SetCamera{next};
}

std::vector<session::BoneIndex> bones_meant(const CommandPlace& place) {
    if (!place.session.stage.selection.empty()) {
        return place.session.stage.selection;
    }
    if (place.hovered != anatomy::no_bone) {
        return {place.hovered};
    }
    return {};
}

/// The drawer that a command opens, or closes where it is open.
std::optional<session::Drawer> drawer_of(Command command) {
    using session::Drawer;
    switch (command) {
    case Command::search:
        return Drawer::search;
    case Command::skeleton:
        return Drawer::skeleton;
    case Command::sites:
        return Drawer::sites;
    case Command::primaries:
        return Drawer::primaries;
    case Command::matrix:
        return Drawer::matrix;
    case Command::library:
        return Drawer::library;
    case Command::tours:
        return Drawer::tours;
    case Command::notes:
        return Drawer::notes;
    case Command::settings:
        return Drawer::settings;
    case Command::help:
        return Drawer::help;
    default:
        return std::nullopt;
    }
}

session::Action drawer_action(Command command, session::Drawer drawer, session::Drawer open) {
    const bool closes = open == drawer && command != Command::search; // the field is wanted again
    return session::OpenDrawer{closes ? session::Drawer::none : drawer};
}

/// The commands that act on the camera.
std::optional<session::Action> camera_action(Command command, const CommandPlace& place) {
    using session::StandardView;
    switch (command) {
    case Command::home:
        return session::Home{};
    case Command::frame:
        return session::FrameSelection{};
    case Command::view_front:
        return session::LookFrom{StandardView::anterior};
    case Command::view_back:
        return session::LookFrom{StandardView::posterior};
    case Command::view_left:
        return session::LookFrom{StandardView::left};
    case Command::view_right:
        return session::LookFrom{StandardView::right};
    case Command::view_top:
        return session::LookFrom{StandardView::superior};
    case Command::view_bottom:
        return session::LookFrom{StandardView::inferior};
    case Command::turn_left:
        return turned(place.pose, -turn_step, 0.0F);
    case Command::turn_right:
        return turned(place.pose, turn_step, 0.0F);
    case Command::turn_up:
        return turned(place.pose, 0.0F, turn_step);
    case Command::turn_down:
        return turned(place.pose, 0.0F, -turn_step);
    case Command::zoom_in:
        return zoomed(place.pose, 1.0F / zoom_step);
    case Command::zoom_out:
        return zoomed(place.pose, zoom_step);
    default:
        return std::nullopt;
    }
}

/// A look by its key; the second time what lies beneath it.
session::Action toggled(session::Look wanted, const session::Stage& stage) {
    if (stage.look != wanted) {
        return session::SetLook{wanted};
    }
    return session::SetLook{stage.fade_rest ? session::Look::see_through : session::Look::solid};
}

session::Action flipped_section(const session::Stage& stage) {
    session::SectionPlane plane = stage.section;
    plane.flipped = !plane.flipped;
    return session::SetSection{plane};
}

/// The commands that change how the atlas looks and reads.
std::optional<session::Action> settings_action(Command command, const CommandPlace& place) {
    const session::Settings& settings = place.session.settings;
    switch (command) {
    case Command::explore:
        return session::SetMode{session::Mode::explore};
    case Command::lecture:
        return session::SetMode{session::Mode::lecture};
    case Command::bedside:
        return session::SetMode{session::Mode::bedside};
    case Command::study:
        return session::SetMode{session::Mode::study};
    case Command::fold_panel:
        return session::FoldPanel{!settings.panel_folded};
    case Command::landmarks:
        return session::ShowLandmarks{!settings.show_landmarks};
    case Command::plain_level:
        return session::SetLevel{session::ReadingLevel::plain};
    case Command::clinical_level:
        return session::SetLevel{session::ReadingLevel::clinical};
    case Command::larger_text:
        return session::SetTextSize{settings.text_size + text_step};
    case Command::smaller_text:
        return session::SetTextSize{settings.text_size - text_step};
    case Command::larger_interface:
        return session::SetScale{place.scale + scale_step};
    case Command::smaller_interface:
        // 0 would be the scale of the monitor.
        return session::SetScale{std::max(place.scale - scale_step, session::scale_limits.least)};
    case Command::theme_dark:
        return session::SetTheme{session::ThemeChoice::dark};
    case Command::theme_light:
        return session::SetTheme{session::ThemeChoice::light};
    case Command::theme_contrast:
        return session::SetTheme{session::ThemeChoice::contrast};
    case Command::patterns:
        return session::SetPatterns{!settings.patterns};
    case Command::less_motion:
        return session::SetMotion{session::reduces_motion(place.session)
                                      ? session::MotionChoice::full
                                      : session::MotionChoice::reduced};
    case Command::speech:
        return session::SetSpeech{!settings.speech};
    default:
        return std::nullopt;
    }
}

/// A tool by its key; the second time none.
session::Action taken(session::NoteTool tool, const session::Session& session) {
    return session::SetTool{session.desk.tool == tool ? session::NoteTool::none : tool};
}

/// The commands that take a tool for notes in hand.
std::optional<session::Action> tool_action(Command command, const session::Session& session) {
    using session::NoteTool;
    switch (command) {
    case Command::tool_pin:
        return taken(NoteTool::pin, session);
    case Command::tool_ink:
        return taken(NoteTool::ink, session);
    case Command::tool_mark:
        return taken(NoteTool::mark, session);
    case Command::tool_distance:
        return taken(NoteTool::distance, session);
    case Command::tool_angle:
        return taken(NoteTool::angle, session);
    case Command::tool_erase:
        return taken(NoteTool::erase, session);
    default:
        return std::nullopt;
    }
}

/// The commands that act on bones, sites, looks and pages.
std::optional<session::Action> other_action(Command command, const CommandPlace& place) {
    const session::Session& session = place.session;
    switch (command) {
    case Command::fade:
        return session::FadeRest{look_of(session.stage) != session::Look::see_through};
    case Command::ghosts_fainter:
        return session::SetGhostOpacity{session.stage.ghost_opacity - ghost_step};
    case Command::ghosts_denser:
        return session::SetGhostOpacity{session.stage.ghost_opacity + ghost_step};
    case Command::solid:
        return session::SetLook{session::Look::solid};
    case Command::radiograph:
        return toggled(session::Look::radiograph, session.stage);
    case Command::bone_scan:
        return toggled(session::Look::bone_scan, session.stage);
    case Command::section:
        return toggled(session::Look::section, session.stage);
    case Command::flip_section:
        return flipped_section(session.stage);
    case Command::explode:
        return toggled(session::Look::exploded, session.stage);
    case Command::lesions:
        return session::ShowLesions{!session.stage.lesions};
    case Command::route:
        return session::ShowRoute{!session.stage.route};
    case Command::next_step:
        return session::WalkRoute{1};
    case Command::previous_step:
        return session::WalkRoute{-1};
    case Command::bone_labels:
        return session::ShowBoneLabels{!session.stage.bone_labels};
    case Command::show_all:
        return session::ShowAll{};
    case Command::escape:
        return session::EscapeOutward{};
    case Command::undo:
        return session::Undo{};
    case Command::redo:
        return session::Redo{};
    case Command::next_hotspot:
        return session::FocusHotspot{1};
    case Command::previous_hotspot:
        return session::FocusHotspot{-1};
    case Command::open_hotspot:
        return session::OpenFocusedHotspot{};
    case Command::read_back:
        return session::NavigateBack{};
    case Command::read_forward:
        return session::NavigateForward{};
    default:
        return std::nullopt;
    }
}

} // namespace

std::vector<session::Action> actions_of(Command command, const CommandPlace& place) {
    if (const auto action = camera_action(command, place)) {
        return {*action};
    }
    if (const auto action = settings_action(command, place)) {
        return {*action};
    }
    if (const auto drawer = drawer_of(command)) {
        return {drawer_action(command, *drawer, place.session.settings.drawer)};
    }
    if (command == Command::hide || command == Command::isolate) {
        const std::vector<session::BoneIndex> meant = bones_meant(place);
        if (meant.empty()) {
            return {};
        }
        return {command == Command::hide ? session::Action{session::Hide{meant}}
                                         : session::Action{session::Isolate{meant}}};
    }
    if (const auto action = tool_action(command, place.session)) {
        return {*action};
    }
    if (const auto action = other_action(command, place)) {
        return {*action};
    }
    return {};
}

std::vector<Request> requests_of(Command command, const CommandPlace& place) {
    switch (command) {
    case Command::quit:
        return {Quit{}};
    case Command::full_screen:
        return {FillScreen{}};
    case Command::speaker_window:
        return {ShowPresenter{}};
    case Command::save_picture:
        return {SavePicture{}};
    case Command::save_sheet:
        if (place.session.stage.site.empty() && place.session.stage.primary.empty()) {
            return {};
        }
        return {WriteHandout{}};
    case Command::speak:
        if (place.speaks && !place.chosen.empty()) {
            return {SayAloud{place.chosen, place.session.settings.language}};
        }
        return {};
    default:
        return {};
    }
}

} // namespace osteon::ui
