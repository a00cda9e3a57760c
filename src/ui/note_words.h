#pragma once

#include "ui/panel_context.h"

#include <string>
#include <vector>

namespace osteon::ui {

/// The small plates with words beside notes, so far in a frame: none covers another.
class NoteWords {
public:
    /// A place that words shall not cover, such as the head of a pin.
    void keep_free(const Rect& place) { taken_.push_back(place); }

    /// Draws a plate with one line of words right of a place, its left middle `away` from it; left
    /// of it, or a little above or below, where another plate stands. Nothing without words.
    void draw_beside(const PanelContext& context, ImDrawList* list, glm::vec2 place, float away,
                     const std::string& words, bool chosen);
    /// Draws a plate around a place, or a little above or below.
    void draw_around(const PanelContext& context, ImDrawList* list, glm::vec2 place,
                     const std::string& words);

private:
    Rect free_of(std::vector<Rect> wanted, float step) const;
    void draw(const PanelContext& context, ImDrawList* list, const Rect& plate,
              const std::string& words, bool chosen);

    std::vector<Rect> taken_;
};

} // namespace osteon::ui
