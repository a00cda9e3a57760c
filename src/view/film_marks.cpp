#include "view/film_marks.h"

#include "view/layout_parts.h"
#include "view/stage_room.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace osteon::view {

namespace {

// Lengths in px at 100 %.
constexpr float c_mark_width = 36.0F;
constexpr float c_mark_height = 28.0F;
constexpr float c_word_width = 48.0F; ///< of "POST"
constexpr float c_above_feet = 20.0F; ///< of the words ANT and POST

constexpr float c_leads_there = 0.35F; ///< sine of the least angle towards a second side

/// Beside the thighs, where arms, hands and most labels leave room; above the orientation figure.
float height_of_marks(const Layout& pane, const session::Stage& shown) {
    const float wanted = pane.free.y + 0.66F * pane.free.height;
    const Rect compass = furniture(pane, shown).compass;
    return compass.empty()
               ? wanted
               : std::min(wanted, compass.y - (c_bar_gap + 0.5F * c_mark_height) * pane.scale);
}

/// Where the word ANT or POST stands: below the side's letter, beside the zoom buttons, and whole.
float middle_of_word(const Layout& pane, const session::Stage& shown, float below) {
    const Rect compass = furniture(pane, shown).compass;
    const float end = compass.empty() ? pane.free.right() : compass.x - c_bar_gap * pane.scale;
    return std::min(below, end - 0.5F * c_word_width * pane.scale);
}

void add_scan_marks(const Layout& pane, const session::Stage& shown, bool anterior,
                    std::vector<FilmMark>& marks) {
    const Rect& free = pane.free;
    const float y = free.y + 0.66F * free.height;
    const float aside = std::min(0.5F * free.width, 0.22F * free.height);
    const float right = free.centre().x + aside;
    marks.push_back({anterior ? "R" : "L", {free.centre().x - aside, y}});
    marks.push_back({anterior ? "L" : "R", {right, y}});
    // On the right: in small pictures a plate that tells of an illustration takes the left corner.
    marks.push_back(
        {anterior ? "ANT" : "POST",
         {middle_of_word(pane, shown, right), free.bottom() - c_above_feet * pane.scale}});
}

} // namespace

std::string side_letters(const glm::vec3& direction) {
    const glm::vec3 unit = direction / std::max(glm::length(direction), 1e-6F);
    std::array<std::pair<float, char>, 3> parts = {{{unit.x, unit.x > 0.0F ? 'L' : 'R'},
                                                    {unit.y, unit.y > 0.0F ? 'S' : 'I'},
                                                    {unit.z, unit.z > 0.0F ? 'A' : 'P'}}};
    std::ranges::stable_sort(parts, [](const auto& one, const auto& other) {
        return std::abs(one.first) > std::abs(other.first);
    });
    std::string letters(1, parts[0].second);
    if (std::abs(parts[1].first) > c_leads_there) {
        letters += parts[1].second;
    }
    return letters;
}

std::vector<Rect> film_mark_places(const Layout& pane, const session::Stage& shown) {
    if (session::look_of(shown) != session::Look::radiograph) {
        return {};
    }
    const Rect open = open_part(pane);
    const float width = c_mark_width * pane.scale;
    const float height = c_mark_height * pane.scale;
    const float edge = std::min(c_edge * pane.scale, 0.03F * open.width);
    const float y = height_of_marks(pane, shown) - 0.5F * height;
    return {{open.x + edge, y, width, height}, {open.right() - edge - width, y, width, height}};
}

std::vector<FilmMark> film_marks(const session::Stage& shown, std::span<const Pane> panes) {
    std::vector<FilmMark> marks;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        if (session::is_scan(shown)) {
            add_scan_marks(panes[i].layout, shown, i == 0, marks);
            continue;
        }
        const std::vector<Rect> places = film_mark_places(panes[i].layout, shown);
        if (places.empty()) {
            continue;
        }
        const Camera& camera = panes[i].scene.camera;
        const glm::vec3 right = glm::cross(camera.target - camera.eye, camera.up);
        marks.push_back({side_letters(-right), places[0].centre()});
        marks.push_back({side_letters(right), places[1].centre()});
    }
    return marks;
}

} // namespace osteon::view
