#include "view/bone_labels.h"

#include "view/bone_names.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace osteon::view {

namespace {

using anatomy::BoneIndex;
using glm::vec2;
using glm::vec3;

/// A point counts as seen where its surface looks at the viewer by at least this cosine.
constexpr float c_facing = 0.15F;
constexpr float c_least_area = 60.0F; ///< square px at 100 % of a bone that is worth a name
/// px at 100 %: bones of a region that stand nearer to each other than this share one name.
constexpr float c_crowded = 15.0F;
constexpr std::size_t c_crowd = 3;       ///< so many of them at the least
constexpr float c_stays_shown = 1.4F;    ///< times its area counts what the last picture named
constexpr float c_soft_weight = 0.25F;   ///< of discs, cartilage and teeth beside bone
constexpr float c_edge_of_stage = 10.0F; ///< px at 100 % that anchors keep from the stage's edges

bool is_shown(const session::Session& session, const Scene& scene, BoneIndex bone) {
    return !session::is_hidden(session.stage, bone) &&
           (bone >= scene.bones.size() ||
            (scene.bones[bone].flags & (bone_hidden | bone_ghost)) == 0);
}

/// So many bones of an answer are named at the most.
constexpr std::size_t c_named_in_answer = 3;

bool among(const std::vector<BoneIndex>& bones, BoneIndex bone) {
    return std::ranges::find(bones, bone) != bones.end();
}

/// Whether the answer to a question names a bone.
bool is_named_in_answer(const session::QuestionStage& question, BoneIndex bone) {
    return (question.lit.size() <= c_named_in_answer && among(question.lit, bone)) ||
           among(question.mistaken, bone);
}

bool is_named(const session::Stage& stage, BoneIndex bone) {
    return !stage.question || is_named_in_answer(*stage.question, bone);
}

bool faces(const Scene& scene, const SurfacePoint& point) {
    return glm::dot(point.outward, unit_or(scene.camera.eye - point.place, point.outward)) >
           c_facing;
}

/// How far a drawn surface may lie from a point of the same bone: levels of detail stray, and a
/// pixel is not a point.
float tolerance(const BoneAnchor& anchor) {
    return std::clamp(0.05F * anchor.size, 0.0015F, c_hidden_by);
}

/// One bone as it is seen now.
struct Sight {
    const BoneAnchor* anchor = nullptr;
    std::size_t point = 0;
    vec2 at{0.0F};
    float area = 0.0F; ///< square pixels, about
    bool behind = false;
};

/// Finds what is seen of each bone, and chooses what is named.
class Naming {
public:
    Naming(const session::Session& session, const session::World& world, const Layout& layout,
           const Scene& scene, const Pointing& pointing, const std::function<float(vec2)>& depth_at,
           std::span<const BoneMark> before)
        : session_(session)
        , world_(world)
        , layout_(layout)
        , scene_(scene)
        , pointing_(pointing)
        , depth_at_(depth_at)
        , before_(before)
        , taken_(taken_places(layout, session.stage)) {}

    std::vector<BoneMark> marks(std::span<const BoneAnchor> anchors) {
        for (const BoneAnchor& anchor : anchors) {
            if (is_shown(session_, scene_, anchor.bone) && is_named(session_.stage, anchor.bone)) {
                if (auto sight = look_at(anchor)) {
                    sights_.push_back(*sight);
                }
            }
        }
        std::vector<BoneMark> found = named();
        std::ranges::stable_sort(found, {}, &BoneMark::rank);
        if (found.size() > most_bone_labels) {
            found.resize(most_bone_labels);
        }
        return found;
    }

private:
    float square_px(float length) const { return length * layout_.scale * layout_.scale; }

    bool is_open(const vec2& at) const {
        return layout_.stage.inset(c_edge_of_stage * layout_.scale).contains(at) &&
               std::ranges::none_of(taken_, [&](const Rect& rect) { return rect.contains(at); });
    }

    bool is_seen(const BoneAnchor& anchor, const SurfacePoint& point, const vec3& projected) const {
        if (!depth_at_) {
            return true;
        }
        const float depth = depth_at_(vec2(projected));
        if (depth >= 1.0F) {
            return false;
        }
        const vec3 drawn = unproject(scene_.camera, scene_.viewport, vec2(projected), depth);
        return std::abs(glm::distance(point.place, scene_.camera.eye) -
                        glm::distance(drawn, scene_.camera.eye)) <= tolerance(anchor);
    }

    const BoneMark* mark_before(BoneIndex bone) const {
        const auto found = std::ranges::find(before_, bone, &BoneMark::bone);
        return found == before_.end() ? nullptr : &*found;
    }

