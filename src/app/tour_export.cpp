#include "app/tour_export.h"

#include "app/audience_screen.h"
#include "app/interrupt.h"
#include "app/known_ids.h"
#include "app/terminal_progress.h"
#include "app/tour_files.h"
#include "app/tour_walk.h"
#include "output/new_folder.h"
#include "output/pdf_date.h"
#include "output/picture.h"
#include "output/tour_pdf.h"
#include "output/video.h"
#include "session/tour_stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <optional>

namespace osteon::app {
namespace {

using knowledge::Tour;
using knowledge::translatable;

/// Dear ImGui needs some frames until what it lays out has settled; more only while it moves.
constexpr int c_settling_frames = 4;
constexpr int c_most_settling_frames = 12;
/// Of a picture in a PDF, pixels: 250 to the inch on A4. Names in it are as large as the small
/// print.
constexpr PictureSize c_pdf_picture{.width = 1680, .height = 945, .scale = 1.9F, .explains = true};
/// Names the stops in a folder of pictures, and marks it as one that may be written anew.
constexpr const char* c_contents = "stops.txt";

Error stopped(const WriteTour& command) {
    return {Fault::input, command.out.string(), "", "the export was stopped",
            "Nothing was written; begin it again when you like"};
}

/// Told of each step; false once somebody asked to stop.
using Steps = std::function<bool(int done, int total)>;

/// One export: the tour as it is walked, and what it is drawn with.
struct Export {
    const Tour& tour;
    const WriteTour& command;
    const Atlas& atlas;
    Studio& studio;
    Steps go_on;
    TourWalk walk{tour, atlas, command.theme};

    int stops() const { return static_cast<int>(tour.stops.size()); }
};

/// Draws the frames at rest at a stop, until nothing in them changes any more; the last one.
Result<render::Image> draw_rest(Export& work, AudienceScreen& screen, double step) {
    Result<render::Image> image = render::Image{};
    for (int frame = 0; frame < c_most_settling_frames; ++frame) {
        image = screen.frame({.session = work.walk.session(),
                              .pose = work.walk.pose(),
                              .spread = work.walk.spread(),
                              .moving = false,
                              .seconds = static_cast<float>(step)},
                             work.atlas.world(), work.studio.source());
        if (!image || (frame >= c_settling_frames && screen.settled())) {
            break;
        }
    }
    return image;
}

/// Turns to a stop at once, with all that a layout has for it.
void jump_to(Export& work, std::size_t stop, const view::Layout& layout) {
    work.walk.go_to(stop);
    work.walk.pass(0.0, work.studio.stage(), layout, true);
}

/// A stop as the stage alone shows it, in a size.
Result<render::Image> draw_bare(Export& work, std::size_t stop, const PictureSize& size,
                                bool names) {
    work.walk.go_to(stop);
    session::Session session = work.walk.session();
    session.stage.bone_labels = session.stage.bone_labels && names;
    return work.studio.picture(session, size);
}

PictureSize picture_size(const WriteTour& command) {
    return {.width = command.width,
            .height = command.height,
            .scale = label_scale(command.width, command.height),
            .transparent = command.transparent};
}

Result<render::Image> draw_stop(Export& work, std::size_t stop,
                                std::optional<AudienceScreen>& screen) {
    if (!screen) {
        return draw_bare(work, stop, picture_size(work.command), work.command.labels);
    }
    work.walk.go_to(stop);
    jump_to(work, stop, screen->layout(work.walk.session()));
    return draw_rest(work, *screen, 1.0);
}

/// The audience's screen, where words are wanted: they need a ground.
Result<std::optional<AudienceScreen>> screen_of(const WriteTour& command) {
    if (!command.labels || command.transparent) {
        return std::optional<AudienceScreen>();
    }
    return AudienceScreen::create(command.width, command.height).map([](AudienceScreen&& screen) {
        return std::optional(std::move(screen));
    });
}

Result<TourReport> write_pictures(Export& work) {
    Result<output::NewFolder> folder = output::NewFolder::create(work.command.out, c_contents);
    if (!folder) {
        return fail(folder.error());
    }
    Result<std::optional<AudienceScreen>> screen = screen_of(work.command);
    if (!screen) {
        return fail(screen.error());
    }
    std::string contents = work.tour.title + "\n\n";
    for (int stop = 0; stop < work.stops(); ++stop) {
        if (!work.go_on(stop, work.stops())) {
            return fail(stopped(work.command));
        }
        const std::string name = fmt::format("stop-{:02}.png", stop + 1);
        const auto index = static_cast<std::size_t>(stop);
        const Result<void> written =
            draw_stop(work, index, *screen).and_then([&](const render::Image& image) {
                return output::write_png(image, folder->path() / name);
            });
        if (!written) {
            return fail(folder->told_of_target(written.error()));
        }
        contents += name + "  " + work.tour.stops[index].title + "\n";
    }
    if (auto written = folder->write(c_contents, contents); !written) {
        return fail(written.error());
    }
    return folder->take_place().map([&] { return TourReport{.pictures = work.stops()}; });
}

/// The frames of a video, in the order of their time.
class Film {
public:
    Film(Export& work, AudienceScreen& screen, output::VideoFile& file)
        : work_(work)
        , screen_(screen)
        , file_(file)
        , fps_(work.command.frames_per_second)
        , rest_frames_(std::max(1, static_cast<int>(std::lround(work.command.rest * fps_)))) {}

