#include "ui/stage_label.h"
#include "ui/stage_parts.h"
#include "ui/widgets.h"
#include "view/routes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <ranges>
#include <utility>

namespace osteon::ui {
namespace {

using view::RouteLine;
using view::RoutePicture;
using view::Traveller;

/// Cells travel this long after a route has come on the stage, seconds; then arrows stand in their
/// place, and nothing is drawn any more.
constexpr double c_playing_time = 20.0;

/// How much of its ink a vessel keeps behind bone: more than a mark, since that of the spine's
/// veins is never seen otherwise.
constexpr float c_behind_bone = 0.55F;

// Lengths in px at 100 %.
constexpr float c_edge = 1.5F;
constexpr float c_gap = 4.0F;          ///< least between the dashes of an artery
constexpr float c_dash_in_gaps = 5.0F; ///< length of a dash
constexpr float c_round_from = 4.5F;   ///< a vessel so wide is drawn as a tube
constexpr float c_between_dots = 7.0F; ///< of a lymph vessel
constexpr float c_cell_radius = 4.5F;
constexpr float c_arrow = 6.0F;

ImVec2 vec(glm::vec2 place) {
    return {place.x, place.y};
}

ImU32 ink_of(const Theme& theme, anatomy::VesselKind kind) {
    switch (kind) {
    case anatomy::VesselKind::artery:
        return theme.artery;
    case anatomy::VesselKind::portal:
        return theme.portal;
    case anatomy::VesselKind::lymph:
        return theme.lymph;
    default:
        return theme.vein;
    }
}

/// Draws lines of one picture.
class LineBrush {
public:
    /// `step`: the only one that is lit while no vessels are pointed at; below 0: all are.
    LineBrush(const PanelContext& context, ImDrawList* list, int step)
        : context_(context)
        , list_(list)
        , lit_(context.input.pointing.hovered_vessels)
        , step_(step) {}

    /// The dark edges of all lines of a kind come first, so that vessels run into each other.
    void edge(const RouteLine& line) const {
        for_each_run(line, [&](std::span<const ImVec2> run, float opacity) {
            stroke(run, faded(context_.theme.vessel_edge, 0.85F * opacity),
                   line.width + 2.0F * context_.metrics.stroke(c_edge));
        });
    }

    void core(const RouteLine& line) const {
        const ImU32 ink = ink_of(context_.theme, line.kind);
        for_each_run(line, [&](std::span<const ImVec2> run, float opacity) {
            switch (line.kind) {
            case anatomy::VesselKind::artery:
                dashes(run, line.width,
                       [&](std::span<const ImVec2> dash) { tube(dash, ink, opacity, line.width); });
                break;
            case anatomy::VesselKind::lymph:
                dots(run, faded(ink, opacity), line.width);
                break;
            case anatomy::VesselKind::portal:
                tube(run, ink, opacity, line.width + context_.metrics.stroke(1.0F));
                stroke(run, faded(context_.theme.vessel_edge, 0.85F * opacity), 0.25F * line.width);
                break;
            case anatomy::VesselKind::vein:
                tube(run, ink, opacity, line.width);
                break;
            }
        });
    }

    float opacity(const RouteLine& line, bool behind) const {
        const bool lit = lit_.empty() ? step_ < 0 || static_cast<int>(line.step) == step_
                                      : std::ranges::find(lit_, line.vessel) != lit_.end();
        return (behind ? c_behind_bone : 1.0F) * (lit ? 1.0F : behind_opacity);
    }

private:
    /// Calls `draw` with each stretch of the line that is before or behind bone throughout.
    template <class Draw>
    void for_each_run(const RouteLine& line, Draw draw) const {
        std::size_t first = 0;
        while (first + 1 < line.points.size()) {
            std::size_t last = first + 1;
            while (last + 1 < line.points.size() && line.behind[last] == line.behind[first]) {
                ++last;
            }
            std::vector<ImVec2> run;
            for (std::size_t i = first; i <= last; ++i) {
                run.push_back(vec(line.points[i]));
            }
            draw(std::span<const ImVec2>(run), opacity(line, line.behind[first]));
            first = last;
        }
    }

    void stroke(std::span<const ImVec2> run, ImU32 colour, float width) const {
        list_->AddPolyline(run.data(), static_cast<int>(run.size()), colour, 0, width);
    }

