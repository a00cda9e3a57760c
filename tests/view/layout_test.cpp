#include "view/layout.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace osteon;
using namespace osteon::view;
using session::Drawer;
using session::Settings;

namespace {

bool is_whole(const Rect& rect) {
    return rect.x == std::round(rect.x) && rect.y == std::round(rect.y) &&
           rect.width == std::round(rect.width) && rect.height == std::round(rect.height);
}

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

} // namespace

TEST_CASE("At 1920x1080 rail, stage and panel stand side by side as drawn") {
    const Layout layout = compute_layout(1920, 1080, 1.0F, Settings{});
    CHECK(layout.rail.width == 80.0F);
    CHECK(layout.status == Rect{0, 1044, 1920, 36});
    CHECK(layout.panel == Rect{1360, 0, 560, 1044});
    CHECK(layout.stage == Rect{80, 0, 1280, 1044});
    CHECK_FALSE(layout.drawer_floats);
    CHECK(holds(layout.stage, layout.free));
}

TEST_CASE("An open drawer takes its room beside the stage, or lies over a smaller one") {
    Settings settings;
    settings.drawer = Drawer::primaries;
    const Layout wide = compute_layout(1920, 1080, 1.0F, settings);
    CHECK(wide.drawer.right() == wide.stage.x);
    const Layout small = compute_layout(1280, 720, 1.0F, settings);
    CHECK(small.drawer_floats);
    CHECK(small.stage.x == small.rail.right());
    CHECK(small.free.x >= small.drawer.right());
}

TEST_CASE("The matrix takes what panel and least stage leave, or lies over the whole stage") {
    Settings settings;
    settings.drawer = Drawer::matrix;
    const Layout wide = compute_layout(1920, 1080, 1.0F, settings);
    CHECK(wide.drawer.width == 800.0F);
    CHECK(wide.stage.width == 480.0F);
    const Layout small = compute_layout(1280, 720, 1.0F, settings);
    CHECK(small.drawer_floats);
    CHECK(small.drawer.right() == small.panel.x);
    settings.panel_folded = true;
    CHECK(compute_layout(1920, 1080, 1.0F, settings).drawer.width == 900.0F);
    const Layout narrow = compute_layout(1280, 720, 2.0F, settings);
    CHECK(narrow.drawer.right() == narrow.window.width);
}

TEST_CASE("At 1280x720 the rail is 72 wide and the panel 400") {
    const Layout layout = compute_layout(1280, 720, 1.0F, Settings{});
    CHECK(layout.rail.width == 72.0F);
    CHECK(layout.panel.width == 400.0F);
}

TEST_CASE("At 1024x600 the panel is a sheet of 400 over the stage and the rail has no words") {
    const Layout layout = compute_layout(1024, 600, 1.0F, Settings{});
    CHECK(layout.rail.width == 56.0F);
    CHECK_FALSE(layout.rail_words);
    CHECK(layout.panel_floats);
    CHECK(layout.panel.width == 400.0F);
    CHECK(layout.stage.right() == 1024.0F);
    CHECK(layout.free.right() <= layout.panel.x);
}

TEST_CASE("300 % on 1920x1080 behaves like 640x360: stage and panel in turn") {
    Settings settings;
    const Layout open = compute_layout(1920, 1080, 3.0F, settings);
    CHECK(open.one_column);
    CHECK(open.panel.x == open.rail.right());
    settings.panel_folded = true;
    const Layout folded = compute_layout(1920, 1080, 3.0F, settings);
    CHECK(folded.panel.empty());
    CHECK(folded.panel_tab.width == 108.0F);
}

