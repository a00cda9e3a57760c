#include "app/stage_view.h"

#include "base/files.h"
#include "session/hotspots.h"
#include "view/bone_scan.h"
#include "view/geometry.h"
#include "view/section.h"
#include "view/stage_room.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace osteon::app {
namespace {

glm::ivec2 whole(glm::vec2 pixel) {
    return {static_cast<int>(std::floor(pixel.x)), static_cast<int>(std::floor(pixel.y))};
}

/// The places that the marks of a moment may stand on.
std::vector<glm::vec3> places_of(const view::Anchors& anchors, const session::Session& session,
                                 const session::World& world, const view::Scene& scene) {
    const auto landmarks = view::shown_landmarks(session, world);
    std::vector<glm::vec3> places = view::bone_mark_places(session, scene, anchors.bones);
    for (const view::Anchor& anchor : anchors.sites) {
        places.push_back(anchor.position);
    }
    for (const anatomy::LandmarkPlace& landmark : anchors.landmarks) {
        if (std::ranges::binary_search(landmarks, landmark.landmark)) {
            places.push_back(landmark.place);
        }
    }
    return places;
}

/// The depths that the renderer drew under some places, read at once.
class DepthsAt {
public:
    DepthsAt(const std::vector<glm::vec3>& positions, const view::Scene& scene, float drawn,
             const render::Renderer& renderer)
        : drawn_(drawn) {
        for (const glm::vec3& position : positions) {
            const glm::vec3 place = view::project(scene.camera, scene.viewport, position);
            if (place.z > 0.0F && scene.viewport.contains(glm::vec2(place))) {
                pixels_.push_back(whole(drawn * glm::vec2(place)));
            }
        }
        std::ranges::sort(pixels_, before);
        const auto repeated = std::ranges::unique(pixels_);
        pixels_.erase(repeated.begin(), repeated.end());
        depths_ = renderer.depths(pixels_);
    }

    /// The far end where none of the places lies: nothing is in front.
    float at(glm::vec2 pixel) const {
        const glm::ivec2 wanted = whole(drawn_ * pixel);
        const auto found = std::ranges::lower_bound(pixels_, wanted, before);
        return found != pixels_.end() && *found == wanted
                   ? depths_[static_cast<std::size_t>(found - pixels_.begin())]
                   : 1.0F;
    }

private:
    static bool before(const glm::ivec2& a, const glm::ivec2& b) {
        return std::pair(a.y, a.x) < std::pair(b.y, b.x);
    }

    float drawn_;
    std::vector<glm::ivec2> pixels_;
    std::vector<float> depths_;
};

/// The surroundings of the places that a wish comes near to: so much is seen around each.
std::vector<glm::vec3> around_places(const session::CameraWish& wish,
                                     std::span<const glm::vec3> offsets) {
    constexpr float c_around = 0.05F; // metres
    std::vector<glm::vec3> points;
    for (const session::BonePoint& point : wish.places) {
        const glm::vec3 place = point.place + view::offset_of(offsets, point.bone);
        for (int axis = 0; axis < 3; ++axis) {
            glm::vec3 side(0.0F);
            side[axis] = c_around;
            points.push_back(place - side);
            points.push_back(place + side);
        }
    }
    return points;
}

} // namespace

void StageView::show(StagedModel staged, const Atlas& atlas, render::Renderer& renderer) {
    model_ = std::move(staged.model);
    marrow_ = std::move(staged.marrow);
    course_sites_ = std::move(staged.course_sites);
    explosions_ = std::move(staged.explosions);
    ++revision_;
    fit_ = anatomy::fit_body(atlas.around.outline, model_, atlas.registry);
    organs_ =
        view::moved(view::geometry_of(atlas.around.shapes, revision_), fit_.scale, fit_.offset);
    renderer.upload(view::geometry_of(model_, revision_), std::move(staged.measures));
    renderer.surround(organs_);
    anchors_ = {view::find_anchors(model_, atlas.knowledge), model_.landmarks, {}};
    marks_ = {};
    // The driver has a copy of its own; what is read again comes back from the file.
    release_pages(model_.mapped);
}

void StageView::upload(render::Renderer& renderer) const {
    if (loaded()) {
        renderer.upload(view::geometry_of(model_, revision_));
        renderer.surround(organs_);
    }
}

