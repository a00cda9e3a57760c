#include "app/study_desk.h"
#include "base/user_folders.h"

#include <string>
#include <utility>
#include <variant>

namespace osteon::app {
namespace {

namespace fs = std::filesystem;
using knowledge::Language;

std::string nothing() {
    return {};
}

/// Carries a request out on the store; what the user is to be told.
struct ProgressChange {
    study::Progress& progress;
    const Language& language;
    study::Moment now;

    std::string told(const study::Imported& imported) const {
        std::string words = language.tr_count("{} answer was added", "{} answers were added",
                                              static_cast<std::size_t>(imported.answers));
        for (const auto& [name, here] : imported.renamed) {
            words += ". " + language.tr("{} of that file is someone else than {} here, and is "
                                        "called {}. The list of learners can join them",
                                        name, name, here);
        }
        return words;
    }

    Result<std::string> operator()(const ui::ChooseLearner& request) const {
        return progress.choose_learner(request.learner, now).map(nothing);
    }
    Result<std::string> operator()(const ui::AddLearner& request) const {
        return progress.add_learner(request.name, now).map([](study::LearnerId) {
            return nothing();
        });
    }
    Result<std::string> operator()(const ui::RenameLearner& request) const {
        return progress.rename_learner(request.learner, request.name).map(nothing);
    }
    Result<std::string> operator()(const ui::RemoveLearner& request) const {
        return progress.remove_learner(request.learner, now).map(nothing);
    }
    Result<std::string> operator()(const ui::JoinLearners& request) const {
        return progress.join_learners(request.from, request.into, now).map([&](int moved) {
            return language.tr_count("{} answer was taken over", "{} answers were taken over",
                                     static_cast<std::size_t>(moved));
        });
    }
    Result<std::string> operator()(const ui::SetStudySettings& request) const {
        return progress.current_learner().and_then([&](study::LearnerId learner) {
            return progress.set_settings(learner, request.settings).map(nothing);
        });
    }
    Result<std::string> operator()(const ui::BackUpProgress&) const {
        return progress.back_up(now).map([&](const fs::path& backup) {
            return language.tr("Backed up as {}", backup.string());
        });
    }
    Result<std::string> operator()(const ui::ExportProgress&) const {
        const fs::path file =
            free_file(user_folder(UserFolder::documents), language.tr("Osteon progress"),
                      study::c_progress_extension);
        return progress.export_to(file).map(
            [&] { return language.tr("Exported as {}", file.string()); });
    }
    Result<std::string> operator()(const ui::ImportProgress& request) const {
        return progress.import_from(with_home(request.file), now)
            .map([&](const study::Imported& imported) { return told(imported); });
    }
};

} // namespace

Result<std::string> StudyDesk::change(const ui::ProgressRequest& request,
                                      const Language& language) {
    Result<std::string> told = std::visit(ProgressChange{*progress_, language, now()}, request);
    follow_learner();
    return told;
}

} // namespace osteon::app
