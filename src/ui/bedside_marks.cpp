#include "session/talk.h"
#include "session/wording.h"
#include "ui/bedside_parts.h"
#include "ui/lesion_words.h"
#include "ui/stage_label.h"
#include "view/bedside.h"

#include <algorithm>
#include <vector>

namespace osteon::ui {
namespace {

using session::LesionMark;

constexpr float c_disc = 16.0F;          ///< radius of a mark, px at 100 %
constexpr std::size_t c_most_labels = 6; ///< more would hide the body

const std::string& bone_name(const PanelContext& context, anatomy::BoneIndex bone) {
    return context.input.world.registry.bones[bone].name;
}

/// Where the label of a mark stands: beside it, at the left where there is room, a little above,
/// and farther down where another label or a mark is.
Rect plate_of(const PanelContext& context, glm::vec2 at, glm::vec2 size, const Rect& room,
              const std::vector<Rect>& taken) {
    const float away = bedside_px(context, 70.0F);
    const float room_left = at.x - away - room.x;
    const float room_right = room.right() - at.x - away;
    const bool left = room_left >= size.x || room_left >= room_right;
    Rect plate{left ? at.x - away - size.x : at.x + away, at.y - away - size.y, size.x, size.y};
    plate.x = std::clamp(plate.x, room.x, std::max(room.right() - size.x, room.x));
    plate.y = std::clamp(plate.y, room.y, std::max(room.bottom() - size.y, room.y));
    const auto covers = [&](const Rect& other) { return other.overlaps(plate); };
    while (std::ranges::any_of(taken, covers) && plate.bottom() < room.bottom()) {
        plate.y += bedside_px(context, 12.0F);
    }
    return plate;
}

void draw_label_of(const PanelContext& context, ImDrawList* list, const view::NoteSpot& spot,
                   const LesionMark& mark, const Rect& room, std::vector<Rect>& taken) {
    const std::string& title = bone_name(context, mark.at.bone);
    const char* const below = context.tr("This is the place we saw");
    const glm::vec2 size =
        label_size(context.fonts, context.metrics, title, below, view::LabelForm::roomy);
    StageLabel label;
    label.at = spot.point.at;
    label.plate = plate_of(context, label.at, size, room, taken);
    taken.push_back(label.plate);
    const bool left = label.plate.x < label.at.x;
    const float bend = bedside_px(context, 18.0F);
    label.end = {left ? label.plate.right() : label.plate.x,
                 label.plate.y + 0.5F * label.plate.height};
    label.knee = {label.end.x + (left ? bend : -bend), label.end.y};
    label.title = title;
    label.subtitle = below;
    label.chosen = spot.point.open;
    draw_leader(context, list, label);
    draw_label(context, list, label);
}

} // namespace

std::string title_of_mark(const PanelContext& context, const LesionMark& mark) {
    const std::string bone =
        session::within_sentence(bone_name(context, mark.at.bone), context.language());
    return fmt::format(fmt::runtime(context.tr(words_of(mark.kind).plain_title)), bone);
}

const char* kind_of_mark(const PanelContext& context, const LesionMark& mark) {
    return context.tr(words_of(mark.kind).plain);
}

void draw_mark_labels(const PanelContext& context) {
    const std::vector<LesionMark>& marks = context.input.session.notes.marks;
    const view::BedsideFurniture stands = view::bedside_furniture(context.input.layout);
    Rect room = context.input.layout.stage.inset(bedside_px(context, 16.0F));
    room.y = stands.tools.bottom() + bedside_px(context, 16.0F);
    room.height = stands.actions.y - bedside_px(context, 16.0F) - room.y;
    const std::vector<view::NoteSpot>& spots = context.input.marks.notes.spots;
    std::vector<Rect> taken;
    const float disc = bedside_px(context, c_disc);
    for (const view::NoteSpot& spot : spots) {
        taken.push_back({spot.point.at.x - disc, spot.point.at.y - disc, 2.0F * disc, 2.0F * disc});
    }
    for (const view::NoteSpot& spot : spots) {
        const auto mark = std::ranges::find(marks, spot.point.id, &LesionMark::id);
        if (mark != marks.end() && !spot.point.behind &&
            taken.size() < spots.size() + c_most_labels) {
            draw_label_of(context, ImGui::GetBackgroundDrawList(), spot, *mark, room, taken);
        }
    }
}

void draw_bedside_kinds(PanelContext& context, const LesionMark& mark) {
    const float between = bedside_px(context, 14.0F);
    const float width = std::floor(0.5F * (content_width() - between));
    const float height = target_px(context, 68.0F);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    for (std::size_t i = 0; i < lesion_words().size(); ++i) {
        const LesionWords& words = lesion_words()[i];
        const Rect area{start.x + static_cast<float>(i % 2) * (width + between),
                        start.y + static_cast<float>(i / 2) * (height + between), width, height};
        if (big_button(context, words.plain, area,
                       {.words = context.tr(words.plain), .chosen = mark.kind == words.kind})) {
            context.emit(session::SetMarkKind{mark.id, words.kind});
        }
    }
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({content_width(), 2.0F * height + between});
    gap(context, view::bedside_length(context.input.layout, 20.0F));
}

void draw_bedside_places(PanelContext& context) {
    wrapped_text(context, TextRole::title, context.theme.text1, context.tr("My places"));
    gap(context, 12.0F);
    const std::vector<LesionMark>& marks = context.input.session.notes.marks;
    if (marks.empty()) {
        wrapped_text(context, TextRole::body, context.theme.text1,
                     context.tr("Nothing is marked. Touch Mark above the picture, then a bone."));
        return;
    }
    for (const LesionMark& mark : marks) {
        BigRow row;
        row.title = bone_name(context, mark.at.bone);
        row.subtitle = kind_of_mark(context, mark);
        row.icon = Icon::site;
        row.end = Icon::right;
        ImGui::PushID(static_cast<int>(mark.id));
        if (big_row(context, "place", row)) {
            context.emit(session::OpenNote{mark.id});
            context.emit(session::ShowNote{mark.id});
        }
        ImGui::PopID();
        gap(context, view::bedside_length(context.input.layout, 14.0F));
    }
}

} // namespace osteon::ui
