#include "view/labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace osteon::view {

namespace {

using glm::vec2;

// Lengths in px at 100 %.
constexpr float c_furniture_gap = 12.0F; ///< between plates and furniture
constexpr float c_near_middle = 60.0F;
constexpr std::size_t c_many = 6; ///< labels of a column that call for an even share
constexpr float c_stays = 40.0F;  ///< beyond the middle within which a label stays on its side

float cross(const vec2& a, const vec2& b) {
    return a.x * b.y - a.y * b.x;
}

bool ranges_meet(float a, float b, float c, float d) {
    return std::min(a, b) <= std::max(c, d) && std::min(c, d) <= std::max(a, b);
}

/// Touching counts. Segments of one line, as those of two leaders of one height, need not touch.
bool segments_cross(const vec2& a, const vec2& b, const vec2& c, const vec2& d) {
    return ranges_meet(a.x, b.x, c.x, d.x) && ranges_meet(a.y, b.y, c.y, d.y) &&
           cross(b - a, c - a) * cross(b - a, d - a) <= 0.0F &&
           cross(d - c, a - c) * cross(d - c, b - c) <= 0.0F;
}

bool segment_meets(const vec2& a, const vec2& b, const Rect& rect) {
    const std::array<vec2, 4> corners = {{{rect.x, rect.y},
                                          {rect.right(), rect.y},
                                          {rect.right(), rect.bottom()},
                                          {rect.x, rect.bottom()}}};
    if (rect.contains(a) || rect.contains(b)) {
        return true;
    }
    for (std::size_t i = 0; i < corners.size(); ++i) {
        if (segments_cross(a, b, corners[i], corners[(i + 1) % corners.size()])) {
            return true;
        }
    }
    return false;
}

bool disc_meets(const vec2& centre, float radius, const Rect& rect) {
    const vec2 nearest{std::clamp(centre.x, rect.x, rect.right()),
                       std::clamp(centre.y, rect.y, rect.bottom())};
    return glm::distance(centre, nearest) < radius;
}

/// One of the two columns, with the requests that it holds, from top to bottom.
struct Column {
    bool is_left = true;
    float edge = 0.0F; ///< of the plates, towards the skeleton
    float top = 0.0F;  ///< between these two it is free of furniture
    float bottom = 0.0F;
    std::vector<std::size_t> order;
};

/// The places of both columns while they are being worked out.
class Columns {
public:
    Columns(std::span<const LabelRequest> requests, const LabelArea& area)
        : requests_(requests)
        , area_(area)
        , places_(requests.size()) {
        right_.is_left = false;
        share_out(0.5F * (area.left + area.right));
    }

    std::vector<LabelPlace> place() {
        measure(left_);
        measure(right_);
        // The columns may have moved to unlike distances; the nearer one serves.
        share_out(0.5F * (left_.edge + right_.edge));
        measure(left_);
        measure(right_);
        balance(left_, right_);
        balance(right_, left_);
        spill(left_, right_);
        spill(right_, left_);
        for (Column* column : {&left_, &right_}) {
            measure(*column);
            thin_out(*column);
            const std::vector<float> slack = tops(*column);
            stack(*column, slack);
            untangle(*column, slack);
        }
        return checked();
    }

private:
    float px(float length) const { return length * area_.scale; }

    /// Gives each request to the side of `middle` that it lies on, from top to bottom.
    void share_out(float middle) {
        std::vector<std::size_t> all(requests_.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        std::stable_sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) {
            return requests_[a].at.y < requests_[b].at.y;
        });
        left_.order.clear();
        right_.order.clear();
        for (const std::size_t i : all) {
            const float stays = px(c_stays) * static_cast<float>(requests_[i].side);
            (requests_[i].at.x + stays < middle ? left_ : right_).order.push_back(i);
        }
    }

    /// Finds the edge of a column and the longest stretch of it without furniture. Requests that
    /// lie too near to the bounds for any column beside them do not count.
    void measure(Column& column) const {
        float widest = 0.0F;
        column.edge = column.is_left ? area_.left : area_.right;
        for (const std::size_t i : column.order) {
            const LabelRequest& request = requests_[i];
            const float reach = request.clearance + px(area_.knee + 4.0F);
            const float edge = column.is_left ? request.at.x - reach : request.at.x + reach;
            const bool beside = column.is_left ? edge - request.size.x >= area_.bounds.x
                                               : edge + request.size.x <= area_.bounds.right();
            if (beside) {
                widest = std::max(widest, request.size.x);
                column.edge =
                    column.is_left ? std::min(column.edge, edge) : std::max(column.edge, edge);
            }
        }
        column.edge =
            std::round(column.is_left ? std::max(column.edge, area_.bounds.x + widest)
                                      : std::min(column.edge, area_.bounds.right() - widest));
        const float x = column.is_left ? column.edge - widest : column.edge;
        find_stretch(column, {x, area_.bounds.y, widest, area_.bounds.height});
    }

