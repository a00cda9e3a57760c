#include "app/outbox.h"
#include "app/studio.h"
#include "output/picture.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <thread>

namespace osteon::app {
namespace {

namespace fs = std::filesystem;

/// A stage with its outbox, and an empty folder for what goes out.
struct Desk {
    std::unique_ptr<Atlas> atlas;
    std::optional<Studio> studio;
    session::Session session;
    fs::path folder;
    Outbox outbox{[] {}};

    Desk() {
        const fs::path root = OSTEON_SOURCE_DIR;
        auto loaded = load_atlas({root / "assets", root / "content", root / "shaders"});
        REQUIRE(loaded.has_value());
        atlas = std::move(*loaded);
        auto made = Studio::create(*atlas, {});
        REQUIRE(made.has_value());
        studio.emplace(std::move(*made));
        session::apply(session, session::Home{}, atlas->world());
        std::string name = (fs::temp_directory_path() / "osteon-outbox-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder = name;
    }
    ~Desk() {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    PictureOrder order(const fs::path& where) const {
        return {.atlas = atlas.get(),
                .session = session,
                .size = {.width = 800, .height = 450},
                .folder = where,
                .name = "Skeleton",
                .ending = ".png",
                .write = [](const render::Image& image, const fs::path& file,
                            const std::stop_token& stop) -> Result<void> {
                    if (stop.stop_requested()) {
                        return fail({Fault::input, file.string(), "", "stopped", ""});
                    }
                    return output::write_png(image, file);
                }};
    }
    /// One step of the drawing, as between two frames.
    void step() {
        const StageSource source = studio->source();
        outbox.draw(source.stage, source.renderer, 0.0);
    }
    Outbox::Ended next() {
        std::optional<Outbox::Ended> ended;
        while (!(ended = outbox.take())) {
            REQUIRE(outbox.busy());
            step();
            std::this_thread::yield();
        }
        return *ended;
    }
    std::ptrdiff_t files() const {
        return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
    }
};

TEST_CASE("Pictures go out one after the other, each of the stage as it was asked for") {
    Desk desk;
    const auto straight = desk.studio->picture(desk.session, {.width = 800, .height = 450});
    REQUIRE(straight.has_value());
    desk.outbox.add(desk.order(desk.folder));
    desk.step();
    session::apply(desk.session, session::LookFrom{session::StandardView::left},
                   desk.atlas->world());
    desk.outbox.add(desk.order(desk.folder));
    const Outbox::Ended first = desk.next();
    const Outbox::Ended second = desk.next();
    CHECK_FALSE(desk.outbox.busy());
    REQUIRE(first.written.has_value());
    REQUIRE(second.written.has_value());
    CHECK(first.file.filename() == "Skeleton.png");
    CHECK(second.file.filename() == "Skeleton 2.png");
    const auto front = output::read_png(first.file);
    const auto left = output::read_png(second.file);
    REQUIRE(front.has_value());
    REQUIRE(left.has_value());
    CHECK(front->pixels == straight->pixels);
    CHECK(left->pixels != front->pixels);
}

TEST_CASE("A picture that is cancelled leaves no file, and the next one is drawn") {
    Desk desk;
    desk.outbox.add(desk.order(desk.folder));
    desk.outbox.add(desk.order(desk.folder));
    desk.step();
    CHECK(desk.outbox.progress().done == 1);
    desk.outbox.cancel();
    CHECK(desk.next().cancelled);
    CHECK(desk.files() == 0);
    CHECK(desk.next().written.has_value());
    CHECK(desk.files() == 1);
}

TEST_CASE("Drawing begins again where the renderer was lost") {
    Desk desk;
    desk.outbox.add(desk.order(desk.folder));
    desk.step();
    desk.outbox.drop_drawing();
    const Outbox::Ended ended = desk.next();
    CHECK(ended.written.has_value());
    CHECK(desk.files() == 1);
}

TEST_CASE("A picture that cannot be drawn or written says why, and leaves nothing") {
    Desk desk;
    PictureOrder large = desk.order(desk.folder);
    large.size.width = 100'000;
    desk.outbox.add(large);
    desk.outbox.add(desk.order("/proc/nowhere"));
    const Outbox::Ended undrawn = desk.next();
    REQUIRE_FALSE(undrawn.written.has_value());
    CHECK(undrawn.written.error().reason.find("100000x450") != std::string::npos);
    const Outbox::Ended unwritten = desk.next();
    REQUIRE_FALSE(unwritten.written.has_value());
    CHECK(describe(unwritten.written.error()).find("/proc/nowhere") != std::string::npos);
    CHECK_FALSE(unwritten.cancelled);
    CHECK(desk.files() == 0);
}

} // namespace
} // namespace osteon::app
