#include "ui/commands.h"

#include "knowledge/language.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace osteon::ui {

using knowledge::translatable;

namespace {

constexpr const char* rooms = translatable("Rooms");
constexpr const char* look = translatable("Look");
constexpr const char* bones = translatable("Bones");
constexpr const char* sites = translatable("Sites");
constexpr const char* notes = translatable("Notes");
constexpr const char* save = translatable("Save and print");
constexpr const char* find = translatable("Find and read");
constexpr const char* interface = translatable("Interface");

constexpr auto c_table = std::to_array<CommandRow>({
    {Command::explore, "room.explore", translatable("Explore"), rooms, "Ctrl+1", Icon::compass,
     while_typing | at_bedside | for_speaker},
    {Command::lecture, "room.lecture", translatable("Lecture"), rooms, "Ctrl+2", Icon::screen,
     while_typing | at_bedside | for_speaker},
    {Command::bedside, "room.bedside", translatable("Bedside"), rooms, "Ctrl+3", Icon::bed,
     while_typing | at_bedside},
    {Command::study, "room.study", translatable("Study"), rooms, "Ctrl+4", Icon::cap,
     while_typing | at_bedside},
    {Command::full_screen, "room.full-screen", translatable("Full screen"), rooms, "F11",
     Icon::screen, while_typing | at_bedside | for_speaker},
    {Command::speaker_window, "room.speaker", translatable("Speaker's window"), rooms, "F7",
     Icon::screen, while_typing | for_speaker},
    {Command::quit, "quit", translatable("Close Osteon"), rooms, "Ctrl+Q", Icon::close,
     while_typing | at_bedside | for_speaker},

    {Command::view_front, "view.front", translatable("From the front"), look, "1", Icon::camera,
     at_bedside},
    {Command::view_back, "view.back", translatable("From behind"), look, "2", Icon::camera,
     at_bedside},
    {Command::view_left, "view.left", translatable("From the left"), look, "3", Icon::camera,
     at_bedside},
    {Command::view_right, "view.right", translatable("From the right"), look, "4", Icon::camera,
     at_bedside},
    {Command::view_top, "view.above", translatable("From above"), look, "5", Icon::camera,
     at_bedside},
    {Command::view_bottom, "view.below", translatable("From below"), look, "6", Icon::camera,
     at_bedside},
    {Command::turn_left, "turn.left", translatable("Turn left by 15°"), look, "Left", Icon::back,
     fixed_keys | at_bedside},
    {Command::turn_right, "turn.right", translatable("Turn right by 15°"), look, "Right",
     Icon::forward, fixed_keys | at_bedside},
    {Command::turn_up, "turn.up", translatable("Turn up by 15°"), look, "Up", Icon::up,
     fixed_keys | at_bedside},
    {Command::turn_down, "turn.down", translatable("Turn down by 15°"), look, "Down", Icon::down,
     fixed_keys | at_bedside},
    {Command::zoom_in, "zoom.in", translatable("Nearer"), look, "+ =", Icon::plus, at_bedside},
    {Command::zoom_out, "zoom.out", translatable("Farther"), look, "-", Icon::minus, at_bedside},
    {Command::frame, "view.frame", translatable("Frame what is chosen"), look, "Z", Icon::frame,
     at_bedside},
    {Command::home, "view.home", translatable("Whole skeleton"), look, "R", Icon::home, at_bedside},
    {Command::solid, "look.solid", translatable("Solid bones"), look, "", Icon::bone},
    {Command::radiograph, "look.radiograph", translatable("Radiograph"), look, "X", Icon::film},
    {Command::bone_scan, "look.bone-scan", translatable("Bone scan"), look, "B", Icon::scan},
    {Command::section, "look.section", translatable("Section"), look, "C", Icon::section},
    {Command::flip_section, "look.flip-section", translatable("Other side of the section"), look,
     "V", Icon::flip},
    {Command::explode, "look.explode", translatable("Explode"), look, "E", Icon::explode},

    {Command::hide, "bones.hide", translatable("Hide"), bones, "H", Icon::eye_off},
    {Command::isolate, "bones.isolate", translatable("Show only this"), bones, "I", Icon::isolate},
    {Command::fade, "bones.fade", translatable("Fade the rest"), bones, "F", Icon::fade},
    {Command::ghosts_fainter, "bones.fainter", translatable("Fainter ghosts"), bones, "[",
     Icon::fade},
    {Command::ghosts_denser, "bones.denser", translatable("Denser ghosts"), bones, "]", Icon::fade},
    {Command::show_all, "bones.show-all", translatable("Show all"), bones, "A", Icon::eye},
    {Command::landmarks, "bones.landmarks", translatable("Landmarks"), bones, "L", Icon::landmark},
    {Command::bone_labels, "bones.names", translatable("Names of the bones"), bones, "N",
     Icon::label},
    {Command::escape, "step-out", translatable("One step out"), bones, "Esc", Icon::close,
     fixed_keys | at_bedside},
    {Command::undo, "undo", translatable("Undo"), bones, "Ctrl+Z", Icon::undo, at_bedside},
    {Command::redo, "redo", translatable("Redo"), bones, "Ctrl+Shift+Z Ctrl+Y", Icon::redo,
     at_bedside},

    {Command::next_hotspot, "sites.next", translatable("Next site"), sites, "Tab", Icon::site,
     fixed_keys},
    {Command::previous_hotspot, "sites.previous", translatable("Previous site"), sites, "Shift+Tab",
     Icon::site, fixed_keys},
    {Command::open_hotspot, "sites.open", translatable("Open the site"), sites, "Enter", Icon::site,
     fixed_keys},
    {Command::lesions, "sites.lesions", translatable("Lesions of the chosen primary"), sites, "M",
     Icon::lesion},
    {Command::route, "sites.route", translatable("Its way to bone"), sites, "W", Icon::route},
    {Command::next_step, "sites.next-step", translatable("Next step of the way"), sites, ".",
     Icon::next},
    {Command::previous_step, "sites.previous-step", translatable("Previous step of the way"), sites,
     ",", Icon::previous},
    {Command::matrix, "sites.matrix", translatable("All primaries by site"), sites, "T",
     Icon::table},

    {Command::notes, "drawer.notes", translatable("Notes and marks"), notes, "O", Icon::note},
    {Command::tool_pin, "notes.pin", translatable("Pin a note"), notes, "P", Icon::pin},
    {Command::tool_ink, "notes.draw", translatable("Draw on the bones"), notes, "D", Icon::pen},
    {Command::tool_mark, "notes.mark", translatable("Mark a spot"), notes, "S", Icon::lesion},
    {Command::tool_distance, "notes.distance", translatable("Measure a distance"), notes, "U",
     Icon::ruler},
    {Command::tool_angle, "notes.angle", translatable("Measure an angle"), notes, "G", Icon::angle},
    {Command::tool_erase, "notes.erase", translatable("Erase notes"), notes, "K", Icon::eraser},

    {Command::save_session, "notes.save", translatable("Save the session"), save, "Ctrl+S",
     Icon::save, while_typing},
    {Command::open_session, "notes.open", translatable("Open a session"), save, "Ctrl+O",
     Icon::folder, while_typing},
    {Command::save_picture, "save.picture", translatable("Save the picture"), save, "Ctrl+Shift+S",
     Icon::camera, while_typing},
    {Command::save_sheet, "save.sheet", translatable("Save the sheet to take home"), save, "Ctrl+P",
     Icon::print, while_typing},

    {Command::palette, "palette", translatable("All commands"), find, "Ctrl+K", Icon::search,
     while_typing},
    {Command::search, "drawer.search", translatable("Search"), find, "/", Icon::search,
     while_typing},
    {Command::skeleton, "drawer.skeleton", translatable("Skeleton"), find, "", Icon::tree},
    {Command::sites, "drawer.sites", translatable("Sites"), find, "", Icon::site},
    {Command::primaries, "drawer.primaries", translatable("Primaries"), find, "", Icon::origin},
    {Command::library, "drawer.library", translatable("Library"), find, "", Icon::book},
    {Command::tours, "drawer.tours", translatable("Tours"), find, "", Icon::tour},
    {Command::find_in_page, "read.find", translatable("Find on this page"), find, "Ctrl+F",
     Icon::search, while_typing},
    {Command::find_next, "read.find-next", translatable("Next place found"), find, "F3", Icon::next,
     while_typing},
    {Command::find_previous, "read.find-previous", translatable("Previous place found"), find,
     "Shift+F3", Icon::previous, while_typing},
    {Command::read_back, "read.back", translatable("Back to the last page"), find, "Alt+Left",
     Icon::back},
    {Command::read_forward, "read.forward", translatable("Forward again"), find, "Alt+Right",
     Icon::forward},
    {Command::plain_level, "read.plain", translatable("Plain reading level"), find, "", Icon::book},
    {Command::clinical_level, "read.clinical", translatable("Clinical reading level"), find, "",
     Icon::book},
    {Command::larger_text, "read.larger", translatable("Larger text"), find, "", Icon::text_size},
    {Command::smaller_text, "read.smaller", translatable("Smaller text"), find, "",
     Icon::text_size},

    {Command::help, "drawer.help", translatable("Help and keys"), interface, "F1 ?", Icon::question,
     while_typing},
    {Command::settings, "drawer.settings", translatable("Settings"), interface, "", Icon::sliders},
    {Command::change_keys, "keys.change", translatable("Change the keys"), interface, "",
     Icon::keyboard},
    {Command::next_panel, "panel.next", translatable("Keyboard to the next panel"), interface, "F6",
     Icon::keyboard, fixed_keys | while_typing | at_bedside},
    {Command::fold_panel, "panel.fold", translatable("Fold the reading panel"), interface, "F9",
     Icon::fold},
    {Command::larger_interface, "interface.larger", translatable("Everything larger"), interface,
     "Ctrl++ Ctrl+=", Icon::plus, while_typing | at_bedside},
    {Command::smaller_interface, "interface.smaller", translatable("Everything smaller"), interface,
     "Ctrl+-", Icon::minus, while_typing | at_bedside},
    {Command::theme_dark, "theme.dark", translatable("Dark theme"), interface, "", Icon::sliders},
    {Command::theme_light, "theme.light", translatable("Light theme"), interface, "",
     Icon::sliders},
    {Command::theme_contrast, "theme.contrast", translatable("High contrast"), interface, "",
     Icon::sliders},
    {Command::patterns, "interface.patterns", translatable("Patterns beside colours"), interface,
     "", Icon::table},
    {Command::less_motion, "interface.less-motion", translatable("Less motion"), interface, "",
     Icon::pause},
    {Command::speech, "speech.names", translatable("Speak names when chosen"), interface, "",
     Icon::speaker},
    {Command::speak, "speech.speak", translatable("Speak the name of what is chosen"), interface,
     "Y", Icon::speaker, at_bedside},
});

} // namespace

std::span<const CommandRow> commands() {
    return c_table;
}

const CommandRow& row_of(Command command) {
    const auto row = std::ranges::find(c_table, command, &CommandRow::command);
    if (row == c_table.end()) {
        throw std::logic_error("a command has no row in the table of commands");
    }
    return *row;
}

const CommandRow* find_command(std::string_view id) {
    const auto row = std::ranges::find(
        c_table, id, [](const CommandRow& each) { return std::string_view(each.id); });
    return row == c_table.end() ? nullptr : &*row;
}

} // namespace osteon::ui