    void find_stretch(Column& column, const Rect& strip) const {
        std::vector<std::pair<float, float>> blocks{{strip.bottom(), strip.bottom()}};
        for (const Rect& taken : area_.taken) {
            if (taken.overlaps(strip)) {
                blocks.emplace_back(taken.y - px(c_furniture_gap),
                                    taken.bottom() + px(c_furniture_gap));
            }
        }
        std::sort(blocks.begin(), blocks.end());
        float from = strip.y;
        column.top = column.bottom = strip.y;
        for (const auto& [begin, end] : blocks) {
            if (begin - from > column.bottom - column.top) {
                column.top = from;
                column.bottom = begin;
            }
            from = std::max(from, end);
        }
    }

    float needed(const Column& column) const {
        float height = -px(area_.gap);
        for (const std::size_t i : column.order) {
            height += requests_[i].size.y + px(area_.gap);
        }
        return height;
    }

    bool has_room(const Column& column) const {
        return needed(column) <= column.bottom - column.top;
    }

    /// Of many labels those near the middle go to the emptier side: leaders become shorter.
    void balance(Column& full, Column& other) const {
        const float middle = 0.5F * (left_.edge + right_.edge);
        while (full.order.size() > c_many && full.order.size() > other.order.size() + 1) {
            const std::size_t nearest = nearest_to_other(full);
            if (std::abs(requests_[nearest].at.x - middle) > px(c_near_middle)) {
                return;
            }
            move(nearest, full, other);
        }
    }

    /// Moves what does not fit, beginning with what is nearest to the other side.
    void spill(Column& full, Column& other) const {
        while (!has_room(full) && full.order.size() > other.order.size() + 1) {
            move(nearest_to_other(full), full, other);
        }
    }

    std::size_t nearest_to_other(const Column& column) const {
        const auto nearer = [&](std::size_t a, std::size_t b) {
            return requests_[a].at.x < requests_[b].at.x;
        };
        return column.is_left ? *std::ranges::max_element(column.order, nearer)
                              : *std::ranges::min_element(column.order, nearer);
    }

    void move(std::size_t moved, Column& from, Column& into) const {
        std::erase(from.order, moved);
        const auto place =
            std::ranges::upper_bound(into.order, requests_[moved].at.y, {},
                                     [&](std::size_t i) { return requests_[i].at.y; });
        into.order.insert(place, moved);
    }

    void thin_out(Column& column) const {
        while (!column.order.empty() && !has_room(column)) {
            column.order.erase(std::max_element(column.order.begin(), column.order.end(),
                                                [&](std::size_t a, std::size_t b) {
                                                    return requests_[a].rank < requests_[b].rank;
                                                }));
        }
    }

    /// Least squares under "each below the one before": pool adjacent violators (isotonic
    /// regression), on the tops of the plates less the heights of those above them.
    std::vector<float> tops(const Column& column) const {
        struct Pool {
            float mean;
            float count;
        };
        std::vector<Pool> pools;
        float above = 0.0F;
        for (const std::size_t i : column.order) {
            pools.push_back({requests_[i].at.y - 0.5F * requests_[i].size.y - above, 1.0F});
            while (pools.size() > 1 && pools[pools.size() - 2].mean > pools.back().mean) {
                const Pool last = pools.back();
                pools.pop_back();
                Pool& pool = pools.back();
                pool.mean =
                    (pool.mean * pool.count + last.mean * last.count) / (pool.count + last.count);
                pool.count += last.count;
            }
            above += requests_[i].size.y + px(area_.gap);
        }
        std::vector<float> result;
        const float highest = std::max(column.bottom - needed(column), column.top);
        for (const Pool& pool : pools) {
            result.insert(result.end(), static_cast<std::size_t>(pool.count),
                          std::clamp(pool.mean, column.top, highest));
        }
        return result;
    }

    /// Stands the plates in the column's order, each as far below the heights of those above it as
    /// `slack` says.
    void stack(const Column& column, const std::vector<float>& slack) {
        float above = 0.0F;
        for (std::size_t n = 0; n < column.order.size(); ++n) {
            const std::size_t i = column.order[n];
            const vec2 size = requests_[i].size;
            // Rounded down, so that the last one stays within the stretch.
            Rect plate{column.is_left ? column.edge - size.x : column.edge,
                       std::floor(slack[n] + above), size.x, size.y};
            places_[i].plate = plate;
            places_[i].end = {column.edge, plate.centre().y};
            places_[i].knee = places_[i].end;
            places_[i].knee.x += column.is_left ? px(area_.knee) : -px(area_.knee);
            above += size.y + px(area_.gap);
        }
    }

    bool leaders_cross(std::size_t a, std::size_t b) const {
        const LabelPlace& p = places_[a];
        const LabelPlace& q = places_[b];
        return segments_cross(requests_[a].at, p.knee, requests_[b].at, q.knee) ||
               segments_cross(requests_[a].at, p.knee, q.knee, q.end) ||
               segments_cross(p.knee, p.end, requests_[b].at, q.knee);
    }

