#pragma once

#include "app/atlas.h"
#include "app/stage_view.h"
#include "app/studio.h"
#include "render/shown_picture.h"
#include "ui/interface.h"

#include <list>
#include <span>
#include <vector>

namespace osteon::app {

/// What a picture of a text is drawn from.
struct PictureSource {
    const Atlas& atlas;
    const StageView& stage;
    render::Renderer& renderer;
    session::ThemeChoice theme = session::ThemeChoice::dark;
};

/// Draws a picture of a text.
Result<render::Image> draw_live_picture(const knowledge::LivePicture& picture,
                                        const PictureSource& source, const PictureSize& size);

/// Draws a stop of a tour, without its words.
Result<render::Image> draw_stop_picture(const knowledge::TourStop& stop,
                                        const PictureSource& source, const PictureSize& size);

/// The pictures of the texts that were in view lately, as the interface shows them. Holds textures
/// of the context that is current; dies before it.
class LivePictures {
public:
    /// Draws the first of the wanted that is not there yet; the others wait for the next frames, so
    /// that none takes long. False: all are there. One that the driver refuses is left out.
    bool draw_next(std::span<const ui::WantedPicture> wanted, const PictureSource& source);

    /// Those that are drawn for this theme and model.
    std::vector<ui::DrawnPicture> shown(session::ThemeChoice theme, std::uint64_t revision) const;

private:
    struct Entry {
        ui::WantedPicture what;
        session::ThemeChoice theme;
        std::uint64_t revision;
        std::optional<render::ShownPicture> drawn; ///< none: the driver refused it
    };
    std::list<Entry> entries_; ///< the latest wanted first
};

} // namespace osteon::app
