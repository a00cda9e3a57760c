#include "ui/drawer_notes.h"

#include "base/user_folders.h"
#include "session/tour_stage.h"
#include "session/wording.h"
#include "ui/note_lists.h"
#include "ui/panel_context.h"
#include "ui/session_file_view.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace osteon::ui {
namespace {

using session::InkColour;
using session::NoteTool;

struct ToolItem {
    NoteTool tool;
    Icon icon;
    const char* tip;
    Command command;
};
constexpr std::array<ToolItem, 6> tools{{
    {NoteTool::pin, Icon::pin, translatable("Pin a note"), Command::tool_pin},
    {NoteTool::ink, Icon::pen, translatable("Draw on the bones"), Command::tool_ink},
    {NoteTool::mark, Icon::lesion, translatable("Mark a spot"), Command::tool_mark},
    {NoteTool::distance, Icon::ruler, translatable("Measure a distance"), Command::tool_distance},
    {NoteTool::angle, Icon::angle, translatable("Measure an angle"), Command::tool_angle},
    {NoteTool::erase, Icon::eraser, translatable("Erase notes"), Command::tool_erase},
}};

/// What to do with the tool in hand.
const char* hint_of(NoteTool tool) {
    switch (tool) {
    case NoteTool::pin:
        return translatable("Click a bone to pin a note there.");
    case NoteTool::ink:
        return translatable("Draw with the left button. The right one turns the body.");
    case NoteTool::mark:
        return translatable("Click the place on the bone, then say what it is.");
    case NoteTool::distance:
        return translatable("Click two places. The straight line between them is measured.");
    case NoteTool::angle:
        return translatable("Click three places. The second one is the corner.");
    case NoteTool::erase:
        return translatable("Click a note, or draw over it.");
    case NoteTool::none:
        break;
    }
    return translatable("Choose a tool. Esc puts it away again.");
}

void draw_tools(PanelContext& context) {
    const NoteTool held = context.input.session.desk.tool;
    const ImVec2 start = ImGui::GetCursorPos();
    const float step = std::min(context.px(42.0F), content_width() / 6.0F);
    for (std::size_t i = 0; i < tools.size(); ++i) {
        const ToolItem& item = tools[i];
        ImGui::SetCursorPos({start.x + static_cast<float>(i) * step, start.y});
        const std::string tip = context.tr(item.tip) + keys_after(context, item.command);
        if (icon_button(context, item.tip, item.icon, tip,
                        {.size = 40.0F, .icon = 21.0F, .chosen = held == item.tool})) {
            context.emit(session::SetTool{held == item.tool ? NoteTool::none : item.tool});
        }
    }
    ImGui::SetCursorPos({start.x, start.y + context.px(46.0F)});
}

void draw_inks(PanelContext& context) {
    const std::array<Segment, 3> inks{{{context.tr("Pen"), Icon::none, {}},
                                       {context.tr("Warning"), Icon::none, {}},
                                       {context.tr("Marker"), Icon::none, {}}}};
    const auto chosen = static_cast<std::size_t>(context.input.session.desk.ink);
    if (const auto ink = segmented(context, "ink", inks, chosen, content_width())) {
        context.emit(session::SetInk{static_cast<InkColour>(*ink)});
    }
    gap(context, 8.0F);
}

/// Where a typed name leads: a bare one into the folder of the documents.
std::filesystem::path typed_path(const NotesDrawerState& state, const SessionFileView& file) {
    std::filesystem::path path = with_home(state.path);
    if (!path.empty() && path.extension() != ".osteon") {
        path += ".osteon";
    }
    return path.is_absolute() ? path : file.folder / path;
}

bool is_known(const SessionFileView& file, const std::filesystem::path& path) {
    return std::ranges::find(file.known, path, &KnownSessionFile::path) != file.known.end();
}

void send_path(PanelContext& context, NotesDrawerState& state, const SessionFileView& file) {
    if (state.path.empty()) {
        return;
    }
    const std::filesystem::path path = typed_path(state, file);
    if (state.files == NotesDrawerState::Files::save) {
        context.output.requests.emplace_back(SaveSession{path, is_known(file, path)});
    } else {
        context.output.requests.emplace_back(OpenSession{path});
    }
    state.sent = path;
}

/// Closes the field once what it asked for was done. Until then it keeps what was typed: a full
/// disk or a wrong name is told in a message, and is mended here.
void close_when_done(NotesDrawerState& state, const SessionFileView& file) {
    const bool saves = state.files == NotesDrawerState::Files::save;
    if (!state.sent.empty() && file.current == state.sent && !(saves && file.unsaved)) {
        state.files = NotesDrawerState::Files::closed;
    }
    if (state.files == NotesDrawerState::Files::closed) {
        state.sent.clear();
    }
}

void draw_path_field(PanelContext& context, NotesDrawerState& state, const SessionFileView& file) {
    const bool saves = state.files == NotesDrawerState::Files::save;
    const TextField field =
        text_field(context, "path", Icon::file,
                   saves ? context.tr("Name of the file") : context.tr("Path of the file"),
                   state.path, std::exchange(state.focus_path, false));
    gap(context, 4.0F);
    const bool replaces = saves && !state.path.empty() && is_known(file, typed_path(state, file));
    wrapped_text(context, TextRole::caption, replaces ? context.theme.warning : context.theme.text3,
                 replaces ? context.tr("A file of this name is there and will be replaced.")
                          : context.tr("In {}", file.folder.string()).c_str());
    gap(context, 8.0F);
    const ButtonLook look{
        .style = ButtonStyle::primary, .height = 36.0F, .enabled = !state.path.empty()};
    const char* const word = replaces ? context.tr("Replace")
                             : saves  ? context.tr("Save")
                                      : context.tr("Open");
    const bool sent = button(context, word, look);
    ImGui::SameLine(0.0F, context.px(8.0F));
    const bool closed =
        button(context, context.tr("Cancel"), {.style = ButtonStyle::quiet, .height = 36.0F});
    if (sent || field.entered) {
        send_path(context, state, file);
    } else if (closed || field.escaped) {
        state.files = NotesDrawerState::Files::closed;
    }
    gap(context, 8.0F);
}

void draw_known_files(PanelContext& context, NotesDrawerState& state, const SessionFileView& file) {
    for (const KnownSessionFile& known : file.known) {
        const std::string name = known.path.stem().string();
        const ListRow row{.title = name, .subtitle = known.when, .icon = Icon::file};
        if (list_row(context, known.path.c_str(), row).clicked) {
            state.sent = known.path;
            context.output.requests.emplace_back(OpenSession{known.path});
        }
    }
    if (file.known.empty()) {
        wrapped_text(context, TextRole::secondary, context.theme.text3,
                     context.tr("No session is saved there yet."));
    }
}

/// Which file the notes are of, and whether it holds them all.
void draw_file_name(PanelContext& context, const SessionFileView& file) {
    const std::string name = file.current.empty() ? std::string(context.tr("Not saved yet"))
                                                  : file.current.filename().string();
    const std::string line =
        file.unsaved && !file.current.empty() ? context.tr("{}, changed since", name) : name;
    text(context, TextRole::secondary, context.theme.text2, line);
    gap(context, 8.0F);
}

void draw_file_buttons(PanelContext& context, NotesDrawerState& state,
                       const SessionFileView& file) {
    const ButtonLook look{.icon = Icon::save, .height = 36.0F};
    const float space = context.px(8.0F);
    const bool beside = button_width(context, context.tr("Save"), look) + space +
                            button_width(context, context.tr("Open…"), look) <=
                        content_width();
    if (button(context, context.tr("Save"), look)) {
        ask_to_save(context, state);
    }
    tooltip(context, context.tr("Save the session") + keys_after(context, Command::save_session));
    if (beside) {
        ImGui::SameLine(0.0F, space);
    } else {
        gap(context, 8.0F);
    }
    if (button(context, context.tr("Open…"), {.icon = Icon::folder, .height = 36.0F})) {
        ask_to_open(context, state);
    }
    tooltip(context, context.tr("Open a session") + keys_after(context, Command::open_session));
    if (file.current.empty()) {
        return;
    }
    gap(context, 8.0F);
    if (button(context, context.tr("Save as…"), {.style = ButtonStyle::quiet, .height = 36.0F})) {
        state.files = NotesDrawerState::Files::save;
        state.path = file.current.stem().string();
        state.focus_path = true;
    }
}

void draw_files(PanelContext& context, NotesDrawerState& state) {
    const SessionFileView* const file = context.input.file;
    if (file == nullptr) {
        return;
    }
    close_when_done(state, *file);
    section_heading(context, context.tr("File"));
    draw_file_name(context, *file);
    if (state.files == NotesDrawerState::Files::closed) {
        draw_file_buttons(context, state, *file);
        return;
    }
    draw_path_field(context, state, *file);
    if (state.files == NotesDrawerState::Files::open) {
        draw_known_files(context, state, *file);
    }
}

/// The steps, newest first, with those that could be done again above; a click goes there.
void draw_history(PanelContext& context) {
    const session::Session& session = context.input.session;
    if (session.undo.empty() && session.redo.empty()) {
        return;
    }
    constexpr std::size_t most = 60; ///< steps shown each way
    section_heading(context, context.tr("History"));
    const auto row = [&](const std::string& name, int steps, bool done, bool now) {
        std::string title = name;
        const ListRow shown{.title = title,
                            .value = now ? context.tr("now") : std::string_view(),
                            .icon = done ? Icon::check : Icon::redo,
                            .chosen = now,
                            .height = 32.0F};
        ImGui::PushID(steps);
        if (list_row(context, "step", shown).clicked && steps != 0) {
            context.emit(session::StepThroughTime{steps});
        }
        ImGui::PopID();
    };
    const std::size_t later = std::min(session.redo.size(), most);
    for (std::size_t i = later; i-- > 0;) {
        row(session.redo[session.redo.size() - 1 - i].name, static_cast<int>(i) + 1, false, false);
    }
    const std::size_t earlier = std::min(session.undo.size(), most);
    for (std::size_t i = 0; i < earlier; ++i) {
        row(session.undo[session.undo.size() - 1 - i].name, -static_cast<int>(i), true, i == 0);
    }
    row(earlier < session.undo.size() ? context.tr("Before that") : context.tr("The beginning"),
        -static_cast<int>(earlier), true, earlier == 0);
}

/// Leaves what shows no drawers: a tour that is given, the bedside, an open question.
void show_drawers(PanelContext& context) {
    const session::Session& session = context.input.session;
    if (session::is_presenting(session)) {
        context.emit(session::EndTour{});
    }
    if (session.settings.mode == session::Mode::bedside || session.stage.question) {
        context.emit(session::SetMode{session::Mode::explore});
    }
}

} // namespace

