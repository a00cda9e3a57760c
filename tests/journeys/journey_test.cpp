#include "anatomy/load.h"
#include "app/atlas.h"
#include "app/camera_pilot.h"
#include "app/studio.h"
#include "journeys/desktop.h"
#include "output/picture.h"
#include "view/flight.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <optional>

using namespace osteon;
using journey::Desktop;

namespace {

constexpr int c_width = 1280;
constexpr int c_height = 720;
/// The window and the studio are two drawing paths of one driver: edges may differ by a pixel, and
/// a focus ring or a caret may be there. A wrong bone, page or camera differs by far more.
constexpr double c_same = 0.02;
constexpr int c_patience = 15; ///< times that a window is given to stand still

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

/// A copy of the shipped texts, which a journey may add to.
std::filesystem::path copy_of_content(const Home& home) {
    const std::filesystem::path copy = home.path / "content";
    std::filesystem::copy(std::filesystem::path(OSTEON_SOURCE_DIR) / "content", copy,
                          std::filesystem::copy_options::recursive);
    return copy;
}

/// What the user should see: the same actions, done to a session of the test's own and drawn by the
/// studio.
struct Mirror {
    std::unique_ptr<const app::Atlas> known;
    const app::Atlas& atlas;
    app::Studio studio;
    session::Session session;
    app::CameraPilot pilot;

    explicit Mirror(const std::filesystem::path& content)
        : known(load(content))
        , atlas(*known)
        , studio(make_studio(atlas)) {
        act(session::Home{});
    }
    Mirror(const Mirror&) = delete; // the studio points to the atlas
    Mirror& operator=(const Mirror&) = delete;

