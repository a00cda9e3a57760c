#include "app/atlas.h"
#include "app/studio.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <map>

using namespace osteon;
using namespace osteon::app;

namespace {

struct Stand {
    std::unique_ptr<Atlas> atlas;
    std::optional<Studio> studio;
    session::Session session;

    Stand() {
        const std::filesystem::path root = OSTEON_SOURCE_DIR;
        auto loaded = load_atlas({root / "assets", root / "content", root / "shaders"});
        REQUIRE(loaded.has_value());
        atlas = std::move(*loaded);
        auto made = Studio::create(*atlas, {});
        REQUIRE(made.has_value());
        studio.emplace(std::move(*made));
        act(session::Home{});
    }
    void act(const session::Action& action) { session::apply(session, action, atlas->world()); }
    render::Image picture(const PictureSize& size) {
        auto drawn = studio->picture(session, size);
        REQUIRE(drawn.has_value());
        return std::move(*drawn);
    }
};

} // namespace

// The window takes 2 x 2 samples a pixel and the picture 4 x 4, and its finer level of detail. A
// silhouette pixel may so differ by up to a quarter of the way from bone to ground, some 60 of 255;
// inside of bones both see the same surface, and only its baked light is sampled elsewhere. At this
// size silhouettes are about one pixel in twenty.
TEST_CASE("A picture shows what the window's stage shows") {
    Stand s;
    for (const char* site : {"", "spine"}) {
        s.act(session::ChooseSite{site});
        const int width = 1280;
        const int height = 720;
        const view::Layout layout =
            view::compute_layout(1280.0F, 720.0F, 1.0F, {}, s.session.stage);
        const auto scenes = view::scenes_of(s.studio->panes(s.session, layout));
        const auto canvas = render::Canvas::create(width, height);
        REQUIRE(canvas.has_value());
        s.studio->renderer().draw(scenes, width, height, canvas->framebuffer());
        const render::Image window =
            s.studio->renderer().read_back(width, height, canvas->framebuffer());
        const auto picture = s.studio->renderer().picture(scenes, width, height);
        REQUIRE(picture.has_value());
        double sum = 0.0;
        std::size_t unlike = 0;
        std::size_t count = 0;
        for (int y = 0; y < static_cast<int>(layout.stage.height); ++y) {
            for (int x = static_cast<int>(layout.stage.x);
                 x < static_cast<int>(layout.stage.right()); ++x) {
                const auto at = static_cast<std::size_t>(4 * (y * width + x));
                for (std::size_t channel = at; channel < at + 3; ++channel) {
                    const int apart = std::abs(window.pixels[channel] - picture->pixels[channel]);
                    sum += apart;
                    unlike += apart > 64 ? 1 : 0;
                    ++count;
                }
            }
        }
        CHECK(sum / static_cast<double>(count) < 3.0);
        CHECK(static_cast<double>(unlike) / static_cast<double>(count) < 0.01);
    }
}

TEST_CASE("Labels change a picture only where they are, and transparent ground stays so") {
    Stand s;
    const PictureSize size{480, 270, 0.5F, true};
    const render::Image plain = s.picture(size);
    s.act(session::ShowBoneLabels{});
    const render::Image named = s.picture(size);
    CHECK(named.pixels != plain.pixels);
    CHECK(named.pixels[3] == 0);
    // A plate is opaque, and its words are light on dark: more than its ground alone is there.
    std::map<std::uint32_t, int> opaque;
    for (std::size_t i = 0; i < named.pixels.size(); i += 4) {
        if (named.pixels[i + 3] == 255) {
            ++opaque[static_cast<std::uint32_t>(named.pixels[i] << 16 | named.pixels[i + 1] << 8 |
                                                named.pixels[i + 2])];
        }
    }
    CHECK(opaque.size() > 50);
}