void ask_to_save(PanelContext& context, NotesDrawerState& state) {
    const SessionFileView* const file = context.input.file;
    if (file == nullptr) {
        return;
    }
    if (!file->current.empty()) {
        context.output.requests.emplace_back(SaveSession{file->current, true});
        return;
    }
    show_drawers(context);
    context.emit(session::OpenDrawer{session::Drawer::notes});
    state.files = NotesDrawerState::Files::save;
    state.path.clear();
    state.focus_path = true;
}

void ask_to_open(PanelContext& context, NotesDrawerState& state) {
    show_drawers(context);
    context.emit(session::OpenDrawer{session::Drawer::notes});
    state.files = NotesDrawerState::Files::open;
    state.path.clear();
    state.focus_path = true;
}

void draw_notes_drawer(PanelContext& context, NotesDrawerState& state) {
    ImGui::Indent(context.px(12.0F));
    draw_tools(context);
    if (context.input.session.desk.tool == NoteTool::ink) {
        draw_inks(context);
    }
    wrapped_text(context, TextRole::caption, context.theme.text2,
                 context.tr(hint_of(context.input.session.desk.tool)));
    gap(context, 12.0F);
    if (state.files != NotesDrawerState::Files::closed) {
        draw_files(context, state);
    }
    ImGui::Unindent(context.px(12.0F));
    draw_note_lists(context, state);
    ImGui::Indent(context.px(12.0F));
    if (state.files == NotesDrawerState::Files::closed) {
        draw_files(context, state);
    }
    ImGui::Unindent(context.px(12.0F));
    draw_history(context);
}

} // namespace osteon::ui