    bool has_crossing(const Column& column) const {
        for (std::size_t m = 0; m < column.order.size(); ++m) {
            for (std::size_t n = m + 1; n < column.order.size(); ++n) {
                if (leaders_cross(column.order[m], column.order[n])) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Where leaders cross, the plates are dealt out anew from the top: each goes to the request
    /// that is seen highest from its knee. All others then lie below that leader, and so do their
    /// knees, so that none crosses it. Plates of unequal height move the knees a little: a second
    /// and third round mend that.
    void untangle(Column& column, const std::vector<float>& slack) {
        constexpr int rounds = 3;
        for (int round = 0; round < rounds && has_crossing(column); ++round) {
            std::vector<vec2> knees;
            for (const std::size_t i : column.order) {
                knees.push_back(places_[i].knee);
            }
            for (std::size_t n = 0; n + 1 < knees.size(); ++n) {
                const auto rest = column.order.begin() + static_cast<std::ptrdiff_t>(n);
                const auto slope = [&](std::size_t i) {
                    const vec2 way = requests_[i].at - knees[n];
                    return way.y / std::max(std::abs(way.x), 1.0F);
                };
                const auto highest = std::ranges::min_element(rest, column.order.end(), {}, slope);
                std::rotate(rest, highest, highest + 1);
            }
            stack(column, slack);
        }
    }

    bool leader_meets(std::size_t i, const Rect& rect) const {
        return segment_meets(requests_[i].at, places_[i].knee, rect) ||
               segment_meets(places_[i].knee, places_[i].end, rect);
    }

    bool is_clear(std::size_t i, const std::vector<std::size_t>& kept) const {
        const Rect& plate = places_[i].plate;
        const bool within = plate.x >= area_.bounds.x && plate.right() <= area_.bounds.right() &&
                            plate.y >= area_.bounds.y && plate.bottom() <= area_.bounds.bottom();
        // The knee lies between plate and marker, or the leader would run under its own plate.
        const float forth = places_[i].knee.x - places_[i].end.x;
        const bool outward = (requests_[i].at.x - places_[i].knee.x) * forth >= 0.0F;
        return within && outward &&
               std::none_of(area_.taken.begin(), area_.taken.end(),
                            [&](const Rect& taken) {
                                return taken.overlaps(plate) || leader_meets(i, taken);
                            }) &&
               std::none_of(requests_.begin(), requests_.end(),
                            [&](const LabelRequest& other) {
                                return disc_meets(other.at, other.clearance, plate);
                            }) &&
               std::none_of(kept.begin(), kept.end(), [&](std::size_t k) {
                   return places_[k].plate.overlaps(plate) || leaders_cross(i, k) ||
                          leader_meets(i, places_[k].plate) || leader_meets(k, plate);
               });
    }

    std::vector<std::size_t> by_rank(std::vector<std::size_t> some) const {
        std::ranges::sort(some, {}, [&](std::size_t i) { return std::pair(requests_[i].rank, i); });
        return some;
    }

    /// What could not be placed cleanly in a column stands close to its marker, or is left out; the
    /// most important choose first.
    std::vector<LabelPlace> checked() {
        std::vector<std::size_t> stacked = left_.order;
        stacked.insert(stacked.end(), right_.order.begin(), right_.order.end());
        std::vector<std::size_t> kept;
        std::vector<LabelPlace> result(requests_.size());
        for (const std::size_t i : by_rank(stacked)) {
            if (is_clear(i, kept)) {
                kept.push_back(i);
                result[i] = places_[i];
            }
        }
        std::vector<std::size_t> left_over;
        for (std::size_t i = 0; i < requests_.size(); ++i) {
            if (result[i].plate.empty()) {
                left_over.push_back(i);
            }
        }
        for (const std::size_t i : by_rank(left_over)) {
            if (stand_close(i, kept)) {
                kept.push_back(i);
                result[i] = places_[i];
            }
        }
        return result;
    }

    /// Tries plates right beside the marker: level with it, then lower and higher.
    bool stand_close(std::size_t i, const std::vector<std::size_t>& kept) {
        const LabelRequest& request = requests_[i];
        const float away = request.clearance + px(area_.knee);
        for (const float lower : {0.0F, 1.0F, -1.0F, 2.0F, -2.0F}) {
            const float y = request.at.y + lower * (request.size.y + px(area_.gap));
            for (const float side : {1.0F, -1.0F}) {
                const float end = request.at.x + side * away;
                const float x = side > 0.0F ? end : end - request.size.x;
                LabelPlace& place = places_[i];
                place.plate = {std::round(x), std::floor(y - 0.5F * request.size.y), request.size.x,
                               request.size.y};
                place.end = {side > 0.0F ? place.plate.x : place.plate.right(),
                             place.plate.centre().y};
                place.knee = place.end - glm::vec2(side * 0.5F * px(area_.knee), 0.0F);
                if (is_clear(i, kept)) {
                    return true;
                }
            }
        }
        return false;
    }

    std::span<const LabelRequest> requests_;
    const LabelArea& area_;
    std::vector<LabelPlace> places_;
    Column left_;
    Column right_;
};

} // namespace

std::vector<LabelPlace> place_labels(std::span<const LabelRequest> requests,
                                     const LabelArea& area) {
    return Columns(requests, area).place();
}

} // namespace osteon::view
