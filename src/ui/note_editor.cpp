#include "ui/note_editor.h"

#include "ui/lesion_words.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"
#include "view/stage_room.h"

#include <GLFW/glfw3.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <optional>

namespace osteon::ui {
namespace {

using session::LesionKind;
using session::NoteId;
using session::Notes;

// px at 100 %
constexpr float editor_width = 288.0F;
constexpr float editor_least = 224.0F;
constexpr float beside_note = 26.0F; ///< of the editor from the note that it is of

/// What is written in the editor, by the kind of its note.
struct Written {
    std::string text;
    const char* hint = "";
    bool lines = false;             ///< several
    std::optional<LesionKind> kind; ///< of a mark
};

template <class Note>
const Note* find(const std::vector<Note>& notes, NoteId id) {
    const auto found = std::ranges::find(notes, id, &Note::id);
    return found != notes.end() ? &*found : nullptr;
}

std::optional<Written> written(const Notes& notes, NoteId id) {
    if (const session::Pin* pin = find(notes.pins, id)) {
        return Written{pin->text, translatable("Write a note"), true, {}};
    }
    if (const session::LesionMark* mark = find(notes.marks, id)) {
        return Written{mark->words, translatable("Words of your own"), false, mark->kind};
    }
    if (const session::Measurement* measurement = find(notes.measurements, id)) {
        return Written{measurement->name, translatable("Name of the measurement"), false, {}};
    }
    return std::nullopt;
}

/// Where the note is on the screen; the middle of the stage where it is not seen.
glm::vec2 place_of(const PanelContext& context, NoteId id) {
    const view::NotesPicture& notes = context.input.marks.notes;
    for (const view::NotePoint& pin : notes.pins) {
        if (pin.id == id) {
            return pin.at;
        }
    }
    for (const view::NoteSpot& spot : notes.spots) {
        if (spot.point.id == id) {
            return spot.point.at;
        }
    }
    for (const view::NoteMeasure& measure : notes.measures) {
        if (measure.id == id) {
            return measure.value_at;
        }
    }
    return context.input.layout.free.centre();
}

/// Beside the note, on the side that has room.
Rect area_beside(const PanelContext& context, glm::vec2 place, float height) {
    const Rect open = view::open_part(context.input.layout).inset(context.px(12.0F));
    const float space = context.px(beside_note);
    const float room_right = open.right() - place.x - space;
    const float room_left = place.x - space - open.x;
    const bool right = room_right >= std::min(context.px(editor_width), room_left);
    // A little narrower rather than over the note.
    const float width = std::clamp(std::max(right ? room_right : room_left, 0.0F),
                                   std::min(context.px(editor_least), open.width),
                                   std::min(context.px(editor_width), open.width));
    const float x = right ? place.x + space : place.x - space - width;
    return {std::round(std::clamp(x, open.x, std::max(open.x, open.right() - width))),
            std::round(std::clamp(place.y - 0.4F * height, open.y,
                                  std::max(open.y, open.bottom() - height))),
            width, height};
}

/// The four kinds, two beside two, each by a word that needs no study.
void draw_kinds(PanelContext& context, NoteId id, LesionKind chosen) {
    const ImVec2 start = ImGui::GetCursorPos();
    const float width = std::floor(0.5F * (content_width() - context.px(8.0F)));
    for (std::size_t i = 0; i < lesion_words().size(); ++i) {
        const LesionWords& choice = lesion_words()[i];
        ImGui::SetCursorPos({start.x + static_cast<float>(i % 2) * (width + context.px(8.0F)),
                             start.y + static_cast<float>(i / 2) * context.px(42.0F)});
        const ButtonLook look{.style = ButtonStyle::quiet,
                              .icon = choice.kind == chosen ? Icon::check : Icon::none,
                              .width = width,
                              .height = 36.0F,
                              .chosen = choice.kind == chosen};
        if (button(context, context.tr(choice.name), look)) {
            context.emit(session::SetMarkKind{id, choice.kind});
        }
    }
    ImGui::SetCursorPos({start.x, start.y + context.px(90.0F)});
}

/// The text itself. Escape closes the editor; Dear ImGui would take back what was typed.
void draw_text_input(PanelContext& context, NoteEditorState& state, const Written& note,
                     float height) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const ImVec2 size{content_width(), height};
    ImGui::PushFont(context.fonts.of(TextRole::secondary));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, context.metrics.px(10.0F, 9.0F));
    if (state.focus_wanted) {
        ImGui::SetKeyboardFocusHere();
        context.motion.ask_for_frame();
    }
    const std::string before = state.text;
    bool entered = false;
    if (note.lines) {
        ImGui::InputTextMultiline("##text", &state.text, size);
    } else {
        ImGui::SetNextItemWidth(size.x);
        entered = ImGui::InputText("##text", &state.text, ImGuiInputTextFlags_EnterReturnsTrue);
    }
    state.focus_wanted = state.focus_wanted && !ImGui::IsItemActive();
    const bool focused = ImGui::IsItemActive();
    ImGui::PopStyleVar();
    ImGui::PopFont();
    const bool escaped = ImGui::IsKeyPressed(GLFW_KEY_ESCAPE);
    if (escaped) {
        state.text = before;
    }
    if (state.text.empty()) {
        draw_text(context, ImGui::GetWindowDrawList(), TextRole::secondary,
                  {start.x + context.px(11.0F), start.y + context.px(9.0F)}, context.theme.text3,
                  context.tr(note.hint));
    }
    ImGui::GetWindowDrawList()->AddRect(start, {start.x + size.x, start.y + size.y},
                                        focused ? context.theme.accent : context.theme.control_edge,
                                        context.px(9.0F), 0,
                                        context.px(focused ? 2.0F : context.theme.edge));
    // What is too long stays in the field, which has the keyboard, and is not stored.
    if (session::shortened_note(state.text) != note.text) {
        context.emit(session::EditNote{state.id, state.text});
    }
    if (state.text.size() > session::longest_note) {
        wrapped_text(context, TextRole::caption, context.theme.warning,
                     context.tr("The end of this text is too long to be kept."));
    }
    if (escaped || entered) {
        context.emit(session::OpenNote{});
    }
}

