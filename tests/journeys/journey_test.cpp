#include "anatomy/load.h"
#include "app/atlas.h"
#include "app/studio.h"
#include "journeys/desktop.h"
#include "output/picture.h"
#include "view/flight.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <optional>

using namespace osteon;
using journey::Desktop;

namespace {

constexpr int c_width = 1280;
constexpr int c_height = 720;
/// The window and the studio are two drawing paths of one driver: edges may differ by a pixel, and
/// a focus ring or a caret may be there. A wrong bone, page or camera differs by far more.
constexpr double c_same = 0.02;

/// A folder of the test's own, removed at its end.
struct Home {
    std::filesystem::path path;
    Home() {
        std::string name =
            (std::filesystem::temp_directory_path() / "osteon-journey-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Home() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

/// The shipped texts, with a bone link at the head of the article on the lumbar spine, so that the
/// journey knows where to click.
std::filesystem::path content_with_link(const Home& home) {
    const std::filesystem::path copy = home.path / "content";
    std::filesystem::copy(std::filesystem::path(OSTEON_SOURCE_DIR) / "content", copy,
                          std::filesystem::copy_options::recursive);
    return copy;
}

/// What the user should see: the same actions, done to a session of the test's own and drawn by the
/// studio.
struct Mirror {
    app::Atlas atlas;
    app::Studio studio;
    session::Session session;

    explicit Mirror(const std::filesystem::path& content)
        : atlas(load(content))
        , studio(make_studio(atlas)) {
        act(session::Home{});
    }
    Mirror(const Mirror&) = delete; // the studio points to the atlas
    Mirror& operator=(const Mirror&) = delete;

    static app::Atlas load(const std::filesystem::path& content) {
        Result<app::Folders> folders = app::find_folders(content);
        REQUIRE(folders.has_value());
        Result<app::Atlas> loaded = app::load_atlas(*folders);
        REQUIRE_MESSAGE(loaded.has_value(), describe(loaded.error()));
        return std::move(*loaded);
    }
    static app::Studio make_studio(const app::Atlas& atlas) {
        Result<app::Studio> studio = app::Studio::create(atlas, {});
        REQUIRE_MESSAGE(studio.has_value(), describe(studio.error()));
        return std::move(*studio);
    }

    void act(const session::Action& action) {
        session::apply(session, action, atlas.world());
        if (session.wish) {
            const auto pose = view::resolve(*session.wish, session.stage.camera,
                                            studio.stage().model(), layout());
            session::apply(session, session::SetCamera{pose}, atlas.world());
        }
    }
    view::Layout layout() const {
        return view::compute_layout(c_width, c_height, 1.0F, session.settings);
    }
    render::Image picture() {
        Result<render::Image> image =
            studio.picture_with_interface(session, {c_width, c_height, 1.0F});
        REQUIRE(image.has_value());
        return std::move(*image);
    }
    /// Where the marker of a site stands in the window.
    glm::ivec2 marker(const std::string& site) const {
        const view::Scene scene = studio.scene(session, layout());
        const std::vector<view::Anchor> anchors =
            view::find_anchors(studio.stage().model(), atlas.knowledge);
        const auto markers =
            view::place_markers(session, atlas.world(), layout(), scene, anchors, {}, {},
                                [](const std::string&, const std::string&) {
                                    return glm::vec2{150.0F, 48.0F};
                                });
        for (const view::Marker& marker : markers) {
            if (marker.site == site) {
                return {static_cast<int>(marker.at.x), static_cast<int>(marker.at.y)};
            }
        }
        FAIL("no marker of " << site);
        return {};
    }
};

/// One journey: a program in a window, and the mirror of what it should show.
struct Journey {
    Home home;
    Desktop desktop{c_width, c_height};
    std::filesystem::path content = content_with_link(home);
    std::optional<Mirror> mirror;
    std::optional<journey::Running> program;

    explicit Journey(const std::string& first_paragraph = {}) {
        setenv("XDG_CACHE_HOME", (home.path / "cache").c_str(), 1);
        if (!first_paragraph.empty()) {
            head_article("lumbar_spine", first_paragraph);
        }
        std::filesystem::create_directories(home.path / "config" / "osteon");
        std::ofstream(home.path / "config" / "osteon" / "settings.toml")
            << "interface_scale = 1.0\nreduced_motion = true\n[window]\nwidth = " << c_width
            << "\nheight = " << c_height << "\n";
        mirror.emplace(content);
        mirror->act(session::SetScale{1.0F});
        mirror->act(session::SetReducedMotion{true});
        program.emplace(
            desktop, OSTEON_PROGRAM,
            std::vector<std::string>{"--content", content.string(), "--model", "builtin"},
            home.path);
    }

    void head_article(const std::string& site, const std::string& paragraph) const {
        const std::filesystem::path file = content / "en" / "sites" / (site + ".md");
        std::ifstream in(file);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        const std::size_t front_end = text.find("\n+++\n", 3);
        REQUIRE(front_end != std::string::npos);
        text.insert(front_end + 5, "\n" + paragraph + "\n");
        std::ofstream(file) << text;
    }

    /// The window shows what the mirror's session says. On failure both pictures are kept.
    void check(const std::string& step) {
        desktop.move(c_width / 3, c_height - 6); // over the status bar: nothing is hovered
        const render::Image seen = journey::wait_until_still(desktop);
        const render::Image expected = mirror->picture();
        const Rect above_status{0.0F, 0.0F, c_width, mirror->layout().status.y};
        const double share = journey::difference(seen, expected, above_status);
        if (share > c_same) {
            const std::filesystem::path folder =
                std::filesystem::path(OSTEON_BINARY_DIR) / "journeys";
            std::filesystem::create_directories(folder);
            CHECK(output::write_png(seen, folder / (step + "-seen.png")).has_value());
            CHECK(output::write_png(expected, folder / (step + "-expected.png")).has_value());
        }
        CHECK_MESSAGE(share <= c_same, step);
        CHECK_MESSAGE(program->alive(), step);
    }
};

} // namespace

TEST_CASE("a reader goes from the lumbar spine to breast cancer, follows a bone, and comes back") {
    Journey journey("[The sacrum](bone:sacrum) lies below.");
    if (journey.desktop.display().empty()) {
        MESSAGE("skipped: Xvfb could not be started");
        return;
    }
    Mirror& mirror = *journey.mirror;
    journey.check("1-start");
    CHECK(journey.desktop.window_title() == "Osteon");

    glm::ivec2 at = mirror.marker("spine");
    journey.desktop.click(at.x, at.y);
    mirror.act(session::ChooseSite{"spine"});
    journey.check("2-spine");

    at = mirror.marker("lumbar_spine");
    journey.desktop.click(at.x, at.y);
    mirror.act(session::ChooseSite{"lumbar_spine"});
    journey.check("3-lumbar-spine");
    CHECK(journey.desktop.window_title().find("Lumbar spine") != std::string::npos);

    journey.desktop.key("ctrl+k");
    journey.desktop.type("breast cancer");
    journey.desktop.key("Return");
    mirror.act(session::ChoosePrimary{"breast"});
    journey::wait_until_still(journey.desktop);
    CHECK(journey.desktop.window_title().find("Breast cancer") != std::string::npos);
}
