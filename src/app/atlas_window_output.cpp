#include "app/atlas_window_parts.h"
#include "app/handout.h"
#include "app/stage_picture.h"
#include "base/user_folders.h"
#include "output/picture.h"
#include "session/talk.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace osteon::app {
namespace {

/// What is chosen, as a file is named: "Lumbar spine, Prostate cancer".
std::string name_of(const session::Stage& stage, const Atlas& atlas) {
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

/// Interface and labels grow with a picture, as they do from the command line.
float label_scale(int height) {
    constexpr float usual_height = 1080.0F;
    return std::clamp(static_cast<float>(height) / usual_height, 0.5F, 8.0F);
}

/// Where a form of a tour goes.
struct ExportPlace {
    UserFolder folder;
    const char* ending;
    const char* option; ///< of the command line
};

ExportPlace place_of(ui::TourForm form) {
    switch (form) {
    case ui::TourForm::pictures:
        return {UserFolder::pictures, "", "--png"};
    case ui::TourForm::video:
        return {UserFolder::videos, ".mp4", "--video"};
    case ui::TourForm::pdf:
        break;
    }
    return {UserFolder::documents, ".pdf", "--pdf"};
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
        spdlog::error(describe(written.error()));
        say(describe(written.error()), true);
    }
}

void AtlasWindow::answer(const ui::SavePicture& request) {
    const view::Layout shown = layout();
    PictureSize size;
    size.width = request.width > 0 ? request.width : static_cast<int>(shown.stage.width);
    size.height = request.height > 0 ? request.height : static_cast<int>(shown.stage.height);
    size.scale = request.width > 0 ? label_scale(request.height) : shown.scale;
    size.transparent = request.transparent;
    size.legend = request.legend;
    session::Session pictured = session_;
    pictured.wish.reset(); // as it stands, and not where it flies to
    pictured.stage.camera = pilot_.pose();
    pictured.stage.bone_labels = request.labels && pictured.stage.bone_labels;
    const std::filesystem::path file =
        free_file(user_folder(UserFolder::pictures), name_of(session_.stage, *atlas_), ".png");
    const Result<render::Image> image = draw_stage(pictured, size, {*atlas_, stage_, renderer_});
    say_written(file, image ? output::write_png(*image, file) : Result<void>(fail(image.error())));
}

/// In a program of its own: it takes minutes, and this window goes on meanwhile.
void AtlasWindow::answer(const ui::ExportTour& request) {
    const knowledge::Language& words = atlas_->knowledge.language;
    if (export_.busy()) {
        say(words.tr("Another tour is being written. Wait for it, or cancel it."), true);
        return;
    }
    const ExportPlace place = place_of(request.form);
    exported_ = free_file(user_folder(place.folder), request.id, place.ending);
    std::vector<std::string> command = {
        "tour",   "export",     request.id, place.option, exported_.string(),
        "--tell", "--language", words.id,   "--content",  atlas_->folders.content.string()};
    if (!loaded_source_.builtin()) {
        command.insert(command.end(), {"--model", loaded_source_.path.string()});
    }
    export_.start(std::move(command));
    frames_due_ = c_frames_after_event;
}

void AtlasWindow::answer(const ui::CancelTask&) {
    export_.cancel();
}

/// Says how an export has ended.
void AtlasWindow::take_export() {
    const std::optional<Result<ChildOutput>> ended = export_.take();
    if (!ended) {
        return;
    }
    if (export_.cancelled()) {
        say(atlas_->knowledge.language.tr("Cancelled; nothing was written."), false);
    } else if (*ended && (*ended)->status == 0) {
        say_written(exported_, {});
    } else {
        const std::string why = *ended ? last_message((*ended)->errors) : describe(ended->error());
        spdlog::error("{}", why);
        say(why, true);
    }
}

void AtlasWindow::answer(const ui::WriteHandout& request) {
    session::Session pictured = session_;
    pictured.wish.reset();
    pictured.stage = session::stage_of_talk(session_, atlas_->world());
    pictured.stage.camera = pilot_.pose();
    const std::filesystem::path file =
        free_file(user_folder(UserFolder::documents), name_of(pictured.stage, *atlas_), ".pdf");
    const Result<void> written =
        handout_of(pictured, request, {*atlas_, stage_, renderer_})
            .and_then([&](const output::Handout& handout) {
                return output::write_handout(handout, atlas_->knowledge, file);
            })
            .map([](const output::HandoutReport&) {});
    say_written(file, written);
}

} // namespace osteon::app
