#pragma once

#include "anatomy/model.h"
#include "app/atlas.h"
#include "app/pointer_control.h"
#include "app/staged_model.h"
#include "render/renderer.h"
#include "view/markers.h"
#include "view/panes.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace osteon::app {

/// The skeleton on the stage: the model, where its markers stand, and what lies under a pixel.
class StageView {
public:
    /// Takes a model and uploads it.
    void show(StagedModel staged, const Atlas& atlas, render::Renderer& renderer);

    /// Uploads the model that it has, if any, to a renderer made anew.
    void upload(render::Renderer& renderer) const;

    bool loaded() const { return revision_ > 0; }
    std::uint64_t revision() const { return revision_; }
    const anatomy::SkeletonModel& model() const { return model_; }
    const std::string& name() const { return model_.name; }
    const std::string& credit() const { return model_.credit; }
    std::size_t triangles() const { return model_.triangle_count(); }
    /// How far the bones are moved with the pieces so spread, as Scene::offsets has it.
    std::vector<glm::vec3> offsets(const view::Spread& spread) const {
        return view::offsets_at(explosions_, spread);
    }
    /// The boxes of the bones that are not hidden, in their places or moved.
    std::vector<Box> shown_boxes(const session::Stage& stage,
                                 std::span<const glm::vec3> offsets) const;

    /// The box of what the camera frames on request; of all shown bones where nothing is chosen.
    Box framed_bounds(const session::Session& session, const session::World& world) const;

    /// Where a section cuts what is chosen, if it cuts the air beside it so far.
    std::optional<session::SectionPlane> section_through_choice(const session::Session& session,
                                                                const session::World& world) const;

    /// What a wish of the camera frames beside bones: the surroundings of its places, and the
    /// course of the vessels of the step that is told of a route.
    std::vector<glm::vec3> framed_beside(const session::CameraWish& wish,
                                         const session::Session& session,
                                         const session::World& world) const;

    /// What stands on the stage: view::panes() of this model, its pieces spread.
    std::vector<view::Pane> panes(const session::Session& session, const session::World& world,
                                  const view::Layout& layout, const session::CameraPose& pose,
                                  const view::Pointing& pointing, const view::Spread& spread,
                                  bool moving) const;

    /// What lies under a pixel of a drawn pane; where nothing does, what lies within `reach`
    /// pixels, so that thin bones are easy to meet. Without a bone the point lies at the depth of
    /// the camera's target.
    Hit hit(const render::Renderer& renderer, const view::Pane& pane, glm::vec2 pixel,
            float reach) const;

    /// The marks on the panes that `renderer` has just drawn, or drawn smaller: `drawn` is the size
    /// of their pixels there. Remembers them, so that names keep their places while the camera
    /// moves.
    view::StageMarks marks(std::span<const view::Pane> panes, const Atlas& atlas,
                           const view::Pointing& pointing, const render::Renderer& renderer,
                           const view::MeasureLabel& measure, float drawn = 1.0F);

private:
    /// The two films of a bone scan, and what they were exposed from.
    struct Scan {
        std::uint64_t revision = 0;
        std::vector<anatomy::BoneIndex> hidden;
        std::vector<view::Lesion> lesions;
        std::array<std::shared_ptr<const view::ScanFilm>, 2> films;
    };
    const Scan& scan(const session::Stage& stage, const session::World& world) const;

    /// The lesions that a stage shows on this model.
    std::vector<view::Lesion> lesions(const session::Stage& stage,
                                      const session::World& world) const;

    view::StageMarks marks_in(const view::Pane& pane, const Atlas& atlas,
                              const view::Pointing& pointing, const render::Renderer& renderer,
                              const view::MeasureLabel& measure, float drawn,
                              const view::StageMarks& before) const;

    anatomy::SkeletonModel model_;
    view::Anchors anchors_;               ///< those of bones are found when names are first shown
    std::vector<view::StageMarks> marks_; ///< of the last picture's panes
    view::Marrow marrow_;
    view::CourseSites course_sites_;
    view::Geometry organs_; ///< in the model's place and size
    anatomy::BodyFit fit_;  ///< from the built-in skeleton to the model
    view::Explosions explosions_;
    std::uint64_t revision_ = 0;
    mutable Scan scan_; ///< the last, since it takes longer than a frame
};

} // namespace osteon::app