    /// A round wall: darker where it turns away, with a light along it from the upper left.
    void tube(std::span<const ImVec2> run, ImU32 ink, float opacity, float width) const {
        const bool round = width >= context_.metrics.stroke(c_round_from);
        stroke(run, faded(round ? mixed(ink, context_.theme.vessel_edge, 0.35F) : ink, opacity),
               width);
        if (!round) {
            return;
        }
        stroke(run, faded(ink, opacity), 0.66F * width);
        std::vector<ImVec2> light(run.begin(), run.end());
        for (ImVec2& point : light) {
            point.x -= 0.12F * width;
            point.y -= 0.12F * width;
        }
        stroke(light, faded(mixed(ink, IM_COL32_WHITE, 0.45F), opacity), 0.2F * width);
    }

    /// Calls `draw` with each dash of an artery; the gap grows with the width.
    template <class Draw>
    void dashes(std::span<const ImVec2> run, float width, Draw draw) const {
        const float gap = std::max(context_.metrics.stroke(c_gap), 0.35F * width);
        const float period = (1.0F + c_dash_in_gaps) * gap;
        std::vector<ImVec2> dash;
        const auto end_dash = [&] {
            if (dash.size() > 1) {
                draw(std::span<const ImVec2>(dash));
            }
            dash.clear();
        };
        along(run, [&](glm::vec2 from, glm::vec2 to, float come) {
            const float length = glm::distance(from, to);
            for (float at = 0.0F; at < length;) {
                const float phase = std::fmod(come + at, period);
                const bool inked = phase < period - gap;
                const float end = std::min(length, at + (inked ? period - gap : period) - phase);
                if (inked) {
                    if (dash.empty()) {
                        dash.push_back(vec(glm::mix(from, to, at / length)));
                    }
                    dash.push_back(vec(glm::mix(from, to, end / length)));
                } else {
                    end_dash();
                }
                at = std::max(end, at + 0.01F);
            }
        });
        end_dash();
    }

    void dots(std::span<const ImVec2> run, ImU32 colour, float width) const {
        const float between = std::max(context_.metrics.stroke(c_between_dots), 1.6F * width);
        along(run, [&](glm::vec2 from, glm::vec2 to, float come) {
            const float length = glm::distance(from, to);
            for (float at = between - std::fmod(come, between); at < length; at += between) {
                list_->AddCircleFilled(vec(glm::mix(from, to, at / length)), 0.55F * width, colour,
                                       10);
            }
        });
    }

    /// Calls `draw` with each piece of the run, and how far it begins from the run's start.
    template <class Draw>
    static void along(std::span<const ImVec2> run, Draw draw) {
        float come = 0.0F;
        for (std::size_t i = 1; i < run.size(); ++i) {
            const glm::vec2 from(run[i - 1].x, run[i - 1].y);
            const glm::vec2 to(run[i].x, run[i].y);
            if (from != to) {
                draw(from, to, come);
                come += glm::distance(from, to);
            }
        }
    }