    /// Flies to a stop, or begins there, and rests.
    Result<void> stop(std::size_t index) {
        work_.walk.go_to(index);
        pass(0.0, index == 0);
        while (work_.walk.moving()) {
            if (auto flown = add(draw(true), 1); !flown) {
                return flown;
            }
            pass(1.0 / fps_, false);
        }
        return rest();
    }

    int pictures() const { return pictures_; }

private:
    void pass(double seconds, bool jump) {
        work_.walk.pass(seconds, work_.studio.stage(), screen_.layout(work_.walk.session()), jump);
    }

    Result<render::Image> draw(bool moving) {
        ++pictures_;
        return screen_.frame({.session = work_.walk.session(),
                              .pose = work_.walk.pose(),
                              .spread = work_.walk.spread(),
                              .moving = moving,
                              .seconds = 1.0F / static_cast<float>(fps_)},
                             work_.atlas.world(), work_.studio.source());
    }

    /// One picture, shown as long as the tour rests.
    Result<void> rest() {
        ++pictures_;
        const Result<render::Image> image = draw_rest(work_, screen_, 1.0 / fps_);
        for (int left = rest_frames_; left > 0; left -= fps_) {
            if (auto added = add(image, std::min(left, fps_)); !added) {
                return added;
            }
        }
        return {};
    }

    Result<void> add(const Result<render::Image>& image, int frames) {
        if (!image) {
            return fail(image.error());
        }
        const int flight =
            static_cast<int>(std::lround(session::c_tour_flight * static_cast<float>(fps_)));
        const int total = work_.stops() * rest_frames_ + (work_.stops() - 1) * flight;
        if (!work_.go_on(std::min(file_.frames(), total), total)) {
            return fail(stopped(work_.command));
        }
        return file_.add(*image, frames);
    }