TEST_CASE("In every window all edges are whole pixels and the stage keeps its least width") {
    for (const float width :
         {320.0F, 641.0F, 800.0F, 1024.0F, 1181.0F, 1366.0F, 1601.0F, 3840.0F}) {
        for (const float height : {240.0F, 600.0F, 721.0F, 2160.0F}) {
            for (const float scale : {0.75F, 1.0F, 1.37F, 2.0F, 3.0F}) {
                for (const Drawer drawer : {Drawer::none, Drawer::sites}) {
                    Settings settings;
                    settings.drawer = drawer;
                    const Layout layout = compute_layout(width, height, scale, settings);
                    CAPTURE(width);
                    CAPTURE(height);
                    CAPTURE(scale);
                    for (const Rect& rect : {layout.rail, layout.drawer, layout.stage, layout.panel,
                                             layout.status, layout.free}) {
                        CHECK(is_whole(rect));
                        CHECK(holds(layout.window, rect));
                    }
                    CHECK(holds(layout.stage, layout.free));
                    CHECK_FALSE(layout.free.empty());
                    if (!layout.panel_floats) {
                        CHECK(layout.stage.width >= std::floor(479.0F * scale));
                        CHECK(layout.stage.right() == layout.panel.x);
                    }
                }
            }
        }
    }
}

TEST_CASE("A radiograph's readout stands above the looks, in place of the legend") {
    for (const float width : {1024.0F, 1280.0F, 1920.0F}) {
        session::Stage shown;
        shown.primary = "prostate";
        CHECK(furniture(compute_layout(width, 720.0F, 1.0F, {}), shown).options.empty());
        shown.look = session::Look::radiograph;
        const Layout layout = compute_layout(width, 720.0F, 1.0F, {});
        const Furniture stands = furniture(layout, shown);
        CHECK(stands.legend.empty());
        CHECK(holds(layout.stage, stands.options));
        CHECK(stands.options.bottom() < stands.looks.y);
        CHECK_FALSE(stands.options.overlaps(stands.compass));
    }
}

TEST_CASE("Furniture stands apart, whole and uncovered in every window wide enough for it") {
    for (const float width : {1024.0F, 1280.0F, 1366.0F, 1920.0F, 2560.0F}) {
        for (const float scale : {0.75F, 1.0F, 2.0F}) {
            for (const Drawer drawer : {Drawer::none, Drawer::sites}) {
                Settings settings;
                settings.drawer = drawer;
                session::Stage shown;
                shown.primary = "prostate";
                shown.site = "spine";
                const Layout layout =
                    compute_layout(width * scale, 600.0F * scale, scale, settings);
                const Furniture stands = furniture(layout, shown);
                CAPTURE(width);
                CAPTURE(scale);
                const Rect all[] = {stands.breadcrumb, stands.looks, stands.compass, stands.legend};
                for (const Rect& rect : all) {
                    const bool sliver = width < 1280.0F && drawer != Drawer::none;
                    CHECK(rect.empty() == (sliver && &rect == &all[3]));
                    CHECK(is_whole(rect));
                    CHECK((rect.empty() || holds(layout.stage, rect)));
                    CHECK_FALSE(rect.overlaps(layout.panel));
                    CHECK_FALSE(rect.overlaps(layout.drawer));
                    for (const Rect& other : all) {
                        CHECK((&rect == &other || !rect.overlaps(other)));
                    }
                }
            }
        }
    }
}

TEST_CASE("Lesions have a note beside the body; on a bone scan its options tell it, once") {
    session::Stage shown;
    shown.primary = "breast";
    shown.lesions = true;
    const Layout layout = compute_layout(1280, 720, 1.0F, Settings{}, shown);
    CHECK_FALSE(furniture(layout, shown).note.empty());
    shown.look = session::Look::bone_scan;
    shown.course = session::LesionCourse::femur;
    CHECK(furniture(layout, shown).note.empty());
    CHECK_FALSE(furniture(layout, shown).options.empty());
    CHECK(is_illustration(shown));
    CHECK_FALSE(has_course(shown));
}

TEST_CASE("At 200 % the skeleton stands in the strip between drawer and panel") {
    session::Settings settings;
    settings.drawer = session::Drawer::search;
    const Layout layout = compute_layout(1920, 1080, 2.0F, settings);
    REQUIRE_FALSE(layout.panel.empty());
    CHECK(layout.free.x >= layout.drawer.right());
    CHECK(layout.free.right() <= layout.panel.x);
    CHECK(layout.free.width > 100.0F);
}
