#include "view/markers.h"

#include "session/hotspots.h"
#include "session/tour_stage.h"
#include "view/captions.h"
#include "view/labels.h"
#include "view/stage_room.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace osteon::view {

namespace {

using glm::vec2;
using glm::vec3;

// Lengths in px at 100 %.
constexpr float c_radius = 9.0F;
constexpr float c_least_radius = 7.0F;
constexpr float c_most_radius = 14.0F;
constexpr float c_between_markers = 4.0F;
constexpr float c_roomy_pane = 480.0F; ///< width of a pane whose markers are all labelled
constexpr float c_gap_of_names = 4.0F; ///< between plates while bones are named
constexpr float c_knee_of_names = 12.0F;

/// How far the drawn marker reaches: hover and choice add rings.
float reach(const Marker& marker, float scale) {
    return marker.radius + (marker.chosen ? 5.0F : 2.0F) * scale;
}

bool lies_on(const Rect& rect, const vec2& at, float radius) {
    return Rect{at.x - radius, at.y - radius, 2.0F * radius, 2.0F * radius}.overlaps(rect);
}

/// The place of a marker, and its rank where there is no room for all.
struct Candidate {
    Marker marker;
    int rank = 0;
};

/// Makes the markers of one moment.
class Placement {
public:
    Placement(const session::Session& session, const session::World& world, const Layout& layout,
              const Scene& scene, const Pointing& pointing)
        : session_(session)
        , world_(world)
        , layout_(layout)
        , scene_(scene)
        , pointing_(pointing)
        , primary_(world.knowledge.primary(session.stage.primary))
        , taken_(taken_places(layout, session.stage)) {}

    std::vector<Candidate> candidates(const std::vector<Anchor>& anchors,
                                      const std::function<float(vec2)>& depth_at) const {
        std::vector<Candidate> result;
        for (const knowledge::Site* site : session::hotspots(session_.stage, world_.knowledge)) {
            const auto anchor =
                std::find_if(anchors.begin(), anchors.end(),
                             [&](const Anchor& each) { return each.site == site->id; });
            if (anchor == anchors.end() || session::is_hidden(session_.stage, anchor->bone)) {
                continue;
            }
            const vec3 place = project(scene_.camera, scene_.viewport, anchor->position);
            if (place.z < 0.0F || is_cut_away(scene_, anchor->position)) {
                continue;
            }
            Marker marker = describe(*site);
            const bool watched = session::is_scan(session_.stage) || has_course(session_.stage);
            if (watched && !is_asked_for(marker)) {
                continue; // a film is looked at for its spots, a course for its lesion
            }
            marker.at = vec2(place);
            marker.behind = is_behind(scene_, anchor->position, place, depth_at);
            const int rank = (marker.chosen    ? 0
                              : marker.focused ? 100
                              : marker.hovered ? 200
                              : marker.behind  ? 400
                                               : 300) +
                             static_cast<int>(result.size());
            result.push_back({std::move(marker), rank});
        }
        return result;
    }

    /// Neighbours push each other away, each by half of what is missing.
    void push_apart(std::vector<Candidate>& candidates) const {
        constexpr int c_rounds = 48;
        for (int round = 0; round < c_rounds; ++round) {
            for (std::size_t a = 0; a < candidates.size(); ++a) {
                for (std::size_t b = a + 1; b < candidates.size(); ++b) {
                    push(candidates[a].marker, candidates[b].marker);
                }
            }
        }
    }

    /// Takes out what lies off the stage or under furniture, and what still overlaps.
    std::vector<Candidate> visible(std::vector<Candidate> candidates) const {
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
        std::vector<Candidate> kept;
        for (Candidate& candidate : candidates) {
            const Marker& marker = candidate.marker;
            const float radius = reach(marker, layout_.scale);
            const Rect inside = layout_.stage.inset(radius);
            const bool free =
                inside.contains(marker.at) &&
                std::none_of(taken_.begin(), taken_.end(),
                             [&](const Rect& rect) { return lies_on(rect, marker.at, radius); }) &&
                std::none_of(kept.begin(), kept.end(), [&](const Candidate& other) {
                    return glm::distance(other.marker.at, marker.at) <
                           radius + reach(other.marker, layout_.scale);
                });
            if (free) {
                kept.push_back(std::move(candidate));
            }
        }
        return kept;
    }

    /// Markers, landmarks and bones share the columns of labels.
    void label(std::vector<Candidate>& candidates, StageMarks& marks, const MeasureLabel& measure,
               const StageMarks& before) const {
        std::vector<LabelRequest> requests;
        std::vector<std::function<void(const LabelPlace&)>> takers;
        for (Candidate& candidate : candidates) {
            if (wants_label(candidate.marker)) {
                requests.push_back(request(candidate, measure));
                takers.push_back(taker(candidate.marker));
            }
        }
        for (LandmarkMark& mark : marks.landmarks) {
            if (is_named(mark)) {
                requests.push_back(request_label(mark, layout_, measure));
                takers.push_back(taker(mark));
            }
        }
        for (BoneMark& mark : marks.bones) {
            requests.push_back(request_label(mark, layout_, measure, before.bones));
            takers.push_back(taker(mark));
        }
        LabelArea area = label_area(layout_, scene_, taken_);
        if (!marks.bones.empty()) {
            area.gap = c_gap_of_names;
            area.knee = c_knee_of_names;
        }
        const std::vector<LabelPlace> places = place_labels(requests, area);
        for (std::size_t i = 0; i < places.size(); ++i) {
            takers[i](places[i]);
        }
        std::erase_if(marks.bones, [](const BoneMark& mark) { return mark.label.empty(); });
    }

private:
    LabelRequest request(Candidate& candidate, const MeasureLabel& measure) const {
        Marker& marker = candidate.marker;
        vec2 size = measure(marker.title, marker.subtitle, LabelForm::roomy);
        if (size.x > widest_label(layout_)) {
            marker.subtitle.clear();
            size = measure(marker.title, marker.subtitle, LabelForm::roomy);
        }
        return {marker.at, reach(marker, layout_.scale), size, candidate.rank};
    }