    /// Nothing where no part of the bone is seen on the open stage, unless it is chosen.
    std::optional<Sight> look_at(const BoneAnchor& anchor) const {
        const float distance = glm::distance(anchor.centre, scene_.camera.eye);
        const float pixels_per_metre =
            0.5F * scene_.viewport.height /
            (std::tan(0.5F * scene_.camera.fov_y) * std::max(distance, scene_.camera.near_plane));
        const vec2 middle = vec2(project(scene_.camera, scene_.viewport, anchor.centre));
        const BoneMark* const last = mark_before(anchor.bone);
        Sight sight{&anchor, 0, {}, 0.0F, true};
        float least = std::numeric_limits<float>::max();
        float facing = 0.0F;
        float seen = 0.0F;
        for (std::size_t i = 0; i < anchor.points.size(); ++i) {
            const SurfacePoint& point = anchor.points[i];
            const vec3 at = project(scene_.camera, scene_.viewport, point.place);
            if (at.z < 0.0F || !faces(scene_, point)) {
                continue;
            }
            facing += 1.0F;
            if (!is_open(vec2(at))) {
                continue;
            }
            const bool behind = !is_seen(anchor, point, at);
            seen += behind ? 0.0F : 1.0F;
            const bool stays = last != nullptr && last->point == i;
            const float cost = glm::distance(vec2(at), middle) / (pixels_per_metre * anchor.size) +
                               (behind ? 10.0F : 0.0F) - (stays ? 0.2F : 0.0F);
            if (cost < least) {
                least = cost;
                sight.point = i;
                sight.at = vec2(at);
                sight.behind = behind;
            }
        }
        if (least == std::numeric_limits<float>::max() || (sight.behind && !is_chosen(anchor))) {
            return std::nullopt;
        }
        // A convex body shows a quarter of its surface (Cauchy's formula); bones show less.
        sight.area = 0.25F * anchor.surface * pixels_per_metre * pixels_per_metre * seen / facing;
        return sight;
    }

    bool is_chosen(const BoneAnchor& anchor) const {
        return session_.stage.question || session::is_selected(session_.stage, anchor.bone);
    }

    bool in_site(BoneIndex bone) const {
        const knowledge::Site* const site = world_.knowledge.site(session_.stage.site);
        return site != nullptr && std::ranges::find(site->bones, bone) != site->bones.end();
    }

    const anatomy::Bone& entry(const Sight& sight) const {
        return world_.registry.bones[sight.anchor->bone];
    }

    bool is_large(const Sight& sight) const {
        return is_chosen(*sight.anchor) || sight.area >= square_px(c_least_area);
    }

    /// Names for all that is seen: of single bones, or of regions whose bones stand too close.
    std::vector<BoneMark> named() const {
        std::map<std::string, std::vector<const Sight*>> regions;
        for (const Sight& sight : sights_) {
            if (!is_chosen(*sight.anchor)) {
                regions[entry(sight).region].push_back(&sight);
            }
        }
        std::vector<BoneMark> result;
        for (const Sight& sight : sights_) {
            const bool alone =
                is_chosen(*sight.anchor) || !is_crowded(regions[entry(sight).region]);
            if (alone && is_large(sight)) {
                result.push_back(bone_mark(sight));
            }
        }
        for (const auto& [region, sights] : regions) {
            if (is_crowded(sights)) {
                result.push_back(region_mark(region, sights));
            }
        }
        return result;
    }

    /// Do the bones of a region stand, one with the next, nearer than their names would?
    bool is_crowded(const std::vector<const Sight*>& sights) const {
        if (sights.size() < c_crowd) {
            return false;
        }
        std::vector<float> nearest;
        for (const Sight* const one : sights) {
            float least = std::numeric_limits<float>::max();
            for (const Sight* const other : sights) {
                if (one != other) {
                    least = std::min(least, glm::distance(one->at, other->at));
                }
            }
            nearest.push_back(least);
        }
        const auto middle = nearest.begin() + static_cast<std::ptrdiff_t>(nearest.size() / 2);
        std::ranges::nth_element(nearest, middle);
        return *middle < c_crowded * layout_.scale;
    }

    BoneMark bone_mark(const Sight& sight) const {
        const anatomy::Bone& bone = entry(sight);
        BoneMark mark;
        mark.bones = {sight.anchor->bone};
        mark.title = short_name(world_.registry, bone, is_in_view(bone.mirror));
        if (session_.stage.question) {
            mark.title = bone.name;
            mark.subtitle = subtitle_in_answer(*session_.stage.question, sight.anchor->bone);
        }
        finish(mark, sight, bone.kind == anatomy::PieceKind::bone ? 1.0F : c_soft_weight);
        return mark;
    }

    std::string subtitle_in_answer(const session::QuestionStage& question, BoneIndex bone) const {
        const knowledge::Language& language = world_.knowledge.language;
        if (!among(question.mistaken, bone)) {
            return world_.registry.bones[bone].latin;
        }
        return question.choices == 0 ? language.tr("You clicked here") : language.tr("Your answer");
    }