    const PanelContext& context_;
    ImDrawList* list_;
    const std::vector<std::string>& lit_;
    int step_;
};

void draw_cell(const PanelContext& context, ImDrawList* list, const Traveller& cell,
               float opacity) {
    const float radius = context.metrics.stroke(c_cell_radius);
    const Theme& ink = theme_of(session::ThemeChoice::dark);
    list->AddCircleFilled(vec(cell.at), radius + context.metrics.stroke(c_edge),
                          faded(ink.vessel_edge, 0.9F * opacity), 20);
    list->AddCircleFilled(vec(cell.at), radius, faded(ink.cell, opacity), 20);
}

void draw_arrow(const PanelContext& context, ImDrawList* list, const Traveller& arrow,
                float opacity) {
    const float size = context.metrics.stroke(c_arrow);
    const Theme& ink = theme_of(session::ThemeChoice::dark);
    const glm::vec2 side(-arrow.direction.y, arrow.direction.x);
    const std::array<ImVec2, 3> corners = {
        vec(arrow.at - 0.7F * size * arrow.direction + 0.8F * size * side),
        vec(arrow.at + size * arrow.direction),
        vec(arrow.at - 0.7F * size * arrow.direction - 0.8F * size * side)};
    list->AddTriangleFilled(corners[0], corners[1], corners[2], faded(ink.cell, opacity));
    list->AddPolyline(corners.data(), 3, faded(ink.vessel_edge, 0.9F * opacity), ImDrawFlags_Closed,
                      context.metrics.stroke(c_edge));
}

StageLabel label_of(const view::RouteLabel& label) {
    return {.at = label.at,
            .plate = label.plate,
            .knee = label.knee,
            .end = label.end,
            .title = label.title,
            .subtitle = label.subtitle,
            .form = label.organ ? view::LabelForm::roomy : view::LabelForm::compact,
            .behind = label.behind};
}

void draw_labels(const PanelContext& context, ImDrawList* list, const RoutePicture& picture) {
    for (const view::RouteLabel& label : picture.labels) {
        draw_leader(context, list, label_of(label));
    }
    for (const view::RouteLabel& label : picture.labels) {
        const auto px = [&](float length) { return context.metrics.stroke(length); };
        if (label.organ) {
            const Theme& ink = theme_of(session::ThemeChoice::dark);
            list->AddCircleFilled(vec(label.at), px(7.0F), faded(ink.vessel_edge, 0.85F), 24);
            list->AddCircleFilled(vec(label.at), px(5.5F), context.theme.organ, 24);
        }
        draw_label(context, list, label_of(label));
    }
}

/// The kinds of vessels of a picture, the nearest last: vessels of a kind run into each other, and
/// cross those of another before or behind them.
std::vector<anatomy::VesselKind> from_far_to_near(const RoutePicture& picture) {
    std::map<anatomy::VesselKind, std::pair<float, float>> sums;
    for (const RouteLine& line : picture.lines) {
        auto& [distance, count] = sums[line.kind];
        distance += line.distance;
        count += 1.0F;
    }
    std::vector<std::pair<float, anatomy::VesselKind>> order;
    for (const auto& [kind, sum] : sums) {
        order.emplace_back(-sum.first / sum.second, kind);
    }
    std::ranges::sort(order);
    std::vector<anatomy::VesselKind> kinds;
    std::ranges::transform(order, std::back_inserter(kinds),
                           [](const auto& each) { return each.second; });
    return kinds;
}

void draw_picture(const PanelContext& context, ImDrawList* list, const RoutePicture& picture,
                  std::optional<double> seconds) {
    const Rect& stage = picture.stage;
    list->PushClipRect({stage.x, stage.y}, {stage.right(), stage.bottom()}, true);
    const LineBrush brush(context, list, picture.step);
    for (const anatomy::VesselKind kind : from_far_to_near(picture)) {
        const auto drawn = [kind](const RouteLine& line) { return line.kind == kind; };
        std::ranges::for_each(picture.lines | std::views::filter(drawn),
                              [&](const RouteLine& line) { brush.edge(line); });
        std::ranges::for_each(picture.lines | std::views::filter(drawn),
                              [&](const RouteLine& line) { brush.core(line); });
    }
    const auto moving =
        seconds ? view::travellers(picture, static_cast<float>(*seconds)) : view::arrows(picture);
    for (const Traveller& each : moving) {
        const float opacity = brush.opacity(picture.lines[each.line], each.behind);
        if (seconds) {
            draw_cell(context, list, each, opacity);
        } else {
            draw_arrow(context, list, each, opacity);
        }
    }
    draw_labels(context, list, picture);
    list->PopClipRect();
}

} // namespace

void draw_routes(PanelContext& context, StageState& state) {
    std::string shown;
    for (const RoutePicture& picture : context.input.marks.routes) {
        shown += picture.route + ' ';
    }
    if (shown != state.played_route) {
        state.played_route = shown;
        state.route_began = context.now;
    }
    const double seconds = context.now - state.route_began;
    const bool moves = !shown.empty() && !context.motion.reduced() && seconds < c_playing_time;
    if (moves) {
        context.motion.ask_for_frame();
    }
    for (const RoutePicture& picture : context.input.marks.routes) {
        draw_picture(context, ImGui::GetBackgroundDrawList(), picture,
                     moves ? std::optional(seconds) : std::nullopt);
    }
}

} // namespace osteon::ui