    Export& work_;
    AudienceScreen& screen_;
    output::VideoFile& file_;
    int fps_;
    int rest_frames_;  ///< at each stop
    int pictures_ = 0; ///< that were drawn
};

Result<TourReport> write_video(Export& work) {
    const WriteTour& command = work.command;
    Result<output::VideoFile> file = output::VideoFile::create(
        command.out, {command.width, command.height, command.frames_per_second});
    if (!file) {
        return fail(file.error());
    }
    Result<AudienceScreen> screen = AudienceScreen::create(command.width, command.height);
    if (!screen) {
        return fail(screen.error());
    }
    Film film(work, *screen, *file);
    for (std::size_t stop = 0; stop < work.tour.stops.size(); ++stop) {
        if (auto filmed = film.stop(stop); !filmed) {
            return fail(filmed.error());
        }
    }
    return file->finish().map([&] {
        return TourReport{.pictures = film.pictures(),
                          .frames = file->frames(),
                          .seconds =
                              static_cast<double>(file->frames()) / command.frames_per_second};
    });
}

Result<TourReport> write_pdf(Export& work) {
    std::vector<render::Image> pictures;
    for (int stop = 0; stop < work.stops(); ++stop) {
        if (!work.go_on(stop, work.stops())) {
            return fail(stopped(work.command));
        }
        Result<render::Image> picture =
            draw_bare(work, static_cast<std::size_t>(stop), c_pdf_picture, work.command.labels);
        if (!picture) {
            return fail(picture.error());
        }
        pictures.push_back(std::move(*picture));
    }
    return output::write_tour_pdf(work.tour, pictures,
                                  {.paper = work.command.paper, .date = output::today()},
                                  work.atlas.knowledge, work.command.out)
        .map([&] { return TourReport{.pictures = work.stops()}; });
}

std::string told_of(const TourReport& report, const WriteTour& command) {
    if (command.form == ui::TourForm::video) {
        return fmt::format("{:.1f} s of video in {}\n", report.seconds, command.out.string());
    }
    return fmt::format("{} {} in {}\n", report.pictures,
                       command.form == ui::TourForm::pdf ? "pages" : "pictures",
                       command.out.string());
}

} // namespace

Result<Tour> tour_of(const Atlas& atlas, const WriteTour& command) {
    AllTours all = load_all_tours(atlas.folders.content, atlas.knowledge, atlas.registry);
    std::vector<Tour> tours = std::move(all.own);
    std::ranges::move(all.shipped, std::back_inserter(tours));
    const auto found = std::ranges::find(tours, command.tour, &Tour::id);
    if (found == tours.end()) {
        return fail(
            unknown_id("tour", command.tour, tours, [](const Tour& tour) { return tour.id; }));
    }
    if (found->stops.empty()) {
        return fail({Fault::input, command.tour, "", "the tour has no stops", "Add one"});
    }
    return *found;
}

Result<TourReport> export_tour(const Tour& tour, const WriteTour& command, const Atlas& atlas,
                               Studio& studio, const Progress& progress) {
    const char* const what = command.form == ui::TourForm::video ? translatable("Making the video")
                             : command.form == ui::TourForm::pdf
                                 ? translatable("Making the handout")
                                 : translatable("Drawing the pictures");
    Export work{tour, command, atlas, studio,
                [&](int done, int total) { return progress(what, done, total); }};
    switch (command.form) {
    case ui::TourForm::video:
        return write_video(work);
    case ui::TourForm::pictures:
        return write_pictures(work);
    case ui::TourForm::pdf:
        break;
    }
    return write_pdf(work);
}

Result<int> run_tour_export(const Atlas& atlas, const WriteTour& command) {
    const Result<Tour> tour = tour_of(atlas, command);
    if (!tour) {
        return fail(tour.error());
    }
    const Interrupt interrupt;
    TerminalProgress terminal;
    const Progress teller = terminal.teller();
    const Progress progress = [&](std::string_view what, int done, int total) {
        if (command.tell) {
            fmt::print("{} {} {}\n", done, total, what);
            std::fflush(stdout);
        }
        return teller(what, done, total) && !interrupt.asked();
    };
    Result<Studio> studio = Studio::create(atlas, command.model, progress);
    const Result<TourReport> report = studio ? export_tour(*tour, command, atlas, *studio, progress)
                                             : Result<TourReport>(fail(studio.error()));
    // What was whole when the question came stays.
    if (!report && interrupt.asked()) {
        fmt::print(stderr, "osteon: {}\n", describe(stopped(command)));
        return Interrupt::exit_code;
    }
    if (!report) {
        return fail(report.error());
    }
    if (!command.tell) {
        fmt::print("{}", told_of(*report, command));
    }
    return 0;
}

} // namespace osteon::app
