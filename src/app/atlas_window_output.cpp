#include "app/atlas_window_parts.h"
#include "app/command_output.h"
#include "app/error_words.h"
#include "app/handout.h"
#include "app/stage_picture.h"
#include "base/files.h"
#include "base/user_folders.h"
#include "output/picture.h"
#include "session/talk.h"
#include "session/tour_stage.h"

#include <spdlog/spdlog.h>

#include <span>
#include <utility>

namespace osteon::app {
namespace {

/// What is chosen, as a file is named: "Lumbar spine, Prostate cancer". Nothing that would answer
/// an open question.
std::string name_of(const session::Stage& stage, const Atlas& atlas) {
    if (session::names_hidden(stage)) {
        return atlas.knowledge.language.tr("Question");
    }
    const knowledge::Site* const site = atlas.knowledge.site(stage.site);
    const knowledge::Primary* const primary = atlas.knowledge.primary(stage.primary);
    std::string name = site != nullptr ? site->name : "";
    if (primary != nullptr) {
        name += (name.empty() ? "" : ", ") + primary->name;
    }
    if (name.empty() && stage.selection.size() == 1) {
        name = atlas.registry.bones[stage.selection.front()].name;
    }
    return name.empty() ? atlas.knowledge.language.tr("Skeleton") : name;
}

/// Drawing goes on so long between two frames, seconds; a step of it may take longer.
constexpr double c_slice = 0.02;

/// Where a form of a tour goes.
struct ExportPlace {
    UserFolder folder;
    const char* ending;
};

ExportPlace place_of(ui::TourForm form) {
    switch (form) {
    case ui::TourForm::pictures:
        return {UserFolder::pictures, ""};
    case ui::TourForm::video:
        return {UserFolder::videos, ".mp4"};
    case ui::TourForm::pdf:
        break;
    }
    return {UserFolder::documents, ".pdf"};
}

/// As PictureOrder::Write has it; packing takes seconds, and may be stopped until it is over.
Result<void> write_png(const render::Image& image, const std::filesystem::path& file,
                       const std::stop_token& stop) {
    return output::pack_png(image, file)
        .and_then([&](const std::vector<std::byte>& bytes) -> Result<void> {
            if (stop.stop_requested()) {
                return fail({Fault::input, file.string(), "", "saving it was stopped",
                             "Save it again when you like"});
            }
            return write_file_atomically(file, std::span(bytes));
        });
}

/// Why a command failed: its last line of errors, without the program's name before it.
std::string last_message(std::string errors) {
    errors.erase(errors.find_last_not_of('\n') + 1);
    errors.erase(0, errors.rfind('\n') + 1); // nothing where it is the only line
    constexpr std::string_view name = "osteon: ";
    return errors.starts_with(name) ? errors.substr(name.size()) : errors;
}

} // namespace

void AtlasWindow::say_written(const std::filesystem::path& file, const Result<void>& written) {
    if (written) {
        say(atlas_->knowledge.language.tr("Saved: {}", file.string()), false);
    } else {
        spdlog::error(osteon::describe(written.error()));
        say(describe(written.error(), atlas_->knowledge.language), true);
    }
}

/// The session as it stands, and not where its camera flies to.
session::Session AtlasWindow::standing_session() const {
    session::Session standing = session_;
    standing.wish.reset();
    standing.stage.camera = pilot_.pose();
    return standing;
}

void AtlasWindow::answer(const ui::SavePicture& request) {
    const view::Layout shown = layout();
    PictureSize size;
    size.width = request.width > 0 ? request.width : static_cast<int>(shown.stage.width);
    size.height = request.height > 0 ? request.height : static_cast<int>(shown.stage.height);
    size.scale = request.width > 0 ? label_scale(size.width, size.height) : shown.scale;
    size.transparent = request.transparent;
    size.legend = request.legend;
    session::Session pictured = standing_session();
    pictured.stage.bone_labels = request.labels && pictured.stage.bone_labels;
    outbox_.add({.atlas = atlas_,
                 .session = std::move(pictured),
                 .size = size,
                 .folder = user_folder(UserFolder::pictures),
                 .name = name_of(session_.stage, *atlas_),
                 .ending = ".png",
                 .write = write_png});
}

/// In a program of its own: it takes minutes, and this window goes on meanwhile.
void AtlasWindow::answer(const ui::ExportTour& request) {
    const knowledge::Language& words = atlas_->knowledge.language;
    if (export_.busy()) {
        say(words.tr("Another tour is being written. Wait for it, or cancel it."), true);
        return;
    }
    if (!write_tours()) { // it is read from its file
        return;
    }
    const ExportPlace place = place_of(request.form);
    const knowledge::Tour* const tour = session::find_tour(session_, world(), request.id);
    const std::string& name = tour != nullptr ? tour->title : request.id;
    exported_ = free_file(user_folder(place.folder), name, place.ending);
    std::vector<std::string> command = words_of(WriteTour{.tour = request.id,
                                                          .form = request.form,
                                                          .out = exported_,
                                                          .tell = true,
                                                          .model = loaded_source_});
    command.insert(command.begin(), {"--content", atlas_->folders.content.string()});
    command.insert(command.end(), {"--language", words.id});
    export_.start(std::move(command));
    frames_due_ = c_frames_after_event;
}

/// Ends the work that task() shows.
void AtlasWindow::answer(const ui::CancelTask&) {
    if (outbox_.busy()) {
        outbox_.cancel();
    } else {
        export_.cancel();
    }
}

/// Goes on with the pictures that are to be saved.
void AtlasWindow::work_on_outbox() {
    if (stage_.loaded()) {
        outbox_.draw(stage_, renderer_, c_slice);
    }
    const std::optional<Outbox::Ended> ended = outbox_.take();
    if (ended && ended->cancelled) {
        say(atlas_->knowledge.language.tr("Cancelled; nothing was written."), false);
    } else if (ended) {
        say_written(ended->file, ended->written);
    }
}

/// Says how an export has ended.
void AtlasWindow::take_export() {
    const std::optional<Result<ChildOutput>> ended = export_.take();
    if (!ended) {
        return;
    }
    if (*ended && (*ended)->status == 0) {
        say_written(exported_, {});
    } else if (export_.cancelled()) {
        say(atlas_->knowledge.language.tr("Cancelled; nothing was written."), false);
    } else {
        const std::string why = *ended ? last_message((*ended)->errors) : describe(ended->error());
        spdlog::error("{}", why);
        say(why, true);
    }
}

void AtlasWindow::answer(const ui::WriteHandout& request) {
    session::Session pictured = standing_session();
    const session::CameraPose camera = pictured.stage.camera;
    pictured.stage = session::stage_of_talk(session_, atlas_->world());
    pictured.stage.camera = camera;
    const output::Handout handout = handout_of(pictured, request, *atlas_);
    std::string name = name_of(pictured.stage, *atlas_);
    outbox_.add(
        {.atlas = atlas_,
         .session = handout_picture(std::move(pictured)),
         .size = handout_picture_size(),
         .folder = user_folder(UserFolder::documents),
         .name = std::move(name),
         .ending = ".pdf",
         .write = [handout, &known = atlas_->knowledge](render::Image picture,
                                                        const std::filesystem::path& file,
                                                        const std::stop_token&) -> Result<void> {
             output::Handout whole = handout;
             whole.picture = std::move(picture);
             return output::write_handout(whole, known, file).map([](const output::HandoutReport&) {
             });
         }});
}

} // namespace osteon::app