void draw_foot(PanelContext& context, NoteId id) {
    const float left = ImGui::GetCursorPosX();
    const float width = content_width();
    const float top = ImGui::GetCursorPosY();
    if (icon_button(context, "remove", Icon::trash, context.tr("Remove this note"))) {
        context.emit(session::RemoveNote{id});
    }
    const ButtonLook look{.style = ButtonStyle::primary, .height = 36.0F};
    const char* const done = context.tr("Done");
    ImGui::SetCursorPos({left + width - button_width(context, done, look), top});
    if (button(context, done, look)) {
        context.emit(session::OpenNote{});
    }
}

} // namespace

void draw_note_editor(PanelContext& context, NoteEditorState& state) {
    const session::Session& session = context.input.session;
    const NoteId id = session.desk.open;
    const auto note = written(session.notes, id);
    if (!note || session.settings.mode == session::Mode::bedside) {
        state = {};
        return;
    }
    if (state.id != id) {
        state = {.id = id, .text = note->text, .seen = note->text, .focus_wanted = true};
    }
    if (note->text != state.seen && note->text != state.text) {
        state.text = note->text; // by undo
    }
    state.seen = note->text;
    const float padding = context.px(14.0F);
    const float input = note->lines
                            ? context.px(104.0F)
                            : context.fonts.of(TextRole::secondary)->FontSize + context.px(18.0F);
    const float height = 2.0F * padding + (note->kind ? context.px(90.0F) : 0.0F) + input +
                         context.px(12.0F + 36.0F);
    const Rect area = area_beside(context, place_of(context, id), height);
    const FixedWindow window("note editor", area.inset(-context.px(16.0F)), {.on_top = true});
    draw_plate(context, ImGui::GetWindowDrawList(), {area.x, area.y}, {area.right(), area.bottom()},
               context.px(12.0F), true);
    ImGui::SetCursorScreenPos({area.x + padding, area.y + padding});
    ImGui::BeginChild("inside", {area.width - 2.0F * padding, area.height - 2.0F * padding}, false,
                      ImGuiWindowFlags_NavFlattened);
    if (note->kind) {
        draw_kinds(context, id, *note->kind);
    }
    draw_text_input(context, state, *note, input);
    gap(context, 12.0F);
    draw_foot(context, id);
    ImGui::EndChild();
    const bool elsewhere =
        ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !context.output.pointer_on_stage &&
        !ImGui::IsMouseHoveringRect({area.x, area.y}, {area.right(), area.bottom()}, false);
    if (elsewhere && !context.output.pointer_on_mark) {
        context.emit(session::OpenNote{});
    }
}

} // namespace osteon::ui
