#include "view/bedside.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>

using namespace osteon;
using namespace osteon::view;

namespace {

Layout bedside(float width, float height, float scale = 1.0F) {
    session::Settings settings;
    settings.mode = session::Mode::bedside;
    settings.drawer = session::Drawer::search;
    settings.panel_folded = true;
    return compute_layout(width, height, scale, settings);
}

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

} // namespace

TEST_CASE("At 1920x1080 the bedside has list, stage and words as drawn, and nothing else") {
    const Layout layout = bedside(1920, 1080);
    CHECK(layout.drawer == Rect{0, 0, 404, 1080});
    CHECK(layout.stage == Rect{404, 0, 1016, 1080});
    CHECK(layout.panel == Rect{1420, 0, 500, 1080});
    CHECK(layout.rail.empty());
    CHECK(layout.status.empty());
    CHECK(furniture(layout, {}) == Furniture{});
    CHECK(bedside_length(layout, 100.0F) == 100.0F);
}

TEST_CASE("Below 1500 px all is drawn at 0.76, and targets stay 44") {
    const Layout layout = bedside(1280, 720);
    CHECK(layout.drawer.width == 307.0F);
    CHECK(layout.panel.width == 380.0F);
    CHECK_FALSE(takes_turns(layout));
    CHECK(bedside_length(layout, 100.0F) == doctest::Approx(76.0F));
    CHECK(bedside_target(layout, 50.0F) == 44.0F);
}

TEST_CASE("Narrow windows have list and words in turn, beside the stage or below it") {
    for (const auto& [width, height, scale] :
         {std::array{1920.0F, 1080.0F, 2.0F}, std::array{1024.0F, 600.0F, 1.0F},
          std::array{1920.0F, 1080.0F, 3.0F}}) {
        const Layout layout = bedside(width, height, scale);
        CHECK(takes_turns(layout));
        CHECK(layout.stage.right() == layout.panel.x);
    }
    const Layout upright = bedside(800, 1280);
    CHECK(takes_turns(upright));
    CHECK(upright.stage.bottom() == upright.panel.y);
}

TEST_CASE("In every window the bedside's furniture is large, apart, and on the stage") {
    for (const auto& [width, height] :
         {std::array{1280.0F, 720.0F}, std::array{1024.0F, 600.0F}, std::array{1920.0F, 1080.0F},
          std::array{3840.0F, 2160.0F}, std::array{800.0F, 1280.0F}}) {
        for (const float scale : {0.75F, 1.0F, 1.37F, 2.0F, 3.0F}) {
            if (width / scale < 600.0F) {
                continue;
            }
            const Layout layout = bedside(width, height, scale);
            const BedsideFurniture stands = bedside_furniture(layout);
            CAPTURE(width);
            CAPTURE(scale);
            for (const Rect& rect : {stands.tools, stands.zoom, stands.actions, layout.free}) {
                CHECK(holds(layout.stage, rect));
                CHECK_FALSE(rect.empty());
            }
            CHECK_FALSE(stands.tools.overlaps(stands.zoom));
            CHECK_FALSE(stands.tools.overlaps(stands.actions));
            CHECK_FALSE(stands.zoom.overlaps(stands.actions));
            const float least = std::floor(c_touch_least * scale);
            const int rows = (4 + stands.tool_columns) / stands.tool_columns;
            CHECK(stands.tools.width / static_cast<float>(stands.tool_columns) >= least);
            CHECK(stands.tools.height / static_cast<float>(rows) >= least);
            CHECK(std::min(stands.zoom.width, stands.zoom.height) >= least);
            CHECK(stands.actions.height >= least);
        }
    }
}