    template <class Mark>
    static std::function<void(const LabelPlace&)> taker(Mark& mark) {
        return [&mark](const LabelPlace& place) {
            mark.label = place.plate;
            mark.knee = place.knee;
            mark.label_end = place.end;
        };
    }

    Marker describe(const knowledge::Site& site) const {
        Marker marker;
        marker.site = site.id;
        marker.chosen = site.id == session_.stage.site;
        marker.hovered = site.id == pointing_.hovered_site;
        marker.focused = site.id == session_.focused_hotspot;
        marker.part = !site.parent.empty();
        marker.title = site.name;
        marker.subtitle = site.subtitle;
        float radius = marker.part ? c_least_radius : c_radius;
        if (primary_ != nullptr) {
            const int heat = site_heat(site, *primary_, world_.knowledge);
            marker.subtitle =
                spread_caption(site, *primary_, world_.knowledge, session_.settings.show_unchecked);
            radius = std::lerp(c_least_radius, c_most_radius,
                               static_cast<float>(std::clamp(heat, 0, 4)) / 4.0F);
        }
        marker.radius = radius * layout_.scale;
        return marker;
    }

    /// In a narrow pane labels would hide the skeleton, and among names of bones they would be too
    /// many unless they tell figures: only what is pointed at has its own.
    bool wants_label(const Marker& marker) const {
        const bool narrow = layout_.stage != layout_.furnished &&
                            layout_.stage.width < c_roomy_pane * layout_.scale;
        const bool among_names = session_.stage.bone_labels && primary_ == nullptr;
        return (!narrow && !among_names) || is_asked_for(marker);
    }

    static bool is_asked_for(const Marker& marker) {
        return marker.chosen || marker.hovered || marker.focused;
    }

    void push(Marker& a, Marker& b) const {
        const float wanted =
            reach(a, layout_.scale) + reach(b, layout_.scale) + c_between_markers * layout_.scale;
        const float apart = glm::distance(a.at, b.at);
        if (apart >= wanted) {
            return;
        }
        const vec2 away = apart > 0.5F ? (b.at - a.at) / apart : vec2(0.0F, 1.0F);
        a.at -= 0.5F * (wanted - apart) * away;
        b.at += 0.5F * (wanted - apart) * away;
    }

    const session::Session& session_;
    const session::World& world_;
    const Layout& layout_;
    const Scene& scene_;
    const Pointing& pointing_;
    const knowledge::Primary* primary_;
    std::vector<Rect> taken_;
};

} // namespace

StageMarks place_marks(const session::Session& session, const session::World& world,
                       const Layout& layout, const Scene& scene, const Anchors& anchors,
                       const Pointing& pointing, const std::function<float(glm::vec2)>& depth_at,
                       const MeasureLabel& measure, const StageMarks& before) {
    const Placement placement(session, world, layout, scene, pointing);
    // A room sees the bones alone until its speaker asks for names.
    const bool bare = session::is_presenting(session) && !session.stage.bone_labels;
    std::vector<Candidate> candidates =
        bare ? std::vector<Candidate>() : placement.candidates(anchors.sites, depth_at);
    placement.push_apart(candidates);
    candidates = placement.visible(std::move(candidates));
    std::vector<Disc> discs;
    for (const Candidate& candidate : candidates) {
        discs.push_back({candidate.marker.at, reach(candidate.marker, layout.scale)});
    }
    StageMarks marks;
    marks.landmarks = find_landmark_marks(session, world, layout, scene, anchors.landmarks,
                                          pointing, depth_at, discs);
    marks.bones = find_bone_marks(session, world, layout, scene, anchors.bones, pointing, depth_at,
                                  before.bones);
    placement.label(candidates, marks, measure, before);
    marks.markers.reserve(candidates.size());
    for (Candidate& candidate : candidates) {
        marks.markers.push_back(std::move(candidate.marker));
    }
    return marks;
}

std::vector<Rect> taken_by(const StageMarks& marks) {
    std::vector<Rect> taken;
    const auto take_label = [&](const auto& mark) {
        if (mark.label.empty()) {
            return;
        }
        const vec2 low = glm::min(mark.knee, mark.label_end);
        const vec2 size = glm::max(glm::abs(mark.knee - mark.label_end), vec2(1.0F));
        taken.push_back(mark.label);
        taken.push_back({low.x, low.y, size.x, size.y});
    };
    for (const Marker& marker : marks.markers) {
        take_label(marker);
        taken.push_back({marker.at.x - marker.radius, marker.at.y - marker.radius,
                         2.0F * marker.radius, 2.0F * marker.radius});
    }
    std::ranges::for_each(marks.landmarks, take_label);
    std::ranges::for_each(marks.bones, take_label);
    return taken;
}

} // namespace osteon::view