    /// Points at the bone nearest to the middle of them all.
    BoneMark region_mark(const std::string& id, const std::vector<const Sight*>& sights) const {
        vec2 sum(0.0F);
        float area = 0.0F;
        for (const Sight* const sight : sights) {
            sum += sight->at;
            area += sight->area;
        }
        const vec2 middle = sum / static_cast<float>(sights.size());
        Sight shown = **std::ranges::min_element(
            sights, {}, [&](const Sight* const sight) { return glm::distance(sight->at, middle); });
        shown.area = area;
        BoneMark mark;
        for (const BoneIndex bone : world_.registry.bones_in_region(id)) {
            if (!session::is_hidden(session_.stage, bone)) {
                mark.bones.push_back(bone);
            }
        }
        const anatomy::Region* const region = world_.registry.find_region(id);
        const anatomy::Bone& bone = entry(shown);
        mark.title =
            region != nullptr ? short_name(world_.registry, *region, has_partner(bone)) : bone.name;
        finish(mark, shown, bone.kind == anatomy::PieceKind::bone ? 1.0F : c_soft_weight);
        return mark;
    }

    void finish(BoneMark& mark, const Sight& sight, float weight) const {
        mark.bone = sight.anchor->bone;
        mark.point = sight.point;
        mark.at = sight.at;
        mark.behind = sight.behind;
        mark.chosen = std::ranges::all_of(mark.bones, [&](BoneIndex bone) {
            return session_.stage.question ? among(session_.stage.question->lit, bone)
                                           : session::is_selected(session_.stage, bone);
        });
        mark.hovered = is_pointed_at(mark.bones);
        const bool was_shown = mark_before(mark.bone) != nullptr;
        mark.rank = rank_of(mark, sight.area * weight * (was_shown ? c_stays_shown : 1.0F));
    }

    bool is_in_view(BoneIndex bone) const {
        return std::ranges::any_of(sights_, [&](const Sight& sight) {
            return sight.anchor->bone == bone && is_large(sight);
        });
    }

    /// Is anything seen of the like region on the other side?
    bool has_partner(const anatomy::Bone& bone) const {
        if (bone.mirror >= world_.registry.bones.size()) {
            return false;
        }
        const std::string& region = world_.registry.bones[bone.mirror].region;
        return region != bone.region && std::ranges::any_of(sights_, [&](const Sight& sight) {
                   return entry(sight).region == region;
               });
    }

    bool is_pointed_at(const std::vector<BoneIndex>& bones) const {
        return bones == pointing_.hovered_group ||
               (bones.size() == 1 && bones.front() == pointing_.hovered_bone);
    }

    /// What is chosen comes first, then what belongs to the site, then by area; after the chosen
    /// landmark and the sites, before other landmarks.
    int rank_of(const BoneMark& mark, float area) const {
        constexpr int first = 1000;
        constexpr float largest = 900.0F;
        const int tier = mark.chosen ? 0 : in_site(mark.bone) ? 1000 : 2000;
        const float side = std::sqrt(std::max(area, 0.0F)) / layout_.scale; // px at 100 %
        return first + tier + static_cast<int>(largest - std::min(side, largest));
    }

    const session::Session& session_;
    const session::World& world_;
    const Layout& layout_;
    const Scene& scene_;
    const Pointing& pointing_;
    const std::function<float(vec2)>& depth_at_;
    std::span<const BoneMark> before_;
    std::vector<Rect> taken_;
    std::vector<Sight> sights_;
};

} // namespace

bool shows_names(const session::Stage& stage) {
    return stage.question ? !stage.question->names_hidden : stage.bone_labels;
}

std::vector<vec3> bone_mark_places(const session::Session& session, const Scene& scene,
                                   std::span<const BoneAnchor> anchors) {
    std::vector<vec3> places;
    if (!shows_names(session.stage)) {
        return places;
    }
    for (const BoneAnchor& anchor : anchors) {
        if (is_shown(session, scene, anchor.bone) && is_named(session.stage, anchor.bone)) {
            for (const SurfacePoint& point : anchor.points) {
                if (faces(scene, point)) {
                    places.push_back(point.place);
                }
            }
        }
    }
    return places;
}

std::vector<BoneMark> find_bone_marks(const session::Session& session, const session::World& world,
                                      const Layout& layout, const Scene& scene,
                                      std::span<const BoneAnchor> anchors, const Pointing& pointing,
                                      const std::function<float(vec2)>& depth_at,
                                      std::span<const BoneMark> before) {
    if (!shows_names(session.stage)) {
        return {};
    }
    return Naming(session, world, layout, scene, pointing, depth_at, before).marks(anchors);
}

LabelRequest request_label(const BoneMark& mark, const Layout& layout, const MeasureLabel& measure,
                           std::span<const BoneMark> before) {
    constexpr float dot_reach = 3.0F; // px at 100 %
    const LabelForm form = mark.subtitle.empty() ? LabelForm::compact : LabelForm::roomy;
    LabelRequest request{mark.at, dot_reach * layout.scale,
                         measure(mark.title, mark.subtitle, form), mark.rank};
    if (const auto last = std::ranges::find(before, mark.bone, &BoneMark::bone);
        last != before.end()) {
        request.side = last->label.x < last->at.x ? -1 : 1;
    }
    return request;
}

} // namespace osteon::view
