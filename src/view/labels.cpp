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
constexpr float c_gap = 12.0F;  ///< between plates, and between plates and furniture
constexpr float c_knee = 18.0F; ///< from the plate to the knee of its leader

float cross(const vec2& a, const vec2& b) {
    return a.x * b.y - a.y * b.x;
}

bool segments_cross(const vec2& a, const vec2& b, const vec2& c, const vec2& d) {
    return cross(b - a, c - a) * cross(b - a, d - a) <= 0.0F &&
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
        const float middle = 0.5F * (area.left + area.right);
        right_.is_left = false;
        std::vector<std::size_t> all(requests.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        std::stable_sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) {
            return requests[a].at.y < requests[b].at.y;
        });
        for (const std::size_t i : all) {
            (requests[i].at.x < middle ? left_ : right_).order.push_back(i);
        }
    }

    std::vector<LabelPlace> place() {
        measure(left_);
        measure(right_);
        spill(left_, right_);
        spill(right_, left_);
        for (Column* column : {&left_, &right_}) {
            measure(*column);
            thin_out(*column);
            stack(*column);
            untangle(*column);
        }
        return checked();
    }

private:
    float px(float length) const { return length * area_.scale; }

    /// Finds the edge of a column and the longest stretch of it without furniture.
    void measure(Column& column) const {
        float widest = 0.0F;
        column.edge = column.is_left ? area_.left : area_.right;
        for (const std::size_t i : column.order) {
            const float reach = requests_[i].clearance + px(c_knee + 4.0F);
            widest = std::max(widest, requests_[i].size.x);
            column.edge = column.is_left ? std::min(column.edge, requests_[i].at.x - reach)
                                         : std::max(column.edge, requests_[i].at.x + reach);
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
                blocks.emplace_back(taken.y - px(c_gap), taken.bottom() + px(c_gap));
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
        float height = -px(c_gap);
        for (const std::size_t i : column.order) {
            height += requests_[i].size.y + px(c_gap);
        }
        return height;
    }

    bool has_room(const Column& column) const {
        return needed(column) <= column.bottom - column.top;
    }

    /// Moves what does not fit, beginning with what is nearest to the other side.
    void spill(Column& full, Column& other) const {
        while (!has_room(full) && full.order.size() > other.order.size() + 1) {
            const auto nearer = [&](std::size_t a, std::size_t b) {
                return requests_[a].at.x < requests_[b].at.x;
            };
            const auto moved = full.is_left
                                   ? std::max_element(full.order.begin(), full.order.end(), nearer)
                                   : std::min_element(full.order.begin(), full.order.end(), nearer);
            const auto place = std::upper_bound(other.order.begin(), other.order.end(), *moved,
                                                [&](std::size_t a, std::size_t b) {
                                                    return requests_[a].at.y < requests_[b].at.y;
                                                });
            other.order.insert(place, *moved);
            full.order.erase(moved);
        }
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
            above += requests_[i].size.y + px(c_gap);
        }
        std::vector<float> result;
        const float highest = std::max(column.bottom - needed(column), column.top);
        for (const Pool& pool : pools) {
            result.insert(result.end(), static_cast<std::size_t>(pool.count),
                          std::clamp(pool.mean, column.top, highest));
        }
        return result;
    }

    void stack(const Column& column) {
        const std::vector<float> slack = tops(column);
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
            places_[i].knee.x += column.is_left ? px(c_knee) : -px(c_knee);
            above += size.y + px(c_gap);
        }
    }

    bool leaders_cross(std::size_t a, std::size_t b) const {
        const LabelPlace& p = places_[a];
        const LabelPlace& q = places_[b];
        return segments_cross(requests_[a].at, p.knee, requests_[b].at, q.knee) ||
               segments_cross(requests_[a].at, p.knee, q.knee, q.end) ||
               segments_cross(p.knee, p.end, requests_[b].at, q.knee);
    }

    /// Where two leaders cross, their plates change places: that makes the leaders shorter in sum,
    /// so it comes to an end. Plates of unequal height may still leave a crossing.
    void untangle(Column& column) {
        for (std::size_t round = 0; round < column.order.size() * column.order.size(); ++round) {
            bool crossed = false;
            for (std::size_t m = 0; m < column.order.size() && !crossed; ++m) {
                for (std::size_t n = m + 1; n < column.order.size() && !crossed; ++n) {
                    if (leaders_cross(column.order[m], column.order[n])) {
                        std::swap(column.order[m], column.order[n]);
                        crossed = true;
                    }
                }
            }
            if (!crossed) {
                return;
            }
            stack(column);
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
        const bool outward = plate.x < requests_[i].at.x ? places_[i].knee.x <= requests_[i].at.x
                                                         : places_[i].knee.x >= requests_[i].at.x;
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

    /// What could not be placed cleanly is left out, the least important first.
    std::vector<LabelPlace> checked() const {
        std::vector<std::size_t> by_rank;
        for (const Column* column : {&left_, &right_}) {
            by_rank.insert(by_rank.end(), column->order.begin(), column->order.end());
        }
        std::sort(by_rank.begin(), by_rank.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(requests_[a].rank, a) < std::pair(requests_[b].rank, b);
        });
        std::vector<std::size_t> kept;
        std::vector<LabelPlace> result(requests_.size());
        for (const std::size_t i : by_rank) {
            if (is_clear(i, kept)) {
                kept.push_back(i);
                result[i] = places_[i];
            }
        }
        return result;
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
