#include "ui/theme.h"

#include <doctest/doctest.h>

#include <array>

namespace osteon::ui {
namespace {

constexpr std::array<session::ThemeChoice, 3> all_themes{
    session::ThemeChoice::dark, session::ThemeChoice::light, session::ThemeChoice::contrast};

std::array<ImU32, 4> grounds(const Theme& theme) {
    return {theme.window, theme.panel, theme.raised, theme.hover};
}

TEST_CASE("text is legible on every surface that it stands on") {
    for (const session::ThemeChoice choice : all_themes) {
        const Theme& theme = theme_of(choice);
        CAPTURE(static_cast<int>(choice));
        for (const ImU32 ground : grounds(theme)) {
            for (const ImU32 ink : {theme.text1, theme.text2, theme.text3, theme.accent}) {
                CAPTURE(ink);
                CAPTURE(ground);
                CHECK(contrast_ratio(ink, ground) >= 4.5);
            }
        }
        CHECK(contrast_ratio(theme.accent, theme.accent_ground) >= 4.5);
        CHECK(contrast_ratio(theme.on_accent, theme.accent) >= 4.5);
        CHECK(contrast_ratio(theme.text1, theme.warning_ground) >= 4.5);
        CHECK(contrast_ratio(theme.warning, theme.warning_ground) >= 4.5);
        CHECK(contrast_ratio(theme.error, theme.panel) >= 4.5);
        CHECK(contrast_ratio(theme.good, theme.panel) >= 4.5);
    }
}

TEST_CASE("the edge of a control stands out from the panel") {
    for (const session::ThemeChoice choice : all_themes) {
        const Theme& theme = theme_of(choice);
        CHECK(contrast_ratio(theme.control_edge, theme.panel) >= 3.0);
        CHECK(contrast_ratio(theme.bar, theme.panel) >= 3.0);
        CHECK(contrast_ratio(theme.compared_first, theme.panel) >= 3.0);
        CHECK(contrast_ratio(theme.compared_second, theme.panel) >= 3.0);
        CHECK(contrast_ratio(theme.accent, theme.stage_edge) >= 3.0);
    }
}

TEST_CASE("the contrast of black on white is the greatest there is, of equals the least") {
    CHECK(contrast_ratio(IM_COL32_BLACK, IM_COL32_WHITE) == doctest::Approx(21.0));
    CHECK(contrast_ratio(IM_COL32_WHITE, IM_COL32_BLACK) == doctest::Approx(21.0));
    CHECK(contrast_ratio(IM_COL32_WHITE, IM_COL32_WHITE) == doctest::Approx(1.0));
}

TEST_CASE("the high contrast theme knows no quiet text and has wider edges") {
    const Theme& theme = theme_of(session::ThemeChoice::contrast);
    CHECK(theme.text2 == theme.text1);
    CHECK(theme.text3 == theme.text1);
    CHECK(theme.edge == 2.0F);
    CHECK(theme.stage_centre == theme.stage_edge);
}

TEST_CASE("lengths become whole pixels at every scale") {
    for (const float scale : {0.75F, 1.0F, 1.25F, 2.0F, 3.0F}) {
        const Metrics metrics{scale};
        CHECK(metrics.px(9.0F) == std::round(metrics.px(9.0F)));
        CHECK(metrics.px(36.0F) == doctest::Approx(36.0 * static_cast<double>(scale)));
    }
}

TEST_CASE("a colour fades to nothing and mixes to its goal") {
    const ImU32 colour = IM_COL32(10, 20, 30, 200);
    CHECK(faded(colour, 0.0F) == IM_COL32(10, 20, 30, 0));
    CHECK(faded(colour, 0.5F) == IM_COL32(10, 20, 30, 100));
    CHECK(mixed(IM_COL32_BLACK, IM_COL32_WHITE, 0.0F) == IM_COL32_BLACK);
    CHECK(mixed(IM_COL32_BLACK, IM_COL32_WHITE, 1.0F) == IM_COL32_WHITE);
}

} // namespace
} // namespace osteon::ui
