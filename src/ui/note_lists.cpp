#include "ui/note_lists.h"

#include "session/wording.h"
#include "ui/lesion_words.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"
#include "view/notes_marks.h"

#include <algorithm>

namespace osteon::ui {
namespace {

using session::NoteId;

/// A line of the lists.
struct Item {
    NoteId id = session::no_note;
    std::string title;
    std::string subtitle;
    Icon icon = Icon::note;
    std::string name; ///< what can be renamed
};

/// "Left femur", or the first of several bones.
std::string bone_of(const PanelContext& context, NoteId id) {
    const auto points = session::points_of(context.input.session.notes, id);
    const auto& bones = context.input.world.registry.bones;
    return points.empty() || points.front().bone >= bones.size() ? std::string()
                                                                 : bones[points.front().bone].name;
}

const char* name_of(session::InkColour colour) {
    switch (colour) {
    case session::InkColour::warning:
        return translatable("Drawing, warning");
    case session::InkColour::highlighter:
        return translatable("Drawing, marker");
    case session::InkColour::ink:
        break;
    }
    return translatable("Drawing");
}

Item item_of(const PanelContext& context, const session::Pin& pin) {
    const std::string line = view::first_line(pin.text);
    return {pin.id, line.empty() ? std::string(context.tr("Note without words")) : line,
            bone_of(context, pin.id), Icon::pin, pin.text};
}

Item item_of(const PanelContext& context, const session::LesionMark& mark) {
    const char* const kind = context.tr(words_of(mark.kind).name);
    return {mark.id, mark.words.empty() ? std::string(kind) : view::first_line(mark.words),
            bone_of(context, mark.id), Icon::lesion, mark.words};
}

Item item_of(const PanelContext& context, const session::BoneStroke& stroke) {
    return {
        stroke.id, context.tr(name_of(stroke.colour)), bone_of(context, stroke.id), Icon::pen, {}};
}

Item item_of(const PanelContext& context, const session::Measurement& measurement) {
    const std::string value = view::value_of(measurement, context.language());
    const bool angle = measurement.kind == session::MeasureKind::angle;
    const std::string bone = bone_of(context, measurement.id);
    return {measurement.id, measurement.name.empty() ? value : measurement.name,
            measurement.name.empty() ? bone : value + ", " + bone,
            angle ? Icon::angle : Icon::ruler, measurement.name};
}

Item item_of(const PanelContext& context, const session::SavedView& view) {
    const knowledge::Site* const site = context.input.world.knowledge.site(view.stage.site);
    return {view.id, view.name, site != nullptr ? site->name : std::string(), Icon::bookmark,
            view.name};
}

void rename(PanelContext& context, NotesDrawerState& state) {
    const TextField field = text_field(context, "name", Icon::none, context.tr("Name"), state.name,
                                       std::exchange(state.focus_name, false));
    if (field.changed) {
        context.emit(session::EditNote{state.renamed, state.name});
    }
    if (field.entered || field.escaped) {
        state.renamed = session::no_note;
    }
}

void draw_item(PanelContext& context, NotesDrawerState& state, const Item& item) {
    ImGui::PushID(static_cast<int>(item.id));
    if (state.renamed == item.id) {
        rename(context, state);
        ImGui::PopID();
        return;
    }
    const ImVec2 start = ImGui::GetCursorPos();
    const bool named = item.icon != Icon::pen; // a drawing has no words
    const float buttons = context.px(named ? 68.0F : 34.0F);
    const float width = content_width();
    ImGui::BeginGroup();
    const ListRow row{.title = item.title,
                      .subtitle = item.subtitle,
                      .icon = item.icon,
                      .chosen = context.input.session.desk.open == item.id};
    // The row ends where its buttons begin.
    ImGui::BeginChild("row", {width - buttons, context.px(item.subtitle.empty() ? 44.0F : 60.0F)},
                      false, ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_NoScrollWithMouse);
    const bool chosen = list_row(context, "go", row).clicked;
    ImGui::EndChild();
    ImGui::EndGroup();
    const float height = ImGui::GetCursorPosY() - start.y;
    const float top = start.y + 0.5F * (height - context.px(32.0F));
    if (named) {
        ImGui::SetCursorPos({start.x + width - buttons, top});
        if (icon_button(context, "rename", Icon::pen, context.tr("Change the words"),
                        {.size = 32.0F, .icon = 16.0F})) {
            state.renamed = item.id;
            state.name = item.name;
            state.focus_name = true;
        }
    }
    ImGui::SetCursorPos({start.x + width - context.px(34.0F), top});
    if (icon_button(context, "remove", Icon::trash, context.tr("Remove"),
                    {.size = 32.0F, .icon = 16.0F})) {
        context.emit(session::RemoveNote{item.id});
    }
    ImGui::SetCursorPos({start.x, start.y + height});
    if (chosen) {
        context.emit(session::ShowNote{item.id});
    }
    ImGui::PopID();
}

template <class Note>
void draw_kind(PanelContext& context, NotesDrawerState& state, const char* heading,
               const std::vector<Note>& notes) {
    if (notes.empty()) {
        return;
    }
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + context.px(12.0F));
    text(context, TextRole::caption_strong, context.theme.text3, heading);
    gap(context, 4.0F);
    for (const Note& note : notes) {
        draw_item(context, state, item_of(context, note));
    }
    gap(context, 12.0F);
}

/// A name for a view that tells what it shows.
std::string view_name(const PanelContext& context) {
    const session::Stage& stage = context.input.session.stage;
    const knowledge::Knowledge& knowledge = context.input.world.knowledge;
    std::string name;
    if (const knowledge::Site* const site = knowledge.site(stage.site)) {
        name = site->name;
    } else if (stage.selection.size() == 1) {
        name = context.input.world.registry.bones[stage.selection.front()].name;
    } else {
        name = context.tr("Whole skeleton");
    }
    if (const knowledge::Primary* const primary = knowledge.primary(stage.primary)) {
        name += ", " + primary->short_name;
    }
    return name;
}

} // namespace

void draw_note_lists(PanelContext& context, NotesDrawerState& state) {
    const session::Notes& notes = context.input.session.notes;
    draw_kind(context, state, context.tr("Pins"), notes.pins);
    draw_kind(context, state, context.tr("Spots"), notes.marks);
    draw_kind(context, state, context.tr("Drawings"), notes.ink);
    draw_kind(context, state, context.tr("Measurements"), notes.measurements);
    draw_kind(context, state, context.tr("Views"), notes.views);
    ImGui::Indent(context.px(12.0F));
    if (button(context, context.tr("Save this view"), {.icon = Icon::bookmark, .height = 36.0F})) {
        context.emit(session::SaveView{view_name(context)});
    }
    if (session::count(notes) > 0) {
        gap(context, 8.0F);
        if (button(context, context.tr("Clear all notes"),
                   {.style = ButtonStyle::quiet, .icon = Icon::trash, .height = 36.0F})) {
            context.emit(session::ClearNotes{});
        }
    }
    gap(context, 12.0F);
    ImGui::Unindent(context.px(12.0F));
}

} // namespace osteon::ui
