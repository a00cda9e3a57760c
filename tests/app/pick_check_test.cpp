#include "app/pick_check.h"
#include "app/studio.h"

#include <doctest/doctest.h>

#include <cstdio>

namespace osteon::app {
namespace {

TEST_CASE("what is picked on the built-in skeleton is what an exact ray meets") {
    const Result<Folders> folders = find_folders({});
    REQUIRE(folders.has_value());
    const auto atlas = load_atlas(*folders);
    REQUIRE(atlas.has_value());
    Result<Studio> studio = Studio::create(**atlas, {});
    if (!studio) {
        std::puts("skipped: no OpenGL");
        return;
    }
    constexpr PictureSize size{640, 480, 1.0F};
    auto canvas = render::Canvas::create(size.width, size.height);
    REQUIRE(canvas.has_value());
    session::Session session;
    session::apply(session, session::Home{}, (*atlas)->world());
    const view::Scene scene = studio->panes(session, bare_layout(size)).front().scene;
    studio->renderer().draw(scene, size.width, size.height, canvas->framebuffer());
    const PickCheck check = check_picks(studio->stage().model(), scene, studio->renderer(), 300);
    CHECK(check.on_bones > 50);
    CHECK(check.away > 100);
    CHECK(check.agree_away == check.away);
    CHECK(check.agree > 280);
}

} // namespace
} // namespace osteon::app
