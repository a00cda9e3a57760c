#include "app/live_pictures.h"

#include "session/tour_stage.h"
#include "view/flight.h"
#include "view/section.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace osteon::app {
namespace {

/// Bones come nearer than on the stage, where labels stand around them; outlines, as wide as there,
/// would cover small bones.
constexpr float c_nearer = 0.75F;
constexpr std::size_t c_most_kept = 24; ///< some 25 MB at 100 %

} // namespace

Result<render::Image> draw_live_picture(const knowledge::LivePicture& picture,
                                        const PictureSource& source, const PictureSize& size) {
    const session::World world = source.atlas.world();
    session::Session session;
    session.settings.theme = source.theme;
    session::apply(session, session::ShowPicture{picture}, world);
    session::SectionPlane& section = session.stage.section;
    section = source.stage.section_through_choice(session, world).value_or(section);
    const view::Layout layout = bare_layout(size);
    const view::Spread spread = view::spread_of(session.stage);
    session::CameraPose pose = view::resolve(
        *session.wish, session.stage.camera, source.stage.model(),
        view::pane_layouts(layout, session.stage).front(), source.stage.offsets(spread));
    const bool whole =
        session.wish->bones.empty() || session.wish->landmark != anatomy::no_landmark;
    pose.distance *= whole ? 1.0F : c_nearer;
    std::vector<view::Pane> panes =
        source.stage.panes(session, world, layout, pose, {}, spread, false);
    // Beside a text there is no legend, so that bones keep their own colours.
    session::Session plain = session;
    plain.stage.primary.clear();
    const std::vector<view::Pane> uncoloured = view::panes(plain, world, layout, pose, {}, false);
    for (std::size_t i = 0; i < panes.size(); ++i) {
        view::Scene& scene = panes[i].scene;
        scene.backdrop.transparent = size.transparent;
        scene.bones = uncoloured[i].scene.bones;
        for (view::BoneLook& bone : scene.bones) {
            bone.flags = static_cast<std::uint8_t>(bone.flags & ~view::bone_selected);
        }
    }
    return source.renderer.picture(view::scenes_of(panes), size.width, size.height);
}

Result<render::Image> draw_stop_picture(const knowledge::TourStop& stop,
                                        const PictureSource& source, const PictureSize& size) {
    const session::World world = source.atlas.world();
    session::Session session;
    session.settings.theme = source.theme;
    session.stage = session::stage_of(stop, session.stage, world);
    session::SectionPlane& section = session.stage.section;
    section = source.stage.section_through_choice(session, world).value_or(section);
    const session::CameraWish wish = session::wish_of(stop, world);
    const view::Layout layout = bare_layout(size);
    const view::Spread spread = view::spread_of(session.stage);
    const session::CameraPose pose = view::resolve(
        wish, session.stage.camera, source.stage.model(),
        view::pane_layouts(layout, session.stage).front(), source.stage.offsets(spread));
    const std::vector<view::Pane> panes =
        source.stage.panes(session, world, layout, pose, {}, spread, false);
    return source.renderer.picture(view::scenes_of(panes), size.width, size.height);
}

bool LivePictures::draw_next(std::span<const ui::WantedPicture> wanted,
                             const PictureSource& source) {
    for (const ui::WantedPicture& what : wanted) {
        const auto found = std::ranges::find_if(entries_, [&](const Entry& entry) {
            return entry.what == what && entry.theme == source.theme &&
                   entry.revision == source.stage.revision();
        });
        if (found != entries_.end()) {
            entries_.splice(entries_.begin(), entries_, found);
            continue;
        }
        const PictureSize size{.width = what.size.x, .height = what.size.y};
        const Result<render::Image> image = what.stop
                                                ? draw_stop_picture(*what.stop, source, size)
                                                : draw_live_picture(what.picture, source, size);
        if (!image) {
            spdlog::warn("a picture of the text is not drawn: {}", describe(image.error()));
        }
        entries_.push_front({what, source.theme, source.stage.revision(),
                             image ? std::optional(render::ShownPicture(*image)) : std::nullopt});
        if (entries_.size() > c_most_kept) {
            entries_.pop_back();
        }
        return true;
    }
    return false;
}

std::vector<ui::DrawnPicture> LivePictures::shown(session::ThemeChoice theme,
                                                  std::uint64_t revision) const {
    std::vector<ui::DrawnPicture> shown;
    for (const Entry& entry : entries_) {
        if (entry.drawn && entry.theme == theme && entry.revision == revision) {
            shown.push_back({entry.what, entry.drawn->texture()});
        }
    }
    return shown;
}

} // namespace osteon::app