std::vector<Box> StageView::shown_boxes(const session::Stage& stage,
                                        std::span<const glm::vec3> offsets) const {
    std::vector<Box> boxes;
    for (const anatomy::BoneMesh& mesh : model_.meshes) {
        if (!session::is_hidden(stage, mesh.bone)) {
            const glm::vec3 offset = view::offset_of(offsets, mesh.bone);
            boxes.push_back({mesh.bounds.min + offset, mesh.bounds.max + offset});
        }
    }
    return boxes;
}

std::optional<session::SectionPlane>
StageView::section_through_choice(const session::Session& session,
                                  const session::World& world) const {
    const session::SectionPlane& section = session.stage.section;
    const Box box = framed_bounds(session, world);
    if (box.empty() || view::offsets_across(section, box).holds(section.offset)) {
        return std::nullopt;
    }
    return view::through(section, box.centre());
}

std::vector<view::Lesion> StageView::lesions(const session::Stage& stage,
                                             const session::World& world) const {
    const knowledge::Primary* primary = world.knowledge.primary(stage.primary);
    if (!stage.lesions || primary == nullptr) {
        return {};
    }
    return view::place_lesions(*primary, marrow_);
}

std::vector<view::Pane> StageView::panes(const session::Session& session,
                                         const session::World& world, const view::Layout& layout,
                                         const session::CameraPose& pose,
                                         const view::Pointing& pointing, const view::Spread& spread,
                                         bool moving) const {
    std::vector<view::Pane> panes = view::panes(session, world, layout, pose, pointing, moving);
    for (std::size_t i = 0; i < panes.size(); ++i) {
        view::Pane& pane = panes[i];
        pane.scene.geometry_revision = revision_;
        pane.scene.lesions = lesions(pane.session.stage, world);
        view::add_course(pane.scene, pane.session.stage.course, pane.session.stage.course_progress,
                         course_sites_);
        if (loaded() && session::is_scan(session.stage)) {
            pane.scene.scan = scan(session.stage, world).films[i];
        }
        if (!pane.scene.cut) { // cut faces are those of bones in their places
            pane.scene.offsets = offsets(spread);
        }
    }
    return panes;
}

const StageView::Scan& StageView::scan(const session::Stage& stage,
                                       const session::World& world) const {
    std::vector<view::Lesion> hot = lesions(stage, world);
    if (scan_.revision == revision_ && scan_.hidden == stage.hidden && scan_.lesions == hot) {
        return scan_;
    }
    const anatomy::Registry& registry = world.registry;
    std::vector<view::ScanSpot> spots = view::usual_spots(model_, registry);
    std::ranges::copy(view::lesion_spots(hot), std::back_inserter(spots));
    scan_ = {.revision = revision_, .hidden = stage.hidden, .lesions = std::move(hot), .films = {}};
    constexpr std::array sides{view::ScanSide::anterior, view::ScanSide::posterior};
    for (std::size_t i = 0; i < sides.size(); ++i) {
        scan_.films[i] = std::make_shared<const view::ScanFilm>(
            view::expose_scan(model_, registry, stage.hidden, spots, sides[i]));
    }
    return scan_;
}

Box StageView::framed_bounds(const session::Session& session, const session::World& world) const {
    const std::vector<anatomy::BoneIndex> chosen = session::framed_bones(session.stage, world);
    Box box;
    for (const anatomy::BoneMesh& mesh : model_.meshes) {
        const bool counts = chosen.empty() ? !session::is_hidden(session.stage, mesh.bone)
                                           : std::ranges::find(chosen, mesh.bone) != chosen.end();
        if (counts) {
            box.add(mesh.bounds);
        }
    }
    return box;
}

std::vector<glm::vec3> StageView::framed_beside(const session::CameraWish& wish,
                                                const session::Session& session,
                                                const session::World& world) const {
    std::vector<glm::vec3> points = around_places(wish, offsets(view::spread_of(session.stage)));
    const knowledge::Route* const route = session::route_of(session.stage, world);
    if (!wish.route_step || route == nullptr || world.around == nullptr) {
        return points;
    }
    for (const view::RoutePath& path :
         view::route_paths(*route, world.knowledge, *world.around, fit_)) {
        if (static_cast<int>(path.step) == session.stage.route_step) {
            points.insert(points.end(), path.points.begin(), path.points.end());
        }
    }
    return points;
}

