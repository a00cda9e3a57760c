#include "ui/shortcuts.h"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace osteon::ui {

using knowledge::translatable;

namespace {

constexpr float turn_step = 0.2617994F; // 15°
constexpr float zoom_step = 1.2F;
constexpr float nearest = 0.1F; // metres
constexpr float farthest = 14.0F;
constexpr float ghost_step = 0.05F;
constexpr float steepest = 1.55F; // radians, short of looking straight down

constexpr KeyPress key(int code) {
    return {.key = code};
}
constexpr KeyPress with_ctrl(int code, bool shift = false) {
    return {.key = code, .ctrl = true, .shift = shift};
}
constexpr KeyPress with_alt(int code) {
    return {.key = code, .alt = true};
}
constexpr KeyPress sign(char character) {
    return {.character = character};
}

constexpr const char* look = translatable("Look");
constexpr const char* bones = translatable("Bones");
constexpr const char* sites = translatable("Sites");
constexpr const char* find = translatable("Find and read");
constexpr const char* rooms = translatable("Rooms");
constexpr const char* notes = translatable("Notes");

constexpr auto table = std::to_array<Shortcut>({
    {Command::explore, with_ctrl(GLFW_KEY_1), "Ctrl+1", translatable("Explore"), rooms},
    {Command::lecture, with_ctrl(GLFW_KEY_2), "Ctrl+2", translatable("Lecture"), rooms},
    {Command::bedside, with_ctrl(GLFW_KEY_3), "Ctrl+3", translatable("Bedside"), rooms},
    {Command::study, with_ctrl(GLFW_KEY_4), "Ctrl+4", translatable("Study"), rooms},
    {Command::full_screen, key(GLFW_KEY_F11), "F11", translatable("Full screen"), rooms},
    {Command::quit, with_ctrl(GLFW_KEY_Q), "Ctrl+Q", translatable("Close Osteon"), rooms},
    {Command::view_front, key(GLFW_KEY_1), "1", translatable("From the front"), look},
    {Command::view_back, key(GLFW_KEY_2), "2", translatable("From behind"), look},
    {Command::view_left, key(GLFW_KEY_3), "3", translatable("From the left"), look},
    {Command::view_right, key(GLFW_KEY_4), "4", translatable("From the right"), look},
    {Command::view_top, key(GLFW_KEY_5), "5", translatable("From above"), look},
    {Command::view_bottom, key(GLFW_KEY_6), "6", translatable("From below"), look},
    {Command::turn_left, key(GLFW_KEY_LEFT), "Arrow keys", translatable("Turn by 15°"), look},
    {Command::turn_right, key(GLFW_KEY_RIGHT), "Right", "", look},
    {Command::turn_up, key(GLFW_KEY_UP), "Up", "", look},
    {Command::turn_down, key(GLFW_KEY_DOWN), "Down", "", look},
    {Command::zoom_in, sign('+'), "+", translatable("Nearer"), look},
    {Command::zoom_in, sign('='), "=", "", look},
    {Command::zoom_out, sign('-'), "−", translatable("Farther"), look},
    {Command::frame, sign('z'), "Z", translatable("Frame what is chosen"), look},
    {Command::home, sign('r'), "R", translatable("Whole skeleton"), look},
    {Command::radiograph, sign('x'), "X", translatable("Radiograph"), look},
    {Command::bone_scan, sign('b'), "B", translatable("Bone scan"), look},
    {Command::section, sign('c'), "C", translatable("Section"), look},
    {Command::flip_section, sign('v'), "V", translatable("Other side of the section"), look},
    {Command::explode, sign('e'), "E", translatable("Explode"), look},
    {Command::hide, sign('h'), "H", translatable("Hide"), bones},
    {Command::isolate, sign('i'), "I", translatable("Show only this"), bones},
    {Command::fade, sign('f'), "F", translatable("Fade the rest"), bones},
    {Command::ghosts_fainter, sign('['), "[ and ]", translatable("Fainter or denser ghosts"),
     bones},
    {Command::ghosts_denser, sign(']'), "]", "", bones},
    {Command::show_all, sign('a'), "A", translatable("Show all"), bones},
    {Command::landmarks, sign('l'), "L", translatable("Landmarks"), bones},
    {Command::bone_labels, sign('n'), "N", translatable("Names of the bones"), bones},
    {Command::lesions, sign('m'), "M", translatable("Lesions of the chosen primary"), sites},
    {Command::route, sign('w'), "W", translatable("Its way to bone"), sites},
    {Command::next_step, sign('.'), ". and ,", translatable("Next or previous step of the way"),
     sites},
    {Command::previous_step, sign(','), ",", "", sites},
    {Command::matrix, sign('t'), "T", translatable("All primaries by site"), sites},
    {Command::escape, key(GLFW_KEY_ESCAPE), "Esc", translatable("One step out"), bones},
    {Command::undo, with_ctrl(GLFW_KEY_Z), "Ctrl+Z", translatable("Undo"), bones},
    {Command::redo, with_ctrl(GLFW_KEY_Z, true), "Ctrl+Shift+Z", translatable("Redo"), bones},
    {Command::redo, with_ctrl(GLFW_KEY_Y), "Ctrl+Y", "", bones},
    {Command::next_hotspot, key(GLFW_KEY_TAB), "Tab", translatable("Next site"), sites},
    {Command::previous_hotspot,
     {.key = GLFW_KEY_TAB, .shift = true},
     "Shift+Tab",
     translatable("Previous site"),
     sites},
    {Command::open_hotspot, key(GLFW_KEY_ENTER), "Enter", translatable("Open the site"), sites},
    {Command::open_hotspot, key(GLFW_KEY_KP_ENTER), "Enter", "", sites},
    {Command::notes, sign('o'), "O", translatable("Notes and marks"), notes},
    {Command::tool_pin, sign('p'), "P", translatable("Pin a note"), notes},
    {Command::tool_ink, sign('d'), "D", translatable("Draw on the bones"), notes},
    {Command::tool_mark, sign('s'), "S", translatable("Mark a spot"), notes},
    {Command::tool_distance, sign('u'), "U", translatable("Measure a distance"), notes},
    {Command::tool_angle, sign('g'), "G", translatable("Measure an angle"), notes},
    {Command::tool_erase, sign('k'), "K", translatable("Erase notes"), notes},
    {Command::save_session, with_ctrl(GLFW_KEY_S), "Ctrl+S", translatable("Save the session"),
     notes},
    {Command::open_session, with_ctrl(GLFW_KEY_O), "Ctrl+O", translatable("Open a session"), notes},
    {Command::search, with_ctrl(GLFW_KEY_K), "Ctrl+K", translatable("Search"), find},
    {Command::search, sign('/'), "/", "", find},
    {Command::find_in_page, with_ctrl(GLFW_KEY_F), "Ctrl+F", translatable("Find on this page"),
     find},
    {Command::find_next, key(GLFW_KEY_F3), "F3", translatable("Next place found"), find},
    {Command::find_previous,
     {.key = GLFW_KEY_F3, .shift = true},
     "Shift+F3",
     translatable("Previous place found"),
     find},
    {Command::read_back, with_alt(GLFW_KEY_LEFT), "Alt+Left", translatable("Back to the last page"),
     find},
    {Command::read_forward, with_alt(GLFW_KEY_RIGHT), "Alt+Right", translatable("Forward again"),
     find},
    {Command::fold_panel, key(GLFW_KEY_F9), "F9", translatable("Fold the reading panel"), find},
    {Command::next_panel, key(GLFW_KEY_F6), "F6", translatable("Keyboard to the next panel"), find},
    {Command::help, key(GLFW_KEY_F1), "F1", translatable("This list"), find},
    {Command::help, sign('?'), "?", "", find},
});

/// Names of keys that differ from language to language.
constexpr std::array key_names = {
    translatable("Ctrl"),    translatable("Shift"),  translatable("Alt"),
    translatable("Esc"),     translatable("Enter"),  translatable("Tab"),
    translatable("Left"),    translatable("Right"),  translatable("Arrow keys"),
    translatable("[ and ]"), translatable(". and ,")};

/// The letter that the user's keyboard has on a key; the key itself where that is not known.
int key_on_users_keyboard(int code) {
    const char* const name = code <= GLFW_KEY_Z ? glfwGetKeyName(code, 0) : nullptr;
    if (name == nullptr || name[1] != '\0') {
        return code;
    }
    return std::toupper(static_cast<unsigned char>(name[0]));
}

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

session::Drawer drawer_after(Command command, const session::Session& session) {
    if (command == Command::search) {
        return session::Drawer::search;
    }
    const session::Drawer wanted = command == Command::matrix  ? session::Drawer::matrix
                                   : command == Command::notes ? session::Drawer::notes
                                                               : session::Drawer::help;
    return session.settings.drawer == wanted ? session::Drawer::none : wanted;
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

/// The commands that act on bones, sites and pages.
std::optional<session::Action> other_action(Command command, const CommandPlace& place) {
    const session::Session& session = place.session;
    switch (command) {
    case Command::search:
    case Command::matrix:
    case Command::notes:
    case Command::help:
        return session::OpenDrawer{drawer_after(command, session)};
    case Command::explore:
        return session::SetMode{session::Mode::explore};
    case Command::lecture:
        return session::SetMode{session::Mode::lecture};
    case Command::bedside:
        return session::SetMode{session::Mode::bedside};
    case Command::study:
        return session::SetMode{session::Mode::study};
    case Command::fold_panel:
        return session::FoldPanel{!session.settings.panel_folded};
    case Command::fade:
        return session::FadeRest{look_of(session.stage) != session::Look::see_through};
    case Command::ghosts_fainter:
        return session::SetGhostOpacity{session.stage.ghost_opacity - ghost_step};
    case Command::ghosts_denser:
        return session::SetGhostOpacity{session.stage.ghost_opacity + ghost_step};
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
    case Command::landmarks:
        return session::ShowLandmarks{!session.settings.show_landmarks};
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

std::span<const Shortcut> shortcuts() {
    return table;
}

std::optional<Command> command_of(const KeyPress& press) {
    const auto found = std::ranges::find(table, press, &Shortcut::press);
    return found == table.end() ? std::nullopt : std::optional(found->command);
}

const char* keys_of(Command command) {
    const auto found = std::ranges::find(table, command, &Shortcut::command);
    return found == table.end() ? "" : found->keys;
}

std::string keys_in(const knowledge::Language& language, std::string_view keys) {
    std::string named;
    while (!keys.empty()) {
        const std::size_t plus = keys.find('+', 1); // "+" alone is a key
        const std::string key(keys.substr(0, plus));
        const auto known = std::ranges::find(key_names, key);
        named += known == key_names.end() ? key : std::string(language.tr(*known));
        keys = plus == std::string_view::npos ? std::string_view() : keys.substr(plus + 1);
        named += plus == std::string_view::npos ? "" : "+";
    }
    return named;
}

std::vector<session::Action> actions_of(Command command, const CommandPlace& place) {
    if (const auto action = camera_action(command, place)) {
        return {*action};
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

std::vector<KeyPress> pressed_keys() {
    const ImGuiIO& io = ImGui::GetIO();
    std::vector<KeyPress> presses;
    for (int code = GLFW_KEY_SPACE; code <= GLFW_KEY_LAST; ++code) {
        const bool is_sign =
            code <= GLFW_KEY_GRAVE_ACCENT && (code < GLFW_KEY_0 || code > GLFW_KEY_9);
        if (ImGui::IsKeyPressed(code) && (!is_sign || io.KeyCtrl)) {
            presses.push_back({.key = key_on_users_keyboard(code),
                               .ctrl = io.KeyCtrl,
                               .shift = io.KeyShift,
                               .alt = io.KeyAlt});
        }
    }
    for (const ImWchar character : io.InputQueueCharacters) {
        if (character > ' ' && character < 127 && !io.KeyCtrl) {
            const int lower = std::tolower(static_cast<int>(character));
            presses.push_back({.character = static_cast<char>(lower)});
        }
    }
    return presses;
}

} // namespace osteon::ui