    static std::unique_ptr<const app::Atlas> load(const std::filesystem::path& content) {
        Result<app::Folders> folders = app::find_folders(content);
        REQUIRE(folders.has_value());
        auto loaded = app::load_atlas(*folders);
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
        constexpr bool jump = true;
        const view::Layout pane = view::pane_layouts(layout(), session.stage).front();
        pilot.follow(session, atlas.world(), studio.stage(), pane, jump, 0.0);
    }
    view::Layout layout() const {
        return view::compute_layout(c_width, c_height, 1.0F, session.settings, session.stage);
    }
    render::Image picture() {
        Result<render::Image> image =
            studio.picture_with_interface(session, {c_width, c_height, 1.0F});
        REQUIRE(image.has_value());
        return std::move(*image);
    }
    /// Where the marker of a site stands in the window.
    glm::ivec2 marker(const std::string& site) const {
        const view::Scene scene = studio.panes(session, layout()).front().scene;
        const anatomy::SkeletonModel& model = studio.stage().model();
        const view::Anchors anchors{
            view::find_anchors(model, atlas.knowledge), model.landmarks, {}};
        const view::StageMarks marks =
            view::place_marks(session, atlas.world(), layout(), scene, anchors, {}, {},
                              [](const std::string&, const std::string&, view::LabelForm) {
                                  return glm::vec2{150.0F, 48.0F};
                              });
        for (const view::Marker& marker : marks.markers) {
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
    std::filesystem::path content = copy_of_content(home);
    std::optional<Mirror> mirror;
    std::optional<journey::Running> program;

    /// `first_paragraph` opens the article on breast cancer.
    explicit Journey(const std::string& first_paragraph = {},
                     const std::string& model = "builtin") {
        if (!first_paragraph.empty()) {
            head_article("primaries/breast.md", first_paragraph);
        }
        std::filesystem::create_directories(home.path / "config" / "osteon");
        std::ofstream(home.path / "config" / "osteon" / "settings.toml")
            << "interface_scale = 1.0\nmotion = \"reduced\"\nfirst_steps_done = true\n"
               "[window]\nwidth = "
            << c_width << "\nheight = " << c_height << "\n";
        mirror.emplace(content);
        mirror->act(session::SetScale{1.0F});
        mirror->act(session::SetMotion{session::MotionChoice::reduced});
        program.emplace(desktop, OSTEON_PROGRAM,
                        std::vector<std::string>{"--content", content.string(), "--model", model},
                        home.path);
        REQUIRE(journey::wait_for_window(desktop));
    }

    void head_article(const std::string& name, const std::string& paragraph) const {
        const std::filesystem::path file = content / "en" / name;
        std::ifstream in(file);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        const std::size_t front_end = text.find("\n+++\n", 3);
        REQUIRE(front_end != std::string::npos);
        text.insert(front_end + 5, "\n" + paragraph + "\n");
        std::ofstream(file) << text;
    }

    /// Clicks what leads to a place that the window's title then names.
    void click_to(const glm::ivec2& at, const std::string& title) const {
        desktop.click(at.x, at.y);
        CHECK_MESSAGE(journey::wait_for_title(desktop, title), title);
    }

    /// Leaves a picture for whoever looks into a failure.
    static void keep(const render::Image& image, const std::string& name) {
        const std::filesystem::path folder = std::filesystem::path(OSTEON_BINARY_DIR) / "journeys";
        CHECK(output::write_png(image, folder / (name + ".png")).has_value());
    }

    /// The window shows what the mirror's session says. On failure both pictures are kept.
    void check(const std::string& step) {
        check(step, {0.0F, 0.0F, c_width, mirror->layout().status.y});
    }
    /// The same for a part of the window.
    void check(const std::string& step, const Rect& area) {
        desktop.move(c_width / 3, c_height - 6); // over the status bar: nothing is hovered
        const render::Image expected = mirror->picture();
        render::Image seen = journey::wait_until_still(desktop);
        double share = journey::difference(seen, expected, area);
        // A model that is still being read leaves the window still for a while.
        for (int patience = 0; patience < c_patience && share > c_same; ++patience) {
            seen = journey::wait_until_still(desktop);
            share = journey::difference(seen, expected, area);
        }
        if (share > c_same) {
            keep(seen, step + "-seen");
            keep(expected, step + "-expected");
        }
        CHECK_MESSAGE(share <= c_same, step);
        CHECK_MESSAGE(program->alive(), step);
    }
};

/// The middles of what is underlined as links are in the dark theme, from the top.
std::vector<glm::ivec2> underlined(const render::Image& image, const Rect& area) {
    constexpr std::array<int, 3> c_underline{0x40, 0x83, 0x81}; // accent, 60 % over panel
    const auto is_underline = [&](int x, int y) {
        const auto at = static_cast<std::size_t>(4 * (y * image.width + x));
        for (std::size_t channel = 0; channel < 3; ++channel) {
            if (std::abs(image.pixels[at + channel] - c_underline[channel]) > 8) {
                return false;
            }
        }
        return true;
    };
    constexpr int c_shortest = 30;
    constexpr int c_longest = 200; // longer ones are borders
    std::vector<glm::ivec2> places;
    for (int y = static_cast<int>(area.y); y < static_cast<int>(area.bottom()); ++y) {
        int run = 0;
        for (int x = static_cast<int>(area.x); x <= static_cast<int>(area.right()); ++x) {
            if (x < static_cast<int>(area.right()) && is_underline(x, y)) {
                ++run;
                continue;
            }
            if (run >= c_shortest && run <= c_longest) {
                places.push_back({x - run / 2, y});
            }
            run = 0;
        }
    }
    return places;
}

/// Scrolls the reading panel down until a click on a link selects the named bone.
void follow_link(Journey& journey, const std::string& bone) {
    const Rect panel = journey.mirror->layout().panel;
    Rect page = panel;
    page.y += 60.0F; // the panel's head
    page.height -= 60.0F;
    for (int step = 0; step < 30; ++step) {
        const render::Image seen = journey::wait_until_still(journey.desktop);
        for (const glm::ivec2& place : underlined(seen, page)) {
            journey.desktop.click(place.x, place.y - 6);
            journey::wait_until_still(journey.desktop);
            if (journey.desktop.window_title().rfind(bone, 0) == 0) {
                return;
            }
        }
        for (int notch = 0; notch < 4; ++notch) {
            journey.desktop.click(static_cast<int>(page.centre().x),
                                  static_cast<int>(page.centre().y), 5);
        }
    }
    journey.keep(journey::wait_until_still(journey.desktop), "no-link");
    FAIL("no link leads to " << bone);
}

} // namespace

TEST_CASE("a reader goes from the lumbar spine to breast cancer, follows a bone, and comes back") {
    Journey journey("[The sacrum](bone:sacrum) lies below.");
    Mirror& mirror = *journey.mirror;
    journey.check("1-start");
    CHECK(journey.desktop.window_title() == "Osteon");

    glm::ivec2 at = mirror.marker("spine");
    journey.click_to(at, "Spine");
    mirror.act(session::ChooseSite{"spine"});
    journey.check("2-spine");

    at = mirror.marker("lumbar_spine");
    journey.click_to(at, "Lumbar spine");
    mirror.act(session::ChooseSite{"lumbar_spine"});
    journey.check("3-lumbar-spine");
    CHECK(journey.desktop.window_title().find("Lumbar spine") != std::string::npos);

    journey.desktop.key("slash");
    journey.desktop.type("breast cancer");
    journey.desktop.key("Return");
    mirror.act(session::OpenDrawer{session::Drawer::search});
    mirror.act(session::ChoosePrimary{"breast"});
    const float right_of_drawer = mirror.layout().drawer.right();
    const Rect beside_drawer{right_of_drawer, 0.0F, c_width - right_of_drawer,
                             mirror.layout().status.y};
    journey.check("4-breast", beside_drawer);
    CHECK(journey.desktop.window_title().find("Breast cancer") != std::string::npos);

    follow_link(journey, "Sacrum");
    mirror.act(session::FollowBone{"sacrum"});
    const Rect stage{right_of_drawer, 0.0F, mirror.layout().panel.x - right_of_drawer,
                     mirror.layout().status.y};
    journey.check("5-sacrum", stage);

    journey.desktop.key("ctrl+z");
    mirror.act(session::Undo{});
    journey.check("6-undone", stage);
    CHECK(journey.desktop.window_title().find("Sacrum") == std::string::npos);

    journey.desktop.key("alt+Left");
    mirror.act(session::NavigateBack{});
    journey.check("7-back", stage);
    CHECK(journey.desktop.window_title().find("Lumbar spine") != std::string::npos);
}

TEST_CASE("the keyboard alone walks the hotspots, opens one, and leaves it") {
    Journey journey;
    Mirror& mirror = *journey.mirror;
    journey.check("1-start");
    for (int step = 0; step < 2; ++step) {
        journey.desktop.key("Tab");
        mirror.act(session::FocusHotspot{1});
    }
    journey.desktop.key("Return");
    mirror.act(session::OpenFocusedHotspot{});
    const std::string site = mirror.session.stage.site;
    CHECK_FALSE(site.empty());
    journey.check("keys-2-opened", mirror.layout().panel);
    const std::string name = mirror.atlas.knowledge.site(site)->name;
    CHECK(journey.desktop.window_title().find(name) != std::string::npos);

    journey.desktop.key("Escape");
    journey::wait_until_still(journey.desktop);
    CHECK(journey.desktop.window_title() == "Osteon");
}

TEST_CASE(
    "Ctrl+F finds a word of the page, and Escape closes the field before it leaves the site") {
    Journey journey;
    Mirror& mirror = *journey.mirror;
    journey.check("1-start");
    journey.click_to(mirror.marker("spine"), "Spine");
    mirror.act(session::ChooseSite{"spine"});
    journey.check("find-1-spine");
    const render::Image before = journey::wait_until_still(journey.desktop);

    journey.desktop.key("ctrl+f");
    journey.desktop.type("radiotherapy");
    journey.desktop.key("Return");
    const render::Image found = journey::wait_until_still(journey.desktop);
    Journey::keep(found, "find-2-found");
    CHECK(journey::difference(before, found, mirror.layout().panel) > c_same);
    CHECK(journey::difference(before, found, mirror.layout().stage) <= c_same);

    journey.desktop.key("Escape");
    journey::wait_until_still(journey.desktop);
    CHECK(journey.desktop.window_title().rfind("Spine", 0) == 0);
    journey.desktop.key("Escape");
    journey::wait_until_still(journey.desktop);
    CHECK(journey.desktop.window_title() == "Osteon");
}

TEST_CASE(
    "a bone is selected by a click, hidden by a key, brought back by undo, turned by a drag") {
    Journey journey;
    Mirror& mirror = *journey.mirror;
    journey.check("1-start");
    // The shaft of the left femur, a third of the way down from the marker of the long bones.
    const glm::ivec2 at = mirror.marker("long_bones") + glm::ivec2{0, 40};
    journey.click_to(at, "Left femur");
    CHECK(journey.desktop.window_title() == "Left femur – Osteon");

    const auto femur = mirror.atlas.registry.find("femur_left");
    mirror.act(session::Select{{femur}, session::SelectMode::replace, false});
    journey.desktop.key("h");
    mirror.act(session::Hide{{femur}});
    journey.check("bone-2-hidden", mirror.layout().free);
    journey.desktop.key("ctrl+z");
    mirror.act(session::Undo{});
    journey.check("bone-3-back", mirror.layout().free);

    const render::Image before = journey::wait_until_still(journey.desktop);
    journey.desktop.drag(at.x, at.y, at.x + 120, at.y);
    const render::Image after = journey::wait_until_still(journey.desktop);
    CHECK(journey::difference(before, after, mirror.layout().free) > c_same);
    CHECK(journey.desktop.window_title() == "Left femur – Osteon"); // a drag is not a click
}

TEST_CASE("a model that cannot be read is told in the window, and the built-in one is shown") {
    const Home home;
    const std::filesystem::path broken = home.path / "broken.glb";
    std::ofstream(broken) << "this is no model";
    Journey journey({}, broken.string());
    // The message lies at the foot of the stage.
    Rect above = journey.mirror->layout().stage;
    above.height *= 0.5F;
    journey.check("broken-model", above);
}

TEST_CASE("the model of the command line is remembered for the next start") {
    Journey journey;
    const std::filesystem::path leg = journey.home.path / "leg.obj";
    std::ofstream(leg) << "o Femur.L\nv 0 0 0\nv 0.1 0 0\nv 0 0.44 0\nv 0 0 0.1\n"
                          "f 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n";
    journey.program.emplace(journey.desktop, OSTEON_PROGRAM,
                            std::vector<std::string>{"--model", leg.string()}, journey.home.path);
    const std::filesystem::path file = journey.home.path / "config" / "osteon" / "settings.toml";
    std::string text;
    for (int wait = 0; wait < 60 && text.find("leg.obj") == std::string::npos; ++wait) {
        journey::wait_until_still(journey.desktop);
        std::ifstream settings(file);
        text.assign(std::istreambuf_iterator<char>(settings), {});
    }
    CHECK_MESSAGE(text.find("leg.obj") != std::string::npos, text);
}

TEST_CASE("while nothing happens nothing is drawn") {
    const Home home;
    const Desktop desktop{c_width, c_height};
    const std::string command =
        "DISPLAY=" + desktop.display() + " XDG_CONFIG_HOME=" + home.path.string() +
        " XDG_CACHE_HOME=" + home.path.string() + " " OSTEON_PROGRAM " bench idle --seconds 3";
    std::unique_ptr<FILE, int (*)(FILE*)> output(popen(command.c_str(), "r"), pclose);
    REQUIRE(output);
    std::string text;
    std::array<char, 256> buffer{};
    while (fgets(buffer.data(), buffer.size(), output.get()) != nullptr) {
        text += buffer.data();
    }
    CHECK_MESSAGE(text.find("\nframes 0\n") != std::string::npos, text);
}