Hit StageView::hit(const render::Renderer& renderer, const view::Pane& pane, glm::vec2 pixel,
                   float reach) const {
    const view::Scene& scene = pane.scene;
    constexpr std::array<glm::vec2, 9> c_around = {{{0, 0},
                                                    {1, 0},
                                                    {-1, 0},
                                                    {0, 1},
                                                    {0, -1},
                                                    {.7F, .7F},
                                                    {-.7F, .7F},
                                                    {.7F, -.7F},
                                                    {-.7F, -.7F}}};
    for (const glm::vec2& offset : c_around) {
        const glm::vec2 place = pixel + reach * offset;
        const glm::ivec2 at = whole(place);
        const bool inside = scene.viewport.contains(place);
        const render::Pick pick = inside ? renderer.pick(at.x, at.y) : render::Pick{};
        if (pick.bone != anatomy::no_bone) {
            return {pick.bone, view::unproject(scene.camera, scene.viewport, place, pick.depth)};
        }
    }
    const float depth = view::project(scene.camera, scene.viewport, scene.camera.target).z;
    return {anatomy::no_bone, view::unproject(scene.camera, scene.viewport, pixel, depth)};
}

view::StageMarks StageView::marks_in(const view::Pane& pane, const Atlas& atlas,
                                     const view::Pointing& pointing,
                                     const render::Renderer& renderer,
                                     const view::MeasureLabel& measure, float drawn,
                                     const view::StageMarks& before) const {
    const session::Stage& stage = pane.session.stage;
    const knowledge::Route* const route = session::route_of(stage, atlas.world());
    std::vector<view::RoutePath> paths;
    if (route != nullptr) {
        paths = view::route_paths(*route, atlas.knowledge, atlas.around, fit_);
    }
    const view::Anchors anchors = view::moved_anchors(anchors_, atlas.registry, pane.scene.offsets);
    std::vector<glm::vec3> places = places_of(anchors, pane.session, atlas.world(), pane.scene);
    for (const view::RoutePath& path : paths) {
        places.insert(places.end(), path.points.begin(), path.points.end());
    }
    std::ranges::copy(view::note_places(pane.session, pane.scene), std::back_inserter(places));
    const DepthsAt depths(places, pane.scene, drawn, renderer);
    const auto depth_at = [&](glm::vec2 pixel) { return depths.at(pixel); };
    view::StageMarks marks = view::place_marks(pane.session, atlas.world(), pane.layout, pane.scene,
                                               anchors, pointing, depth_at, measure, before);
    marks.notes = view::place_notes(pane.session, atlas.knowledge.language, pane.layout, pane.scene,
                                    depth_at);
    if (route != nullptr) {
        const knowledge::Primary& primary = *atlas.knowledge.primary(stage.primary);
        std::vector<Rect> taken = view::taken_places(pane.layout, stage);
        std::ranges::copy(view::taken_by(marks), std::back_inserter(taken));
        marks.routes.push_back(view::place_route(
            pane.session, atlas.world(), pane.layout, pane.scene, paths,
            view::route_start(primary, atlas.around, fit_, paths), depth_at, {taken, measure}));
    }
    return marks;
}

view::StageMarks StageView::marks(std::span<const view::Pane> panes, const Atlas& atlas,
                                  const view::Pointing& pointing, const render::Renderer& renderer,
                                  const view::MeasureLabel& measure, float drawn) {
    view::StageMarks all;
    if (!loaded()) {
        return all;
    }
    marks_.resize(panes.size());
    for (std::size_t i = 0; i < panes.size(); ++i) {
        if (view::shows_names(panes[i].session.stage) && anchors_.bones.empty()) {
            anchors_.bones = view::find_bone_anchors(model_);
        }
        marks_[i] = marks_in(panes[i], atlas, pointing, renderer, measure, drawn,
                             panes[i].scene.moving ? marks_[i] : view::StageMarks{});
        std::ranges::copy(marks_[i].markers, std::back_inserter(all.markers));
        std::ranges::copy(marks_[i].landmarks, std::back_inserter(all.landmarks));
        std::ranges::copy(marks_[i].bones, std::back_inserter(all.bones));
        std::ranges::copy(marks_[i].routes, std::back_inserter(all.routes));
        view::append(marks_[i].notes, all.notes);
    }
    return all;
}

} // namespace osteon::app
