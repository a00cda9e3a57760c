#include "session/stage_change.h"

#include <algorithm>
#include <utility>

// How the stage goes to notes.

namespace osteon::session {

void StageChange::operator()(const ShowNote& action) {
    const std::vector<BonePoint> places = points_of(session.notes, action.id);
    if (places.empty()) {
        (*this)(ShowView{action.id});
        return;
    }
    std::vector<BoneIndex> bones;
    for (const BonePoint& place : places) {
        bones.push_back(place.bone);
    }
    bones = known(bones);
    reveal(bones);
    name = tr_bones("showing {}", bones);
    const SeenFrom seen = seen_from(session.notes, action.id);
    CameraWish wish;
    wish.yaw = seen.yaw;
    wish.pitch = seen.pitch;
    wish.places = places;
    ask(session, std::move(wish));
}

void StageChange::operator()(const ShowView& action) {
    const auto& views = session.notes.views;
    const auto view = std::ranges::find(views, action.id, &SavedView::id);
    if (view == views.end()) {
        return;
    }
    stage() = view->stage;
    name = world.knowledge.language.tr("showing the view {}", view->name);
    session.focused_hotspot.clear();
    CameraWish wish;
    wish.exact = view->stage.camera;
    ask(session, std::move(wish));
}

} // namespace osteon::session
